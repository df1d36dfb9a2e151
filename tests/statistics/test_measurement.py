"""Shares corrected for a method's own errors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.statistics.measurement import corrected_interval, corrected_share

SHARES = st.floats(0, 1)


def test_a_method_without_error_corrects_nothing():
    assert corrected_share(0.3, 1.0, 1.0) == pytest.approx(0.3)


def test_what_half_is_missed_of_is_doubled():
    assert corrected_share(0.2, 0.5, 1.0) == pytest.approx(0.4)


def test_all_found_in_error_leaves_nothing():
    assert corrected_share(0.05, 0.9, 0.9) == 0  # one in ten would be found where there is none


def test_a_method_no_better_than_chance_says_nothing():
    assert corrected_share(0.4, 0.6, 0.4) is None
    assert corrected_interval((40, 100), (5, 20), (5, 20)) is None


def test_without_anything_checked_there_is_no_interval():
    assert corrected_interval((40, 100), (0, 0), (18, 20)) is None


def test_few_checked_make_a_wide_interval_and_many_a_narrow_one():
    few, many = (corrected_interval((180, 1000), (n // 2, n), (9 * n // 10, n)) for n in (20, 2000))

    assert few[0] < many[0] < 0.2 < many[1] < few[1]


@given(SHARES, SHARES, SHARES)
def test_a_corrected_share_is_a_share(found, sensitivity, specificity):
    share = corrected_share(found, sensitivity, specificity)

    assert share is None or 0 <= share <= 1
