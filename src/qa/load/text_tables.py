"""Tables of a plain text: lines of as many columns, set apart by wide gaps."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from qa.document import BETWEEN_HEADS
from qa.load.lines import Line

_GAP = re.compile(r"\t+|[ \u00a0]{3,}")
_FIGURE = re.compile(r"[€$£<>±+–-]? ?\d[\d.,]*(?: \d{3})*(?:[.,]\d+)? ?%?|[-–—]|n\.?v\.?t\.?")
_FEWEST_LINES = 3


@dataclass(frozen=True, slots=True)
class TextTables:
    """Indices of the lines of column heads, and those of rows with the heads above them."""

    heads: frozenset[int]
    rows: dict[int, str]


def find_tables(lines: Sequence[Line], aside: Set[int]) -> TextTables:
    """The tables among the lines that are not set aside.

    Below the heads a column holds figures alone: columns of prose, and words of a letterhead
    that stand beside each other, have none.
    """
    heads: set[int] = set()
    rows: dict[int, str] = {}
    run: list[tuple[int, list[str]]] = []
    for index, line in enumerate(lines):
        cells = _GAP.split(line.text) if index not in aside else []
        if run and len(cells) != len(run[0][1]):
            _read(run, heads, rows)
            run = []
        if len(cells) > 1:
            run.append((index, cells))
    _read(run, heads, rows)
    return TextTables(frozenset(heads), rows)


def _read(run: list[tuple[int, list[str]]], heads: set[int], rows: dict[int, str]) -> None:
    """Add the heads and rows of a run of adjacent lines, if it is a table."""
    if len(run) < _FEWEST_LINES:
        return
    first = run[0][1]
    headed = not any(char.isdigit() for cell in first for char in cell)
    body = run[1:] if headed else run
    columns = zip(*(cells for _, cells in body), strict=True)
    if any(all(_FIGURE.fullmatch(cell) for cell in column) for column in [*columns][1:]):
        heads |= {run[0][0]} if headed else set()
        rows |= dict.fromkeys(
            (index for index, _ in body), BETWEEN_HEADS.join(first) if headed else ""
        )
