"""Where quotations open and close, and what is an apostrophe."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.text.quotation_marks import DOUBLE_MARKS, SINGLE_MARKS, find_quotations, quotation_spans, straighten


def quoted(text):
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Yes," he said.', ['"Yes,"']),
        ("“Yes,” he said.", ["“Yes,”"]),
        ("‘Yes,’ he said.", ["‘Yes,’"]),
        ("«Yes,» he said.", ["«Yes,»"]),
        ("« Yes », he said.", ["« Yes »"]),
        ("„Yes“, he said.", ["„Yes“"]),
        ("»Yes«, he said.", ["»Yes«"]),
        ("It was a “thug”—and worse.", ["“thug”"]),
        ("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”"]),
        ("‘He said “no” to me,’ she said.", ["‘He said “no” to me,’"]),
        ("„Er sagte ‚nein‘ zu mir“, sagte sie.", ["„Er sagte ‚nein‘ zu mir“"]),
        ("›Nein‹, sagte sie.", ["›Nein‹"]),
        ("”Ja”, sade han.", ["”Ja”"]),
        ("他说：“我们不走。”她说「不行」。", ["“我们不走。”", "「不行」"]),
        ("「『はい』と言った」と彼は書いた。『本』", ["「『はい』と言った」", "『本』"]),
        ("قال: «لن نذهب» ثم غادر.", ["«لن نذهب»"]),
        ('उसने कहा, "हम नहीं जाएंगे।"', ['"हम नहीं जाएंगे।"']),
        ("He said,“We go.”She left.", ["“We go.”"]),
        ("She called it 'unfair', 'wrong' and 'daft'.", ["'unfair'", "'wrong'", "'daft'"]),
        ("Roe: 'I don't go. It's the voters' choice.' He sat.", ["'I don't go. It's the voters' choice.'"]),
        ('He said "A", "B" and "C.', ['"A"', '"B"', '"C.']),
        ('"A man said, "No," to me," he said.', ['"A man said, "No," to me,"']),
    ],
)
def test_marks_of_every_style_are_paired(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It isn’t the workers’ club.",
        "The ’90s and the class of ’72.",
        "Rock ’n’ roll and all of ’em.",
        'He is 6\'2" and the board is 12" wide.',
        "The Joneses' dog and the boss' car.",
        "",
        "'",
    ],
)
def test_apostrophes_and_inches_open_nothing(text):
    assert quoted(text) == []


def test_a_possessive_does_not_close_single_marks():
    assert quoted("‘It is the voters’ choice,’ she said.") == ["‘It is the voters’ choice,’"]


def test_two_single_marks_are_one_double():
    found = quoted("He called it ''too small'' for them.")

    assert [words.strip("'") for words in found] == ["too small"]


def test_an_unclosed_quotation_ends_with_its_paragraph():
    found = find_quotations("“It is over.\n\nShe left.")

    assert [(q.start, q.end, q.closed, q.continued) for q in found] == [(0, 12, False, False)]


def test_the_next_paragraph_goes_on_when_it_opens_with_a_mark():
    found = find_quotations("“One.\n\n“Two,” he said.")

    assert [(q.closed, q.continued) for q in found] == [(False, True), (True, False)]


def test_single_marks_go_on_over_paragraphs_too():
    found = find_quotations("‘One.\n\n‘Two,’ he said. ‘Three.")

    assert [(q.start, q.end, q.closed, q.continued) for q in found] == [(0, 5, False, True), (7, 13, True, False)]


def test_a_quotation_within_one_that_goes_on_does_not_close_it():
    text = '"They call it “the Quay” here.\n"So they do," he said.'

    assert quoted(text) == ['"They call it “the Quay” here.', '"So they do,"']


def test_an_odd_mark_costs_only_its_paragraph():
    assert quoted('He said "no.\nShe said "yes" to it.') == ['"no.', '"yes"']


MARKED = st.text(alphabet="ab .,\n「」『』" + DOUBLE_MARKS + SINGLE_MARKS, max_size=60)


@given(MARKED)
def test_the_shape_of_a_mark_changes_nothing(text):
    assert find_quotations(text) == find_quotations(straighten(text))


@given(MARKED)
def test_what_is_quoted_and_what_is_not_are_the_whole_text(text):
    borders = [0, *(border for span in quotation_spans(text) for border in span), len(text)]

    assert borders == sorted(borders)
    assert "".join(text[a:b] for a, b in pairwise(borders)) == text


@given(MARKED)
def test_quotations_stand_in_order_inside_one_paragraph(text):
    at = 0
    for q in find_quotations(text):
        assert at <= q.start < q.end <= len(text)
        assert "\n" not in text[q.start : q.end]
        at = q.end


@given(st.text(max_size=60))
def test_straightening_keeps_every_offset(text):
    assert len(straighten(text)) == len(text)


@pytest.mark.parametrize("unit", ["a", " ", "<", '"', "'", "1", "a.", "\n", '"a', "a'", "''", "「", "『」", "'\n"])
def test_any_text_of_one_character_is_read(unit):
    text = unit * (50_000 // len(unit))

    assert all(q.end <= len(text) for q in find_quotations(text))
