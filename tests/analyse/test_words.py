"""What counts as a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.text.words import n_words, word_spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The co-operation isn’t over.", ["The", "co-operation", "isn’t", "over"]),
        ("It rose 3.5% to 1,000 — U.S. aides said…", ["It", "rose", "3.5", "to", "1,000", "U.S.", "aides", "said"]),
        ("Oxford,and and/or 'quoted'", ["Oxford", "and", "and", "or", "quoted"]),
        ("Le café naïf", ["Le", "café", "naïf"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("新疆 API", ["新", "疆", "API"]),
        ("🙂 … _ —", []),
    ],
)
def test_words_are_what_a_reader_counts(text, expected):
    assert [text[start:end] for start, end in word_spans(text)] == expected
    assert n_words(text) == len(expected)


@given(st.text())
def test_every_letter_stands_in_exactly_one_word(text):
    inside = "".join(text[start:end] for start, end in word_spans(text))
    assert [c for c in inside if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize("unit", ["a", " ", "1", "a.", "a-", "1,", "新", "\u0301"])
def test_fifty_thousand_of_one_character_are_counted(unit):
    assert n_words(unit * (50_000 // len(unit))) <= 50_000
