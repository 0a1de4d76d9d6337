"""Measures of one answer, of silence, and of rankings."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import ir_measures
import numpy as np
from ir_measures import RR, R, Success, nDCG
from numpy.typing import NDArray

from qa.evaluate.questions import EvalQuestion
from qa.result import Result

Values = NDArray[np.float64]

RANKING_MEASURES = (Success @ 1, Success @ 3, RR @ 10, nDCG @ 10, R @ 10)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one question got, its best candidate judged even where it would be refused."""

    question: EvalQuestion
    confidence: float
    answered: bool
    citation_right: bool
    contains_gold: bool
    sentence_right: bool
    words: int
    span_f1: float
    first: str
    text: str


def judge(question: EvalQuestion, forced: Result, threshold: float) -> Outcome:
    """Judge a result that was asked for without a least confidence, by offsets alone."""
    answer = forced.answers[0] if forced.answers else None
    golds = [gold for gold in question.gold if answer and gold.id == answer.citation.id]
    contains = overlaps = False
    span_f1 = 0.0
    if answer:
        start, end = answer.reading_span
        contains = any(start <= g.reading_span[0] and g.reading_span[1] <= end for g in golds)
        overlaps = any(start < g.reading_span[1] and g.reading_span[0] < end for g in golds)
        if answer.span:
            marked = answer.text[slice(*answer.span)]
            span_f1 = max((token_f1(marked, gold.text) for gold in golds), default=0.0)
    return Outcome(
        question=question,
        confidence=forced.confidence,
        answered=bool(answer) and forced.confidence >= threshold,
        citation_right=bool(golds),
        contains_gold=contains,
        sentence_right=overlaps,
        words=len(answer.text.split()) if answer else 0,
        span_f1=span_f1,
        first=answer.id if answer else "",
        text=answer.text if answer else "",
    )


def token_f1(found: str, gold: str) -> float:
    """Harmonic mean of precision and recall over words, as SQuAD measures it."""
    left, right = (Counter(re.findall(r"\w+", text.lower())) for text in (found, gold))
    shared = sum((left & right).values())
    return 2 * shared / (left.total() + right.total()) if shared else 0.0


def auc(answerable: Values, unanswerable: Values) -> float:
    """Probability that an answerable question has the higher confidence; ties count half."""
    if not len(answerable) or not len(unanswerable):
        return float("nan")
    difference = answerable[:, None] - unanswerable[None, :]
    return float(np.mean((difference > 0) + 0.5 * (difference == 0)))


def refused_at(answerable: Values, unanswerable: Values, false_refusals: float) -> float:
    """Share of the unanswerable refused where at most this share of answerable ones is."""
    if not len(answerable) or not len(unanswerable):
        return float("nan")
    allowed = int(np.floor(false_refusals * len(answerable)))
    threshold = np.sort(answerable)[allowed]
    return float(np.mean(unanswerable < threshold))


def ranking_measures(
    questions: list[EvalQuestion], rankings: list[list[str]]
) -> dict[str, dict[str, float]]:
    """Standard measures of ir-measures for each question id."""
    qrels = [ir_measures.Qrel(q.id, gold, 1) for q in questions for gold in sorted(q.gold_ids)]
    run = [
        ir_measures.ScoredDoc(question.id, passage, float(len(ranking) - place))
        for question, ranking in zip(questions, rankings, strict=True)
        for place, passage in enumerate(ranking)
    ]
    values: dict[str, dict[str, float]] = {question.id: {} for question in questions}
    for metric in ir_measures.iter_calc(list(RANKING_MEASURES), qrels, run):
        values[metric.query_id][str(metric.measure)] = float(metric.value)
    return values
