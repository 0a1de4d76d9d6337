"""Questions that take up the one before them, made whole by plain rules.

"En in 2015?" after "Hoeveel slachtoffers waren er in 2017?" is understood as "Hoeveel
slachtoffers waren er in 2015?". Only words of the two questions are used, and years counted
from theirs; a question that may well stand alone is left alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from qa.ellipsis import append, take_up
from qa.lang import LANGUAGES, detect_language
from qa.lang.followups import FOLLOW_UPS, FollowUpWords
from qa.nouns import UnclearError
from qa.phrases import DATE, Phrase, Word, is_date, is_name, parse_phrases, words_of
from qa.sentences import split_sentences

MOST_WORDS = 7  # of a question whose pronoun stands for what was spoken of


def understand(question: str, previous: str | None) -> str | None:
    """The full question as understood after the previous one; None where it stands alone.

    `previous` is the previous question in full: as understood, where it was a follow-up.
    """
    question, previous = " ".join(question.split()), " ".join((previous or "").split())
    if not words_of(question) or not words_of(previous):
        return None
    before = detect_language(previous)
    language = detect_language(question, default=before)
    if len(split_sentences(question, language)) > 1:
        return None
    asked = _without_opener(question, language)
    rules = FOLLOW_UPS[language]
    if _is_bare(asked.words, rules):
        return _ask_of(asked.rest, language, previous, before)
    leans, asked = _leans(asked.words, language), _without_closer(asked)
    phrases = parse_phrases(asked.text, asked.language, asked.start) or []
    dated = bool(phrases) and all(is_date(phrase) for phrase in phrases)
    if leans and not dated:
        return f"{_first(previous, before)} {_capitalised(_asked(question))}"
    first = asked.words[0].lower
    led = first in rules.prepositions or (asked.lead and first not in rules.question_words)
    try:
        if led or dated:
            return _complete(asked, previous, before)
        return _same_asked_of_another(asked, previous, before)
    except UnclearError:
        return None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question from a place on: `lead` is what was left out before it, in small letters."""

    text: str
    language: str
    start: int = 0
    lead: str = ""

    @property
    def rest(self) -> str:
        return self.text[self.start :]

    @property
    def words(self) -> list[Word]:
        """The words of the rest, with their places in the text: that tells names from others."""
        return words_of(self.text, self.start)


def _without_opener(question: str, language: str) -> _Asked:
    """The question without "En", "What about" …, and that."""
    text = question.rstrip(" ?!.…")
    words = words_of(text)
    for count in range(min(6, len(words) - 1), 0, -1):
        first, *others = words[:count]  # the first may be "OK"
        lead = " ".join((first.text.lower(), *(word.lower for word in others)))
        start = words[count].start
        for rules in (FOLLOW_UPS[language], *FOLLOW_UPS.values()):
            place = words[count].lower in rules.prepositions or DATE.match(text, start)
            if lead in rules.openers or (place and lead in rules.openers_of_place):
                return _Asked(text, language, start, lead)
            if place and lead in rules.weak_openers:
                return _Asked(text, language, start)
    return _Asked(text, language)


def _without_closer(asked: _Asked) -> _Asked:
    """The question without "dan" at its end."""
    words = asked.words
    if len(words) < 2 or words[-1].text not in FOLLOW_UPS[asked.language].closers:
        return asked
    return replace(asked, text=asked.text[: words[-2].end])


def _is_bare(words: list[Word], rules: FollowUpWords) -> bool:
    """Whether this is a question word and little more: "Waarom niet", "In welk jaar"."""
    lows = [word.lower for word in words]
    if lows and lows[0] in rules.prepositions:
        lows = lows[1:]
    if not lows or lows[0] not in rules.question_words:
        return False
    tail = [low for low in lows[1:] if low not in rules.fillers]
    leads = lows[0] in rules.leading and tail and tail[0] not in rules.auxiliaries
    modified = all(low.endswith(rules.modifier_endings) for low in tail[:-1])
    return not tail or (modified and bool(leads))


def _ask_of(bare: str, language: str, previous: str, before: str) -> str:
    """A bare question word put to the content of the previous question."""
    rules, earlier = FOLLOW_UPS[language], FOLLOW_UPS[before]
    asked, colon, content = previous.partition(": ")
    if colon and _is_bare(words_of(asked), earlier):
        previous = content
    whole, lead = _asked(previous), _capitalised(bare)
    lows, known = ([word.lower for word in words_of(text)] for text in (bare, whole))
    words = words_of(whole)
    same = _kind_phrase(lows, language), _kind_phrase(known, before)
    count = 2 if lows[0] in rules.prepositions else 1
    told_apart = lows[-1] in rules.sexes and known[-1] in earlier.sexes  # "zijn man?"
    if same[0] == len(lows) and same[1] and lows[:count] == known[:count] and not told_apart:
        return f"{lead}{whole[words[same[1] - 1].end :]}"
    adverbial = lows[0] in rules.prepositions or (lows[0] in rules.adverbial and len(lows) == 1)
    if adverbial and len(words) > 2:
        if known[0] in earlier.auxiliaries:
            return f"{lead} {_small(whole, before)}"
        if known[0] in earlier.adverbial and known[1] in earlier.auxiliaries:
            return f"{lead} {whole[words[1].start :]}"
    return f"{lead}: {_small(whole, before)}"


