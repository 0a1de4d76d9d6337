"""A figure: a value with its interval."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from qa.evaluate.statistics import Flags, Interval, Values, bootstrap
from qa.retrieval.rows import Rows


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its 95 % interval, None where there are too few questions for one."""

    value: float
    interval: Interval | None = None

    def __str__(self) -> str:
        if self.value != self.value:
            return "–"
        if self.interval is None:
            return f"{self.value:.2f}"
        return f"{self.value:.2f} ({self.interval[0]:.2f}–{self.interval[1]:.2f})"

    def fine(self) -> str:
        """The same with three decimals, for measures that lie near nought."""
        if self.value != self.value:
            return "–"
        if self.interval is None:
            return f"{self.value:.3f}"
        return f"{self.value:.3f} ({self.interval[0]:.3f}–{self.interval[1]:.3f})"


def estimate(
    groups: list[str], statistic: Callable[[Rows], float], parts: Sequence[Flags] = ()
) -> Figure:
    """A statistic of row numbers, with its interval from a bootstrap over groups.

    `parts` are the rows that it rests on: see `bootstrap`.
    """
    return Figure(statistic(np.arange(len(groups))), bootstrap(groups, statistic, parts))


def mean_figure(values: Values, groups: list[str]) -> Figure:
    """A mean with its interval; not a number where there is no value."""
    if not len(values):
        return Figure(float("nan"))
    return estimate(groups, lambda rows: float(np.mean(values[rows])))
