"""The sign-flip test and max-T: small cases counted out by hand, and what must hold of any."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.statistics import sign_flip as module
from newscorpus.statistics.sign_flip import max_t, sign_flip

WHOLE = st.lists(st.integers(-50, 50).map(float), min_size=6, max_size=10).map(np.array)


def rows(*columns):
    """Columns of differences, one a story from story 0 on, as the three arrays of max_t."""
    story = np.concatenate([np.arange(len(column)) for column in columns])
    number = np.repeat(np.arange(len(columns)), [len(column) for column in columns])
    return story, number, np.concatenate(columns).astype(float), len(columns)


@pytest.mark.parametrize(
    ("differences", "p"),
    [
        ([1, 1, 1, 1, 1, 1], 2 / 64),  # only all + and all - are as far from 0
        ([5, 1, 2, 9, 3, 4], 2 / 64),
        ([1, 1, 1, 1, 1, 1, 1, 1], 2 / 256),
        ([1, 1, 1, 1, 1, -1], 14 / 64),  # no more than one sign differs from the others: 2 + 12
        ([1, -1, 1, -1, 1, -1], 1),  # the mean is 0
        ([0, 0, 0, 0, 0, 0], 1),
        ([7, 0, 0, 0, 0, 0], 1),  # whatever the signs, the mean is as far from 0
    ],
)
def test_the_answer_is_that_of_looking_through_all_signs(differences, p):
    assert sign_flip(np.array(differences, float)) == p


def test_below_six_stories_there_is_no_test():
    assert sign_flip(np.ones(5)) is None
    assert sign_flip(np.array([])) is None


def test_two_measures_on_the_screen_double_the_chance_at_most():
    # Six equal signs on each, of sizes that do not flip together: either column reaches its utmost in 2 of 64 ways.
    story, column, difference, n = rows([1, 1, 1, 1, 1, 1], [1, 1, 1, -1, -1, -1])

    adjusted = max_t(story, column, difference, n)

    assert adjusted[0] == 4 / 64  # the other column is as far from 0 when its three last signs turn, or its three first
    assert adjusted[1] == 1


def test_the_same_measure_twice_costs_nothing():
    alone = sign_flip(np.array([3.0, 1, 4, 1, 5, 9, -2]))
    twice = max_t(*rows([3, 1, 4, 1, 5, 9, -2], [30, 10, 40, 10, 50, 90, -20]))

    assert list(twice) == [alone, alone]


def test_a_pair_with_few_shared_stories_is_not_tested_and_costs_nothing():
    adjusted = max_t(*rows([1, 1, 1, 1, 1, 1], [9, 9, 9, 9, 9]))

    assert adjusted[0] == 2 / 64
    assert np.isnan(adjusted[1])


def test_nothing_to_test_gives_nothing():
    nothing = np.array([], np.int64)

    assert list(max_t(nothing, nothing, np.array([]), 0)) == []
    assert np.isnan(max_t(nothing, nothing, np.array([]), 3)).all()


def test_beyond_twelve_stories_drawn_signs_agree_with_all_signs(monkeypatch):
    differences = np.random.default_rng(1).normal(0.4, 1, 12)
    exact = sign_flip(differences)
    monkeypatch.setattr(module, "N_STORIES_EXACT", 0)

    assert sign_flip(differences) == pytest.approx(exact, abs=0.02)


def test_stories_flipped_in_blocks_give_nearly_what_single_stories_give(monkeypatch):
    differences = np.random.default_rng(2).normal(0.1, 1, 400)
    in_blocks = sign_flip(differences)
    monkeypatch.setattr(module, "N_BLOCKS", 400)

    assert sign_flip(differences) == pytest.approx(in_blocks, abs=0.05)


@given(WHOLE)
def test_swapping_the_sources_changes_nothing(differences):
    assert sign_flip(differences) == sign_flip(-differences)


@given(WHOLE, st.sampled_from([1e-6, 0.5, 3.0, 1e6]))
def test_the_unit_of_the_measure_does_not_matter(differences, scale):
    assert sign_flip(differences) == sign_flip(differences * scale)


@given(WHOLE, st.randoms(use_true_random=False))
def test_the_order_of_the_stories_does_not_matter(differences, chance):
    shuffled = chance.sample(list(differences), len(differences))

    assert sign_flip(np.array(shuffled)) == sign_flip(differences)


@given(WHOLE, WHOLE)
def test_more_on_the_screen_never_makes_a_claim_easier(one, other):
    alone, beside = sign_flip(one), max_t(*rows(one, other))[0]

    assert beside >= alone - 0.03  # with another story count, the ways to flip are others
    if len(other) <= len(one):
        assert beside >= alone
