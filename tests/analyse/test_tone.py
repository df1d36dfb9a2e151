"""TextBlob's numbers to the bit, VADER's by sentence."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textblob import TextBlob

from newscorpus.analyse.tone.sentence_tone import article_tone, sentence_tone, word_polarity
from newscorpus.text.words import n_words

PIECES = (
    *(
        "good",
        "bad",
        "not",
        "very",
        "really",
        "isn't",
        "no",
        "never",
        "great",
        "!",
        "?",
        ".",
        "...",
        "(!)",
        ":)",
        ":-D",
    ),
    *("U.S.", "Mr.", "terrible", "terribly", "war", "“good”", "n’t", "\n\n", "\r\n", "e.g.", "n't", "first", "more"),
    *("#", "-", "ugly,", "sad;", "wonderful—"),
)


def bits(numbers):
    return struct.pack("2d", *numbers)


@given(st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_polarity_is_textblobs_to_the_last_bit(text):
    ours = word_polarity(text)
    assert (ours is None) == (n_words(text) == 0)
    if ours is not None:
        assert bits(ours) == bits(TextBlob(text).sentiment)


@given(st.text())
def test_polarity_of_any_text_is_textblobs(text):
    ours = word_polarity(text)
    assert ours is None or bits(ours) == bits(TextBlob(text).sentiment)


def test_polarity_is_the_mean_of_the_known_words():
    # TextBlob's list: good .7, bad -.7 (rounded there to .6999…); "table" is not in it.
    assert word_polarity("good table") == (0.7, 0.6000000000000001)
    polarity, _ = word_polarity("good bad")
    assert polarity == pytest.approx(0.0, abs=1e-9)


def test_text_without_words_has_no_polarity_and_no_tone():
    assert word_polarity(" … !") is None
    assert sentence_tone(" … !") is None
    assert article_tone([]) is None
    assert article_tone([None, None]) is None


def test_words_without_a_score_are_neutral():
    assert word_polarity("The table stands.") == (0.0, 0.0)
    assert sentence_tone("The table stands.") == 0.0


def test_tone_of_an_article_is_the_mean_of_its_sentences():
    assert article_tone([0.5, None, -0.1]) == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("typographic", "straight"),
    [
        ("It isn’t good.", "It isn't good."),
        ("A “terrible” day.", 'A "terrible" day.'),
        ("Peace—not war", "Peace - not war"),
        ("The war’s victims", "The war's victims"),
    ],
)
def test_typographic_marks_do_not_change_the_tone(typographic, straight):
    assert sentence_tone(typographic) == sentence_tone(straight)


def test_negation_turns_the_tone():
    assert sentence_tone("That is good.") > 0 > sentence_tone("That is not good.")


@pytest.mark.parametrize("unit", ["a", " ", '"', "!", "(", "bad ", "but ", "a.", "😀", "\n"])
def test_long_text_of_one_kind_is_scored_within_bounds(unit):
    text = unit * (50_000 // len(unit))
    tone = sentence_tone(text)
    assert tone is None or -1 <= tone <= 1
    polarity = word_polarity(text)
    assert polarity is None or -1 <= polarity[0] <= 1
