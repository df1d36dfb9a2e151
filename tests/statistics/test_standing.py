"""Where a source stands among all who tell the same stories: places by hand; what dealing must say and must not."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscorpus.statistics.paired import paired
from newscorpus.statistics.standing import N_DEALS, standing, together


def of_screen(values):
    """The standing of values (story × source × measure), every source on every story."""
    values = np.asarray(values, float)
    story, source = np.indices(values.shape[:2]).reshape(2, -1)
    return standing(story, source, values.reshape(len(story), -1), values.shape[1])


def ladder(n_stories, n_sources, n_measures=1):
    """Source 0 is the highest in every story; the others take turns."""
    turns = [[(source + story) % (n_sources - 1) for source in range(n_sources - 1)] for story in range(n_stories)]
    values = np.array([[n_sources, *turn] for turn in turns], float)
    return np.repeat(values[:, :, None], n_measures, axis=2)


def test_places_are_counted_story_by_story():
    # story 0: 9 > 5 > 1; story 1: 4 = 4 > 2, so nobody is highest; story 2: two know it, which says nothing
    found = of_screen([[[9], [5], [1]], [[4], [4], [2]], [[7], [3], [np.nan]]])

    assert found.n_stories.ravel().tolist() == [2, 2, 2]
    assert found.n_above.ravel().tolist() == [2, 1, 0]
    assert found.n_below.ravel().tolist() == [0, 0, 2]
    assert found.n_highest.ravel().tolist() == [1, 0, 0]
    assert found.n_lowest.ravel().tolist() == [0, 0, 2]


def test_below_six_stories_nothing_is_tested():
    found = of_screen(ladder(5, 7))

    assert np.isnan(found.chance).all()
    assert not found.is_claimed.any()


def test_a_source_that_no_article_contradicts_is_claimed_among_thirty_comparisons():
    # one in five six times over, for five sources on six measures, either way: 60 / 5 ** 6 = .004 at most
    values = np.random.default_rng(1).normal(size=(6, 5, 6))
    values[:, 0, 0] += 100
    found = of_screen(values)

    assert found.chance[0, 0] <= 0.02
    assert np.argwhere(found.is_claimed).tolist() == [[0, 0]]


def test_one_that_is_high_makes_no_claim_that_others_are_low():
    found = of_screen(ladder(40, 3))

    assert found.is_claimed.ravel().tolist() == [True, False, False]


def test_the_chance_is_the_share_of_all_deals():
    # Three sources, six stories, one always highest, the others in turns: the places of source 0 can be reached by any
    # source up or down, 3 × 2 of 3 ** 6 deals.
    found = of_screen(ladder(6, 3))

    assert found.chance[0, 0] == pytest.approx(6 / 3**6, abs=0.01)
    assert found.chance[0, 0] >= 1 / (N_DEALS + 1)


def test_sources_alike_are_claimed_in_five_screens_of_a_hundred_at_most():
    chance = np.random.default_rng(3)
    claimed = [of_screen(chance.normal(size=(8, 4, 3))).is_claimed.any() for _ in range(100)]

    assert np.mean(claimed) <= 0.05 + 3 * np.sqrt(0.05 * 0.95 / 100)


def test_many_stories_are_dealt_in_blocks_with_nearly_the_same_chance():
    values = np.random.default_rng(4).normal(size=(400, 4, 2))
    values[:, 0, 0] += 0.3

    assert of_screen(values).is_claimed[0, 0]
    assert not of_screen(values).is_claimed[:, 1].any()


@settings(max_examples=10, deadline=None)  # a thousand deals each
@given(st.integers(0, 999), st.sampled_from([0.1, 7.0]))
def test_the_unit_of_a_measure_does_not_matter(seed, scale):
    values = np.random.default_rng(seed).normal(size=(6, 3, 1))

    assert np.array_equal(of_screen(values).chance, of_screen(values * scale).chance)


@settings(max_examples=10, deadline=None)  # a thousand deals each
@given(st.integers(0, 999))
def test_a_measure_upside_down_has_the_same_chance(seed):
    values = np.random.default_rng(seed).normal(size=(6, 3, 1))
    upright, turned = of_screen(values), of_screen(-values)

    assert np.array_equal(upright.chance, turned.chance)
    assert np.array_equal(upright.n_highest, turned.n_lowest)


def test_pairs_and_sources_pay_for_one_another_unless_pairs_could_not_be_claimed():
    def screen(n_stories):
        values = ladder(n_stories, 3)[:, :, 0]
        story = np.arange(n_stories)
        pairs = paired(story, np.zeros(n_stories, np.int64), values[:, 0] - values[:, 1], 1)
        stood = of_screen(values[:, :, None])
        return pairs, stood, *together(pairs, stood)

    pairs, stood, pairs_after, stood_after, n_tested = screen(6)  # six stories one way: 2 of 64, doubled above 5 %
    assert n_tested == 4
    assert pairs_after.chance.tolist() == [2 * pairs.chance[0]]
    assert np.array_equal(stood_after.chance, stood.chance)

    pairs, stood, pairs_after, stood_after, _ = screen(8)
    assert pairs_after.chance.tolist() == [2 * pairs.chance[0]]
    assert np.array_equal(stood_after.chance, np.minimum(1, 2 * stood.chance))
