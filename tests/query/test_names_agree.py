"""A name has one count: whatever asks for it, under whatever is chosen."""

from datetime import date

import pytest

from newscorpus.query.chosen import ask
from newscorpus.query.connection import open_reader
from newscorpus.query.names.counts import name_count, name_counts, names_by_source, spellings
from newscorpus.query.names.one_name import prominence, tone_towards
from newscorpus.query.selection import EVERYTHING, Selection
from newscorpus.query.sources.choices import choices

ALL_NAMES = 1_000
N_FREQUENT, N_RARE = 8, 3  # of the names looked at one by one; each costs five questions
SELECTIONS = {
    "everything": EVERYTHING,
    "one source": Selection(sources=("Harbor Ledger",)),
    "two sources": Selection(sources=("Coast Brief", "The Averne Record")),
    "days": Selection(date_from=date(2024, 1, 1), date_to=date(2025, 6, 30)),
    "long articles": Selection(words_from=300),
    "a word": Selection(text="ferry"),
    "own sentences": Selection(passages="own"),
    "shared sentences": Selection(passages="shared"),
}


@pytest.fixture(scope="module")
def opened(example):
    return open_reader(example.store)


@pytest.mark.parametrize("selection", SELECTIONS.values(), ids=SELECTIONS.keys())
def test_every_question_about_a_name_gives_one_count(opened, selection):
    named = name_counts(opened, selection, ALL_NAMES).table.to_pylist()
    assert named
    named = named[:N_FREQUENT] + named[-N_RARE:]
    labels = tuple(row["name_label"] for row in named)
    by_source = names_by_source(opened, selection, labels).table.to_pylist()
    for row in named:
        label, counted = row["name_label"], (row["n_mentions"], row["n_articles"])
        cells = [cell for cell in by_source if cell["name_label"] == label]
        one = name_count(opened, selection, label)
        assert (one.n_mentions, one.n_articles) == counted
        assert (sum(c["n_mentions"] for c in cells), sum(c["n_articles"] for c in cells)) == counted
        assert sum(spellings(opened, selection, label)["n_mentions"].to_pylist()) == counted[0]
        assert sum(tone_towards(opened, selection, label)["n_mentions"].to_pylist()) == counted[0]
        assert sum(prominence(opened, selection, label)["n_articles"].to_pylist()) == counted[1]
        assert len({cell["source"] for cell in cells if cell["n_mentions"]}) == row["n_sources"]


def test_a_label_is_of_one_name_alone(opened):
    labels = opened.rows("SELECT name_label FROM names")["name_label"].to_pylist()

    assert len(labels) == len(set(labels))


def test_filters_offer_names_with_the_articles_that_choosing_them_leaves(opened):
    for label, n_articles in choices(opened).names.items():
        left = ask(opened, Selection(names=(label,)), "SELECT count(*) AS n FROM chosen")["n"].to_pylist()

        assert left == [n_articles]
