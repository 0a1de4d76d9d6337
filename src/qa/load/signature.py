"""Who signed: the function and the name at the end of a letter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.document import Document, MetadataField, ParagraphKind
from qa.load.head import Cell, Cells
from qa.load.lines import Line
from qa.load.signature_block import (
    GREETING,
    function_start,
    is_function,
    is_name,
    is_name_with_initials,
    is_signature,
    name_start,
)
from qa.reading import Span

_MOST_LINES = 5
_NEAR = 400  # characters
_COMMA_AND_NAME = re.compile(
    r",[ \t\u00a0]*\n\s*([^\W\d_][^\n,;:?!]{3,60}[^\n,;:?!. ])(?=[ \t]*[\n\f]|$)"
)
_GREETING_FIRST = re.compile(r"([^,]*,)\s*(.*)", re.S)


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature block: who the letter is from, and who put the name to it."""

    span: Span
    sender: MetadataField
    signatory: MetadataField


def read_signature(document: Document, cells: Cells) -> Signature | None:
    """The first signature block of a document; None where nobody signs."""
    marked = next((p for p in document.paragraphs if p.kind is ParagraphKind.SIGNATURE), None)
    if marked:
        pieces = marked.reading.pieces
        return _signature(_parts(list(cells.within((pieces[0][0], pieces[-1][1])))), cells)
    for line_end in _COMMA_AND_NAME.finditer(document.text):
        near = (max(0, line_end.start() - _NEAR), min(line_end.end() + _NEAR, len(document.text)))
        around = list(cells.within(near))
        end = next((n for n, cell in enumerate(around) if cell.span[0] == line_end.start(1)), 0)
        if not end or (end + 1 < len(around) and around[end + 1].block == around[end].block):
            continue  # a text that goes on after the name is no signature
        for begin in range(max(0, end + 1 - _MOST_LINES), end):
            block = around[begin : end + 1]
            if is_signature([_line(cell) for cell in block]):
                return _signature(block, cells)
    return None


def _signature(block: list[Cell], cells: Cells) -> Signature | None:
    if block and GREETING.fullmatch(block[0].text):
        block = block[1:]
    if len(block) < 2:
        return None
    functions, name = _first_signatory(block)
    sender = cells.joined(functions).rstrip(" ,")
    start, last = functions[0].span[0], functions[-1]
    end = last.span[1] - len(last.text) + len(last.text.rstrip(" ,"))
    return Signature(
        (min(start, name.span[0]), max(end, name.span[1])),
        MetadataField(sender, (start, end)),
        MetadataField(name.text, name.span),
    )


def _first_signatory(block: list[Cell]) -> tuple[list[Cell], Cell]:
    """The lines of the function and the name; of two who sign, those of the first.

    Two may stand below each other, or side by side: both functions and then both names. Under a
    greeting the name may stand first.
    """
    if is_name(block[0].text.strip()) and is_function(block[1].text):
        return block[1:], block[0]
    names = [n for n, cell in enumerate(block) if n and is_name_with_initials(cell.text.strip())]
    if len(names) < 2:
        return block[:-1], block[-1]
    first = names[0]
    second = next((n for n in range(1, first) if is_function(block[n].text)), first)
    return block[:second], block[first]


def _parts(block: list[Cell]) -> list[Cell]:
    """The parts of a signature, which a marked-up file may have on one line."""
    if len(block) != 1:
        return block
    text = block[0].text
    greeting = _GREETING_FIRST.fullmatch(text)
    begin = greeting.start(2) if greeting and GREETING.fullmatch(greeting[1]) else 0
    under_name = function_start(text[begin:]) if begin else 0
    middle = begin + under_name if under_name else name_start(text)
    bounds = [0, begin, middle, len(text)]
    return [_cut(block[0], bounds[i], bounds[i + 1]) for i in range(3) if bounds[i] < bounds[i + 1]]


def _cut(cell: Cell, start: int, end: int) -> Cell:
    text = cell.text[start:end].rstrip()
    begin = cell.span[0] + start
    return Cell(text, (begin, begin + len(text)), cell.block)


def _line(cell: Cell) -> Line:
    return Line(0, cell.span[0], cell.span[0], cell.span[1], cell.text)
