"""The articles chosen, as a table whose rows open the article."""

from typing import Any, Final

import streamlit as st

from components import session
from components.number_format import count, number_form
from components.widgets.shared.csv_button import csv_button
from components.widgets.shared.picks import read
from components.wording.pages import WHOLE_TEXT, base
from newscorpus.query.sources.articles import ORDERS, articles_list
from newscorpus.register.measures import shown_in

N_ROWS: Final = 100  # a page of the list: sent at once, read without paging in most corpora
COLUMNS: Final[dict[str, Any]] = {
    "source": st.column_config.TextColumn("Source"),
    "title": st.column_config.TextColumn("Headline", width="large"),
    "published_at": st.column_config.DateColumn("Date", format="D MMM YYYY"),
    "agency": st.column_config.TextColumn("Agency"),
    **{
        measure.key: st.column_config.NumberColumn(measure.column_heading, format=number_form(measure))
        for measure in shown_in("articles")
    },
}


def article_table(view: session.View, key: str = "articles") -> None:
    """A page of the articles chosen. Ticking a row opens the article."""
    order = st.selectbox("Order", list(ORDERS), key=f"{key}-order", width=240)
    answer = session.ask(view, articles_list, order, N_ROWS)
    rows, n_all = answer.table, answer.n_articles
    if n_all > N_ROWS:
        page = st.pagination(-(-n_all // N_ROWS), key=f"{key}-page")
        rows = session.ask(view, articles_list, order, N_ROWS, (page - 1) * N_ROWS).table if page > 1 else rows
    event = st.dataframe(
        rows,
        column_order=list(COLUMNS),
        column_config=COLUMNS,
        hide_index=True,
        placeholder="–",
        key=f"{key}-rows",
        on_select="rerun",
        selection_mode="single-row",
        alt="The articles chosen",
    )
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(f"Tick a row to read the article. {base(n_all)} {WHOLE_TEXT}")
        csv_button("articles", lambda: _every_row(view, order, n_all), f"All {count(n_all)} articles.", key)
    if event.selection.rows:
        read(rows["article_id"][event.selection.rows[0]].as_py())


def _every_row(view: session.View, order: str, n_all: int) -> Any:  # noqa: ANN401 - an Arrow table
    return articles_list(view.reader, view.selection, order, n_all).table
