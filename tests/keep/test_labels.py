"""Answers of a reader are kept, replaced, taken back; what was answered after the method's answer is known as such."""

import pytest

from newscorpus.keep.corpus import new_corpus
from newscorpus.keep.labels import (
    MAX_LABELS,
    keep_label,
    labels_of,
    labels_table,
    mark_seen,
    read_labels,
    take_back_label,
)
from newscorpus.query.checking.sample import Item

ITEM = Item((("a" * 16, 3, 9),), (), (("voice", "quoted"),))
PAIR = Item((("a" * 16, 3, 9), ("b" * 16, 0, 4)), (), (("statement", "trimmed"),))


@pytest.fixture
def corpus(tmp_path):
    return new_corpus(tmp_path)


def only(corpus):
    (label,) = read_labels(corpus)
    return label


def test_without_answers_there_are_none(corpus):
    assert read_labels(corpus) == ()


def test_an_answer_is_kept_with_what_the_method_said_then(corpus):
    keep_label(corpus, "voice", ITEM, "own")

    assert (only(corpus).answer, only(corpus).method, only(corpus).name) == ("own", (("voice", "quoted"),), ITEM.name)
    assert only(corpus).is_blind
    assert not only(corpus).is_seen


def test_a_second_answer_replaces_the_first(corpus):
    keep_label(corpus, "voice", ITEM, "own")
    keep_label(corpus, "voice", ITEM, "reported")

    assert only(corpus).answer == "reported"


def test_one_place_can_be_judged_for_two_things(corpus):
    keep_label(corpus, "voice", ITEM, "own")
    keep_label(corpus, "sentence", ITEM, "neutral")

    assert labels_of(read_labels(corpus), "voice")[ITEM.name].answer == "own"
    assert labels_of(read_labels(corpus), "sentence")[ITEM.name].answer == "neutral"


def test_an_answer_given_after_the_methods_was_shown_is_not_blind(corpus):
    keep_label(corpus, "voice", ITEM, "own")
    mark_seen(corpus, "voice", {ITEM.name})
    assert only(corpus).is_blind

    keep_label(corpus, "voice", ITEM, "quoted")

    assert not only(corpus).is_blind


def test_taking_back_does_not_make_the_reader_blind_again(corpus):
    keep_label(corpus, "voice", ITEM, "own")
    mark_seen(corpus, "voice", {ITEM.name})
    take_back_label(corpus, "voice", ITEM.name)
    assert only(corpus).answer is None

    keep_label(corpus, "voice", ITEM, "quoted")

    assert not only(corpus).is_blind


def test_an_answer_taken_back_before_anything_was_shown_is_gone(corpus):
    keep_label(corpus, "voice", ITEM, "own")
    take_back_label(corpus, "voice", "another")
    take_back_label(corpus, "voice", ITEM.name)

    assert read_labels(corpus) == ()


def test_beyond_the_limit_answers_are_replaced_and_not_added(corpus, monkeypatch):
    monkeypatch.setattr("newscorpus.keep.labels.MAX_LABELS", 1)
    keep_label(corpus, "voice", ITEM, "own")
    keep_label(corpus, "statement", PAIR, "same")
    keep_label(corpus, "voice", ITEM, "quoted")

    assert only(corpus).answer == "quoted"
    assert MAX_LABELS > 1


def test_a_file_says_what_the_method_said_only_where_it_was_shown(corpus):
    keep_label(corpus, "voice", ITEM, "own")
    keep_label(corpus, "statement", PAIR, "same")
    mark_seen(corpus, "statement", {PAIR.name})
    of_voice, of_pair = labels_table(read_labels(corpus), {ITEM.places[0]: "the dam"}).to_pylist()

    assert (of_voice["your_answer"], of_voice["method_voice"], of_voice["text_1"]) == ("own", None, "the dam")
    assert (of_pair["method_statement"], of_pair["article_id_2"], of_pair["end_2"]) == ("trimmed", "b" * 16, 4)
    assert (of_voice["article_id_2"], of_voice["start_2"], of_pair["text_2"]) == (None, None, None)
