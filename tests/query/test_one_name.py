"""How one name is treated, on the alphabet corpus with tones and texts of a few mentions written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.query.connection import open_reader
from newscorpus.query.names.modifiers import words_after, words_before
from newscorpus.query.names.one_name import labels_beside, prominence, sentences_towards, tone_towards
from newscorpus.query.selection import EVERYTHING, Selection
from newscorpus.store.read import open_store
from tests.alphabet import article_id, tables, write_store

ALDER, BAY = "Ann Alder (person)", "Bay (place)"


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    """Ann Alder in a1 twice (favourable; not clear), a2 (unfavourable), b1 (not asked); a2's headline names her."""
    rows = tables()
    tones = {("a1", 0): (1, 0.9), ("a1", 17): (None, 0.4), ("a2", 0): (-1, 0.8)}
    for row in rows["mentions"]:
        row["sentence"] = row["start"] // len("Ann Alder spoke. ")
        found = tones.get((row["article_id"].rstrip("0"), row["start"]))
        if found and row["surface"] == "Ann Alder":
            row |= {"towards": found[0], "towards_confidence": found[1]}
    for row in rows["articles"]:
        row["title"] = "Where ANN ALDER stands" if row["article_id"] == article_id("a2") else "Banning aldermen"
    return open_reader(open_store(write_store(tmp_path_factory.mktemp("one-name") / "store", rows)))


def test_tones_are_counted_by_source_and_the_others_are_not_asked(reader):
    (abacus, bugle) = tone_towards(reader, EVERYTHING, ALDER).to_pylist()

    assert [abacus[tone] for tone in ("favourable", "neutral", "unfavourable", "not clear")] == [1, 0, 1, 1]
    assert (abacus["n_asked"], abacus["n_mentions"], bugle["n_asked"], bugle["n_mentions"]) == (3, 3, 0, 1)


def test_the_sentences_behind_a_tone_are_shown_with_the_name_in_them(reader):
    (one,) = sentences_towards(reader, EVERYTHING, ALDER, "Abacus", "unfavourable", 5)

    assert (one.article_id, one.sentence, one.sentence[one.start : one.end]) == (
        article_id("a2"),
        "Ann Alder spoke.",
        "Ann Alder",
    )
    assert sentences_towards(reader, EVERYTHING, ALDER, "Abacus", "<nothing>", 5) == []


def test_where_a_name_stands_adds_up_to_the_articles_that_name_it(reader):
    (abacus, bugle) = prominence(reader, EVERYTHING, ALDER).to_pylist()

    # Every article of the alphabet begins with its names. "Banning aldermen" is not Ann Alder.
    assert (abacus["n_articles"], abacus["n_headline"], abacus["n_lead"], abacus["n_tail"]) == (2, 1, 2, 0)
    assert (bugle["n_articles"], bugle["n_headline"], bugle["n_lead"]) == (1, 0, 1)


def test_a_name_that_nobody_chosen_names_has_no_rows(reader):
    nobody = Selection(sources=("Courier",))

    assert tone_towards(reader, nobody, ALDER).num_rows == 0
    assert prominence(reader, nobody, ALDER).num_rows == 0
    assert labels_beside(reader, nobody, ALDER).num_rows == 0


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("The union leader ", "union leader"),
        ("said Mr ", "Mr"),
        ("It ended. Harbour Master ", "Harbour Master"),
        ("She said, ", ""),
        ("told ", ""),
        ("line one\n", ""),
        ("", ""),
    ],
)
def test_words_before_a_name_go_back_to_the_nearest_small_word_or_mark(before, words):
    assert words_before(f"{before}Roe spoke", len(before)) == words


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (", the harbour master, spoke", "the harbour master"),
        (" (a Socialist) spoke", "a Socialist"),
        (", who spoke, left", ""),
        (", speaking softly, left", ""),
        (", 34, spoke", ""),
        (" spoke, then left.", ""),
        ("", ""),
    ],
)
def test_words_behind_a_name_are_an_apposition_and_no_clause(after, words):
    assert words_after(f"Roe{after}", len("Roe")) == words


@given(st.text(max_size=200), st.integers(0, 200))
def test_any_text_has_neighbours_that_stand_in_it(text, place):
    at = min(place, len(text))

    assert words_after(text, at) in text[at:]
    assert all(word in text[:at] for word in words_before(text, at).split())
