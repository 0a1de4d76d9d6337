"""Hybrid retrieval: BM25 and embeddings of passages and of their sentences, fused.

The fusion is a convex combination of scores (Bruch, Gai & Ingber, "An Analysis of Fusion
Functions for Hybrid Retrieval", 2023), each first brought to a scale that does not depend on
what else was found: BM25 as a share of the most the question could score, cosines as the
share above the encoder's floor.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.analysis import SHIPPED, Analyser, Parts, content_terms
from qa.dense import Dense, Rows
from qa.encoder import Vectors
from qa.keywords import Keywords, KeywordText
from qa.lang import LANGUAGES, detect_language
from qa.lexical import Scores, best_rows, runs
from qa.passages import Passage, SectionPassage


@dataclass(frozen=True, slots=True)
class Weights:
    """Shares of the evidence, fitted on the development folds by `eval/fit_fusion.py`.

    `aside` is added to the score of a footnote, which shares its words with the sentence that
    refers to it, and of a signature; but `reference` to that of a footnote where the question
    asks for a source, and `signature` to that of a signature where it asks who signed. This
    last is set by hand: few questions ask it.
    """

    dense: float = 0.270
    sentence_dense: float = 0.263
    bm25: float = 0.305
    sentence_bm25: float = 0.163
    aside: float = -0.044
    reference: float = 0.040
    signature: float = 0.1


WEIGHTS = Weights()
_POOL = 200  # candidates of each kind that are scored in full


@dataclass(frozen=True)
class Question:
    """A question made ready: its language, its vector, its terms for each language."""

    text: str
    language: str
    vector: Vectors
    asks_reference: bool
    asks_signature: bool

    def terms(self, language: str) -> list[str]:
        """Terms to find in texts of a language, without the stop words of either."""
        return content_terms(self.text, language, self.language)


@dataclass(frozen=True)
class Candidate:
    """A passage with its evidence.

    `coverage` is BM25 as a share of its ceiling, `dense` the cosine; `sentence_dense` and
    `sentence_coverage` are the same for each sentence, `sentence_scores` their sum, weighted.
    """

    row: int
    rank_score: float
    bm25: float
    coverage: float
    dense: float
    sentence_dense: NDArray[np.float64]
    sentence_coverage: NDArray[np.float64]
    sentence_scores: NDArray[np.float64]

    @property
    def best_sentence(self) -> int:
        """Index of the sentence with the strongest evidence, the first of equals."""
        return int(np.argmax(self.sentence_scores))


def make_question(text: str, vector: Vectors) -> Question:
    """The question with its language found and its vector, shape (dimension,)."""
    language = detect_language(text)
    words = set(text.lower().replace("?", " ").replace(",", " ").split())
    rules = LANGUAGES.values()
    return Question(
        text,
        language,
        vector,
        asks_reference=any(words & rule.reference_words for rule in rules),
        asks_signature=any(words & rule.signature_words for rule in rules),
    )


class Retriever:
    """Searches passages, sentences and sections of one state of an index."""

    def __init__(
        self,
        passages: list[Passage],
        passage_rows: Vectors,
        sentence_rows: Vectors,
        sections: list[SectionPassage],
        section_rows: Vectors,
        floor: float,
        parts: Parts = SHIPPED,
    ) -> None:
        """Rows are unit vectors, in order of the passages, their sentences and the sections.

        `parts` are those of the analysis that are on.
        """
        self.passages = passages
        self.sections = sections
        self._floor = floor
        self._dense, self._sentences = Dense(passage_rows), Dense(sentence_rows)
        self._section_dense = Dense(section_rows)
        counts = [len(passage.searched_sentences) for passage in passages]
        self._first_sentence = np.concatenate([[0], np.cumsum(counts, dtype=np.int64)])
        self._owner = np.array([p.document for p in passages], dtype=np.int64)
        self._section_owner = np.array([s.document for s in sections], dtype=np.int64)
        self.analyser = Analyser(((p.document, p.text, p.language) for p in passages), parts)
        self._keywords = Keywords(
            [KeywordText(p.searched_text, p.language, p.document) for p in passages],
            self.analyser,
        )
        self._sentence_keywords = Keywords(
            [
                KeywordText(text, p.language, p.document)
                for p in passages
                for text in p.searched_sentences
            ],
            self.analyser,
        )
        self._section_keywords = Keywords(
            [KeywordText(s.encoded_text, s.language, s.document) for s in sections], self.analyser
        )

    def search(self, question: Question, documents: list[int] | None = None) -> list[Candidate]:
        """Candidates in order of rank score; ties by document and place in it.

        At most the 200 best by vector and the 200 best by keywords are weighed in full.
        """
        bm25, coverage = self.keyword_scores(question)
        rows = self._pool(self._dense, self._owner, bm25, question, documents)
        cosines = self._dense.cosines(question.vector, rows)
        starts = self._first_sentence[rows]
        sizes = self._first_sentence[rows + 1] - starts
        sentences = runs(starts, sizes)
        dense = self._sentences.cosines(question.vector, sentences)
        _, shares = self._sentence_keywords.scores_of(sentences, question.text, question.language)
        scores = WEIGHTS.sentence_dense * self.above_floor(dense) + WEIGHTS.sentence_bm25 * shares
        ends = np.cumsum(sizes)
        best = np.maximum.reduceat(scores, ends - sizes) if len(rows) else np.zeros(0)
        rank_scores = (
            WEIGHTS.dense * self.above_floor(cosines) + WEIGHTS.bm25 * coverage[rows] + best
        )
        candidates = []
        for place, row in enumerate(rows.tolist()):
            span = slice(ends[place] - sizes[place], ends[place])
            rank_score = float(rank_scores[place]) + self._kind_share(self.passages[row], question)
            candidates.append(
                Candidate(
                    row,
                    rank_score,
                    float(bm25[row]),
                    float(coverage[row]),
                    float(cosines[place]),
                    dense[span],
                    shares[span],
                    scores[span],
                )
            )
        return sorted(candidates, key=lambda found: (-found.rank_score, found.row))

    def search_sections(
        self, question: Question, documents: list[int] | None = None
    ) -> list[Candidate]:
        """The same for sections, which are weighed as a whole, without their sentences."""
        bm25, shares = self._section_keywords.scores(question.text, question.language)
        rows = self._pool(self._section_dense, self._section_owner, bm25, question, documents)
        cosines = self._section_dense.cosines(question.vector, rows)
        nothing = np.zeros(0)
        candidates = []
        for row, cosine in zip(rows.tolist(), cosines.tolist(), strict=True):
            coverage = float(shares[row])
            share = (WEIGHTS.dense + WEIGHTS.sentence_dense) * float(self.above_floor(cosine))
            rank_score = share + (WEIGHTS.bm25 + WEIGHTS.sentence_bm25) * coverage
            candidates.append(
                Candidate(
                    row, rank_score, float(bm25[row]), coverage, cosine, nothing, nothing, nothing
                )
            )
        return sorted(candidates, key=lambda found: (-found.rank_score, found.row))

    def above_floor(self, cosine: float | NDArray[np.float64]) -> NDArray[np.float64]:
        """Cosines as shares of the way from the encoder's floor to 1."""
        return np.asarray((np.asarray(cosine) - self._floor) / (1 - self._floor))

    def keyword_scores(self, question: Question) -> tuple[Scores, Scores]:
        """BM25 of each passage, and as a share of its ceiling."""
        return self._keywords.scores(question.text, question.language)

    def _pool(
        self,
        dense: Dense,
        owner: Rows,
        bm25: NDArray[np.float64],
        question: Question,
        documents: list[int] | None,
    ) -> Rows:
        if documents is None:
            among, allowed = None, bm25
        else:
            inside = np.isin(owner, documents)
            among, allowed = np.flatnonzero(inside), np.where(inside, bm25, 0)
        by_vector = dense.nearest(question.vector, _POOL, among)
        return np.union1d(by_vector, best_rows(allowed, _POOL)).astype(np.int64)

    def _kind_share(self, passage: Passage, question: Question) -> float:
        """What the kind of a passage adds, given what the question asks for."""
        if passage.kind == "footnote":
            return WEIGHTS.reference if question.asks_reference else WEIGHTS.aside
        if passage.signature:
            return WEIGHTS.signature if question.asks_signature else WEIGHTS.aside
        return 0.0
