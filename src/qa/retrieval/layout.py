"""Layout: a whole whose rows lie in several parts, and arrays that are read through it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.retrieval.rows import Rows, Taken, runs

Where = NDArray[np.int64] | slice
"""Places in a list of rows."""


class Layout:
    """Which row of which part each row of a whole is.

    The whole is a list of runs, rows that follow each other in one part. A part may have rows
    that the whole does not have.
    """

    def __init__(self, sizes: Rows, parts: Rows, starts: Rows, part_sizes: Sequence[int]) -> None:
        """Run n is `sizes[n]` rows of part `parts[n]`, from `starts[n]` on."""
        some = np.flatnonzero(sizes)
        sizes, parts, starts = sizes[some], parts[some], starts[some]
        follows = (parts[1:] == parts[:-1]) & (starts[1:] == starts[:-1] + sizes[:-1])
        heads = np.flatnonzero(np.concatenate([np.ones(min(len(some), 1), np.bool_), ~follows]))
        self.size = int(sizes.sum())
        self.part_sizes = list(part_sizes)
        self._parts, self._starts = parts[heads], starts[heads]
        self._firsts = (np.cumsum(sizes) - sizes)[heads]
        self._sizes = np.diff(self._firsts, append=self.size)
        self._plain = self.part_sizes == [self.size] and len(heads) <= 1
        self._places: dict[int, Rows] = {}

    @classmethod
    def of_one(cls, size: int) -> Layout:
        """The layout of one part that is the whole."""
        one = np.zeros(1, dtype=np.int64)
        return cls(one + size, one, one, [size])

    def split(self, rows: Rows) -> Iterator[tuple[int, Where, Rows]]:
        """For each part that has some of the rows: which of the list, and its own rows."""
        if self._plain:
            yield 0, slice(None), rows
            return
        if len(rows) == 0:
            return
        run = np.searchsorted(self._firsts, rows, "right") - 1
        own, parts = rows - self._firsts[run] + self._starts[run], self._parts[run]
        found = np.flatnonzero(np.bincount(parts)).tolist()
        if len(found) == 1:
            yield found[0], slice(None), own
            return
        for part in found:
            where = np.flatnonzero(parts == part)
            yield part, where, own[where]

    def spans(self, start: int, stop: int) -> Iterator[tuple[int, slice]]:
        """The rows from start to stop as parts and their own rows, in order."""
        run = int(np.searchsorted(self._firsts, start, "right")) - 1
        while start < stop:
            first = int(self._firsts[run])
            end = min(stop, first + int(self._sizes[run]))
            shift = int(self._starts[run]) - first
            yield int(self._parts[run]), slice(start + shift, end + shift)
            start, run = end, run + 1

    def places(self, part: int) -> Rows | None:
        """The row in the whole of each row of a part, `size` where it has none.

        None where all are as they are.
        """
        if self._plain:
            return None
        if part not in self._places:
            mine = np.flatnonzero(self._parts == part)
            places = np.full(self.part_sizes[part], self.size, dtype=np.int64)
            sizes = self._sizes[mine]
            places[runs(self._starts[mine], sizes)] = runs(self._firsts[mine], sizes)
            self._places[part] = places
        return self._places[part]


class Joined:
    """An array over the whole, of the arrays of its parts."""

    def __init__(self, arrays: Sequence[Taken], layout: Layout) -> None:
        """There is at least one part."""
        self._arrays, self._layout = arrays, layout

    @property
    def shape(self) -> tuple[int, ...]:
        """As of a numpy array."""
        return (self._layout.size, *self._arrays[0].shape[1:])

    def __len__(self) -> int:
        return self._layout.size

    def __getitem__(self, rows: slice | Rows) -> NDArray[Any]:
        if isinstance(rows, slice):
            start, stop, _ = rows.indices(len(self))
            pieces = [self._arrays[part][own] for part, own in self._layout.spans(start, stop)]
            if len(pieces) == 1:
                return pieces[0]
            return np.concatenate([self._arrays[0][0:0], *pieces])
        taken = [(w, self._arrays[part][own]) for part, w, own in self._layout.split(rows)]
        if len(taken) == 1:
            return taken[0][1]
        found = np.empty((len(rows), *self.shape[1:]), dtype=self._arrays[0][0:0].dtype)
        for where, values in taken:
            found[where] = values
        return found
