"""Where dates and numbers stand in a text, with the words that belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from qa.analysis import fold
from qa.dates import DATE, YEAR
from qa.lang import LANGUAGES
from qa.lang.spans import SPAN_WORDS
from qa.reading import Span

_WORDS = SPAN_WORDS.values()


def any_of(phrases: Iterable[str]) -> str:
    """A pattern of one of some phrases, the longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda p: (-len(p), p)))


_DATE = re.compile(
    rf"(?<![\w/.-]){YEAR}-\d\d-\d\d\b|\b(?:{'|'.join(words.times for words in _WORDS)})\b"
    rf"|{DATE.pattern}(?:\s(?:{any_of(word for words in _WORDS for word in words.after_date)}))?",
    re.IGNORECASE,
)
_MONTHS = [names.split() for rules in LANGUAGES.values() for names in rules.months]
_FULL_MONTHS = tuple(f"{full}." for full, *_ in _MONTHS)
_SHORT_MONTHS = {short for _, *others in _MONTHS for short in others}
_LETTERS = re.compile(r"[^\W\d_]+")
_IN_WORDS = "\ue000"  # stands for each letter of a number in words, so that all keep their places
_TAKEN = "\ue001"  # and this for what is part of a date
_DIGITS = r"\d{1,3}([ .,\u00a0\u202f])\d{3}(?:\1\d{3})*(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?"


def dates_in(text: str) -> Iterator[Span]:
    """Where dates stand, without a full stop; "jan" and the like alone are none."""
    for match in _DATE.finditer(text):
        date = match[0].lower()
        if date.rstrip(".") not in _SHORT_MONTHS:
            yield match.start(), match.end() - date.endswith(_FULL_MONTHS)


def quantities_in(text: str, language: str) -> list[Span]:
    """Where numbers and shares stand that are no dates, with what belongs to them."""
    numerals, shown = LANGUAGES[language].numerals, text
    for start, end in dates_in(text):
        shown = shown[:start] + _TAKEN * (end - start) + shown[end:]

    def mask(match: re.Match[str]) -> str:
        word = fold(match[0])
        accented = word in numerals.ones and match[0].lower() != word  # "één"
        known = accented or word in numerals.words or word in numerals.mixed
        return _IN_WORDS * len(match[0]) if known else match[0]

    found = _quantity(language).finditer(_LETTERS.sub(mask, shown))
    return [match.span() for match in found if not _glued(match.span(), text)]


@cache
def _quantity(language: str) -> re.Pattern[str]:
    """A number or a share, with what comes before and after it in a language."""
    numerals, words = LANGUAGES[language].numerals, SPAN_WORDS[language]
    magnitude = any_of(numerals.magnitudes)
    joint = rf"[ -]|\s{numerals.joint}\s" if numerals.joint else "[ -]"
    number = rf"{_DIGITS}|{_IN_WORDS}+(?:(?:{joint}){_IN_WORDS}+)*"
    shares, ones = any_of(numerals.shares), any_of(numerals.ones)
    # "a million", "half a million"
    factors = rf"\b(?:{any_of(numerals.factors)}|(?:(?:{shares})\s)?(?:{ones}))"
    units = any_of((*words.units, *(word for word in numerals.percent if word.isalpha())))
    share = _share(language)
    return re.compile(
        rf"(?:\b(?:{any_of(words.hedges)})\s){{0,2}}"
        rf"(?:(?:{factors}(?=\s(?:{magnitude})\b)|(?!{share})(?:[€$£]\s?)?(?:{number}))"
        rf"(?:\s(?:{magnitude})\b)*(?:\s?%|\s(?:{units})\b)?|{share})",
        re.IGNORECASE,
    )


def _share(language: str) -> str:
    """The pattern of a share: "de helft", "two thirds", "een op de vier"."""
    numerals, words = LANGUAGES[language].numerals, SPAN_WORDS[language]
    ones, parts = any_of(numerals.ones), any_of(numerals.denominators)
    halves = any_of(word for word, count in numerals.denominators.items() if count in (2, 4))
    clear = any_of(numerals.share_of | LANGUAGES[language].cues.verbs)
    out_of = any_of(" ".join(between) for between in numerals.out_of)
    return (
        rf"(?:(?:{any_of(words.articles)})?\b(?:{any_of(numerals.shares)})\b"
        rf"|\b(?:{ones})\s(?:{halves})\b|{_IN_WORDS}+\s(?:{parts})\b"
        # "a third of them" and not "a third country"
        rf"|\b(?:{ones})\s(?:{parts})(?=$|[.,;:)]|\s(?:{clear})\b)"
        rf"|\b(?:{ones})\s(?:{out_of})\s(?:\d+|{_IN_WORDS}+))"
    )


def _glued(span: Span, text: str) -> bool:
    """Whether a number is part of a name or an identifier ("COVID-19", "2011/36/EU")."""
    before, after = text[max(span[0] - 1, 0) : span[0]], text[span[1] : span[1] + 1]
    return bool(re.match(r"[\w/-]", before)) or bool(re.match(r"[\w/]", after))
