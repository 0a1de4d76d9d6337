"""The text of a page as it was read: runs of characters in one style, with their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from qa.load.pdf.rules import Rule

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Style:
    """What the characters of one piece of text have in common."""

    baseline: float
    size: float
    bold: bool
    italic: bool
    quarter: int | None  # quarter turns anticlockwise; None for text that stands askew


class Placed:
    """What has a left and a right edge for each of its characters."""

    __slots__ = ()
    lefts: Sequence[float]
    rights: Sequence[float]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.lefts[0]

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.rights[-1]


@dataclass(slots=True)
class Run(Placed):
    """Characters that follow each other on one line, in one style."""

    style: Style
    top: float
    bottom: float
    after_blank: bool = False
    chars: list[str] = field(default_factory=list)
    lefts: list[float] = field(default_factory=list)
    rights: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as it was read. `turned` counts the quarter turns that set its text upright.

    A `picture` is a page without text that an image fills, such as a scan.
    Runs and rules stand in the turned page; `place` takes a box of it back to the page as shown.
    """

    number: int
    width: float
    height: float
    label: str | None
    runs: tuple[Run, ...]
    askew: tuple[Run, ...]
    rules: tuple[Rule, ...]
    turned: int = 0
    picture: bool = False

    def place(self, x: float, y: float) -> Point:
        """Where a point of the turned page stands on the page as shown."""
        if self.turned == 1:
            return y, self.width - x
        if self.turned == 2:
            return self.width - x, self.height - y
        if self.turned == 3:
            return self.height - y, x
        return x, y
