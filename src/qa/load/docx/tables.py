"""Tables of a DOCX file: rows with their column heads, or paragraphs where it is only layout."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from lxml import etree

from qa.document import BETWEEN_HEADS
from qa.load.docx.blocks import Block, joined
from qa.load.docx.names import child, local, number, switch, value, w
from qa.load.elements import Run

_HOLDERS = {"customXml", "ins", "moveTo", "sdt", "sdtContent"}
_LONGEST_IN_ROW = 500  # characters; a longer cell is running text
_LONGEST_HEAD = 60
_LONGEST_LABEL = 100
_MOST_HEADS = 3
_FIRST_ROW = 0x20  # in the bits of w:tblLook
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its columns; `continued` is one merged with the cell above."""

    first: int
    columns: int
    blocks: list[Block]
    continued: bool

    @property
    def text(self) -> str:
        """Its characters."""
        return " ".join(block.text for block in self.blocks if block.text)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        looks = [block.look for block in self.blocks if block.text]
        return bool(looks) and all(look is not None and look.bold for look in looks)

    def over(self, other: Cell) -> bool:
        """Whether it shares a column with another."""
        return self.first < other.first + other.columns and other.first < self.first + self.columns


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `head` is what the file itself calls a row of column heads."""

    cells: list[Cell]
    locator: str
    head: bool

    @property
    def filled(self) -> list[Cell]:
        """The cells that hold text."""
        return [cell for cell in self.cells if cell.text]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table; with `styled_head` its style shows the first row apart."""

    rows: list[Row]
    styled_head: bool


def read_cells(
    table: etree._Element,
    locator: str,
    read: Callable[[etree._Element, str], list[Block]],
) -> Table:
    """The rows of a table, each cell read once and in order; `locator` lacks the row's number."""
    rows: list[Row] = []
    for ordinal, row in enumerate(_held(table, "tr"), start=1):
        if child(row, "trPr/del") is not None:
            continue
        place = f"{locator} {ordinal}"
        cells: list[Cell] = []
        column = number(row, "trPr/gridBefore") or 0
        for cell in _held(row, "tc"):
            columns = max(number(cell, "tcPr/gridSpan") or 1, 1)
            merge = child(cell, "tcPr/vMerge")
            continued = merge is not None and merge.get(w("val"), "continue") == "continue"
            cells.append(Cell(column, columns, read(cell, place), continued))
            column += columns
        rows.append(Row(cells, place, switch(row, "trPr/tblHeader") or False))
    return Table(rows, _styled_head(table))


def table_blocks(table: Table) -> list[Block]:
    """A block for each row; those of the cells where there is nothing side by side."""
    rows = [row for row in table.rows if row.filled]
    if all(len(row.filled) == 1 for row in rows):
        return [block for row in rows for cell in row.cells for block in cell.blocks]
    heads = _with_lower_heads(rows, _head_rows(rows, table))
    found: list[Block] = []
    labels: dict[int, Cell] = {}  # by column the last cell that others may be merged with
    for ordinal, row in enumerate(rows):
        labels |= {cell.first: cell for cell in row.cells if not cell.continued}
        if ordinal in heads:
            found.append(Block(_row_runs(row), row.locator, row=True, furniture=True))
            continue
        above = [rows[head] for head in heads if head < ordinal]
        merged = [labels[c.first].text for c in row.cells if c.continued and c.first in labels]
        if _is_running_text(row):
            found += _prose(row, above, merged)
        else:
            context = _context([*(_head_of(cell, above) for cell in row.cells), *merged])
            found.append(Block(_row_runs(row), row.locator, row=True, context=context))
    return found


