"""Moving articles between stories, as a reader does it on the pages; the corpus is that of tests/dam.py."""

import json
import time

import pytest

from components import session
from components.pages import compare, stories
from components.widgets.story import moving
from newscorpus.keep.builds import build_state
from newscorpus.keep.corpus import new_corpus, private_corpus, shared_corpus
from newscorpus.keep.decisions import move, move_to_new
from newscorpus.query.story.articles import StoryAt
from newscorpus.store.read import open_store
from tests.alphabet import article_id
from tests.components.conftest import words_of
from tests.dam import LABEL, STORY, write_dam

K1, L1, M1, N1 = (article_id(short) for short in ("k1", "l1", "m1", "n1"))
BAKERY = "The bakery"


@pytest.fixture(scope="session")
def dam(tmp_path_factory):
    return write_dam(tmp_path_factory.mktemp("dam") / "store")


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.setattr(session, "KEPT", tmp_path / "kept")
    return tmp_path / "kept"


@pytest.fixture
def mine(dam, kept, tmp_path):
    """A private corpus that begins as the dam corpus."""
    return new_corpus(kept, shared_corpus(dam, tmp_path))


def controls(page, kind, begins):
    return [element for element in getattr(page, kind) if str(element.label).startswith(begins)]


def with_first_ticked(page, dam):
    """The page with the first article in no story ticked; the runner forgets this from run to run."""
    page.session_state[f"to-move-{open_store(dam).fingerprint}-None"] = {
        "selection": {"rows": [0], "columns": [], "cells": []}
    }
    return page


def test_articles_are_ticked_and_moved_to_a_story_of_the_readers_own(open_page, dam, kept):
    page = open_page(dam, "stories")
    page.session_state["move-from-None"] = True
    page.run()
    (target,) = controls(page, "selectbox", "Move to")
    target.set_value(moving.NEW)
    with_first_ticked(page, dam).run()
    (name,) = controls(page, "text_input", "Name of the new story")
    assert name.value == "Title n1"
    name.set_value(BAKERY)
    with_first_ticked(page, dam).run()
    (button,) = controls(page, "button", "Move 1 article")
    button.click()
    with_first_ticked(page, dam).run()

    assert not page.exception
    (made,) = kept.rglob("decisions.json")
    (act,) = json.loads(made.read_text())["moves"]
    assert (act["article_ids"], act["label"], act["is_own"]) == ([N1], BAKERY, True)
    said = words_of(page)
    assert "2 stories, told by 4 articles." in said
    assert "belongs to no story" not in said


def test_a_move_is_listed_on_corpus_and_taken_back(open_page, dam, mine):
    move_to_new(mine, [N1, M1], BAKERY)
    page = open_page(dam, "corpus", corpus=mine.token)
    assert f"Story of “Title m1” and 1 other: “{BAKERY}”" in words_of(page)

    page.button(key="take-back-moves-0").click().run()

    assert not page.exception
    assert BAKERY not in words_of(page)


def test_a_moved_article_is_left_out_of_the_comparison_and_named(open_page, dam, mine):
    move(mine, [N1], StoryAt(STORY, LABEL, is_own=False, articles=(K1,)))
    page = open_page(dam, "compare", corpus=mine.token)
    said = words_of(page)

    assert not page.exception
    assert "3 articles of 3 sources: 3 independent texts." in said
    assert "1 article was moved here, and not compared with the others yet: “Title n1” (Mill)." in said
    assert moving.NO_FILES in said  # the store of this test was opened without files


def test_comparing_again_starts_a_build_of_the_readers_own_corpus(open_page, kept, tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text("The dam above Bay was opened at dawn on Monday.", "utf-8")
    base = shared_corpus(tmp_path / "articles", tmp_path / "built")
    write_dam(base.store)
    corpus = new_corpus(kept, base)
    move(corpus, [N1], StoryAt(STORY, LABEL, is_own=False, articles=(K1,)))
    page = open_page(base.store, "compare", corpus=corpus.token)

    page.button(key="compare-now").click().run()

    assert not page.exception
    choices = json.loads((corpus.folder / "choices.json").read_text())
    assert choices["moves"][0]["article_ids"] == [N1]
    while build_state(corpus).state == "running":
        time.sleep(0.1)
    assert build_state(corpus).state == "done"
    assert private_corpus(kept, corpus.token).store == corpus.folder / "store"


def test_one_article_in_a_story_of_its_own_is_read_by_itself(open_page, dam, mine):
    move_to_new(mine, [N1], BAKERY)
    page = open_page(dam, "compare", corpus=mine.token, story=BAKERY)

    assert not page.exception
    assert compare.ONE_SOURCE in [info.value for info in page.info]


def test_a_corpus_without_a_story_offers_to_put_articles_together(open_page, dam, mine):
    move(mine, [K1, L1, M1], None)
    page = open_page(dam, "stories", corpus=mine.token)

    assert stories.NO_STORY in [info.value for info in page.info]
    assert "4 articles in no story, and moving them" in [block.label for block in page.expander]


def test_read_says_which_story_an_article_tells_and_moves_it_out(open_page, dam, kept):
    page = open_page(dam, "read", article=M1)
    assert f"Story: {LABEL}" in words_of(page)
    page.session_state[f"move-{M1}"] = True
    page.run()
    (target,) = controls(page, "selectbox", "Move to")
    target.set_value(moving.NONE).run()
    (button,) = controls(page, "button", "Move 1 article")

    button.click().run()

    assert not page.exception
    assert "Story: none" in words_of(page)
    (made,) = kept.rglob("decisions.json")
    assert json.loads(made.read_text())["moves"][0]["story_id"] is None
