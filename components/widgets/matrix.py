"""Who tells what, in whose words: the matrix of one story with its filters, its base and its table."""

from typing import Any, Final, get_args
from urllib.parse import parse_qs

import pyarrow as pa
import streamlit as st

from components import link, session
from components.charts.statements import MARKS, statement_matrix, statement_matrix_alt
from components.number_format import count, counted
from components.theme import CHARTS_CONFIG, inked
from components.widgets.figure import table_behind
from components.widgets.telling import cell_panel
from newscorpus.query.matrix import Matrix
from newscorpus.query.narrowing import Narrowing, Order, narrowed

N_ROWS: Final = 15  # of a page: as many as are read without losing the sources above
N_SOURCES_DRAWN: Final = 12  # columns in which a mark can still be hit; the reader chooses others
NOTHING_FITS: Final = "No statement of this story fits. Choose another kind of statement."
TABLE_COLUMNS: Final[dict[str, Any]] = {
    "wording": st.column_config.TextColumn("Statement", width="large"),
    "kind": "Kind",
    "speaker": "Speaker",
    "n_texts": st.column_config.NumberColumn("Independent texts"),
    "n_possible": st.column_config.NumberColumn("Possibly also"),
}


def matrix_of(view: session.View, story: str, whole: Matrix) -> None:
    """Draw the matrix and, below, the cell that is read closely."""
    narrowing, order, sources = _controls(whole)
    rows = narrowed(whole, narrowing, order)
    if not rows:
        st.info(NOTHING_FITS)
        return
    shown = _page(rows)
    wanted = {row["row"] for row in shown}
    cells = [cell for cell in whole.cells.to_pylist() if cell["row"] in wanted and cell["source"] in sources]
    drawn = inked(statement_matrix(shown, cells, sources), st.context.theme.type)
    key = "matrix"
    st.plotly_chart(
        drawn,
        key=key,
        config=CHARTS_CONFIG,
        alt=statement_matrix_alt(shown, cells),
        on_select=lambda: _pick(key),
        selection_mode=("points",),
    )
    st.caption(_base(whole, rows, shown, sources))
    table_behind("statements", *_table(rows, whole))
    st.subheader("Both sentences", anchor=False)
    cell_panel(view, story, shown, sources, _first(shown, cells))


def _controls(whole: Matrix) -> tuple[Narrowing, Order, tuple[str, ...]]:
    narrowing: Narrowing = st.pills(
        "Statements",
        get_args(Narrowing),
        default="all",
        required=True,
        key="statements",
        bind="query-params",
        wrap=True,
    )
    order, columns = st.columns([2, 5], vertical_alignment="bottom")
    by: Order = order.selectbox("Order", get_args(Order), key="order", bind="query-params")
    chosen = columns.multiselect(
        "Sources, in this order",
        list(whole.sources),
        key="columns",
        placeholder="those that tell most first",
    )
    return narrowing, by, tuple(chosen) or whole.sources[:N_SOURCES_DRAWN]


def _page(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    n_pages = -(-len(rows) // N_ROWS)
    page = st.pagination(n_pages, key="matrix-page") if n_pages > 1 else 1
    return rows[(min(page, n_pages) - 1) * N_ROWS :][:N_ROWS]


def _first(shown: list[dict[str, Any]], cells: list[dict[str, Any]]) -> tuple[str, str]:
    """The first cell that is told otherwise than the wording compared with: there is something to see."""
    of_row = {row["row"]: [cell for cell in cells if cell["row"] == row["row"]] for row in shown}
    told = [cell for cells_of_row in of_row.values() for cell in cells_of_row if cell["match"] != "verbatim"]
    return (told[0]["row"], told[0]["source"]) if told else (shown[0]["row"], "")


def _pick(chart: str) -> None:
    """The callback of the matrix: a mark that is clicked is read closely; nothing picked changes nothing."""
    for point in st.session_state[chart].selection.points[:1]:
        picked = parse_qs(str(point.get("customdata") or ""))
        if picked.keys() >= {"row", "source"}:
            link.keep("cell", [picked["row"][0], picked["source"][0]])


def _base(whole: Matrix, rows: list[dict[str, Any]], shown: list[dict[str, Any]], sources: tuple[str, ...]) -> str:
    first = rows.index(shown[0]) + 1
    n_articles = whole.articles.num_rows
    others = len(whole.sources) - len(sources)
    return (
        f"Click a mark to read both sentences. Rows {count(first)}–{count(first + len(shown) - 1)} of "
        f"{counted(len(rows), 'statement')}. n = {counted(n_articles, 'article')}, "
        f"{counted(whole.n_texts, 'independent text')}."
        + (f" Left out: {counted(others, 'source')}; choose columns above." if others > 0 else "")
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
