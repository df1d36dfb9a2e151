"""A measure, article by article and source by source."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any, Final

import plotly.graph_objects as go

from components.charts.tables import Table, rows_of
from components.inert import UNTITLED, in_figure, point_of
from components.number_format import counted, day, measured
from components.theme import LABEL_LENGTH, figure_of, height_of
from newscorpus.register.measure import Measure
from newscorpus.statistics.rules import SMALL_SOURCE

N_BINS: Final = 64  # values that fall into one bin would touch: they are set one above the other
STEP: Final = 0.13  # of a row's height, between dots set one above the other
HALF_ROW: Final = 0.38
N_POINTS_FOR_WEBGL: Final = 1_000  # above, drawing in SVG is slow
HEADLINE_LENGTH: Final = 70
MEDIAN_LABEL: Final = "Median"
PULLED_LABEL: Final = "Pulled towards all"
OPACITY: Final = 0.75  # dots that overlap can be told apart
PALE: Final = 0.25
LINE_WIDTH: Final = 2  # thin beside the bar it goes through
ZERO_LINE: Final = {
    "type": "line",
    "x0": 0,
    "x1": 0,
    "yref": "paper",
    "y0": 0,
    "y1": 1,
    "line": {"width": 1, "dash": "dot"},
}


def dots(sources: Table, articles: Table, measure: Measure, *, boxed: bool, lit: Collection[str] = ()) -> go.Figure:
    """A row a source, a dot an article, a bar at the median where there are enough to have one.

    A line through the bar shows where the median of more such articles would lie, a diamond the median pulled towards
    those of all where a source is small. `sources`: source, n, median, low, q1, q3, high, median_low, median_high,
    shrunk; `articles`: article_id, source, title, day, value. With `boxed`, sources with quartiles are drawn as boxes:
    half of the articles inside, nine in ten between the ends. Where sources are `lit`, the dots of the others are pale.
    """
    rows = rows_of(sources)
    place = {row["source"]: -number for number, row in enumerate(rows)}
    if boxed:
        summary: go.Box | go.Scatter = _boxes([row for row in rows if row["q1"] is not None], place)
    else:
        summary = _medians([row for row in rows if row["median"] is not None], place, measure)
    across = {
        "title": {"text": measure.unit},
        "rangemode": "normal" if measure.signed else "tozero",
    }
    down = {
        "tickvals": list(place.values()),
        "ticktext": [in_figure(f"{row['source'][:LABEL_LENGTH]} ({row['n']})") for row in rows],
        "range": [0.6 - len(rows), 0.6],
        "fixedrange": True,
        "showgrid": False,
    }
    pulled = [] if boxed else [row for row in rows if is_pulled(row)]
    return figure_of(
        [_article_marks(rows_of(articles), place, measure, lit), summary, *_diamonds(pulled, place, measure)],
        f"{measure.label} of each article, by source",
        height_of(len(rows)),
        (across, down),
        shapes=[ZERO_LINE] if measure.signed else [],
    )


def dots_alt(sources: Table, measure: Measure) -> str:
    """The figure for those who do not see it."""
    said = [
        f"{row['source']}: {counted(row['n'], 'article')}"
        + (f", median {measured(row['median'], measure)}" if row["median"] is not None else "")
        for row in rows_of(sources)
    ]
    return f"{measure.label} of each article, by source. " + "; ".join(said)


def _article_marks(
    articles: list[dict[str, Any]], place: dict[str, int], measure: Measure, lit: Collection[str]
) -> go.Scatter:
    values = [row["value"] for row in articles]
    marks = go.Scattergl if len(values) > N_POINTS_FOR_WEBGL else go.Scatter
    heights = _heights(articles)
    return marks(
        x=values,
        y=[place[row["source"]] + height for row, height in zip(articles, heights, strict=True)],
        mode="markers",
        marker={
            "size": 9,
            "opacity": [OPACITY if row["source"] in lit else PALE for row in articles] if lit else OPACITY,
        },
        customdata=[point_of(pick=row["article_id"]) for row in articles],
        text=[_tooltip(row, measure) for row in articles],
        hovertemplate="%{text}<extra></extra>",
        name="Article",
    )


def _tooltip(row: dict[str, Any], measure: Measure) -> str:
    when: date | None = row["day"]
    title = in_figure(row["title"] or UNTITLED, HEADLINE_LENGTH)
    return f"{title}<br>{in_figure(row['source'])}, {day(when)}<br>{measure.label}: {measured(row['value'], measure)}"


def _heights(articles: list[dict[str, Any]]) -> list[float]:
    """Where each dot stands in its row: dots of nearly the same value are spread above and below the line."""
    values = [row["value"] for row in articles]
    width = ((max(values) - min(values)) / N_BINS or 1.0) if values else 1.0
    bins = [(row["source"], int((row["value"] - min(values)) / width)) for row in articles]
    sizes: dict[tuple[str, int], int] = defaultdict(int)
    for key in bins:
        sizes[key] += 1
    seen: dict[tuple[str, int], int] = defaultdict(int)
    heights = []
    for key in bins:
        step = min(STEP, 2 * HALF_ROW / sizes[key])
        heights.append((seen[key] - (sizes[key] - 1) / 2) * step)
        seen[key] += 1
    return heights


def is_pulled(row: dict[str, Any]) -> bool:
    """Whether a source is small enough to show its median pulled towards those of all, where it has one."""
    return row["shrunk"] is not None and row["n"] < SMALL_SOURCE


def _medians(rows: list[dict[str, Any]], place: dict[str, int], measure: Measure) -> go.Scatter:
    return go.Scatter(
        x=[row["median"] for row in rows],
        y=[place[row["source"]] for row in rows],
        mode="markers",
        marker={"symbol": "line-ns", "size": 24, "line": {"width": 4}},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [_reach(row, "median_high") for row in rows],
            "arrayminus": [_reach(row, "median_low") for row in rows],
            "thickness": LINE_WIDTH,
            "width": 0,
        },
        customdata=[point_of(source=row["source"]) for row in rows],
        text=[_about_median(row, measure) for row in rows],
        hovertemplate="%{text}<extra></extra>",
        name=MEDIAN_LABEL,
    )


def _reach(row: dict[str, Any], end: str) -> float:
    """How far the line of a median goes to one side; 0 where there is none."""
    return 0.0 if row[end] is None else abs(float(row[end]) - float(row["median"]))


def _about_median(row: dict[str, Any], measure: Measure) -> str:
    said = f"{in_figure(row['source'])}<br>median of {counted(row['n'], 'article')}: {measured(row['median'], measure)}"
    if row["median_low"] is None:
        return said
    ends = " to ".join(measured(row[end], measure) for end in ("median_low", "median_high"))
    return f"{said}<br>of more articles like these: {ends}"


def _diamonds(rows: list[dict[str, Any]], place: dict[str, int], measure: Measure) -> list[go.Scatter]:
    if not rows:
        return []
    return [
        go.Scatter(
            x=[row["shrunk"] for row in rows],
            y=[place[row["source"]] for row in rows],
            mode="markers",
            marker={"symbol": "diamond-open", "size": 11, "line": {"width": 2}},
            customdata=[point_of(source=row["source"]) for row in rows],
            text=[
                f"{in_figure(row['source'])}<br>pulled towards all sources, for it has "
                f"{counted(row['n'], 'article')}: {measured(row['shrunk'], measure)}"
                for row in rows
            ],
            hovertemplate="%{text}<extra></extra>",
            name=PULLED_LABEL,
        )
    ]


def _boxes(rows: list[dict[str, Any]], place: dict[str, int]) -> go.Box:
    return go.Box(
        q1=[row["q1"] for row in rows],
        median=[row["median"] for row in rows],
        q3=[row["q3"] for row in rows],
        lowerfence=[row["low"] for row in rows],
        upperfence=[row["high"] for row in rows],
        y=[place[row["source"]] for row in rows],
        customdata=[point_of(source=row["source"]) for row in rows],
        orientation="h",
        width=2 * HALF_ROW,
        name="Articles",
    )
