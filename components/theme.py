"""The look of figures. Colours of marks come from .streamlit/config.toml, so they follow light and dark."""

from collections.abc import Sequence
from typing import Any, Final

import plotly.graph_objects as go

ROW_HEIGHT: Final = 34  # pixels of a source's row: a finger's width
HEAD_HEIGHT: Final = 96  # title and axis
MIN_HEIGHT: Final = 220
CHARTS_CONFIG: Final = {"displaylogo": False, "showSendToCloud": False, "modeBarButtonsToRemove": ["autoScale2d"]}
LABEL_LENGTH: Final = 26  # characters of a label on an axis; the whole stands in the tooltip and in the table
INK: Final = {"light": "#40464D", "dark": "#C9CED4"}  # 9 : 1 and 11 : 1 on their grounds; Streamlit's grey is 3.7 : 1

Axis = dict[str, Any]


def figure_of(
    traces: Sequence[Any],
    title: str,
    height: int,
    axes: tuple[Axis, Axis],
    **layout: Any,  # noqa: ANN401 - Plotly's
) -> go.Figure:
    """A figure in the house layout, `axes` being x and y: the title says what is shown, nothing moves on hover.

    Built in one piece: Plotly checks every later change again, which took half of the time of a page.
    """
    across, down = axes
    whole: dict[str, Any] = {
        "title": {
            "text": title,
            "x": 0,
            "xanchor": "left",
            "font": {"size": 15},
            "automargin": True,
            "yref": "container",
        },
        "height": height,
        "margin": {"l": 8, "r": 12, "t": 48, "b": 8},
        "hoverlabel": {"align": "left"},
        "showlegend": False,
        "dragmode": "pan",
        "xaxis": {"automargin": True, "zeroline": False} | across,
        "yaxis": {"automargin": True, "zeroline": False} | down,
    }
    return go.Figure(list(traces), whole | layout)


def height_of(n_rows: int, row_height: int = ROW_HEIGHT) -> int:
    """Pixels of a chart with this many rows."""
    return max(MIN_HEIGHT, HEAD_HEIGHT + row_height * n_rows)


def inked(figure: go.Figure, ground: str | None) -> go.Figure:
    """The figure with its words and lines in a colour that reads well on a light or dark ground."""
    ink = INK["dark" if ground == "dark" else "light"]
    figure.layout.font.color = ink
    for axis in (figure.layout.xaxis, figure.layout.yaxis):
        axis.tickfont.color = ink
        axis.title.font.color = ink
    for trace in figure.data:
        if trace.type in ("scatter", "bar"):
            trace.textfont.color = ink
        if trace.type == "scatter":  # on bars, this setting swallows the click
            trace.unselected.textfont.color = ink  # the numbers of marks that were not picked stay readable
        if trace.type == "scatter" and trace.marker.symbol in ("line-ns", "diamond-open"):
            trace.marker.line.color = ink
            trace.marker.color = ink
            trace.error_x.color = ink
    for shape in figure.layout.shapes:
        shape.line.color = ink
    return figure
