"""When each source wrote."""

import math
from datetime import date, timedelta
from typing import Any, Final

import plotly.graph_objects as go

from components.charts.tables import Table, rows_of
from components.inert import in_figure, point_of
from components.number_format import count, counted, day
from components.theme import LABEL_LENGTH, figure_of, height_of

MIN_MARK_PIXELS: Final = 12
MAX_MARK_PIXELS: Final = 34
MONTHS_IN_YEAR: Final = 12


def timeline(table: Table, period: str) -> go.Figure:
    """Sources down, time across, a mark for each period with articles, as large as their number.

    `table`: source, start, n_articles; `period`: day, week, month or year.
    """
    rows = rows_of(table)
    sources = _by_articles(rows)
    largest = max((row["n_articles"] for row in rows), default=1)
    marks = go.Scatter(
        x=[row["start"] for row in rows],
        y=[-sources.index(row["source"]) for row in rows],
        mode="markers+text",
        marker={"opacity": 0.55, "size": [_size(row["n_articles"], largest) for row in rows]},
        text=[count(row["n_articles"]) if row["n_articles"] > 1 else "" for row in rows],
        customdata=[_filters(row["start"], period) for row in rows],
        hovertext=[
            f"{in_figure(row['source'])}<br>{_period_words(row['start'], period)}: "
            f"{counted(row['n_articles'], 'article')}"
            for row in rows
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    across = {"title": {"text": f"{period} of publication (UTC)"}, "type": "date", "showgrid": True}
    if len({row["start"] for row in rows}) == 1:
        across |= {"range": _around(rows[0]["start"]), "nticks": 3}
    down = {
        "tickvals": [-number for number in range(len(sources))],
        "ticktext": [in_figure(source, LABEL_LENGTH) for source in sources],
        "range": [0.6 - len(sources), 0.6],
        "fixedrange": True,
        "showgrid": False,
    }
    title = f"Articles of each source, by {period} of publication"
    return figure_of([marks], title, height_of(len(sources)), (across, down))


def timeline_alt(table: Table, period: str) -> str:
    """The figure for those who do not see it."""
    rows = rows_of(table)
    said = [f"{row['source']}, {_period_words(row['start'], period)}: {row['n_articles']}" for row in rows]
    return f"Articles of each source, by {period}. " + "; ".join(said)


def last_day(start: date, period: str) -> date:
    """The last day of the period that begins at `start`.

    >>> last_day(date(2026, 12, 1), "month"), last_day(date(2026, 3, 2), "week")
    (datetime.date(2026, 12, 31), datetime.date(2026, 3, 8))
    """
    if period == "day":
        return start
    if period == "week":
        return start + timedelta(days=6)
    if period == "year":
        return date(start.year, MONTHS_IN_YEAR, 31)
    following = date(start.year + start.month // MONTHS_IN_YEAR, start.month % MONTHS_IN_YEAR + 1, 1)
    return following - timedelta(days=1)


def _filters(start: date, period: str) -> str:
    return point_of(**{"from": start.isoformat(), "to": last_day(start, period).isoformat()})


def _period_words(start: date, period: str) -> str:
    words = {"day": day(start), "week": f"week of {day(start)}", "month": f"{start:%B %Y}", "year": f"{start.year}"}
    return words[period]


def _by_articles(rows: list[dict[str, Any]]) -> list[str]:
    totals: dict[str, int] = {}
    for row in rows:
        totals[row["source"]] = totals.get(row["source"], 0) + row["n_articles"]
    return sorted(totals, key=lambda source: (-totals[source], source))


def _around(start: date) -> list[date]:
    return [start - timedelta(days=1), start + timedelta(days=1)]


def _size(n: int, largest: int) -> float:
    return MIN_MARK_PIXELS + (MAX_MARK_PIXELS - MIN_MARK_PIXELS) * math.sqrt((n - 1) / max(1, largest - 1))
