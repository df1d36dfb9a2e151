"""Words of a few articles counted by hand; then chance itself: what dealing must not call, and what it must."""

import math
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.statistics.dealing import deal, hands, held, moments, n_ways
from newscorpus.statistics.keyness import (
    MIN_DEALS,
    MIN_WAYS,
    N_DEALS,
    WORDS_CUT,
    Uses,
    log_odds,
    max_t,
    n_deals,
    n_words_cut,
    presence,
)


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


def test_copies_of_one_text_are_dealt_as_one_whoever_prints_them():
    # Sources 0 and 1 print the same text 0, source 0 twice; source 1 has text 1 of its own. Two texts in one story: the
    # label "both" and the label "source 1" may change places, so source 0 could have had either text.
    dealt = hands(numbers(0, 0, 1, 1), numbers(0, 0, 0, 0), 2, numbers(0, 0, 0, 1))

    assert dealt.bundle.tolist() == [0, 0, 0, 1]
    n_of_stack, n_of_side = held(dealt)
    assert n_of_stack.tolist() == [2]
    assert n_of_side.tolist() == [[1], [2]]
    assert (n_ways(dealt, 0), n_ways(dealt, 1)) == (2, 1)


def test_one_outlet_twice_differs_in_nothing():
    side, text = np.tile([0, 1], 8), np.repeat(np.arange(8), 2)
    uses = uses_of(np.repeat(np.eye(8, dtype=int) * 9, 2, axis=0), [20] * 16)

    chance, further = max_t(uses, hands(side, np.full(16, -1), 2, text), WORDS_CUT)

    assert (chance == 1).all()
    assert (further == 0).all()


def test_moments_are_those_of_looking_through_all_deals():
    # stack 0: values 5, 0, 1 of which side 0 has one; stack 1: values 2, 2, 7, 0 of which side 0 has three
    dealt = hands(numbers(0, 1, 1, 0, 0, 0, 1), numbers(0, 0, 0, 1, 1, 1, 1), 1)
    value = np.array([5.0, 0, 1, 2, 2, 7, 0])
    first, second = [5, 0, 1], [2 + 2 + 7, 2 + 2 + 0, 2 + 7 + 0, 2 + 7 + 0]
    sums = np.array([a + b for a in first for b in second])
    apart = sums - sums.mean()

    found = moments(dealt, (dealt.bundle, np.zeros(7, np.int64)), value, 1)

    assert [float(each[0, 0]) for each in found] == pytest.approx([sums.mean(), (apart**2).mean(), (apart**3).mean()])


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(-1, 3)), min_size=1, max_size=12), st.integers(0, 99))
def test_dealing_keeps_how_much_of_each_story_a_source_tells(articles, seed):
    side, story = (np.array(column, np.int64) for column in zip(*articles, strict=True))
    dealt = hands(side, story, 2)
    label = deal(dealt, np.random.default_rng(seed))

    for stack in np.unique(dealt.stack):
        assert sorted(label[dealt.stack == stack]) == sorted(dealt.label[dealt.stack == stack])


def test_presence_is_the_share_of_draws_that_meet_the_word():
    # An article of 4 words, cut to 2: a word used once is met half the time; one used twice three times in four, words
    # drawn with replacement; a shorter article is not cut.
    assert presence(numbers(0, 1, 2), numbers(4, 4, 4), 2).tolist() == [0, 0.5, 0.75]
    assert presence(numbers(0, 1, 2), numbers(2, 1, 2), 2).tolist() == [0, 1, 1]


def test_articles_are_cut_to_what_three_in_four_of_every_side_have():
    assert n_words_cut(numbers(900, 800, 90, 50, 70, 80, 60), numbers(0, 0, 1, 1, 1, 1, 1)) == 60
    assert n_words_cut(numbers(900, 800), numbers(0, 1)) == WORDS_CUT


def test_chance_is_the_share_of_all_ways_that_give_as_much():
    # one word in every article of side 0 and in none of the others: of 20 ways to choose three articles of six two are
    # as far from the middle: the one found, and its mirror
    uses = uses_of([[3], [2], [1], [0], [0], [0]], [100] * 6)
    ways = {way for way in permutations((0, 0, 0, 1, 1, 1))}

    [[chance]], [[further]] = max_t(uses, hands(numbers(0, 0, 0, 1, 1, 1), np.full(6, -1), 1), WORDS_CUT)

    assert len(ways) == 20
    assert chance == pytest.approx(2 / 20, abs=0.03)
    assert further > 0


