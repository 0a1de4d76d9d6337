"""The heads of a table's columns, also where a head stands over several of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from qa.load.pdf.fragments import Fragment
from qa.load.pdf.note_marks import find_marks
from qa.load.pdf.rows import Row
from qa.load.pdf.table_cells import Band, Cells

_ALIGNED = 3.0  # points
_MOST_OVER = 2  # rows of heads over heads
_FIGURE = re.compile(r"\(?[-–+]? ?\d+(?:[.,]\d+)+ ?%?\)?\*{0,3}|[-–+]? ?\d+\*{1,3}")
_UNIT = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,2}$")  # "m", "km", "R"


def is_head(rows: list[Cells], first_rule: float | None) -> bool:
    """Whether the first row names the columns: bold, above the only rule, or no numbers."""
    first, rest = rows[0], rows[1:]
    if len(first) < 2 or _holds_figures(first):
        return False
    if all(f.bold for column in first.values() for f in column):
        return not all(f.bold for cells in rest for column in cells.values() for f in column)
    bottom = max(f.baseline for column in first.values() for f in column)
    below = min(f.top for column in rest[0].values() for f in column)
    if first_rule is not None and bottom <= first_rule <= below + 2 and len(rest) > 1:
        return True
    if any(char.isdigit() for column in first.values() for char in cell_text(column)):
        return False
    for band in first:
        under = [cell_text(cells[band]) for cells in rest if band in cells]
        numbers = sum(any(char.isdigit() for char in text) for text in under)
        if under and numbers >= 0.7 * len(under):
            return True
    return False


def _holds_figures(cells: Cells) -> bool:
    """Whether most cells after the first are measured: years and "(1)" may name a column."""
    texts = [cell_text(cells[band]) for band in sorted(cells)[1:]]
    return 2 * sum(bool(_FIGURE.fullmatch(text)) for text in texts) > len(texts)


def cell_text(fragments: Sequence[Fragment]) -> str:
    """The text of a cell, its lines joined and marks of notes left out."""
    text = ""
    for fragment in fragments:
        line = _unmarked(fragment)
        broken = text[-1:] == "-" and text[-2:-1].isalpha() and line[:1].islower()
        text = text[:-1] + line if broken else f"{text} {line}"
    return text.strip()


def _unmarked(fragment: Fragment) -> str:
    """A fragment's text without raised marks after a word; after a unit they are powers."""
    text = fragment.text
    for mark in reversed(find_marks(Row(0, (fragment,)))):
        begin, end = mark.span
        if mark.raised and not _UNIT.search(text[:begin]):
            text = text[:begin] + text[end:]
    return text


def rows_over_heads(region: Sequence[Row]) -> int:
    """How many rows a table begins with that have fewer cells than it has columns of figures."""
    counts = Counter(len(row.fragments) for row in region if len(row.fragments) > 1)
    usual = max(counts, key=lambda count: (counts[count], count))
    for over, row in enumerate(region[: _MOST_OVER + 1]):
        if len(row.fragments) >= usual - 1:
            return over
    return 0


def under(row: Row, bands: Sequence[Band], heads: Sequence[str]) -> tuple[str, ...]:
    """The heads of the columns, each with the cell of the row that stands over it before it."""
    cells = list(row.fragments)
    over: dict[int, Fragment] = {}
    # The first column names the rows, unless the heads above share out all columns evenly.
    even = len(bands) % len(cells) == 0 and (len(bands) - 1) % len(cells) != 0
    first = 0 if heads[0] and even else 1
    if first and cells[0].left < bands[0][1] and cells[0].right < bands[1][0]:
        over[0] = cells.pop(0)
    starts = [start for start, _ in bands[first:]]
    aligned = all(any(abs(c.left - start) < _ALIGNED for start in starts) for c in cells)
    for number, (start, end) in enumerate(bands[first:], start=first):
        if aligned:
            before = [cell for cell in cells if cell.left < start + _ALIGNED]
            if before:
                over[number] = before[-1]
        elif cells:
            middle = (start + end) / 2
            over[number] = min(cells, key=lambda c: abs((c.left + c.right) / 2 - middle))
    return tuple(
        f"{cell_text([over[i]])} {head}".strip() if i in over else head
        for i, head in enumerate(heads)
    )
