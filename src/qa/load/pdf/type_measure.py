"""Measures of a document's type: its body size, its leading, the right edge of its columns."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable

from qa.load.pdf.rows import Region

_ENOUGH = 6  # rows that show where their column ends


class TypeMeasure:
    """What is usual in a document, measured over the rows of all its columns."""

    def __init__(self, regions: Iterable[Region]) -> None:
        sizes: Counter[float] = Counter()
        leadings: defaultdict[float, Counter[float]] = defaultdict(Counter)
        self._rights: defaultdict[int, list[float]] = defaultdict(list)
        for region in regions:
            left = _edge(region)
            for row in region:
                sizes[_half(row.size)] += len(row.text)
                self._rights[left].append(row.right)
            for before, after in itertools.pairwise(region):
                step = after.baseline - before.baseline
                if abs(before.size - after.size) < 0.5 and 0.9 < step / after.size < 2.2:
                    leadings[_half(after.size)][round(step, 1)] += 1
        self.body_size = sizes.most_common(1)[0][0] if sizes else 10.0
        self._leadings = {size: _usual(steps) for size, steps in leadings.items()}
        self._ends = {left: _high(rights) for left, rights in self._rights.items()}

    def leading(self, size: float) -> float:
        """The usual step from line to line at a type size."""
        return self._leadings.get(_half(size)) or 1.25 * size

    def right_edge(self, region: Region) -> float:
        """Where the lines of a column end that are full."""
        rights = [row.right for row in region]
        own = _high(rights)
        if len(rights) >= _ENOUGH:
            return own
        return max(own, self._ends.get(_edge(region), own))


def _edge(region: Region) -> int:
    return round(min((row.left for row in region), default=0.0) / 4)


def _half(size: float) -> float:
    return round(size * 2) / 2


def _usual(steps: Counter[float]) -> float | None:
    """The smallest step among the common ones: paragraphs are set further apart than lines."""
    if sum(steps.values()) < 3:
        return None
    most = max(steps.values())
    return min(step for step, count in steps.items() if count >= 0.5 * most)


def _high(rights: list[float]) -> float:
    return sorted(rights)[int(0.97 * (len(rights) - 1))] if rights else 0.0
