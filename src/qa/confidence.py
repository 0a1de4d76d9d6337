"""Confidence: the calibrated probability that the cited sentence answers."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from qa.passages import Passage
from qa.retrieve import Candidate, Retriever

FEATURES = ("sentence", "margin", "lift")


@dataclass(frozen=True, slots=True)
class ConfidenceModel:
    """A logistic model over three features, fitted by `eval/fit_confidence.py`.

    `threshold` is the least confidence of an answer that is given by default.
    """

    intercept: float
    weights: tuple[float, ...]
    threshold: float

    def probability(self, features: tuple[float, ...]) -> float:
        """From features, in the order of FEATURES, to a probability."""
        logit = self.intercept + sum(
            weight * value for weight, value in zip(self.weights, features, strict=True)
        )
        return 1 / (1 + math.exp(-max(min(logit, 30.0), -30.0)))


@cache
def default_model() -> ConfidenceModel:
    """The model that ships with the package (`confidence.json`, which describes its data)."""
    values = json.loads((files("qa") / "confidence.json").read_text("utf-8"))
    return ConfidenceModel(
        float(values["intercept"]),
        tuple(float(values["weights"][name]) for name in FEATURES),
        float(values["threshold"]),
    )


def features(
    retriever: Retriever, candidates: list[Candidate], rank: int
) -> tuple[float, float, float]:
    """The evidence for the candidate at a rank, three numbers of order one.

    sentence: cosine of its best sentence above the encoder's floor; margin: its rank score
    less that of the best other candidate; lift: its rank score less the mean of the ten
    next. A footnote and the paragraph that refers to it say the same of a question, and do
    not count as others.
    """
    candidate = candidates[rank]
    passage = retriever.passages[candidate.row]
    others = [
        found.rank_score
        for found in candidates
        if found is not candidate and not _together(passage, retriever.passages[found.row])
    ]
    sentence = float(retriever.above_floor(candidate.sentence_dense).max())
    margin = candidate.rank_score - others[0] if others else 0.0
    lift = candidate.rank_score - float(np.mean(others[:10])) if others else 0.0
    return (sentence, 10 * margin, 10 * lift)


def _together(passage: Passage, other: Passage) -> bool:
    """Whether one is a footnote that the other refers to."""
    if passage.document != other.document or passage.kind == other.kind:
        return False
    note, paragraph = (passage, other) if passage.kind == "footnote" else (other, passage)
    return bool(note.lead) and note.lead in paragraph.text
