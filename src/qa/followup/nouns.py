"""What a noun of an elliptical question takes the place of in the question before it."""

from __future__ import annotations

from qa.analysis import analyse
from qa.followup.outcomes import StandsAloneError
from qa.followup.phrases import Phrase, Word, is_number, is_plain, words_of
from qa.lang import LANGUAGES
from qa.lang.followups import FOLLOW_UPS


def put_noun(previous: str, phrase: Phrase, language: str) -> str | None:
    """As "seksuele uitbuiting" for "criminele uitbuiting", or for "arbeidsuitbuiting"."""
    rules, words = FOLLOW_UPS[language], words_of(previous)
    joined = any(word.lower in rules.conjunctions for word in phrase.words)
    head = phrase.words[-1].text
    same = [at for at, word in enumerate(words) if at and _same_head(head, word.text, language)]
    sexes = [at for at, word in enumerate(words) if at and word.lower in rules.sexes]
    if len(sexes) == 1 and not same and phrase.words[-1].lower in rules.sexes:
        same = sexes
    if is_number(phrase.words[0], language):
        if joined and same:
            raise StandsAloneError  # "tussen 25 en 30 jaar"
        return _put_amount(previous, words, same, phrase, language)
    if joined or len(same) != 1:
        return None
    first, end = _first_of_noun(words, same[0], language), words[same[0]].end
    if words[first - 1].lower not in rules.leading:
        return _put_whole(previous, words[first:], end, phrase, language)
    led = words[first - 2].lower if first > 1 else ""
    if phrase.preposition not in {"", led, *rules.noun_prepositions}:
        raise StandsAloneError
    text = phrase.text[phrase.words[0].start - phrase.start :]  # "hoeveel", and not "hoeveel de"
    return previous[: words[first].start] + text + previous[end:]


def place_of_preposition(
    previous: str, start: int, phrase: Phrase, language: str, loose: frozenset[str]
) -> int | None:
    """Where the preposition begins that the one of a phrase takes the place of.

    None where the phrase has none, or one that it can do without there, being one of `loose`.
    """
    if not phrase.preposition:
        return None
    before = _without_lead(previous, start, language)
    if before and before[-1].lower in FOLLOW_UPS[language].prepositions:
        return before[-1].start
    if phrase.preposition in loose:
        return None
    raise StandsAloneError  # without "zonder" it would ask the opposite


def _without_lead(previous: str, start: int, language: str) -> list[Word]:
    """The words before a place, but for determiners and numbers right before it."""
    determiners = FOLLOW_UPS[language].determiners
    before = [word for word in words_of(previous) if word.end <= start]
    while before and (before[-1].lower in determiners or is_number(before[-1], language)):
        before.pop()
    return before


def _first_of_noun(words: list[Word], at: int, language: str) -> int:
    """Where a noun begins with the adjectives before it."""
    rules, first = FOLLOW_UPS[language], at
    while first > 1 and at - first < 2 and _is_content(words[first - 1], language):
        if words[first - 1].lower in rules.shares:  # "het percentage mannen"
            break
        first -= 1
    leader = words[first - 1]
    leaders = rules.determiners | rules.prepositions | rules.leading | rules.shares
    if leader.lower not in leaders and not is_number(leader, language):
        first = at
        while first > 1 and words[first - 1].lower.endswith(rules.modifier_endings):
            first -= 1
    return first


def _is_content(word: Word, language: str) -> bool:
    return is_plain(word, language) and not is_number(word, language)


def _put_amount(
    previous: str, words: list[Word], same: list[int], phrase: Phrase, language: str
) -> str | None:
    """As "5 jaar" for "10 jaar", for "twee jaar" and for "een jaar"."""
    ones = LANGUAGES[language].numerals.ones
    counts = [is_number(word, language) or word.lower in ones for word in words]
    places = [at for at in same if counts[at - 1]]
    if not same or not (places or any(counts)):
        return None
    if len(places) != 1:
        raise StandsAloneError
    first = places[0]
    while first and counts[first - 1]:
        first -= 1
    leads = [word.lower for word in words[:first]]
    joined = FOLLOW_UPS[language].conjunctions | FOLLOW_UPS[language].prepositions
    if leads and leads[-1] in joined and any(counts[first - 2 : first - 1]):
        raise StandsAloneError  # "4 tot 6 weken"
    return _put_whole(previous, words[first:], words[places[0]].end, phrase, language)


def _put_whole(previous: str, place: list[Word], end: int, phrase: Phrase, language: str) -> str:
    """A phrase in its place, with its preposition and its determiner for those there."""
    start, loose = place[0].start, FOLLOW_UPS[language].noun_prepositions
    led = place_of_preposition(previous, start, phrase, language, loose)
    if led is not None:
        return previous[:led] + phrase.whole + previous[end:]
    if phrase.words[0].start > phrase.start:
        before = _without_lead(previous, start, language)
        start = words_of(previous)[len(before)].start
    return previous[:start] + phrase.text + previous[end:]


def put_in_place(previous: str, place: Word, phrase: Phrase, language: str) -> str:
    """A phrase for a word or a name, with its preposition and its determiner for those there."""
    return _put_whole(previous, [place], place.end, phrase, language)


def _same_head(one: str, other: str, language: str) -> bool:
    """Whether two nouns are the same, or one a compound of the other."""
    stems = [analyse(word, language) for word in (one, other)]
    if not stems[0] or not stems[1] or min(len(one), len(other)) < 4:
        return False
    if stems[0] == stems[1]:
        return True
    # A stemmer may cut the compound in another way: "woningen", "huurwoningen".
    written = one.lower(), other.lower()
    return LANGUAGES[language].compounding and any(
        _is_compound(*sorted(pair, key=len)) for pair in ((stems[0][-1], stems[1][-1]), written)
    )


def _is_compound(short: str, long: str) -> bool:
    return len(short) >= 5 and len(long) - len(short) > 2 and long.endswith(short)
