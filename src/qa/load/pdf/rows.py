"""Rows: fragments that stand beside each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from qa.load.pdf.fragments import Fragment


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
