"""The characters of one element, and its reading text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from qa.load.elements import Element, ElementKind, Run
from qa.reading import Op, Reading, ReadingBuilder, Span

_BLANKS = re.compile(r"\s+")
_LINE_BREAKS = re.compile(r"[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
# Never shown: controls, soft hyphens, zero-width spaces, marks of direction and of byte order.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_CLOSING = tuple(".,;:!?)")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class LaidElement:
    """An element with its reading, its span in the text, and its marks: name and offset."""

    element: Element
    reading: Reading
    span: Span
    label: Span
    marks: tuple[tuple[str, int], ...]


def clean(element: Element) -> Element | None:
    """The element on one line, of runs with characters or a mark; None if it shows nothing."""
    runs = [Run(_shown(run.text), run.note) for run in element.runs]
    if element.kind is ElementKind.NOTE:  # what it calls another note by is part of its text
        runs = [Run(run.text) for run in runs]
    if not any(run.text.strip() for run in runs):
        return None
    body = runs[1:] if element.labelled else runs
    if not any(run.text.strip() for run in body if run.note is None):
        return replace(element, kind=ElementKind.FURNITURE, runs=tuple(runs), labelled=False)
    joined: list[Run] = []
    for run in body:
        if joined and run.note is None is joined[-1].note:
            joined[-1] = Run(joined[-1].text + run.text)
        else:
            joined.append(run)
    return replace(element, runs=(*(runs[:1] if element.labelled else ()), *joined))


def _shown(characters: str) -> str:
    line = _UNSEEN.sub("", _LINE_BREAKS.sub(" ", characters))
    return _SURROGATES.sub("\ufffd", line)


def lay(element: Element, text: str, start: int) -> LaidElement:
    """The reading of an element whose line begins at `start`."""
    builder = ReadingBuilder(text)
    position, label, marks = start, (start, start), []
    runs = list(element.runs)
    if element.labelled:
        position += len(runs.pop(0).text)
        label = _trimmed(text, (start, position))
    line = _line(runs, text, position)
    blank = False  # whether the reading ends with a blank
    for ordinal, run in enumerate(runs):
        begin, position = position, position + len(run.text)
        if run.note is None:
            end = min(position, line[1])
            if _blank_belongs_to_mark(runs, ordinal):
                end = begin + len(run.text.rstrip())
            copied = (max(begin, line[0]), max(end, line[0], begin))
            _copy(builder, text, copied, after_blank=blank)
            if copied[0] < copied[1]:
                blank = text[copied[1] - 1].isspace()
            continue
        marks.append((run.note, builder.length))
        if run.text:
            after = text[position : position + 1]
            touching = position < line[1] and (after.isalnum() or after in "«“‘([")
            space = touching and builder.length > 0 and not blank
            builder.add(Op.MARK, (begin, position), space=space)
            blank = blank or space
    return LaidElement(element, builder.build(), (start, position), label, tuple(marks))


def _blank_belongs_to_mark(runs: list[Run], ordinal: int) -> bool:
    """Whether blanks at a run's end stand only before a mark: "320 [1], waarvan"."""
    if ordinal + 2 >= len(runs) or not runs[ordinal + 1].text:
        return False
    marked, after = runs[ordinal + 1], runs[ordinal + 2]
    return marked.note is not None and after.note is None and after.text[:1] in _CLOSING


def _line(runs: list[Run], text: str, position: int) -> Span:
    """From the first to the last visible character that is not a mark's."""
    ends: list[int] = []
    for run in runs:
        span = _trimmed(text, (position, position + len(run.text)))
        if run.note is None and span[0] < span[1]:
            ends += span
        position += len(run.text)
    return (ends[0], ends[-1]) if ends else (position, position)


def _trimmed(text: str, span: Span) -> Span:
    """The span without blanks at its ends."""
    inside = text[slice(*span)]
    begin = span[0] + len(inside) - len(inside.lstrip())
    return begin, max(begin, span[0] + len(inside.rstrip()))


def _copy(builder: ReadingBuilder, text: str, span: Span, *, after_blank: bool) -> None:
    """Copy a span, each run of blanks as one; none where the reading has just had one."""
    position, end = span
    for match in _BLANKS.finditer(text, position, end):
        again = after_blank and match.start() == span[0]
        if match.group() == " " and not again:
            continue
        builder.add(Op.COPY, (position, match.start()))
        builder.add(Op.SPACE, match.span(), space=not again)
        position = match.end()
    if position < end:
        builder.add(Op.COPY, (position, end))
