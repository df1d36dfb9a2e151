"""The table of sources."""

from collections.abc import Iterator
from typing import Any, Final

import pyarrow as pa
import streamlit as st

from components import session
from components.number_format import measured, number_form
from components.widgets.shared.csv_button import csv_button
from components.widgets.shared.figure import in_whole_percent
from components.wording.pages import WHOLE_TEXT, base
from newscorpus.query.sources.table import MIN_ARTICLES_FOR_MEDIAN, MIN_ARTICLES_FOR_QUARTILES, sources_table
from newscorpus.register.measure import Measure
from newscorpus.register.measures import shown_in

_number = st.column_config.NumberColumn


def _medians(measure: Measure) -> Iterator[tuple[str, Any]]:
    """The columns of a measure: its median and, where the register says so, between which values half of them lie."""
    label = f"Median {measure.column_heading[0].lower()}{measure.column_heading[1:]}"
    yield measure.median_key, _number(label, format=number_form(measure))
    if measure in shown_in("spread of sources"):
        yield _half_key(measure), st.column_config.TextColumn("half of the articles lie between")


def _half_key(measure: Measure) -> str:
    return f"{measure.key}_half"


COLUMNS: Final[dict[str, Any]] = {
    "source": st.column_config.TextColumn("Source", pinned=True),
    "n_articles": _number("Articles"),
    "n_words": _number("Words", format="localized"),
    "own_share": _number(
        "Own words",
        format="percent",
        help="The share of its words in sentences of no other source and no agency",
    ),
    **{name: column for measure in shown_in("sources") for name, column in _medians(measure)},
    "top_names": st.column_config.ListColumn("Named most", width="medium"),
    "n_agency": _number("From an agency"),
    "n_undated": _number("Without a date"),
}
MEDIANS: Final = frozenset(name for measure in shown_in("sources") for name, _ in _medians(measure))


def _half(row: dict[str, Any], measure: Measure) -> str | None:
    """Between which values half of a source's articles lie, from its first quartile to its third."""
    if row[f"{measure.key}_q1"] is None:
        return None
    return " to ".join(measured(row[f"{measure.key}_{quartile}"], measure) for quartile in ("q1", "q3"))


def source_table(view: session.View) -> None:
    """A row a source. Without a source that has enough articles for a median, those columns are not there."""
    answer = session.ask(view, sources_table)
    has_medians = any(n >= MIN_ARTICLES_FOR_MEDIAN for n in answer.table["n_articles"].to_pylist())
    columns = {name: column for name, column in COLUMNS.items() if has_medians or name not in MEDIANS}
    rows, shown = answer.table.to_pylist(), answer.table
    for measure in shown_in("spread of sources"):
        halves = pa.array((_half(row, measure) for row in rows), pa.string())
        shown = shown.append_column(_half_key(measure), halves)
    st.dataframe(
        in_whole_percent(shown, columns),
        column_order=list(columns),
        column_config=columns,
        hide_index=True,
        placeholder="–",
        key="sources-table",
        alt="The sources side by side",
    )
    note = (
        f" – where a source has fewer than {MIN_ARTICLES_FOR_MEDIAN} articles (for halves, "
        f"{MIN_ARTICLES_FOR_QUARTILES})."
    )
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(base(answer.n_articles) + (f"{note} {WHOLE_TEXT}" if has_medians else ""))
        csv_button("sources", lambda: answer.table)
