"""Two sources on the stories both tell."""

from typing import Any, Final

import plotly.graph_objects as go

from components.charts.tables import Table, rows_of
from components.inert import in_figure
from components.number_format import counted, day, measured
from components.theme import figure_of, height_of
from newscorpus.register.measure import Measure

STORY_LENGTH: Final = 30  # characters of a story's label on the axis; the whole stands in the tooltip
ROW_HEIGHT: Final = 26
SYMBOLS: Final = ("circle", "diamond-open")  # told apart without colour
SYMBOLS_IN_WORDS: Final = ("●", "◇")
LINE: Final = {"width": 1.5}


def dumbbells(stories: Table, pair: tuple[str, str], measure: Measure) -> go.Figure:
    """A row a story, a mark a source, a line between the two.

    `stories`: story, day, value_a, value_b, in the order to draw; a is the first of `pair`.
    """
    rows = rows_of(stories)
    places = [-number for number in range(len(rows))]
    between = go.Scatter(
        x=[x for row in rows for x in (row["value_a"], row["value_b"], None)],
        y=[y for place in places for y in (place, place, None)],
        mode="lines",
        line=LINE,
        hoverinfo="skip",
    )
    marks = [
        go.Scatter(
            x=[row[column] for row in rows],
            y=places,
            mode="markers",
            marker={"symbol": symbol, "size": 11, "line": {"width": 2}},
            text=[_tooltip(row, column, source, measure) for row in rows],
            hovertemplate="%{text}<extra></extra>",
            name=in_figure(source),
        )
        for column, source, symbol in zip(("value_a", "value_b"), pair, SYMBOLS, strict=True)
    ]
    down = {
        "tickvals": places,
        "ticktext": [in_figure(row["story"], STORY_LENGTH) for row in rows],
        "range": [0.6 - len(rows), 0.6],
        "fixedrange": True,
        "showgrid": False,
    }
    across = {"title": {"text": measure.unit}, "rangemode": "normal" if measure.signed else "tozero"}
    title = f"{measure.label} on the stories both tell"
    return figure_of([between, *marks], title, height_of(len(rows), ROW_HEIGHT), (across, down))


def dumbbells_alt(stories: Table, pair: tuple[str, str], measure: Measure) -> str:
    """The figure for those who do not see it."""
    said = [
        f"{row['story']}: {measured(row['value_a'], measure)} and {measured(row['value_b'], measure)}"
        for row in rows_of(stories)
    ]
    shared = counted(len(said), "shared story", "shared stories")
    return f"{measure.label} of {pair[0]} and {pair[1]} on {shared}. " + "; ".join(said)


def _tooltip(row: dict[str, Any], column: str, source: str, measure: Measure) -> str:
    return (
        f"{in_figure(row['story'])}<br>{in_figure(source)}, latest {day(row['day'])}<br>"
        f"{measure.label}: {measured(row[column], measure)}"
    )
