"""Candidates from elsewhere: what is asked of a server that searches units for the engine.

A unit is a passage or a section of a version of a document. The server finds numbers of units;
their texts, and what they weigh, stay with the index.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from qa.encoder import Vectors


@dataclass(frozen=True, slots=True)
class Held:
    """A version of a document: its number, the document's id and date (empty without a day).

    `stamp` is other where its units would be kept otherwise.
    """

    number: int
    document: str
    date: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its number, its terms, and its vector, a unit row of shape (dimension,)."""

    number: int
    terms: str
    vector: Vectors


@dataclass(frozen=True, slots=True)
class Where:
    """Restricts a search to documents with these ids, dated within these days, ends included."""

    documents: tuple[str, ...] | None = None
    since: str | None = None
    until: str | None = None


EVERYWHERE = Where()


class Candidates(Protocol):
    """Units of one kind of one index. Every method may raise AlineaError."""

    def held(self) -> dict[int, str]:
        """The stamp of each version that is there; an empty one where it is not there in full."""
        ...

    def upsert(self, version: Held, units: Sequence[Unit]) -> None:
        """Put the units of a version there, in place of what is there of it."""
        ...

    def delete(self, versions: Iterable[int]) -> None:
        """Take versions out."""
        ...

    def flush(self) -> None:
        """All that was changed is kept, and found from now on."""
        ...

    def nearest(self, vector: Vectors, k: int, where: Where = EVERYWHERE) -> list[int]:
        """Numbers of the k units nearest to a unit row, nearest first."""
        ...

    def matching(self, terms: Sequence[str], k: int, where: Where = EVERYWHERE) -> list[int]:
        """Numbers of the k units that the terms say most of, by BM25, best first."""
        ...

    def count(self, where: Where = EVERYWHERE) -> int:
        """How many units there are."""
        ...

    def close(self) -> None:
        """Let go of the server."""
        ...
