"""How many died, were hurt, are missing or were arrested: read in many wordings, compared, put under one statement."""

from dataclasses import replace

import pytest

from newscorpus.compare.statements.agreement import number_conflict
from newscorpus.compare.statements.figure_groups import count_pairs
from newscorpus.compare.statements.units import read_sentences
from newscorpus.text.numbers import find_numbers


def counted(text):
    return [(number.value, number.fate) for number in find_numbers(text) if number.fate]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fourteen people are known to have died in the town.", [(14, "died")]),
        ("The blast killed at least 14 people and injured 30.", [(14, "died"), (30, "were hurt")]),
        ("14 dead, 20 hurt", [(14, "died"), (20, "were hurt")]),
        ("The death toll rose to 20 on Friday.", [(20, "died")]),
        ("The ministry put the number of dead at 14.", [(14, "died")]),
        ("Two people died and three were missing.", [(2, "died"), (3, "are missing")]),
        ("Police detained 40 protesters.", [(40, "were arrested")]),
        ("Two of the dead were children.", []),  # a part of them
        ("Three more people died on Friday.", []),  # besides those counted before
        ("Agathe Roe, 81, died in her bed.", []),  # her age
        ("Of 60 people aboard, two died.", [(2, "died")]),
        ("The census missed 210,000 people.", []),
    ],
)
def test_a_count_of_people_is_read_with_what_befell_them(text, expected):
    assert counted(text) == expected


def test_two_counts_of_the_dead_disagree_in_whatever_words():
    one, other = number_conflict("Seventeen people are dead", "the number of dead was 14")
    assert (one.value, other.value) == (17, 14)


def test_the_dead_and_the_hurt_do_not_disagree():
    assert number_conflict("14 people died", "30 people were hurt") is None


def test_dead_children_and_dead_people_do_not_disagree():
    assert number_conflict("14 people died", "three children died") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It is 61 kilometres from the town by road.", "Eleven kilometres of the road were red."),
        ("It sank 13 nautical miles off the Sable coast.", "It sank 150 nautical miles off the Sable coast."),
        ("61 km of flooded railway", "75 km of flooded railway"),  # nobody knows that they are measured alike
        ("It costs 5.8 million crowns a year.", "It saves 31 million crowns a year."),
        ("Two of the three boats in the bay sank.", "Seven boats in the bay sank."),
        ("A total of nine boats in the bay sank.", "Seven boats in the bay sank."),
        ("About a dozen boats in the bay sank.", "Thirteen boats in the bay sank."),
    ],
)
def test_figures_that_need_not_count_the_same_do_not_disagree(one, other):
    assert number_conflict(one, other) is None
    assert number_conflict(other, one) is None


def test_counts_of_one_thing_disagree():
    one, other = number_conflict("Nine boats in the bay sank.", "Seven boats in the bay sank, 61 km from the town.")
    assert (one.value, other.value) == (9, 7)


def sentences(*texts):
    return [s for n, text in enumerate(texts) for s in read_sentences(n, text, [(0, len(text))])]


def counted_together(told):
    return [(pair.a, pair.b) for pair in count_pairs(told, range(len(told)))]


def test_sentences_that_count_the_dead_are_paired_although_they_share_no_word():
    told = sentences(
        "Seventeen people are dead and a town lies under mud.",
        "The ministry put the number of dead at fourteen on Thursday.",
        "Bakers expect dear wheat after the rain.",
    )
    assert counted_together(told) == [(0, 1)]


def test_the_dead_of_another_year_are_another_count():
    told = sentences(
        "Seventeen people are dead and a town lies under mud.", "In 1998 a flood on the river killed nine people."
    )
    assert counted_together(told) == []


def test_of_an_article_that_counts_twice_the_first_is_compared():
    told = sentences("Two people died when the ferry sank.", "Three persons died as the ferry went down.")
    again = replace(told[0], start=100, end=140)
    assert counted_together([told[0], again, told[1]]) == [(0, 2)]


@pytest.mark.parametrize(
    ("unit", "figure"),
    [
        ("1 dead ", (1.0, ("dead",), "died")),
        ("dead ", None),
        ("14 people ", (14.0, ("people",), None)),
        ("and 2 ", (2.0, (), None)),
        ("rose to ", None),
    ],
)
def test_fifty_thousand_characters_have_the_figure_of_their_repeated_words_each_time(unit, figure):
    n_times = 50_000 // len(unit)

    found = [(number.value, number.what, number.fate) for number in find_numbers(unit * n_times)]

    assert found == ([figure] * n_times if figure else [])
