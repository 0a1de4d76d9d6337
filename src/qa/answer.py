"""From a question to hits and answers with their citations, over one state of an index."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from qa.cite import place
from qa.confidence import ConfidenceModel, default_model, features
from qa.corpus import Corpus
from qa.distinct import repeats
from qa.encoder import Vectors
from qa.meaning import NOWHERE, explained_first, is_nowhere
from qa.passages import QUESTION, Passage
from qa.question import Question, make_question
from qa.read import Quote
from qa.reader import load_reader
from qa.rerank import CERTAIN, Ranked, keep_order, quote_of, rerank
from qa.result import AlsoIn, Answer, BestSentence, Citation, Hit, Result, Scores, Timing
from qa.retrieval.retrieve import Candidate, Retriever
from qa.signed import signed_first
from qa.whole_list import leads_list, wants_list, with_its_list

NEAREST = 5  # passages that every result shows


class Searcher:
    """Answers questions over one state of an index."""

    def __init__(self, corpus: Corpus, retriever: Retriever) -> None:
        self._corpus, self._passages = corpus, corpus.passages
        self.retriever = retriever

    def search(
        self,
        text: str,
        vector: Vectors,
        k: int,
        documents: list[int] | None,
        unit: str,
        *,
        reader: bool = False,
    ) -> list[Hit]:
        """The k best hits, the same text shown once; `reader` reads passages to order them."""
        question = make_question(text, vector)
        if unit == "section":
            found = self.retriever.search_sections(question, documents)
            return [self._section_hit(candidate) for candidate in found[:k]]
        ranked = self.ranked(question, documents, reader=reader)
        return [self._hit(item) for item in ranked[:k]]

    def ask(
        self,
        text: str,
        vector: Vectors,
        k: int,
        documents: list[int] | None,
        min_confidence: float | None,
        *,
        reader: bool = True,
        read: str | None = None,
    ) -> Result:
        """The answers that reach the least confidence, and the nearest passages.

        Passages are read with `read` where it is given, as of two questions put together the last.
        """
        start = time.perf_counter()
        question = make_question(text, vector, read)
        found = self.candidates(question, documents)
        asked = self.retriever.kinds[np.array([c.row for c in found], dtype=np.int64)] & QUESTION
        candidates = [c for c, question_put in zip(found, asked, strict=True) if not question_put]
        put = [c for c, question_put in zip(found, asked, strict=True) if question_put]
        searched = time.perf_counter()
        ranked = self._rank(question, candidates, put, reader=reader)
        model = default_model(reader=reader)
        least = model.threshold if min_confidence is None else min_confidence
        answers = self._answers(question, ranked, k, model)
        best = answers[0].confidence if answers else 0.0
        answered = bool(answers) and best >= least
        passages = tuple(self._hit(item) for item in ranked[:NEAREST])
        finished = time.perf_counter()
        return Result(
            question=text,
            answered=answered,
            confidence=best,
            answers=tuple(a for a in answers if a.confidence >= least) if answered else (),
            passages=passages,
            timing_ms=Timing(
                0.0, round((searched - start) * 1000, 2), round((finished - searched) * 1000, 2)
            ),
        )

    def ranked(
        self, question: Question, documents: list[int] | None = None, *, reader: bool = True
    ) -> list[Ranked]:
        """Candidates in their final order, read where a reader is wanted."""
        return self._rank(question, self.candidates(question, documents), reader=reader)

    def _rank(
        self,
        question: Question,
        candidates: list[Candidate],
        put: Sequence[Candidate] = (),
        *,
        reader: bool,
    ) -> list[Ranked]:
        """Candidates in their final order; of questions `put`, those that explain a short form."""
        if not reader or not candidates:
            ranked = keep_order(candidates)
        else:
            ranked = rerank(question, candidates, self._passages, load_reader().find)
        ranked = signed_first(question, ranked, self._passages)
        every = explained_first(question.text, [*ranked, *keep_order([*put])], self._passages)
        rows = {candidate.row for candidate in put}
        return [item for item in every if item.told or item.candidate.row not in rows]

    def candidates(self, question: Question, documents: list[int] | None = None) -> list[Candidate]:
        """Candidates, best first, without those that say word for word what a better one says."""
        found = self.retriever.search(question, documents)
        wordings = self._corpus.wordings[np.array([c.row for c in found], dtype=np.int64)]
        _, first = np.unique(wordings, return_index=True)
        return [found[place] for place in np.sort(first).tolist()]

    def _answers(
        self, question: Question, ranked: list[Ranked], k: int, model: ConfidenceModel
    ) -> list[Answer]:
        """The first k answers that say different things; with a reader, of what was read.

        Where passages explain what is asked the meaning of, these alone answer.
        Where the first belongs to a list over several paragraphs and a list is asked for, or one
        leads it, the whole list is given in its order and counts as one answer.
        """
        answers: list[Answer] = []
        given = 0
        said: list[tuple[Passage, Quote]] = []
        nowhere = is_nowhere(question.text, ranked, self._passages)
        for rank, item in enumerate(ranked):
            if given == k or not _may_answer(item, ranked[0]):
                break
            row = item.candidate.row
            passage = self._passages[row]
            quote = quote_of(question, passage, item)
            if repeats(passage, quote, said):
                continue
            told = [(row, quote)]
            wanted = not answers and wants_list(question, self._passages, row, quote)
            if wanted or leads_list(passage, quote):
                told = with_its_list(self._passages, row, quote)
            if any(self._passages[member] is one for member, _ in told for one, _ in said):
                continue  # an item of this list was given before
            chance = NOWHERE if nowhere else CERTAIN
            if not item.told and not nowhere:
                chance = model.probability(features(self.retriever, question, ranked, rank))
            given += 1
            for member, words in told:
                said.append((self._passages[member], words))
                answers.append(self._answer(member, words, item.rank_score, round(chance, 4)))
        return answers

    def _answer(self, row: int, quote: Quote, rank_score: float, confidence: float) -> Answer:
        passage = self._passages[row]
        document = self._corpus.document(passage.document)
        start, end = quote.reading_span
        spans = document.unit(passage.id).reading.source_spans(quote.reading_span)
        lines, pages = place(document, spans)
        return Answer(
            id=quote.sentence_id,
            text=passage.text[start:end],
            reading_span=quote.reading_span,
            source_spans=spans,
            lines=lines,
            pages=pages,
            span=quote.span,
            rank_score=round(rank_score, 6),
            confidence=confidence,
            citation=self._cite(row),
        )

    def _hit(self, item: Ranked) -> Hit:
        candidate = item.candidate
        passage = self._passages[candidate.row]
        best = min(candidate.best_sentence, len(passage.sentences) - 1)
        sentence_id, (start, end) = passage.sentences[best]
        return Hit(
            id=passage.id,
            kind=passage.kind,
            text=passage.text,
            rank_score=round(item.rank_score, 6),
            scores=Scores(
                bm25=round(candidate.bm25, 4),
                dense=round(candidate.dense, 4),
                sentence=round(float(candidate.sentence_dense[best]), 4),
            ),
            best_sentence=BestSentence(sentence_id, passage.text[start:end], (start, end)),
            citation=self._cite(candidate.row),
        )

    def _section_hit(self, candidate: Candidate) -> Hit:
        section, citation = self._corpus.section(candidate.row)
        return Hit(
            id=section.id,
            kind="section",
            text=section.text,
            rank_score=round(candidate.rank_score, 6),
            scores=Scores(round(candidate.bm25, 4), round(candidate.dense, 4), None),
            best_sentence=None,
            citation=citation,
        )

    def _cite(self, row: int) -> Citation:
        """The citation of a passage, with the others that say the same."""
        citations = (self._corpus.citation(r) for r in self._corpus.same_wording(row) if r != row)
        also = tuple(AlsoIn(c.document, c.id, c.pages, c.lines) for c in citations)
        return replace(self._corpus.citation(row), also_in=also)


def _may_answer(item: Ranked, first: Ranked) -> bool:
    """Whether a candidate may answer beside the first: it is explained, or read, as that one is."""
    if first.told:
        return item.told is not None
    return first.finding is None or item.finding is not None
