"""Names: who and what is named, how often, under which spelling?"""

from collections import defaultdict
from dataclasses import replace
from typing import Any, Final

import pyarrow as pa
import streamlit as st

from components import link, session
from components.charts.names import name_bars, name_bars_alt
from components.inert import in_label
from components.number_format import count, counted
from components.widgets.corpus import opening
from components.widgets.shared.articles import article_table
from components.widgets.shared.figure import figure, table_behind
from components.widgets.sources.one_name import one_name_closely
from components.wording.pages import NO_MATCH, base, listed, not_narrowed
from newscorpus.query.names.counts import NameCount, name_count, name_counts, names_by_source, spellings
from newscorpus.query.selection import MAX_SEARCH_CHARACTERS
from newscorpus.query.sources.totals import headline_figures
from newscorpus.tables.kinds import KIND_WORDS

QUESTION: Final = "Who and what is named, how often, by whom, and under which spelling?"
HEADING_LENGTH: Final = 100
NOTE_LENGTH: Final = 300
N_BARS: Final = 20  # as many as fit a screen
N_NAMES_LISTED: Final = 500  # the list is for looking through; the search finds the others
NAME_COLUMNS: Final[dict[str, Any]] = {
    "name": st.column_config.TextColumn("Name", width="large"),
    "kind": st.column_config.TextColumn("Kind"),
    "n_mentions": st.column_config.NumberColumn("Mentions"),
    "n_articles": st.column_config.NumberColumn("Articles naming it"),
    "n_sources": st.column_config.NumberColumn("Sources naming it"),
}
SOURCE_COLUMNS: Final[dict[str, Any]] = {
    "source": st.column_config.TextColumn("Source"),
    "n_mentions": st.column_config.NumberColumn("Mentions"),
    "per_thousand": st.column_config.NumberColumn("per 1,000 words", format="%.1f"),
    "n_articles": st.column_config.NumberColumn("Articles"),
    "n_articles_of_source": st.column_config.NumberColumn("of its"),
}


def show() -> None:
    """Draw the page."""
    view = opening.page("Names", QUESTION)
    if not session.ask(view, headline_figures).n_articles:
        st.info(NO_MATCH)
        return
    kinds, search = _controls()
    named = session.ask(view, name_counts, N_NAMES_LISTED, kinds, search, selection=view.selection.without("names"))
    if not named.table.num_rows:
        st.text("No name fits. Choose other kinds, or search for fewer letters.")
        return
    bars, one = st.columns(2, gap="large")
    with bars:
        top = named.table.slice(0, N_BARS)
        figure("names-bars", name_bars(top), name_bars_alt(top), picks=("name",))
        said = base(named.n_articles, named.left_out) + not_narrowed(view.selection, "names")
        st.caption(f"Click a bar to choose that name. {said}")
    with one:
        label = _one_name(view, tuple(named.table["name_label"].to_pylist()))
    one_name_closely(view, label)
    table_behind("all-names", _with_kind_words(named.table), NAME_COLUMNS, "every name that fits")
    st.subheader(in_label(f"Articles that name {label}", HEADING_LENGTH), anchor=False)
    article_table(replace(view, selection=replace(view.selection, names=(label,))), "naming")


def _controls() -> tuple[tuple[str, ...], str]:
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    kinds = left.pills(
        "Kinds",
        list(KIND_WORDS),
        selection_mode="multi",
        format_func=KIND_WORDS.__getitem__,
        key="kind",
        bind="query-params",
        wrap=True,
    )
    search = right.text_input(
        "Name holds", key="letters", bind="query-params", type="search", max_chars=MAX_SEARCH_CHARACTERS
    )
    return tuple(kinds or ()), search


def _one_name(view: session.View, listed_names: tuple[str, ...]) -> str:
    """Everything about one name: by source, its spellings, the articles that name it."""
    chosen = [*view.selection.names]
    options = list(dict.fromkeys([*chosen, *listed_names]))
    label = st.selectbox("Look closer at", options, key=f"closer-{'|'.join(chosen)}")
    open_names = view.selection.without("names")
    by_source = session.ask(view, names_by_source, (label,), selection=open_names)
    _count(session.ask(view, name_count, label, selection=open_names))
    st.dataframe(
        by_source.table,
        column_order=list(SOURCE_COLUMNS),
        column_config=SOURCE_COLUMNS,
        hide_index=True,
        placeholder="–",
        key="one-name",
        alt="One name, by source",
    )
    st.caption(base(by_source.n_articles, by_source.left_out) + not_narrowed(view.selection, "names"))
    _spellings(session.ask(view, spellings, label, selection=open_names))
    if label not in chosen:
        st.button("Show only articles that name it", on_click=link.narrow, args=({"name": [*chosen, label]},))
    return label


def _count(found: NameCount) -> None:
    """How often the name is written, and what of that is not certain."""
    st.text(f"{counted(found.n_mentions, 'mention')} in {counted(found.n_articles, 'article')}.")
    if found.n_inferred:
        st.caption(
            f"Inferred: {counted(found.n_inferred, 'mention')} in {counted(found.n_articles_inferred, 'article')}. "
            "There the name is written short, and only other articles of this corpus say whose it is."
        )
    if found.bearers:
        st.caption(in_label(f"Not decided who is meant; the same articles name {listed(found.bearers)}.", NOTE_LENGTH))


def _spellings(table: pa.Table) -> None:
    """Which spellings were merged into the name, and who writes which."""
    by_surface: dict[str, list[str]] = defaultdict(list)
    total: dict[str, int] = defaultdict(int)
    for row in table.to_pylist():
        by_surface[row["surface"]].append(f"{row['source']} {count(row['n_mentions'])}")
        total[row["surface"]] += row["n_mentions"]
    said = "One spelling" if len(total) == 1 else f"{count(len(total))} spellings merged into this name"
    st.markdown(f"**{said}**")
    rows = [
        {"Written": s, "Times": n, "By": listed(by_surface[s])} for s, n in sorted(total.items(), key=lambda i: -i[1])
    ]
    st.dataframe(rows, hide_index=True, key="spellings", alt="Spellings merged into this name, by source")


def _with_kind_words(table: pa.Table) -> pa.Table:
    words = pa.array([KIND_WORDS[kind] for kind in table["kind"].to_pylist()], pa.string())
    return table.set_column(table.column_names.index("kind"), "kind", words)


if __name__ == "__main__":
    show()
