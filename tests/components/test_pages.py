"""Every page full, empty, broken, and with one article of each source."""

import json
import re

import pytest

from components.inert import in_label
from components.pages import methods
from components.places import PLACES, path_of
from components.widgets.shared.settings_file import settings_json
from components.wording.pages import NO_MATCH, ONE_EACH
from newscorpus.query.connection import open_reader
from newscorpus.query.selection import Selection
from newscorpus.register.measures import MEASURES
from newscorpus.register.procedures import STEPS
from newscorpus.statistics.rules import RULES
from newscorpus.store.read import open_store
from tests.alphabet import article_id, tables, write_store
from tests.components.conftest import PAGES, charts_of, words_of

N_CHARTS_OF_OVERVIEW = 5


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_a_full_corpus_opens(open_page, alphabet, name):
    page = open_page(alphabet, name)

    assert not page.exception
    assert not page.error
    assert page.title[0].value == PLACES[name]


@pytest.mark.parametrize("name", ["overview", "names", "read"])
def test_a_page_says_so_when_no_article_fits(open_page, alphabet, name):
    page = open_page(alphabet, name, q="nowhere")

    assert not page.exception
    assert [info.value for info in page.info] == [NO_MATCH]
    assert charts_of(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_damaged_store_is_named_and_nothing_of_it_shown(open_page, damaged, name):
    page = open_page(damaged, name)

    assert not page.exception
    assert charts_of(page) == []
    if name != "methods":
        assert "damaged" in page.error[0].value


def test_a_link_to_a_corpus_that_is_not_there_says_so(open_page, alphabet):
    page = open_page(alphabet, corpus="x" * 32)

    assert not page.exception
    assert "There is no corpus at this address" in page.error[0].value


def test_one_article_each_shows_the_articles_and_no_average(open_page, one_each):
    page = open_page(one_each)
    first_chart = json.loads(charts_of(page)[0])

    assert not page.exception
    assert ONE_EACH in [info.value for info in page.info]
    assert len(first_chart["data"][0]["customdata"]) == 3
    assert "customdata" not in first_chart["data"][1] or first_chart["data"][1]["customdata"] == []
    columns = page.dataframe[0].proto.column_order
    assert not [name for name in columns if "median" in name]


def test_overview_shows_the_figures_counted_by_hand(open_page, alphabet):
    page = open_page(alphabet)

    assert len(charts_of(page)) == N_CHARTS_OF_OVERVIEW
    shown = {metric.label: metric.value for metric in page.metric}
    assert shown["Articles"] == "8"
    assert shown["Sources"] == "3"
    assert shown["Words in all"] == "280"
    assert shown["Published"] == "2–9 Mar 2026"
    assert "and 1 of unknown source" in words_of(page)


def test_every_figure_says_what_it_is_made_of_and_what_is_left_out(open_page, alphabet):
    said = words_of(open_page(alphabet))

    assert "n = 7 articles. Left out: 1 article without words, where it is undefined." in said
    assert "n = 6 articles. Left out: 2 articles without a known date." in said


def test_every_chart_has_words_for_those_who_do_not_see_it(open_page, alphabet):
    for chart in open_page(alphabet).get("plotly_chart"):
        assert "Abacus" in chart.proto.alt or "Bay" in chart.proto.alt


def test_a_link_reopens_the_filters_and_shows_them_as_chips(open_page, alphabet):
    link = {"source": ["Abacus", "Nobody"], "words_from": "20", "from": "2026-03-03", "polarity": ["-1", "0.25"]}
    page = open_page(alphabet, **link)

    assert page.metric[0].value == "1"  # a3: 30 words, 9 March, -0.2; a2 has 0.3
    chips = [button.label for button in page.button if button.key and button.key.startswith("chip-")]
    assert chips == [
        "Source: Abacus ✕",
        "From 3 March 2026 ✕",
        "20 words or more ✕",
        "Word polarity −1.00 to +0.25 ✕",
    ]


def test_a_chip_takes_its_filter_away(open_page, alphabet):
    page = open_page(alphabet, source=["Abacus", "Bugle"])

    page.button(key="chip-source-Abacus").click().run()

    assert page.multiselect(key="source").value == ["Bugle"]
    assert page.metric[0].value == "2"


def test_all_chips_are_taken_away_at_once(open_page, alphabet):
    page = open_page(alphabet, source=["Abacus"], q="spoke", polarity=["-0.5", "1"], pick=[article_id("a1")])

    page.button(key="chips-all").click().run()

    assert page.metric[0].value == "8"
    assert page.slider(key="polarity").value == (-1.0, 1.0)


def test_sentence_tone_leads_and_word_polarity_is_one_click_away(open_page, alphabet):
    page = open_page(alphabet)
    leads, other = (in_label(MEASURES[key].cannot_say) for key in ("tone", "polarity"))
    assert leads in words_of(page)
    assert other not in words_of(page)

    page.session_state["tone_measure"] = "polarity"
    page.run()

    assert not page.exception
    assert other in words_of(page)


def test_a_range_of_sentence_tone_narrows_and_has_its_chip(open_page, alphabet):
    page = open_page(alphabet, tone=["0.1", "0.3"])  # a1 .2, a2 .1, u1 .3

    assert page.metric[0].value == "3"
    assert page.slider(key="tone").value == (0.1, 0.3)
    (chip,) = (button for button in page.button if button.label == "Sentence tone +0.10 to +0.30 ✕")
    chip.click().run()
    assert page.metric[0].value == "8"
    assert page.slider(key="tone").value == (-1.0, 1.0)


def test_a_table_stands_behind_a_chart_when_it_is_asked_for(open_page, alphabet):
    page = open_page(alphabet)
    before = len(page.dataframe)

    page.session_state["when-table"] = True
    page.run()

    assert not page.exception
    assert len(page.dataframe) == before + 1
    assert page.get("download_button")


def test_read_shows_one_article_with_what_was_found_and_cut(open_page, alphabet):
    page = open_page(alphabet, article=article_id("a1")).switch_page(path_of("read")).run()
    said = words_of(page)

    assert not page.exception
    assert "Title a1" in said
    assert "Photo: A. Alder" in said
    assert "2 March 2026" in said


def test_read_says_that_a_date_is_unknown(open_page, alphabet):
    page = open_page(alphabet, article=article_id("b2")).switch_page(path_of("read")).run()

    assert "Date: date unknown" in words_of(page)


def test_read_of_an_article_without_words_shows_undefined_values(open_page, alphabet):
    page = open_page(alphabet, article=article_id("c2")).switch_page(path_of("read")).run()

    assert not page.exception
    assert {metric.label: metric.value for metric in page.metric}["Word polarity"] == "–"
    assert "This article has no text." in words_of(page)


def test_read_of_an_article_that_is_not_there_says_so(open_page, alphabet):
    page = open_page(alphabet, article="0" * 16).switch_page(path_of("read")).run()

    assert not page.exception
    assert "There is no such article" in page.warning[0].value


def test_names_narrows_by_kind_and_shows_the_spellings(open_page, alphabet):
    page = open_page(alphabet, kind="place").switch_page(path_of("names")).run()

    assert not page.exception
    assert page.selectbox[0].options == ["Bay (place)"]
    assert "**One spelling**" in words_of(page)


def test_methods_says_of_every_measure_and_step_what_it_cannot_say(open_page, alphabet):
    page = open_page(alphabet, "methods")
    said = words_of(page)

    assert all(measure.cannot_say in said for measure in MEASURES.values())
    assert all(step.cannot_say in said for step in STEPS)
    assert all(rule in said for rule in methods.HOUSE_RULES)
    assert all(rule.says in said for rule in RULES)


def test_methods_has_a_paragraph_of_the_articles_chosen_to_paste(open_page, alphabet):
    page = open_page(alphabet, "methods", source=["Abacus"])

    assert "3 articles of 1 source, 60 words" in page.code[0].value
    assert page.get("download_button")


def test_a_search_narrows_methods_to_the_entries_that_hold_it(open_page, alphabet):
    page = open_page(alphabet, "methods")
    page.text_input(key="method").set_value("cohen").run()

    assert [expander.label.split(" ")[0] for expander in page.expander if "Agreement" in expander.label] == [
        "Agreement"
    ]
    assert MEASURES["n_words"].meaning not in words_of(page)
    assert "Cohen (1960)" in words_of(page)


def test_methods_has_no_paragraph_where_there_is_no_corpus(open_page, damaged):
    page = open_page(damaged, "methods")

    assert not page.code
    assert "There is no corpus to describe yet." in words_of(page)


UNESCAPED = re.compile(r"(?<!\\)(!\[|\]\(|<img|http:)")
HOSTILE = '=HYPERLINK("http://stranger.invalid")<img src=x onerror=alert(1)>**![x](http://stranger.invalid/b.png)'


@pytest.mark.parametrize("name", PAGES)
def test_hostile_words_stand_where_nothing_reads_them(open_page, tmp_path, name):
    rows = tables()
    for row in rows["articles"]:
        row |= {"source": HOSTILE, "title": HOSTILE, "agency": HOSTILE, "author": HOSTILE, "url": "javascript:1"}
    for row in rows["entities"]:
        row["name"] += HOSTILE
    page = open_page(write_store(tmp_path / "store", rows), name, source=HOSTILE, pick=article_id("a1"))

    assert not page.exception
    read_as_markdown = [str(e.value) for e in (*page.markdown, *page.caption, *page.header, *page.subheader)]
    read_as_markdown += [button.label for button in page.button]
    assert not [said for said in read_as_markdown if UNESCAPED.search(said)]
    assert not [chart for chart in charts_of(page) if "<img" in chart]


def test_read_opens_at_the_place_a_link_names_and_frames_it(open_page, alphabet):
    link = {"article": article_id("a1"), "at": "0-9"}
    page = open_page(alphabet, **link).switch_page(path_of("read")).run()
    shown = [element.proto.body for element in page.get("html")]

    assert not page.exception
    assert any(">Ann Alder</span>" in body and "spoke" not in body for body in shown if 'class="here"' in body)


@pytest.mark.parametrize("place", ["9-0", "0-999999", "a-b", "-", "1-99999999999999999999"])
def test_read_ignores_a_place_that_is_none(open_page, alphabet, place):
    page = open_page(alphabet, article=article_id("a1"), at=place).switch_page(path_of("read")).run()

    assert not page.exception
    assert "framed in the text" not in words_of(page)


def test_settings_for_a_table_hold_the_filters_and_the_paragraph(alphabet):
    reader = open_reader(open_store(alphabet))
    kept = json.loads(settings_json(reader, Selection(sources=("Abacus",))))

    assert kept["selection"] == {"source": ["Abacus"]}
    assert kept["chosen"]["articles"] == 3
    assert "3 articles of 1 source" in kept["paragraph"]
