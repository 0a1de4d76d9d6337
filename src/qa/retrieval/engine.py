"""The engine: finds candidates and weighs their sentences. What retrieval asks of an index.

The local one (`local_engine.py`) reads the files of an index; another can take its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from qa.question import Question
from qa.retrieval.rows import Rows

POOL = 200  # candidates of each kind that are scored in full

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Found:
    """Candidates in order of row: BM25, the same as a share of its ceiling, cosines."""

    rows: Rows
    bm25: Values
    coverage: Values
    cosines: Values


@dataclass(frozen=True)
class Evidence:
    """The sentences of some rows, one row after the other: `sizes` tells how many each has.

    `cosines` and `coverage` (BM25 as a share of its ceiling) have one value for each sentence.
    """

    sizes: Rows
    cosines: Values
    coverage: Values


class Engine(Protocol):
    """Candidates for a question, by vector and by keyword: at least `POOL` best of each kind.

    `documents` are the numbers of those that are searched, None for all.
    """

    def passages(self, question: Question, documents: Sequence[int] | None) -> Found:
        """Candidates among the passages."""
        ...

    def sections(self, question: Question, documents: Sequence[int] | None) -> Found:
        """Candidates among the sections."""
        ...

    def sentences(self, question: Question, rows: Rows) -> Evidence:
        """The evidence of each sentence of these passages."""
        ...
