"""The page Voices: full, empty, with one article each, with hostile words, and with a speaker set right."""

import json
import re

import pytest

from components import session
from components.charts.voices import speaker_grid, verb_grid, voice_bars, voice_bars_alt
from components.inert import point_of
from components.places import path_of
from components.wording.pages import NO_MATCH, ONE_EACH
from components.wording.voices import CLASS_ORDER, CLASSES
from newscorpus.query.connection import open_reader
from newscorpus.query.quotations.attributions import SPEAKER_KIND_WORDS
from newscorpus.query.quotations.counts import EVERY_QUOTATION, speakers_by_source, verb_classes
from newscorpus.query.quotations.verbs import VERB_CLASSES
from newscorpus.query.quotations.voices import words_by_voice
from newscorpus.query.selection import EVERYTHING
from newscorpus.store.read import open_store
from tests.alphabet import article_id, tables, write_store
from tests.components.conftest import charts_of, words_of

ALDER = "Ann Alder (person)"
UNESCAPED = re.compile(r"(?<!\\)(!\[|\]\(|<img|http:)")
HOSTILE = '=HYPERLINK("http://stranger.invalid")<img src=x onerror=alert(1)>**![x](http://stranger.invalid/b.png)'


@pytest.fixture(scope="module")
def reader(alphabet):
    return open_reader(open_store(alphabet))


@pytest.fixture
def kept(monkeypatch, tmp_path):
    """Private corpora go to a folder of this test."""
    monkeypatch.setattr(session, "KEPT", tmp_path / "kept")


def cards_of(page):
    return [element.proto.body for element in page.get("html")]


def test_bars_are_a_hundred_percent_long_and_carry_the_words(reader):
    figure = voice_bars(words_by_voice(reader, EVERYTHING).table)

    assert [sum(pieces) for pieces in zip(*(trace.x for trace in figure.data), strict=True)] == pytest.approx([100] * 4)
    assert "Abacus: 83 % own voice, 8 % reported, 8 % quoted" in voice_bars_alt(
        words_by_voice(reader, EVERYTHING).table
    )
    assert {trace.marker.pattern.shape for trace in figure.data} == {"", "/", "x"}  # not by colour alone


def test_a_mark_stands_for_its_speaker_and_source(reader):
    marks = speaker_grid(speakers_by_source(reader, EVERYTHING, EVERY_QUOTATION, 5), "n_quotes").data[0]
    shown = dict(zip(marks.customdata, marks.text, strict=True))

    assert shown[point_of(source="Abacus", speaker=ALDER)] == "2"
    assert shown[point_of(source="Courier", speaker=ALDER)] == "·"


def test_a_verb_cell_names_its_verbs(reader):
    table = verb_classes(reader, EVERYTHING, EVERY_QUOTATION, "source", 5)
    marks = verb_grid(table, "source", {name: CLASSES[name] for name in CLASS_ORDER}).data[0]
    hover = dict(zip(marks.customdata, marks.hovertext, strict=True))

    assert hover[point_of(verb_class="hostile", source="Abacus")].endswith("1 quotation of 4<br>warn 1")


def test_every_class_of_verb_is_explained():
    assert set(VERB_CLASSES) < set(CLASSES)
    assert set(CLASSES) == set(CLASS_ORDER)


def test_the_page_says_what_its_figures_are_made_of(open_page, alphabet):
    page = open_page(alphabet, "voices")
    said = words_of(page)

    assert not page.exception
    assert len(charts_of(page)) == 3
    assert "n = 7 quotations in 5 articles. 1 with nobody named; 1 unsure;" in said
    assert "Quoted most: Cade Union (organisation), 2 quotations in 2 sources." in said
    assert "n = 7 articles. Left out: 1 article without words" in said


def test_the_page_without_articles_says_so(open_page, alphabet):
    page = open_page(alphabet, "voices", q="nowhere")

    assert not page.exception
    assert [info.value for info in page.info] == [NO_MATCH]


def test_the_page_of_articles_without_quotations_says_so(open_page, alphabet):
    page = open_page(alphabet, "voices", pick=article_id("c2"))

    assert not page.exception
    assert "No quotation fits." in words_of(page)
    assert "None of these articles has words." in words_of(page)


def test_one_article_each_is_said_to_be_one(open_page, one_each):
    page = open_page(one_each, "voices")

    assert not page.exception
    assert ONE_EACH in [info.value for info in page.info]


@pytest.mark.parametrize("look", ["By one source only", "Verbs by source", "Verbs by speaker"])
def test_every_look_opens(open_page, alphabet, look):
    page = open_page(alphabet, "voices")

    page.session_state["look"] = look
    page.run()

    assert not page.exception
    assert "n = 7 quotations" in words_of(page)


def test_a_cell_opens_its_quotations_and_unsure_ones_look_unsure(open_page, alphabet):
    page = open_page(alphabet, "voices", cell=point_of(source="Abacus", verb_class="no verb"))
    (card,) = [body for body in cards_of(page) if "nobody named" in body]

    assert "**1 quotation**" in words_of(page)
    assert "? unsure, may be wrong" in card
    assert '<span class="told">a1word5</span>' in card


