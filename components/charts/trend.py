"""How often something is met over time: a line per source, broken where the source wrote nothing."""

from datetime import date, timedelta
from typing import Any, Final

import plotly.graph_objects as go

from components.charts.tables import Table, rows_of
from components.charts.timeline import last_day
from components.inert import in_figure, point_of
from components.number_format import count, counted, day, decimal
from components.theme import LABEL_LENGTH, Axis, figure_of

N_SOURCES_DRAWN: Final = 6  # lines that can be told apart
HEIGHT: Final = 420
SYMBOLS: Final = ("circle", "square", "diamond", "triangle-up", "cross", "star")
DASHES: Final = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
Row = dict[str, Any]


def trend(table: Table, period: str, what: str) -> go.Figure:
    """`table`: source, start, n_hits, n_articles, n_articles_of_source, n_words_of_source, per_thousand (may be null).

    The N_SOURCES_DRAWN sources with most articles are drawn. `what` is met: it stands in the title.
    """
    rows = rows_of(table)
    starts = _every_start(rows, period)
    lines = [
        _line(source, number, [row for row in rows if row["source"] == source], starts, period)
        for number, source in enumerate(drawn_sources(table))
    ]
    across: Axis = {"title": {"text": f"{period} of publication (UTC)"}, "type": "date"}
    if len(starts) == 1:
        across |= {"range": [starts[0] - timedelta(days=1), starts[0] + timedelta(days=1)], "nticks": 3}
    down = {"title": {"text": "per 1,000 words"}, "rangemode": "tozero"}
    legend = {"orientation": "h", "yanchor": "bottom", "y": 1.0, "xanchor": "left", "x": 0}
    title = f"{in_figure(what, LABEL_LENGTH)} per 1,000 words, by {period}"
    layout = {"showlegend": True, "legend": legend, "margin": {"l": 8, "r": 12, "t": 96, "b": 8}}
    return figure_of(lines, title, HEIGHT, (across, down), **layout)


def trend_alt(table: Table, period: str, what: str) -> str:
    """The lines for those who do not see them."""
    drawn = drawn_sources(table)
    said = [
        f"{row['source']}, {day(row['start'])}: {decimal(row['per_thousand'])} ({counted(row['n_hits'], 'hit')})"
        for row in rows_of(table)
        if row["source"] in drawn
    ]
    return f"{what} per 1,000 words, by source and {period}. " + "; ".join(said)


def drawn_sources(table: Table) -> list[str]:
    """The sources with most articles, most first."""
    n_articles: dict[str, int] = {}
    for row in rows_of(table):
        n_articles[row["source"]] = n_articles.get(row["source"], 0) + row["n_articles_of_source"]
    return sorted(n_articles, key=lambda source: (-n_articles[source], source))[:N_SOURCES_DRAWN]


def _line(source: str, number: int, rows: list[Row], starts: list[date], period: str) -> go.Scatter:
    by_start = {row["start"]: row for row in rows}
    points = [by_start.get(start) for start in starts]
    return go.Scatter(
        x=starts,
        y=[point and point["per_thousand"] for point in points],
        mode="lines+markers",
        connectgaps=False,
        cliponaxis=False,  # else a zero is half a mark
        name=in_figure(source, LABEL_LENGTH),
        line={"dash": DASHES[number], "width": 2},
        marker={"symbol": SYMBOLS[number], "size": 9},
        customdata=[_filters(source, start, period) for start in starts],
        hovertext=[_tooltip(point) if point else "" for point in points],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _tooltip(row: Row) -> str:
    return (
        f"{in_figure(row['source'])}<br>from {day(row['start'])}<br>{decimal(row['per_thousand'])} per 1,000 words<br>"
        f"{counted(row['n_hits'], 'hit')} in {count(row['n_words_of_source'])} words<br>"
        f"in {count(row['n_articles'])} of {counted(row['n_articles_of_source'], 'article')}"
    )


def _filters(source: str, start: date, period: str) -> str:
    return point_of(source=source, **{"from": start.isoformat(), "to": last_day(start, period).isoformat()})


def _every_start(rows: list[Row], period: str) -> list[date]:
    """The first days of all periods from the first to the last, also of those in which nobody wrote."""
    if not rows:
        return []
    starts, last = [min(row["start"] for row in rows)], max(row["start"] for row in rows)
    while starts[-1] < last:
        starts.append(last_day(starts[-1], period) + timedelta(days=1))
    return starts
