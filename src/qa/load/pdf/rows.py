"""Rows and columns: fragments in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from qa.load.pdf.fragments import Fragment

_FEWEST_ROWS = 5  # rows that a text column has at least
_NARROWEST = 80.0  # points
_GOING_ON = 0.35  # of its lines that begin with a small letter
_FILLED = 0.6  # of its width that a text column's usual line fills


@dataclass(frozen=True)
class Row:
    """Fragments that stand beside each other, from left to right, on a page."""

    page: int
    fragments: tuple[Fragment, ...]

    @cached_property
    def text(self) -> str:
        """Its characters, fragments parted by tabs."""
        return "\t".join(fragment.text for fragment in self.fragments)

    @cached_property
    def unmarked(self) -> str:
        """Its text without a raised mark at its end."""
        last = self.fragments[-1]
        if last.raised and last.raised[-1][1] == len(last.text):
            return self.text[: len(self.text) - (last.raised[-1][1] - last.raised[-1][0])]
        return self.text

    @cached_property
    def main(self) -> Fragment:
        """The fragment with most characters."""
        return max(self.fragments, key=lambda fragment: len(fragment.text))

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.fragments[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(fragment.right for fragment in self.fragments)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(fragment.top for fragment in self.fragments)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(fragment.bottom for fragment in self.fragments)

    @property
    def baseline(self) -> float:
        """Where its letters stand."""
        return self.main.baseline

    @property
    def size(self) -> float:
        """Its type size."""
        return self.main.size

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(fragment.bold for fragment in self.fragments)

    @cached_property
    def italic(self) -> bool:
        """Whether all of it is italic."""
        return all(fragment.italic for fragment in self.fragments)


Region = tuple[Row, ...]
"""Rows of one column or of the full width, from top to bottom."""


def find_rows(page: int, fragments: Iterable[Fragment]) -> list[Row]:
    """Fragments gathered into rows, from top to bottom."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda f: f.baseline):
        last = rows[-1] if rows else None
        if last and _beside(last, fragment):
            last.append(fragment)
        else:
            rows.append([fragment])
    return [Row(page, tuple(sorted(row, key=lambda f: f.left))) for row in rows]


def _beside(row: list[Fragment], fragment: Fragment) -> bool:
    """Whether a fragment stands on a row's line: none of it under or over another."""
    if any(fragment.left < f.right - 1 and f.left < fragment.right - 1 for f in row):
        return False
    first = row[0]
    if max(fragment.size, first.size) > 1.4 * min(fragment.size, first.size):
        shared = min(fragment.bottom, first.bottom) - max(fragment.top, first.top)
        return shared > 0.7 * min(fragment.bottom - fragment.top, first.bottom - first.top)
    return fragment.baseline - row[0].baseline <= 0.4 * min(fragment.size, row[0].size)


def find_regions(page: int, fragments: Iterable[Fragment]) -> list[Region]:
    """The columns of a page, in reading order.

    A gutter parts columns where on both sides there is running text: lines that fill their
    column. What lies across it is read before what stands below.
    """
    rows = find_rows(page, fragments)
    gutter = _gutter(rows)
    if gutter is None:
        return [tuple(rows)] if rows else []
    regions: list[Region] = []
    across: list[Row] = []
    for split, run in _runs(rows, gutter):
        if not split:
            across += run
            continue
        if across:
            regions.append(tuple(across))
            across = []
        left = [f for row in run for f in row.fragments if f.right <= gutter + 1]
        right = [f for row in run for f in row.fragments if f.right > gutter + 1]
        regions += find_regions(page, left) + find_regions(page, right)
    if across:
        regions.append(tuple(across))
    return regions


def _gutter(rows: list[Row]) -> float | None:
    """Where a gutter may be that parts columns of running text."""
    votes: Counter[float] = Counter()
    for row in rows:
        for fragment in row.fragments[1:]:
            votes[round(fragment.left)] += 1
    for place, count in votes.most_common(5):
        if count < _FEWEST_ROWS:
            return None
        gutter = place - 2.0
        if any(split for split, _ in _runs(rows, gutter)):
            return gutter
    return None


def _runs(rows: list[Row], gutter: float) -> list[tuple[bool, list[Row]]]:
    """Rows in runs that the gutter parts in two columns, or not."""
    runs: list[tuple[bool, list[Row]]] = []
    for row in rows:
        free = not any(f.left < gutter - 1 and f.right > gutter + 1 for f in row.fragments)
        if runs and runs[-1][0] == free:
            runs[-1][1].append(row)
        else:
            runs.append((free, [row]))
    return [(free and _columns(run, gutter), run) for free, run in runs]


def _columns(rows: list[Row], gutter: float) -> bool:
    """Whether rows hold running text on both sides of a gutter."""
    sides = (
        [f for row in rows for f in row.fragments if f.right <= gutter + 1],
        [f for row in rows for f in row.fragments if f.right > gutter + 1],
    )
    return all(_running(side) for side in sides)


def _running(side: list[Fragment]) -> bool:
    """Whether lines are one column of running text: most fill it, and many go on in the next."""
    if len(side) < _FEWEST_ROWS:
        return False
    width = max(f.right for f in side) - min(f.left for f in side)
    usual = median(f.right - f.left for f in side)
    if width < _NARROWEST or usual < _FILLED * width or median(len(f.text) for f in side) < 20:
        return False
    return sum(f.text[0].islower() for f in side) >= _GOING_ON * len(side)