def test_a_cell_that_nobody_can_read_is_ignored(open_page, alphabet):
    page = open_page(alphabet, "voices", cell="evil=1&%%%")

    assert not page.exception
    assert "**7 quotations**" in words_of(page)


def test_a_speaker_is_set_right_every_figure_follows_and_it_is_taken_back(open_page, alphabet, reader, kept):
    page = open_page(alphabet, "voices", cell=point_of(source="Abacus", verb_class="no verb"))
    key = f"{article_id('a1')}-1-{reader.fingerprint}"
    page.session_state[f"right-{key}"] = True
    page.run()
    page.selectbox(key=f"speaker-{key}").select(ALDER).run()

    page.button(key=f"set-{key}").click().run()

    assert not page.exception
    assert any("speaker set right by you" in body for body in cards_of(page))
    assert "1 corrected by you" in words_of(page)
    assert "Speaker of 1 quotation (“Title a1”): Ann Alder (person)" in words_of(page)

    page.button(key="take-back-speakers-0").click().run()

    assert "corrected by you" not in words_of(page)


def test_the_list_of_verbs_opens_with_what_is_met_first(open_page, alphabet):
    page = open_page(alphabet, "voices")

    page.session_state["verb-list-open"] = True
    page.run()

    assert not page.exception
    first = page.dataframe[-1].value.iloc[0]
    assert (first["verb"], first["verb_class"], first["n_quotes"]) == ("say", "neutral", 4)


def test_hostile_speakers_and_verbs_stand_where_nothing_reads_them(open_page, tmp_path):
    rows = tables()
    for row in rows["quotes"]:
        row |= {"speaker": HOSTILE, "verb": HOSTILE, "entity_id": None}
    for row in rows["articles"]:
        row |= {"source": HOSTILE, "title": HOSTILE}
    for row in rows["texts"]:
        row["text"] = (HOSTILE * 9)[: len(row["text"])]
    store = write_store(tmp_path / "store", rows)
    speaker = f"{HOSTILE} ({SPEAKER_KIND_WORDS['DESCRIBED']})"

    for cell in (point_of(source=HOSTILE, speaker=speaker), point_of(source=HOSTILE, verb_class="neutral")):
        page = open_page(store, "voices", cell=cell, source=HOSTILE)
        assert not page.exception
        read_as_markdown = [str(e.value) for e in (*page.markdown, *page.caption, *page.subheader)]
        read_as_markdown += [button.label for button in page.button]
        assert not [said for said in read_as_markdown if UNESCAPED.search(said)]
        assert not [chart for chart in charts_of(page) if "<img" in json.loads(json.dumps(chart))]
        assert not [body for body in cards_of(page) if "<img" in body]


def test_tone_can_be_that_of_the_outlets_own_words(open_page, alphabet):
    page = open_page(alphabet)
    page.session_state["whose_words"] = "own"
    page.run()
    said = words_of(page)

    assert not page.exception
    assert "Of what the outlet says in its own voice." in said
    # Own words of Abacus: 0.2 0.1 -0.1; the other five articles are not measured.
    assert "n = 3 articles. Left out: 5 articles without words in this voice, where it is undefined." in said


def test_read_marks_voices_and_attributions_and_names_speaker_and_verb(open_page, alphabet):
    page = open_page(alphabet, article=article_id("a1")).switch_page(path_of("read")).run()
    page.session_state["marks"] = ["Voices", "Attributions"]
    page.run()
    text = cards_of(page)[-1]

    assert not page.exception
    assert 'class="told voice-quoted" title="Ann Alder (person) · say (neutral); quoted"' in text
    assert "<sup>1</sup>" in text
    assert "<sup>? 2</sup>" in text
    assert "Words: own voice 5, reported 0 and quoted 5." in words_of(page)


def test_names_asks_no_tone_of_a_place_and_says_so(open_page, alphabet):
    page = open_page(alphabet, "names")

    assert not page.exception
    assert "Not asked: only persons and organisations" in words_of(page)


@pytest.mark.parametrize("look", ["Where in the article", "Words beside it"])
def test_names_shows_where_a_name_stands_and_what_stands_beside_it(open_page, alphabet, look):
    page = open_page(alphabet, "names")
    page.session_state["name_look"] = look
    page.run()

    assert not page.exception


def test_the_tone_towards_a_name_opens_its_sentences(open_page, tmp_path):
    rows = tables()
    for row in rows["mentions"]:
        row |= {"sentence": 0, "towards": 1, "towards_confidence": 0.9}
    store = write_store(tmp_path / "store", rows)
    page = open_page(store, "names", towards=point_of(source="Abacus", towards="favourable"))
    page.session_state["name"] = [ALDER]
    page.run()

    assert not page.exception
    assert "**Abacus: favourable**" in words_of(page)
    assert "4 of 4 mentions have a clear tone" in words_of(page)
    assert any('<span class="speaker">Ann Alder</span>' in body for body in cards_of(page))
