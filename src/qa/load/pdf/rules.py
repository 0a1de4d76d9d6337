"""Rules: the thin lines drawn on a page, which part cells and set off notes."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_THIN = 2.0  # points
_SHORTEST = 5.0
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
