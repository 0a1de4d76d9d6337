"""Measures of confidence on cases small enough to be worked out by hand."""

import numpy as np
import pytest

from qa.evaluate.calibration import (
    Bin,
    augrc,
    aurc,
    brier_score,
    calibrate,
    calibration_error,
    reliability,
    risk_coverage,
)
from qa.evaluate.measures import auc

SURE = np.array([0.6, 0.9, 0.3, 0.8])
RIGHT = np.array([True, True, False, False])


def test_brier_score():
    assert brier_score(SURE, RIGHT) == pytest.approx((0.16 + 0.01 + 0.09 + 0.64) / 4)


def test_reliability_has_bins_of_equally_many():
    assert reliability(SURE, RIGHT, bins=2) == [Bin(2, 0.45, 0.5), Bin(2, 0.85, 0.5)]


def test_calibration_error_is_the_mean_distance_of_the_bins():
    assert calibration_error(SURE, RIGHT, bins=2) == pytest.approx((0.05 + 0.35) / 2)


def test_equal_confidences_are_never_torn_apart():
    same = np.array([0.5, 0.5, 0.5, 0.9])
    right = np.array([True, False, False, True])
    assert reliability(same, right, bins=4) == [Bin(3, 0.5, 0.3333), Bin(1, 0.9, 1.0)]


def test_fewer_answers_than_bins_have_a_bin_each():
    assert [one.answers for one in reliability(SURE, RIGHT)] == [1, 1, 1, 1]
    assert calibration_error(SURE, RIGHT) == pytest.approx((0.4 + 0.1 + 0.3 + 0.8) / 4)


def test_risk_grows_as_less_certain_answers_are_given():
    assert risk_coverage(SURE, RIGHT) == [(0.25, 0.0), (0.5, 0.5), (0.75, 0.3333), (1.0, 0.5)]


def test_aurc_is_the_mean_risk():
    assert aurc(SURE, RIGHT) == pytest.approx((0 + 1 / 2 + 1 / 3 + 1 / 2) / 4)


def test_augrc_is_the_area_under_wrong_and_answered():
    # given and wrong, of four: 0, 0, 1, 1, 2 as coverage grows
    assert augrc(SURE, RIGHT) == pytest.approx((0 + 0.125 + 0.25 + 0.375) / 4)


def test_augrc_in_closed_form():
    share = RIGHT.mean()
    ranked = auc(SURE[RIGHT], SURE[~RIGHT])
    expected = (1 - ranked) * share * (1 - share) + (1 - share) ** 2 / 2
    assert augrc(SURE, RIGHT) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("right", "areas"), [([True, True], (0.0, 0.0)), ([False, False], (1.0, 0.5))]
)
def test_all_right_and_all_wrong(right, areas):
    sure, right = np.array([0.9, 0.2]), np.array(right)
    assert (aurc(sure, right), augrc(sure, right)) == areas


def test_confidence_that_says_nothing_does_not_depend_on_the_order():
    same = np.full(4, 0.5)
    for right in (RIGHT, RIGHT[::-1]):
        assert risk_coverage(same, right) == [(0.25, 0.5), (0.5, 0.5), (0.75, 0.5), (1.0, 0.5)]
        assert (aurc(same, right), augrc(same, right)) == (0.5, 0.25)
        assert calibration_error(same, right) == 0.0


def test_all_together_with_intervals_over_groups():
    groups = [f"p{number // 2}" for number in range(40)]
    found = calibrate(np.tile(SURE, 10), np.tile(RIGHT, 10), groups)
    assert (found.questions, found.right) == (40, 0.5)
    assert found.brier.value == pytest.approx(0.225)
    low, high = found.augrc.interval
    assert found.augrc.value == pytest.approx(0.1875)
    assert low < 0.1875 < high
    assert len(found.risk_coverage) == 40
    assert calibrate(SURE, RIGHT, ["a", "b", "c", "d"]).brier.interval is None
