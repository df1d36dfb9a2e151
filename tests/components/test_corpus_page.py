"""Corpus: the receipt adds up, and what is set right is followed by every figure and can be taken back."""

import pytest

from components import session
from newscorpus.keep.corpus import private_corpus
from newscorpus.keep.decisions import read_decisions
from newscorpus.load.formats import names_of_formats
from tests.alphabet import tables, write_store
from tests.components.conftest import words_of

REJECTED = {
    "record": 0,
    "layout": "unknown",
    "outcome": "rejected",
    "reason": "empty",
    "detail": None,
    "article_id": None,
}


@pytest.fixture(autouse=True)
def _kept_here(monkeypatch, tmp_path):
    monkeypatch.setattr(session, "KEPT", tmp_path / "kept")


@pytest.fixture
def with_an_empty_file(tmp_path):
    rows = tables()
    rows["receipts"] = [*rows["receipts"], REJECTED | {"file": "nothing.txt"}]
    return write_store(tmp_path / "store", rows)


def test_the_receipt_says_what_came_in_and_why_something_was_set_aside(open_page, with_an_empty_file):
    page = open_page(with_an_empty_file, "corpus")

    assert "9 records came in: 8 kept as articles and 1 set aside with a reason. Nothing else was met." in words_of(
        page
    )
    row = page.dataframe[0].value.iloc[0]
    assert (row["file"], row["why"]) == ("nothing.txt", "There is nothing in it.")


def ticked(page, *rows):
    """The page with these rows of the articles ticked."""
    key = next(d.proto.id for d in page.dataframe if "correct-" in d.proto.id).rpartition("-correct-")[2]
    page.session_state[f"correct-{key}"] = {"selection": {"rows": list(rows), "columns": [], "cells": []}}
    return page.run()


def test_a_source_set_right_is_followed_by_every_figure_and_can_be_taken_back(open_page, alphabet):
    page = ticked(open_page(alphabet, "corpus"), 0, 1)  # the rows are in the order of their sources: a1 and a2
    page.selectbox(key="right_source").set_value("Bugle").run()
    page.button(key="set_right").click().run()

    (token,) = (folder.name for folder in session.KEPT.iterdir())
    made = read_decisions(private_corpus(session.KEPT, token)).corrections
    assert [(c.field, c.value, len(c.article_ids)) for c in made] == [("source", "Bugle", 2)]
    overview = open_page(alphabet, corpus=token)
    sources = overview.dataframe[0].value.set_index("source")["n_articles"]
    assert (sources["Abacus"], sources["Bugle"]) == (1, 4)  # Abacus had 3, Bugle 2

    page.button(key="take-back-0").click().run()
    assert read_decisions(private_corpus(session.KEPT, token)).corrections == ()


def test_what_one_reader_sets_right_in_a_shared_corpus_nobody_else_sees(open_page, alphabet):
    page = ticked(open_page(alphabet, "corpus"), 0)
    page.selectbox(key="right_source").set_value("Bugle").run()
    page.button(key="set_right").click().run()

    sources = open_page(alphabet).dataframe[0].value.set_index("source")["n_articles"]
    assert (sources["Abacus"], sources["Bugle"]) == (3, 2)


def test_a_reader_leaves_a_corpus_and_is_back_where_everybody_is(open_page, alphabet):
    page = ticked(open_page(alphabet, "corpus"), 0)
    page.selectbox(key="right_source").set_value("Bugle").run()
    page.button(key="set_right").click().run()

    next(button for button in page.button if button.label == "Leave this corpus").click().run()

    assert not page.exception
    assert "corpus" not in page.query_params
    assert "Leave this corpus" not in [button.label for button in page.button]


def test_any_file_may_be_dropped_and_the_page_says_what_is_read(open_page, alphabet):
    page = open_page(alphabet, "corpus")

    assert [list(uploader.proto.type) for uploader in page.get("file_uploader")] == [[], []]
    assert all(group in words_of(page) for group in names_of_formats())
