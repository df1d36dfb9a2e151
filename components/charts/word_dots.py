"""A row a word, a dot a source: how often each uses it, with a line for how sure the rate is."""

from typing import Any, Final

import plotly.graph_objects as go

from components.charts.tables import Table, rows_of
from components.inert import in_figure, point_of
from components.number_format import count, decimal
from components.theme import LABEL_LENGTH, figure_of, height_of

ROW_HEIGHT: Final = 44
SPREAD: Final = 0.66  # of a row's height, over which its sources stand one below the other
# Sources are told apart by shape as well as by colour.
SYMBOLS: Final = ("circle", "square", "diamond", "triangle-up", "cross", "x", "star", "pentagon", "hexagon", "bowtie")
N_SOURCES_DRAWN: Final = len(SYMBOLS)
LINE_WIDTH: Final = 1.5
UNDER_AXIS: Final = 56  # pixels of the axis with its title, below which the legend begins
LEGEND_HEIGHT: Final = 60
MARGIN: Final = 0.04  # of the axis: marks at either end are whole
TITLE: Final = "How often each source uses these words"


def word_dots(rates: Table) -> go.Figure:
    """Rates of words by source; each mark picks its word. `rates`: as newscorpus/query/words/rates.py gives them."""
    rows = rows_of(rates)
    terms = list(dict.fromkeys(row["term"] for row in rows))
    shown = {row["term"]: row["shown"] for row in rows}
    sources = sources_drawn(rates)
    traces = [
        _of_source([row for row in rows if row["source"] == source], terms, (place, len(sources)))
        for place, source in enumerate(sources)
    ]
    furthest = max([row["high"] or row["per_thousand"] for row in rows], default=1.0) or 1.0
    across = {"title": {"text": "per 1,000 words"}, "range": [-MARGIN * furthest, (1 + MARGIN) * furthest]}
    down = {
        "tickvals": [-number for number in range(len(terms))],
        "ticktext": [in_figure(shown[term], LABEL_LENGTH) for term in terms],
        "range": [0.5 - len(terms), 0.5],
        "fixedrange": True,
        "showgrid": False,
    }
    legend = {"orientation": "h", "yanchor": "top", "y": -UNDER_AXIS / (ROW_HEIGHT * max(1, len(terms))), "x": 0}
    height = height_of(len(terms), ROW_HEIGHT) + LEGEND_HEIGHT
    return figure_of(traces, TITLE, height, (across, down), showlegend=True, legend=legend)


def word_dots_alt(rates: Table) -> str:
    """The figure for those who do not see it."""
    drawn = set(sources_drawn(rates))
    by_term: dict[str, list[str]] = {}
    for row in rows_of(rates):
        if row["source"] in drawn:
            by_term.setdefault(row["shown"], []).append(f"{row['source']} {decimal(row['per_thousand'], 1)}")
    said = "; ".join(f"{term}: {', '.join(each)}" for term, each in by_term.items())
    return f"{TITLE}, per 1,000 words. {said}"


def sources_drawn(rates: Table) -> list[str]:
    """The sources that have a mark: as many as there are shapes."""
    return list(dict.fromkeys(row["source"] for row in rows_of(rates)))[:N_SOURCES_DRAWN]


def _of_source(rows: list[dict[str, Any]], terms: list[str], place: tuple[int, int]) -> go.Scatter:
    number, n_sources = place
    offset = SPREAD * ((n_sources - 1) / 2 - number) / max(1, n_sources - 1)
    return go.Scatter(
        x=[row["per_thousand"] for row in rows],
        y=[offset - terms.index(row["term"]) for row in rows],
        mode="markers",
        marker={"size": 9, "symbol": SYMBOLS[number]},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [0 if row["high"] is None else row["high"] - row["per_thousand"] for row in rows],
            "arrayminus": [0 if row["low"] is None else row["per_thousand"] - row["low"] for row in rows],
            "thickness": LINE_WIDTH,
            "width": 0,
        },
        customdata=[point_of(word=row["shown"]) for row in rows],
        text=[_tooltip(row) for row in rows],
        hovertemplate="%{text}<extra></extra>",
        name=in_figure(rows[0]["source"], LABEL_LENGTH),
    )


def _tooltip(row: dict[str, Any]) -> str:
    said = (
        f"<b>{in_figure(row['shown'])}</b>, {in_figure(row['source'])}<br>{count(row['n_uses'])} times in "
        f"{count(row['n_articles'])} of {count(row['n_articles_of_source'])} articles<br>"
        f"{decimal(row['per_thousand'], 1)} per 1,000 words"
    )
    if row["low"] is None:
        return said
    return f"{said}; in more stories like these {decimal(row['low'], 1)} to {decimal(row['high'], 1)}"
