"""Where in a text "van", "de" and the like are part of a surname: "Van Engelshoven"."""

from __future__ import annotations

import re

from qa.lang.followups import SURNAME_PARTICLES, SURNAME_PARTICLES_ONLY
from qa.reading import Span

CAPITAL = f"[A-Z{''.join(filter(str.isupper, map(chr, range(0xC0, 0x530))))}]"
"""A pattern of one capital letter, Latin, Greek or Cyrillic, with or without diacritics."""
_ANY = "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in sorted(SURNAME_PARTICLES))
_MORE = rf"(?:(?:{_ANY}|['’]t)\s){{0,5}}"  # bounded, or a long text would take the square of it
_WRITTEN = "|".join(word.capitalize() for word in sorted(SURNAME_PARTICLES))
_ONLY = "|".join(sorted(SURNAME_PARTICLES_ONLY))
_PARTICLES = re.compile(
    rf"\b(?:(?P<inside>(?:{_WRITTEN})\s{_MORE})"  # "minister Van der Hoek"
    rf"|(?P<only>(?:van\s)?(?:{_ONLY})\s|van\s['’]t\s)"  # "Piet van der Hoek"
    rf"|(?<=\b[A-Z]\.\s)(?P<initial>(?:{_ANY})\s{_MORE})"  # "J. van Dijk"
    # "vindt Piet van Dijk van vuurwerk": a verb takes "van" once
    rf"|{CAPITAL}\w{{0,40}}[a-zß-ÿ]\s(?P<given>van\s(?:de\s)?)"
    rf"(?={CAPITAL}[\w-]*\svan\s(?:de\s|het\s)?[a-z])"
    rf")(?={CAPITAL})"
)
_END = re.compile(r"\w\w[.?!:]")  # of a sentence, and not after an initial


def begins_sentence(text: str, start: int) -> bool:
    """Whether what starts at a place has its capital from its place."""
    end = start
    while end and text[end - 1].isspace():
        end -= 1
    return start == 0 or (3 <= end < start and bool(_END.fullmatch(text, end - 3, end)))


def particles_of(text: str) -> list[Span]:
    """Where particles of surnames stand, as far as their spelling or place makes it certain."""
    found: list[Span] = []
    for match in _PARTICLES.finditer(text):
        group = match.lastgroup or ""
        capital_by_place = group in {"inside", "given"} and begins_sentence(text, match.start())
        if not capital_by_place:
            found.append(match.span(group))
    return found
