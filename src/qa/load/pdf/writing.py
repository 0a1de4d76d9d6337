"""Writing `Document.text`: a line for each row, with the place of every code point."""

from __future__ import annotations

from qa.boxes import LineBox
from qa.load.lines import Line
from qa.load.pdf.page_text import PageText
from qa.load.pdf.rows import Row
from qa.reading import Span


class Writer:
    """Writes rows in reading order; a page ends with a line end and a form feed."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._number = 1
        self._page: PageText | None = None
        self._starts: list[int] = []
        self.lines: list[Line] = []
        self.line_of: dict[int, int] = {}
        self.boxes: list[LineBox] = []

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    @property
    def page_spans(self) -> list[Span]:
        """Where each page begins and ends; its form feed is part of it."""
        return list(zip(self._starts, [*self._starts[1:], self._length], strict=True))

    def begin_page(self, page: PageText) -> None:
        """What is written next stands on this page."""
        if self._starts:
            self._put("\f")
        self._page = page
        self._starts.append(self._length)

    def write(self, row: Row) -> None:
        """Write a row as a line."""
        begin, text = self._length, row.text
        end = begin + len(text)
        self.line_of[id(row)] = len(self.lines)
        self.lines.append(Line(self._number, begin, begin, end, text))
        self.boxes.append(self._box(row, (begin, end)))
        self._put(text)
        self._put("\n")
        self._number += 1

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _box(self, row: Row, span: Span) -> LineBox:
        lefts: list[float] = []
        rights: list[float] = []
        for fragment in row.fragments:
            if lefts:  # the tab between two fragments
                lefts.append(rights[-1])
                rights.append(fragment.left)
            lefts += fragment.lefts
            rights += fragment.rights
        page = self._page
        top, bottom = row.top, row.bottom
        if page is not None and page.turned:
            return _turned_box(page, row, span)
        number = page.number if page else row.page
        return LineBox(span, number, _tenth(top), _tenth(bottom), _shared(lefts), _shared(rights))


_TENTHS: dict[float, float] = {}


def _tenth(value: float) -> float:
    """A tenth of a point is exact enough; equal values are one object, for there are millions."""
    rounded = round(value, 1)
    return _TENTHS.setdefault(rounded, rounded)


def _shared(values: list[float]) -> tuple[float, ...]:
    return tuple(_TENTHS.setdefault(r, r) for r in [round(value, 1) for value in values])


def _turned_box(page: PageText, row: Row, span: Span) -> LineBox:
    """The box of a line that runs up or down the page: the same for all its characters."""
    corners = [page.place(x, y) for x, y in ((row.left, row.top), (row.right, row.bottom))]
    xs, ys = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    count = span[1] - span[0]
    left, right = _tenth(xs[0]), _tenth(xs[1])
    return LineBox(
        span, page.number, _tenth(ys[0]), _tenth(ys[1]), (left,) * count, (right,) * count
    )
