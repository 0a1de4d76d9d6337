"""Notes linked to the raised marks that refer to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qa.load.lines import Line
from qa.load.marks import Mark, is_unit
from qa.load.notes import Note, note_number
from qa.load.pdf.notes import PageNote, find_marks
from qa.load.pdf.paragraphs import Group
from qa.reading import Span

_FAR = 2  # pages after its mark that a note may stand


def link_notes(
    found: Sequence[PageNote],
    groups: Sequence[Group],
    lines: Sequence[Line],
    line_of: Mapping[int, int],
) -> tuple[list[Note], list[Mark]]:
    """The notes in order, and the marks in the text that refer to them.

    Each note takes the first mark like its label that stands on its page or shortly before,
    after the mark of the note before.
    """
    places = _places(groups, lines, line_of)
    taken: set[Span] = set()
    notes: list[Note] = []
    marks: list[Mark] = []
    by_marker: dict[str, list[tuple[Span, int, bool]]] = {}
    for span, page, marker, unit in places:
        by_marker.setdefault(_name(marker), []).append((span, page, unit))
    for item in found:
        indices = tuple(line_of[id(row)] for row in item.rows)
        first = lines[indices[0]]
        body = item.rows[0].text[item.label :]
        start = first.start + item.label + len(body) - len(body.lstrip())
        label = (first.start, first.start + len(item.rows[0].text[: item.label].rstrip()))
        note = Note(item.marker, label, start, indices)
        notes.append(note)
        page = item.rows[0].page
        near = [
            (page - on, unit, span)
            for span, on, unit in by_marker.get(_name(item.marker), [])
            if span not in taken and 0 <= page - on <= _FAR
        ]
        if near:
            span = min(near)[2]
            taken.add(span)
            marks.append(Mark(span, note))
    return notes, sorted(marks, key=lambda mark: mark.span)


def _name(marker: str) -> str:
    number = note_number(marker)
    return marker.strip("[]()") if number is None else str(number)


def _places(
    groups: Sequence[Group], lines: Sequence[Line], line_of: Mapping[int, int]
) -> list[tuple[Span, int, str, bool]]:
    """Every raised number or star in the running text: span, page, marker, whether a power."""
    places: list[tuple[Span, int, str, bool]] = []
    for group in groups:
        for row in group.rows:
            start = lines[line_of[id(row)]].start
            for begin, end, marker in find_marks(row):
                unit = is_unit(row.text[max(begin - 12, 0) : begin])
                places.append(((start + begin, start + end), row.page, marker, unit))
    return places
