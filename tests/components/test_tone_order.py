"""Where the two measures of tone agree on two sources, where they part, and where nothing is to be said."""

import pyarrow as pa
import pytest

from components.wording.comparison import ONE_DOT_EACH
from components.wording.tone_order import NO_ORDER, no_order, tone_reading
from newscorpus.query.sources.comparison import Comparison
from newscorpus.query.sources.distribution import Values
from newscorpus.query.sources.tone_order import ends_part, parted_pairs, without_parted
from newscorpus.register.measures import MEASURES

COUNTS = ("n_stories", "n_higher", "n_lower")
FIGURES = ("mean", "median", "low", "high", "chance")
KINDS = pa.schema(
    [
        *((name, pa.string()) for name in ("measure", "source_a", "source_b")),
        *((name, pa.int64()) for name in COUNTS),
        *((name, pa.float64()) for name in FIGURES),
        ("is_claimed", pa.bool_()),
    ]
)
A_B, A_C = ("A", "B"), ("A", "C")


def row(measure, pair, higher, lower, mean=0.0):
    """In so many stories the first source of `pair` is higher, and lower, than the second."""
    known = {"measure": measure, "source_a": pair[0], "source_b": pair[1], "is_claimed": False}
    counts = {"n_stories": higher + lower, "n_higher": higher, "n_lower": lower}
    return dict.fromkeys(KINDS.names) | known | counts | {"mean": mean, "median": mean}


STANDING_KINDS = pa.schema(
    [
        *((name, pa.string()) for name in ("measure", "source")),
        *((name, pa.int64()) for name in ("n_stories", "n_above", "n_below", "n_highest", "n_lowest")),
        *((name, pa.float64()) for name in ("difference", "chance")),
        ("is_claimed", pa.bool_()),
    ]
)


def compared(*rows, standings=()):
    return Comparison(
        pa.Table.from_pylist(list(rows), KINDS), pa.Table.from_pylist(list(standings), STANDING_KINDS), 4, 0
    )


def stands(measure, above, below):
    """A is above the median of all in so many of seven stories, below it in so many, and claimed to stand out."""
    counts = {"n_stories": 7, "n_above": above, "n_below": below, "n_highest": above, "n_lowest": below}
    return {"measure": measure, "source": "A", "difference": 0.1, "chance": 0.01, "is_claimed": True} | counts


def values(measure, n_articles=4, **medians):
    rows = [{"source": name, "n_articles": n_articles, "n": n_articles, "median": m} for name, m in medians.items()]
    return Values(measure, pa.Table.from_pylist(rows), pa.table({}), n_articles * len(rows), ())


TONE, POLARITY = values("tone", A=0.2, B=0.1), values("polarity", A=0.2, B=0.1)
AGREE = compared(row("tone", A_B, 3, 1), row("polarity", A_B, 4, 0))
PART = compared(row("tone", A_B, 3, 1), row("polarity", A_B, 1, 3))


def test_an_order_both_agree_on_is_told():
    assert parted_pairs(AGREE, "tone") == ()
    said = tone_reading("tone", TONE, POLARITY, AGREE, A_B)
    assert said.startswith("A's articles are higher in sentence tone than B's in 3 of 4 shared stories.")


def test_an_order_they_part_on_is_not_told_by_either():
    assert parted_pairs(PART, "tone") == parted_pairs(PART, "polarity") == (A_B,)
    no = "Sentence tone and word polarity disagree on which of A and B is higher: no order can be given."
    assert tone_reading("tone", TONE, POLARITY, PART) == no
    assert tone_reading("polarity", POLARITY, TONE, PART) == no
    assert tone_reading("tone", TONE, POLARITY, PART, A_B) == no


def test_other_pairs_are_told_with_the_number_that_is_not():
    tested = row("tone", A_C, 7, 0) | {"chance": 0.3}
    both = compared(*PART.pairs.to_pylist(), tested, row("polarity", A_C, 7, 0))
    said = tone_reading("tone", values("tone", A=0.2, B=0.1, C=0.0), POLARITY, both)
    assert said.startswith("A's articles are higher in sentence tone than C's in 7 of 7 shared stories.")
    assert said.endswith("On 1 other pair sentence tone and word polarity disagree.")


def test_stories_that_go_both_ways_are_ordered_by_the_mean_and_equal_ones_are_not_parted():
    def parted(mean):
        return parted_pairs(compared(row("tone", A_B, 2, 2, 0.1), row("polarity", A_B, 2, 2, mean)), "tone")

    assert (parted(-0.1), parted(0.1), parted(0.0)) == ((A_B,), (), ())


def test_what_one_measure_alone_has_is_not_parted():
    alone = compared(row("tone", A_B, 3, 1))
    assert parted_pairs(alone, "tone") == ()
    assert without_parted(alone, "tone").pairs.num_rows == 1


def test_only_the_measure_asked_loses_its_rows():
    assert without_parted(PART, "tone").pairs["measure"].to_pylist() == ["polarity"]
    assert without_parted(PART, "n_words").pairs.num_rows == 2


def test_with_one_article_each_nothing_is_said_of_an_order():
    one, other = values("tone", 1, A=None, B=None), values("polarity", 1, A=None, B=None)
    parted = compared(row("tone", A_B, 1, 0), row("polarity", A_B, 0, 1))
    assert tone_reading("tone", one, other, parted) == ONE_DOT_EACH


def test_without_shared_stories_the_ends_are_told_only_where_both_agree():
    nothing = compared()
    said = tone_reading("tone", TONE, POLARITY, nothing)
    assert said.startswith("By their medians, A is highest")
    turned = values("polarity", A=0.1, B=0.2)
    assert ends_part(TONE, turned)
    assert tone_reading("tone", TONE, turned, nothing) == NO_ORDER
    # Of one source, or where the other measure knows no median, nothing is parted.
    assert not ends_part(values("tone", A=0.1), turned)
    assert not ends_part(TONE, values("polarity", A=None, B=0.2))


def test_several_parted_pairs_are_told_as_all():
    assert "of any two sources" in no_order([A_B, A_C])


@pytest.mark.parametrize("voice", ["", "_own", "_reported", "_quoted", "_headline"])
def test_each_measure_of_tone_has_the_other_of_the_same_words(voice):
    assert MEASURES[f"tone{voice}"].second_opinion == f"polarity{voice}"
    assert MEASURES[f"polarity{voice}"].second_opinion == f"tone{voice}"
    assert MEASURES["subjectivity"].second_opinion == ""


def test_a_source_stands_out_in_tone_only_where_both_measures_put_it_on_the_same_side():
    agree = compared(standings=[stands("tone", 7, 0), stands("polarity", 6, 1)])
    part = compared(standings=[stands("tone", 7, 0), stands("polarity", 1, 6)])

    assert without_parted(agree, "tone").standings.num_rows == 2
    assert without_parted(part, "tone").standings.column("measure").to_pylist() == ["polarity"]
