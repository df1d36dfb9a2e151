"""Intervals against tables in print and counts by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.statistics.intervals import mean_intervals, median_interval, n_outside, student

VALUES = st.lists(st.integers(-100, 100).map(float), min_size=6, max_size=60).map(
    lambda values: np.array(sorted(values))
)


def interval(differences):
    """Student's interval of one pair's differences."""
    n, mean, deviation = (np.array([x]) for x in (len(differences), differences.mean(), differences.std(ddof=1)))
    low, high = mean_intervals(n, mean, deviation)
    return low[0], high[0]


@pytest.mark.parametrize(
    ("freedom", "printed"), [(5, 2.571), (6, 2.447), (9, 2.262), (19, 2.093), (30, 2.042), (120, 1.980)]
)
def test_students_quantiles_are_those_of_the_printed_tables(freedom, printed):
    assert student(np.array([freedom])) == pytest.approx(printed, abs=0.001)


def test_the_interval_of_a_difference_by_hand():
    # 1 to 6: mean 3.5, standard deviation sqrt(17.5 / 5) = 1.871, by sqrt(6): 0.764; times 2.571: 1.963
    low, high = interval(np.array([1.0, 2, 3, 4, 5, 6]))

    assert (low, high) == pytest.approx((3.5 - 1.963, 3.5 + 1.963), abs=0.001)


def test_below_six_there_is_no_interval():
    assert np.isnan(interval(np.arange(5.0))).all()
    assert median_interval(np.arange(5.0)) is None


@pytest.mark.parametrize(("n", "left_out"), [(6, 0), (8, 0), (9, 1), (12, 2), (20, 5), (100, 39)])
def test_the_ranks_of_a_medians_interval_are_those_of_the_printed_tables(n, left_out):
    assert n_outside(n) == left_out


def test_counted_and_approximated_ranks_meet():
    assert abs(n_outside(1001) - n_outside(1000)) <= 1


def test_ends_of_a_medians_interval_are_articles():
    assert median_interval(np.array([1.0, 2, 2, 5, 8, 9, 9, 12, 30])) == (2, 12)


@given(VALUES, st.integers(1, 9))
def test_an_interval_follows_its_unit(values, scale):
    low, high = interval(values)

    assert interval(values * scale) == pytest.approx((low * scale, high * scale))
    assert interval(-values) == pytest.approx((-high, -low))


@given(VALUES)
def test_the_median_lies_within_its_interval(values):
    low, high = median_interval(values)

    assert low <= np.median(values) <= high
