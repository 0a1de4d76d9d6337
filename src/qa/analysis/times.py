"""Quarters of a year and times of day in one normal form.

"Q3 2025", "derde kwartaal 2025" and "3rd quarter of 2025" have "quarter:3" beside the year;
"10:15" becomes "10.15", as in "10.15 uur".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from qa.lang import LANGUAGES, as_listed
from qa.lang.short_forms import SHORT_FORMS

_NUMERALS = [language.numerals for language in LANGUAGES.values()]
_ORDINALS = {word: number for rules in _NUMERALS for word, number in rules.ordinals.items()}
_FORMS = SHORT_FORMS.values()


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))


_ENDINGS = any_of(ending for rules in _NUMERALS for ending in rules.ordinal_endings)
ORDINAL = rf"(?:\b(?:{any_of(_ORDINALS)})|(?<![\w.,/-])\d{{1,2}}(?:{_ENDINGS}))\b"
_NAME = any_of(forms.quarter for forms in _FORMS)
_LETTER = any_of(forms.quarter_letter for forms in _FORMS)
_ANY_QUARTER = re.compile(rf"\b(?:{_NAME})\b|(?:{_LETTER})[1-4]", re.I)
_QUARTER = re.compile(
    rf"({ORDINAL})\s+(?:{_NAME})\b|\b(?:{_NAME})\s+([1-4])(?![\w/]|[.,]\d)"
    rf"|(?<![^\W\d])(?:{_LETTER})([1-4])(?!\w)",
    re.I,
)
_TIME = re.compile(
    r"(?<![\w.,:/-])([01]?\d|2[0-3])(?::([0-5]\d)(?![\d:]|[.,]\d)"
    rf"|\.([0-5]\d)(?=\s?(?:{any_of(word for forms in _FORMS for word in forms.hours)})\b))",
    re.I,
)


def normalise_times(text: str, language: str) -> str:
    """The text with its quarters and times of day in normal form."""
    text = _TIME.sub(lambda m: f" {int(m[1])}.{m[2] or m[3]} ", text)
    if not _ANY_QUARTER.search(text):
        return text
    return _QUARTER.sub(lambda m: _quarter(m, SHORT_FORMS[language].quarter), text)


def ordinal(written: str) -> int:
    """The number of an ordinal, in words or digits."""
    digits = re.match(r"\d+", written)
    return int(digits[0]) if digits else _ORDINALS[as_listed(written)]


def _quarter(match: re.Match[str], name: str) -> str:
    number = ordinal(match[1]) if match[1] else int(match[2] or match[3])
    return f" quarter:{number} {name} " if 1 <= number <= 4 else match[0]
