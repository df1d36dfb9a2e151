"""Where in each article something stands: a strip per article, a tick per hit."""

from typing import Any, Final

import plotly.graph_objects as go

from components.charts.tables import Table, rows_of
from components.inert import UNTITLED, in_figure, point_of
from components.number_format import PERCENT, counted, day
from components.theme import figure_of, height_of

STRIP_HEIGHT: Final = 48  # a line of text above the strip
TICK: Final = {"symbol": "line-ns", "size": 13, "opacity": 0.75, "line": {"width": 2}}
LABEL_LENGTH: Final = 46  # fits a phone's width
LABEL_ABOVE: Final = 0.44  # of a row


def dispersion(strips: Table) -> go.Figure:
    """`strips`: article_id, source, title, day, shares (how far into the text each hit stands, 0 to 1); a row each."""
    rows = rows_of(strips)
    ticks = [(share, number, row) for number, row in enumerate(rows) for share in row["shares"]]
    hits = go.Scatter(
        x=[PERCENT * share for share, _, _ in ticks],
        y=[-number for _, number, _ in ticks],
        mode="markers",
        marker=TICK,
        customdata=[point_of(pick=row["article_id"]) for _, _, row in ticks],
        hovertext=[f"{_label(row)}<br>{day(row['day'])}<br>{_place(share)}" for share, _, row in ticks],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    labels = go.Scatter(
        x=[0] * len(rows),
        y=[LABEL_ABOVE - number for number in range(len(rows))],
        mode="text",
        text=[f"{_label(row)} ({len(row['shares'])})" for row in rows],
        textposition="middle right",
        hoverinfo="skip",
    )
    strips_drawn = [
        {"type": "line", "x0": 0, "x1": PERCENT, "y0": -number, "y1": -number, "line": {"width": 0.5}}
        for number in range(len(rows))
    ]
    across = {
        "title": {"text": "place in the article, % of its length"},
        "range": [-1, PERCENT + 1],
        "fixedrange": True,
        "showgrid": False,
    }
    down = {"range": [0.4 - len(rows), 0.8], "showticklabels": False, "showgrid": False, "fixedrange": True}
    title = "Where in each article the hits stand"
    return figure_of([hits, labels], title, height_of(len(rows), STRIP_HEIGHT), (across, down), shapes=strips_drawn)


def dispersion_alt(strips: Table) -> str:
    """The strips for those who do not see them."""
    said = [
        f"{row['source']}, {row['title'] or UNTITLED}: {counted(len(row['shares']), 'hit')}, "
        f"the first {_place(row['shares'][0])}"
        for row in rows_of(strips)
    ]
    return "Where in each article the hits stand. " + "; ".join(said)


def _label(row: dict[str, Any]) -> str:
    return in_figure(f"{row['source']} · {row['title'] or UNTITLED}", LABEL_LENGTH)


def _place(share: float) -> str:
    return f"{PERCENT * share:.0f} % into the text"
