"""In whose voice each source speaks, whom it quotes, and with verbs of which class."""

import math
from collections.abc import Callable, Sequence
from typing import Any, Final, Literal

import plotly.graph_objects as go

from components.charts.tables import Table, rows_of
from components.inert import in_figure, point_of
from components.number_format import PERCENT, count, counted, percent
from components.theme import LABEL_LENGTH, Axis, figure_of, height_of

Row = dict[str, Any]
QuotationCell = Literal["n_quotes", "n_words", "n_articles"]
QUOTATION_CELLS: Final[dict[QuotationCell, str]] = {
    "n_quotes": "Quotations",
    "n_words": "Words",
    "n_articles": "Articles",
}
VOICE_LABELS: Final = {"own": "own voice", "reported": "reported", "quoted": "quoted"}
VOICE_PATTERNS: Final = {"own": "", "reported": "/", "quoted": "x"}
PATTERN: Final = {"solidity": 0.1, "size": 7, "fgopacity": 0.5}  # light enough for the numbers on it
BAR_OPACITY: Final = 0.5  # the numbers on the bars stay readable in light and dark
MIN_SHARE_WITH_NUMBER: Final = 0.06  # a narrower piece has no room for its number; it stands in the tooltip
LEGEND_HEIGHT: Final = 40
MIN_MARK_PIXELS: Final = 15  # still to be hit with a finger, and a number fits in
MAX_MARK_PIXELS: Final = 34
TITLE_HEIGHT: Final = 48
CHARACTER_WIDTH: Final = 7  # pixels of a letter of an axis, at the widest
ROW_HEIGHT: Final = 46  # a line of text above the largest mark
LABEL_ABOVE_ROW: Final = 0.48  # of a row
SPEAKER_LENGTH: Final = LABEL_LENGTH + 10  # its kind stands behind it


def voice_bars(table: Table) -> go.Figure:
    """A bar a source, cut by voice, 100 % long, with the number of words in each piece.

    `table`: source, n_articles, n_words, and n_words_… and share_… of own, reported and quoted.
    """
    rows = [row for row in rows_of(table) if row["n_words"]][::-1]
    traces = [_voice_trace(rows, voice) for voice in VOICE_LABELS]
    across = {"title": {"text": "% of the source's words"}, "range": [0, PERCENT], "fixedrange": True, "nticks": 6}
    down = {
        "tickvals": list(range(len(rows))),
        "ticktext": [in_figure(f"{row['source'][:LABEL_LENGTH]} ({row['n_articles']})") for row in rows],
        "fixedrange": True,
        "showgrid": False,
    }
    return figure_of(
        traces,
        "Words by voice, by source",
        height_of(len(rows)) + LEGEND_HEIGHT,
        (across, down),
        barmode="stack",
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "traceorder": "normal"},
        margin={"l": 8, "r": 12, "t": TITLE_HEIGHT + LEGEND_HEIGHT, "b": 8},
    )


def voice_bars_alt(table: Table) -> str:
    """The bars for those who do not see them."""
    said = [
        f"{row['source']}: " + ", ".join(f"{percent(row[f'share_{v}'])} {label}" for v, label in VOICE_LABELS.items())
        for row in rows_of(table)
        if row["n_words"]
    ]
    return "Words by voice, by source. " + "; ".join(said)


def speaker_grid(cells: Table, cell: QuotationCell) -> go.Figure:
    """Sources across, speakers down, a mark in each cell as large as its number.

    `cells`: speaker, source, n_quotes, n_words, n_articles, n_unsure.
    """

    def hover(row: Row) -> str:
        unsure = f", {count(row['n_unsure'])} of them unsure" if row["n_unsure"] else ""
        return (
            f"{in_figure(row['speaker'])}<br>{in_figure(row['source'])}<br>"
            f"{counted(row['n_quotes'], 'quotation')}{unsure}<br>"
            f"{counted(row['n_words'], 'word')} in {counted(row['n_articles'], 'article')}"
        )

    rows = rows_of(cells)
    marks = _marks(rows, ("source", "speaker"), cell, hover)
    title = f"{QUOTATION_CELLS[cell]} of each speaker, by source"
    return _grid(marks, rows, ("source", "speaker"), title)


def speaker_grid_alt(cells: Table, cell: QuotationCell) -> str:
    """The grid for those who do not see it."""
    said = [f"{row['speaker']} in {row['source']}: {count(row[cell])}" for row in rows_of(cells) if row[cell]]
    return f"{QUOTATION_CELLS[cell]} of each speaker, by source. " + "; ".join(said)


