"""Sentences: where they end, and what never ends one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.text.sentences import opening, sentence_spans


def sentences(text):
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Mr. Roe met Sen. Doe at 5 p.m. on Monday.", "He left."],
        ["She lives in the U.S. and in the U.K.", "The vote is near."],
        ["Lt. Gen. Jane Roe of Springfield, Ill., spoke.", "Nobody fell ill.", "Roe left."],
        ["It rose 3.5 percent to $4.2 million.", "No. 10 said so.", "He said no.", "They left."],
        ["“We go,” he said.", "“Why now?” Jane Roe asked.", "“Now!”", "The end."],
        ["J. K. Roe wrote it.", "So do I.", "I. M. Doe built it."],
        ["The play ran until Oct. 18.", "The players left…", "Then nothing."],
        ["他说了。", "她也说了！"],
    ],
)
def test_prose_splits_where_a_reader_would(expected):
    joiner = "" if expected[0].endswith("。") else " "
    assert sentences(joiner.join(expected)) == expected


def test_a_line_break_ends_a_sentence_without_a_stop():
    assert sentences("Council votes\n\nThe council voted.\r\nTwice.") == [
        "Council votes",
        "The council voted.",
        "Twice.",
    ]


def test_the_number_of_a_list_item_is_no_sentence():
    assert sentences("1. Jane Roe spoke. 2. John Doe left.") == ["1. Jane Roe spoke.", "2. John Doe left."]


def test_a_mark_standing_alone_at_the_end_of_a_line_belongs_to_its_last_sentence():
    assert sentences('He spoke. "We go. "\nThen he left.')[-2:] == ['"We go. "', "Then he left."]


def test_text_without_words_has_no_sentences():
    assert sentence_spans("") == sentence_spans(" \n … !!! \n") == []


@given(st.text(st.sampled_from("aB.!? \n\"'”’(1,。é\u2028")))
def test_spans_are_ordered_trimmed_and_inside_one_line(text):
    spans = sentence_spans(text)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    for start, end in spans:
        sentence = text[start:end]
        assert sentence == sentence.strip() != ""
        assert len(sentence.splitlines()) == 1


@given(st.text())
def test_no_letter_is_lost(text):
    inside = "".join(text[start:end] for start, end in sentence_spans(text))
    assert [c for c in inside if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize("unit", ["a", " ", "<", '"', "1", "a.", "\n", "A. ", ".", '."', "。」", "1. ", "I. "])
def test_fifty_thousand_of_one_character_are_read(unit):
    text = unit * (50_000 // len(unit))
    assert all(0 <= start < end <= len(text) for start, end in sentence_spans(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry was stopped. It was not safe.", "The ferry was stopped."),
        ("Ferry stopped\n\nThe ferry was stopped.", "Ferry stopped"),
        ("…", None),
        ("", None),
        (f"{'word ' * 60}end.", f"{'word ' * 31}word …"),  # 32 words of five characters are 160
    ],
)
def test_an_article_opens_with_its_first_sentence_as_long_as_a_headline(text, expected):
    assert opening(text) == expected
