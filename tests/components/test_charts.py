"""Charts as pure functions: values in, figure out."""

from datetime import date
from urllib.parse import parse_qs

import pyarrow as pa
import pytest

from components.charts.dots import dots, dots_alt
from components.charts.names import name_bars, name_grid, name_grid_alt
from components.charts.timeline import last_day, timeline
from components.theme import INK, inked
from newscorpus.register.measures import MEASURES

POLARITY = MEASURES["polarity"]
NO_INTERVAL = {"median_low": None, "median_high": None, "shrunk": None}
SOURCES = pa.Table.from_pylist(
    [
        {"source": "Abacus", "n_articles": 3, "n": 3, "median": 0.1, "low": None, "q1": None, "q3": None, "high": None}
        | NO_INTERVAL,
        {
            "source": "<b>Bugle</b>",
            "n_articles": 1,
            "n": 1,
            "median": None,
            "low": -1.0,
            "q1": -0.5,
            "q3": 0.5,
            "high": 1.0,
        }
        | NO_INTERVAL,
    ]
)
ARTICLES = pa.Table.from_pylist(
    [
        {"article_id": "1", "source": "Abacus", "title": "A <i>title</i>", "day": date(2026, 3, 2), "value": 0.1},
        {"article_id": "2", "source": "Abacus", "title": None, "day": None, "value": 0.1},
        {"article_id": "3", "source": "Abacus", "title": "x", "day": None, "value": 0.9},
        {"article_id": "4", "source": "<b>Bugle</b>", "title": "y", "day": None, "value": -0.2},
    ]
)
CELLS = pa.Table.from_pylist(
    [
        {"source": "Abacus", "name_label": "Bay (place)", "n_mentions": 4, "n_articles": 2, "per_thousand": 6.66},
        {"source": "Bugle", "name_label": "Bay (place)", "n_mentions": 0, "n_articles": 0, "per_thousand": None},
    ]
)


def test_each_article_is_a_dot_that_stands_for_itself():
    articles, medians = dots(SOURCES, ARTICLES, POLARITY, boxed=False).data

    assert list(articles.x) == [0.1, 0.1, 0.9, -0.2]
    assert [parse_qs(mark)["pick"] for mark in articles.customdata] == [["1"], ["2"], ["3"], ["4"]]
    assert list(medians.x) == [0.1]  # the other source has no median


def test_dots_of_one_value_stand_apart_within_their_row():
    articles = dots(SOURCES, ARTICLES, POLARITY, boxed=False).data[0]

    assert articles.y[0] != articles.y[1]
    assert all(abs(height) < 0.5 for height in articles.y[:3])
    assert -1.5 < articles.y[3] < -0.5


def test_boxes_are_drawn_from_quantiles_that_were_reckoned_before():
    box = dots(SOURCES, ARTICLES.slice(0, 0), POLARITY, boxed=True).data[1]

    assert (list(box.q1), list(box.q3), list(box.lowerfence), list(box.upperfence)) == ([-0.5], [0.5], [-1.0], [1.0])


def test_words_of_files_are_escaped_in_figures():
    figure = dots(SOURCES, ARTICLES, POLARITY, boxed=False)

    assert "&lt;b&gt;Bugle" in figure.layout.yaxis.ticktext[1]
    assert figure.data[0].text[0].startswith("A &lt;i&gt;title")


def test_an_article_without_a_headline_or_date_says_so():
    assert (
        dots(SOURCES, ARTICLES, POLARITY, boxed=False)
        .data[0]
        .text[1]
        .startswith("without a headline<br>Abacus, date unknown")
    )


def test_axes_carry_the_unit_and_the_number_of_articles():
    figure = dots(SOURCES, ARTICLES, POLARITY, boxed=False)

    assert figure.layout.xaxis.title.text == "from −1 to +1"
    assert figure.layout.yaxis.ticktext[0] == "Abacus (3)"


def test_the_words_for_a_chart_hold_its_numbers():
    assert "Abacus: 3 articles, median +0.10" in dots_alt(SOURCES, POLARITY)
    assert "Bay (place) in Bugle: 0" in name_grid_alt(CELLS, "n_mentions")


def test_a_cell_shows_its_number_zero_as_zero_and_undefined_as_a_dash():
    assert list(name_grid(CELLS, "n_mentions").data[0].text) == ["4", "0"]
    assert list(name_grid(CELLS, "per_thousand").data[0].text) == ["6.7", "–"]
    assert name_grid(CELLS, "n_mentions").data[0].marker.size[1] == 0


def test_a_cell_stands_for_its_name_and_source():
    assert parse_qs(name_grid(CELLS, "n_mentions").data[0].customdata[0]) == {
        "name": ["Bay (place)"],
        "source": ["Abacus"],
    }


def test_bars_run_from_the_most_mentioned_down():
    names = pa.table({"name_label": ["Bay (place)", "Ann (person)"], "n_mentions": [5, 4], "n_articles": [3, 3]})
    figure = name_bars(names)

    assert list(figure.data[0].x) == [4, 5]  # Plotly counts rows from below
    assert list(figure.layout.yaxis.ticktext) == ["Ann (person)", "Bay (place)"]


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("day", date(2026, 3, 2), date(2026, 3, 2)),
        ("week", date(2026, 3, 2), date(2026, 3, 8)),
        ("month", date(2024, 2, 1), date(2024, 2, 29)),
        ("month", date(2026, 12, 1), date(2026, 12, 31)),
        ("year", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_mark_in_time_stands_for_its_whole_period(period, start, end):
    table = pa.Table.from_pylist([{"source": "Abacus", "start": start, "n_articles": 2}])

    assert last_day(start, period) == end
    assert parse_qs(timeline(table, period).data[0].customdata[0]) == {"from": [str(start)], "to": [str(end)]}


def test_an_empty_table_gives_an_empty_figure():
    assert timeline(pa.table({"source": [], "start": [], "n_articles": []}), "day").data[0].x == ()
    assert dots(SOURCES.slice(0, 0), ARTICLES.slice(0, 0), POLARITY, boxed=False).data[0].x == ()


def test_words_of_a_figure_take_the_ink_of_the_ground():
    figure = inked(dots(SOURCES, ARTICLES, POLARITY, boxed=False), "dark")

    assert figure.layout.xaxis.tickfont.color == INK["dark"]
    assert figure.data[1].marker.line.color == INK["dark"]
    assert figure.layout.shapes[0].line.color == INK["dark"]
