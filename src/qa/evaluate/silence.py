"""Silence: how well confidence tells questions with an answer from those without."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from qa.evaluate.calibration import Flags
from qa.evaluate.figures import Figure, estimate
from qa.evaluate.measures import Outcome, Values, auc, refused_at
from qa.evaluate.report import Silence
from qa.rows import Rows


def measure_silence(outcomes: list[Outcome], threshold: float) -> Silence:
    """The measures of silence over questions with and without an answer."""
    groups = [outcome.question.group for outcome in outcomes]
    confidence = np.array([outcome.confidence for outcome in outcomes])
    has = np.array([outcome.question.answerable for outcome in outcomes])
    right = np.array([outcome.contains_gold for outcome in outcomes])
    given = np.array([outcome.answered for outcome in outcomes])

    def figure(statistic: Callable[[Rows], float]) -> Figure:
        return estimate(groups, statistic)

    def share(rows: Rows, of: Flags, what: Flags) -> float:
        chosen = rows[of[rows]]
        return float(np.mean(what[chosen])) if len(chosen) else float("nan")

    def split(rows: Rows) -> tuple[Values, Values]:
        return confidence[rows[has[rows]]], confidence[rows[~has[rows]]]

    return Silence(
        answerable=int(has.sum()),
        unanswerable=int((~has).sum()),
        auc=figure(lambda rows: auc(*split(rows))),
        refused_at_5=figure(lambda rows: refused_at(*split(rows), 0.05)),
        refused_at_10=figure(lambda rows: refused_at(*split(rows), 0.10)),
        threshold=threshold,
        refused=figure(lambda rows: share(rows, ~has, ~given)),
        falsely_refused=figure(lambda rows: share(rows, has, ~given)),
        precision=figure(lambda rows: share(rows, given, right)),
    )
