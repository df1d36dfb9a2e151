"""Syllables and Flesch's reading ease."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.analyse.readability import flesch_reading_ease, n_syllables

SYLLABLES = {
    1: "the make makes asked through called strength house",
    2: "table wanted changes people nation little safely handle",
    3: "radio government important president family video",
    4: "information development political experience",
    5: "university opportunity",
}


@pytest.mark.parametrize(("word", "n"), [(w, n) for n, words in SYLLABLES.items() for w in words.split()])
def test_common_words_have_the_syllables_a_speaker_hears(word, n):
    assert n_syllables(word) == n


def test_reading_ease_is_flesch_s_formula():
    # 206.835 - 1.015 * (30 / 2) - 84.6 * (45 / 30) = 206.835 - 15.225 - 126.9
    assert flesch_reading_ease(30, 2, 45) == pytest.approx(64.71)


def test_reading_ease_of_nothing_is_unknown():
    assert flesch_reading_ease(0, 0, 0) is None


@given(st.text())
def test_every_word_has_a_syllable(word):
    assert 1 <= n_syllables(word) <= max(1, 2 * len(word))


@pytest.mark.parametrize("unit", ["a", "e", "ed", "ia", "s", "le", "1"])
def test_endless_words_are_counted(unit):
    assert n_syllables(unit * 25_000) >= 1
