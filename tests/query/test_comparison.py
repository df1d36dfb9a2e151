"""Sources compared on the stories they share, counted by hand in tests/paired.py."""

from itertools import pairwise

import pytest

from newscorpus.query.connection import open_reader
from newscorpus.query.selection import EVERYTHING, Selection
from newscorpus.query.sources.comparison import compare_sources, shared_stories
from newscorpus.query.sources.distribution import values_by_source
from newscorpus.store.read import open_store
from tests.alphabet import write_store
from tests.paired import tables, write_paired


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    return open_reader(open_store(write_paired(tmp_path_factory.mktemp("paired") / "store")))


def pairs(comparison, measure="n_words"):
    rows = [row for row in comparison.pairs.to_pylist() if row["measure"] == measure]
    return {(row["source_a"], row["source_b"]): row for row in rows}


def test_a_pair_is_compared_on_the_stories_both_tell(reader):
    found = compare_sources(reader, EVERYTHING, ("n_words",))
    row = pairs(found)["Heron", "Ibis"]

    assert (row["n_stories"], row["n_higher"], row["n_lower"]) == (7, 6, 1)
    assert (row["mean"], row["median"]) == (pytest.approx(290 / 7), 40)
    # Squares about the mean sum to 9,886: standard deviation 40.6, by the root of 7: 15.3; times 2.447: 37.5.
    assert (row["low"], row["high"]) == (pytest.approx(41.4 - 37.5, abs=0.1), pytest.approx(41.4 + 37.5, abs=0.1))
    assert found.n_stories == 7


def test_few_shared_stories_are_counted_and_not_tested(reader):
    found = compare_sources(reader, EVERYTHING, ("n_words",))
    row = pairs(found)["Heron", "Jay"]

    assert (row["n_stories"], row["n_higher"], row["n_lower"]) == (3, 1, 0)  # 100 > 80; 200 and 180 are equal
    assert (row["low"], row["high"], row["chance"], row["is_claimed"]) == (None, None, None, False)
    assert found.n_tested == 1


def test_the_chance_is_that_of_looking_through_all_signs(reader):
    # Of 40 100 30 80 50 10 -20, at least 290 is reached by these as they are (290), with -20 flipped (330), and with
    # -20 and 10 flipped (310). With their opposites, 6 of 128.
    row = pairs(compare_sources(reader, EVERYTHING, ("n_words",)))["Heron", "Ibis"]

    assert row["chance"] == pytest.approx(6 / 128)
    assert row["is_claimed"]


def test_what_is_measured_beside_counts_against_a_claim(reader):
    alone = pairs(compare_sources(reader, EVERYTHING, ("n_words",)))["Heron", "Ibis"]["chance"]
    beside = compare_sources(reader, EVERYTHING, ("n_words", "polarity"))

    assert beside.n_tested == 2
    assert pairs(beside)["Heron", "Ibis"]["chance"] >= alone


def test_an_undefined_measure_makes_a_story_missing_and_not_zero(reader):
    found = pairs(compare_sources(reader, EVERYTHING, ("polarity",)), "polarity")

    assert set(found) == {("Heron", "Ibis")}
    row = found["Heron", "Ibis"]
    assert (row["n_stories"], row["n_higher"], row["n_lower"]) == (7, 5, 1)  # 1.2 to 2.0; 0.8; and 1.0 is equal


def test_articles_of_unknown_source_are_no_source(reader):
    found = compare_sources(reader, EVERYTHING, ("n_words",))

    assert not [pair for pair in pairs(found) if "unknown source" in pair]


def test_a_selection_narrows_what_is_compared(reader):
    found = compare_sources(reader, Selection(sources=("Heron", "Jay")), ("n_words",))

    assert set(pairs(found)) == {("Heron", "Jay")}
    assert found.n_stories == 3


SIX = [[100], [120], [90], [110], [80], [130]]


def lengths_of(**shifts):
    """Sources on six stories, each story's length moved by what a source adds to it, story by story."""
    return {
        source: [[length + shift] for [length], shift in zip(SIX, moved, strict=True)]
        for source, moved in shifts.items()
    }


