"""TextBlob's numbers to the bit, VADER's by sentence."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textblob import TextBlob

from newscorpus.analyse.tone.sentence_tone import article_tone, sentence_tone, valued_words, word_polarity
from newscorpus.analyse.tone.word_values import mean_word_value, word_values
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


@pytest.mark.parametrize("negated", ["That is not good.", "That isn't good.", "That isn’t good.", "Never was it good."])
def test_negation_turns_the_tone(negated):
    assert sentence_tone("That is good.") > 0 > sentence_tone(negated)


def test_the_mean_value_is_that_of_the_words_of_content():
    values = word_values()
    # Two words of content, which count as five: "the" and "today" are none, and a blanked name is none.
    words = ["the", "victory", "of", "xxxx", "was", "a", "relief", "xxxxx", "today"]
    assert mean_word_value(words) == pytest.approx((values["victory"].value + values["relief"].value) / 5)
    assert mean_word_value(["not", "victory"]) == pytest.approx(-0.74 * values["victory"].value / 5)
    assert mean_word_value([]) == mean_word_value(["the", "xxxx"]) == 0.0


def test_words_that_the_list_lacks_have_the_tone_of_their_like():
    # VADER's list has neither word.
    assert sentence_tone("The firm announced layoffs.") < 0
    assert sentence_tone("There were indictments.") < 0


def test_a_sentence_without_a_word_that_has_a_tone_has_none_however_its_words_lean():
    words = ["ministers", "discussed", "railway", "plans"]
    assert mean_word_value(words) != 0
    assert sentence_tone("Ministers discussed railway plans.") == 0.0


@given(st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_tone_lies_between_minus_one_and_one(text):
    tone = sentence_tone(text)
    assert (tone is None) == (n_words(text) == 0)
    assert tone is None or -1 <= tone <= 1


def test_words_that_made_it_are_told_and_names_are_not_among_those_of_tone():
    assert valued_words("A good day for Justice Great.", "A good day for xxxxxxx xxxxx.") == (
        ["good", "Great"],
        ["good"],
    )


def test_the_list_holds_plain_words_once():
    values = word_values()
    assert len(values) > 20_000
    assert all(word.islower() and -4 < value.value < 4 for word, value in values.items())


@pytest.mark.parametrize("unit", ["a", " ", '"', "!", "(", "bad ", "but ", "a.", "😀", "\n"])
def test_long_text_of_one_kind_is_scored_within_bounds(unit):
    text = unit * (50_000 // len(unit))
    tone = sentence_tone(text)
    assert tone is None or -1 <= tone <= 1
    polarity = word_polarity(text)
    assert polarity is None or -1 <= polarity[0] <= 1
