"""Footnotes of a plain text: which lines they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.load.lines import Line, Measure, measure

_NOTE_START = re.compile(
    r"(?P<open>[\[(]?)(?P<marker>\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\*{1,4}|[†‡§]{1,2})(?P<close>[\])]?)"
    r"[ \t\u00a0]+(?=\S)"
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote as it stands: its marker as printed ("6", "*", "[6]") and its lines.

    `body_start` is the source offset where its text begins, after the marker.
    """

    marker: str
    label: tuple[int, int]
    body_start: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """Notes that stand together, at the foot of a page or at the document's end."""

    notes: tuple[Note, ...]
    first: int
    last: int


def note_number(marker: str) -> int | None:
    """The number of a marker; None for stars and daggers."""
    digits = marker.strip("[]()").translate(_SUPERSCRIPTS)
    return int(digits) if digits.isdigit() else None


def find_note_blocks(
    lines: list[Line], page_starts: frozenset[int], refused: frozenset[int] = frozenset()
) -> list[NoteBlock]:
    """Runs of lines that look like notes; whether they are is for their marks to prove.

    A note begins a block after a blank line or at a page start, and numbers go up by
    one; a block may also restart at 1. It ends at a page start, or at a blank line that
    no next note follows, or where a line had room for the next line's first word:
    there the running text of the next page resumes. No block begins at a refused line.
    """
    blocks: list[NoteBlock] = []
    body = measure(lines)
    previous: str | None = None
    index = 0
    while index < len(lines):
        note = _note_at(lines, index) if index not in refused else None
        apart = index == 0 or lines[index - 1].blank or index in page_starts
        opens = note and (apart or (body.unwrapped and not _goes_on(lines, index)))
        if not (note and opens and _follows(previous, note.marker, new_block=True)):
            index += 1
            continue
        block = _read_block(lines, index, page_starts, refused, body)
        blocks.append(block)
        previous = block.notes[-1].marker
        index = block.last + 1
    return blocks


def _goes_on(lines: list[Line], index: int) -> bool:
    """Whether a line that begins with a number goes on with the sentence of the line before."""
    words = lines[index].text.split(maxsplit=1)
    return not lines[index - 1].terminal and words[-1][0].islower()


def _note_at(lines: list[Line], index: int) -> Note | None:
    line = lines[index]
    match = _NOTE_START.match(line.text)
    if not match or bool(match["open"]) != bool(match["close"]):
        return None
    marker = match["open"] + match["marker"] + match["close"]
    label = (line.start, line.start + len(marker))
    return Note(marker, label, line.start + match.end(), (index,))


def _follows(previous: str | None, marker: str, *, new_block: bool) -> bool:
    """Whether a marker may come next."""
    number = note_number(marker)
    before = note_number(previous) if previous else None
    if number is None or (previous and before is None):
        return new_block or (number is None and marker != previous)
    if before is None:
        return True
    return number == before + 1 or (new_block and number == 1)


def _read_block(
    lines: list[Line],
    first: int,
    page_starts: frozenset[int],
    refused: frozenset[int],
    body: Measure,
) -> NoteBlock:
    notes: list[Note] = []
    current: Note | None = _note_at(lines, first)
    members = [first]
    index = first + 1
    width = Measure(max(body.width, len(lines[first].text)), body.slack)
    while current and index < len(lines) and index not in page_starts:
        line = lines[index]
        following = _note_at(lines, index) if index not in refused else None
        next_note = following and _follows(current.marker, following.marker, new_block=False)
        if line.blank:
            after = next((i for i in range(index, len(lines)) if not lines[i].blank), None)
            if after is None or any(i in page_starts for i in range(index, after + 1)):
                break
            candidate = _note_at(lines, after) if after not in refused else None
            if not (candidate and _follows(current.marker, candidate.marker, new_block=False)):
                break
            index = after
            continue
        if following and next_note:
            notes.append(Note(current.marker, current.label, current.body_start, tuple(members)))
            current, members = following, [index]
        elif page_starts or _runs_on(lines[index - 1], line, width):
            members.append(index)
        else:
            break
        width = Measure(max(width.width, len(line.text)), body.slack)
        index += 1
    if current:
        notes.append(Note(current.marker, current.label, current.body_start, tuple(members)))
    return NoteBlock(tuple(notes), first, notes[-1].lines[-1])


def _runs_on(line: Line, following: Line, width: Measure) -> bool:
    """Whether a note's line goes on in the next one."""
    return line.text.endswith("-") or (width.full(line, following) and not width.unwrapped)
