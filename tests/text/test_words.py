"""What counts as a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.text.sentences import sentence_spans
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
        ("don't, Trump's, rock 'n' roll, rock'n'roll", ["don't", "Trump's", "rock", "n", "roll", "rock'n'roll"]),
        ("U.S.-led talks at 5 a.m. of J.K. Rowling", ["U.S.-led", "talks", "at", "5", "a.m.", "of", "J.K.", "Rowling"]),
        ("U.N aides on plan B. I", ["U.N", "aides", "on", "plan", "B", "I"]),
        ("AT&T lost 5-4 at 3:40 on 9/11", ["AT&T", "lost", "5-4", "at", "3:40", "on", "9/11"]),
        ("$3.5m-a-year, 1990–95, two-", ["3.5m-a-year", "1990", "95", "two"]),
        ("the end.Next 1.he", ["the", "end", "Next", "1", "he"]),
        ("Write to jane.roe@example.org.", ["Write", "to", "jane.roe@example.org"]),
        (
            "(see www.example.org/a-b, https://example.org/?q=1)",
            ["see", "www.example.org/a-b", "https://example.org/?q=1"],
        ),
        ("Straßenbahn-Unfall in Köln", ["Straßenbahn-Unfall", "in", "Köln"]),
        ("aujourd’hui l’école", ["aujourd’hui", "l’école"]),
        ("قال الوزير أمس", ["قال", "الوزير", "أمس"]),
        ("می\u200cخواهم بروم", ["می\u200cخواهم", "بروم"]),
        ("서울에서 열렸다", ["서울에서", "열렸다"]),
        ("东京。ニュース", ["东", "京", "ニ", "ュ", "ー", "ス"]),
        ("A.新 B.C", ["A", "新", "B.C"]),
        ("ข่าวดี", ["ข่", "า", "ว", "ดี"]),
        ("hyphen\u00adated co‑op", ["hyphen\u00adated", "co‑op"]),
    ],
)
def test_words_are_what_a_reader_counts(text, expected):
    assert [text[start:end] for start, end in word_spans(text)] == expected
    assert n_words(text) == len(expected)


@given(st.text())
def test_every_letter_stands_in_exactly_one_word(text):
    inside = "".join(text[start:end] for start, end in word_spans(text))
    assert [c for c in inside if c.isalnum()] == [c for c in text if c.isalnum()]


def test_a_text_has_as_many_words_as_its_sentences():
    text = "U.S. aides met at 5 p.m. “No.” Roe’s 3.5m, co-op.\n新疆。Nobody came."

    assert sum(n_words(text[start:end]) for start, end in sentence_spans(text)) == n_words(text) == 14


@pytest.mark.parametrize(
    "unit", ["a", " ", "1", "a.", "a-", "1,", "新", "\u0301", "a@", "a.a@", "https://", "www.", "1:", "a&", "www.!"]
)
def test_fifty_thousand_of_one_character_are_counted(unit):
    assert n_words(unit * (50_000 // len(unit))) <= 50_000
