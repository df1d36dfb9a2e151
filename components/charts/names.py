"""Who and what is named: bars of the names most mentioned, and a grid of source × name."""

import math
from typing import Final, Literal

import plotly.graph_objects as go

from components.charts.tables import Table, rows_of
from components.inert import in_figure, point_of
from components.number_format import count, counted, decimal
from components.theme import LABEL_LENGTH, Axis, figure_of, height_of

Cell = Literal["n_mentions", "n_articles", "per_thousand"]
CELLS: Final[dict[Cell, str]] = {
    "n_mentions": "Mentions",
    "n_articles": "Articles",
    "per_thousand": "Mentions per 1,000 words",
}
MIN_MARK_PIXELS: Final = 14  # still to be hit with a finger, and a number fits in
MAX_MARK_PIXELS: Final = 31
NAME_ROW_HEIGHT: Final = 30
GRID_ROW_HEIGHT: Final = 46  # a line of text above the largest mark
LABEL_ABOVE_ROW: Final = 0.48  # of a row
NAME_LENGTH: Final = LABEL_LENGTH + 10  # its kind stands behind it
HEADINGS_OVERHANG: Final = 84  # the last name leans out to the right
HEADINGS_HEIGHT: Final = 170  # the title and the slanted names of the sources below it


def name_bars(names: Table, title: str = "Names mentioned most") -> go.Figure:
    """A bar a name, as long as its mentions. `names`: name_label, n_mentions, n_articles."""
    rows = rows_of(names)[::-1]
    bars = go.Bar(
        x=[row["n_mentions"] for row in rows],
        y=list(range(len(rows))),
        orientation="h",
        text=[count(row["n_mentions"]) for row in rows],
        textposition="outside",
        cliponaxis=False,
        customdata=[point_of(name=row["name_label"]) for row in rows],
        hovertext=[
            f"{in_figure(row['name_label'])}<br>"
            f"{counted(row['n_mentions'], 'mention')} in {counted(row['n_articles'], 'article')}"
            for row in rows
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    down = {
        "tickvals": list(range(len(rows))),
        "ticktext": [in_figure(row["name_label"], NAME_LENGTH) for row in rows],
        "fixedrange": True,
        "showgrid": False,
    }
    across = {"title": {"text": "mentions"}, "rangemode": "tozero", "nticks": 6}
    return figure_of([bars], title, height_of(len(rows), NAME_ROW_HEIGHT), (across, down))


def name_bars_alt(names: Table) -> str:
    """The bars for those who do not see them."""
    said = [f"{row['name_label']} {row['n_mentions']}" for row in rows_of(names)]
    return "Mentions of the names mentioned most: " + ", ".join(said)


def name_grid(cells: Table, cell: Cell) -> go.Figure:
    """Sources across, names down, a mark in each cell as large as its number. Zero stands as a bare 0.

    `cells`: source, name_label, n_mentions, n_articles, per_thousand (null for a source without words).
    """
    rows = rows_of(cells)
    sources = list(dict.fromkeys(row["source"] for row in rows))
    names = list(dict.fromkeys(row["name_label"] for row in rows))
    largest = max((row[cell] or 0 for row in rows), default=0) or 1
    marks = go.Scatter(
        x=[sources.index(row["source"]) for row in rows],
        y=[-names.index(row["name_label"]) for row in rows],
        mode="markers+text",
        marker={
            "symbol": "square",
            "opacity": 0.28,
            "size": [_size(row[cell], largest) for row in rows],
        },
        text=[_cell_text(row[cell], cell) for row in rows],
        customdata=[point_of(name=row["name_label"], source=row["source"]) for row in rows],
        hovertext=[
            f"{in_figure(row['name_label'])}<br>{in_figure(row['source'])}<br>"
            f"{counted(row['n_mentions'], 'mention')} in {counted(row['n_articles'], 'article')}<br>"
            f"{decimal(row['per_thousand'], 1)} mentions per 1,000 words"
            for row in rows
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    # Names stand above their row, not before it: on a phone the cells need the whole width.
    labels = go.Scatter(
        x=[-0.5] * len(names),
        y=[LABEL_ABOVE_ROW - number for number in range(len(names))],
        mode="text",
        text=[in_figure(name, NAME_LENGTH) for name in names],
        textposition="middle right",
        hoverinfo="skip",
    )
    return figure_of(
        [marks, labels],
        f"{CELLS[cell]} of each name, by source",
        height_of(len(names) + 2, GRID_ROW_HEIGHT),
        _grid_axes(sources, len(names)),
        margin={"l": 8, "r": HEADINGS_OVERHANG, "t": HEADINGS_HEIGHT, "b": 8},
    )


def name_grid_alt(cells: Table, cell: Cell) -> str:
    """The grid for those who do not see it."""
    said = [f"{row['name_label']} in {row['source']}: {_cell_text(row[cell], cell)}" for row in rows_of(cells)]
    return f"{CELLS[cell]} of each name, by source. " + "; ".join(said)


def _grid_axes(across: list[str], n_names: int) -> tuple[Axis, Axis]:
    sources = {
        "tickvals": list(range(len(across))),
        "ticktext": [in_figure(label, LABEL_LENGTH) for label in across],
        "range": [-0.5, len(across) - 0.5],
        "side": "top",
        "tickangle": -60,
        "ticklabeloverflow": "allow",  # else Plotly leaves the last source without its name
        "showgrid": False,
        "fixedrange": True,
    }
    names = {
        "tickvals": [-number for number in range(n_names)],
        "showticklabels": False,
        "range": [0.5 - n_names, 0.9],
        "fixedrange": True,
    }
    return sources, names


def _size(value: float | None, largest: float) -> float:
    """Side of the square: its area grows with the value, from the smallest mark on; none for zero."""
    if not value:
        return 0
    return MIN_MARK_PIXELS + (MAX_MARK_PIXELS - MIN_MARK_PIXELS) * math.sqrt(value / largest)


def _cell_text(value: float | None, cell: Cell) -> str:
    if value is None:
        return "–"
    return (decimal(value, 1) if value else "0") if cell == "per_thousand" else count(int(value))
