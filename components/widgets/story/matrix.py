"""Who tells what, in whose words: the matrix of one story with its filters, its base and its table."""

from typing import Any, Final, get_args
from urllib.parse import parse_qs

import pyarrow as pa
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import link, session
from components.charts.statements import MARKS, least_width, most_width, statement_matrix, statement_matrix_alt
from components.number_format import count, counted
from components.theme import CHARTS_CONFIG, inked
from components.widgets.shared.figure import table_behind
from components.widgets.shared.scrolled import scrolled
from components.widgets.story.telling import Shown, cell_panel
from newscorpus.query.story.matrix import Matrix
from newscorpus.query.story.narrowing import Narrowing, Order, n_fitting, narrowed

N_ROWS: Final = 15  # of a page: as many as are read without losing the sources above
N_SOURCES_DRAWN: Final = 12  # columns that a phone has room for; the reader chooses others, or all
NOTHING_FITS: Final[dict[Narrowing, str]] = {
    "all": "No statement is left: nothing in these articles is of the words that count.",
    "quotations": "Nobody is quoted in these articles.",
    "facts": "Every statement of this story is a quotation.",
    "with figures": "No statement of this story has a number in it.",
    "told by all": "No statement was found in every independent text.",
    "by all but one": "No statement was found in all independent texts but one.",
    "by one source only": "Every statement was found in two independent texts or more.",
    "conflicts": "No two tellings of one statement differ in a number or in who says it.",
}
LABELS: Final[dict[Narrowing, str]] = {
    "all": "all",
    "quotations": "quotations",
    "facts": "facts",
    "with figures": "with numbers",
    "told by all": "told by all",
    "by all but one": "told by all but one",
    "by one source only": "only in one source",
    "conflicts": "conflicts",
}
INDEPENDENT: Final = (
    "Sources whose articles are copies of one text count as one: “told by all” leaves no independent text out, and "
    "“only in one source” may be one text in several."
)
DIFFERS: Final = frozenset(("trimmed", "reworded", "conflicts"))
CONFLICTS: Final = frozenset(("conflicts",))
N_SOURCES_BESIDE: Final = 3  # columns beside which both sentences have room on a wide screen
PANEL_STYLE: Final = """<style>
@media (min-width: 641px) {  /* on a narrower screen Streamlit puts the columns below one another */
  [data-testid="stLayoutWrapper"]:has(> .st-key-cell-panel) { position: sticky; top: 4rem; }
  .st-key-cell-panel { max-height: calc(100vh - 5rem); overflow-y: auto; padding-right: .5rem; }
}
</style>"""
TABLE_COLUMNS: Final[dict[str, Any]] = {
    "wording": st.column_config.TextColumn("Statement", width="large"),
    "source": st.column_config.TextColumn("Worded so by"),
    "kind": "Kind",
    "speaker": "Speaker",
    "n_sources": st.column_config.NumberColumn("Sources"),
    "n_texts": st.column_config.NumberColumn("Independent texts"),
}


def matrix_of(view: session.View, story: str, whole: Matrix) -> None:
    """Draw the matrix and, beside or below it, the cell that is read closely."""
    narrowing, order, sources = _controls(whole, story)
    rows = narrowed(whole, narrowing, order)
    if not rows:
        st.info(NOTHING_FITS[narrowing])
        return
    chart, panel = _places(len(sources))
    with chart:
        shown = [row | {"told_by": _told_by(row, len(whole.sources))} for row in _page(rows)]
        wanted = {row["row"] for row in shown}
        cells = [cell for cell in whole.cells.to_pylist() if cell["row"] in wanted]
        _draw(shown, [cell for cell in cells if cell["source"] in sources], sources)
        st.caption(_base(whole, rows, shown, sources, order))
    with panel, st.container(key="cell-panel"):
        st.subheader("Both sentences", anchor=False)
        first = _first(shown, cells, CONFLICTS if narrowing == "conflicts" else DIFFERS)
        asked = _asked(cells, wanted, narrowing) or first
        cell_panel(view, story, whole, Shown(shown, asked, is_narrow=len(sources) <= N_SOURCES_BESIDE))
    table_behind("statements", *_table(rows, whole))


