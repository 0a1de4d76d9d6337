"""Dates in one normal form, whatever the order, the language or the marks between.

A day of a month becomes "date:11-18" (month and day, after ISO 8601) with "month:11" and the
year beside it, so that "18 november 2020" meets "18-11-2020", "November 18, 2020" and also
"18 november jl." and "in November 2020". Both days of "17-18 november 2020" have the month.
"""

from __future__ import annotations

import re

from qa.analysis.times import any_of
from qa.lang import LANGUAGES, as_listed
from qa.lang.short_forms import SHORT_FORMS

_MONTHS = {
    name: number
    for language in LANGUAGES.values()
    for number, names in enumerate(language.months, start=1)
    for name in names.split()
}
_FULL = {
    names.split()[0]: number
    for language in LANGUAGES.values()
    for number, names in enumerate(language.months, start=1)
}
_ALSO_WORDS = frozenset().union(*(language.months_also_words for language in LANGUAGES.values()))


def _any(names: set[str]) -> str:
    return "(" + "|".join(sorted(names, key=lambda name: (-len(name), name))) + r")\b\.?"


_DAY = r"(0?[1-9]|[12]\d|3[01])"
_YEAR = r"((?:19|20)\d\d)\b"
_NAME = _any(set(_MONTHS))
_FIRST = rf"\b(?=[{''.join(sorted({name[0] for name in _MONTHS}))}])"
_DIGIT = re.compile(r"\d")
_ANY_NAME = re.compile(rf"{_FIRST}{_NAME}", re.I)
_BETWEEN = any_of(
    word for forms in SHORT_FORMS.values() for word in (*forms.through, *forms.joining)
)
_TO = rf"(?:\s?[-–]\s?|\s*\b(?:{_BETWEEN})\s*)"
_ENDING = "(?:st|nd|rd|th|ste|de|e)?"
_DAY_FIRST = re.compile(
    rf"(?<![\w.,/-])(?:{_DAY}{_ENDING}{_TO})?{_DAY}{_ENDING}\s+(?:of\s+)?{_NAME}"
    rf"(?:,?\s+{_YEAR})?",
    re.I,
)
_MONTH_FIRST = re.compile(
    rf"{_FIRST}{_NAME}\s+(?:{_DAY}(?:st|nd|rd|th)?{_TO})?{_DAY}(?:st|nd|rd|th)?\b(?![.,/]?\d)"
    rf"(?:,?\s+{_YEAR})?(?!\s*%)",
    re.I,
)
_MONTH_YEAR = re.compile(rf"{_FIRST}{_NAME}\s+(?=(?:19|20)\d\d\b)", re.I)
_MONTH = re.compile(rf"{_FIRST}{_any(set(_FULL) - _ALSO_WORDS)}", re.I)
_MONTH_AFTER = re.compile(
    rf"\b(in|since|until|by|from|before|after|early|late|of|last|next)\s+{_any(set(_ALSO_WORDS))}",
    re.I,
)
_DIGITS = re.compile(r"(?<![\w.,/-])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d)(?![\w/-])")
_ISO = re.compile(r"(?<![\w.,/-])((?:19|20)\d\d)-(\d{2})-(\d{2})(?![\w/-])")


def normalise_dates(text: str, language: str) -> str:
    """The text with its dates in normal form.

    "November 18" without a year is read as a date in English only: in Dutch the number after
    a month begins something else. Of "4/5/2020" the day comes first, unless it cannot.
    """
    if _DIGIT.search(text):
        text = _ISO.sub(lambda m: _date(m[0], m[3], int(m[2]), m[1]), text)
        text = _DIGITS.sub(lambda m: _in_digits(m[0], int(m[1]), int(m[3]), m[4]), text)
    if not _ANY_NAME.search(text):
        return text
    text = _DAY_FIRST.sub(lambda m: _dates(m[0], m[1], m[2], _number(m[3]), m[4]), text)
    text = _MONTH_FIRST.sub(
        lambda m: (
            _dates(m[0], m[2], m[3], _number(m[1]), m[4]) if language == "en" or m[4] else m[0]
        ),
        text,
    )
    text = _MONTH_YEAR.sub(lambda m: f" {_month(_number(m[1]))} | ", text)
    text = _MONTH_AFTER.sub(lambda m: f"{m[1]} {_month(_number(m[2]))} ", text)
    return _MONTH.sub(lambda m: f" {_month(_number(m[1]))} ", text)


def _number(name: str) -> int:
    return _MONTHS[as_listed(name)]


def _month(number: int) -> str:
    return f"month:{number:02d}"


def _date(found: str, day: str, month: int, year: str | None) -> str:
    if not (1 <= month <= 12 and 1 <= int(day) <= 31):
        return found
    return f" date:{month:02d}-{int(day):02d} {_month(month)} | {year or ''} | "


def _dates(found: str, first: str | None, day: str, month: int, year: str | None) -> str:
    """A day of a month, and an earlier one if two are named."""
    before = f" date:{month:02d}-{int(first):02d} | " if first else ""
    return before + _date(found, day, month, year)


def _in_digits(found: str, first: int, second: int, year: str) -> str:
    day, month = (first, second) if second <= 12 else (second, first)
    return _date(found, str(day), month, year)
