"""Stories: the same event together, look-alikes and strangers apart."""

from datetime import UTC, datetime

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from newscorpus.compare.stories.stories import find_stories

MARROW = [
    "A crane fell on the ferry quay at Port Marrow on Tuesday. Harbour master Ines Dahl said 14 people were hurt.",
    "Fourteen people were hurt when a crane fell at Port Marrow. Ines Dahl, the harbour master, closed the ferry quay.",
    "Port Marrow's ferry quay was closed after a crane fell. Harbour master Dahl counted 14 people hurt.",
]
KELBY = [
    "A crane fell on a school at Kelby on Friday. Mayor Tom Orr said nobody was inside; 3 classrooms were destroyed.",
    "Three classrooms of Kelby school were destroyed by a crane. Mayor Tom Orr said nobody was inside on Friday.",
    "Kelby mayor Tom Orr said the school was empty when the crane destroyed 3 classrooms.",
]
BREAD = "Bakers expect wheat to cost more next spring, a survey of mills found."


def tables(bodies, dates=None, source="Outlet"):
    ids = [f"id{n}" for n in range(len(bodies))]
    articles = pa.table(
        {
            "article_id": pa.array(ids, pa.string()),
            "source": pa.array([f"{source} {n % 3}" for n in range(len(bodies))], pa.string()),
            "title": pa.nulls(len(bodies), pa.string()),
            "published_at": pa.array(dates or [None] * len(bodies), pa.timestamp("us", tz="UTC")),
        }
    )
    return articles, pa.table({"article_id": pa.array(ids, pa.string()), "text": pa.array(bodies, pa.string())})


def groups(bodies, dates=None):
    found = find_stories(*tables(bodies, dates))
    told = {}
    for article_id, story_id in found.assignment.items():
        told.setdefault(story_id or article_id, set()).add(int(article_id[2:]))
    return sorted(map(sorted, told.values()))


def test_no_articles_make_no_stories():
    found = find_stories(*tables([]))
    assert found.assignment == {}
    assert found.table.num_rows == 0


def test_one_article_stands_alone():
    assert find_stories(*tables([BREAD])).assignment == {"id0": None}


def test_two_reports_of_one_event_are_a_story_and_a_stranger_is_not_forced_in():
    assert groups([MARROW[0], BREAD, MARROW[1]]) == [[0, 2], [1]]


def test_two_look_alike_events_are_two_stories():
    assert groups([MARROW[0], KELBY[0], MARROW[1], KELBY[1], MARROW[2], KELBY[2]]) == [[0, 2, 4], [1, 3, 5]]


def test_the_same_words_months_later_are_another_event():
    dates = [datetime(2026, 1, 6, tzinfo=UTC), datetime(2026, 1, 7, tzinfo=UTC), datetime(2026, 6, 9, tzinfo=UTC)]
    assert groups([MARROW[0], MARROW[1], MARROW[2]], dates) == [[0, 1], [2]]


def test_a_story_counts_its_articles_and_sources_and_is_named_by_its_own_words():
    (row,) = find_stories(*tables(MARROW)).table.to_pylist()
    assert (row["n_articles"], row["n_sources"]) == (3, 3)
    assert "Port Marrow" in row["label"]


def test_forty_copies_are_one_story():
    assert groups([MARROW[0]] * 40) == [list(range(40))]


def test_an_article_without_words_stands_alone():
    assert groups(["", MARROW[0], MARROW[1], "…"]) == [[0], [1, 2], [3]]


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(7)))
def test_stories_do_not_depend_on_the_order_of_the_rows(order):
    articles, texts = tables([*MARROW, *KELBY, BREAD])
    expected = find_stories(articles, texts)
    shuffled = find_stories(articles.take(pa.array(order)), texts.take(pa.array(order[::-1])))
    assert shuffled.assignment == expected.assignment
    assert shuffled.table.to_pylist() == expected.table.to_pylist()
