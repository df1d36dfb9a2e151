"""A batch of articles: the tables that come out, whatever goes in."""

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscorpus.analyse.batch import analyse_batch
from newscorpus.tables.catalogue import ANALYSED

TEXTS = [
    "“We go,” said Jane Roe. It is good.\n\nRoe left Oslo.",
    "",
    "Der Gemeinderat stimmte am Dienstag gegen den Bau einer neuen Brücke über den Fluss.",
    "The UN met in Geneva. The UN was not happy with Norway.",
]


def batch(texts):
    ids = [f"{number:016x}" for number in range(len(texts))]
    columns = {"article_id": ids, "title": ["Good news"] * len(texts), "text": texts}
    return analyse_batch(pa.table({name: pa.array(values, pa.string()) for name, values in columns.items()}))


@pytest.fixture(scope="module")
def tables():
    return batch(TEXTS)


def test_counts_are_those_done_by_hand(tables):
    first = tables["measures"].to_pylist()[0]
    # We go said Jane Roe / It is good / Roe left Oslo: 11 words, 2 of them in quotation marks, 3 sentences.
    assert (first["n_words"], first["n_sentences"], first["n_characters"]) == (11, 3, len(TEXTS[0]))
    assert first["share_quoted"] == pytest.approx(2 / 11)
    # TextBlob's list: good .7, left 0; the mean of both.
    assert first["polarity"] == 0.35
    assert first["n_quotes"] == 1
    assert first["n_mentions"] == 3


def test_each_voice_has_its_words_and_its_tone_and_the_headline_its_own(tables):
    first = tables["measures"].to_pylist()[0]
    # We go / said Jane Roe + It is good + Roe left Oslo: 2 words quoted, 9 of the outlet's own.
    assert (first["n_words_quoted"], first["n_words_reported"], first["n_words_own"]) == (2, 0, 9)
    # Own: said Jane Roe 0, It is good .7, Roe left Oslo 0; the mean of the three. Nothing is reported.
    assert first["polarity_own"] == pytest.approx(0.7 / 3)
    assert first["polarity_reported"] is None
    assert first["polarity_headline"] == 0.7
    stretches = tables["stretches"].to_pylist()[:2]
    assert [(row["sentence"], row["voice"], TEXTS[0][row["start"] : row["end"]]) for row in stretches] == [
        (0, "quoted", "“We go,”"),
        (0, "own", "said Jane Roe."),
    ]


def test_the_quotation_has_its_speaker_and_verb(tables):
    quote = tables["quotes"].to_pylist()[0]
    assert (quote["type"], quote["speaker"], quote["verb"], quote["verb_class"]) == (
        "direct",
        "Jane Roe",
        "say",
        "neutral",
    )
    assert quote["text"] == "“We go,”"


def test_a_name_has_its_sentence_and_voice_and_a_tone_where_the_outlet_speaks():
    text = "Mayor Ann Lee lied and betrayed her voters. “Ann Lee is a liar,” said Tom Poe."
    mentions = batch([text])["mentions"].to_pylist()

    assert [(row["surface"], row["sentence"], row["voice"]) for row in mentions] == [
        ("Ann Lee", 0, "own"),
        ("Ann Lee", 1, "quoted"),
        ("Tom Poe", 1, "own"),
    ]
    assert mentions[0]["towards"] == -1
    assert 0.7 <= mentions[0]["towards_confidence"] <= 1
    assert (mentions[1]["towards"], mentions[1]["towards_confidence"]) == (
        None,
        None,
    )  # whoever says so, not the outlet


def test_the_words_of_the_voices_add_up_to_those_of_the_article(tables):
    for row in tables["measures"].to_pylist():
        assert row["n_words_own"] + row["n_words_reported"] + row["n_words_quoted"] == row["n_words"]


def test_an_empty_text_has_no_measures_but_counts_of_nought(tables):
    empty = tables["measures"].to_pylist()[1]
    assert (empty["n_characters"], empty["n_words"], empty["n_sentences"], empty["n_mentions"]) == (0, 0, 0, 0)
    assert {empty[name] for name in ("polarity", "subjectivity", "tone", "reading_ease", "share_quoted")} == {None}
    assert empty["language"] == "und"


def test_english_lists_have_nothing_to_say_of_german(tables):
    german = tables["measures"].to_pylist()[2]
    assert (german["language"], german["n_words"]) == ("de", 14)
    assert {german[name] for name in ("polarity", "subjectivity", "tone", "reading_ease")} == {None}


def test_surfaces_and_sentences_stand_at_their_offsets(tables):
    texts = {f"{number:016x}": text for number, text in enumerate(TEXTS)}
    for row in tables["mentions"].to_pylist():
        assert texts[row["article_id"]][row["start"] : row["end"]] == row["surface"]
    sentences = tables["sentences"].to_pylist()
    assert [texts[row["article_id"]][row["start"] : row["end"]] for row in sentences[:3]] == [
        "“We go,” said Jane Roe.",
        "It is good.",
        "Roe left Oslo.",
    ]


def test_tables_have_their_columns_even_when_empty():
    for tables in (batch([]), batch([""]), batch(TEXTS[:1])):
        assert {name: table.schema for name, table in tables.items()} == ANALYSED


def test_an_article_s_rows_do_not_depend_on_the_others(tables):
    for number, text in enumerate(TEXTS):
        alone = batch([text])
        for name, table in tables.items():
            rows = [row for row in table.to_pylist() if row["article_id"] == f"{number:016x}"]
            assert [row | {"article_id": f"{0:016x}"} for row in rows] == alone[name].to_pylist()


@settings(max_examples=40, deadline=None)
@given(st.text())
def test_any_text_is_measured(text):
    measures = batch([text])["measures"].to_pylist()[0]
    assert measures["n_characters"] == len(text)
    assert measures["share_quoted"] is None or 0 <= measures["share_quoted"] <= 1
    words = sum(measures[f"n_words_{voice}"] for voice in ("own", "reported", "quoted"))
    assert words <= measures["n_words"]  # a word that a quotation mark cuts in two is counted with neither part
