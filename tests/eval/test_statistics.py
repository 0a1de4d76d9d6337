"""Intervals and tests that resample whole groups, and always the same way."""

import numpy as np
import pytest

from qa.evaluate.statistics import bootstrap, mean_interval, paired_test

GROUPS = [f"p{i // 4}" for i in range(40)]


def test_a_mean_without_spread_has_an_interval_of_no_width():
    assert mean_interval(np.ones(40), GROUPS) == (1.0, 1.0)


def test_an_interval_holds_the_mean_and_is_the_same_each_time():
    values = np.array([i % 3 == 0 for i in range(40)], dtype=float)
    low, high = mean_interval(values, GROUPS)
    assert 0 < low < values.mean() < high < 1
    assert mean_interval(values, GROUPS) == (low, high)


def test_questions_that_hang_together_make_it_wider():
    values = np.array([float(i // 4 % 2) for i in range(40)])  # groups all right or all wrong
    low, high = mean_interval(values, GROUPS)
    alone_low, alone_high = mean_interval(values, [str(i) for i in range(40)])
    assert high - low > 1.3 * (alone_high - alone_low)


@pytest.mark.parametrize("groups", [GROUPS[:14], ["a", "b"] * 20])
def test_too_few_questions_or_groups_have_no_interval(groups):
    assert mean_interval(np.ones(len(groups)), groups) is None


def test_what_rests_on_too_few_rows_has_no_interval_however_many_there_are():
    def first(rows):
        return float(np.mean(rows < 14))

    few, enough = np.arange(40) < 14, np.arange(40) < 15
    assert bootstrap(GROUPS, first, [few]) is None
    assert bootstrap(GROUPS, first, [~few, few]) is None
    assert bootstrap(GROUPS, first, [enough]) is not None
    assert bootstrap(["a"] * 15 + GROUPS, first, [np.arange(55) < 15]) is None  # of one group


def test_a_statistic_that_is_unknown_in_some_resamples_is_passed_over():
    interval = bootstrap(GROUPS, lambda rows: 0.5 if rows[0] % 8 < 4 else float("nan"))
    assert interval == (0.5, 0.5)


def test_a_statistic_that_is_never_known_has_no_interval():
    assert bootstrap(GROUPS, lambda rows: float("nan")) is None


def test_no_difference_is_not_significant():
    assert paired_test(np.ones(40), np.ones(40), GROUPS) == 1.0


def test_a_difference_in_every_group_is():
    assert paired_test(np.ones(40), np.zeros(40), GROUPS) < 0.01


def test_a_difference_in_one_group_alone_is_not():
    ours = np.array([float(group == "p0") for group in GROUPS])
    assert paired_test(ours, np.zeros(40), GROUPS) == 1.0


def test_the_sign_does_not_matter():
    ours = np.array([float(i % 3 == 0) for i in range(40)])
    theirs = np.array([float(i % 5 == 0) for i in range(40)])
    assert paired_test(ours, theirs, GROUPS) == paired_test(theirs, ours, GROUPS)


def test_few_groups_have_the_wider_interval_that_their_number_asks_for():
    shares = [row for right in (2, 4, 6, 8, 10) for row in [1.0] * right + [0.0] * (10 - right)]
    groups = [str(number) for number in range(5) for _ in range(10)]
    low, high = mean_interval(np.array(shares), groups)
    # The plain percentiles would be 0.36 and 0.84.
    assert (round(low, 2), round(high, 2)) == (0.28, 0.92)
