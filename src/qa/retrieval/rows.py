"""Rows: numbers of texts, and arrays that rows are taken from, in memory or on disk."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]


class Taken(Protocol):
    """An array that only some rows are taken from: a numpy array, or one on disk."""

    @property
    def shape(self) -> tuple[int, ...]:
        """As of a numpy array."""
        ...

    def __len__(self) -> int: ...

    def __getitem__(self, rows: Any, /) -> NDArray[Any]: ...  # noqa: ANN401 - slice or numbers


def runs(starts: NDArray[np.int64], sizes: NDArray[np.int64]) -> Rows:
    """The numbers from each start on, as many as its size, one run after the other."""
    before = np.cumsum(sizes) - sizes
    return np.asarray(np.repeat(starts - before, sizes) + np.arange(sizes.sum()), dtype=np.int64)
