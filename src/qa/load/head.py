"""The head of a document, line by line: what is printed before its running text begins."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from qa.document import Document, Footnote, Paragraph, ParagraphKind
from qa.lang.letterheads import LETTERHEADS
from qa.load.joins import Joiner
from qa.reading import Span

_LONGEST = 6000  # characters in which a head must end
_MOST_CELLS = 60
_WORDS_OF_PROSE = 8
_LINE = re.compile(r"[^\n\f]+|(?<=\n)(?=\n)")
_GAP = re.compile(r"\t|[ \u00a0]{3,}")
_SENTENCE_END = re.compile(r"(?<=[a-z)»”’'\"][.?!])(?:\s|$)")
_SALUTATION = re.compile(
    rf"(?:{'|'.join(word for head in LETTERHEADS for word in head.salutations)})\b", re.I
)
_PROSE_KINDS = {ParagraphKind.BODY, ParagraphKind.LIST_ITEM, ParagraphKind.QUESTION}
_FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands on a line, or in one of its columns; `block` is equal for cells of one block.

    A block is a paragraph or heading, or furniture, as far as no blank line cuts it.
    """

    text: str
    span: Span
    block: tuple[str, int]


class Cells:
    """Reads the cells of a document; those of notes are passed over."""

    def __init__(self, document: Document) -> None:
        units: tuple[Paragraph | Footnote, ...] = (*document.paragraphs, *document.footnotes)
        pieces = [(piece[0], unit.id) for unit in units for piece in unit.reading.pieces]
        pieces += [(title[0], part.id) for part in document.sections for title in part.title_spans]
        pieces += [(aside[0], _FURNITURE) for aside in document.furniture]
        pieces.sort()
        self._document = document
        self._starts = [start for start, _ in pieces]
        self._units = [unit for _, unit in pieces]
        self._notes = {note.id for note in document.footnotes}

    def within(self, span: Span) -> Iterator[Cell]:
        """The cells of a span of the source, in order."""
        text, blanks = self._document.text, 0
        for line in _LINE.finditer(text, *span):
            if not line.group().strip():
                blanks += 1
                continue
            for start, end in _columns(text, line.span()):
                place = bisect_right(self._starts, start) - 1
                unit = self._units[place] if place >= 0 else ""
                if unit not in self._notes:
                    yield Cell(text[start:end], (start, end), (unit, blanks))

    def head(self) -> list[Cell]:
        """From the beginning to the salutation, or to the first paragraph of prose."""
        cells = list(self.within((0, _LONGEST)))[:_MOST_CELLS]
        greeted = {cell.block[0] for cell in cells if _SALUTATION.match(cell.text)}
        prose = {
            paragraph.id
            for paragraph in self._document.paragraphs[:_MOST_CELLS]
            if paragraph.kind in _PROSE_KINDS and is_prose(paragraph.text)
        }
        for number, cell in enumerate(cells):
            if _SALUTATION.match(cell.text) or cell.block[0] in prose - greeted:
                return cells[:number]
        return cells

    def furniture(self) -> list[Cell]:
        """Running heads and feet of the first pages, each text once."""
        found: dict[str, Cell] = {}
        for span in self._document.furniture[:_MOST_CELLS]:
            for cell in self.within(span):
                found.setdefault(cell.text, cell)
        return list(found.values())

    def joined(self, cells: list[Cell]) -> str:
        """The reading text of cells that follow each other."""
        joiner = Joiner(self._document.text[: cells[-1].span[1]], [])
        return joiner.join([cell.span for cell in cells]).text


def _columns(text: str, line: Span) -> Iterator[Span]:
    """The spans of a line between wide gaps, without the blanks around them."""
    start = line[0]
    ends = [(gap.start(), gap.end()) for gap in _GAP.finditer(text, *line)]
    for end, following in [*ends, (line[1], line[1])]:
        column = text[start:end]
        if column.strip():
            begin = start + len(column) - len(column.lstrip())
            yield begin, start + len(column.rstrip())
        start = following


def is_prose(text: str) -> bool:
    """Whether a text has a sentence that ends, of the length that sentences have."""
    return any(len(part.split()) >= _WORDS_OF_PROSE for part in _SENTENCE_END.split(text)[:-1])
