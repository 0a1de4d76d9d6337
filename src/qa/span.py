"""The words of a quote that answer, where the question asks for a number or a date."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import partial

from qa.lang import LANGUAGES, detect_language
from qa.lang.followups import FOLLOW_UPS
from qa.lang.spans import SPAN_WORDS
from qa.quantities import any_of, dates_in, quantities_in
from qa.reading import Span
from qa.years import ONE_YEAR, years

_CERTAIN = 1.1  # how much better than the next a choice must be: no mark beats a wrong one
_WORDS = SPAN_WORDS.values()
_BEFORE_WHEN = {words.joining for words in _WORDS}.union(
    *(rules.prepositions for rules in FOLLOW_UPS.values())
)
_ASKS_QUANTITY = re.compile(
    rf"\b(?:{any_of(phrase for words in _WORDS for phrase in words.asks_number)})\b", re.IGNORECASE
)
_ASKS_DATE = re.compile(
    rf"\b(?:{any_of(phrase for words in _WORDS for phrase in words.asks_date)})\b"
    rf"|(?:^\W*|[.?!:]\s+|\b(?:{any_of(_BEFORE_WHEN)})\s+)"
    rf"(?:{any_of(words.asks_time for words in _WORDS)})\b",
    re.IGNORECASE,
)
_CUTS = re.compile(rf"[,;:]|\b(?:{any_of(word for words in _WORDS for word in words.against)})\b")
_CLAUSE = 20  # characters that what cuts a sentence counts for
_ANCHOR = re.compile(r"\w{4,}|\d+")


def find_span(question: str, text: str, *, number: bool = False) -> Span | None:
    """The answering words; None for other questions, and where several come equally near.

    Of several numbers or dates the one is taken that stands nearest to the words of the question,
    of numbers first those that are of the years it asks about. With `number` any question is
    taken to ask for one.
    """
    if _ASKS_DATE.search(question):
        spans = list(dates_in(text))
    elif number or _ASKS_QUANTITY.search(question):
        spans = numbers_in(question, text)
        spans = _of_years(years(question), spans, text) or spans
    else:
        return None
    places = _places(question, text)
    scored = sorted(((_nearness(span, places), span) for span in spans), reverse=True)
    if not scored:
        return None
    certain = len(scored) == 1 or scored[0][0] > _CERTAIN * scored[1][0]
    return scored[0][1] if certain else None


def numbers_in(question: str, text: str) -> list[Span]:
    """Where numbers stand in an answer; a few words may tell no language: then the question's."""
    defaults = (detect_language(question), *LANGUAGES)
    read = (quantities_in(text, detect_language(text, default=one)) for one in defaults)
    return next((found for found in read if found), [])


def _of_years(asked: frozenset[int], spans: list[Span], text: str) -> list[Span]:
    """Those of some numbers whose own year is asked about: the nearest, best in one clause."""
    told = [match.span() for match in ONE_YEAR.finditer(text)]

    def far(span: Span, year: Span) -> int:
        between = text[min(span[1], year[1]) : max(span[0], year[0])]
        return len(between) + _CLAUSE * len(_CUTS.findall(between))

    found = []
    for span in spans:
        at = bisect_left(told, span)
        nearest = min(told[max(at - 1, 0) : at + 1], key=partial(far, span), default=None)
        if nearest and int(text[slice(*nearest)]) in asked:
            found.append(span)
    return found


def _places(question: str, text: str) -> list[list[Span]]:
    """Where the beginnings of the question's longer words, and its numbers, stand in a text."""
    asked: dict[str, list[Span]] = {word[:5]: [] for word in _ANCHOR.findall(question.lower())}
    for match in _ANCHOR.finditer(text):
        if (anchor := match[0].lower()[:5]) in asked:
            asked[anchor].append(match.span())
    return [places for places in asked.values() if places]


def _nearness(span: Span, places: list[list[Span]]) -> float:
    """How near the words of the question stand, each counted at its nearest place."""
    total = 0.0
    for found in places:
        before = bisect_right(found, span[0], key=lambda place: place[1])
        after = bisect_left(found, span[1], key=lambda place: place[0])
        gaps = [span[0] - end for _, end in found[max(before - 1, 0) : before]]
        gaps += [start - span[1] for start, _ in found[after : after + 1]]
        total += 1 / (1 + min(gaps) / 10) if gaps else 0
    return total
