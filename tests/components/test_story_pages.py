"""Stories, Compare and Overlap: full, empty, with one article, and with hostile words."""

import html
import json
import re

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as text

from components import session
from components.charts.coverage import coverage_grid
from components.charts.overlap import Dot, overlap_grid
from components.charts.statements import MARKS, statement_matrix, statement_matrix_alt
from components.pages import compare, overlap, stories
from components.widgets.story import matrix, telling, told_lists
from components.widgets.story.compared_text import changed, in_common, told
from components.wording.pages import NO_MATCH
from newscorpus.query.story.wording import changes, common
from tests.alphabet import article_id
from tests.components.conftest import charts_of, words_of
from tests.dam import LABEL, tables, write_dam

PAGES = ("stories", "compare", "overlap")
PARTS = ("Statements", "Side by side", "By all, by one", "Other words", "Figures")
UNESCAPED = re.compile(r"(?<!\\)(!\[|\]\(|<img|http:)")
HOSTILE = '=HYPERLINK("http://stranger.invalid")<img src=x onerror=alert(1)>**![x](http://stranger.invalid/b.png)'
FORBIDDEN = re.compile(r"\b(omit\w*|leaves? out|left out by)\b", re.I)


@pytest.fixture(scope="session")
def dam(tmp_path_factory):
    return write_dam(tmp_path_factory.mktemp("dam") / "store")


def open_part(open_page, store, part):
    page = open_page(store, "compare")
    return page.segmented_control(key="part").set_value(part).run()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_about_a_story_opens(open_page, dam, name):
    page = open_page(dam, name)

    assert not page.exception
    assert not page.error
    assert page.title[0].value.lower() == name
    assert charts_of(page)
    said = [line for line in words_of(page).splitlines() if not line.startswith("Dates:")]  # the reader's own filter
    assert not FORBIDDEN.search("\n".join(said))


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_the_comparison_opens(open_page, dam, part):
    page = open_part(open_page, dam, part)

    assert not page.exception
    assert "3 articles of 3 sources: 3 independent texts." in words_of(page)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_about_a_story_says_when_nothing_fits(open_page, dam, name):
    page = open_page(dam, name, q="nowhere")

    assert not page.exception
    assert [info.value for info in page.info] == [NO_MATCH]


@pytest.mark.parametrize(
    ("name", "said"),
    [("stories", stories.NO_STORY), ("compare", compare.NO_STORY), ("overlap", overlap.NO_AGENCY)],
)
def test_one_article_alone_is_no_story_and_shares_nothing(open_page, dam, name, said):
    page = open_page(dam, name, pick=article_id("n1"))

    assert not page.exception
    assert charts_of(page) == []
    assert said in words_of(page)


@pytest.mark.parametrize("part", PARTS)
def test_one_article_of_a_story_is_read_by_itself(open_page, dam, part):
    page = open_page(dam, "compare", pick=article_id("k1"))
    page = page.segmented_control(key="part").set_value(part).run()

    assert not page.exception
    assert compare.ONE_SOURCE in [info.value for info in page.info]


def test_stories_names_who_has_articles_and_who_has_none(open_page, dam):
    said = words_of(open_page(dam, "stories", source=["Kestrel", "Lantern", "Mill"], to="2026-03-04"))

    assert "Articles here from Kestrel and Lantern. None here from Mill." in said
    assert "Left out: 1 article that belongs to no story." in said


def test_a_story_of_a_link_is_the_one_compared(open_page, dam):
    page = open_page(dam, "compare", story=LABEL)

    assert f"Story: {LABEL} ✕" in [button.label for button in page.button]
    assert page.selectbox[0].value == LABEL


def test_a_cell_of_a_link_shows_both_sentences(open_page, dam):
    page = open_page(dam, "compare", cell=["2", "Lantern"])
    shown = "".join(element.proto.body for element in page.get("html"))

    assert "<mark>Three</mark>" in shown
    assert "<mark>Two</mark>" in shown
    assert "conflicts" in words_of(page)


def test_the_filter_conflicts_opens_the_conflict_whatever_was_read_before(open_page, dam):
    page = open_page(dam, "compare", statements="conflicts", cell=["0", "Mill"])
    chosen = {box.label: box.value for box in page.selectbox}

    assert (chosen["Statement"], chosen["Source"]) == ("2", "Lantern")
    assert "<mark>Three</mark>" in "".join(element.proto.body for element in page.get("html"))


def test_a_cell_that_is_not_shown_any_more_gives_way_to_one_that_is(open_page, dam):
    page = open_page(dam, "compare", statements="quotations", cell=["2", "Lantern"])

    assert {box.label: box.value for box in page.selectbox}["Statement"] == "1"


