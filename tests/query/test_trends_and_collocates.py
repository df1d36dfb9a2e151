"""Rates over time and words near hits, counted by eye."""

import math
from datetime import UTC, date, datetime

import pytest

from newscorpus.query.answers import LeftOut
from newscorpus.query.concordance.collocates import HIGHEST, MAX_SPAN, collocates, log_dice
from newscorpus.query.concordance.hits import Find
from newscorpus.query.concordance.trends import trend_of_name, trend_of_search
from newscorpus.query.connection import open_reader
from newscorpus.query.selection import EVERYTHING, Selection
from newscorpus.store.read import open_store
from tests.alphabet import write_store
from tests.written_corpus import Written, indexed, rows_of

SHARED = "A river dam leaks."
#  river dam: 4 words apart at most
ARTICLES = [
    Written("Abacus", "The river dam holds. River water, dam wall."),  # 8 words, 2 March
    Written("Abacus", "No news of it today at all, none."),  # 8 words, 4 March
    Written("Bugle", f"{SHARED} The dam by the river.", shared=(SHARED,)),  # 9 words, 2 March
    Written("Bugle", ""),  # no words, 4 March
    Written("Bugle", "A dam on a river, they say."),  # undated
]
DAYS = ("2026-03-02", "2026-03-04", "2026-03-02", "2026-03-04", None)


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    rows = rows_of(ARTICLES)
    for row, day in zip(rows["articles"], DAYS, strict=True):
        row["published_at"] = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
    rows["entities"] = [{"entity_id": "e" * 16, "name": "Dam", "kind": "PLACE", "aliases": ["dam"]}]
    rows["mentions"] = [
        {"article_id": rows["texts"][number]["article_id"], "start": start, "end": start + 3, "surface": "dam"}
        | {"kind": "PLACE", "entity_id": "e" * 16, "shared": number == 2 and start < len(SHARED)}
        for number, article in enumerate(ARTICLES)
        for start in range(len(article.text))
        if article.text.startswith("dam", start)
    ]
    folder = tmp_path_factory.mktemp("trends")
    return open_reader(open_store(write_store(folder / "store", rows | indexed(rows, folder / "scratch"))))


def points(trend):
    return {
        (row["source"], row["start"].day): (row["n_hits"], row["n_words_of_source"], row["per_thousand"])
        for row in trend.table.to_pylist()
    }


@pytest.mark.parametrize(
    "ask", [lambda *known: trend_of_search(*known, Find("dam")), lambda *known: trend_of_name(*known, "Dam (place)")]
)
def test_a_rate_stands_under_each_period_and_source_that_wrote(reader, ask):
    trend = ask(reader, EVERYTHING)

    assert trend.period == "day"
    assert points(trend) == {
        ("Abacus", 2): (2, 8, 250.0),
        ("Abacus", 4): (0, 8, 0.0),
        ("Bugle", 2): (2, 9, pytest.approx(1000 * 2 / 9)),
        ("Bugle", 4): (0, 0, None),  # an article without words: a gap, not a zero
    }
    assert (trend.n_articles, trend.left_out) == (4, (LeftOut(1, "undated"),))


@pytest.mark.parametrize(
    "ask", [lambda *known: trend_of_search(*known, Find("dam")), lambda *known: trend_of_name(*known, "Dam (place)")]
)
def test_a_rate_is_of_the_passages_that_count(reader, ask):
    assert points(ask(reader, Selection(passages="own", sources=("Bugle",))))["Bugle", 2] == (1, 5, 200.0)
    assert points(ask(reader, Selection(passages="shared"))) == {("Bugle", 2): (1, 4, 250.0)}


def test_a_name_that_nobody_has_is_met_nowhere(reader):
    assert {hits for hits, _, _ in points(trend_of_name(reader, EVERYTHING, "Nobody (person)")).values()} == {0}


def test_the_first_day_of_a_period_names_it(reader):
    assert min(row["start"] for row in trend_of_search(reader, EVERYTHING, Find("dam")).table.to_pylist()) == date(
        2026, 3, 2
    )


def test_collocates_are_counted_by_eye(reader):
    # The second River is two words behind one dam and two before the next, and counts once.
    # Within two words of a dam: river dam | River water, dam | river dam leaks | dam by the river (3 away: no) |
    # dam on a river (3 away: no). So 3 of the 5 rivers stand near one of the 5 dams, all before it, in 2 articles.
    answer = collocates(reader, EVERYTHING, Find("dam"), 2)
    rows = answer.table.to_pylist()

    assert [(row["form"], row["n_near"], row["n_before"], row["n_articles"], row["n_uses"]) for row in rows] == [
        ("river", 3, 3, 2, 5)
    ]
    assert rows[0]["log_dice"] == pytest.approx(14 + math.log2(2 * 3 / (5 + 5)))
    assert (answer.n_hits_read, answer.n_hits, answer.n_articles_read) == (5, 5, 5)


def test_a_wider_span_finds_more_and_function_words_when_asked(reader):
    wide = {row["form"]: row for row in collocates(reader, EVERYTHING, Find("dam"), 3).table.to_pylist()}
    every = {
        row["form"] for row in collocates(reader, EVERYTHING, Find("dam"), 3, content_only=False).table.to_pylist()
    }

    assert (wide["river"]["n_near"], wide["river"]["n_before"]) == (5, 3)
    assert "the" not in wide
    assert "the" in every


def test_uses_are_counted_in_the_articles_and_passages_chosen(reader):
    rows = collocates(reader, Selection(sources=("Bugle",)), Find("dam"), 3).table.to_pylist()
    own = collocates(reader, Selection(passages="own"), Find("dam"), 3).table.to_pylist()

    assert [(row["form"], row["n_near"], row["n_uses"]) for row in rows] == [("river", 3, 3)]
    assert [(row["form"], row["n_near"], row["n_uses"]) for row in own] == [("river", 4, 4)]


@pytest.mark.parametrize("span", [0, MAX_SPAN + 1])
def test_a_span_that_is_none_is_refused(reader, span):
    with pytest.raises(ValueError, match="span"):
        collocates(reader, EVERYTHING, Find("dam"), span)


def test_an_expression_that_cuts_words_has_whole_words_around_it(reader):
    rows = collocates(reader, EVERYTHING, Find("/ive/"), 2, content_only=False).table.to_pylist()

    assert not {"r", "iver"} & {row["form"] for row in rows}
    assert next(row for row in rows if row["form"] == "dam")["n_near"] == 3


def test_log_dice_is_highest_where_both_always_stand_together():
    assert log_dice(7, 7, 7) == HIGHEST
    assert log_dice(7, 7, 7 * 3) == HIGHEST - 1
    assert log_dice(3, 3, 1) == HIGHEST  # uses are at least those near a hit
