"""The tone of sentences towards a name, by source."""

from typing import Any, Final

import plotly.graph_objects as go

from components.charts.tables import Table, rows_of
from components.inert import in_figure, point_of
from components.number_format import PERCENT, count, counted, percent
from components.theme import LABEL_LENGTH, figure_of, height_of

SYMBOLS: Final = {"unfavourable": "▼", "neutral": "●", "not clear": "?", "favourable": "▲"}
"""Tone -> its symbol, in the order of the bar: the two tones at its ends."""
COLORS: Final = {"unfavourable": "#C65300", "neutral": "#7F8A94", "not clear": "#B9BEC4", "favourable": "#2B8CC4"}
PATTERNS: Final = {"unfavourable": "\\", "neutral": "", "not clear": ".", "favourable": "/"}
BAR_OPACITY: Final = 0.55  # the numbers on the bars stay readable in light and dark
LEGEND_HEIGHT: Final = 40
TITLE_HEIGHT: Final = 48
LEGEND_ROWS_ON_A_PHONE: Final = 2


def towards_bars(table: Table, name: str) -> go.Figure:
    """A bar a source, cut by tone, 100 % long, with the number of mentions in each piece.

    `table`: source, n_asked, favourable, neutral, unfavourable, "not clear". Sources with n_asked 0 are not drawn.
    """
    rows = [row for row in rows_of(table) if row["n_asked"]][::-1]
    traces = [_tone_trace(rows, tone) for tone in SYMBOLS]
    across = {"title": {"text": "% of mentions in own voice"}, "range": [0, PERCENT], "fixedrange": True}
    down = {
        "tickvals": list(range(len(rows))),
        "ticktext": [in_figure(f"{row['source'][:LABEL_LENGTH]} ({row['n_asked']})") for row in rows],
        "fixedrange": True,
        "showgrid": False,
    }
    head = LEGEND_ROWS_ON_A_PHONE * LEGEND_HEIGHT
    return figure_of(
        traces,
        f"Tone towards {in_figure(name, LABEL_LENGTH)}, by source",
        height_of(len(rows)) + head,
        (across, down),
        barmode="stack",
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "traceorder": "normal"},
        margin={"l": 8, "r": 12, "t": TITLE_HEIGHT + head, "b": 8},
    )


def towards_bars_alt(table: Table, name: str) -> str:
    """The bars for those who do not see them."""
    said = [
        f"{row['source']}: " + ", ".join(f"{count(row[tone])} {tone}" for tone in SYMBOLS)
        for row in rows_of(table)
        if row["n_asked"]
    ]
    return f"Tone towards {name}, by source. " + "; ".join(said)


def _tone_trace(rows: list[dict[str, Any]], tone: str) -> go.Bar:
    pattern = {"shape": PATTERNS[tone], "fillmode": "overlay", "solidity": 0.1, "fgopacity": 0.5}
    return go.Bar(
        x=[PERCENT * row[tone] / row["n_asked"] for row in rows],
        y=list(range(len(rows))),
        orientation="h",
        name=f"{SYMBOLS[tone]} {tone}",
        marker={"color": COLORS[tone], "opacity": BAR_OPACITY, "pattern": pattern},
        text=[f"{SYMBOLS[tone]} {count(row[tone])}" if row[tone] else "" for row in rows],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        customdata=[point_of(source=row["source"], towards=tone) for row in rows],
        hovertext=[
            f"{in_figure(row['source'])}<br>{tone}: {count(row[tone])} of {counted(row['n_asked'], 'mention')} "
            f"({percent(row[tone] / row['n_asked'])})"
            for row in rows
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
