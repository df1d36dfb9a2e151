"""Lists of what all tell and what one tells, and the words that stand for each other."""

from collections import defaultdict
from typing import Any, Final

import streamlit as st

from components import session
from components.inert import in_label
from components.number_format import count, counted
from components.widgets.shared.figure import table_behind
from components.wording.pages import COPIES, listed, told_by
from newscorpus.keep.decisions import judged, read_decisions
from newscorpus.query.story.figures import figures_told
from newscorpus.query.story.matrix import Matrix
from newscorpus.query.story.narrowing import narrowed
from newscorpus.query.story.statements import TOLD
from newscorpus.query.story.substitutions import substitutions

N_LISTED: Final = 12  # statements of a list: the matrix shows all, narrowed to the same kind
N_LISTS: Final = 12  # sources with a list of their own
FEW_FOR_ALL_BUT_ONE: Final = 3  # sources: of two, all but one is one
ONLY_HERE: Final = (
    "“Only” means: nothing in the other sources' articles here was put beside it. Statements that are possibly told "
    "elsewhere are not listed."
)
FIGURES: Final = (
    "Figures may disagree where two sources give them in one statement for one unit or thing, and “about” or “more "
    "than” does not explain it. Some are said of different things: read the sentences. Which is right is not judged."
)
SUBSTITUTIONS: Final = (
    "Words that stand where the other telling of the same statement has others, with the same words around. No list of "
    "words is behind this, and nothing is said about which is better. Some pairs are two parts of a sentence that was "
    "built differently: read the examples. Of a statement told by more than six texts, six are read."
)
COLUMNS: Final[dict[str, Any]] = {
    "words_a": "Here",
    "words_b": "There",
    "n_statements": st.column_config.NumberColumn("Statements"),
    "sources_a": st.column_config.ListColumn("Written so by"),
    "sources_b": st.column_config.ListColumn("and so by"),
    "example_a": st.column_config.TextColumn("Example", width="large"),
    "example_b": st.column_config.TextColumn("and its counterpart", width="large"),
}


FIGURE_COLUMNS: Final[dict[str, Any]] = {
    "written": "As written",
    "counts": "of what",
    "source": "Source",
    "disagrees_with": st.column_config.ListColumn("May disagree with"),
    "meant": "Meant",
    "value": st.column_config.NumberColumn("Value", format="localized"),
    "unit": "Unit",
    "sentence": st.column_config.TextColumn("Sentence", width="large"),
}


def told_lists(whole: Matrix) -> None:
    """Told by all, by all but one, and only by each source."""
    kinds = [("told by all", f"Told by all {told_by(len(whole.sources), whole.n_texts)}")]
    if len(whole.sources) >= FEW_FOR_ALL_BUT_ONE:
        kinds.append(("by all but one", "Told by all but one"))
    for narrowing, heading in kinds:
        rows = narrowed(whole, narrowing, "as first told")  # type: ignore[arg-type]
        _list(
            heading, [f"{_line(row)} ({told_by(row['n_sources'], row['n_texts'], len(whole.sources))})" for row in rows]
        )
    telling = defaultdict(list)
    for cell in whole.cells.to_pylist():
        if cell["match"] in TOLD:
            telling[cell["row"]].append(cell["source"])
    alone = narrowed(whole, "by one source only", "as first told")
    for source in whole.sources[:N_LISTS]:
        mine = [row for row in alone if source in telling[row["row"]]]
        _list(f"Only in {source}", [_line(row) + _in_copies(telling[row["row"]], source) for row in mine])
    n_more = len(whole.sources) - N_LISTS
    more = f" Not listed: {counted(n_more, 'source')} that tell less; the matrix has them." if n_more > 0 else ""
    copies = f" {COPIES}" if whole.n_texts < whole.articles.num_rows else ""
    st.caption(f"n = {counted(whole.articles.num_rows, 'article')}. {ONLY_HERE}{more}{copies}")


def _in_copies(sources: list[str], source: str) -> str:
    others = [other for other in sources if other != source]
    return f" (and in {listed(others)}: one text)" if others else ""


def _list(heading: str, lines: list[str]) -> None:
    block = st.expander(in_label(f"{heading} ({count(len(lines))})"), key=f"list-{heading}", on_change="rerun")
    if block.open:
        with block:
            st.text("\n\n".join(f"• {line}" for line in lines[:N_LISTED]) or "None.")
            if len(lines) > N_LISTED:
                st.caption(f"and {count(len(lines) - N_LISTED)} more: the matrix lists all.")


def _line(row: dict[str, Any]) -> str:
    return f"{row['speaker']}: {row['wording']}" if row["speaker"] else str(row["wording"])


def figures(view: session.View, story: str, whole: Matrix) -> None:
    """The table of every figure the articles give."""
    said = judged(read_decisions(view.corpus))
    table = session.ask(view, figures_told, story, said, selection=view.selection.without("stories"))
    n_disagree = sum(map(bool, table["disagrees_with"].to_pylist()))
    if not table.num_rows:
        st.text("These articles give no figure.")
        return
    st.text(
        f"{counted(table.num_rows, 'figure')}, {count(n_disagree)} of them beside another that it may disagree with."
    )
    st.dataframe(table, column_config=FIGURE_COLUMNS, column_order=list(FIGURE_COLUMNS), hide_index=True, key="figures")
    st.caption(f"n = {counted(whole.articles.num_rows, 'article')}. {FIGURES}")
    table_behind("figures-told", table, FIGURE_COLUMNS, "the figures")


def other_words(view: session.View, story: str, whole: Matrix) -> None:
    """The table of substitutions."""
    said = judged(read_decisions(view.corpus))
    table = session.ask(view, substitutions, story, said, selection=view.selection.without("stories"))
    if not table.num_rows:
        st.text("No two tellings of one statement are close enough to show words that stand for each other.")
    else:
        st.dataframe(table, column_config=COLUMNS, column_order=list(COLUMNS), hide_index=True, key="substitutions")
    st.caption(f"n = {counted(whole.articles.num_rows, 'article')}. {SUBSTITUTIONS}")
    if table.num_rows:
        table_behind("substitutions", table, COLUMNS, "words that stand for each other")
