"""Confidence: the calibrated probability that the cited sentence answers."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from qa.question import Question
from qa.rerank import CLAIMED, Ranked, evidence
from qa.retrieval.retrieve import Candidate, Retriever
from qa.years import speaks_of_others

RETRIEVAL_FEATURES = ("sentence", "margin", "lift", "years")
READER_FEATURES = (
    *("sentence", "lift", "score", "answerable", "relevant", "about"),
    *("others_score", "others_answerable", "others_about", "long_lift", "years"),
)
_FAR = 12.0  # the span's own logit counts this far from zero, further than the claims
_NEXT = 10
# What a passage that is not about the question scores in retrieval, on the letter: a small index is
# judged as though it had more of them.
_ELSEWHERE = 0.135
# A question of more words than so many is a long one, of e times as many fully so.
_LONG = 12


@dataclass(frozen=True, slots=True)
class ConfidenceModel:
    """A logistic model over named features, fitted by `eval/fit_confidence.py`.

    `threshold` is the least confidence of an answer that is given by default.
    """

    intercept: float
    weights: tuple[float, ...]
    threshold: float

    def probability(self, features: tuple[float, ...]) -> float:
        """From features, in the order of their names, to a probability."""
        logit = self.intercept + sum(
            weight * value for weight, value in zip(self.weights, features, strict=True)
        )
        return 1 / (1 + math.exp(-max(min(logit, 30.0), -30.0)))


@cache
def default_model(*, reader: bool = True) -> ConfidenceModel:
    """The model that ships (`confidence.json`), for answers with or without reader."""
    values = json.loads((files("qa") / "confidence.json").read_text("utf-8"))
    values = values["reader" if reader else "retrieval"]
    names = READER_FEATURES if reader else RETRIEVAL_FEATURES
    return ConfidenceModel(
        float(values["intercept"]),
        tuple(float(values["weights"][name]) for name in names),
        float(values["threshold"]),
    )


def features(
    retriever: Retriever, question: Question, ranked: list[Ranked], rank: int
) -> tuple[float, ...]:
    """The evidence for the candidate at a rank, numbers of order one.

    sentence: cosine of its best sentence above the encoder's floor; margin: its score in
    retrieval less that of the best other candidate; lift: the same less the mean of the ten
    next, of which some are made up where there are fewer. A footnote and the paragraph that
    refers to it say the same of a question, and so do paragraphs of one answer: these do not
    count as others.

    Where it was read: the reader's three logits, the one of relevance in two parts, below zero and
    above it ("about"), and the highest of others. Where nothing is about the question there
    is no answer; but a passage that is about it and does not hold the answer is what a near miss
    finds, so that "about" speaks against an answer, the other claims being equal. A long
    question, such as members put to ministers, is answered by what is about it: hence "long_lift".

    years: -1 where the passage speaks of years and of none that the question asks about, else 0.
    """
    own = ranked[rank]
    others = [
        item
        for item in ranked
        if item is not own and not _together(retriever, own.candidate, item.candidate)
    ]
    retrieved = own.candidate.rank_score
    scores = sorted((item.candidate.rank_score for item in others), reverse=True)[:_NEXT]
    scores += [min([*scores, _ELSEWHERE])] * (_NEXT - len(scores))
    margin, lift = retrieved - scores[0], retrieved - float(np.mean(scores))
    sentence = float(retriever.above_floor(own.candidate.sentence_dense).max())
    passage = retriever.passages[own.candidate.row]
    years = -float(speaks_of_others(question.text, f"{passage.heading} {passage.searched_text}"))
    if own.finding is None:
        return (sentence, 10 * margin, 10 * lift, years)
    said = evidence(own.candidate, own.finding)
    read = [evidence(item.candidate, item.finding) for item in others if item.finding]
    long = min(1.0, max(0.0, math.log(len(question.text.split()) / _LONG)))
    return (
        sentence,
        10 * lift,
        max(-_FAR, min(_FAR, own.finding.best.score / 2)),
        said.answerable,
        min(said.relevant, 0.0),
        max(said.relevant, 0.0),
        max((one.score for one in read), default=-CLAIMED),
        max((one.answerable for one in read), default=-CLAIMED),
        max(0.0, max((one.relevant for one in read), default=-CLAIMED)),
        long * 10 * lift,
        years,
    )


def _together(retriever: Retriever, one: Candidate, two: Candidate) -> bool:
    """Whether one is a footnote that the other refers to, or both answer one question."""
    if one.document != two.document:
        return False
    passage, other = retriever.passages[one.row], retriever.passages[two.row]
    if passage.kind == other.kind:
        return bool(passage.asked) and passage.asked == other.asked
    note, paragraph = (passage, other) if passage.kind == "footnote" else (other, passage)
    return bool(note.lead) and note.lead in paragraph.text
