"""The two real articles built together, read when they are there: each thing that a reader of both should be shown."""

from itertools import product

import pytest

from newscorpus.query.connection import open_reader
from newscorpus.query.overlap.reuse import shared_by_pairs, text_of_each
from newscorpus.query.selection import EVERYTHING
from newscorpus.query.words.counts import Counting
from newscorpus.query.words.distinctive import distinctive

SOURCES = ("HKFP", "London Glossy Post")
ABOUT_ONE_IN_A_HUNDRED = (0.005, 0.02)


@pytest.fixture(scope="module")
def statements(seeds):
    """{statement: {source: [(match, text of the telling)]}}."""
    articles = {a["article_id"]: a for a in seeds.articles_by_place().values()}
    found = {}
    for row in seeds.rows("statements"):
        article = articles[row["article_id"]]
        told = (row["match"], " ".join(article["text"][row["start"] : row["end"]].split()))
        found.setdefault(row["statement"], {}).setdefault(article["source"], []).append(told)
    return found


@pytest.fixture(scope="module")
def reader(seeds):
    return open_reader(seeds.store)


def matches(statements, *words):
    """The weaker match of each pair of tellings in which each source writes the words that are its own."""
    order = ("reference", "verbatim", "trimmed", "reworded", "possible")
    return {
        max(one[0], other[0], key=order.index)
        for told in statements.values()
        for one, other in product(*(told.get(source, []) for source in SOURCES))
        if all(word in text for word, text in zip(words, (one[1], other[1]), strict=True))
    }


def test_both_tell_one_story(seeds):
    (story,) = seeds.rows("stories")
    assert (story["n_articles"], story["n_sources"]) == (2, 2)


def test_the_shared_quotation_is_trimmed_across_the_difference_in_spelling(statements):
    assert matches(statements, "cooperation as if nothing", "co-operation as if nothing") == {"trimmed"}


@pytest.mark.parametrize(
    ("what", "here", "there"),
    [
        ("who was appointed", "Volker Turk", "Volker Turk"),
        ("when the report came", "minutes before", "waning minutes"),
        ("what becomes of co-operation", "“in danger", "cannot co-operate with the UN human rights office"),
    ],
)
def test_what_both_tell_stands_together(statements, what, here, there):
    assert matches(statements, here, there) == {"reworded"}, what


def test_nothing_else_stands_together(statements):
    assert len(statements) == 4  # these three, and the quotation


def test_a_million_and_more_than_a_million_do_not_disagree(seeds):
    assert "conflicts" not in {row["match"] for row in seeds.rows("statements")}


def test_the_two_quotations_that_begin_alike_are_kept_apart(statements):
    assert matches(statements, "We cannot conduct", "We cannot, on the one hand") == set()


def test_what_is_shared_is_about_one_word_in_a_hundred_of_two_independent_texts(reader):
    (pair,) = shared_by_pairs(reader, EVERYTHING).to_pylist()
    assert ABOUT_ONE_IN_A_HUNDRED[0] <= max(pair["share_a"], pair["share_b"]) <= ABOUT_ONE_IN_A_HUNDRED[1]
    assert pair["reuse"] == "independent wording"
    assert len(set(text_of_each(reader, EVERYTHING).values())) == 2


def test_nothing_is_called_distinctive_of_one_article(reader):
    found = distinctive(reader, EVERYTHING, Counting())
    assert found.words["is_called"].to_pylist().count(True) == 0
    assert found.sources["why_not"].to_pylist() == ["few_articles"] * 2
