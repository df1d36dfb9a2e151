"""The words beside what was found, and a way to search for both together."""

from typing import Any, Final

import pyarrow as pa
import streamlit as st

from components import session
from components.number_format import count, counted
from components.widgets.shared.figure import table_behind
from newscorpus.query.concordance.collocates import MAX_SPAN, MIN_ARTICLES, MIN_USES, Collocates, collocates
from newscorpus.query.concordance.hits import Find
from newscorpus.query.concordance.search_language import DEFAULT_WITHIN, AnyOf, parse
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection

ROWS: Final = "beside-rows"
COLUMNS: Final[dict[str, Any]] = {
    "shown": st.column_config.TextColumn("Word"),
    "log_dice": st.column_config.NumberColumn("log-Dice", format="%.1f"),
    "n_near": st.column_config.NumberColumn("Times beside"),
    "n_before": st.column_config.NumberColumn("of these before"),
    "n_articles": st.column_config.NumberColumn("Articles"),
    "n_uses": st.column_config.NumberColumn("Times in all"),
}


def beside(view: session.View, wanted: Find) -> None:
    """The collocates of a search as a table; ticking one searches for both within the same span."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        spans = tuple(range(1, MAX_SPAN + 1))
        span = st.select_slider("Words on each side", spans, value=DEFAULT_WITHIN, key="span", bind="query-params")
        small = st.toggle("function words too (the, of, and)", key="small", bind="query-params")
    answer = session.ask(view, _all_collocates if small else collocates, wanted, span)
    if not answer.table.num_rows:
        st.text(
            f"No word stands {counted(MIN_USES, 'time')} or more within {counted(span, 'word')} of a hit, in "
            f"{counted(MIN_ARTICLES, 'article')} or more. With fewer, it would be chance."
        )
        return
    _table(answer.table, wanted, span)
    st.caption(_base(answer, span))
    table_behind("beside", answer.table, COLUMNS, "the words beside what was found")


def both(wanted: Find, span: int, form: str) -> str | None:
    """The search for a hit and a word near it; None where the language has no way to say it.

    >>> both(Find("human rights"), 5, "report"), both(Find("a OR b"), 5, "c"), both(Find("/a/"), 5, "c")
    ('human rights NEAR/5 "report"', None, None)
    """
    query = parse(wanted.text)
    if wanted.as_written or not isinstance(query, AnyOf) or len(query.alternatives) > 1:
        return None
    return f'{wanted.text} NEAR/{span} "{form}"'


def _table(table: pa.Table, wanted: Find, span: int) -> None:
    forms = table["form"].to_pylist()
    can_be_picked = both(wanted, span, forms[0]) is not None

    def search_for_both() -> None:
        ticked = st.session_state[ROWS].selection.rows
        st.session_state["find"] = both(wanted, span, forms[ticked[0]]) if ticked else wanted.text
        st.session_state["show"] = "lines"

    st.dataframe(
        table,
        column_order=list(COLUMNS),
        column_config=COLUMNS,
        hide_index=True,
        key=ROWS,
        on_select=search_for_both if can_be_picked else "ignore",
        selection_mode="single-row",
        alt="Words beside what was found",
    )
    if can_be_picked:
        st.caption("Tick a word to see the lines in which both stand.")


def _all_collocates(reader: Reader, selection: Selection, wanted: Find, span: int) -> Collocates:
    return collocates(reader, selection, wanted, span, content_only=False)


def _base(answer: Collocates, span: int) -> str:
    read = f"{counted(answer.n_hits_read, 'hit')} in {counted(answer.n_articles_read, 'article')} read"
    if answer.n_hits_read < answer.n_hits:
        read += f", of {counted(answer.n_hits, 'hit')}: which ones is left to chance"
    return (
        f"n = {read}. Words within {counted(span, 'word')} before or behind a hit, {count(MIN_USES)} times or more, in "
        f"{count(MIN_ARTICLES)} articles or more. log-Dice is 14 where two words always stand together, and one less "
        "is half as much; it does not grow with the corpus."
    )
