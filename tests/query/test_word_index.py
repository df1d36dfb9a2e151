"""Two articles of fourteen and twelve words, looked up in their index."""

import pytest

from newscorpus.query.connection import open_reader
from newscorpus.query.words.index import forms_under, read_words
from newscorpus.store import write
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


def test_forms_are_found_under_a_key(reader):
    assert forms_under(reader, "folded", ["cooperation"]) == ["co-operation", "cooperation"]
    assert forms_under(reader, "lemma", ["deal"]) == ["deal", "deals"]
    assert forms_under(reader, "form", ["nothing"]) == []


def test_rows_of_a_form_are_read_in_the_order_of_articles(reader):
    rows = [
        row for table in read_words(reader, ("form", "a", "starts"), ["deals", "deal"]) for row in table.to_pylist()
    ]

    assert [tuple(row.values()) for row in rows] == [("deal", 1, [4, 26, 60]), ("deal", 2, [2, 12]), ("deals", 2, [59])]


def test_a_word_that_nobody_uses_has_no_rows(reader):
    assert [rows.num_rows for rows in read_words(reader, ("form",), ["nothing"])] in ([], [0])
    assert list(read_words(reader, ("form",), [])) == []


def test_a_form_is_found_in_an_index_of_many_groups_of_rows(tmp_path, monkeypatch):
    monkeypatch.setattr(write, "N_ROWS_PER_GROUP_OF_PIECE", 4)
    monkeypatch.setattr(write, "N_ROWS_PER_GROUP", 4)
    text = "ant bee cat dog eel fox gnu hen"
    with_phrases = open_reader(open_store(write_corpus(tmp_path / "store", [Written("Abacus", text)] * 5)))
    groups = list(read_words(with_phrases, ("form", "a"), ["gnu"]))
    phrases = [
        row["form"] for rows in read_words(with_phrases, ("form", "a"), ["gnu hen"], (2,)) for row in rows.to_pylist()
    ]

    assert sum(rows.num_rows for rows in groups) == 5
    assert phrases == ["gnu hen"] * 5
