"""Charts that compare sources: medians with their lines, pulled medians, two sources story by story."""

from datetime import date

import pyarrow as pa
import pytest

from components.charts.dots import LINE_WIDTH, OPACITY, PALE, dots
from components.charts.pairs import dumbbells, dumbbells_alt
from components.theme import INK, inked
from newscorpus.register.measures import MEASURES

LENGTH = MEASURES["n_words"]
NO_BOX = dict.fromkeys(("low", "q1", "q3", "high"))
SOURCES = pa.Table.from_pylist(
    [
        {"source": "Many", "n": 40, "median": 300.0, "median_low": 250.0, "median_high": 420.0, "shrunk": 301.0}
        | NO_BOX,
        {"source": "Few", "n": 3, "median": 900.0, "median_low": None, "median_high": None, "shrunk": 500.0} | NO_BOX,
        {"source": "One", "n": 1, "median": None, "median_low": None, "median_high": None, "shrunk": None} | NO_BOX,
    ]
)
NO_ARTICLES = pa.table(
    {name: pa.array([], kind) for name, kind in (("article_id", pa.string()), ("source", pa.string()))}
    | {"title": pa.array([], pa.string()), "day": pa.array([], pa.date32()), "value": pa.array([], pa.float64())}
)
STORIES = pa.Table.from_pylist(
    [
        {"story": "<b>Dam</b>", "day": date(2026, 3, 2), "value_a": 100.0, "value_b": 60.0},
        {"story": "Port", "day": None, "value_a": 80.0, "value_b": 90.0},
    ]
)
PAIR = ("Heron", "<i>Ibis</i>")


def test_a_median_has_a_line_where_there_is_an_interval():
    medians = dots(SOURCES, NO_ARTICLES, LENGTH, boxed=False).data[1]

    assert list(medians.x) == [300, 900]
    assert list(medians.error_x.array) == [120, 0]
    assert list(medians.error_x.arrayminus) == [50, 0]
    assert medians.error_x.thickness == LINE_WIDTH
    assert medians.text[0].endswith("250 to 420")
    assert " to " not in medians.text[1]


def test_only_small_sources_have_a_pulled_median():
    diamonds = dots(SOURCES, NO_ARTICLES, LENGTH, boxed=False).data[2]

    assert list(diamonds.x) == [500]
    assert "3 articles" in diamonds.text[0]


def test_without_small_sources_there_are_no_diamonds():
    assert len(dots(SOURCES.slice(0, 1), NO_ARTICLES, LENGTH, boxed=False).data) == 2


def test_a_story_is_a_line_between_the_marks_of_two_sources():
    between, first, second = dumbbells(STORIES, PAIR, LENGTH).data

    assert list(between.x) == [100, 60, None, 80, 90, None]
    assert (list(first.x), list(second.x)) == ([100, 80], [60, 90])
    assert first.marker.symbol != second.marker.symbol
    assert (second.name, first.text[1]) == (
        "&lt;i&gt;Ibis&lt;/i&gt;",
        "Port<br>Heron, latest date unknown<br>Length: 80",
    )


def test_words_of_files_are_escaped_on_the_axis():
    assert dumbbells(STORIES, PAIR, LENGTH).layout.yaxis.ticktext[0] == "&lt;b&gt;Dam&lt;/b&gt;"


def test_the_words_for_a_chart_of_two_sources_hold_its_numbers():
    assert dumbbells_alt(STORIES, PAIR, LENGTH).endswith("on 2 shared stories. <b>Dam</b>: 100 and 60; Port: 80 and 90")


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_lines_and_diamonds_take_the_ink_of_the_ground(ground):
    _, medians, diamonds = inked(dots(SOURCES, NO_ARTICLES, LENGTH, boxed=False), ground).data

    assert medians.error_x.color == diamonds.marker.color == INK[ground]


def test_the_dots_of_two_chosen_sources_stand_out():
    articles = pa.Table.from_pylist(
        [
            {"article_id": short, "source": source, "title": None, "day": None, "value": 1.0}
            for short, source in (("1", "Many"), ("2", "Few"), ("3", "One"))
        ]
    )

    shown = dots(SOURCES, articles, LENGTH, boxed=False, lit=("Many", "One")).data[0].marker.opacity

    assert list(shown) == [OPACITY, PALE, OPACITY]
    assert dots(SOURCES, articles, LENGTH, boxed=False).data[0].marker.opacity == OPACITY
