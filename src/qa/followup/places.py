"""Where in a question a noun stands that a follow-up puts another in place of.

No word of the follow-up repeats it: it stands after the same preposition, or it is the only one
with an article.
"""

from __future__ import annotations

from qa.dates import DATE
from qa.followup.names import Name, dates_of, names_of
from qa.followup.phrases import Phrase, Word, is_capital, is_number, is_plain, words_of
from qa.lang.actors import ACTORS
from qa.lang.followups import FOLLOW_UPS, FollowUpWords


def put_after_preposition(previous: str, phrase: Phrase, language: str) -> str | None:
    """As "bij vrouwen" for "bij mannen", where it is clear how far that goes."""
    rules, words = FOLLOW_UPS[language], words_of(previous)
    dated = {
        preposition_before(previous, date.start(), language)
        for date in dates_of(previous, language)
    }
    places = [
        at
        for at, word in enumerate(words)
        if word.lower == phrase.preposition and word.start not in dated
    ]
    led = [at for at in places if at and words[at - 1].lower in rules.shares]
    if len(led) == 1:  # "percentage van de boeren", and not "de komst van de wolf"
        places = led
    if not phrase.preposition or len(places) != 1:
        return None
    first = at = places[0] + 1
    while at < len(words) and words[at].lower in rules.determiners:
        at += 1
    starts = {word.start for word in (*words[first : first + 1], *words[at : at + 2])}
    count = at
    if is_number(phrase.words[0], language):  # "na 6 maanden" for "na 10 weken"
        while at < len(words) and is_number(words[at], language):
            at += 1
    if at > count and all(is_number(word, language) for word in phrase.words):
        return previous[: words[first].start] + phrase.text + previous[words[at - 1].end :]
    name = next((name for name in names_of(previous, language) if name.start in starts), None)
    if phrase.preposition in rules.stacking_prepositions and _stacks(phrase, name, language):
        return None
    ends = _subject_end if led else _noun_end
    end = name.end if name else ends(words, at, language)
    if led and end is not None and previous[end:].startswith(f" {phrase.preposition} "):
        return None  # "percentage van de slachtoffers van uitbuiting"
    if end is None or (not name and DATE.search(previous[words[first].start : end])):
        return None
    if any(previous[end:].startswith(f" {word} ") for word in rules.conjunctions):
        return None
    return previous[: words[first].start] + phrase.text + previous[end:]


def put_for_article(previous: str, phrase: Phrase, language: str) -> str | None:
    """As "de winst" for "de omzet", where nothing else in the question could be meant."""
    rules, words = FOLLOW_UPS[language], words_of(previous)
    if phrase.preposition or phrase.words[0].start == phrase.start or names_of(previous, language):
        return None
    dates = [date.span() for date in dates_of(previous, language)]
    dated = {preposition_before(previous, start, language) for start, _ in dates}
    loose = [
        (at, word.lower)
        for at, word in enumerate(words)
        if word.start not in dated and not any(start <= word.start < end for start, end in dates)
    ]
    articles = [at for at, low in loose if low in rules.determiners]
    if len(articles) != 1 or any(at and low in rules.prepositions for at, low in loose):
        return None
    at = articles[0]
    run = plain_run(words, at + 1, language)
    before, closes = [word.lower for word in words[:at]], at + 1 + len(run) == len(words)
    if closes and before and before[0] in rules.auxiliaries and at == 1:
        # the last is said of it: "Is de wet aangenomen", "Mag een school sluiten"
        end = _noun_end(words[: len(words) - 1], at + 1, language)
    elif words[at].lower == rules.neuter and closes and _fills_place(before, rules):
        return None  # "Waarom is het duur"
    else:
        end = _noun_end(words, at + 1, language)
    if end is None or any(previous[end:].startswith(f" {word} ") for word in rules.conjunctions):
        return None
    return previous[: words[at].start] + phrase.text + previous[end:]


def _stacks(phrase: Phrase, name: Name | None, language: str) -> bool:
    """Whether a phrase stands beside another: one a name, one not, nor an area like that."""
    named = any(is_capital(word, language) for word in phrase.words)
    area = phrase.words[-1].lower.endswith(ACTORS[language].areas)
    return named != bool(name) and not (name and area)


def _fills_place(before: list[str], rules: FollowUpWords) -> bool:
    """Whether "het" after these words is rather a pronoun than an article."""
    return bool(before) and (before[-1] in rules.passives or before[0] in rules.adverbial)


def _noun_end(words: list[Word], at: int, language: str) -> int | None:
    """Where a noun alone, or one with an adjective, ends that begins at a word."""
    run = plain_run(words, at, language)
    modifiers = FOLLOW_UPS[language].modifier_endings
    modified = len(run) == 2 and run[0].lower.endswith(modifiers)
    return run[-1].end if len(run) == 1 or modified else None


def described_end(words: list[Word], at: int, language: str) -> int | None:
    """Where the noun of a phrase ends that begins at a word, before the verb of the question."""
    rules = FOLLOW_UPS[language]
    while at < len(words) and words[at].lower in rules.determiners:
        at += 1
    count = at
    while at < len(words) and is_number(words[at], language):
        at += 1
    run = plain_run(words, at, language)
    if at > count and (not run or len(run) > 1):
        return words[at - 1].end  # "onder de 18"
    if len(run) == 2 and not run[0].lower.endswith((*rules.modifier_endings, *rules.loose_endings)):
        return run[0].end if rules.verb_endings else None  # "met een uitkering wonen"
    return _noun_end(words, at, language)


def _subject_end(words: list[Word], at: int, language: str) -> int | None:
    """The same of a noun that is what a share is of, and so has its verb right after it."""
    rules, run = FOLLOW_UPS[language], plain_run(words, at, language)
    following = [word.lower for word in words[at + len(run) :]][:1]
    if len(run) > 1 and set(following) & rules.auxiliaries:
        return run[-1].end
    verb = len(run) > 1 and (
        bool(set(following) & rules.determiners)
        or (bool(rules.verb_endings) and run[-1].lower.endswith(rules.verb_endings))
    )
    # "van de jonge boeren": a noun is not "jonge"
    if not verb or run[-2].lower.endswith((*rules.modifier_endings, *rules.loose_endings)):
        return _noun_end(words, at, language)
    return run[-2].end


def plain_run(words: list[Word], at: int, language: str) -> list[Word]:
    """The words from a place on, as far as they are of content."""
    run: list[Word] = []
    while at < len(words) and is_plain(words[at], language):
        run.append(words[at])
        at += 1
    return run


def preposition_before(text: str, start: int, language: str) -> int:
    """Where the preposition before a place begins, or the place where there is none."""
    before = words_of(text[:start])
    found = before and before[-1].lower in FOLLOW_UPS[language].prepositions
    return before[-1].start if found else start