def test_the_words_compared_with_are_said_to_be_so_and_never_word_for_word(open_page, dam):
    said = words_of(open_page(dam, "compare", cell=["2", "Kestrel"]))

    assert "W The others are compared with this wording of Kestrel. Beside it that of Lantern: conflicts" in said
    assert "word for word" not in said


def test_a_statement_of_one_source_is_compared_with_nothing(open_page, dam):
    page = open_page(dam, "compare", cell=[f"{article_id('m1')}-1", "Mill"])

    assert telling.ALONE in words_of(page)
    assert "judge-apart" not in [button.key for button in page.button]


def test_two_sources_have_no_filter_for_all_but_one(open_page, dam):
    page = open_page(dam, "compare", source=["Kestrel", "Lantern"])
    labels = [block.label for block in open_page(dam, "compare", source=["Kestrel", "Lantern"], part=PARTS[2]).expander]

    assert not [option for option in page.pills[0].options if "but one" in option]
    assert not [label for label in labels if "but one" in label]


def test_figures_and_other_words_show_only_differences_and_say_when_there_are_none(open_page, dam):
    both, one = ["Kestrel", "Lantern"], ["Lantern", "Mill"]
    figures, words = ({"part": part} for part in ("Figures", "Other words"))

    assert "**Two people** – **Three people**" in words_of(open_page(dam, "compare", source=both, **figures))
    assert "**crews** – **rescuers**" in words_of(open_page(dam, "compare", source=both, **words))
    assert told_lists.NO_DIFFERENCE in words_of(open_page(dam, "compare", source=one, **figures))
    assert told_lists.NO_SUBSTITUTION in words_of(open_page(dam, "compare", source=one, **words))


def test_what_is_not_found_is_said_so_with_the_nearest_sentence(open_page, dam):
    said = words_of(open_page(dam, "compare", cell=["4", "Mill"]))

    assert "Not found in Mill" in said
    assert "The nearest sentence it has, by the rarest words in common (“Bay”)" in said


def test_a_judgement_is_kept_with_a_corpus_of_the_readers_own_and_listed(open_page, dam, tmp_path, monkeypatch):
    monkeypatch.setattr(session, "KEPT", tmp_path)
    page = open_page(dam, "compare", cell=["2", "Lantern"])

    page.button(key="judge-apart").click().run()

    assert not page.exception
    (made,) = tmp_path.rglob("decisions.json")
    (act,) = json.loads(made.read_text())["statements"]
    assert (act["act"], act["place"][0], act["other"][0]) == ("apart", article_id("k1"), article_id("l1"))


def test_two_independent_write_ups_are_called_so(open_page, dam):
    page = open_page(dam, "overlap", pick=[article_id("k1"), article_id("l1")])

    assert "Two independent write-ups: they share 18 % of the shorter text" in words_of(page)


@pytest.mark.parametrize("name", PAGES)
def test_hostile_words_of_a_story_stand_where_nothing_reads_them(open_page, tmp_path, name):
    rows = tables()
    for row in rows["articles"]:
        row |= {"source": f"{row['source']}{HOSTILE}", "title": HOSTILE, "agency": HOSTILE}
    for row in (*rows["stories"], *rows["quotes"]):
        row |= {"label": HOSTILE, "speaker": HOSTILE, "verb": HOSTILE} if "quote" in row else {"label": HOSTILE}
    page = open_page(write_dam(tmp_path / "store", rows), name, story=HOSTILE)

    assert not page.exception
    read_as_markdown = [str(e.value) for e in (*page.markdown, *page.caption, *page.header, *page.subheader)]
    read_as_markdown += [button.label for button in page.button]
    assert not [said for said in read_as_markdown if UNESCAPED.search(said)]
    assert not [chart for chart in charts_of(page) if "<img" in chart]
    assert not [element for element in page.get("html") if "<img" in element.proto.body]


def test_a_cell_has_a_shape_a_letter_and_a_click_of_its_own():
    rows = [{"row": "0", "wording": "The <b>dam</b> opened", "source": "C&D", "speaker": None, "told_by": "1 of 2"}]
    cells = [{"row": "0", "source": "A&B", "match": "trimmed", "speaker": None, "verb": None, "n_tellings": 1}]
    trimmed, missing, labels = statement_matrix(rows, cells, ["A&B", "C"]).data

    assert (trimmed.text[0], trimmed.marker.symbol) == ("T", "square")
    assert missing.name == "– not found"
    assert trimmed.customdata[0] == "row=0&source=A%26B"
    assert labels.text[0] == "The &lt;b&gt;dam&lt;/b&gt; opened<br><i>words of C&amp;D · told by 1 of 2</i>"
    assert len({mark[:2] for mark in MARKS.values()}) == len(MARKS)
    assert "A&B trimmed" in statement_matrix_alt(rows, cells)


