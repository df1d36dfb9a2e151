"""Phrases and words near one another, against a plain walk through the words."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.query.concordance.places import Places, in_a_row, near, no_places, together

#         0   1     2      3  4      5     6
TEXT = ["the", "human", "rights", "of", "human", "beings", "rights"]


def places_of(articles: list[list[str]], *words: str) -> Places:
    """Where any of `words` stands. Words count as one character wide, two apart."""
    found = [(a, i) for a, text in enumerate(articles, 1) for i, word in enumerate(text) if word in words]
    a, i = (np.array(column, np.int32) for column in zip(*found, strict=True)) if found else [np.empty(0, np.int32)] * 2
    return Places(a, i, i, i * 2, i * 2, i % 2 == 0)


def stretches_of(places: Places) -> list[tuple[int, int, int]]:
    columns = (places.a, places.first, places.last)
    assert places.start.tolist() == [first * 2 for first in places.first]
    assert places.last_start.tolist() == [last * 2 for last in places.last]
    assert places.shared.tolist() == [first % 2 == 0 for first in places.first]
    return [tuple(map(int, row)) for row in zip(*columns, strict=True)]


def test_a_phrase_stands_where_each_word_follows_the_one_before():
    human, rights = places_of([TEXT], "human"), places_of([TEXT], "rights")

    assert stretches_of(in_a_row([human, rights])) == [(1, 1, 2)]
    assert stretches_of(in_a_row([rights, human])) == []


def test_any_word_may_stand_in_the_place_of_none():
    human, rights = places_of([TEXT], "human"), places_of([TEXT], "rights")

    assert stretches_of(in_a_row([human, None, rights])) == [(1, 4, 6)]


def test_a_phrase_does_not_reach_into_the_next_article():
    articles = [["human"], ["rights"]]

    assert not len(in_a_row([places_of(articles, "human"), places_of(articles, "rights")]))


@pytest.mark.parametrize(
    ("within", "found"), [(1, [(1, 1, 2)]), (2, [(1, 1, 2), (1, 2, 4)]), (9, [(1, 1, 2), (1, 2, 4)])]
)
def test_near_reaches_from_each_first_word_to_the_nearest_second(within, found):
    # Without the last word: human 1 has rights 2 one word behind it, and human 4 has rights 2 two words before it.
    human, rights = places_of([TEXT[:6]], "human"), places_of([TEXT[:6]], "rights")

    assert stretches_of(near(human, rights, within)) == found


def test_of_two_equally_near_the_one_behind_counts():
    human, rights = places_of([TEXT], "human"), places_of([TEXT], "rights")

    assert stretches_of(near(human, rights, 2)) == [(1, 1, 2), (1, 4, 6)]


def test_near_keeps_to_the_article():
    articles = [["human"], ["rights"], ["human", "rights"]]

    assert stretches_of(near(places_of(articles, "human"), places_of(articles, "rights"), 50)) == [(3, 0, 1)]


def test_alternatives_count_each_place_once():
    rights = places_of([TEXT], "rights")
    both = places_of([TEXT], "rights", "human")

    assert stretches_of(together([rights, both, no_places()])) == [(1, 1, 1), (1, 2, 2), (1, 4, 4), (1, 6, 6)]


articles = st.lists(st.lists(st.sampled_from("abc"), max_size=12), min_size=1, max_size=4)
word_sets = st.sets(st.sampled_from("abc"), min_size=1, max_size=2).map(tuple)


@given(articles, st.lists(word_sets | st.none(), min_size=1, max_size=4))
def test_a_phrase_is_what_a_walk_through_the_words_finds(texts, words):
    words = [word or ("a",) if i in (0, len(words) - 1) else word for i, word in enumerate(words)]
    found = in_a_row([None if word is None else places_of(texts, *word) for word in words])

    walked = [
        (a, i, i + len(words) - 1)
        for a, text in enumerate(texts, 1)
        for i in range(len(text) - len(words) + 1)
        if all(word is None or text[i + n] in word for n, word in enumerate(words))
    ]
    assert stretches_of(found) == walked


@given(articles, word_sets, word_sets, st.integers(1, 6))
def test_near_is_what_a_walk_through_the_words_finds(texts, words, others, within):
    found = near(places_of(texts, *words), places_of(texts, *others), within)

    walked = set()
    for a, text in enumerate(texts, 1):
        for i in (i for i, word in enumerate(text) if word in words):
            away = [(abs(j - i), -j, j) for j, word in enumerate(text) if word in others and 0 < abs(j - i) <= within]
            walked |= {(a, *sorted((i, j))) for _, _, j in [min(away)]} if away else set()
    assert stretches_of(found) == sorted(walked)
