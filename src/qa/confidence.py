"""Confidence: the calibrated probability that the cited sentence answers."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from qa.retrieve import Candidate

FEATURES = ("sentence", "margin", "coverage", "lift")


@dataclass(frozen=True, slots=True)
class ConfidenceModel:
    """A logistic model over four features, fitted by `eval/fit_confidence.py`.

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


def features(candidates: list[Candidate], rank: int, floor: float) -> tuple[float, ...]:
    """The evidence for the candidate at a rank, four numbers of order one.

    sentence: cosine of its best sentence above the encoder's floor; margin: its rank score
    less that of the best other candidate; coverage: its BM25 as a share of the ceiling;
    lift: its rank score less the mean of the ten next.
    """
    candidate = candidates[rank]
    others = [found.rank_score for i, found in enumerate(candidates) if i != rank]
    sentence = (float(candidate.sentence_dense.max()) - floor) / (1 - floor)
    margin = candidate.rank_score - others[0] if others else 0.0
    lift = candidate.rank_score - float(np.mean(others[:10])) if others else 0.0
    return (sentence, 10 * margin, candidate.coverage, 10 * lift)