def test_a_word_alike_everywhere_is_never_rare():
    uses = uses_of([[1]] * 8, [100] * 8)

    assert max_t(uses, hands(np.arange(8) % 2, np.full(8, -1), 1), WORDS_CUT)[0] == pytest.approx(1)


def test_a_word_in_every_article_of_a_source_is_not_drowned_by_rare_ones():
    # Seven sources of twelve articles. Word 0: in all of source 0, 10 uses each, and in 7 of the 72 others. Beside it
    # 1,000 words that stand in four articles of any source, many times in one of them.
    chance = np.random.default_rng(7)
    side = np.repeat(np.arange(7), 12)
    counts = np.zeros((84, 1_001), np.int64)
    counts[:12, 0] = 10
    counts[chance.choice(np.arange(12, 84), 7, replace=False), 0] = 2
    for word in range(1, 1_001):
        counts[chance.choice(84, 4, replace=False), word] = [20, 1, 1, 2]

    found, _ = max_t(uses_of(counts, [600] * 84), hands(side, np.full(84, -1), 7), WORDS_CUT)

    assert found[0, 0] <= 0.01
    assert (found <= 0.05).sum() == 1


def test_an_outlet_that_only_writes_shorter_has_no_words_of_its_own():
    # Both sides use 200 words alike; side 1's articles are a sixth as long.
    called = []
    for seed in range(12):
        chance = np.random.default_rng(seed)
        side = np.arange(40) % 2
        length = np.where(side == 0, 900, 150)
        counts = chance.poisson(length[:, None] * (0.3 / np.arange(2, 202)) / np.log(100))
        cut = n_words_cut(length, side)
        called.append((max_t(uses_of(counts, length), hands(side, np.full(40, -1), 1), cut)[0] <= 0.05).any())

    assert sum(called) <= 2  # twelve times one in twenty: .6 expected


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


def chances(uses, dealt):
    return max_t(uses, dealt, WORDS_CUT)[0]


def test_articles_of_one_outlet_dealt_into_two_piles_give_no_distinctive_words():
    called = [(chances(*newsroom(seed)) <= 0.05).sum() for seed in range(12)]

    assert sum(called) <= 2
    assert sum(n > 0 for n in called) <= 2  # twelve times one in twenty: .6 expected


def test_planted_words_are_found_and_no_others():
    found = chances(*newsroom(3, planted=(20, 90)))

    assert np.flatnonzero(found[0] <= 0.05).tolist() == [20, 90]


def test_the_order_of_articles_does_not_matter_much():
    uses, dealt = newsroom(3, planted=(20, 90))
    order = np.random.default_rng(0).permutation(40)
    place = np.argsort(order)
    turned = Uses(place[uses.article], uses.word, uses.n, uses.n_words[order], uses.n_different)

    found = chances(turned, hands((np.arange(40) % 2)[order], (np.arange(40) // 4)[order], 1))

    assert found == pytest.approx(chances(uses, dealt), abs=0.06)  # the deals are others: 1,000 of them


def test_the_same_articles_say_the_same_twice():
    assert np.array_equal(chances(*newsroom(1)), chances(*newsroom(1)))


def test_swapped_sources_have_the_same_chance():
    uses, _ = newsroom(3, planted=(20,))
    swapped = hands(1 - np.arange(40) % 2, np.arange(40) // 4, 1)

    assert np.flatnonzero(chances(uses, swapped)[0] <= 0.05).tolist() == [20]


def test_two_articles_that_change_places_show_nothing():
    uses = uses_of([[5, 0], [0, 5]], [10, 10])

    assert chances(uses, hands(numbers(0, 1), numbers(0, 1), 1)).tolist() == [[1, 1]]
    assert n_ways(hands(numbers(0, 0), numbers(0, 1), 1), 0) == 1 < MIN_WAYS


def test_large_corpora_are_dealt_out_less_often():
    assert n_deals(1_000) == N_DEALS
    assert n_deals(10_000_000) == MIN_DEALS
    assert n_deals(0) == N_DEALS
