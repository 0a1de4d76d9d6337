"""Intervals and tests that know that questions on one paragraph hang together."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, stdtrit

Values = NDArray[np.float64]
Flags = NDArray[np.bool_]
Interval = tuple[float, float]

_RESAMPLES = 2000
_SEED = 20261123
FEWEST = 15  # questions below which no interval is given
_FEWEST_GROUPS = 3


def bootstrap(
    groups: list[str],
    statistic: Callable[[NDArray[np.int64]], float],
    parts: Sequence[Flags] = (),
) -> Interval | None:
    """95 % interval of a statistic of row numbers, resampling whole groups.

    `parts` are the rows that the statistic rests on, several where it sets one part against
    another; all rows where none is given. None where one of them has fewer than 15 rows or
    3 groups, and where the statistic is never known. Its percentiles are
    those of the expanded percentile interval, for few groups vary less when they are drawn again
    than when they are found anew: Hesterberg, "What Teachers Should Know about the Bootstrap",
    2015, section 4.3.
    """
    names = sorted(set(groups))
    labels = np.array(groups)
    for part in parts or [np.ones(len(groups), dtype=np.bool_)]:
        if np.count_nonzero(part) < FEWEST or len(set(labels[part].tolist())) < _FEWEST_GROUPS:
            return None
    members = [np.flatnonzero(labels == name) for name in names]
    random = np.random.default_rng(_SEED)
    values = []
    for _ in range(_RESAMPLES):
        chosen = random.integers(0, len(names), len(names))
        values.append(statistic(np.concatenate([members[i] for i in chosen])))
    if np.isnan(values).all():
        return None
    count = len(names)
    tail = 100 * ndtr(stdtrit(count - 1, 0.025) * math.sqrt(count / (count - 1)))
    low, high = np.nanpercentile(values, [tail, 100 - tail])
    return float(low), float(high)


def mean_interval(values: Values, groups: list[str]) -> Interval | None:
    """The interval of a mean."""
    return bootstrap(groups, lambda rows: float(np.mean(values[rows])))


def paired_test(ours: Values, theirs: Values, groups: list[str]) -> float:
    """Two-sided p of no difference, by flipping the signs of whole groups' differences."""
    names = sorted(set(groups))
    labels = np.array(groups)
    sums = np.array([np.sum((ours - theirs)[labels == name]) for name in names])
    observed = abs(float(np.sum(sums)))
    random = np.random.default_rng(_SEED)
    flips = random.choice([-1.0, 1.0], size=(10_000, len(names)))
    extreme = np.abs(flips @ sums) >= observed - 1e-9
    return float((np.sum(extreme) + 1) / (len(extreme) + 1))
