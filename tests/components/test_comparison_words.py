"""The sentence under a comparison: with many stories, few, one, none, and one article each."""

import pyarrow as pa
import pytest

from components.wording.comparison import (
    DIFFERENT_STORIES,
    ONE_DOT_EACH,
    ONLY_LARGE,
    TOO_FEW,
    UNDEFINED_FOR_ALL,
    WITHIN_ERROR,
    reading,
)
from newscorpus.query.sources.comparison import Comparison
from newscorpus.query.sources.distribution import Values
from newscorpus.register.measures import MEASURES

LENGTH, POLARITY, SHARE = (MEASURES[key] for key in ("n_words", "polarity", "share_quoted"))
NOTHING = pa.table({})
PAIR_KINDS = pa.schema(
    [
        *((name, pa.string()) for name in ("measure", "source_a", "source_b")),
        *((name, pa.int64()) for name in ("n_stories", "n_higher", "n_lower")),
        *((name, pa.float64()) for name in ("mean", "median", "low", "high", "chance")),
        ("is_claimed", pa.bool_()),
    ]
)


def values(*sources, measure="n_words"):
    """Sources as (name, articles, median)."""
    rows = [{"source": name, "n_articles": n, "n": n, "median": median} for name, n, median in sources]
    table = pa.Table.from_pylist(rows) if rows else pa.table({"source": [], "n_articles": [], "median": []})
    return Values(measure, table, NOTHING, sum(n for _, n, _ in sources), ())


def compared(a, b, higher, lower, n, **known):
    row = dict.fromkeys(PAIR_KINDS.names) | {"measure": "n_words", "source_a": a, "source_b": b, "n_stories": n}
    return row | {"n_higher": higher, "n_lower": lower, "mean": 10.0, "is_claimed": False} | known


STANDING_KINDS = pa.schema(
    [
        *((name, pa.string()) for name in ("measure", "source")),
        *((name, pa.int64()) for name in ("n_stories", "n_above", "n_below", "n_highest", "n_lowest")),
        *((name, pa.float64()) for name in ("difference", "chance")),
        ("is_claimed", pa.bool_()),
    ]
)


def stands(**known):
    """A source that is above the median in all of seven stories, highest in six."""
    row = {"measure": "n_words", "source": "A", "n_stories": 7, "n_above": 7, "n_below": 0, "n_highest": 6}
    return row | {"n_lowest": 0, "difference": 120.4, "chance": 0.01, "is_claimed": True} | known


def comparison(*rows, n_tested=1, standings=()):
    pairs, stood = (
        pa.Table.from_pylist(list(of), kinds) for of, kinds in ((rows, PAIR_KINDS), (standings, STANDING_KINDS))
    )
    return Comparison(pairs, stood, 9, n_tested)


TWO = values(("A", 12, 400.0), ("B", 12, 300.0))
CLAIMED = {"chance": 0.01, "low": 40.0, "high": 210.0, "is_claimed": True}


def test_a_difference_that_may_be_claimed_is_told_with_its_size():
    said = reading(TWO, comparison(compared("A", "B", 7, 2, 9, **CLAIMED)), LENGTH)

    assert said == "A's articles are longer than B's in 7 of 9 shared stories; the difference is 40 to 210 words."


def test_a_difference_is_told_from_the_side_of_the_longer_one():
    row = compared("A", "B", 2, 7, 9, chance=0.01, low=-210.0, high=-40.0, is_claimed=True)

    assert reading(TWO, comparison(row), LENGTH) == (
        "B's articles are longer than A's in 7 of 9 shared stories; the difference is 40 to 210 words."
    )


def test_other_claims_are_counted():
    rows = [compared("A", "B", 9, 0, 9, **CLAIMED | {"chance": 0.001})]
    rows += [compared("A", name, 9, 0, 9, **CLAIMED) for name in "CD"]

    said = reading(TWO, comparison(*rows, n_tested=3), LENGTH)

    assert said.startswith("A's articles are longer than B's in 9 of 9")
    assert said.endswith("2 other pairs of sources differ by more than chance as well.")


def test_a_difference_that_chance_explains_is_not_claimed():
    row = compared("A", "B", 8, 6, 14, chance=0.4, low=-50.0, high=90.0)

    assert reading(TWO, comparison(row, n_tested=60), LENGTH) == (
        "A's articles are longer than B's in 8 of 14 shared stories. Chance alone brings about as much somewhere among "
        "the 60 comparisons of this page up to 40 times in 100."
    )


def test_a_source_that_stands_out_among_all_is_told_where_no_pair_is_claimed():
    row = compared("A", "B", 6, 0, 6, chance=1.0, low=-50.0, high=90.0)

    assert reading(TWO, comparison(row, standings=[stands()]), LENGTH) == (
        "A's articles are longer than the median of all in 7 of 7 stories that 3 sources or more tell, and than every "
        "other in 6; the median difference from the mean of the others is 120 words."
    )


