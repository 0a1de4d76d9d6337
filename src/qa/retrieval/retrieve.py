"""Hybrid retrieval: BM25 and embeddings of passages and of their sentences, fused.

The fusion is a convex combination of scores (Bruch, Gai & Ingber, "An Analysis of Fusion
Functions for Hybrid Retrieval", 2023), each first brought to a scale that does not depend on
what else was found: BM25 as a share of the most the question could score, cosines as the
share above the encoder's floor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.passages import FOOTNOTE, SIGNATURE, Passage
from qa.question import Question
from qa.retrieval.engine import Engine, Found
from qa.retrieval.rows import Taken


@dataclass(frozen=True, slots=True)
class Weights:
    """Shares of the evidence, fitted on the development folds by `eval/fit_fusion.py`.

    `aside` is added to the score of a footnote, which shares its words with the sentence that
    refers to it, and of a signature; but `reference` to that of a footnote where the question
    asks for a source, and `signature` to that of a signature where it asks who signed. This
    last is set by hand: few questions ask it.
    """

    dense: float = 0.347
    sentence_dense: float = 0.320
    bm25: float = 0.196
    sentence_bm25: float = 0.137
    aside: float = -0.035
    reference: float = 0.034
    signature: float = 0.1


WEIGHTS = Weights()


@dataclass(frozen=True)
class Candidate:
    """A passage with its evidence.

    `coverage` is BM25 as a share of its ceiling, `dense` the cosine; `sentence_dense` and
    `sentence_coverage` are the same for each sentence, `sentence_scores` their sum, weighted.
    `document` is the number of its document.
    """

    row: int
    rank_score: float
    bm25: float
    coverage: float
    dense: float
    sentence_dense: NDArray[np.float64]
    sentence_coverage: NDArray[np.float64]
    sentence_scores: NDArray[np.float64]
    document: int = 0

    @property
    def best_sentence(self) -> int:
        """Index of the sentence with the strongest evidence, the first of equals."""
        return int(np.argmax(self.sentence_scores))


class Retriever:
    """Searches passages, their sentences, and sections of one state of an index."""

    def __init__(
        self,
        passages: Sequence[Passage],
        kinds: Taken,
        owner: Taken,
        section_owner: Taken,
        engine: Engine,
        floor: float,
    ) -> None:
        """`kinds` are the marks of each passage (`qa.passages.marks`), `owner` its document.

        `floor` is the encoder's; passages are read one by one, where they are needed.
        """
        self.passages = passages
        self.kinds = kinds
        self._owner, self._section_owner = owner, section_owner
        self.engine = engine
        self._floor = floor

    def search(self, question: Question, documents: Sequence[int] | None = None) -> list[Candidate]:
        """Candidates in order of rank score; ties by document and place in it.

        At most the 200 best by vector and the 200 best by keywords are weighed in full.
        """
        found = self.engine.passages(question, documents)
        evidence = self.engine.sentences(question, found.rows)
        scores = WEIGHTS.sentence_dense * self.above_floor(evidence.cosines)
        scores += WEIGHTS.sentence_bm25 * evidence.coverage
        ends = np.cumsum(evidence.sizes)
        starts = ends - evidence.sizes
        best = np.maximum.reduceat(scores, starts) if len(found.rows) else np.zeros(0)
        rank_scores = (
            WEIGHTS.dense * self.above_floor(found.cosines) + WEIGHTS.bm25 * found.coverage + best
        ) + self._kind_shares(self.kinds[found.rows], question)
        owners = self._owner[found.rows].tolist()
        candidates = [
            Candidate(
                row,
                score,
                bm25,
                coverage,
                cosine,
                evidence.cosines[start:end],
                evidence.coverage[start:end],
                scores[start:end],
                owner,
            )
            for row, score, bm25, coverage, cosine, start, end, owner in zip(
                *_columns(found, rank_scores), starts.tolist(), ends.tolist(), owners, strict=True
            )
        ]
        return sorted(candidates, key=lambda found: (-found.rank_score, found.row))

    def search_sections(
        self, question: Question, documents: Sequence[int] | None = None
    ) -> list[Candidate]:
        """The same for sections, which are weighed as a whole, without their sentences."""
        found = self.engine.sections(question, documents)
        share = (WEIGHTS.dense + WEIGHTS.sentence_dense) * self.above_floor(found.cosines)
        rank_scores = share + (WEIGHTS.bm25 + WEIGHTS.sentence_bm25) * found.coverage
        nothing = np.zeros(0)
        owners = self._section_owner[found.rows].tolist()
        candidates = [
            Candidate(row, score, bm25, coverage, cosine, nothing, nothing, nothing, owner)
            for row, score, bm25, coverage, cosine, owner in zip(
                *_columns(found, rank_scores), owners, strict=True
            )
        ]
        return sorted(candidates, key=lambda found: (-found.rank_score, found.row))

    def above_floor(self, cosine: float | NDArray[np.float64]) -> NDArray[np.float64]:
        """Cosines as shares of the way from the encoder's floor to 1."""
        return np.asarray((np.asarray(cosine) - self._floor) / (1 - self._floor))

    def _kind_shares(self, kinds: NDArray[np.uint8], question: Question) -> NDArray[np.float64]:
        """What the kind of each passage adds, given what the question asks for."""
        note = WEIGHTS.reference if question.asks_reference else WEIGHTS.aside
        signature = WEIGHTS.signature if question.asks_signature else WEIGHTS.aside
        rest = np.where(kinds & SIGNATURE, signature, 0.0)
        return np.where(kinds & FOOTNOTE, note, rest)


def _columns(
    found: Found, rank_scores: NDArray[np.float64]
) -> tuple[list[int], list[float], list[float], list[float], list[float]]:
    """Row, rank score, BM25, its share and cosine of each candidate, a list of each."""
    return (
        found.rows.tolist(),
        rank_scores.tolist(),
        found.bm25.tolist(),
        found.coverage.tolist(),
        found.cosines.tolist(),
    )