def verb_grid(table: Table, by: str, classes: dict[str, str]) -> go.Figure:
    """Classes of verbs across, sources or speakers down, a mark in each cell as large as its number of quotations.

    `table`: label, verb_class, n_quotes, n_articles, n_quotes_of_group, verbs; `classes`: class -> what it does, in the
    order across.
    """
    found = {(row["label"], row["verb_class"]): row for row in rows_of(table)}
    totals = {row["label"]: row["n_quotes_of_group"] for row in rows_of(table)}
    shown = [name for name in classes if any((label, name) in found for label in totals)]
    rows = [
        {"label": label, "verb_class": name, "n_quotes": 0, "n_articles": 0, "verbs": [], "all": totals[label]}
        | found.get((label, name), {})
        for label in totals
        for name in shown
    ]

    def hover(row: Row) -> str:
        verbs = f"<br>{in_figure(', '.join(row['verbs']))}" if row["verbs"] else ""
        return (
            f"{in_figure(row['label'])}<br>{row['verb_class']}: {in_figure(classes[row['verb_class']])}<br>"
            f"{counted(row['n_quotes'], 'quotation')} of {count(row['all'])}{verbs}"
        )

    marks = _marks(rows, ("verb_class", "label"), "n_quotes", hover, names={"label": by})
    return _grid(marks, rows, ("verb_class", "label"), f"Quotations by class of verb and {by}")


def verb_grid_alt(table: Table, by: str) -> str:
    """The grid for those who do not see it."""
    said = [
        f"{row['label']}, {row['verb_class']}: {count(row['n_quotes'])} ({', '.join(row['verbs'])})"
        for row in rows_of(table)
    ]
    return f"Quotations by class of verb and {by}. " + "; ".join(said)


def _voice_trace(rows: list[Row], voice: str) -> go.Bar:
    return go.Bar(
        x=[PERCENT * row[f"share_{voice}"] for row in rows],
        y=list(range(len(rows))),
        orientation="h",
        name=VOICE_LABELS[voice],
        marker={"opacity": BAR_OPACITY, "pattern": {"shape": VOICE_PATTERNS[voice], "fillmode": "overlay"} | PATTERN},
        text=[count(row[f"n_words_{voice}"]) if row[f"share_{voice}"] >= MIN_SHARE_WITH_NUMBER else "" for row in rows],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        customdata=[point_of(source=row["source"]) for row in rows],
        hovertext=[
            f"{in_figure(row['source'])}<br>{VOICE_LABELS[voice]}: {count(row[f'n_words_{voice}'])} of "
            f"{counted(row['n_words'], 'word')} ({percent(row[f'share_{voice}'])})"
            for row in rows
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _marks(
    rows: list[Row],
    places: tuple[str, str],
    number: str,
    hover: Callable[[Row], str],
    names: dict[str, str] | None = None,
) -> go.Scatter:
    """A mark a cell; a click on one of a number above 0 stands for its two places, under `names` where they differ."""
    across, down = (list(dict.fromkeys(row[place] for row in rows)) for place in places)
    called = [(names or {}).get(place, place) for place in places]
    largest = max((row[number] for row in rows), default=0) or 1
    return go.Scatter(
        x=[across.index(row[places[0]]) for row in rows],
        y=[-down.index(row[places[1]]) for row in rows],
        mode="markers+text",
        marker={"opacity": 0.28, "size": [_size(row[number], largest) for row in rows]},
        text=[count(row[number]) if row[number] else "·" for row in rows],
        customdata=[point_of(**{called[0]: row[places[0]], called[1]: row[places[1]]}) for row in rows],
        hovertext=[hover(row) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _grid(marks: go.Scatter, rows: Sequence[Row], places: tuple[str, str], title: str) -> go.Figure:
    across, down = (list(dict.fromkeys(row[place] for row in rows)) for place in places)
    axes: tuple[Axis, Axis] = (
        {
            "tickvals": list(range(len(across))),
            "ticktext": [in_figure(label, LABEL_LENGTH) for label in across],
            "range": [-0.5, len(across) - 0.5],
            "side": "top",
            "tickangle": -90,  # upright words take no room beside the grid, which is narrow on a phone
            "showgrid": False,
            "fixedrange": True,
        },
        {
            "tickvals": [-number for number in range(len(down))],
            "showticklabels": False,
            "range": [0.5 - len(down), 0.9],
            "fixedrange": True,
        },
    )
    top = TITLE_HEIGHT + CHARACTER_WIDTH * min(LABEL_LENGTH, max((len(label) for label in across), default=0))
    # What a row is stands above it, not before it: on a phone the cells need the whole width.
    labels = go.Scatter(
        x=[-0.5] * len(down),
        y=[LABEL_ABOVE_ROW - number for number in range(len(down))],
        mode="text",
        text=[in_figure(label, SPEAKER_LENGTH) for label in down],
        textposition="middle right",
        hoverinfo="skip",
    )
    height = height_of(len(down), ROW_HEIGHT) + top - TITLE_HEIGHT
    return figure_of([marks, labels], title, height, axes, margin={"l": 8, "r": 12, "t": top, "b": 8})


def _size(value: float, largest: float) -> float:
    """Diameter: the area grows with the value, from the smallest mark on; none for zero."""
    return MIN_MARK_PIXELS + (MAX_MARK_PIXELS - MIN_MARK_PIXELS) * math.sqrt(value / largest) if value else 0
