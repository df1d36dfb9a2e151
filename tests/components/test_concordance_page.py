"""The page Concordance on four short articles: what it says of a search, in each of its four views."""

import json
from datetime import UTC, datetime

import pyarrow as pa
import pytest

from components.charts.dispersion import dispersion_alt
from components.charts.trend import N_SOURCES_DRAWN, drawn_sources, trend, trend_alt
from components.pages import concordance as page_module
from components.widgets.words.lines import lines_html
from components.wording.concordance import forms_words, sorted_words, unread_words
from newscorpus.query.concordance.lines import LINE_SCHEMA, Concordance
from tests.alphabet import write_store
from tests.components.conftest import charts_of, words_of
from tests.written_corpus import Written, indexed, rows_of

HOSTILE = "<img src=x onerror=1> [x](y) & river"
ARTICLES = [
    Written("Abacus", "The river dam holds. River water, dam wall."),
    Written("Bugle", "A river dam leaks. The dam by the river."),
    Written("Bugle", "The harbour report. Reports of labor."),
    Written(HOSTILE, f"{HOSTILE} dam."),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    rows = rows_of(ARTICLES)
    for number, row in enumerate(rows["articles"], start=1):
        row |= {"published_at": datetime(2026, 3, number, tzinfo=UTC), "n_characters": 50, "title": HOSTILE}
    folder = tmp_path_factory.mktemp("concordance")
    return write_store(folder / "store", rows | indexed(rows, folder / "scratch"))


def html_of(page):
    return "".join(element.proto.body for element in page.get("html"))


def test_an_empty_page_says_how_to_begin(open_page, store):
    page = open_page(store, "concordance")

    assert not page.exception
    assert page.info[0].value == page_module.BEGIN
    assert page.expander[0].proto.expanded


def open_found(open_page, store, **parameters):
    """The page with the search typed: a link's own parameters are of the page it opens first."""
    page = open_page(store, "concordance")
    page.text_input(key="find").set_value(parameters.pop("find"))
    page.run()
    for key, value in parameters.items():
        page.session_state[key] = value
    return page.run()


def test_hits_are_counted_and_stand_in_lines_with_links(open_page, store):
    page = open_found(open_page, store, find="labour OR report*")

    assert not page.exception
    assert "3 hits in 1 of 4 articles." in words_of(page)
    assert "labour stands for labor." in words_of(page)
    assert "report* stands for report, reports." in words_of(page)
    shown = html_of(page)
    assert 'href="read?article=0003000000000000&amp;at=12-18">report</a>' in shown
    assert '<td class="behind"><div>. Reports of labor.</div>' in shown
    rows = page.dataframe[0].value
    assert (rows["source"][0], rows["n_hits"][0]) == ("Bugle", 3)


@pytest.mark.parametrize("typed", ["(dam", '"dam', "/dam", "/(/", "*", "dam NEAR/0 river", "a " * 50])
def test_a_search_that_cannot_be_read_is_answered_in_words(open_page, store, typed):
    page = open_found(open_page, store, find=typed)

    assert not page.exception
    assert not page.error
    assert len(page.warning) == 1
    assert charts_of(page) == []


def test_a_search_without_hits_says_so(open_page, store):
    said = words_of(open_found(open_page, store, find="nowhere"))

    assert "No word of this corpus is nowhere." in said
    assert "Nothing was found." in said


def test_each_view_shows_its_figure_with_its_base(open_page, store):
    strips = open_found(open_page, store, find="dam", show="where in the articles")
    over_time = open_found(open_page, store, find="dam", show="over time")
    beside = open_found(open_page, store, find="dam", show="words beside")

    for page in (strips, over_time, beside):
        assert not page.exception
    assert len(json.loads(charts_of(strips)[0])["data"][0]["customdata"]) == 5
    assert "n = 3 articles with a hit." in words_of(strips)
    assert "per 1,000 words, by day" in charts_of(over_time)[0]
    assert "n = 4 articles." in words_of(over_time)
    assert list(beside.dataframe[1].value["shown"]) == ["river", "dam"]  # dams stand near dams
    assert "n = 5 hits in 4 articles read." in words_of(beside)


def test_hostile_text_stands_as_it_is_written(open_page, store):
    page = open_found(open_page, store, find="dam", show="where in the articles")
    lines = html_of(open_found(open_page, store, find="dam"))

    assert "<img" not in charts_of(page)[0]
    assert "<img" not in lines
    assert "&lt;img src=x onerror=1&gt; [x](y) &amp; river" in lines


def test_lines_keep_the_filters_of_the_page_in_their_links():
    row = {"article_id": 'a"b', "source": "S", "title": None, "day": None, "start": 1, "end": 3}
    table = pa.Table.from_pylist([row | {"left": "“", "node": "<b>", "right": "&"}], LINE_SCHEMA)
    shown = lines_html(table, {"source": ["A & B", "C"]})

    assert 'href="read?source=A+%26+B&amp;source=C&amp;article=a%22b&amp;at=1-3"' in shown
    assert "“" in shown
    assert "&lt;b&gt;" in shown
    assert "date unknown" in shown
    assert "without a headline" in shown


def answer(**known):
    usual = {"n_hits": 3, "n_articles": 2, "n_sorted": 3, "n_searched": 5, "n_chosen": 5, "looked_up": ()}
    return Concordance(pa.table({}), **(usual | known))


def test_what_was_not_read_sorted_or_looked_up_is_said():
    assert unread_words(answer()) == sorted_words(answer()) == forms_words(answer()) == ""
    assert "Of 9,000 articles, 5 were searched" in unread_words(answer(n_chosen=9_000))
    assert "The order is of 10,000 of 30,000 hits" in sorted_words(answer(n_hits=30_000, n_sorted=10_000))
    said = forms_words(answer(looked_up=(("*a", tuple("abcdefghij"), 7),)))
    assert said.startswith("*a stands for a, b, c, d, e, f, g, h and 2 more. 7 rarer words fit")


POINT = {"n_hits": 1, "n_articles": 1, "n_articles_of_source": 1, "n_words_of_source": 10, "per_thousand": 100.0}


def test_a_line_breaks_where_a_source_wrote_nothing():
    days = [datetime(2026, 3, day).date() for day in (1, 2, 3)]
    rows = [{"source": "A", "start": day} | POINT for day in (days[0], days[2])] + [
        {"source": "B", "start": days[1]} | POINT
    ]
    drawn = trend(pa.Table.from_pylist(rows), "day", "<b>dam")

    assert list(drawn.data[0].x) == days
    assert list(drawn.data[0].y) == [100.0, None, 100.0]
    assert list(drawn.data[1].y) == [None, 100.0, None]
    assert not drawn.data[0].connectgaps
    assert "&lt;b&gt;dam" in drawn.layout.title.text
    assert "A, 1 March 2026: 100.00 (1 hit)" in trend_alt(pa.Table.from_pylist(rows), "day", "dam")


def test_as_many_lines_are_drawn_as_can_be_told_apart():
    day = datetime(2026, 3, 1).date()
    rows = [{"source": f"S{n}", "start": day} | POINT | {"n_articles_of_source": n} for n in range(1, 10)]
    table = pa.Table.from_pylist(rows)

    assert drawn_sources(table) == [f"S{n}" for n in range(9, 9 - N_SOURCES_DRAWN, -1)]
    assert len(trend(table, "day", "dam").data) == N_SOURCES_DRAWN


def test_strips_are_told_to_those_who_do_not_see_them():
    strips = pa.Table.from_pylist([{"source": "A", "title": None, "shares": [0.25, 0.5]}])

    assert dispersion_alt(strips).endswith("A, without a headline: 2 hits, the first 25 % into the text")
