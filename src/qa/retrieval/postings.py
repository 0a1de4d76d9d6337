"""Postings: how often each text has each term, by text and by term."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from qa.retrieval.rows import Taken


@dataclass(frozen=True)
class TermCounts:
    """How often each text has each term: a sparse matrix with a row for each text.

    Text t has the terms `terms[first[t]:first[t + 1]]`, ascending, `counts` times each;
    `vocabulary` gives the number of a term, which may be one that none of these texts has.
    """

    vocabulary: Mapping[str, int]
    first: Taken  # int64
    terms: Taken  # int32
    counts: Taken  # uint16

    @property
    def size(self) -> int:
        """How many texts."""
        return len(self.first) - 1


@dataclass(frozen=True)
class Columns:
    """The same by term: term n is in the texts `texts[begins[n]:begins[n + 1]]`, `counts` times."""

    begins: NDArray[np.int64]
    texts: Taken  # int32
    counts: Taken  # uint16

    def __getitem__(self, term: int) -> tuple[NDArray[np.int32], NDArray[np.uint16]]:
        """The texts that have a term, ascending, and how often."""
        span = slice(int(self.begins[term]), int(self.begins[term + 1]))
        return self.texts[span], self.counts[span]


@dataclass(frozen=True)
class Postings:
    """What is kept of texts: nothing in it depends on other texts than these.

    `lengths` are the terms of each text, `having` the texts that have each term. There are no
    columns where only some of the texts are ever scored.
    """

    counts: TermCounts
    lengths: Taken  # int32
    having: NDArray[np.integer]
    columns: Columns | None


class TermCounter:
    """Counts terms of texts as they come; several counters may number terms together."""

    def __init__(self, vocabulary: dict[str, int]) -> None:
        self._vocabulary = vocabulary
        self._numbers, self._sizes = array("i"), array("q")

    def add(self, terms: Iterable[str]) -> None:
        """Count the terms of one more text."""
        before = len(self._numbers)
        known = self._vocabulary
        self._numbers.extend([known.setdefault(term, len(known)) for term in terms])
        self._sizes.append(len(self._numbers) - before)

    def counts(self, vocabulary: Mapping[str, int] | None = None) -> TermCounts:
        """The counts so far; `vocabulary` numbers the same terms, and others, another way."""
        terms = np.array(self._numbers, dtype=np.int32)
        if vocabulary is not None:
            renumbered = [vocabulary[term] for term in self._vocabulary]
            terms = np.array(renumbered, dtype=np.int32)[terms]
        wanted: Mapping[str, int] = self._vocabulary if vocabulary is None else vocabulary
        ends = np.cumsum([0, *self._sizes], dtype=np.int64)
        ones = np.ones(len(terms), dtype=np.int32)
        matrix = csr_matrix((ones, terms, ends), shape=(len(self._sizes), max(len(wanted), 1)))
        matrix.sum_duplicates()
        most = np.iinfo(np.uint16).max
        counts = np.minimum(matrix.data, most).astype(np.uint16)
        first, terms = matrix.indptr.astype(np.int64), matrix.indices.astype(np.int32)
        return TermCounts(wanted, first, terms, counts)


def count_terms(texts: Iterable[Iterable[str]]) -> TermCounts:
    """The counts of texts that are each given as their terms."""
    counter = TermCounter({})
    for text in texts:
        counter.add(text)
    return counter.counts()


def postings_of(texts: TermCounts, *, columns: bool = True) -> Postings:
    """The postings of texts; without columns where only some texts are ever scored."""
    first, terms, counts = texts.first[:], texts.terms[:], texts.counts[:]
    sums = np.concatenate([[0], np.cumsum(counts, dtype=np.int64)])
    lengths = (sums[first[1:]] - sums[first[:-1]]).astype(np.int32)
    having = np.bincount(terms, minlength=len(texts.vocabulary)).astype(np.int32)
    if not columns:
        return Postings(texts, lengths, having, None)
    shape = (texts.size, len(having))
    by_term = csr_matrix((counts, terms, first), shape=shape).tocsc()
    begins, rows = by_term.indptr.astype(np.int64), by_term.indices.astype(np.int32)
    return Postings(texts, lengths, having, Columns(begins, rows, by_term.data))
