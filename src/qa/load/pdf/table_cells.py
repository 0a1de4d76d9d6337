"""The cells of a table: its columns, and what belongs to one row of it."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from qa.load.pdf.fragments import Fragment
from qa.load.pdf.rows import Row
from qa.load.pdf.rules import Rule

Cells = dict[int, list[Fragment]]
Band = tuple[float, float]


def find_bands(rows: Sequence[Row]) -> list[Band]:
    """The columns: where, but for a row in ten, all cells leave the same gaps."""
    covered: defaultdict[int, int] = defaultdict(int)
    for row in rows:
        for fragment in row.fragments:
            for place in range(math.floor(fragment.left), math.ceil(fragment.right)):
                covered[place] += 1
    bands: list[Band] = []
    for place in sorted(place for place, count in covered.items() if count > len(rows) // 10):
        if bands and place <= bands[-1][1]:
            bands[-1] = (bands[-1][0], place + 1)
        else:
            bands.append((place, place + 1))
    return bands


def _band_of(fragment: Fragment, bands: Sequence[Band]) -> int:
    """The column in which a fragment begins."""
    overlap = [min(fragment.right, end) - max(fragment.left, start) for start, end in bands]
    touching = [i for i, amount in enumerate(overlap) if amount > 0]
    if touching:
        return touching[0]
    return max(range(len(bands)), key=lambda i: overlap[i])


def find_logical_rows(
    region: Sequence[Row], bands: Sequence[Band], rules: Sequence[Rule]
) -> tuple[list[Cells], float | None]:
    """The cells of each row, and the height of the first rule below text."""
    edges = {
        i: _levels(rule.top for rule in rules if rule.left - 2 <= (a + b) / 2 <= rule.right + 2)
        for i, (a, b) in enumerate(bands)
    }
    every = _levels(rule.top for rule in rules)
    inner = [y for y in every if region[0].baseline < y < region[-1].top + 2]
    first_rule = inner[0] if inner else None
    if len(inner) >= max(2, 0.4 * (len(region) - 1)):
        return _between_rules(region, bands, edges, every), first_rule
    return _by_first_cells(region, bands), first_rule


def _levels(heights: Iterable[float]) -> list[float]:
    levels: list[float] = []
    for height in sorted(heights):
        if not levels or height - levels[-1] > 3:
            levels.append(height)
    return levels


def _between_rules(
    region: Sequence[Row],
    bands: Sequence[Band],
    edges: dict[int, list[float]],
    every: list[float],
) -> list[Cells]:
    """Rows as ruled; a cell over several rows belongs to the first of them."""
    rows: dict[int, Cells] = {}
    homes: dict[tuple[int, int], int] = {}
    for row in region:
        for fragment in row.fragments:
            band = _band_of(fragment, bands)
            middle = fragment.baseline - 0.3 * fragment.size
            cell = (band, bisect_right(edges[band], middle))
            home = homes.setdefault(cell, bisect_right(every, middle))
            rows.setdefault(home, {}).setdefault(band, []).append(fragment)
    return [rows[number] for number in sorted(rows)]


def _by_first_cells(region: Sequence[Row], bands: Sequence[Band]) -> list[Cells]:
    """Without rules a row begins where its first column has a cell; else it goes on."""
    rows: list[Cells] = []
    for row in region:
        cells: Cells = {}
        for fragment in row.fragments:
            cells.setdefault(_band_of(fragment, bands), []).append(fragment)
        first = cells.get(0)
        wraps = len(cells) == 1 and first is not None and first[0].text[:1].islower()
        if rows and (first is None or wraps) and _near(rows[-1], row):
            for band, fragments in cells.items():
                rows[-1].setdefault(band, []).extend(fragments)
        else:
            rows.append(cells)
    return rows


def _near(cells: Cells, row: Row) -> bool:
    return row.top - max(f.bottom for column in cells.values() for f in column) < row.size
