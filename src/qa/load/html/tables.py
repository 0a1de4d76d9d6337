"""Tables of an HTML page: the grid of cells with the heads of its columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from qa.document import BETWEEN_HEADS
from qa.load.html.names import HEADINGS, tag, unseen

_LONGEST_IN_ROW = 500  # characters; a longer cell is running text
_LONGEST_LABEL = 100
_WIDEST = 1000
_DIGITS = 9
_MOST_REACHING = 50  # cells that reach into a row from above
_LAYOUT_ROLES = {"presentation", "none"}
_RUNNING_TEXT = {"table", "blockquote", "pre", *HEADINGS}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its columns and its text."""

    element: etree._Element
    first: int
    columns: int
    text: str

    def over(self, column: int) -> bool:
        """Whether it stands in a column."""
        return self.first <= column < self.first + self.columns


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its own cells, and those from above that reach into it."""

    element: etree._Element
    cells: tuple[Cell, ...]
    reaching: tuple[Cell, ...]
    in_head: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table of data."""

    rows: tuple[Row, ...]
    caption: etree._Element | None


def read_grid(table: etree._Element) -> Grid | None:
    """The rows of a table; None where it lays out text: one column, long cells, tables in it."""
    if table.get("role") in _LAYOUT_ROLES:
        return None
    if any(tag(inner) in _RUNNING_TEXT for inner in table.iterdescendants(etree.Element)):
        return None
    rows: list[Row] = []
    reaching: list[tuple[Cell, int]] = []  # cells with the number of rows that they still reach
    for element in table.iter("tr"):
        if unseen(element):
            continue
        held = tuple(cell for cell, _ in reaching[:_MOST_REACHING])
        cells: list[Cell] = []
        spans: list[int] = []
        column = 0
        for inner in element:
            if tag(inner) not in ("td", "th") or unseen(inner):
                continue
            while any(cell.over(column) for cell in held):
                column += 1
            columns = _span(inner, "colspan")
            cells.append(Cell(inner, column, columns, " ".join("".join(inner.itertext()).split())))
            spans.append(_span(inner, "rowspan"))
            column += columns
        rows.append(Row(element, tuple(cells), held, tag(element.getparent()) == "thead"))
        reaching = [(cell, left - 1) for cell, left in reaching[:_MOST_REACHING] if left > 1]
        reaching += [(c, s - 1) for c, s in zip(cells, spans, strict=True) if s > 1]
    filled = [sum(bool(cell.text) for cell in row.cells) + len(row.reaching) for row in rows]
    long = any(len(cell.text) > _LONGEST_IN_ROW for row in rows for cell in row.cells)
    if long or max(filled, default=0) < 2:
        return None
    return Grid(tuple(rows), next(table.iterchildren("caption"), None))


def column_heads(grid: Grid) -> list[int]:
    """Indexes of the rows of column heads: those in thead, or of th alone, at the top."""
    rows = grid.rows
    first = takewhile(lambda row: row.in_head or _only_heads(row), rows)
    heads = list(range(len(list(first))))
    return heads if len(heads) < len(rows) else []


def row_context(grid: Grid, ordinal: int, heads: list[int]) -> str:
    """The caption, the heads of a row's columns, and the cells that reach into it from above."""
    parts = [] if grid.caption is None else ["".join(grid.caption.itertext())]
    row = grid.rows[ordinal]
    for column in sorted({c.first for c in (*row.cells, *row.reaching)}):
        above = [c.text for head in heads for c in grid.rows[head].cells if c.over(column)]
        parts.append(" ".join(dict.fromkeys(text for text in above if text)))
    parts += [cell.text for cell in row.reaching]
    short = [" ".join(part.split()) for part in parts]
    return BETWEEN_HEADS.join(dict.fromkeys(p for p in short if 0 < len(p) <= _LONGEST_LABEL))


def _only_heads(row: Row) -> bool:
    return bool(row.cells) and all(tag(cell.element) == "th" for cell in row.cells)


def _span(cell: etree._Element, name: str) -> int:
    said = cell.get(name, "").strip()
    if not (said.isascii() and said.isdigit() and len(said) < _DIGITS):
        return 1
    return min(max(int(said), 1), _WIDEST)
