"""Which source has articles on which story."""

import math
from datetime import date
from typing import Any, Final

import plotly.graph_objects as go

from components.charts import rows as layout
from components.charts.rows import columns_of, labels_above
from components.charts.tables import Table, rows_of
from components.inert import in_figure, point_of
from components.number_format import count, counted, span_of_days
from components.theme import figure_of

MIN_MARK_PIXELS: Final = 20  # a number fits in
MAX_MARK_PIXELS: Final = 36
EMPTY_MARK: Final = 11
STORY_LENGTH: Final = 54  # characters of a story's label: as wide as a phone; the whole stands in the tooltip
STORY_ROW_HEIGHT: Final = 88  # a label, its days below it, and the marks
LABEL_TOP: Final = 0.62  # of a row above its marks
MIN_PITCH_PIXELS: Final = 38  # from mark to mark: the largest marks touch
HEADINGS_HEIGHT: Final = 150
HEADINGS_OVERHANG: Final = 56
FOOT_HEIGHT: Final = 16
COVERED_COLOUR: Final = "rgba(43, 140, 196, 0.38)"  # pale enough for ink on it, on light and dark
EDGE_COLOUR: Final = "#2B8CC4"
EMPTY_COLOUR: Final = "#8A949E"


def coverage_grid(cells: Table, stories: Table) -> go.Figure:
    """Stories down, sources across: a disc with the number of articles, a bare ring where there is none.

    `cells`: story_label, source, n_articles, n_copied; `stories`: story_label, day_first, day_last, n_sources, n_texts,
    in the order to draw.
    """
    rows = rows_of(cells)
    sources = list(dict.fromkeys(row["source"] for row in rows))
    places = {row["story_label"]: -n for n, row in enumerate(rows_of(stories))}
    largest = max((row["n_articles"] for row in rows), default=1)
    told, untold = ([row for row in rows if (row["n_articles"] > 0) is wanted] for wanted in (True, False))
    traces = [
        _marks(told, places, sources, {"size": [_size(row["n_articles"], largest) for row in told], **COVERED}),
        _marks(untold, places, sources, EMPTY),
        labels_above([_label(row) for row in rows_of(stories)], LABEL_TOP),
    ]
    down = {
        "tickvals": list(places.values()),
        "showticklabels": False,
        "range": [0.7 - len(places), LABEL_TOP + 0.06],
        "fixedrange": True,
    }
    return figure_of(
        traces,
        "Articles of each source on each story",
        HEADINGS_HEIGHT + FOOT_HEIGHT + STORY_ROW_HEIGHT * len(places),
        (columns_of(sources), down),
        margin={"l": 8, "r": HEADINGS_OVERHANG, "t": HEADINGS_HEIGHT, "b": 8},
    )


COVERED: Final = {"symbol": "circle", "color": COVERED_COLOUR, "line": {"width": 2, "color": EDGE_COLOUR}}
EMPTY: Final = {"symbol": "circle-open", "size": EMPTY_MARK, "color": EMPTY_COLOUR, "line": {"width": 1}}


def _marks(
    rows: list[dict[str, Any]], places: dict[str, int], sources: list[str], marker: dict[str, Any]
) -> go.Scatter:
    return go.Scatter(
        x=[sources.index(row["source"]) for row in rows],
        y=[places[row["story_label"]] for row in rows],
        mode="markers+text",
        marker=marker,
        text=[count(row["n_articles"]) if row["n_articles"] else "" for row in rows],
        customdata=[point_of(story=row["story_label"]) for row in rows],
        hovertext=[f"{in_figure(row['story_label'])}<br>{in_figure(row['source'])}: {_in_words(row)}" for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def least_width(n_sources: int) -> int:
    """Pixels below which the marks of the grid would stand on one another."""
    return MIN_PITCH_PIXELS * n_sources + HEADINGS_OVERHANG


def most_width(n_sources: int) -> int:
    """Pixels beyond which few marks would stand far apart."""
    return layout.most_width(n_sources, HEADINGS_OVERHANG)


def coverage_alt(cells: Table) -> str:
    """The grid for those who do not see it."""
    said = [f"{row['story_label']} in {row['source']}: {_in_words(row)}" for row in rows_of(cells)]
    return "Articles of each source on each story. " + "; ".join(said)


def articles_here(n: int) -> str:
    """How many articles a source has on a story, in words.

    >>> articles_here(0), articles_here(2)
    ('no article here', '2 articles')
    """
    return counted(n, "article") if n else "no article here"


def _in_words(row: dict[str, Any]) -> str:
    n_copied = row["n_copied"]
    which = "which is" if row["n_articles"] == 1 else f"{count(n_copied)} of them"
    return articles_here(row["n_articles"]) + (f", {which} of one text with another source's" if n_copied else "")


def _label(row: dict[str, Any]) -> str:
    """The story, its days, and how widely it is told. Labels stand above their marks: a phone needs the whole width."""
    first: date | None = row["day_first"]
    days = span_of_days(first, row["day_last"]) if first else "date unknown"
    told = f"{counted(row['n_sources'], 'source')}, {counted(row['n_texts'], 'text')}"
    return f"{in_figure(row['story_label'], STORY_LENGTH)}<br><i>{days} · {told}</i>"


def _size(n: int, largest: int) -> float:
    return MIN_MARK_PIXELS + (MAX_MARK_PIXELS - MIN_MARK_PIXELS) * math.sqrt((n - 1) / max(1, largest - 1))
