"""Spelling keys, words with places, quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.text.content_words import content_key, word_parts, words
from newscorpus.text.numbers import find_numbers
from newscorpus.text.quotation_marks import quotation_spans
from newscorpus.text.spelling import fold, stem
from newscorpus.text.words import word_spans


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
    found = word_parts("co-operation, high-speed, UN-backed")
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


def test_a_counted_word_keeps_its_hyphens():
    assert [w.key for w in words("co-operation, UN-backed")] == ["cooperation", "unbacked"]


def test_a_name_is_two_words_and_one_part_when_its_letters_are_as_usual():
    assert [w.key for w in words("the United States")] == ["the", "united", "states"]
    assert [w.key for w in word_parts("the United States")] == ["the", "unitedstates"]


def test_an_address_is_not_parted():
    (part,) = word_parts("https://example.org/high-speed")
    assert part.end == len("https://example.org/high-speed")


def test_a_stop_word_carries_no_content():
    assert [content_key(w.key) for w in words("The council met")] == ["", "council", "met"]


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph():
    text = "He said “never.\n\nShe left."
    assert [text[a:b] for a, b in quotation_spans(text)] == ["“never."]


TEXTS = st.text(st.sampled_from("abCo.-’ 19,:@/“\n新ก\u0301") | st.characters())


@given(TEXTS)
def test_words_and_their_parts_stand_in_order_and_do_not_overlap(text):
    for found in (words(text), word_parts(text)):
        assert all(w.start < w.end <= len(text) for w in found)
        assert all(a.end <= b.start for a, b in pairwise(found))


@given(TEXTS)
def test_words_with_keys_are_the_words_that_are_counted(text):
    assert [(w.start, w.end) for w in words(text)] == word_spans(text)
    assert all(w.key for w in words(text))


@given(TEXTS)
def test_parts_cover_the_letters_of_all_words(text):
    covered = {at for part in word_parts(text) for at in range(part.start, part.end)}
    letters = {at for start, end in word_spans(text) for at in range(start, end) if text[at].isascii()}
    assert {at for at in letters if text[at].isalnum()} <= covered


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
