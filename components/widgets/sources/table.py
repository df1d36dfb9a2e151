"""The table of sources."""

from typing import Any, Final

import pyarrow as pa
import streamlit as st

from components import session
from components.number_format import decimal
from components.widgets.shared.csv_button import csv_button
from components.widgets.shared.figure import in_whole_percent
from components.wording.pages import WHOLE_TEXT, base
from newscorpus.query.sources.table import MIN_ARTICLES_FOR_MEDIAN, MIN_ARTICLES_FOR_QUARTILES, sources_table
from newscorpus.register.measures import MEASURES

_number = st.column_config.NumberColumn
_polarity, _tone = MEASURES["polarity"].label, MEASURES["tone"].label
SIGNED: Final = "%+.2f"
COLUMNS: Final[dict[str, Any]] = {
    "source": st.column_config.TextColumn("Source", pinned=True),
    "n_articles": _number("Articles"),
    "n_words": _number("Words", format="localized"),
    "own_share": _number(
        "Own words",
        format="percent",
        help="The share of its words in sentences of no other source and no agency",
    ),
    "words_median": _number("Words, middle", format="%.0f"),
    "tone_median": _number(f"{_tone}, middle", format=SIGNED),
    "tone_half": st.column_config.TextColumn("half between"),
    "polarity_median": _number(f"{_polarity}, middle", format=SIGNED),
    "top_names": st.column_config.ListColumn("Named most", width="medium"),
    "n_agency": _number("From an agency"),
    "n_undated": _number("Without a date"),
}
MEDIANS: Final = ("words_median", "tone_median", "tone_half", "polarity_median")


def _half(row: dict[str, Any]) -> str | None:
    """Between which values the middle half of a source's articles lies."""
    if row["tone_q1"] is None:
        return None
    return " to ".join(decimal(row[name], signed=True) for name in ("tone_q1", "tone_q3"))


def source_table(view: session.View) -> None:
    """A row a source. Without a source that has enough articles for a middle value, those columns are not there."""
    answer = session.ask(view, sources_table)
    has_medians = any(n >= MIN_ARTICLES_FOR_MEDIAN for n in answer.table["n_articles"].to_pylist())
    columns = {name: column for name, column in COLUMNS.items() if has_medians or name not in MEDIANS}
    shown = answer.table.append_column("tone_half", pa.array(map(_half, answer.table.to_pylist()), pa.string()))
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
