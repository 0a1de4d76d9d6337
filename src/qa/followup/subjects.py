"""Who or what a question is about that stands right after its verb, and another put for it."""

from __future__ import annotations

from dataclasses import dataclass

from qa.followup.names import dates_of, names_of
from qa.followup.phrases import Phrase, Word, is_capital, words_of
from qa.followup.places import plain_run, preposition_before
from qa.lang import LANGUAGES
from qa.lang.actors import ACTORS
from qa.lang.followups import FOLLOW_UPS


@dataclass(frozen=True, slots=True)
class Subject:
    """What stands after the verb: a "name", an "agent", another "noun", or a "bare" plural.

    `closes` if what follows is only where or when: it takes no other noun with it. `office` is
    where the noun ends in "de minister van Financiën".
    """

    start: int
    end: int
    kind: str
    plural: bool
    closes: bool
    office: int = 0


def subject_of(text: str, language: str) -> Subject | None:
    """What stands right after the verb of a question, where it is clear how far that goes."""
    words = words_of(text)
    verb = _verb(words, language)
    if verb is None or verb + 1 >= len(words):
        return None
    first, plural = verb + 1, is_plural_verb(words[verb], language)
    name = next((n for n in names_of(text, language) if n.start == words[first].start), None)
    if name:
        closes = name.end is not None and _closes(text, name.end, language)
        return Subject(name.start, name.end, "name", plural, closes) if name.end else None
    at = first
    while at < len(words) and words[at].lower in FOLLOW_UPS[language].determiners:
        at += 1
    head = _head(words, at, language)
    if head is None:
        return None
    end = _office_end(text, words, head, language)
    if at == first:
        bare = words[head].lower.endswith(("en", "s")) and head == at and _asks_whether(words, verb)
        kind = "bare" if bare and plural else ""
    else:
        kind = "agent" if is_agent(words[head], language) else "noun"
    if not kind or words[head].numeric or _is_pronoun(words, verb, head, language):
        return None
    office = words[head].end if words[head].lower in ACTORS[language].offices else 0
    return Subject(words[first].start, end, kind, plural, _closes(text, end, language), office)


def put_subject(previous: str, phrase: Phrase, language: str) -> str | None:
    """As "de staatssecretaris" for "de minister", and "het kabinet" for "mevrouw Agema"."""
    subject = _replaceable(previous, phrase, language)
    if subject is None:
        return None
    head, determined = phrase.words[-1], phrase.words[0].start > phrase.start
    plural = is_plural_noun(phrase, language)
    if is_agent(head, language) and (determined or plural):
        fits = subject.kind in ({"agent", "name"} if determined else {"agent", "bare", "name"})
    elif determined:
        asked = words_of(previous)[0].lower in FOLLOW_UPS[language].adverbial
        fits = subject.kind == "noun" and asked and subject.closes
    else:
        fits = subject.kind == "bare" and len(phrase.words) == 1 and plural
    if not fits or plural != subject.plural:
        return None
    in_office = subject.office and head.lower in ACTORS[language].offices
    end = subject.office if in_office else subject.end  # "de staatssecretaris van Financiën"
    return previous[: subject.start] + phrase.text + previous[end:]


def put_for_agent(previous: str, phrase: Phrase, language: str) -> str | None:
    """As "de SP" for "de minister": a name in place of who acts."""
    subject = _replaceable(previous, phrase, language)
    if subject is None or subject.kind != "agent" or subject.plural:
        return None
    return previous[: subject.start] + phrase.text + previous[subject.end :]


def put_resident_place(previous: str, phrase: Phrase, language: str) -> str | None:
    """As "in Utrecht" for "Meerdam" in "Hoeveel inwoners had Meerdam?"."""
    rules, words = FOLLOW_UPS[language], words_of(previous)
    stacking = rules.stacking_prepositions - rules.noun_prepositions
    counted = len(words) > 1 and words[1].lower in ACTORS[language].residents
    if phrase.preposition not in stacking or words[0].lower not in rules.of_kind or not counted:
        return None
    subject = subject_of(previous, language)
    if subject is None or subject.kind != "name" or len(names_of(previous, language)) != 1:
        return None
    return previous[: subject.start] + phrase.text + previous[subject.end :]


