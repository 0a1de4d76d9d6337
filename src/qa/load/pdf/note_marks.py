"""What looks like the mark of a note in a line: a raised number or star, a number in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.load.notes import note_number
from qa.load.pdf.rows import Row
from qa.reading import Span

_RAISED = re.compile(r"[\[(]?\d{1,3}[\])]?|\*{1,4}|[†‡§]{1,2}")
_SUPERSCRIPT = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_BRACKETED = re.compile(r"(?: (?=\[\d+\](?:[\s.,;:!?)]|$)))?(\[\d{1,3}\])")
_GLUED = re.compile(r"(?<=[^\W\d_]|[.,;»”’\"'%])(\d{1,3}\))")


@dataclass(frozen=True, slots=True)
class FoundMark:
    """What looks like a mark in a row: its place in the row's text, and whether it is raised."""

    span: Span
    marker: str
    raised: bool = True


def name_of(marker: str) -> str:
    """A marker without brackets, its number in plain digits."""
    number = note_number(marker)
    return marker.strip("[]()") if number is None else str(number)


def find_marks(row: Row) -> list[FoundMark]:
    """Raised numbers and stars in a row, and numbers in brackets."""
    found: list[FoundMark] = []
    offset = 0
    for fragment in row.fragments:
        spans = [
            (match, begin)
            for begin, end in fragment.raised
            for match in _RAISED.finditer(fragment.text[begin:end])
        ]
        spans += [(match, 0) for match in _SUPERSCRIPT.finditer(fragment.text)]
        for match, begin in spans:
            start = offset + begin
            found.append(FoundMark((start + match.start(), start + match.end()), match.group()))
        offset += len(fragment.text) + 1
    plain = [*_BRACKETED.finditer(row.text), *_GLUED.finditer(row.text)]
    for match in plain:
        before = row.text[: match.start()]
        closes = match[1][0] != "[" and before.count("(") > before.count(")")
        inside = any(a < match.end() and b > match.start(1) for a, b in (m.span for m in found))
        if not closes and not inside:
            found.append(FoundMark(match.span(), match[1], raised=False))
    return sorted(found, key=lambda mark: mark.span)
