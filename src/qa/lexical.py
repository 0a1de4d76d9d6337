"""Keyword search: BM25 over analysed terms, as rank-bm25 computes it, in sparse matrices."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from qa.analysis import Forms
from qa.rows import Rows, Taken, runs

K1, B = 1.5, 0.75  # rank_bm25's own

Scores = NDArray[np.float64]
Weights = NDArray[np.float32]
Asked = Sequence[str | Forms]
_Column = Callable[[int], tuple[NDArray[np.integer], Weights]]


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
class Statistics:
    """What BM25 needs of counts: `having` texts have a term, `norms` stand for their lengths.

    `columns` are the weights by term: where each begins, the texts that have it, what it adds.
    """

    having: NDArray[np.integer]
    norms: Taken  # float32
    columns: tuple[NDArray[np.int64], Taken, Taken] | None


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


def measure(texts: TermCounts, *, columns: bool = True) -> Statistics:
    """The statistics of texts; without columns where only some texts are ever scored."""
    first, terms, counts = texts.first[:], texts.terms[:], texts.counts[:]
    sums = np.concatenate([[0], np.cumsum(counts, dtype=np.int64)])
    lengths = (sums[first[1:]] - sums[first[:-1]]).astype(np.float64)
    mean = lengths.mean() if texts.size else 0.0
    norms = (K1 * (1 - B + B * lengths / (mean or 1.0))).astype(np.float32)
    having = np.bincount(terms, minlength=len(texts.vocabulary)).astype(np.int32)
    if not columns:
        return Statistics(having, norms, None)
    shape = (texts.size, len(having))
    by_term = csr_matrix((counts, terms, first), shape=shape).tocsc()
    idf = np.repeat(_idf(having, texts.size), np.diff(by_term.indptr))
    weights = _weigh(idf, by_term.data, norms[by_term.indices])
    begins = by_term.indptr.astype(np.int64)
    return Statistics(having, norms, (begins, by_term.indices.astype(np.int32), weights))


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

    def __init__(
        self,
        texts: TermCounts | Iterable[Sequence[str]],
        statistics: Statistics | None = None,
    ) -> None:
        """`statistics` are those of the texts, where they are known."""
        counted = texts if isinstance(texts, TermCounts) else count_terms(texts)
        self._texts, self._statistics = counted, statistics or measure(counted)
        self.size = counted.size
        self._idf = _idf(self._statistics.having, self.size)
        self._unknown = float(np.log1p((self.size + 0.5) / 0.5))
        self._number = lru_cache(maxsize=10_000)(self._look_up)

    def scores(self, asked: Asked) -> Scores:
        """A score for each text, shape (size,); zeros where nothing matches."""
        return self._scores(asked, self.size, self._column)

    def scores_of(self, rows: Rows, asked: Asked) -> Scores:
        """The scores of some texts alone, shape (len(rows),): as `scores(asked)[rows]`."""
        terms_asked = {self._number(term) for form in _forms(asked) for term in form}
        numbers = sorted(number for number in terms_asked if number is not None)
        starts = self._texts.first[rows]
        sizes = self._texts.first[rows + 1] - starts
        at = runs(starts, sizes)
        owners = np.repeat(np.arange(len(rows)), sizes)
        terms = self._texts.terms[at]
        kept = np.flatnonzero(np.isin(terms, np.array(numbers, dtype=np.int32)))
        owners, terms = owners[kept], terms[kept]
        norms = self._statistics.norms[rows]
        weights = _weigh(self._idf[terms], self._texts.counts[at[kept]], norms[owners])

        def column(number: int) -> tuple[Rows, Weights]:
            having = terms == number
            return owners[having], weights[having]

        return self._scores(asked, len(rows), column)

    def ceiling(self, asked: Asked) -> float:
        """The most that any text could score for what is asked, unknown terms at full weight."""
        if not self._texts.vocabulary:
            return 0.0
        return sum(self._weight(((item,),) if isinstance(item, str) else item) for item in asked)

    def _look_up(self, term: str) -> int | None:
        """The number of a term that texts have."""
        number = self._texts.vocabulary.get(term)
        return number if number is not None and self._statistics.having[number] else None

    def _column(self, number: int) -> tuple[NDArray[Any], Weights]:
        assert self._statistics.columns is not None  # made without them: only some texts score
        begins, rows, weights = self._statistics.columns
        span = slice(int(begins[number]), int(begins[number + 1]))
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
            number = self._number(term)
            if number is not None:
                rows, weights = column(number)
                total[rows] += weights

    def _best(self, forms: Forms, size: int, column: _Column) -> Scores:
        shares = np.zeros(size)
        for form in forms:
            if any(self._number(term) is not None for term in form):
                found = np.zeros(size)
                self._add(found, form, column)
                np.maximum(shares, found / self._form_weight(form), out=shares)
        return shares * self._weight(forms)

    def _weight(self, forms: Forms) -> float:
        """That of the first form, or where no text has it, of the heaviest that texts have."""
        known = [form for form in forms if all(self._number(t) is not None for t in form)]
        if not known or known[0] == forms[0]:
            return self._form_weight(forms[0])
        return max(self._form_weight(form) for form in known)

    def _form_weight(self, form: tuple[str, ...]) -> float:
        numbers = [self._number(term) for term in form]
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


def _idf(having: NDArray[np.integer], size: int) -> Scores:
    return np.asarray(np.log1p((size - having + 0.5) / (having + 0.5)), dtype=np.float64)


def _weigh(idf: Scores, counts: NDArray[np.uint16], norms: NDArray[np.float32]) -> Weights:
    """What terms add to texts that have them so many times."""
    times = counts.astype(np.float64)
    return np.asarray(idf * times * (K1 + 1) / (times + norms), dtype=np.float32)


def _forms(asked: Asked) -> Iterable[tuple[str, ...]]:
    for item in asked:
        yield from ((item,),) if isinstance(item, str) else item
