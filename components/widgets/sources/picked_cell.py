"""One cell of a figure of quotations, picked by a click, kept in the address, taken away by its chip."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final
from urllib.parse import parse_qsl

import streamlit as st

from components import link
from components.inert import in_label, point_of
from newscorpus.query.quotations.counts import QuotationFilter

PARAMETER: Final = "cell"
WORDS: Final = {"source": "Source", "speaker": "Speaker", "verb_class": "Verbs"}
"""What a cell can say -> the word on its chip."""
LABEL_LENGTH: Final = 60


def current_cell() -> dict[str, str]:
    """What the picked cell says: source, speaker, verb_class, or some of them; empty when none is picked."""
    picked = next(iter(link.kept(PARAMETER)), "")
    return {name: value for name, value in parse_qsl(picked) if name in WORDS}


def pick_cell(points: Sequence[Any]) -> None:
    """The callback of a figure: the first mark picked is the cell; none opens it again."""
    picked = next((str(point.get("customdata") or "") for point in points), "")
    link.keep(PARAMETER, [picked] if picked else [])


def pick(**cell: str) -> None:
    """Pick a cell by what it says. Only in a callback."""
    link.keep(PARAMETER, [point_of(**cell)] if cell else [])


def narrowed(chosen: QuotationFilter, cell: dict[str, str]) -> QuotationFilter:
    """The filter, narrowed to a cell."""
    return replace(chosen, **cell)  # type: ignore[arg-type]


def cell_chips(cell: dict[str, str]) -> None:
    """A chip for each thing the cell says. A click takes it away."""
    if not cell:
        return
    with st.container(horizontal=True, gap="small", key="cell-chips"):
        for name, value in cell.items():
            rest = {other: said for other, said in cell.items() if other != name}
            st.button(
                f"{WORDS[name]}: {in_label(value, LABEL_LENGTH)} ✕",
                key=f"cell-{name}",
                on_click=pick,
                kwargs=rest,
                help="Show the quotations of the others too",
            )