def _replaceable(previous: str, phrase: Phrase, language: str) -> Subject | None:
    """The subject that a phrase may take the place of, unless something was added to it."""
    added = f", {FOLLOW_UPS[language].as_to} " in previous
    return None if phrase.preposition or added else subject_of(previous, language)


def is_agent(word: Word, language: str) -> bool:
    """Whether a word is of a person or a body that acts."""
    return word.lower in ACTORS[language].agents


def is_plural_noun(phrase: Phrase, language: str) -> bool:
    """Whether a phrase is likely of several."""
    head, lead = phrase.words[-1].lower, phrase.text.split()[0].lower()
    if lead in LANGUAGES[language].numerals.ones | {FOLLOW_UPS[language].neuter}:
        return False
    agents = ACTORS[language].agents
    if head in agents and head.removesuffix("s") not in agents:
        return head.endswith("en") and head.removesuffix("en") in agents
    return head.endswith(("en", "s"))


def is_plural_verb(word: Word, language: str) -> bool:
    """Whether a verb is that of several."""
    actors = ACTORS[language]
    ending = actors.plural_ending
    ends = bool(ending) and word.lower.endswith(ending)
    return ends or word.lower in actors.plural_verbs


def _verb(words: list[Word], language: str) -> int | None:
    """Which word is the verb, as far as the place tells."""
    rules = FOLLOW_UPS[language]
    lows = [word.lower for word in words]
    if not lows or lows[0] in rules.prepositions | rules.determiners:
        return None
    if lows[0] not in rules.question_words:
        return 0
    helped = [at for at in (1, 2, 3) if lows[at : at + 1] and lows[at] in rules.auxiliaries]
    if helped:
        return helped[0]
    if lows[0] not in rules.leading:
        return 1
    return 2 if len(lows) > 2 else None


def _is_pronoun(words: list[Word], verb: int, head: int, language: str) -> bool:
    """Whether "het" is none of a noun: "Waarom is het duur"."""
    rules = FOLLOW_UPS[language]
    neuter = words[verb + 1].lower == rules.neuter and words[verb].lower in rules.auxiliaries
    return neuter and head == len(words) - 1


def _asks_whether(words: list[Word], verb: int) -> bool:
    """Whether the verb begins the question, or only one word does before it."""
    return verb < 2 and len(words) > verb + 2


def _head(words: list[Word], at: int, language: str) -> int | None:
    """The noun of a phrase without its determiner, where it is certain which word that is."""
    rules, run = FOLLOW_UPS[language], plain_run(words, at, language)
    agent = next((i for i, word in enumerate(run[:2]) if is_agent(word, language)), None)
    if agent is not None:
        return at + agent
    adjectives = (*rules.modifier_endings, *rules.loose_endings)
    if len(run) > 1 and run[0].lower.endswith(adjectives):
        return at + 1
    if not run or is_capital(run[0], language):
        return None
    return at


def _office_end(text: str, words: list[Word], head: int, language: str) -> int:
    """Where a noun ends, and "minister van Financiën" with its name."""
    rules = FOLLOW_UPS[language]
    after = words[head + 1].lower if head + 1 < len(words) else ""
    if (
        words[head].lower in rules.persons | ACTORS[language].offices
        and after in rules.noun_prepositions
    ):
        for name in names_of(text, language):
            led = preposition_before(text, name.start, language)
            if led == words[head + 1].start and name.end:
                return name.end
    return words[head].end


def _closes(text: str, end: int, language: str) -> bool:
    """Whether after a place come only a place with a name and a date, if anything."""
    rest = [word for word in words_of(text) if word.start >= end]
    if not rest:
        return True
    stacking = FOLLOW_UPS[language].stacking_prepositions - FOLLOW_UPS[language].noun_prepositions
    if rest[0].lower not in stacking:
        return False
    starts = [name.start for name in names_of(text, language) if name.end is not None]
    starts += [date.start() for date in dates_of(text, language)]
    return any(rest[0].end < start <= rest[0].end + 1 for start in starts)
