"""Two sides and their words: a mark a word, as far right and up as either uses it, named where there is room."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Any, Final

import plotly.graph_objects as go

from components.charts.tables import Table, rows_of
from components.inert import in_figure, point_of
from components.number_format import count, decimal
from components.theme import LABEL_LENGTH, figure_of

N_DRAWN: Final = 150  # words; more cannot be told apart
WORD_LENGTH: Final = 24  # characters of a word in the figure
HEIGHT: Final = 560
# Labels are placed for the inside of the figure on a phone. On wider screens marks move apart and labels stay as large
# as they are, so that what does not overlap here overlaps nowhere.
INSIDE_WIDTH: Final = 262
INSIDE_HEIGHT: Final = 440
CHARACTER_WIDTH: Final = 7.2  # of the label's letters, wide ones included
LABEL_HEIGHT: Final = 15
MARK: Final = 9
GAP: Final = 3
MARGIN: Final = 0.06  # of the axis, beyond the first and the last mark
TIE_STEP: Final = 0.022  # of the axis, between words that both sides use alike
SYMBOLS: Final = {True: "circle", False: "circle-open"}

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def contrast(words: Table, side: str, other: str) -> go.Figure:
    """The words of `side` against those of `other`; each mark picks its word (parameter `word`).

    `words`: term, shown, n_uses, per_thousand, n_articles, the same of the other side (…_other) and is_called, those
    to be named first in front. An axis runs from what a side uses least to what it uses most, by rank, so that rare and
    frequent words have the same room. What is called distinctive is a filled mark.
    """
    rows = rows_of(words, N_DRAWN)
    places = _places(rows)
    n_called = sum(row["is_called"] for row in rows)  # they stand in front
    positions = place_labels(places, [_label(row) for row in rows], n_called)
    drawn = list(zip(rows, places, positions, strict=True))
    traces = [_marks([one for one in drawn if one[0]["is_called"] is called]) for called in (False, True)]
    ends = {"tickvals": [0, 1], "range": [-MARGIN, 1 + MARGIN], "showgrid": False, "fixedrange": True}
    across = ends | {"title": {"text": f"{in_figure(other, LABEL_LENGTH)} →"}, "ticktext": ["rarely", "often"]}
    down = ends | {"title": {"text": f"{in_figure(side, LABEL_LENGTH)} →"}, "ticktext": ["rarely", "often"]}
    line = {"type": "line", "x0": 0, "y0": 0, "x1": 1, "y1": 1, "line": {"width": 1, "dash": "dot"}, "layer": "below"}
    return figure_of(traces, "Words of the two sides", HEIGHT, (across, down), shapes=[line])


def contrast_alt(words: Table, side: str, other: str) -> str:
    """The figure for those who do not see it."""
    rows = rows_of(words, N_DRAWN)
    called = [row["shown"] for row in rows if row["is_called"]]
    first = ", ".join(row["shown"] for row in rows[:10])
    said = f"{count(len(rows))} words by how often {side} and {other} use them. "
    said += f"Called distinctive: {', '.join(called)}. " if called else "None is called distinctive. "
    return said + f"They differ most in: {first}."


def place_labels(
    places: Sequence[tuple[float, float]], labels: Sequence[str], n_over_marks: int = 0
) -> list[str | None]:
    """Where each label stands beside its mark, as Plotly names it; None for one that finds no room.

    `places` are shares of the axes. Earlier ones choose first. No label covers another, and none but the first
    `n_over_marks` covers a mark.

    >>> place_labels([(0.5, 0.5), (0.52, 0.5), (0.5, 0.9)], ["dam", "river", "gate"])
    ['middle left', 'middle right', 'middle right']
    """
    points = [
        ((x + MARGIN) / (1 + 2 * MARGIN) * INSIDE_WIDTH, (1 + MARGIN - y) / (1 + 2 * MARGIN) * INSIDE_HEIGHT)
        for x, y in places
    ]
    marks = [Box(x - MARK / 2, y - MARK / 2, x + MARK / 2, y + MARK / 2) for x, y in points]
    taken: list[Box] = []
    found = []
    for number, ((x, y), label) in enumerate(zip(points, labels, strict=True)):
        free = [o for o in label_boxes(x, y, label) if _is_inside(o[1]) and not _meets(o[1], taken)]
        clear = [option for option in free if not _meets(option[1], marks)]
        name, box = next(iter(clear or (free if number < n_over_marks else [])), (None, None))
        found.append(name)
        taken += [box] if box is not None else []
    return found


def label_boxes(x: float, y: float, label: str) -> Iterable[tuple[str, Box]]:
    """Where a label can stand beside the mark at x and y, in pixels, best first: Plotly's name and the rectangle."""
    width, half = CHARACTER_WIDTH * len(label), LABEL_HEIGHT / 2
    beside = MARK / 2 + GAP
    yield "middle right", Box(x + beside, y - half, x + beside + width, y + half)
    yield "middle left", Box(x - beside - width, y - half, x - beside, y + half)
    yield "top center", Box(x - width / 2, y - beside - LABEL_HEIGHT, x + width / 2, y - beside)
    yield "bottom center", Box(x - width / 2, y + beside, x + width / 2, y + beside + LABEL_HEIGHT)


def _is_inside(box: Box) -> bool:
    return box.left >= 0 and box.top >= 0 and box.right <= INSIDE_WIDTH and box.bottom <= INSIDE_HEIGHT


def _meets(box: Box, others: Iterable[Box]) -> bool:
    return any(box.meets(other) for other in others)


def _label(row: Row) -> str:
    return str(row["shown"])[:WORD_LENGTH]


def _places(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """x and y of each word from 0 to 1: the share of words a side uses less. Equal words stand in a small block."""
    ranks = [_ranks([row[name] for row in rows]) for name in ("per_thousand_other", "per_thousand")]
    points = list(zip(*ranks, strict=True))
    n_there = Counter(points)
    seen: Counter[tuple[float, float]] = Counter()
    places = []
    for x, y in points:
        n_across = ceil(sqrt(n_there[x, y]))
        row, column = divmod(seen[x, y], n_across)
        seen[x, y] += 1
        places.append((min(1.0, x + column * TIE_STEP), min(1.0, y + row * TIE_STEP)))
    return places


def _ranks(values: Sequence[float]) -> list[float]:
    """The share of the values that are smaller than each, so that the largest is 1."""
    ordered = sorted(values)
    return [bisect_left(ordered, value) / max(1, bisect_left(ordered, ordered[-1])) for value in values]


def _marks(drawn: Sequence[tuple[Row, tuple[float, float], str | None]]) -> go.Scatter:
    rows = [row for row, _, _ in drawn]
    called = bool(rows and rows[0]["is_called"])
    return go.Scatter(
        x=[x for _, (x, _), _ in drawn],
        y=[y for _, (_, y), _ in drawn],
        mode="markers+text",
        marker={"size": MARK + 2 * called, "symbol": SYMBOLS[called]},
        text=[in_figure(_label(row)) if position else "" for row, _, position in drawn],
        textposition=[position or "middle right" for _, _, position in drawn],
        customdata=[point_of(word=row["shown"]) for row in rows],
        hovertext=[_tooltip(row) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
        name="called distinctive" if called else "other words",
    )


def _tooltip(row: Row) -> str:
    sides = [
        f"{count(row[f'n_uses{of}'])} times in {count(row[f'n_articles{of}'])} articles, "
        f"{decimal(row[f'per_thousand{of}'], 1)} per 1,000 words"
        for of in ("", "_other")
    ]
    return f"<b>{in_figure(row['shown'])}</b><br>{sides[0]}<br>against {sides[1]}"