def _held(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, those in content controls and insertions too."""
    for part in parent:
        if local(part) == name:
            yield part
        elif local(part) in _HOLDERS:
            yield from _held(part, name)


def _styled_head(table: etree._Element) -> bool:
    look = child(table, "tblPr/tblLook")
    if look is None or value(table, "tblPr/tblStyle") is None:
        return False
    if look.get(w("firstRow")) is not None:
        return look.get(w("firstRow")) in ("1", "true", "on")
    bits = look.get(w("val"), "")
    return bool(re.fullmatch(r"[0-9A-Fa-f]{1,8}", bits) and int(bits, 16) & _FIRST_ROW)


def _head_rows(rows: list[Row], table: Table) -> list[int]:
    """Indexes of the rows of column heads: said, or shown by their look or an empty corner."""
    said = list(range(len(list(takewhile(lambda row: row.head, rows)))))
    if said and len(said) < len(rows):
        return said if len(said) <= _MOST_HEADS and 2 * len(said) <= len(rows) else said[:1]
    first = 1 if len(rows[0].filled) == 1 else 0  # a caption over all columns may come first
    if len(rows) < first + 2 or len(rows[first].filled) < 2:
        return []
    below = rows[first + 1 :]
    heads = rows[first].filled
    if all(c.bold for c in heads) and not all(c.bold for row in below for c in row.filled):
        return [first]
    corner = not rows[first].cells[0].text and all(row.cells[0].text for row in below)
    merged = any(cell.continued for cell in below[0].cells)
    divided = merged and _divides(rows[first], below[0])
    likely = (table.styled_head or corner or divided) and _look_like_heads(rows[first])
    return [first] if likely else []


def _with_lower_heads(rows: list[Row], heads: list[int]) -> list[int]:
    """The rows of column heads, and those below that divide wide ones of them."""
    found = list(heads)
    while found and len(found) < _MOST_HEADS and found[-1] + 2 < len(rows):
        if not _divides(rows[found[-1]], rows[found[-1] + 1]):
            break
        found.append(found[-1] + 1)
    return found


def _divides(head: Row, below: Row) -> bool:
    """Whether a row has heads under the wide heads of the row above, and nothing beside them."""
    wide = [cell for cell in head.filled if cell.columns > 1]
    under = [cell for cell in below.cells if any(cell.over(other) for other in wide)]
    beside = [cell for cell in below.cells if cell not in under]
    widest = max((cell.columns for cell in wide), default=0)
    divided = all(cell.text and cell.columns < widest for cell in under)
    return bool(under and beside) and divided and not any(cell.text for cell in beside)


def _look_like_heads(row: Row) -> bool:
    """Three or more short cells, none empty but the first and none a figure but a year."""
    if len(row.cells) < 3 or any(not cell.text for cell in row.cells[1:]):
        return False
    return all(
        len(cell.text) <= _LONGEST_HEAD
        and (not cell.text[0].isdigit() or bool(_YEAR.fullmatch(cell.text)))
        for cell in row.filled
    )


def _head_of(cell: Cell, heads: list[Row]) -> str:
    """What stands above a cell, from the top down."""
    found = [head.text for row in heads for head in row.filled if head.over(cell)]
    return " ".join(dict.fromkeys(found))


def _context(parts: list[str]) -> str:
    short = [" ".join(part.split()) for part in parts if 0 < len(part) <= _LONGEST_LABEL]
    return BETWEEN_HEADS.join(dict.fromkeys(short))


def _row_runs(row: Row) -> tuple[Run, ...]:
    runs: list[Run] = []
    for ordinal, cell in enumerate(row.cells):
        if ordinal:
            runs.append(Run("\t"))
        runs += (Run(run.text.replace("\t", " "), run.note) for run in joined(cell.blocks))
    return tuple(runs)


def _is_running_text(row: Row) -> bool:
    inner = any(block.row or block.level is not None for cell in row.cells for block in cell.blocks)
    return inner or any(len(cell.text) > _LONGEST_IN_ROW for cell in row.cells)


def _prose(row: Row, heads: list[Row], merged: list[str]) -> list[Block]:
    """The paragraphs of a row, found by their column's head and the row's first cell too."""
    first, found = row.filled[0], []
    for cell in row.cells:
        label = [first.text] if cell is not first else []
        context = _context([_head_of(cell, heads), *merged, *label])
        found += [
            replace(block, context=block.context or context) for block in cell.blocks if block.text
        ]
    return found
