"""The characters of a span in whole words and whole brackets: a token may be a part of one."""

from __future__ import annotations

import re

from qa.enclosed import PAIRS
from qa.lang import LANGUAGES
from qa.lang.followups import SURNAME_PARTICLES
from qa.lang.legal_forms import LEGAL_FORMS
from qa.reading import Span

_QUOTED = {**PAIRS, "‘": "’"}  # the last is an apostrophe as often
# What goes on: letters and digits, "Broekers-Knol", "2011/36/EU", "10.30", "12,5", "33%".
_GOING_ON = re.compile(r"\w\w|[^\W\d]-\w|\w-[^\W\d]|\w/\w|\d[.,:]\d|\d%", re.DOTALL)
_CURRENCY = re.compile(r"(?:[€$£]|\bEUR)\s?$")
_INITIALS = re.compile(r"(?:^|\W)((?:\w\.)+\w\.)$")  # "N.V.", "d.d."
# What follows initials: "J.M. (Joke) de Wit".
_PERSON = re.compile(r"(?:^|[\s(])((?:[A-ZÀ-ÖØ-Þ][a-z]?\.)+)$")
_SURNAME = re.compile(
    rf"\s(?:\([A-ZÀ-ÖØ-Þ][\w’'-]+\)\s)?(?:(?:{'|'.join(sorted(SURNAME_PARTICLES))})\s)*"
    r"[A-ZÀ-ÖØ-Þ][\w’'-]+"
)
_ABBREVIATIONS = frozenset[str]().union(
    *(rules.abbreviations | rules.closing_abbreviations for rules in LANGUAGES.values())
)


def whole_words(span: Span, passage: str) -> Span:
    """A span of whole words, amounts, abbreviations and names, in no half pair of brackets.

    Full stops and commas that close it are left out, and brackets around it.
    """
    start, end = _with_brackets(_widened(span, passage), passage)
    while end - start > 1 and passage[end - 1] in ".,;:" and not _abbreviated(passage[start:end]):
        end -= 1
    while end - start > 2 and _in_brackets(passage[start:end]):
        start, end = start + 1, end - 1
    return start, end


def _widened(span: Span, passage: str) -> Span:
    start, end = span
    while 0 < start < len(passage) and _goes_on(passage, start):
        start -= 1
    while 0 < end < len(passage) and _goes_on(passage, end):
        end += 1
    if passage[end : end + 1] == "." and _INITIALS.search(passage[start : end + 1]):
        end += 1
    person = _PERSON.search(passage[start:end])
    if person and person[1] not in LEGAL_FORMS and (rest := _SURNAME.match(passage, end)):
        end = rest.end()
    if passage[start : start + 1].isdigit() and (before := _CURRENCY.search(passage[:start])):
        start = before.start()
    return start, end


def _goes_on(passage: str, place: int) -> bool:
    """Whether a word or an amount stands on both sides of this place between two characters."""
    around = (
        passage[place - 1 : place + 1],
        passage[max(place - 2, 0) : place + 1],
        passage[place - 1 : place + 2],
    )
    return any(_GOING_ON.fullmatch(part) for part in around)


def _with_brackets(span: Span, passage: str) -> Span:
    """The span with the missing half of a pair that stands next to it, or without its half."""
    start, end = span
    open_at: list[int] = []
    for place in range(start, end):
        char = passage[place]
        if char in PAIRS:
            open_at.append(place)
        elif char in PAIRS.values():
            if open_at and PAIRS[passage[open_at[-1]]] == char:
                open_at.pop()
            elif start > 0 and PAIRS.get(passage[start - 1]) == char:
                start -= 1
            elif place == end - 1:
                end -= 1
    for place in reversed(open_at):
        if passage[end : end + 1] == PAIRS[passage[place]]:
            end += 1
        elif place == start:
            start += 1
    return start, end


def _in_brackets(text: str) -> bool:
    """Whether the first character opens a pair that the last one closes."""
    closer = _QUOTED.get(text[0])
    if text[-1] != closer:
        return False
    depth = 0
    for place, char in enumerate(text):
        depth += (char == text[0]) - (char == closer)
        if not depth:
            return place == len(text) - 1
    return False


def _abbreviated(text: str) -> bool:
    """Whether a full stop at the end belongs to an abbreviation."""
    return bool(_INITIALS.search(text)) or text.split()[-1].lower() in _ABBREVIATIONS
