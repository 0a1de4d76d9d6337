"""Where text stands on a page: rectangles, in points from the page's left and top."""

from __future__ import annotations

from dataclasses import dataclass

from qa.reading import Span


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the page's left and top."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class LineBox:
    """Where a line of the source stands on its page, in points from its left and top.

    `lefts` and `rights` bound each code point of `span`, so that any part of the line has a box.
    """

    span: Span
    page: int
    top: float
    bottom: float
    lefts: tuple[float, ...]
    rights: tuple[float, ...]

    def box(self, span: Span) -> Box:
        """The box of the part of a span that lies on this line; they must meet."""
        first, last = max(span[0], self.span[0]), min(span[1], self.span[1])
        begin, end = first - self.span[0], last - self.span[0]
        left, right = min(self.lefts[begin:end]), max(self.rights[begin:end])
        return Box(self.page, left, self.top, right, self.bottom)