def _kind_phrase(lows: list[str], language: str) -> int:
    """How many words "In welke landen" takes at the start; 0 where there is no such phrase."""
    rules = FOLLOW_UPS[language]
    at = 2 if lows[0] in rules.prepositions else 1
    if not set(lows[at - 1 : at]) & rules.of_kind:
        return 0
    while at < len(lows) and lows[at].endswith(rules.modifier_endings):
        at += 1
    function = LANGUAGES[language].stop_words | rules.auxiliaries | rules.prepositions
    if at == len(lows) or lows[at] in function | rules.units | rules.bare_parts:
        return 0
    after = next((i for i in range(at + 1, len(lows)) if lows[i] in function), len(lows))
    helped = after < len(lows) and lows[after] in rules.auxiliaries
    if after > at + 1 and (helped or lows[at].endswith(rules.loose_endings)):
        return 0  # it may be an adjective: "Hoeveel geregistreerde slachtoffers zijn"
    return at + 1


def _leans(words: list[Word], language: str) -> bool:
    """Whether a short question speaks of something by a pronoun only, or of nothing at all."""
    rules, stop_words = FOLLOW_UPS[language], LANGUAGES[language].stop_words
    lows = [word.lower for word in words]
    if rules.pointers & set(lows):
        return False
    known = rules.question_words | rules.auxiliaries | rules.pronouns | rules.demonstratives
    if all(low in stop_words | known for low in lows):
        of_document = rules.neuter in lows[:-1]  # "Waar gaat het over?"
        return not of_document and bool(known & set(lows))
    if len(lows) > MOST_WORDS:
        return False
    return any(_stands_for_other(lows, at, rules, stop_words) for at in range(len(lows)))


def _stands_for_other(
    lows: list[str], at: int, rules: FollowUpWords, stop_words: frozenset[str]
) -> bool:
    """Whether the word at a place is a pronoun with nothing before it to stand for."""
    low, before, after = lows[at], lows[:at], len(lows) - at - 1
    if low in rules.pronouns:
        return after == 0 or sum(word not in stop_words for word in before) <= 1
    if not before or low not in rules.demonstratives | {rules.neuter}:
        return False
    if after == 0:
        return True
    if low == rules.neuter:
        return before[-1] in rules.passives and after == 1
    return before[-1] in rules.auxiliaries | rules.prepositions or (
        at == 2 and after == 1 and before[0] in rules.question_words
    )


def _complete(asked: _Asked, previous: str, before: str) -> str | None:
    """An elliptical question, filled in; without an opener only a date, a place or a name."""
    rules, lead = FOLLOW_UPS[asked.language], asked.lead.split()
    if asked.words[0].lower in rules.auxiliaries | rules.question_words:
        return None
    phrases = parse_phrases(asked.text, asked.language, asked.start)
    if phrases is None or not (lead or _known(phrases, asked.language)):
        return None
    whole, left = take_up(_asked(previous), phrases, before)
    asks = any(word in one.question_words for word in lead for one in FOLLOW_UPS.values())
    if asks and sum(len(phrase.words) for phrase in left) > 1:
        return None  # "Hoe zit het met de bescherming van slachtoffers?" says enough itself
    return _capitalised(append(whole, left, before))


def _known(phrases: list[Phrase], language: str) -> bool:
    return all(is_date(phrase) or is_name(phrase, language) for phrase in phrases)


def _same_asked_of_another(asked: _Asked, previous: str, before: str) -> str | None:
    """As "Hoeveel waren er in 2018?" after "Hoeveel slachtoffers waren er in 2017?".

    After "En" it may ask of another kind as well: "En hoeveel verdachten in 2018?".
    """
    language, words = asked.language, asked.words
    rules = FOLLOW_UPS[language]
    passed = LANGUAGES[language].stop_words | rules.question_words
    if words[0].lower != words_of(previous)[0].lower:
        return None
    kind = _kind_phrase([word.lower for word in words], language) if asked.lead else 0
    for at, word in enumerate(words[kind:], kind):
        if word.lower in rules.prepositions or DATE.match(asked.text, word.start):
            phrases = parse_phrases(asked.text, language, word.start)
            if phrases is None or not _known(phrases, language):
                return None
            if kind and at == kind:
                bare = asked.text[asked.start : word.start].rstrip()
                previous = _ask_of(bare, language, previous, before)
            return append(*take_up(_asked(previous), phrases, before), before)
        if word.lower not in passed:
            return None
    return None


def _first(previous: str, language: str) -> str:
    """The first question of the previous ones, which says what is spoken of."""
    start, end = split_sentences(previous, language)[0]
    return _asked(previous[start:end])


def _asked(text: str) -> str:
    return text if text.endswith(("?", ".", "!")) else f"{text}?"


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str, language: str) -> str:
    """The text as it stands after other words: a small letter first, but for a name."""
    first = words_of(text)[0].lower
    rules = FOLLOW_UPS[language]
    known = LANGUAGES[language].stop_words | rules.question_words | rules.auxiliaries
    return text[:1].lower() + text[1:] if first in known else text
