"""Calibration: confidence that means what it says, and puts right answers before wrong ones.

`confidence` and `right` are arrays of one length throughout: the probability that was given
for each question's best answer, and whether that answer is right. A question without an answer
has none that is right.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from qa.evaluate.figures import Figure, estimate
from qa.evaluate.statistics import Flags, Values

BINS = 15


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of like confidence: how many, their mean confidence, the share that is right."""

    answers: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """What confidence is worth on a set of questions; lower is better in all but `right`."""

    questions: int
    right: float
    brier: Figure
    ece: Figure
    aurc: Figure
    augrc: Figure
    bins: list[Bin]
    risk_coverage: list[tuple[float, float]]


def calibrate(confidence: Values, right: Flags, groups: list[str]) -> Calibration:
    """All measures of one set; intervals from a bootstrap over groups.

    The calibration error cannot be below nought, so that its interval leans upwards.
    """
    return Calibration(
        questions=len(right),
        right=float(np.mean(right)),
        brier=estimate(groups, lambda rows: brier_score(confidence[rows], right[rows])),
        ece=estimate(groups, lambda rows: calibration_error(confidence[rows], right[rows])),
        aurc=estimate(groups, lambda rows: aurc(confidence[rows], right[rows])),
        augrc=estimate(groups, lambda rows: augrc(confidence[rows], right[rows])),
        bins=reliability(confidence, right),
        risk_coverage=risk_coverage(confidence, right),
    )


def brier_score(confidence: Values, right: Flags) -> float:
    """Mean squared distance of confidence and truth, 0 to 1.

    Brier, "Verification of Forecasts Expressed in Terms of Probability", 1950.
    """
    return float(np.mean((confidence - right) ** 2))


def reliability(confidence: Values, right: Flags, bins: int = BINS) -> list[Bin]:
    """Bins of equally many answers, from unsure to sure; equal confidences stay together."""
    sizes, sure, true = _bins(confidence, right, bins)
    return [
        Bin(int(size), round(float(mean), 4), round(float(share), 4))
        for size, mean, share in zip(sizes, sure / sizes, true / sizes, strict=True)
    ]


def calibration_error(confidence: Values, right: Flags, bins: int = BINS) -> float:
    """Expected calibration error: mean distance of confidence and share right over bins.

    Naeini, Cooper & Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian
    Binning", 2015; with bins of equal mass, as Nixon et al., "Measuring Calibration in Deep
    Learning", 2019, argue: of bins of equal width most would be empty here.
    """
    sizes, sure, true = _bins(confidence, right, bins)
    return float(np.sum(np.abs(sure - true)) / np.sum(sizes))


def _bins(confidence: Values, right: Flags, bins: int) -> tuple[Values, Values, Values]:
    """Of each bin the count, the sum of confidence and the number right."""
    order = np.argsort(confidence, kind="stable")
    values = confidence[order]
    wanted = np.arange(bins) * len(values) // bins
    first = np.unique(np.searchsorted(values, values[wanted], side="left"))
    sizes = np.diff(np.append(first, len(values))).astype(np.float64)
    true = np.add.reduceat(right[order].astype(np.float64), first)
    return sizes, np.add.reduceat(values, first), true


def _wrong_so_far(confidence: Values, right: Flags) -> Values:
    """Number of wrong answers among the n surest, n from 0; within ties the expected number."""
    order = np.argsort(-confidence, kind="stable")
    values = confidence[order]
    wrong = np.concatenate([[0.0], np.cumsum(~right[order])])
    ends = np.append(np.flatnonzero(np.diff(values)) + 1, len(values))
    knots = np.concatenate([[0], ends])
    found: Values = np.interp(np.arange(len(values) + 1), knots, wrong[knots])
    return found


def risk_coverage(confidence: Values, right: Flags) -> list[tuple[float, float]]:
    """(coverage, risk): giving only the n surest answers, how many of these are wrong.

    El-Yaniv & Wiener, "On the Foundations of Noise-free Selective Classification", 2010.
    """
    wrong, total = _wrong_so_far(confidence, right), len(right)
    return [(round(n / total, 4), round(float(wrong[n]) / n, 4)) for n in range(1, total + 1)]


def aurc(confidence: Values, right: Flags) -> float:
    """Area under the risk-coverage curve: the mean risk over all coverages.

    Geifman, Uziel & El-Yaniv, "Bias-Reduced Uncertainty Estimation for Deep Neural
    Classifiers", 2019.
    """
    wrong = _wrong_so_far(confidence, right)[1:]
    return float(np.mean(wrong / np.arange(1, len(wrong) + 1)))


def augrc(confidence: Values, right: Flags) -> float:
    """Area under the generalized risk-coverage curve, 0 to 0.5.

    Generalized risk is the probability that an answer is given and wrong, over all
    questions; the area is over coverage, by trapezoids. It equals (1 - AUC) · a · (1 - a) +
    (1 - a)² / 2, with a the share right and AUC that of confidence, right against wrong.
    Traub et al., "Overcoming Common Flaws in the Evaluation of Selective Classification
    Systems", 2024.
    """
    risk = _wrong_so_far(confidence, right) / len(right)
    return float(np.mean((risk[1:] + risk[:-1]) / 2))
