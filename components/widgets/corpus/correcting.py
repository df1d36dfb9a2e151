"""Correcting a source or a date for one or many articles: every figure follows, and all can be taken back."""

from datetime import date
from typing import Any, Final

import streamlit as st

from components import session
from components.number_format import counted
from components.widgets.corpus import decisions as decided
from components.widgets.corpus.own import own_corpus
from newscorpus.keep.corpus import Corpus
from newscorpus.keep.decisions import CorrectedField, correct
from newscorpus.query.selection import UNKNOWN_SOURCE
from newscorpus.query.sources.articles import articles_list

N_ROWS: Final = 200
COLUMNS: Final[dict[str, Any]] = {
    "title": st.column_config.TextColumn("Headline", width="large"),
    "source": "Outlet",
    "published_at": st.column_config.DateColumn("Date"),
    "n_words": "Words",
}


def show(view: session.View) -> None:
    """The articles chosen, to be ticked; what to set; and what was corrected so far."""
    answer = session.ask(view, articles_list, "source", N_ROWS)
    event = st.dataframe(
        answer.table,
        column_order=list(COLUMNS),
        column_config=COLUMNS,
        hide_index=True,
        placeholder="unknown",
        key=f"correct-{view.reader.fingerprint}",  # rows move when something was corrected: begin unticked
        on_select="rerun",
        selection_mode="multi-row",
        alt="Articles to correct",
    )
    shown = f"The first {N_ROWS} of {counted(answer.n_articles, 'article')}. Filter in the sidebar to find others. "
    st.caption(f"{shown if answer.n_articles > N_ROWS else ''}Tick one article or many, then say what is right.")
    ticked = [answer.table["article_id"][row].as_py() for row in event.selection.rows]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        column = st.segmented_control(
            "What is wrong?",
            list(decided.FIELDS),
            default="source",
            required=True,
            format_func=decided.FIELDS.__getitem__,
        )
        value = _right_value(view, column)
        st.button(
            f"Correct {counted(len(ticked), 'article')}",
            type="primary",
            disabled=not ticked,
            on_click=_correct,
            args=(view.corpus, ticked, column, value),
            key="set_right",
        )
    decided.show(view)


def _right_value(view: session.View, column: CorrectedField) -> str | None:
    if column == "published_at":
        day: date | None = st.date_input("Right date (empty: unknown)", value=None, format="YYYY-MM-DD")
        return day.isoformat() if day else None
    known = [source for source in session.offered(view).sources if source != UNKNOWN_SOURCE]
    chosen: str | None = st.selectbox(
        "Right outlet (empty: unknown)",
        known,
        index=None,
        accept_new_options=True,
        placeholder="choose or write a name",
        key="right_source",
    )
    return chosen.strip() or None if chosen else None


def _correct(corpus: Corpus, article_ids: list[str], column: CorrectedField, value: str | None) -> None:
    correct(own_corpus(corpus), article_ids, column, value)
