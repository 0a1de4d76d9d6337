"""Marks of notes in headings and column heads, which refer from what stands under them."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace

from qa.document import Document, FootnoteReference
from qa.load.marks import Mark
from qa.load.notes import Note


def with_marks_above(document: Document, notes: Sequence[Note], marks: Sequence[Mark]) -> Document:
    """The document in which a mark that stands in no paragraph is that of the next one."""
    read = {span for paragraph in document.paragraphs for span in paragraph.reading.marks}
    numbers = {id(note): number for number, note in enumerate(notes)}
    starts = [paragraph.reading.pieces[0][0] for paragraph in document.paragraphs]
    paragraphs, footnotes = list(document.paragraphs), list(document.footnotes)
    for mark in reversed(marks):  # so that the references of a paragraph stay in order
        place = bisect(starts, mark.span[0])
        if mark.span in read or place == len(paragraphs):
            continue
        below, note = paragraphs[place], footnotes[numbers[id(mark.note)]]
        own = (FootnoteReference(note.id, 0), *below.footnotes)
        paragraphs[place] = replace(below, footnotes=own)
        referred = (FootnoteReference(below.id, 0), *note.referred_from)
        footnotes[numbers[id(mark.note)]] = replace(note, referred_from=referred)
    return replace(document, paragraphs=tuple(paragraphs), footnotes=tuple(footnotes))
