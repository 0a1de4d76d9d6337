"""Tables: cells that stand under each other in columns, with or without rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.load.pdf.captions import is_caption
from qa.load.pdf.rows import Row
from qa.load.pdf.rules import Rule
from qa.load.pdf.table_cells import Band, Cells, find_bands, find_logical_rows
from qa.load.pdf.table_heads import cell_text, is_head, rows_over_heads, under

_MARK = re.compile(
    r"[•‣◦▪●▶\uf0b7–—*·-]|\(?[a-z]{1,3}[.)]|[IVX]{1,4}[.)]|\(?\d{1,2}(?:\.\d{1,2})*[.)]?"
)
_WIDEST_STEP = 3.2  # ems from row to row within a table
_MOST_SINGLE = 4  # rows of one cell between rows of more


@dataclass(frozen=True)
class TableRow:
    """A row of a table, its text cell by cell, and its column heads, or itself one of these."""

    rows: tuple[Row, ...]
    heads: tuple[str, ...] = ()
    head: bool = False


@dataclass(frozen=True)
class Table:
    """The rows of a table, and where its columns stand."""

    rows: tuple[TableRow, ...]
    bands: tuple[Band, ...]
    heads: tuple[str, ...]

    def continuing(self, before: Table | None) -> Table:
        """The table with the heads of the one on the page before, where it goes on with that."""
        if self.heads or before is None or len(before.bands) != len(self.bands):
            return self
        pairs = zip(self.bands, before.bands, strict=True)
        if any(a[0] >= b[1] or b[0] >= a[1] for a, b in pairs):
            return self
        rows = tuple(replace(row, heads=before.heads) for row in self.rows)
        return Table(rows, self.bands, before.heads)


def with_earlier_heads(items: list[Row | Table], before: Table | None) -> list[Row | Table]:
    """The items of a column; a table that begins it may go on with the one before it.

    One row that names the rows under it may stand first, as in the midst of a table.
    """
    at = 1 if items and isinstance(items[0], Row) else 0
    table = items[at] if at < len(items) else None
    if not isinstance(table, Table):
        return items
    name = items[0] if at else None
    if isinstance(name, Row) and not _names_rows(name, table):
        return items
    whole = table.continuing(before)
    if whole is table or not whole.heads:
        return items
    rows = (TableRow((name,), whole.heads), *whole.rows) if isinstance(name, Row) else whole.rows
    return [replace(whole, rows=rows), *items[at + 1 :]]


def _names_rows(row: Row, table: Table) -> bool:
    """Whether a row of one cell stands over a table's first column, as close as its rows."""
    rows = [part for whole in table.rows for part in whole.rows]
    if is_caption(row.text) or _is_text(row, rows):
        return False
    start, end = table.bands[0]
    return start - 2 <= row.left < end and rows[0].top - row.bottom < row.size


def find_tables(region: Sequence[Row], rules: Sequence[Rule]) -> list[Row | Table]:
    """The region with the rows of each table gathered."""
    found: list[Row | Table] = []
    index = 0
    while index < len(region):
        end = _table_end(region, index)
        table = _make_table(region[index:end], rules) if end > index + 1 else None
        if table is None:
            found.append(region[index])
            index += 1
        else:
            found.append(table)
            index = end
    return found


def cell_count(row: Row) -> int:
    """Cells of a row; the mark or number that begins an item or heading is none."""
    count = len(row.fragments)
    return 1 if count == 2 and _is_marked(row) else count


def _is_marked(row: Row) -> bool:
    first, second = row.fragments
    if not _MARK.fullmatch(first.text) or second.left - first.right > 4.5 * first.size:
        return False
    return not first.text[0].isdigit() or not second.text[0].isdigit()


def _table_end(region: Sequence[Row], start: int) -> int:
    """The index after the last row that may belong to a table that begins at `start`."""
    if cell_count(region[start]) < 2:
        return start
    end, single = start + 1, 0
    for index in range(start + 1, len(region)):
        row, before = region[index], region[index - 1]
        if row.top - before.bottom > _WIDEST_STEP * max(row.size, before.size):
            break
        if not 0.75 < row.size / region[start].size < 1.35:
            break
        if cell_count(row) > 1:
            end, single = index + 1, 0
        elif single < _MOST_SINGLE and not _is_text(row, region[start:end]):
            single += 1
        else:
            break
    while end < len(region) and _hangs(region[end], region[start:end]):
        end += 1
    return end


def _is_text(row: Row, table: Sequence[Row]) -> bool:
    """Whether a row of one cell is a line of running text rather than part of a table."""
    edge = max(other.right for other in table)
    start = min(other.left for other in table)
    return row.right - row.left > 0.75 * (edge - start)


def _hangs(row: Row, table: Sequence[Row]) -> bool:
    """Whether a row only goes on with a cell of the table's last row, not its first."""
    last = table[-1]
    if cell_count(row) > 1 or row.top - last.bottom > 0.6 * row.size:
        return False
    starts = [f.left for other in table for f in other.fragments[1:]]
    return row.left > table[0].fragments[0].right and any(abs(row.left - s) < 2 for s in starts)


def _make_table(region: Sequence[Row], rules: Sequence[Rule]) -> Table | None:
    over = rows_over_heads(region)
    return _of_rows(region, rules, over) or (_of_rows(region, rules, 0) if over else None)


def _of_rows(region: Sequence[Row], rules: Sequence[Rule], over: int) -> Table | None:
    """The table whose first rows, `over` of them, each name several columns."""
    several = [row for row in region[over:] if cell_count(row) > 1]
    bands = find_bands(several)
    if len(several) < 2 or len(bands) < 2:
        return None
    inside = [
        rule
        for rule in rules
        if not rule.vertical and region[0].top - 12 < rule.top < region[-1].bottom + 12
    ]
    logical, first_rule = find_logical_rows(region[over:], bands, inside)
    if len(logical) < 2 or (over and not is_head(logical, first_rule)):
        return None
    heads: tuple[str, ...] = ()
    named = _texts(logical[0])  # which may come again, after a name for the rows below
    if is_head(logical, first_rule):
        heads = tuple(cell_text(logical[0].get(i, [])) for i in range(len(bands)))
        for row in reversed(region[:over]):
            heads = under(row, bands, heads)
    page = region[0].page
    rows = [
        *(TableRow((row,), head=True) for row in region[:over]),
        *(
            TableRow(_written(page, cells), () if head else heads, head)
            for cells in logical
            for head in [bool(heads) and _texts(cells) == named]
        ),
    ]
    return Table(tuple(rows), tuple(bands), heads)


def _texts(cells: Cells) -> dict[int, str]:
    return {band: cell_text(fragments) for band, fragments in cells.items()}


def _written(page: int, cells: Cells) -> tuple[Row, ...]:
    """One line where all cells stand on one; else cell by cell, line by line."""
    fragments = [f for band in sorted(cells) for f in cells[band]]
    lines = {round(f.baseline / (0.4 * f.size)) for f in fragments}
    if (
        len(lines) == 1
        or max(f.baseline for f in fragments) - min(f.baseline for f in fragments)
        <= 0.4 * fragments[0].size
    ):
        return (Row(page, tuple(fragments)),)
    rows: list[Row] = []
    for band in sorted(cells):
        for fragment in cells[band]:
            if (
                rows
                and abs(rows[-1].baseline - fragment.baseline) < 1
                and rows[-1].fragments[-1] in cells[band]
            ):
                rows[-1] = Row(page, (*rows[-1].fragments, fragment))
            else:
                rows.append(Row(page, (fragment,)))
    return tuple(rows)
