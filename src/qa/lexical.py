"""Keyword search: BM25 over analysed terms, as rank-bm25 computes it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from qa.analysis import Forms

Scores = NDArray[np.float64]
_Postings = tuple[NDArray[np.int64], Scores]


class Lexical:
    """BM25 scores of a fixed list of texts, each given as its terms.

    The scores are those of rank_bm25's BM25Okapi (Robertson & Zaragoza, "The Probabilistic
    Relevance Framework: BM25 and Beyond", 2009), but for two things. The inverse document
    frequency is the one that is never zero or negative, log(1 + (N - n + .5) / (n + .5)),
    so that a term in half of the texts, or a corpus of one, still counts. And each term's
    scores are kept with the texts that have it, so that a question does not visit all texts.

    Questions are lists of terms, or of forms: a thing that may be said in several ways. Of
    these each text gets the way it says most of, as a share of that way's ceiling, and the
    weight is that of the first way: so a second way changes no ceiling.
    """

    def __init__(self, texts: list[list[str]]) -> None:
        self.size = len(texts)
        self._postings: dict[str, _Postings] = {}
        self._idf: dict[str, float] = {}
        self._unknown = float(np.log1p((self.size + 0.5) / 0.5))
        if any(texts):
            self._learn(BM25Okapi(texts))

    def _learn(self, model: BM25Okapi) -> None:
        self._k1 = float(model.k1)
        found: dict[str, tuple[list[int], list[int]]] = {}
        for row, counts in enumerate(model.doc_freqs):
            for term, count in counts.items():
                rows, frequencies = found.setdefault(term, ([], []))
                rows.append(row)
                frequencies.append(count)
        lengths = np.asarray(model.doc_len, dtype=np.float64)
        norms = model.k1 * (1 - model.b + model.b * lengths / model.avgdl)
        for term, (rows, frequencies) in found.items():
            n = len(rows)
            self._idf[term] = float(np.log1p((self.size - n + 0.5) / (n + 0.5)))
            at, tf = np.array(rows, dtype=np.int64), np.array(frequencies, dtype=np.float64)
            weights = self._idf[term] * tf * (model.k1 + 1) / (tf + norms[at])
            self._postings[term] = (at, weights)

    def scores(self, asked: Sequence[str | Forms]) -> Scores:
        """A score for each text, shape (size,); zeros where nothing matches."""
        total = np.zeros(self.size)
        for item in asked:
            if isinstance(item, str):
                self._add(total, item)
            elif len(item) == 1:
                for term in item[0]:
                    self._add(total, term)
            else:
                total += self._best(item)
        return total

    def ceiling(self, asked: Sequence[str | Forms]) -> float:
        """The most that any text could score for what is asked, unknown terms at full weight."""
        if not self._idf:
            return 0.0
        return sum(self._weight(((item,),) if isinstance(item, str) else item) for item in asked)

    def _add(self, total: Scores, term: str) -> None:
        if term in self._postings:
            rows, weights = self._postings[term]
            total[rows] += weights

    def _best(self, forms: Forms) -> Scores:
        shares = np.zeros(self.size)
        for form in forms:
            if any(term in self._idf for term in form):
                shares = np.maximum(shares, self.scores(form) / self._form_weight(form))
        return shares * self._weight(forms)

    def _weight(self, forms: Forms) -> float:
        """That of the first form, or where no text has it, of the heaviest that texts have."""
        known = [form for form in forms if all(term in self._idf for term in form)]
        if not known or known[0] == forms[0]:
            return self._form_weight(forms[0])
        return max(self._form_weight(form) for form in known)

    def _form_weight(self, form: tuple[str, ...]) -> float:
        return sum(self._idf.get(term, self._unknown) for term in form) * (self._k1 + 1)
