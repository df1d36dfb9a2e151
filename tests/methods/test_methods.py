"""Everything the page Methods says is whole: every number is there, every work it names, every setting of a paper."""

import json

import pytest

from newscorpus.methods.entry import GROUPS
from newscorpus.methods.paragraph import paragraph, selection_in_words
from newscorpus.methods.references import REFERENCES
from newscorpus.methods.settings import PACKAGES, as_plain, settings, versions
from newscorpus.methods.whole import BY_GROUP, ENTRIES, cited_by, found
from newscorpus.query.connection import open_reader
from newscorpus.query.selection import EVERYTHING, Selection
from newscorpus.register.accuracy import ACCURACY
from newscorpus.register.measures import MEASURES
from newscorpus.register.procedures import STEPS
from newscorpus.steps.code_key import LIBRARIES_OF_ROOM
from newscorpus.store.read import open_store
from tests.alphabet import tables, write_store

UNMEASURED_GROUPS = {
    "From files to articles",
    "Names",
    "Quotations and voices",
    "Stories and statements",
    "Shared text",
}
"""Groups of steps, which find things: they have no unit."""


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    return open_reader(open_store(write_store(tmp_path_factory.mktemp("methods") / "store")))


def test_every_measure_step_and_accuracy_has_one_entry():
    keys = [entry.key for entry in ENTRIES]

    assert len(keys) == len(set(keys))
    assert set(keys) >= {*MEASURES, *(step.key for step in STEPS)}
    assert set(ACCURACY) <= {entry.accuracy_key or entry.key for entry in ENTRIES}


def test_every_group_has_entries_and_every_entry_a_group():
    assert all(BY_GROUP[group] for group in GROUPS)
    assert sum(map(len, BY_GROUP.values())) == len(ENTRIES)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_an_entry_says_what_it_is_and_what_it_cannot_say(entry):
    assert entry.label and entry.meaning.endswith(".") and entry.cannot_say.endswith(".")
    assert set(entry.references) <= set(REFERENCES)


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.unit], ids=lambda entry: entry.key)
def test_a_number_has_a_formula_and_the_least_it_is_shown_from(entry):
    assert entry.formula
    assert entry.least or entry.key == "collocates"


def test_every_reference_is_named_by_an_entry():
    assert {work.cited for work in cited_by(ENTRIES)} == {work.cited for work in REFERENCES.values()}


def test_numbers_without_unit_are_steps():
    assert {entry.group for entry in ENTRIES if not entry.unit} <= {*UNMEASURED_GROUPS, "Tone", "Comparing sources"}


def test_a_search_finds_by_author_data_set_and_word_and_nothing_by_nonsense():
    assert "tone" in [entry.key for entry in found("gilbert")]
    assert "quotations" in [entry.key for entry in found("polnear DIRECT")]
    assert found("") == ENTRIES
    assert found("xyzzy") == ()


def test_the_settings_name_every_library_that_decides_figures():
    deciding = {library for libraries in LIBRARIES_OF_ROOM.values() for library in libraries}

    assert deciding <= set(PACKAGES)
    assert deciding <= set(versions())


def test_the_settings_are_counted_by_hand(reader):
    plain = as_plain(settings(reader, EVERYTHING))

    assert plain["chosen"] | {"languages": {"en": 8}} == plain["chosen"]
    assert (plain["chosen"]["articles"], plain["chosen"]["sources"], plain["chosen"]["words"]) == (8, 3, 280)
    assert (plain["chosen"]["undated"], plain["chosen"]["articles_of_unknown_source"]) == (2, 1)
    assert (plain["chosen"]["first_day"], plain["chosen"]["last_day"]) == ("2026-03-02", "2026-03-09")
    assert plain["selection"] == {}
    assert json.loads(json.dumps(plain)) == plain


def test_the_paragraph_holds_the_corpus_the_choice_and_the_versions(reader):
    said = paragraph(settings(reader, Selection(sources=("Abacus",), passages="own")))

    assert "8 records gave 8 articles." in said
    assert "articles chosen by: source: Abacus." in said
    assert "3 articles of 1 source, 60 words, published 2026-03-02 to 2026-03-09; language: en 3;" in said
    assert "left out of every figure" in said
    assert f"vaderSentiment {versions()['vaderSentiment']}" in said
    assert f"Fingerprint of the corpus: {reader.fingerprint}." in said


def test_the_paragraph_says_what_was_set_aside_and_why(tmp_path):
    rows = tables()
    lost = {"file": "x.pdf", "record": 0, "layout": "unknown", "outcome": "rejected", "reason": "not_text"}
    rows["receipts"] = [*rows["receipts"], lost, lost | {"file": "y.pdf"}]
    said = paragraph(settings(open_reader(open_store(write_store(tmp_path / "store", rows))), EVERYTHING))

    assert "2 records set aside (It is not text inside, whatever its name says)" in said
    assert "All articles were used." in said


def test_every_side_of_a_selection_is_said():
    chosen = Selection(("A",), ("S",), ("N",), ("en",), ("x",), None, None, 1, 2, (-1.0, 0.25), (-0.5, 0.5), "dam")

    assert selection_in_words(chosen) == (
        "source: A; story: S; naming: N; language: en; 1 article picked by hand; 1 words or more; 2 words or fewer; "
        "sentence tone from -1 to 0.25; word polarity from -0.5 to 0.5; text or headline holding: dam"
    )
    assert selection_in_words(EVERYTHING) == ""
