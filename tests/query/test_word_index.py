"""Two articles of fourteen and twelve words, looked up in their index."""

import pytest

from newscorpus.query.connection import open_reader
from newscorpus.query.selection import EVERYTHING, Selection
from newscorpus.query.word_index import forms_that, forms_under, uses_of
from newscorpus.store.read import open_store
from tests.written_corpus import Written, write_corpus

FIRST = "The deal was signed. “The deal isn’t over,” he said. The US deal on co-operation."
SECOND = "A deal. The deal was signed in the U.S. by us. Cooperation deals."


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    articles = [
        Written("Abacus", FIRST, quoted=("“The deal isn’t over,”",)),
        Written("Bugle", SECOND, shared=("The deal was signed in",)),
    ]
    return open_reader(open_store(write_corpus(tmp_path_factory.mktemp("words") / "store", articles)))


def starts(reader, selection, *forms):
    return [(row["article_id"][:4], row["start"]) for row in uses_of(reader, selection, forms).to_pylist()]


def test_forms_are_found_under_a_key(reader):
    assert forms_under(reader, "folded", ["cooperation"]) == ["co-operation", "cooperation"]
    assert forms_under(reader, "lemma", ["deal"]) == ["deal", "deals"]
    assert forms_under(reader, "form", ["nothing"]) == []


def test_forms_are_found_by_what_they_look_like(reader):
    assert forms_that(reader, lambda form: form.startswith("s")) == ["said", "signed"]
    assert forms_that(reader, lambda key: key == "unitedstates", "folded") == ["US", "u.s."]


def test_every_use_stands_at_its_place_in_the_order_of_the_text(reader):
    assert starts(reader, EVERYTHING, "deal", "deals") == [
        ("0001", 4), ("0001", 26), ("0001", 60), ("0002", 2), ("0002", 12), ("0002", 59),
    ]  # fmt: skip
    assert [row["position"] for row in uses_of(reader, EVERYTHING, ["deal"]).to_pylist()] == [1, 5, 12, 1, 3]


def test_a_selection_of_articles_leaves_their_uses(reader):
    assert starts(reader, Selection(sources=("Bugle",)), "deal") == [("0002", 2), ("0002", 12)]


def test_shared_sentences_can_be_left_out_or_looked_at_alone(reader):
    assert starts(reader, Selection(passages="own", sources=("Bugle",)), "deal") == [("0002", 2)]
    assert starts(reader, Selection(passages="shared"), "deal") == [("0002", 12)]


def test_a_word_that_nobody_uses_has_no_uses(reader):
    assert uses_of(reader, EVERYTHING, ["nothing"]).num_rows == uses_of(reader, EVERYTHING, []).num_rows == 0
