"""Small sources are pulled towards the others, and only they, and never past them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.statistics.shrinkage import shrunk, shrunk_medians

SOURCES = st.lists(st.tuples(st.integers(-50, 50), st.integers(1, 40)), min_size=4, max_size=12)


def test_below_four_sources_nothing_is_pulled():
    assert list(shrunk(np.array([1.0, 2.0, 9.0]), np.array([1.0, 1.0, 1.0]))) == [1, 2, 9]


def test_where_sources_differ_no_more_than_chance_each_goes_as_far_as_morris_lets_it():
    # Five alike but for chance: nothing between them, so the pull is (5 - 3) / (5 - 1) = one half towards 3.
    assert shrunk(np.array([1.0, 2, 3, 4, 5]), np.full(5, 100.0)) == pytest.approx([2, 2.5, 3, 3.5, 4])


def test_a_source_of_few_articles_loses_its_first_place_to_one_of_many():
    medians, n_articles = np.array([900.0, 700.0, 400.0, 300.0, 200.0]), np.array([1, 200, 200, 200, 200])

    pulled = shrunk_medians(medians, n_articles, variance_within=400.0**2)

    assert pulled[0] < pulled[1]
    assert pulled[1:] == pytest.approx(medians[1:], abs=10)


def test_without_any_spread_nothing_is_pulled():
    assert list(shrunk_medians(np.array([1.0, 2, 3, 4]), np.array([3, 3, 3, 3]), 0.0)) == [1, 2, 3, 4]


@given(SOURCES)
def test_no_source_is_pulled_past_the_others(sources):
    estimates, n_articles = (np.array(column) for column in zip(*sources, strict=True))
    pulled = shrunk_medians(estimates.astype(float), n_articles, variance_within=100.0)

    assert (pulled >= estimates.min() - 1e-9).all()
    assert (pulled <= estimates.max() + 1e-9).all()
