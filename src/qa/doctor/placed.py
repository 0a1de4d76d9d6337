"""Things of a document by the place where each begins, to find those of one part at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, TypeVar

from qa.reading import Span

T = TypeVar("T")


class Placed(Generic[T]):
    """Things, each with the offset in the source that it begins at."""

    def __init__(self, things: Iterable[tuple[int, T]]) -> None:
        given = list(things)
        self._things = [thing for _, thing in given]
        self._order = sorted(range(len(given)), key=lambda number: given[number][0])
        self._offsets = [given[number][0] for number in self._order]

    def within(self, span: Span) -> list[T]:
        """Those that begin in a span of the source, in the order in which they were given."""
        first, last = (bisect_left(self._offsets, offset) for offset in span)
        return [self._things[number] for number in sorted(self._order[first:last])]
