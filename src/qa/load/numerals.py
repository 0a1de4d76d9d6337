"""Numbers as lists and notes show them: 3, c, iii."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_SIGNS = "*†‡§"
_MOST_ROMAN = 3999
_MOST_REPEATED = 20


def decimal(number: int) -> str:
    """3, as it is."""
    return str(number)


def letter(number: int) -> str:
    """From a to z, then aa to zz, as word processors count."""
    repeats, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (repeats + 1) if 0 <= repeats < _MOST_REPEATED else str(number)


def roman(number: int) -> str:
    """i, ii, iii, iv."""
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    parts: list[str] = []
    for value, sign in _ROMAN:
        parts.append(sign * (number // value))
        number %= value
    return "".join(parts)


def sign(number: int) -> str:
    """*, †, ‡, §, then **, as notes are marked."""
    repeats, place = divmod(number - 1, len(_SIGNS))
    return _SIGNS[place] * (repeats + 1) if 0 <= repeats < _MOST_REPEATED else str(number)