def test_a_source_longer_than_all_others_in_every_story_is_said_to_stand_out(tmp_path):
    # Heron is the longest of five in each of six stories; the others take turns. One in five six times over.
    turns = {name: [(step + story) % 4 for story in range(6)] for step, name in enumerate(("B", "C", "D", "E"))}
    reader = open_reader(open_store(write_paired(tmp_path / "store", lengths_of(Heron=[40] * 6, **turns))))
    found = compare_sources(reader, EVERYTHING, ("n_words",))
    [row] = [row for row in found.standings.to_pylist() if row["is_claimed"]]

    assert (row["source"], row["n_stories"], row["n_above"], row["n_highest"]) == ("Heron", 6, 6, 6)
    assert row["difference"] == pytest.approx(38.5)  # 40 less the mean of 0, 1, 2 and 3
    assert not any(found.pairs["is_claimed"].to_pylist())
    assert found.n_tested == 10 + 5  # pairs, and sources


def test_sources_that_print_one_text_count_once_among_all(tmp_path):
    # B, C and D print B's article in every story: of Heron, B, C and D there are two texts, which is no standing.
    turns = {name: [0] * 6 for name in ("B", "C", "D")}
    rows = tables(lengths_of(Heron=[40] * 6, **turns))
    of = {}
    for article in rows["articles"]:
        if article["source"] in turns and article["story_id"]:
            of.setdefault(article["story_id"], []).append(article)
    rows["overlaps"] = [
        {"article_a": one["article_id"], "article_b": other["article_id"], "start_a": 0, "end_a": 9}
        | {"start_b": 0, "end_b": 9, "n_words": one["n_words"], "quoted": False}
        for told in of.values()
        for one, other in pairwise(told)
    ]
    found = compare_sources(open_reader(open_store(write_store(tmp_path / "store", rows))), EVERYTHING, ("n_words",))

    assert found.standings.num_rows == 0
    assert {row["n_stories"] for row in found.pairs.to_pylist()} == {6}


def test_nothing_chosen_compares_nothing(reader):
    found = compare_sources(reader, Selection(sources=("Nobody",)), ("n_words", "tone"))

    assert (found.pairs.num_rows, found.n_stories, found.n_tested) == (0, 0, 0)


def test_only_measures_can_be_compared(reader):
    with pytest.raises(ValueError, match="not a measure"):
        compare_sources(reader, EVERYTHING, ("title FROM articles; --",))
    with pytest.raises(ValueError, match="not a measure"):
        shared_stories(reader, EVERYTHING, "title FROM articles; --", "Heron", "Ibis")


def test_shared_stories_are_listed_latest_first(reader):
    rows = shared_stories(reader, EVERYTHING, "n_words", "Heron", "Jay").to_pylist()

    assert [(row["story"], row["value_a"], row["value_b"], row["difference"]) for row in rows] == [
        ("Story 6", 180, 180, 0),
        ("Story 2", 200, 200, 0),
        ("Story 1", 100, 80, 20),
    ]


def test_a_median_has_an_interval_from_six_articles_and_a_place_from_four_sources(reader):
    rows = {row["source"]: row for row in values_by_source(reader, EVERYTHING, "n_words").sources.to_pylist()}

    assert (rows["Ibis"]["median_low"], rows["Ibis"]["median_high"]) == (60, 170)  # seven: the outermost two
    assert (rows["Heron"]["median_low"], rows["Heron"]["median_high"]) == (90, 200)  # nine: one left out at either end
    assert rows["Jay"]["median_low"] is None
    assert rows["unknown source"]["median_low"] is None
    assert [row["place"] for row in rows.values()] == [None] * 4  # three known sources


def test_places_are_given_after_small_sources_were_pulled_in(tmp_path):
    lengths = {
        "Few": [[900]] * 2 + [[100]] + [[]] * 9,
        "Long": [[700]] * 12,
        "Mid": [[400]] * 12,
        "Short": [[200]] * 12,
    }
    reader = open_reader(open_store(write_paired(tmp_path / "store", lengths)))
    selection = Selection(sources=tuple(lengths), words_from=50)
    rows = {row["source"]: row for row in values_by_source(reader, selection, "n_words").sources.to_pylist()}

    assert rows["Few"]["median"] == 900  # of 100, 900, 900
    assert rows["Few"]["shrunk"] < 900
    assert {name: row["place"] for name, row in rows.items()} == {"Few": 1, "Long": 2, "Mid": 3, "Short": 4}
