"""Keyword search: BM25 over analysed terms, as rank-bm25 computes it, from postings."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from qa.analysis import Forms
from qa.retrieval.layout import Layout
from qa.retrieval.postings import Postings, count_terms, postings_of
from qa.retrieval.rows import Rows, runs

K1, B = 1.5, 0.75  # rank_bm25's own

Scores = NDArray[np.float64]
Asked = Sequence[str | Forms]


@dataclass(frozen=True)
class Part:
    """Some of the texts that are searched together.

    Of the `postings` some texts may be gone: the layout does not have them, and of each of the
    terms `lost[0]`, ascending, `lost[1]` texts fewer have it. `length` is the number of terms
    of the others together.
    """

    postings: Postings
    length: int
    lost: tuple[NDArray[np.integer], NDArray[np.integer]] = field(
        default_factory=lambda: (np.zeros(0, np.int32), np.zeros(0, np.int32))
    )

    def having(self, number: int) -> int:
        """How many texts have a term, those that are gone not counted."""
        terms, fewer = self.lost
        at = int(np.searchsorted(terms, number))
        lost = int(fewer[at]) if at < len(terms) and terms[at] == number else 0
        return int(self.postings.having[number]) - lost


@dataclass(frozen=True, slots=True)
class _Term:
    """A term that texts have: its number in each part, None where that does not have it."""

    numbers: tuple[int | None, ...]
    idf: float


_Add = Callable[[Scores, _Term], None]


class Lexical:
    """BM25 scores of texts that lie in parts.

    The scores are those of rank_bm25's BM25Okapi (Robertson & Zaragoza, "The Probabilistic
    Relevance Framework: BM25 and Beyond", 2009), with its k1 and b, but for one thing. The inverse
    document frequency is on purpose the one that is never zero or negative,
    log(1 + (N - n + .5) / (n + .5)), so that a term in half of the texts, or a corpus of one,
    still counts. Parts hold counts alone: what depends on all texts, N, n and the mean length,
    is applied when a question is asked, so that a change to one part leaves the others as they
    are, and how texts are divided into parts changes no score. A question adds up the columns
    of its terms and visits no other text.

    Questions are lists of terms, or of forms: a thing that may be said in several ways. Of
    these each text gets the way it says most of, as a share of that way's ceiling, and the
    weight is that of the first way: so a second way changes no ceiling.
    """

    def __init__(self, parts: Sequence[Part], layout: Layout) -> None:
        """The layout has the texts of the parts in their order."""
        self._parts, self._layout = parts, layout
        self.size = layout.size
        self._length = sum(part.length for part in parts)
        self._mean = self._length / self.size if self._length else 1.0
        self._norms: dict[int, Scores] = {}
        self._term = lru_cache(maxsize=10_000)(self._look_up)

    @classmethod
    def of(cls, texts: Iterable[Sequence[str]]) -> Lexical:
        """The scores of texts that are each given as their terms."""
        postings = postings_of(count_terms(texts))
        part = Part(postings, int(np.sum(postings.lengths[:])))
        return cls([part], Layout.of_one(postings.counts.size))

    def scores(self, asked: Asked) -> Scores:
        """A score for each text, shape (size,); zeros where nothing matches."""
        # One place more than there are texts is for what falls to texts that are gone.
        return self._scores(asked, self.size + 1, self._add_column)[:-1]

    def scores_of(self, rows: Rows, asked: Asked) -> Scores:
        """The scores of some texts alone, shape (len(rows),): as `scores(asked)[rows]`."""
        terms = dict.fromkeys(term for form in _forms(asked) for term in form)
        known = [term for term in map(self._term, terms) if term]
        places: list[Rows] = [np.zeros(0, np.int64)]
        which: list[Rows] = [np.zeros(0, np.int64)]
        weights: list[Scores] = [np.zeros(0)]
        for part, where, own in self._layout.split(rows):
            texts, of_part, weight = self._matches(part, own, known)
            places.append(texts if isinstance(where, slice) else where[texts])
            which.append(of_part)
            weights.append(weight)
        at, of, by = np.concatenate(places), np.concatenate(which), np.concatenate(weights)

        def add(total: Scores, term: _Term) -> None:
            having = of == known.index(term)
            total[at[having]] += by[having] * _factor(term)

        return self._scores(asked, len(rows), add)

    def ceiling(self, asked: Asked) -> float:
        """The most that any text could score for what is asked, unknown terms at full weight."""
        if not self._length:
            return 0.0
        return sum(self._weight(((item,),) if isinstance(item, str) else item) for item in asked)

    def _look_up(self, term: str) -> _Term | None:
        """A term that texts have."""
        numbers = tuple(part.postings.counts.vocabulary.get(term) for part in self._parts)
        found = zip(self._parts, numbers, strict=True)
        having = sum(part.having(number) for part, number in found if number is not None)
        return _Term(numbers, _idf(having, self.size)) if having else None

    def _add_column(self, total: Scores, term: _Term) -> None:
        """Add what a term is worth to all texts that have it."""
        for part, number in enumerate(term.numbers):
            if number is None:
                continue
            columns = self._parts[part].postings.columns
            assert columns is not None  # made without them: only some texts score
            found, counts = columns[number]
            texts = found.astype(np.int64)  # once: numpy would do it at each step, and slower
            places = self._layout.places(part)
            weights = _saturated(counts, self._norms_of(part).take(texts))
            weights *= _factor(term)
            total[texts if places is None else places.take(texts)] += weights

    def _matches(self, part: int, own: Rows, known: list[_Term]) -> tuple[Rows, Rows, Scores]:
        """Where texts of a part have known terms: which text, which term, and what it is worth."""
        postings = self._parts[part].postings
        place_of = np.zeros(len(postings.having), dtype=np.uint16)  # in `known`, and one more
        for place, term in enumerate(known):
            if (number := term.numbers[part]) is not None:
                place_of[number] = place + 1
        starts = postings.counts.first[own]
        sizes = postings.counts.first[own + 1] - starts
        at = runs(starts, sizes)
        which = place_of[postings.counts.terms[at]]
        kept = np.flatnonzero(which)
        texts = np.repeat(np.arange(len(own)), sizes)[kept]
        norms = self._norm(postings.lengths[own])
        weights = _saturated(postings.counts.counts[at[kept]], norms[texts])
        return texts, which[kept].astype(np.int64) - 1, weights

    def _norms_of(self, part: int) -> Scores:
        """The norms of all texts of a part, made once."""
        if part not in self._norms:
            self._norms[part] = self._norm(self._parts[part].postings.lengths[:])
        return self._norms[part]

    def _norm(self, lengths: NDArray[np.int32]) -> Scores:
        return np.asarray(K1 * (1 - B + B * lengths / self._mean), dtype=np.float64)

    def _scores(self, asked: Asked, size: int, add: _Add) -> Scores:
        total = np.zeros(size)
        for item in asked:
            forms: Forms = ((item,),) if isinstance(item, str) else item
            if len(forms) == 1:
                self._add(total, forms[0], add)
            else:
                total += self._best(forms, size, add)
        return total

    def _add(self, total: Scores, form: Sequence[str], add: _Add) -> None:
        for term in form:
            known = self._term(term)
            if known:
                add(total, known)

    def _best(self, forms: Forms, size: int, add: _Add) -> Scores:
        shares = np.zeros(size)
        for form in forms:
            if any(self._term(term) for term in form):
                found = np.zeros(size)
                self._add(found, form, add)
                np.maximum(shares, found / self._form_weight(form), out=shares)
        return shares * self._weight(forms)

    def _weight(self, forms: Forms) -> float:
        """That of the first form, or where no text has it, of the heaviest that texts have."""
        known = [form for form in forms if all(self._term(term) for term in form)]
        if not known or known[0] == forms[0]:
            return self._form_weight(forms[0])
        return max(self._form_weight(form) for form in known)

    def _form_weight(self, form: tuple[str, ...]) -> float:
        terms = [self._term(term) for term in form]
        idf = [term.idf if term else _idf(0, self.size) for term in terms]
        return sum(idf) * (K1 + 1)


def best_rows(scores: Scores, k: int) -> Rows:
    """Rows of the k highest scores above zero, in order of row; the first of equals."""
    some = np.flatnonzero(scores > 0)
    if len(some) <= k:
        return some
    values = scores[some]
    least = np.partition(values, len(some) - k)[len(some) - k]
    above = some[values > least]
    equal = some[values == least][: k - len(above)]
    return np.sort(np.concatenate([above, equal]))


def _idf(having: int, size: int) -> float:
    return math.log1p((size - having + 0.5) / (having + 0.5))


def _factor(term: _Term) -> float:
    return term.idf * (K1 + 1)


def _saturated(counts: NDArray[np.uint16], norms: Scores) -> Scores:
    """The share of its factor that a term adds to texts that have it so many times.

    `norms` are written over.
    """
    times = counts.astype(np.float64)
    norms += times
    return np.divide(times, norms, out=norms)


def _forms(asked: Asked) -> Iterable[tuple[str, ...]]:
    for item in asked:
        yield from ((item,),) if isinstance(item, str) else item
