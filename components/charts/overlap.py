"""Who shares words with whom: a grid of dots as large as the share of the shorter text."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import plotly.graph_objects as go

from components.inert import in_figure
from components.number_format import counted, decimal
from components.theme import LABEL_LENGTH, figure_of

MIN_MARK_PIXELS: Final = 9
MAX_MARK_PIXELS: Final = 34
GRID_ROW_HEIGHT: Final = 38
HEADINGS_HEIGHT: Final = 176
HEADINGS_OVERHANG: Final = 70
LABELS_WIDTH: Final = 190  # pixels that the labels before the rows take
FILL: Final = "rgba(43, 140, 196, 0.38)"
EDGE: Final = "#2B8CC4"
ONE_PERCENT: Final = 0.01
WRITTEN_FROM: Final = 0.15  # share from which a dot is large enough for its number


@dataclass(frozen=True, slots=True)
class Dot:
    """A pair: places on the two axes, the share 0 to 1 of the shorter text, how many pairs it stands for, and what it
    gives when it is clicked."""

    across: str
    down: str
    share: float
    n_pairs: int
    picked: str = ""


def overlap_grid(labels: dict[str, str], dots: Sequence[Dot], title: str) -> go.Figure:
    """`labels`: what stands on both axes, in order, by the names that dots use."""
    places = {name: n for n, name in enumerate(labels)}
    marks = go.Scatter(
        x=[places[dot.across] for dot in dots],
        y=[-places[dot.down] for dot in dots],
        mode="markers+text",
        marker={"size": [_size(dot.share) for dot in dots], "color": FILL, "line": {"width": 2, "color": EDGE}},
        text=[percent(dot.share) if dot.share >= WRITTEN_FROM else "" for dot in dots],
        textfont={"size": 10},
        customdata=[dot.picked for dot in dots],
        hovertext=[
            f"{in_figure(labels[dot.down])}<br>{in_figure(labels[dot.across])}<br>{words_for(dot)}" for dot in dots
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    ticks = [in_figure(label, LABEL_LENGTH) for label in labels.values()]
    across = {
        "tickvals": list(places.values()),
        "ticktext": ticks,
        "range": [-0.5, len(labels) - 0.5],
        "side": "top",
        "tickangle": -60,
        "fixedrange": True,
    }
    down = {
        "tickvals": [-n for n in places.values()],
        "ticktext": ticks,
        "range": [0.6 - len(labels), 0.6],
        "fixedrange": True,
    }
    height = HEADINGS_HEIGHT + GRID_ROW_HEIGHT * (len(labels) + 1)
    margin = {"l": 8, "r": HEADINGS_OVERHANG, "t": HEADINGS_HEIGHT, "b": 8}
    return figure_of([marks], title, height, (across, down), margin=margin)


def least_width(n_labels: int) -> int:
    """Pixels below which the dots of the grid would stand on one another."""
    return LABELS_WIDTH + MAX_MARK_PIXELS * n_labels + HEADINGS_OVERHANG


def overlap_grid_alt(labels: dict[str, str], dots: Sequence[Dot], title: str) -> str:
    """The grid for those who do not see it."""
    said = [f"{labels[dot.down]} and {labels[dot.across]}: {words_for(dot)}" for dot in dots]
    return f"{title}. " + ("; ".join(said) or "No two of them share a passage.")


def words_for(dot: Dot) -> str:
    """What a dot says."""
    pairs = f", {counted(dot.n_pairs, 'pair of articles', 'pairs of articles')}" if dot.n_pairs > 1 else ""
    return f"{percent(dot.share)} of the shorter text outside quotations{pairs}"


def percent(share: float) -> str:
    """A share as a percentage; what is more than nothing and less than one is said so.

    >>> percent(0.004), percent(0.25), percent(0.0)
    ('under 1 %', '25 %', '0 %')
    """
    if 0 < share < ONE_PERCENT:
        return "under 1 %"
    return f"{decimal(100 * share, 0)} %"


def _size(share: float) -> float:
    return MIN_MARK_PIXELS + (MAX_MARK_PIXELS - MIN_MARK_PIXELS) * math.sqrt(min(1.0, share))
