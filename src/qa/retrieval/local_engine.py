"""The local engine: keyword matrices and vectors of one machine, in memory or on disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from qa.analysis import SHIPPED, Analyser, Parts
from qa.encoder import Vectors
from qa.passages import Passage, SectionPassage
from qa.question import Question
from qa.retrieval.dense import Dense
from qa.retrieval.engine import POOL, Evidence, Found, Values
from qa.retrieval.keywords import Keywords, KeywordText
from qa.retrieval.lexical import best_rows
from qa.retrieval.rows import Rows, Taken, runs


@dataclass(frozen=True)
class Leg:
    """Units of one kind, searched by words and by vectors; `owner` is each one's document."""

    keywords: Keywords
    dense: Dense
    owner: Taken

    def find(self, question: Question, documents: Sequence[int] | None) -> Found:
        """The best by vector together with the best by keyword."""
        bm25, coverage = self.keywords.scores(question.text, question.language)
        if documents is None:
            among, allowed = None, bm25
        else:
            inside = np.isin(self.owner[:], documents)
            among, allowed = np.flatnonzero(inside), np.where(inside, bm25, 0)
        by_vector = self.dense.nearest(question.vector, POOL, among)
        rows = np.union1d(by_vector, best_rows(allowed, POOL)).astype(np.int64)
        cosines = self.dense.cosines(question.vector, rows)
        return Found(rows, bm25[rows], coverage[rows], cosines)

    def weigh(self, question: Question, rows: Rows) -> Found:
        """These units as candidates; no other unit is read."""
        bm25, coverage = self.keywords.scores_of(rows, question.text, question.language)
        return Found(rows, bm25, coverage, self.dense.cosines(question.vector, rows))


class LocalEngine:
    """Searches the arrays of one state of an index.

    `first_sentence` has, for each passage and once more at the end, where its sentences begin.
    """

    def __init__(
        self,
        passages: Leg,
        sections: Leg,
        first_sentence: Taken,
        sentence_keywords: Keywords,
        sentence_rows: Dense,
    ) -> None:
        self.legs = {"passages": passages, "sections": sections}
        self._first_sentence = first_sentence
        self._sentence_keywords, self._sentence_rows = sentence_keywords, sentence_rows

    def passages(self, question: Question, documents: Sequence[int] | None) -> Found:
        """Candidates among the passages."""
        return self.legs["passages"].find(question, documents)

    def sections(self, question: Question, documents: Sequence[int] | None) -> Found:
        """Candidates among the sections."""
        return self.legs["sections"].find(question, documents)

    def sentences(self, question: Question, rows: Rows) -> Evidence:
        """The evidence of each sentence of these passages; no other sentence is read."""
        starts = self._first_sentence[rows]
        sizes = self._first_sentence[rows + 1] - starts
        sentences = runs(starts, sizes)
        cosines = self._sentence_rows.cosines(question.vector, sentences)
        _, coverage = self._sentence_keywords.scores_of(sentences, question.text, question.language)
        return Evidence(sizes, cosines, coverage)

    def all_passages(self, question: Question) -> Found:
        """Every passage as a candidate."""
        bm25, coverage = self.keyword_scores(question)
        rows = np.arange(len(bm25), dtype=np.int64)
        return Found(
            rows, bm25, coverage, self.legs["passages"].dense.cosines(question.vector, rows)
        )

    def keyword_scores(self, question: Question) -> tuple[Values, Values]:
        """BM25 of each passage, and as a share of its ceiling."""
        return self.legs["passages"].keywords.scores(question.text, question.language)


def engine_of(
    passages: Sequence[Passage],
    sections: Sequence[SectionPassage],
    rows: tuple[Taken | Vectors, Taken | Vectors, Taken | Vectors],
    parts: Parts = SHIPPED,
) -> LocalEngine:
    """The engine of passages and sections in memory, analysed anew.

    `rows` are unit vectors of the passages, of their sentences and of the sections; `parts`
    are those of the analysis that are on.
    """
    analyser = Analyser(((p.document, p.text, p.language) for p in passages), parts)
    counts = [len(passage.searched_sentences) for passage in passages]
    sentences = (
        KeywordText(text, p.language, p.document) for p in passages for text in p.searched_sentences
    )
    passage_texts = (KeywordText(p.searched_text, p.language, p.document) for p in passages)
    section_texts = (KeywordText(s.encoded_text, s.language, s.document) for s in sections)
    passage_rows, sentence_rows, section_rows = map(Dense, rows)
    return LocalEngine(
        Leg(Keywords.of(passage_texts, analyser), passage_rows, _owners(passages)),
        Leg(Keywords.of(section_texts, analyser), section_rows, _owners(sections)),
        np.concatenate([[0], np.cumsum(counts, dtype=np.int64)]),
        Keywords.of(sentences, analyser),
        sentence_rows,
    )


def _owners(units: Sequence[Passage] | Sequence[SectionPassage]) -> Rows:
    return np.array([unit.document for unit in units], dtype=np.int64)
