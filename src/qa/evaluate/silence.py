"""Silence: how well confidence tells questions with an answer from those without."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from qa.evaluate.figures import Figure, estimate
from qa.evaluate.measures import Outcome, Values, auc, refused_at
from qa.evaluate.report import Silence
from qa.evaluate.statistics import Flags
from qa.retrieval.rows import Rows


def measure_silence(outcomes: list[Outcome], threshold: float) -> Silence:
    """The measures of silence over questions with and without an answer."""
    groups = [outcome.question.group for outcome in outcomes]
    confidence = np.array([outcome.confidence for outcome in outcomes])
    has = np.array([outcome.question.answerable for outcome in outcomes])
    right = np.array([outcome.contains_gold for outcome in outcomes])
    given = np.array([outcome.answered for outcome in outcomes])

    def told(measure: Callable[[Values, Values], float]) -> Figure:
        def statistic(rows: Rows) -> float:
            return measure(confidence[rows[has[rows]]], confidence[rows[~has[rows]]])

        return estimate(groups, statistic, (has, ~has))

    def share(of: Flags, what: Flags) -> Figure:
        def statistic(rows: Rows) -> float:
            chosen = rows[of[rows]]
            return float(np.mean(what[chosen])) if len(chosen) else float("nan")

        return estimate(groups, statistic, (of,))

    return Silence(
        answerable=int(has.sum()),
        unanswerable=int((~has).sum()),
        auc=told(auc),
        refused_at_5=told(lambda with_, without: refused_at(with_, without, 0.05)),
        refused_at_10=told(lambda with_, without: refused_at(with_, without, 0.10)),
        threshold=threshold,
        refused=share(~has, ~given),
        falsely_refused=share(has, ~given),
        precision=share(given, right),
    )
