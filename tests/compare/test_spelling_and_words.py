"""Spelling keys, words with places, quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.text.content_words import content_key, quotation_spans, words
from newscorpus.text.numbers import find_numbers
from newscorpus.text.spelling import fold, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("co-operation", "cooperation"),
        ("organise", "organize"),
        ("analysed", "analyzed"),
        ("labour", "labor"),
        ("neighbouring", "neighboring"),
        ("centre", "center"),
        ("theatres", "theaters"),
        ("travelled", "traveled"),
        ("defence", "defense"),
        ("programmes", "programs"),
        ("catalogued", "cataloged"),
        ("Türk", "Turk"),
        ("Kiev", "Kyiv"),
        ("Uighurs", "Uyghurs"),
        ("China’s", "China"),
        ("U.S.", "US"),
        ("1,200", "1200"),
    ],
)
def test_two_spellings_of_a_word_have_one_key(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("mourning", "morning"), ("four", "for"), ("us", "US"), ("course", "corps")]
)
def test_two_words_keep_two_keys(one, other):
    assert fold(one) != fold(other)


def test_the_forms_of_a_word_share_a_stem():
    assert stem("Abuses") == stem("abused") == stem("abuse")


def test_a_prefix_is_joined_over_its_hyphen_and_a_compound_is_parted():
    found = words("co-operation, high-speed, UN-backed")
    assert [w.key for w in found] == [
        "cooperation",
        "high",
        "speed",
        "un",
        "backed",
    ]


def test_a_joined_word_covers_both_of_its_parts():
    text = "No co-operation."
    word = words(text)[1]
    assert text[word.start : word.end] == "co-operation"


def test_a_stop_word_carries_no_content():
    assert [content_key(w.key) for w in words("The council met")] == ["", "council", "met"]


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph():
    text = "He said “never.\n\nShe left."
    assert [text[a:b] for a, b in quotation_spans(text)] == ["“never."]


@given(st.text())
def test_words_stand_in_order_and_do_not_overlap(text):
    found = words(text)
    assert all(w.start < w.end <= len(text) for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text(alphabet="10.,% amilonhdfv-$\n"))
def test_any_text_gives_numbers_with_places_inside_it(text):
    assert all(0 <= n.start < n.end <= len(text) for n in find_numbers(text))


@pytest.mark.parametrize("unit", ["a", " ", "<", '"', "1", "a.", "\n", "1,", "a'", "co-", "“", "one "])
def test_fifty_thousand_characters_of_one_kind_are_read_to_the_end(unit):
    text = unit * (50_000 // len(unit))  # a pattern that is not linear would not come back from this
    places = (
        [w.end for w in words(text)] + [end for _, end in quotation_spans(text)] + [n.end for n in find_numbers(text)]
    )
    assert all(0 < end <= len(text) for end in places)
