"""Accents that a PDF sets as signs of their own over or under a letter: "s¸" for "ş"."""

from __future__ import annotations

import unicodedata

_COMBINING = {  # by the sign set apart
    "`": "\u0300",
    "\u00b4": "\u0301",  # acute
    "\u02c6": "\u0302",
    "\u02dc": "\u0303",
    "\u00af": "\u0304",
    "\u02d8": "\u0306",
    "\u02d9": "\u0307",
    "\u00a8": "\u0308",  # diaeresis
    "\u02da": "\u030a",
    "\u02dd": "\u030b",
    "\u02c7": "\u030c",
    "\u00b8": "\u0327",  # cedilla
    "\u02db": "\u0328",
}
ACCENTS = frozenset(_COMBINING)
_DOTLESS = {"\u0131": "i", "\u0237": "j"}  # as printed under an accent
Extent = tuple[float, float]


def with_accent(first: str, extent: Extent, second: str, other: Extent) -> str | None:
    """One letter for a letter and an accent set at it, in either order; None if they are not."""
    if second in _COMBINING:
        return _composed(first, second) if _over(other, extent) else None
    if first in _COMBINING:
        return _composed(second, first) if _over(extent, other) else None
    return None


def _composed(letter: str, accent: str) -> str | None:
    base = _DOTLESS.get(letter, letter)
    made = unicodedata.normalize("NFC", base + _COMBINING[accent])
    return made if base.isalpha() and len(made) == 1 else None


def _over(accent: Extent, letter: Extent) -> bool:
    """Whether the middle of an accent stands within a letter's width."""
    return letter[0] <= (accent[0] + accent[1]) / 2 <= letter[1]
