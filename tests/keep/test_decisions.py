"""A reader's decisions are remembered, listed, taken back, and the later one wins."""

import json

import pytest

from newscorpus.compare.stories.moves import Move
from newscorpus.keep.corpus import new_corpus
from newscorpus.keep.decisions import (
    change_verb_classes,
    choose_columns,
    correct,
    correct_speaker,
    judge_statement,
    judged,
    let_in,
    move,
    move_to_new,
    moves,
    overlay,
    read_decisions,
    set_right,
    take_back,
    write_choices,
)
from newscorpus.query.story.articles import StoryAt
from newscorpus.query.story.judgements import Judged


@pytest.fixture
def corpus(tmp_path):
    return new_corpus(tmp_path)


def test_without_decisions_there_is_nothing_to_overlay(corpus):
    assert read_decisions(corpus).corrections == ()
    assert overlay(read_decisions(corpus)).num_rows == 0


def test_a_correction_of_many_articles_overlays_each(corpus):
    correct(corpus, ["b", "a", "b"], "source", "The Courier")

    assert overlay(read_decisions(corpus)).to_pylist() == [
        {"article_id": "a", "field": "source", "value": "The Courier"},
        {"article_id": "b", "field": "source", "value": "The Courier"},
    ]


def test_the_later_correction_wins_and_taking_it_back_brings_the_earlier_one(corpus):
    correct(corpus, ["a"], "source", "First")
    correct(corpus, ["a"], "source", "Second")
    assert overlay(read_decisions(corpus))["value"].to_pylist() == ["Second"]

    take_back(corpus, 1)

    assert overlay(read_decisions(corpus))["value"].to_pylist() == ["First"]


def test_unknown_can_be_said(corpus):
    correct(corpus, ["a"], "source", None)

    assert overlay(read_decisions(corpus)).to_pylist() == [{"article_id": "a", "field": "source", "value": None}]


def test_a_date_is_kept_as_a_moment_in_utc(corpus):
    correct(corpus, ["a"], "published_at", "2026-03-04")

    assert overlay(read_decisions(corpus))["value"].to_pylist() == ["2026-03-04T00:00:00+00:00"]


@pytest.mark.parametrize(("column", "value"), [("published_at", "yesterday"), ("title", "A title")])
def test_what_cannot_be_corrected_is_refused(corpus, column, value):
    with pytest.raises(ValueError):
        correct(corpus, ["a"], column, value)

    assert read_decisions(corpus).corrections == ()


def test_choices_are_written_as_the_build_reads_them(corpus):
    choose_columns(corpus, {"text": "Story"})
    let_in(corpus, [("b.csv", 2), ("a.csv", 1), ("a.csv", 1)])

    assert json.loads(write_choices(corpus).read_text()) == {
        "columns": {"text": "Story"},
        "let_in": [["a.csv", 1], ["b.csv", 2]],
        "moves": [],
    }


def test_a_corrected_speaker_is_remembered_and_taken_back(corpus):
    correct_speaker(corpus, [("b", 1), ("a", 0), ("b", 1)], "  Ann   Alder ")
    correct_speaker(corpus, [("a", 0)], None)
    assert set_right(read_decisions(corpus)).speakers == (("a", 0, None), ("b", 1, "Ann Alder"))

    take_back(corpus, 1, "speakers")

    assert set_right(read_decisions(corpus)).speakers == (("a", 0, "Ann Alder"), ("b", 1, "Ann Alder"))


def test_a_speaker_needs_a_name_and_a_verb_a_known_class(corpus):
    with pytest.raises(ValueError, match="name"):
        correct_speaker(corpus, [("a", 0)], " \n ")
    with pytest.raises(ValueError, match="nice"):
        change_verb_classes(corpus, {"say": "nice"})

    assert set_right(read_decisions(corpus)).key == ""


def test_the_later_class_of_a_verb_wins(corpus):
    change_verb_classes(corpus, {"say": "hedged", "add": "neutral"})
    change_verb_classes(corpus, {"say": "hostile"})
    assert set_right(read_decisions(corpus)).verb_classes == (("add", "neutral"), ("say", "hostile"))

    take_back(corpus, 2, "verb_classes")

    assert dict(set_right(read_decisions(corpus)).verb_classes)["say"] == "hedged"


def test_decisions_of_an_earlier_version_without_speakers_are_read(corpus):
    (corpus.folder / "decisions.json").write_text('{"corrections": [], "columns": {"text": "Story"}, "let_in": []}')

    assert read_decisions(corpus).columns == {"text": "Story"}
    assert read_decisions(corpus).speakers == ()


def test_judgements_of_statements_are_kept_in_order_and_taken_back(corpus):
    one, other = ("a", 0, 5), ("b", 2, 9)
    judge_statement(corpus, "same", one, other)
    judge_statement(corpus, "apart", one, other)
    assert judged(read_decisions(corpus)) == (Judged("same", one, other), Judged("apart", one, other))

    take_back(corpus, 0, "statements")

    assert [act.act for act in judged(read_decisions(corpus))] == ["apart"]
    with pytest.raises(ValueError, match="lost"):
        judge_statement(corpus, "lost", one, other)


def test_a_moved_article_is_remembered_and_taken_back(corpus):
    move(corpus, ["b", "a"], StoryAt("s1", "The dam", is_own=False, articles=("k", "l")))
    move(corpus, ["a"], None)
    to_the_dam, out_of_all = Move(("a", "b"), "s1", None, ("k", "l")), Move(("a",), None)
    assert moves(read_decisions(corpus)) == (to_the_dam, out_of_all)

    take_back(corpus, 0, "moves")

    assert moves(read_decisions(corpus)) == (out_of_all,)


def test_a_story_of_the_readers_own_has_a_name_and_goes_to_the_build(corpus):
    move_to_new(corpus, ["a"], "  The  bakery ")
    (made,) = json.loads(write_choices(corpus).read_text())["moves"]

    assert (made["article_ids"], made["label"], len(made["story_id"])) == (["a"], "The bakery", 16)
    with pytest.raises(ValueError, match="name"):
        move_to_new(corpus, ["a"], " ")