def test_a_source_that_is_lower_than_all_is_told_from_the_side_of_the_others():
    low = stands(n_above=1, n_below=6, n_highest=0, n_lowest=5, difference=-80.0)

    assert reading(TWO, comparison(standings=[low]), LENGTH) == (
        "The median articles of all are longer than A's in 6 of 7 stories that 3 sources or more tell, and every other "
        "in 5; the median difference from the mean of the others is 80 words."
    )


def test_a_pair_and_a_source_that_stand_out_are_both_told():
    row = compared("A", "B", 7, 2, 9, **CLAIMED)
    said = reading(TWO, comparison(row, standings=[stands()]), LENGTH)

    assert said.startswith("A's articles are longer than B's in 7 of 9 shared stories; the difference is 40 to 210")
    assert "than every other in 6" in said
    assert "every other" not in reading(TWO, comparison(row, standings=[stands(is_claimed=False)]), LENGTH)


def test_where_two_sources_were_chosen_others_are_not_spoken_of():
    row = compared("A", "B", 6, 0, 6, chance=1.0, low=-50.0, high=90.0)
    said = reading(TWO, comparison(row, standings=[stands()]), LENGTH, ("A", "B"))

    assert "nearly every time" in said
    assert "every other" not in said


def test_a_standing_within_what_reading_a_page_gets_wrong_is_marked():
    assert reading(TWO, comparison(standings=[stands(difference=9.0)]), LENGTH).endswith(WITHIN_ERROR)


def test_below_ten_shared_stories_it_is_said_that_only_large_differences_show():
    row = compared("A", "B", 6, 3, 9, chance=0.4, low=-50.0, high=90.0)

    assert reading(TWO, comparison(row), LENGTH).endswith(f"up to 40 times in 100. {ONLY_LARGE}")


def test_below_six_shared_stories_nothing_is_tested():
    of_two = comparison(compared("A", "B", 3, 1, 4), n_tested=0)

    assert reading(TWO, of_two, LENGTH) == (
        "By their medians, A is highest (400 words, 12 articles) and B lowest (300 words, 12 articles). "
        f"No two sources share more than 4 stories here. {TOO_FEW}"
    )
    assert reading(TWO, of_two, LENGTH, ("A", "B")) == (
        f"A's articles are longer than B's in 3 of 4 shared stories. {TOO_FEW}"
    )


def test_one_shared_story_is_said_to_be_one():
    said = reading(TWO, comparison(compared("A", "B", 0, 1, 1), n_tested=0), LENGTH, ("A", "B"))

    assert said == f"B's articles are longer than A's in the one story both tell. {TOO_FEW}"


def test_equal_articles_are_equal():
    said = reading(TWO, comparison(compared("A", "B", 0, 0, 2), n_tested=0), LENGTH, ("A", "B"))

    assert said == f"A and B are equal in 2 shared stories. {TOO_FEW}"


def test_without_shared_stories_the_medians_are_told_with_a_warning():
    assert reading(TWO, comparison(n_tested=0), LENGTH) == (
        "By their medians, A is highest (400 words, 12 articles) and B lowest (300 words, 12 articles). "
        f"{DIFFERENT_STORIES}"
    )


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ([("A", 1, None), ("B", 1, None)], ONE_DOT_EACH),
        ([("A", 2, None), ("B", 1, None)], "No source has 3 articles or more: no medians, only the articles."),
        ([("A", 3, 400.0), ("B", 1, None)], "Median of A: 400 words, 3 articles."),
        ([], UNDEFINED_FOR_ALL),
    ],
)
def test_few_articles_are_said_to_be_few(sources, said):
    assert reading(values(*sources), comparison(n_tested=0), LENGTH) == said


def test_of_two_chosen_sources_only_these_are_spoken_of():
    rows = [compared("A", "B", 9, 0, 9, **CLAIMED), compared("A", "C", 5, 4, 9, chance=0.9, low=-9.0, high=9.0)]

    assert reading(TWO, comparison(*rows), LENGTH, ("C", "A")).startswith("A's articles are longer than C's in 5 of 9")
    assert (
        reading(TWO, comparison(*rows), LENGTH, ("B", "C")) == "B and C share no story here, so they are not compared."
    )


def test_a_difference_smaller_than_what_reading_a_page_gets_wrong_is_marked():
    small = CLAIMED | {"low": 2.0, "high": 10.0}  # of 300 words, 3.7 % are 11

    assert reading(TWO, comparison(compared("A", "B", 9, 0, 9, **small)), LENGTH).endswith(WITHIN_ERROR)
    assert WITHIN_ERROR not in reading(TWO, comparison(compared("A", "B", 9, 0, 9, **CLAIMED)), LENGTH)


def test_shares_differ_by_percentage_points_and_tones_by_numbers():
    row = compared("A", "B", 9, 0, 9, chance=0.01, low=0.04, high=0.11, is_claimed=True)

    assert reading(TWO, comparison(row | {"measure": "share_quoted"}), SHARE).endswith(
        "A's articles have a larger share in quotation marks than B's in 9 of 9 shared stories; "
        "the difference is 4 to 11 percentage points."
    )
    assert reading(TWO, comparison(row | {"measure": "polarity"}), POLARITY) == (
        "A's articles are higher in word polarity than B's in 9 of 9 shared stories; the difference is 0.04 to 0.11."
    )