def test_a_bare_ring_says_that_there_is_no_article_here():
    cells = pa.Table.from_pylist(
        [
            {"story_label": "x", "source": "A", "n_articles": 2, "n_copied": 1},
            {"story_label": "x", "source": "B", "n_articles": 0, "n_copied": 0},
        ]
    )
    days = pa.Table.from_pylist(
        [{"story_label": "x", "day_first": None, "day_last": None, "n_sources": 1, "n_texts": 2}]
    )
    covered, missing, labels = coverage_grid(cells, days).data

    assert list(covered.text) == ["2"]
    assert covered.hovertext[0] == "x<br>A: 2 articles, 1 of them of one text with another source's"
    assert labels.text[0] == "x<br><i>date unknown · 1 source, 2 texts</i>"
    assert (missing.marker.symbol, missing.hovertext[0]) == ("circle-open", "x<br>B: no article here")


def test_a_dot_says_its_share():
    figure = overlap_grid({"a": "A", "b": "B"}, [Dot("a", "b", 0.25, 2)], "Shared")

    assert list(figure.data[0].text) == ["25 %"]
    assert "2 pairs of articles" in figure.data[0].hovertext[0]


def test_a_changed_wording_is_escaped_and_marked_with_more_than_colour():
    shown = changed(changes("He <i>never</i> said", "He said"))

    assert "<i>" not in shown
    assert "<ins>" in shown
    assert "&lt;i&gt;" in told("<i>", shown, "")


@given(text.text(max_size=40), text.text(max_size=40), text.integers(0, 40), text.integers(0, 40))
def test_marking_a_wording_changes_none_of_its_characters(here, other, start, length):
    shown = in_common(common(here, other), (start, start + length))

    assert html.unescape(re.sub(r"</?(?:span[^>]*|mark)>", "", shown)) == here


def test_a_dot_of_two_sources_narrows_the_pairs_of_articles_and_its_chip_opens_them(open_page, dam):
    page = open_page(dam, "overlap", between=["Mill", "Kestrel"])
    (chooser,) = [box for box in page.selectbox if str(box.label).endswith("share a passage")]
    assert chooser.label == "1 pair of articles share a passage"

    page.button(key="between-chip").click().run()

    assert not page.exception
    (chooser,) = [box for box in page.selectbox if str(box.label).endswith("share a passage")]
    assert chooser.label == "2 pairs of articles share a passage"


def test_the_articles_read_side_by_side_are_those_of_the_link(open_page, dam):
    page = open_page(dam, "compare", part="Side by side", beside=[article_id("m1"), article_id("l1")])

    (chooser,) = [box for box in page.multiselect if str(box.label).startswith("Articles")]
    assert chooser.value == [article_id("m1"), article_id("l1")]


def test_a_sentence_only_here_has_the_nearest_one_of_the_other_column(open_page, dam):
    page = open_page(dam, "compare", part="Side by side", beside=[article_id("l1"), article_id("m1")])
    lantern, mill = [element.proto.body for element in page.get("html") if "beside" in element.proto.body]

    assert "In Mill, by the rarest words in common (“Bay”): <q>The dam opened at dawn" in lantern.replace("\n", " ")
    assert "No sentence of the other columns shares a content word with it." in mill + lantern


def test_the_kinds_of_statements_are_counted_and_an_empty_one_says_why(open_page, dam):
    page = open_page(dam, "compare")
    (kinds,) = page.pills
    assert kinds.options[:4] == ["all (5)", "quotations (1)", "facts (4)", "with numbers (2)"]
    assert kinds.options[4:] == [
        "told by all (1)",
        "told by all but one (3)",
        "only in one source (1)",
        "conflicts (1)",
    ]

    page = open_page(dam, "compare", source=["Lantern", "Mill"], statements="conflicts")

    assert matrix.NOTHING_FITS["conflicts"] in [info.value for info in page.info]


def test_a_kind_of_statements_and_the_order_of_sources_travel_in_the_link(open_page, dam):
    page = open_page(dam, "compare", statements="conflicts", columns=["Mill", "Kestrel"])

    assert page.pills[0].value == "conflicts"
    (drawn,) = charts_of(page)
    assert json.loads(drawn)["layout"]["xaxis"]["ticktext"] == ["Mill", "Kestrel"]


def test_a_statement_is_made_one_with_another_that_the_reader_chooses(open_page, dam, tmp_path, monkeypatch):
    monkeypatch.setattr(session, "KEPT", tmp_path)
    page = open_page(dam, "compare", cell=["2", "Lantern"])
    page.session_state["merge-2"] = True
    page.run()
    (other,) = [box for box in page.selectbox if box.label == "The other statement"]
    other.set_value("4").run()

    page.button(key="judge-merge").click().run()

    assert not page.exception
    assert page.pills[0].options[0] == "all (4)"