def _places(n_sources: int) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Where the matrix stands and where both sentences do: beside each other where few sources leave the room."""
    if n_sources > N_SOURCES_BESIDE:
        return st.container(), st.container()
    st.html(PANEL_STYLE)
    left, right = st.columns([2, 3], gap="large")
    return left, right


def _draw(shown: list[dict[str, Any]], cells: list[dict[str, Any]], sources: tuple[str, ...]) -> None:
    key = "matrix"
    with scrolled("matrix-wide", least_width(len(sources)), most_width(len(sources))):
        st.plotly_chart(
            inked(statement_matrix(shown, cells, sources), st.context.theme.type),
            key=key,
            config=CHARTS_CONFIG,
            alt=statement_matrix_alt(shown, cells),
            on_select=lambda: _pick(key),
            selection_mode=("points",),
        )


def _controls(whole: Matrix, story: str) -> tuple[Narrowing, Order, tuple[str, ...]]:
    n_of = n_fitting(whole)
    asked = next(iter(link.kept("statements")), "all")
    key = f"statements-{story}"
    narrowing: Narrowing = st.pills(
        "Statements",
        list(n_of),
        format_func=lambda kind: f"{LABELS[kind]} ({count(n_of[kind])})",
        default=asked if asked in n_of else "all",
        required=True,
        key=key,
        on_change=lambda: link.keep("statements", [st.session_state[key]]),
        wrap=True,
    )
    order, columns = st.columns([2, 5], vertical_alignment="bottom")
    by: Order = order.selectbox("Order", get_args(Order), key="order", bind="query-params")
    with columns:
        return narrowing, by, _sources(whole, story)


def _sources(whole: Matrix, story: str) -> tuple[str, ...]:
    """The columns: those the reader chose, in that order; all; or those that tell most."""
    key = f"columns-{story}"
    chosen = st.multiselect(
        "Sources, in this order",
        list(whole.sources),
        default=[source for source in link.kept("columns") if source in whole.sources],
        key=key,
        on_change=lambda: link.keep("columns", st.session_state[key]),
        placeholder="those that tell most first",
    )
    n_all = len(whole.sources)
    if n_all > N_SOURCES_DRAWN and not chosen:
        words, what = f"Draw all {counted(n_all, 'source')}", "On a narrow screen the marks are moved sideways."
        if st.checkbox(words, key="all_sources", bind="query-params", help=what):
            return whole.sources
    return tuple(chosen) or whole.sources[:N_SOURCES_DRAWN]


def _told_by(row: dict[str, Any], n_all: int) -> str:
    """How many of the sources; and how many independent texts, where some of these are copies."""
    copies = f", {counted(row['n_texts'], 'text')}" if row["n_texts"] < row["n_sources"] else ""
    return f"{count(row['n_sources'])} of {count(n_all)}{copies}"


def _page(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    n_pages = -(-len(rows) // N_ROWS)
    page = st.pagination(n_pages, key="matrix-page") if n_pages > 1 else 1
    return rows[(min(page, n_pages) - 1) * N_ROWS :][:N_ROWS]


def _asked(cells: list[dict[str, Any]], wanted: set[str], narrowing: Narrowing) -> tuple[str, ...]:
    """The cell that the reader picked, while its row is shown; among conflicts, while it is one."""
    asked = link.kept("cell")
    if len(asked) < len(("row", "source")) or asked[0] not in wanted:
        return ()
    match = next((cell["match"] for cell in cells if (cell["row"], cell["source"]) == asked[:2]), None)
    return () if narrowing == "conflicts" and match not in CONFLICTS else asked


def _first(shown: list[dict[str, Any]], cells: list[dict[str, Any]], matches: frozenset[str]) -> tuple[str, str]:
    """The first cell with such a match, in the order of the rows: there is something to see."""
    for row in shown:
        for cell in cells:
            if cell["row"] == row["row"] and cell["match"] in matches:
                return row["row"], cell["source"]
    return shown[0]["row"], shown[0]["source"]


def _pick(chart: str) -> None:
    """The callback of the matrix: a mark that is clicked is read closely; nothing picked changes nothing."""
    for point in st.session_state[chart].selection.points[:1]:
        picked = parse_qs(str(point.get("customdata") or ""))
        if picked.keys() >= {"row", "source"}:
            link.keep("cell", [picked["row"][0], picked["source"][0]])


SHOWN_FIRST: Final[dict[Order, str]] = {
    "most told first": "told by most independent texts first",
    "by speaker": "quotations first, speaker by speaker, those most told first",
    "as first told": "in the order of first telling",
}


def _base(
    whole: Matrix, rows: list[dict[str, Any]], shown: list[dict[str, Any]], sources: tuple[str, ...], order: Order
) -> str:
    first = next(n for n, row in enumerate(rows, start=1) if row["row"] == shown[0]["row"])
    n_articles = whole.articles.num_rows
    others = len(whole.sources) - len(sources)
    return (
        f"Click a mark to read both sentences, “not found” for the nearest one. Rows "
        f"{count(first)}–{count(first + len(shown) - 1)} of "
        f"{counted(len(rows), 'statement')}, {SHOWN_FIRST[order]}. n = {counted(n_articles, 'article')}, "
        f"{counted(whole.n_texts, 'independent text')}."
        + (f" Left out: {counted(others, 'source')}; choose sources above." if others > 0 else "")
        + (f" {INDEPENDENT}" if whole.n_texts < n_articles else "")
        + " “Not found” says that nothing in that source's articles here was put beside the statement, no more."
    )


def _table(rows: list[dict[str, Any]], whole: Matrix) -> tuple[pa.Table, dict[str, Any], str]:
    """A row a statement, a column a source, the match in words."""
    told = {(cell["row"], cell["source"]): cell["match"] for cell in whole.cells.to_pylist()}
    kept = [{name: row[name] for name in TABLE_COLUMNS} for row in rows]
    table = pa.Table.from_pylist(kept)
    columns = dict(TABLE_COLUMNS)
    for n, source in enumerate(whole.sources):
        words = [MARKS[told.get((row["row"], source), "not found")][3] for row in rows]
        table = table.append_column(f"source_{n}", pa.array(words, pa.string()))
        columns[f"source_{n}"] = st.column_config.TextColumn(source)
    return table, columns, "the statements by source"
