"""The matrix of who tells what: statements down, sources across, a mark with shape, letter and colour in each cell."""

import textwrap
from collections.abc import Iterable, Sequence
from typing import Any, Final

import plotly.graph_objects as go

from components.charts import rows as layout
from components.charts.rows import columns_of, labels_above
from components.inert import in_figure, point_of, shortened
from components.number_format import counted
from components.theme import Axis, figure_of

Cells = Iterable[dict[str, Any]]

MARKS: Final[dict[str, tuple[str, str, str, str]]] = {
    "reference": ("W", "pentagon", "#A87800", "the wording compared with"),
    "verbatim": ("V", "circle", "#2B8CC4", "word for word the same"),
    "trimmed": ("T", "square", "#00A37A", "trimmed"),
    "reworded": ("R", "diamond", "#B5658C", "reworded"),
    "conflicts": ("⚡", "star-triangle-up", "#D55E00", "conflicts: other figure or speaker"),
    "in shared": ("=", "hexagon", "#8A949E", "not counted: in a shared passage"),
    "in own": ("=", "hexagon2", "#8A949E", "not counted: in its own words"),
    "other language": ("≠", "x-thin", "#8A949E", "not compared: another language"),
    "not found": ("–", "line-ew", "#8A949E", "not found"),
}
"""Match -> letter, shape, colour (at least 3 : 1 on light and dark grounds), and what it is called."""
FILL_OPACITY: Final = "48"  # hexadecimal, of 255: letters in the page's ink stay readable on every mark
MARK_SIZE: Final = 23  # pixels: a letter fits in, a finger hits it
BARE: Final = frozenset(("line-ew", "x-thin"))  # symbols in which no letter is written
N_LINES: Final = 2
LINE_LENGTH: Final = 54  # characters: as wide as a phone
OUTLET_LENGTH: Final = 18  # characters: how widely it is told has to stand in the same line
ROW_HEIGHT: Final = 96  # two lines of wording, one of how widely it is told, and the marks below
LABEL_TOP: Final = 0.7  # of a row above its marks
MIN_PITCH_PIXELS: Final = 28  # from mark to mark; what needs more room than there is is scrolled
HEADINGS_HEIGHT: Final = 180
HEADINGS_OVERHANG: Final = 56
LEGEND_HEIGHT: Final = 72
WORDING_IN_TOOLTIP: Final = 220


def statement_matrix(rows: Sequence[dict[str, Any]], cells: Cells, sources: Sequence[str]) -> go.Figure:
    """`rows`: row, wording, source (whose wording it is), speaker, told_by (in words), in the order to draw; `cells`:
    row, source, match, verb. A cell that is not there was not found. A click on a mark gives its row and source."""
    told = {(cell["row"], cell["source"]): cell for cell in cells}
    whole = [
        told.get((row["row"], source), {"match": "not found"}) | {"x": x, "y": -y, "of": row, "source": source}
        for y, row in enumerate(rows)
        for x, source in enumerate(sources)
    ]
    traces = [_trace(match, [cell for cell in whole if cell["match"] == match]) for match in MARKS]
    return figure_of(
        [*(trace for trace in traces if trace is not None), labels_above([_label(row) for row in rows], LABEL_TOP)],
        "How each source tells each statement",
        HEADINGS_HEIGHT + LEGEND_HEIGHT + ROW_HEIGHT * len(rows),
        _axes(rows, sources),
        margin={"l": 8, "r": HEADINGS_OVERHANG, "t": HEADINGS_HEIGHT, "b": LEGEND_HEIGHT},
        showlegend=True,
        legend={"orientation": "h", "x": 0, "xref": "container", "yref": "container", "y": 0, "yanchor": "bottom"},
    )


def least_width(n_sources: int) -> int:
    """Pixels below which the marks of the matrix would stand on one another."""
    return MIN_PITCH_PIXELS * n_sources + HEADINGS_OVERHANG


def most_width(n_sources: int) -> int:
    """Pixels beyond which few marks would stand far apart."""
    return layout.most_width(n_sources, HEADINGS_OVERHANG)


def statement_matrix_alt(rows: Sequence[dict[str, Any]], cells: Cells) -> str:
    """The matrix for those who do not see it."""
    told: dict[str, list[str]] = {}
    for cell in cells:
        told.setdefault(cell["row"], []).append(f"{cell['source']} {MARKS[cell['match']][3]}")
    said = [
        f"{shortened(row['wording'], WORDING_IN_TOOLTIP)} – words of {row['source']}, told by {row['told_by']}: "
        f"{', '.join(told.get(row['row'], []))}"
        for row in rows
    ]
    return "How each source tells each statement. " + "; ".join(said)


def _trace(match: str, cells: list[dict[str, Any]]) -> go.Scatter | None:
    if not cells:
        return None
    letter, symbol, colour, words = MARKS[match]
    return go.Scatter(
        x=[cell["x"] for cell in cells],
        y=[cell["y"] for cell in cells],
        mode="markers" if symbol in BARE else "markers+text",
        marker={
            "symbol": symbol,
            "size": MARK_SIZE / 2 if symbol in BARE else MARK_SIZE,
            "color": f"{colour}{FILL_OPACITY}",
            "line": {"width": 2, "color": colour},
        },
        text=[letter] * len(cells),
        name=f"{letter} {words}",
        customdata=[point_of(row=cell["of"]["row"], source=cell["source"]) for cell in cells],
        hovertext=[_tooltip(cell, words) for cell in cells],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _tooltip(cell: dict[str, Any], words: str) -> str:
    wording = textwrap.wrap(shortened(cell["of"]["wording"], WORDING_IN_TOOLTIP), 2 * LINE_LENGTH)
    said = (
        f"<br>{in_figure(cell['speaker'])}: {in_figure(cell['verb'])}" if cell.get("speaker") and cell["verb"] else ""
    )
    more = f"<br>{counted(cell['n_tellings'], 'place')}" if (cell.get("n_tellings") or 1) > 1 else ""
    return f"<b>{in_figure(cell['source'])}: {words}</b>{said}{more}<br>{'<br>'.join(map(in_figure, wording))}"


def _axes(rows: Sequence[dict[str, Any]], sources: Sequence[str]) -> tuple[Axis, Axis]:
    down = {
        "tickvals": [-n for n in range(len(rows))],
        "showticklabels": False,
        "range": [0.7 - len(rows), LABEL_TOP + 0.04],
        "fixedrange": True,
    }
    return columns_of(sources), down


def _label(row: dict[str, Any]) -> str:
    """The wording in a few short lines, the speaker of a quotation first; whose it is, and how widely it is told."""
    said = f"{row['speaker']}: {row['wording']}" if row["speaker"] else row["wording"]
    lines = textwrap.wrap(said, LINE_LENGTH, max_lines=N_LINES, placeholder=" …")
    outlet = in_figure(row["source"], OUTLET_LENGTH)
    return "<br>".join([*map(in_figure, lines), f"<i>words of {outlet} · told by {row['told_by']}</i>"])
