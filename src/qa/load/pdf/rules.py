"""Rules: the thin lines drawn on a page, which part cells and set off notes."""

from __future__ import annotations

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_THIN = 2.0  # points
_SHORTEST = 5.0
_NEAR = 0.5  # points beside a gap at which a rule still stands in it
_MOST_OBJECTS = 20_000  # a map may have millions; its lines part no cells

Corners = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight thin line, level or upright, in points from the page's left and top."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def vertical(self) -> bool:
        """Whether it stands upright."""
        return self.bottom - self.top > self.right - self.left

    @property
    def width(self) -> float:
        """How far it runs from left to right."""
        return self.right - self.left


class Uprights:
    """The upright rules of a page, from left to right, which part the cells of a line."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = sorted((r for r in rules if r.vertical), key=lambda r: r.left)
        self._lefts = [rule.left for rule in self._rules]

    def part(self, left: float, right: float, baseline: float, least: float = 0.0) -> bool:
        """Whether one stands between two places of a line; `least` is its least height."""
        start = bisect_left(self._lefts, left - _NEAR)
        end = bisect_right(self._lefts, right + _NEAR)
        return any(
            rule.top < baseline <= rule.bottom and rule.bottom - rule.top >= least
            for rule in self._rules[start:end]
        )


def read_rules(
    page: pdfium.PdfPage, box: Callable[[float, float, float, float], Corners]
) -> list[Rule]:
    """The rules of a page; `box` takes a rectangle to the upright page's coordinates."""
    rules: list[Rule] = []
    count = raw.FPDFPage_CountObjects(page.raw)
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(count, _MOST_OBJECTS)):
        item = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        (x0, y0), (x1, y1) = box(left.value, bottom.value, right.value, top.value)
        thin, long = sorted((x1 - x0, y1 - y0))
        if thin <= _THIN and long >= _SHORTEST:
            rules.append(Rule(x0, y0, x1, y1))
    return rules
