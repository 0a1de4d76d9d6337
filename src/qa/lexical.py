"""Keyword search: BM25 over analysed terms, as rank-bm25 computes it, in sparse matrices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from qa.analysis import Forms

K1, B = 1.5, 0.75  # rank_bm25's own

Scores = NDArray[np.float64]
Weights = NDArray[np.float32]
Rows = NDArray[np.int64]
Asked = Sequence[str | Forms]
_Column = Callable[[int], tuple[NDArray[np.integer], NDArray[np.floating]]]


@dataclass(frozen=True)
class TermCounts:
    """How often each text has each term: a sparse matrix with a row for each text.

    Text t has the terms `terms[first[t]:first[t + 1]]`, ascending, `counts` times each;
    `vocabulary` gives the number of a term.
    """

    vocabulary: Mapping[str, int]
    first: NDArray[np.int64]
    terms: NDArray[np.int32]
    counts: NDArray[np.uint16]

    @property
    def size(self) -> int:
        """How many texts."""
        return len(self.first) - 1


def count_terms(texts: Iterable[Sequence[str]]) -> TermCounts:
    """The counts of texts that are each given as their terms."""
    vocabulary: dict[str, int] = {}
    numbers: list[NDArray[np.int32]] = []
    for text in texts:
        found = [vocabulary.setdefault(term, len(vocabulary)) for term in text]
        numbers.append(np.array(found, dtype=np.int32))
    ends = np.cumsum([0, *map(len, numbers)], dtype=np.int64)
    flat = np.concatenate(numbers) if numbers else np.zeros(0, dtype=np.int32)
    ones = np.ones(len(flat), dtype=np.int32)
    matrix = csr_matrix((ones, flat, ends), shape=(len(numbers), max(len(vocabulary), 1)))
    matrix.sum_duplicates()
    most = np.iinfo(np.uint16).max
    counts = np.minimum(matrix.data, most).astype(np.uint16)
    return TermCounts(
        vocabulary, matrix.indptr.astype(np.int64), matrix.indices.astype(np.int32), counts
    )


class Lexical:
    """BM25 scores of a fixed list of texts.

    The scores are those of rank_bm25's BM25Okapi (Robertson & Zaragoza, "The Probabilistic
    Relevance Framework: BM25 and Beyond", 2009), with its k1 and b, but for one thing. The inverse
    document frequency is on purpose the one that is never zero or negative,
    log(1 + (N - n + .5) / (n + .5)), so that a term in half of the texts, or a corpus of one,
    still counts. What a term adds to a text is computed once, for all texts that have it
    together; a question adds up the columns of its terms and visits no other text.

    Questions are lists of terms, or of forms: a thing that may be said in several ways. Of
    these each text gets the way it says most of, as a share of that way's ceiling, and the
    weight is that of the first way: so a second way changes no ceiling.
    """

    def __init__(self, texts: TermCounts | Iterable[Sequence[str]]) -> None:
        counted = texts if isinstance(texts, TermCounts) else count_terms(texts)
        self._texts = counted
        self.size = counted.size
        lengths = np.add.reduceat(
            np.append(counted.counts, 0).astype(np.float64), counted.first[:-1]
        ) * (counted.first[1:] > counted.first[:-1])
        mean = lengths.mean() if self.size else 0.0
        self._norms = K1 * (1 - B + B * lengths / (mean or 1.0))
        having = np.bincount(counted.terms, minlength=len(counted.vocabulary))
        self._idf = np.log1p((self.size - having + 0.5) / (having + 0.5))
        self._unknown = float(np.log1p((self.size + 0.5) / 0.5))

    def scores(self, asked: Asked) -> Scores:
        """A score for each text, shape (size,); zeros where nothing matches."""
        return self._scores(asked, self.size, self._column)

    def scores_of(self, rows: Rows, asked: Asked) -> Scores:
        """The scores of some texts alone, shape (len(rows),): as `scores(asked)[rows]`."""
        numbers = {
            n
            for form in _forms(asked)
            for n in map(self._texts.vocabulary.get, form)
            if n is not None
        }
        starts = self._texts.first[rows]
        sizes = self._texts.first[rows + 1] - starts
        at = runs(starts, sizes)
        owners = np.repeat(np.arange(len(rows)), sizes)
        terms = self._texts.terms[at]
        kept = np.flatnonzero(np.isin(terms, np.fromiter(numbers, dtype=np.int32)))
        owners, terms = owners[kept], terms[kept]
        weights = self._weigh(terms, self._texts.counts[at[kept]], rows[owners])

        def column(number: int) -> tuple[Rows, Weights]:
            having = terms == number
            return owners[having], weights[having]

        return self._scores(asked, len(rows), column)

    def ceiling(self, asked: Asked) -> float:
        """The most that any text could score for what is asked, unknown terms at full weight."""
        if not self._texts.vocabulary:
            return 0.0
        return sum(self._weight(((item,),) if isinstance(item, str) else item) for item in asked)

    @cached_property
    def _columns(self) -> tuple[NDArray[np.int64], NDArray[np.int32], Weights]:
        """Where each term's column begins; the texts in each column; what the term adds to each."""
        texts = self._texts
        shape = (self.size, len(texts.vocabulary))
        by_term = csr_matrix((texts.counts, texts.terms, texts.first), shape=shape).tocsc()
        terms = np.repeat(np.arange(shape[1]), np.diff(by_term.indptr))
        weights = self._weigh(terms, by_term.data, by_term.indices)
        return by_term.indptr.astype(np.int64), by_term.indices.astype(np.int32), weights

    def _weigh(
        self,
        terms: NDArray[np.integer],
        counts: NDArray[np.uint16],
        rows: NDArray[np.integer],
    ) -> Weights:
        """What terms add to the texts in these rows, which have them so many times."""
        times = counts.astype(np.float64)
        weights = self._idf[terms] * times * (K1 + 1) / (times + self._norms[rows])
        return np.asarray(weights, dtype=np.float32)

    def _column(self, number: int) -> tuple[NDArray[np.int32], Weights]:
        begins, rows, weights = self._columns
        span = slice(begins[number], begins[number + 1])
        return rows[span], weights[span]

    def _scores(self, asked: Asked, size: int, column: _Column) -> Scores:
        total = np.zeros(size)
        for item in asked:
            forms: Forms = ((item,),) if isinstance(item, str) else item
            if len(forms) == 1:
                self._add(total, forms[0], column)
            else:
                total += self._best(forms, size, column)
        return total

    def _add(self, total: Scores, form: Sequence[str], column: _Column) -> None:
        for term in form:
            number = self._texts.vocabulary.get(term)
            if number is not None:
                rows, weights = column(number)
                total[rows] += weights

    def _best(self, forms: Forms, size: int, column: _Column) -> Scores:
        shares = np.zeros(size)
        for form in forms:
            if any(term in self._texts.vocabulary for term in form):
                found = np.zeros(size)
                self._add(found, form, column)
                np.maximum(shares, found / self._form_weight(form), out=shares)
        return shares * self._weight(forms)

    def _weight(self, forms: Forms) -> float:
        """That of the first form, or where no text has it, of the heaviest that texts have."""
        known = [form for form in forms if all(term in self._texts.vocabulary for term in form)]
        if not known or known[0] == forms[0]:
            return self._form_weight(forms[0])
        return max(self._form_weight(form) for form in known)

    def _form_weight(self, form: tuple[str, ...]) -> float:
        numbers = [self._texts.vocabulary.get(term) for term in form]
        idf = [self._unknown if n is None else float(self._idf[n]) for n in numbers]
        return sum(idf) * (K1 + 1)


def best_rows(scores: Scores, k: int) -> Rows:
    """Rows of the k highest scores above zero, in order of row; the first of equals."""
    if len(scores) <= k:
        return np.flatnonzero(scores > 0)
    least = -np.partition(-scores, k - 1)[k - 1]
    if least <= 0:
        return np.flatnonzero(scores > 0)
    above = np.flatnonzero(scores > least)
    equal = np.flatnonzero(scores == least)[: k - len(above)]
    return np.sort(np.concatenate([above, equal]))


def runs(starts: NDArray[np.int64], sizes: NDArray[np.int64]) -> Rows:
    """The numbers from each start on, as many as its size, one run after the other."""
    before = np.cumsum(sizes) - sizes
    return np.asarray(np.repeat(starts - before, sizes) + np.arange(sizes.sum()), dtype=np.int64)


def _forms(asked: Asked) -> Iterable[tuple[str, ...]]:
    for item in asked:
        yield from ((item,),) if isinstance(item, str) else item
