"""Figures: value, unit, what they count, how exactly they are meant, and which of them disagree."""

import pytest

from newscorpus.compare.statements.agreement import comparable, compatible, number_conflict
from newscorpus.text.numbers import find_numbers


def figure(text):
    return find_numbers(text)[0]


@pytest.mark.parametrize(
    ("text", "value", "unit", "what", "modifier"),
    [
        ("16 million children", 16e6, "count", ("children",), "exactly"),
        ("more than one million Uyghurs", 1e6, "count", ("uyghurs",), "more"),
        ("a million or more people", 1e6, "count", ("people",), "at_least"),
        ("1.5m people or more", 1.5e6, "count", ("people",), "at_least"),
        ("twenty-three pirates", 23, "count", ("pirates",), "exactly"),
        ("two hundred and five homes", 205, "count", ("homes",), "exactly"),
        ("about 850,000 people", 850_000, "count", ("people",), "about"),
        ("$8.6 billion from", 8.6e9, "money", (), "exactly"),
        ("half a million dollars", 500_000, "money", (), "exactly"),
        ("27 per cent of", 27, "percent", (), "exactly"),
        ("61-year-old man", 61, "age", (), "exactly"),
        ("in 2014", 2014, "year", (), "exactly"),
        ("one in five children", 1, "share", (), "exactly"),
    ],
)
def test_a_figure_is_read_with_its_unit_and_what_it_counts(text, value, unit, what, modifier):
    found = figure(text)
    assert (found.value, found.unit, found.what, found.modifier) == (value, unit, what, modifier)


def test_the_place_of_a_figure_covers_its_phrase():
    text = "It held more than one million people."
    found = figure(text)
    assert text[found.start : found.end] == "more than one million"


def test_a_number_in_a_name_is_no_figure():
    assert find_numbers("AK-47") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a million people", "more than one million people"),
        ("1m people", "one million people"),
        ("46 million people", "46.2 million people"),
        ("about 100 people", "107 people"),
        ("at least 20 people", "25 people"),
    ],
)
def test_figures_that_can_both_be_right_do_not_disagree(one, other):
    a, b = figure(one), figure(other)
    assert comparable(a, b)
    assert compatible(a, b)
    assert compatible(b, a)


@pytest.mark.parametrize(("one", "other"), [("30 people", "300 people"), ("12 people", "13 people")])
def test_figures_that_cannot_both_be_right_disagree(one, other):
    assert not compatible(figure(one), figure(other))


def test_figures_that_count_different_things_are_not_compared():
    assert number_conflict("30 people fled", "300 houses burnt") is None


def test_a_figure_found_in_both_sentences_is_out_of_question():
    assert number_conflict("16 million children, 9 million children before", "16 million children") is None


def test_a_disagreement_names_both_figures():
    one, other = number_conflict("30 people died", "At least 300 people died")
    assert (one.value, other.value) == (30, 300)
