"""Nouns that a number or a name tells apart: "derde lid", "motie-Kröger"."""

from __future__ import annotations

import re

from qa.followup.names import names_of
from qa.followup.nouns import put_in_place
from qa.followup.phrases import Phrase, Word, is_name, is_ordinal, words_of
from qa.lang.followups import FOLLOW_UPS, SURNAME_PARTICLES
from qa.surnames import CAPITAL

_NAME = rf"{CAPITAL}[\w'’./-]*\b"
_SMALL = "|".join(sorted(SURNAME_PARTICLES))
_NAMED = re.compile(
    r"(?<![\w-])(?P<noun>[a-zß-ÿ]{3,})(?P<joint>[- ])"
    rf"(?P<name>{_NAME}(?:\s(?:(?:{_SMALL})\s)*{_NAME})*)"
)
_FEWEST = 5  # letters of a noun before a hyphen: "anti-" and "oud-" are none


def put_ordinal(previous: str, phrase: Phrase, language: str) -> str | None:
    """As "derde lid" for "tweede lid", and an ordinal alone for the only one."""
    ordinal, *others = phrase.words
    if not is_ordinal(ordinal, language) or len(others) > 1:
        return None
    rules, words = FOLLOW_UPS[language], words_of(previous)
    nouns = {word.lower for word in others}
    places = [
        at
        for at, word in enumerate(words)
        if is_ordinal(word, language) and nouns <= {other.lower for other in words[at + 1 : at + 2]}
    ]
    if len(places) != 1:
        return None
    place = words[places[0]]
    leads = {"", *rules.noun_prepositions, *(word.lower for word in words[: places[0]])}
    if phrase.preposition not in leads:
        return None
    return previous[: place.start] + ordinal.text + previous[place.end :]


def put_named(previous: str, phrase: Phrase, language: str) -> str | None:
    """As "motie-Kröger" for "motie-Wassenberg", and "Kröger" for the name in it."""
    found = list(_NAMED.finditer(previous))
    places = [place for place in found if _is_noun(place)]
    own = _NAMED.fullmatch(phrase.text[phrase.words[0].start - phrase.start :])
    if own:
        same = [place for place in found if place["noun"] == own["noun"]]
        if not same and _is_noun(own):
            same = places  # "amendement-Bromet" for "motie-Kröger"
        if len(same) != 1:
            return None
        (start, end) = same[0].span()
        return put_in_place(previous, Word(same[0][0], start, end), phrase, language)
    if len(phrase.words) == 1 and not own:  # "de motie" for "de motie-Kröger"
        same = [place for place in places if place["noun"] == phrase.words[0].lower]
        if len(same) == 1 and not phrase.preposition:
            place = Word(same[0][0], *same[0].span())
            return put_in_place(previous, place, phrase, language)
    alone = is_name(phrase, language) and not names_of(previous, language)
    loose = {"", *FOLLOW_UPS[language].noun_prepositions}
    if not alone or len(places) != 1 or phrase.preposition not in loose:
        return None
    return previous[: places[0].start("name")] + phrase.text + previous[places[0].end() :]


def _is_noun(named: re.Match[str]) -> bool:
    """Whether what stands before a name is sure to be a noun: "vindt Jansen" is not."""
    return named["joint"] == "-" and len(named["noun"]) >= _FEWEST
