"""Words of a few articles counted by hand; then chance itself: what dealing must not call, and what it must."""

import math
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.statistics.keyness import LEAST_DEALS, MIN_WAYS, N_DEALS, Uses, hands, log_odds, max_t, n_deals, n_ways


def uses_of(counts, n_words):
    """The uses of a table of articles (rows) and words (columns)."""
    counts = np.asarray(counts)
    article, word = np.nonzero(counts)
    return Uses(article, word, counts[article, word], np.asarray(n_words), counts.shape[1])


def numbers(*values):
    return np.array(values, np.int64)


def test_log_odds_of_a_word_reckoned_by_hand():
    # prior .1 × 500 = 50 of each: 60 of 600 against 52 of 600
    odds = math.log((60 / 540) / (52 / 548))
    error = math.sqrt(1 / 60 + 1 / 52)

    found = log_odds((numbers(10), 100), (numbers(2), 100), np.array([0.1]))

    assert found == pytest.approx([odds / error])


@given(st.lists(st.integers(0, 50), min_size=1, max_size=5), st.integers(60, 1000), st.integers(60, 1000))
def test_log_odds_turn_round_with_the_sides(uses, n_words, n_words_other):
    here, there = (numbers(*uses), n_words), (numbers(*uses[::-1]), n_words_other)
    prior = np.full(len(uses), 0.01)

    assert log_odds(here, there, prior) == pytest.approx(-log_odds(there, here, prior))


def test_articles_of_a_shared_story_are_dealt_within_it():
    # two sides tell story 0 with two articles each: 6 ways; story 1 one each: 2 ways
    dealt = hands(numbers(0, 0, 1, 1, 0, 1), numbers(0, 0, 0, 0, 1, 1), 1)

    assert n_ways(dealt, 0) == 12


def test_a_story_that_one_side_tells_changes_hands_as_a_whole():
    # stories 0 and 1 belong to side 0, story 2 to the others: 3 bundles, of which 2 are side 0's
    dealt = hands(numbers(0, 0, 0, 0, 1, 1), numbers(0, 0, 1, 1, 2, 2), 1)

    assert len(set(dealt.bundle.tolist())) == 3
    assert n_ways(dealt, 0) == 3


def test_articles_that_stand_alone_are_dealt_one_by_one():
    assert n_ways(hands(numbers(0, 0, 1, 1), numbers(-1, -1, -1, -1), 1), 0) == 6


def test_chance_is_the_share_of_all_ways_that_give_as_much():
    # one word, six articles of one length: side 0 has 3, 2, 1 uses, the others none. Of 20 ways to choose three
    # articles two are as far from the middle: the one found, and its mirror.
    side = numbers(0, 0, 0, 1, 1, 1)
    uses = uses_of([[3], [2], [1], [0], [0], [0]], [100] * 6)
    totals = [
        sum(n for n, s in zip((3, 2, 1, 0, 0, 0), set_, strict=True) if s == 0) for set_ in set(permutations(side))
    ]
    exact = sum(abs(total - 3) >= 3 for total in totals) / len(totals)

    [[chance]] = max_t(uses, hands(side, np.full(6, -1), 1))

    assert (len(totals), exact) == (20, 0.1)
    assert chance == pytest.approx(exact, abs=0.03)


def test_a_word_alike_everywhere_is_never_rare():
    uses = uses_of([[1]] * 8, [100] * 8)

    assert max_t(uses, hands(np.arange(8) % 2, np.full(8, -1), 1)) == pytest.approx(1)


def newsroom(seed, *, n_articles=40, n_words=150, planted=()):
    """Articles of two outlets that write alike: words come in bursts. Words of `planted` are the first outlet's."""
    chance = np.random.default_rng(seed)
    side, story = np.arange(n_articles) % 2, np.arange(n_articles) // 4
    rate = 30 / np.arange(2, n_words + 2)
    topic = chance.gamma(0.5, 2, (story.max() + 1, n_words))[story]
    counts = chance.poisson(rate * topic * chance.gamma(1, 1, (n_articles, n_words)) / 5)
    for word in planted:
        counts[:, word] = chance.poisson(np.where(side == 0, 4, 0.3))
    return uses_of(counts, np.maximum(counts.sum(1), 1)), hands(side, story, 1)


def test_articles_of_one_outlet_dealt_into_two_piles_give_no_distinctive_words():
    called = [(max_t(*newsroom(seed)) <= 0.05).sum() for seed in range(12)]

    assert sum(called) <= 2
    assert sum(n > 0 for n in called) <= 2  # twelve times one in twenty: .6 expected


def test_planted_words_are_found_and_no_others():
    found = max_t(*newsroom(3, planted=(20, 90)))

    assert np.flatnonzero(found[0] <= 0.05).tolist() == [20, 90]


def test_the_order_of_articles_does_not_matter_much():
    uses, dealt = newsroom(3, planted=(20, 90))
    order = np.random.default_rng(0).permutation(len(dealt.side))
    place = np.argsort(order)
    turned = Uses(place[uses.article], uses.word, uses.n, uses.n_words[order], uses.n_different)

    found = max_t(turned, hands(dealt.side[order], (np.arange(40) // 4)[order], 1))

    assert found == pytest.approx(max_t(uses, dealt), abs=0.06)  # the deals are others: 1,000 of them


def test_the_same_articles_say_the_same_twice():
    assert np.array_equal(max_t(*newsroom(1)), max_t(*newsroom(1)))


def test_swapped_sources_have_the_same_chance():
    uses, dealt = newsroom(3, planted=(20,))
    swapped = hands(1 - dealt.side, np.arange(40) // 4, 1)

    assert np.flatnonzero(max_t(uses, swapped)[0] <= 0.05).tolist() == [20]


def test_two_articles_that_change_places_show_nothing():
    uses = uses_of([[5, 0], [0, 5]], [10, 10])

    assert max_t(uses, hands(numbers(0, 1), numbers(0, 1), 1)).tolist() == [[1, 1]]
    assert n_ways(hands(numbers(0, 0), numbers(0, 1), 1), 0) == 1 < MIN_WAYS


def test_large_corpora_are_dealt_out_less_often():
    assert n_deals(1_000) == N_DEALS
    assert n_deals(10_000_000) == LEAST_DEALS
    assert n_deals(0) == N_DEALS
