"""Notes linked to the marks that refer to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qa.load.lines import Line
from qa.load.marks import Mark, is_unit
from qa.load.notes import Note
from qa.load.pdf.note_marks import find_marks, name_of
from qa.load.pdf.notes import PageNote
from qa.load.pdf.paragraphs import Group
from qa.reading import Span

_FAR = 2  # pages after its mark that a note may stand


@dataclass(frozen=True, slots=True)
class _Place:
    """What may be a mark, where it stands in the source, and whether it looks like a power."""

    span: Span
    page: int
    marker: str
    raised: bool
    unit: bool


def link_notes(
    found: Sequence[PageNote],
    groups: Sequence[Group],
    lines: Sequence[Line],
    line_of: Mapping[int, int],
) -> tuple[list[Note], list[Mark]]:
    """The notes in order, and the marks in the text that refer to them.

    Each note takes the first mark like its label that is free and stands on its page or shortly
    before; notes at the end take theirs from anywhere, in order.
    """
    by_marker: dict[str, list[_Place]] = {}
    for place in _places(groups, lines, line_of):
        by_marker.setdefault(name_of(place.marker), []).append(place)
    taken: set[Span] = set()
    last: Span = (-1, -1)  # of the marks of notes at the end
    notes: list[Note] = []
    marks: list[Mark] = []
    for item in found:
        indices = tuple(line_of[id(row)] for row in item.rows)
        first = lines[indices[0]]
        body = item.rows[0].text[item.label :]
        start = first.start + item.label + len(body) - len(body.lstrip())
        label = (first.start, first.start + len(item.rows[0].text[: item.label].rstrip()))
        note = Note(item.marker, label, start, indices)
        notes.append(note)
        free = [
            place
            for place in by_marker.get(name_of(item.marker), [])
            if place.span not in taken and _may_refer(place, item)
        ]
        if free:
            span = _best(free, item, last).span
            last = span if item.ending else last
            taken.add(span)
            marks.append(Mark(span, note))
    return notes, sorted(marks, key=lambda mark: mark.span)


def _may_refer(place: _Place, note: PageNote) -> bool:
    """Whether a mark is near enough to a note, and written as its label is."""
    pages = note.rows[0].page - place.page
    if pages < 0 or (pages > _FAR and not note.ending):
        return False
    return (
        place.raised
        or place.marker[-1] == note.marker[-1]
        or (note.ending and place.marker[0] == "[")
    )


def _best(places: Sequence[_Place], note: PageNote, last: Span) -> _Place:
    page = note.rows[0].page
    if note.ending:
        return min(places, key=lambda p: (p.span < last, p.unit, not p.raised, p.span))
    return min(places, key=lambda p: (page - p.page, p.unit, not p.raised, p.span))


def _places(
    groups: Sequence[Group], lines: Sequence[Line], line_of: Mapping[int, int]
) -> Iterator[_Place]:
    """All that may be a mark in the running text."""
    for group in groups:
        for row in group.rows:
            start = lines[line_of[id(row)]].start
            for mark in find_marks(row):
                begin, end = mark.span
                unit = is_unit(row.text[max(begin - 12, 0) : begin])
                yield _Place((start + begin, start + end), row.page, mark.marker, mark.raised, unit)
