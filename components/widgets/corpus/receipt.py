"""The receipt: what came in, what was set aside and why, and what a reader can do about it."""

from typing import Any, Final

import pyarrow as pa
import streamlit as st

from components import session
from components.inert import in_label
from components.number_format import count, counted
from components.widgets.corpus.own import own_corpus
from components.widgets.shared.figure import table_behind
from components.wording.pages import listed
from newscorpus.errors import NothingToRead
from newscorpus.keep.builds import start_build
from newscorpus.keep.corpus import Corpus
from newscorpus.keep.decisions import choose_columns, let_in, read_decisions
from newscorpus.keep.previews import preview
from newscorpus.query.receipts import cuts_by_kind, files_with_unknown_columns, receipt_counts, receipts
from newscorpus.tables.kinds import KINDS_OF_REMOVAL

OUTCOMES: Final = {"rejected": "Set aside", "duplicate": "Copies", "kept": "Kept"}
N_ROWS: Final = 100
N_FILES_ASKED: Final = 5  # tables whose columns are asked for at once
ROLES: Final = {
    "text": "Text of the article",
    "title": "Headline",
    "source": "Outlet",
    "published_at": "Date",
    "author": "Author",
    "url": "Address",
}
COLUMNS: Final[dict[str, Any]] = {
    "file": "File",
    "record": st.column_config.NumberColumn("Row", help="Rows of a table are counted from 0."),
    "layout": "Read as",
    "why": st.column_config.TextColumn("Reason", width="large"),
    "detail": "Detail",
    "source": "Outlet",
    "title": "Headline",
    "n_words": "Words",
}


def show(view: session.View) -> None:
    """The receipt in one sentence, then record by record."""
    counts = session.ask(view, receipt_counts).to_pylist()
    st.text(_sentence(counts))
    found = {outcome: sum(row["n_records"] for row in counts if row["outcome"] == outcome) for outcome in OUTCOMES}
    _ask_for_columns(view)
    offered = [outcome for outcome in OUTCOMES if found[outcome]]
    outcome = st.segmented_control(
        "Records",
        offered,
        default=offered[0] if offered else None,
        format_func=lambda key: f"{OUTCOMES[key]} · {count(found[key])}",
        key="receipt_outcome",
        label_visibility="collapsed",
    )
    if outcome:
        _records(view, outcome)
    cuts = session.ask(view, cuts_by_kind)
    words = [KINDS_OF_REMOVAL.get(kind, kind) for kind in cuts["kind"].to_pylist()]
    columns = {"kind": "Kind", "n_stretches": "Stretches", "n_articles": "Articles", "n_characters": "Characters"}
    table_behind("cuts", cuts.set_column(0, "kind", [words]), columns, "what cleaning cut, by kind")


def _sentence(counts: list[dict[str, Any]]) -> str:
    n = {outcome: sum(row["n_records"] for row in counts if row["outcome"] == outcome) for outcome in OUTCOMES}
    parts = [f"{count(n['kept'])} kept as articles"]
    if n["duplicate"]:
        parts.append(f"{counted(n['duplicate'], 'copy', 'copies')} of articles that are here")
    if n["rejected"]:
        parts.append(f"{count(n['rejected'])} set aside with a reason")
    return f"{counted(sum(n.values()), 'record')} came in: {listed(parts)}. Nothing else was met."


def _records(view: session.View, outcome: str) -> None:
    n_all = session.ask(view, receipts, (outcome,), 0).n_articles
    n_pages = max(1, -(-n_all // N_ROWS))
    page = st.pagination(n_pages, key=f"receipt-page-{outcome}") if n_pages > 1 else 1
    rows = session.ask(view, receipts, (outcome,), N_ROWS, (page - 1) * N_ROWS).table
    hidden = {"kept": ("why",), "rejected": ("source", "title", "n_words"), "duplicate": ()}[outcome]
    shown: dict[str, Any] = {
        "column_order": [name for name in COLUMNS if name not in hidden],
        "column_config": COLUMNS,
        "hide_index": True,
        "placeholder": "–",
        "key": f"receipt-{outcome}-{page}",
        "alt": f"Records: {OUTCOMES[outcome]}",
    }
    if outcome == "duplicate":
        _copies(view.corpus, rows, shown)
    else:
        st.dataframe(rows, **shown)


def _copies(corpus: Corpus, rows: pa.Table, shown: dict[str, Any]) -> None:
    event = st.dataframe(rows, on_select="rerun", selection_mode="multi-row", **shown)
    ticked = [rows.slice(row, 1).to_pylist()[0] for row in event.selection.rows]
    st.caption("Tick copies that should count as articles of their own.")
    places = [(row["file"], row["record"]) for row in ticked]
    st.button("Let them back in", disabled=not places, on_click=_let_in, args=(corpus, places))


def _let_in(corpus: Corpus, places: list[tuple[str, int]]) -> None:
    mine = own_corpus(corpus)
    let_in(mine, [*read_decisions(mine).let_in, *places])
    start_build(mine)


def _ask_for_columns(view: session.View) -> None:
    for file in session.ask(view, files_with_unknown_columns, N_FILES_ASKED):
        with st.container(border=True):
            st.subheader(f"Which column is which in {in_label(file)}?")
            try:
                shown = preview(view.corpus, file)
            except NothingToRead as error:
                st.text(str(error))
                continue
            st.dataframe(
                [dict(zip(shown.headings, row, strict=False)) for row in shown.rows], hide_index=True, alt=file
            )
            chosen = {}
            with st.container(horizontal=True):
                for role, words in ROLES.items():
                    at = shown.headings.index(shown.recognised[role]) if role in shown.recognised else None
                    chosen[role] = st.selectbox(
                        words, shown.headings, index=at, key=f"column-{file}-{role}", placeholder="none"
                    )
            columns = {role: heading for role, heading in chosen.items() if heading}
            st.button(
                "Read it so",
                key=f"columns-{file}",
                type="primary",
                disabled="text" not in columns,
                on_click=_choose,
                args=(view.corpus, columns),
                help="Choose at least the column that holds the text.",
            )


def _choose(corpus: Corpus, columns: dict[str, str]) -> None:
    mine = own_corpus(corpus)
    choose_columns(mine, read_decisions(mine).columns | columns)
    start_build(mine)
