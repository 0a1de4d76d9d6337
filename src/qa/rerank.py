"""Reranking: the best candidates are read with the question, and ordered by all evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import partial

import numpy as np

from qa.passages import Passage
from qa.question import Question
from qa.read import Quote, read
from qa.reader import Find, Finding
from qa.reading import Span
from qa.retrieve import Candidate

READ = 10  # candidates that are read


@dataclass(frozen=True, slots=True)
class Weights:
    """Shares of the evidence, chosen on development data by `eval/fit_reader.py --data`.

    `retrieval` weighs the rank score of retrieval, the others the reader's logits.
    """

    retrieval: float = 20.0
    score: float = 0.0
    answerable: float = 0.2
    relevant: float = 0.1


WEIGHTS = Weights()
CLAIMED = 5.0  # a logit counts no further from zero
SENTENCE = 40.0  # what retrieval's evidence of a sentence weighs beside the reader's logit


@dataclass(frozen=True)
class Ranked:
    """A candidate in its final place, with what the reader found in it.

    Spans of `finding` lie within the passage's own text; it is None where nothing was read.
    `explanation` is where the passage says what the question asks the meaning of.
    """

    candidate: Candidate
    rank_score: float
    finding: Finding | None = None
    explanation: Span | None = None


def keep_order(candidates: list[Candidate]) -> list[Ranked]:
    """The order of retrieval, for answers without a reader."""
    return [Ranked(candidate, candidate.rank_score) for candidate in candidates]


def rerank(
    question: Question, candidates: list[Candidate], passages: Sequence[Passage], find: Find
) -> list[Ranked]:
    """The candidates in a new order: the first ten read and weighed, the rest after them."""
    head, tail = candidates[:READ], candidates[READ:]
    found = find_all(question, head, passages, find)
    ranked = [
        Ranked(candidate, weigh(candidate, finding), finding)
        for candidate, finding in zip(head, found, strict=True)
    ]
    ranked.sort(key=lambda item: (-item.rank_score, item.candidate.row))
    if tail:
        # Below the last that was read, by as much as retrieval sets them apart.
        top = ranked[-1].rank_score - tail[0].rank_score - 1.0
        ranked += [Ranked(candidate, top + candidate.rank_score) for candidate in tail]
    return ranked


def weigh(candidate: Candidate, finding: Finding) -> float:
    """The evidence of retrieval and reader in one number."""
    shares = zip(astuple(WEIGHTS), evidence(candidate, finding), strict=True)
    return float(sum(weight * value for weight, value in shares))


def evidence(candidate: Candidate, finding: Finding) -> tuple[float, float, float, float]:
    """What the weights are shares of, in their order; logits no further than `CLAIMED`."""
    logits = (finding.best.score / 2, finding.answerable, finding.relevant)
    first, second, third = (max(-CLAIMED, min(CLAIMED, value)) for value in logits)
    return (candidate.rank_score, first, second, third)


def quote_of(
    question: Question, passage: Passage, ranked: Ranked, weight: float = SENTENCE
) -> Quote:
    """What of a passage to quote: the sentence for which retrieval and reader speak most.

    In it the reader's words are marked. `weight` is for those who choose `SENTENCE`.
    """
    if ranked.explanation:
        return read(question, passage, ranked.candidate, ranked.explanation)
    finding = ranked.finding
    if finding is None:
        return read(question, passage, ranked.candidate)
    scores = np.clip([part.score / 2 for part in finding.parts], -CLAIMED, CLAIMED)
    best = int(np.argmax(scores + weight * ranked.candidate.sentence_scores))
    likely = finding.parts[best]
    return read(question, passage, ranked.candidate, likely.span, likely.reach)


def find_all(
    question: Question, candidates: list[Candidate], passages: Sequence[Passage], find: Find
) -> list[Finding]:
    """What the reader finds in each sentence of each candidate, spans in the passage's own text."""
    chosen = [passages[candidate.row] for candidate in candidates]
    leads = [len(passage.lead) + 1 if passage.lead else 0 for passage in chosen]
    parts = [
        [(start + lead, end + lead) for _, (start, end) in passage.sentences]
        for passage, lead in zip(chosen, leads, strict=True)
    ]
    found = find(question.text, [passage.searched_text for passage in chosen], parts)
    return [
        finding.moved(partial(_moved_back, lead=lead))
        for finding, lead in zip(found, leads, strict=True)
    ]


def _moved_back(span: Span, lead: int) -> Span:
    """A span of a text that begins with a lead, counted from the text's own start."""
    return span[0] - lead, span[1] - lead
