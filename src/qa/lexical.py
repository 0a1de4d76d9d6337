"""Keyword search: BM25 over analysed terms, as rank-bm25 computes it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

Scores = NDArray[np.float64]


class Lexical:
    """BM25 scores of a fixed list of texts, each given as its terms.

    The scores are those of rank_bm25's BM25Okapi (Robertson & Zaragoza, "The Probabilistic
    Relevance Framework: BM25 and Beyond", 2009), but for one thing: the inverse document
    frequency is the one that is never zero or negative, log(1 + (N - n + .5) / (n + .5)),
    so that a term in half of the texts, or a corpus of one, still counts.
    """

    def __init__(self, texts: list[list[str]]) -> None:
        self.size = len(texts)
        self._model: BM25Okapi | None = None
        if any(texts):
            self._model = BM25Okapi(texts)
            self._model.idf = self._positive_idf(texts)

    def _positive_idf(self, texts: list[list[str]]) -> dict[str, float]:
        counts: dict[str, int] = {}
        for text in texts:
            for term in set(text):
                counts[term] = counts.get(term, 0) + 1
        return {
            term: float(np.log1p((self.size - count + 0.5) / (count + 0.5)))
            for term, count in counts.items()
        }

    def scores(self, terms: list[str]) -> Scores:
        """A score for each text, shape (size,); zeros where nothing matches."""
        if self._model is None or not terms:
            return np.zeros(self.size)
        return np.asarray(self._model.get_scores(terms), dtype=np.float64)

    def ceiling(self, terms: list[str]) -> float:
        """The most that any text could score for these terms, unknown ones at full weight."""
        if self._model is None or not terms:
            return 0.0
        unknown = float(np.log1p((self.size + 0.5) / 0.5))
        weights = (self._model.idf.get(term, unknown) for term in terms)
        return float(sum(weights) * (self._model.k1 + 1))
