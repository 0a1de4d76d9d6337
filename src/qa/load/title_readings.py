"""What a heading that is none says, and the notes that it refers to."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import chain, combinations

from qa.document import Document, FootnoteReference, Paragraph, Section
from qa.reading import Op, Reading, ReadingBuilder, Span

_PIECES = re.compile(r"\S+|\s+")
_MOST_SPANS = 6  # of a title that are tried as marks


def read_title(document: Document, section: Section) -> Reading | None:
    """The reading of a title; None where more than line ends and marks was taken out of it."""
    spans = section.title_spans[:_MOST_SPANS]
    subsets = (combinations(spans, count) for count in range(len(spans)))
    tried = (_without(document, section, marks) for marks in chain.from_iterable(subsets))
    return next((reading for reading in tried if reading.text == section.title), None)


def _without(document: Document, section: Section, marks: Collection[Span]) -> Reading:
    """The reading of a title with some of its spans taken out as marks of notes."""
    start, end = section.title_spans[0][0], section.title_spans[-1][1]
    builder = ReadingBuilder(document.text)
    for mark in (*marks, (end, end)):
        for match in _PIECES.finditer(document.text, start, mark[0]):
            if match.group() == " " or not match.group().isspace():
                builder.add(Op.COPY, match.span())
            else:
                builder.add(
                    Op.LINE_JOIN if "\n" in match.group() else Op.SPACE, match.span(), space=True
                )
        start = mark[1]
        if mark[0] < mark[1]:
            touching = start < end and document.text[start].isalnum()
            builder.add(Op.MARK, mark, space=touching)
    begin = section.title_spans[0][0]
    return builder.build(tuple(p.span[0] for p in document.pages if begin < p.span[0] < end))


def with_own_marks(
    document: Document, readings: Mapping[str, Reading]
) -> tuple[Document, dict[str, tuple[FootnoteReference, ...]]]:
    """The references of these titles, and the document without them in the paragraphs below.

    A loader gives what a heading refers to to the next paragraph, before its own first character.
    """
    places: list[tuple[int, Section | Paragraph]] = [
        *((s.title_spans[0][0], s) for s in document.sections if len(s.title_spans) > 1),
        *((p.reading.pieces[0][0], p) for p in document.paragraphs if p.text),
    ]
    found: dict[str, tuple[FootnoteReference, ...]] = {}
    kept: dict[str, tuple[FootnoteReference, ...]] = {}
    owed: list[tuple[str, int]] = []  # marks in titles since the last paragraph
    for _, entry in sorted(places, key=lambda place: place[0]):
        if isinstance(entry, Section):
            reading = readings.get(entry.id) or read_title(document, entry)
            steps = reading.steps if reading else ()
            owed += [(entry.id, step.target[0]) for step in steps if step.op is Op.MARK]
            continue
        own = entry.footnotes[len(owed) :]
        given = list(zip(owed, entry.footnotes, strict=False))
        if len(given) == len(owed) and not any(mark.at for _, mark in given):
            for (title, at), mark in given:
                found[title] = (*found.get(title, ()), replace(mark, at=at))
            others = (mark for (title, _), mark in given if title not in readings)
            kept[entry.id] = (*others, *own)
        owed = []
    paragraphs = (replace(p, footnotes=kept.get(p.id, p.footnotes)) for p in document.paragraphs)
    return replace(document, paragraphs=tuple(paragraphs)), found
