"""Rows of marks that need the whole width of a phone: their labels stand above them, those of the columns slanted."""

from collections.abc import Sequence
from typing import Final

import plotly.graph_objects as go

from components.inert import in_figure
from components.theme import LABEL_LENGTH, Axis

WIDEST_PITCH: Final = 150  # pixels from column to column: a few stand beside each other, not a hand apart
LABEL_WIDTH: Final = 420  # pixels of the longest line of a label, with the margins of the figure


def labels_above(labels: Sequence[str], top: float) -> go.Scatter:
    """Labels, as HTML of ours, that begin `top` of a row above the middle of the rows 0, -1, -2 …"""
    return go.Scatter(
        x=[-0.5] * len(labels),
        y=[top - n for n in range(len(labels))],
        mode="text",
        text=list(labels),
        textposition="bottom right",
        cliponaxis=False,
        textfont={"size": 12},
        hoverinfo="skip",
        showlegend=False,
    )


def columns_of(names: Sequence[str]) -> Axis:
    """The axis across: a column a name, the names above."""
    return {
        "tickvals": list(range(len(names))),
        "ticktext": [in_figure(name, LABEL_LENGTH) for name in names],
        "range": [-0.5, len(names) - 0.5],
        "side": "top",
        "tickangle": -60,
        "ticklabeloverflow": "allow",  # else Plotly leaves the last column without its name
        "showgrid": False,
        "fixedrange": True,
    }


def most_width(n_columns: int, overhang: int) -> int:
    """Pixels beyond which a figure of so many columns is no wider: a wide page does not pull few of them apart."""
    return max(LABEL_WIDTH, WIDEST_PITCH * n_columns + overhang)
