"""Lists of what all tell and what one tells, and the words that stand for each other."""

import re
from collections import defaultdict
from typing import Any, Final

import streamlit as st

from components import session
from components.inert import in_label
from components.number_format import count, counted
from components.widgets.shared.figure import table_behind
from components.widgets.story.compared_text import framed, told
from components.wording.pages import COPIES, listed, told_by
from newscorpus.keep.decisions import judged, read_decisions
from newscorpus.query.story.figures import Given, differences, figures_told
from newscorpus.query.story.matrix import Matrix
from newscorpus.query.story.narrowing import n_fitting, narrowed
from newscorpus.query.story.statements import TOLD
from newscorpus.query.story.substitutions import substitutions

N_LISTED: Final = 12  # statements of a list: the matrix shows all, narrowed to the same kind
N_LISTS: Final = 12  # sources with a list of their own
ONLY_HERE: Final = (
    "“Only” means: nothing in the other sources' articles here was put beside it. The matrix shows the nearest "
    "sentence of each."
)
FIGURES: Final = (
    "Two figures differ where two sources give them in one statement for the same thing, and “about” or “more than” "
    "does not explain it. Which is right is not judged."
)
SUBSTITUTIONS: Final = (
    "Words or names that stand in the same place of two tellings of one statement, with the same words around. No list "
    "of words is behind this, and nothing is said about which is better. Of a statement told by more than six texts, "
    "six are read."
)
N_SUBSTITUTIONS: Final = 12  # pairs of examples that are read one below the other; the table has all
NO_DIFFERENCE: Final = "No two figures for the same thing in one statement were found to differ."
NO_SUBSTITUTION: Final = (
    "No two tellings of one statement were found to have different words or names in the same place, with the same "
    "words around."
)
N_DIFFERENCES: Final = 12  # pairs of sentences that are read one below the other; the table has every figure
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
    "phrase": st.column_config.TextColumn("Figure, as written"),
    "source": "Source",
    "disagrees_with": st.column_config.ListColumn("May disagree with"),
    "sentence": st.column_config.TextColumn("Sentence", width="large"),
}


def told_lists(whole: Matrix) -> None:
    """Told by all, by all but one, and only by each source."""
    kinds = [("told by all", f"Told by all {told_by(len(whole.sources), whole.n_texts)}")]
    if "by all but one" in n_fitting(whole):
        kinds.append(("by all but one", "Told by all but one"))
    for narrowing, heading in kinds:
        rows = narrowed(whole, narrowing, "as first told")  # type: ignore[arg-type]
        _list(heading, [f"{_line(row)} ({_told(row, len(whole.sources))})" for row in rows])
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


def _told(row: dict[str, Any], n_all: int) -> str:
    return f"words of {row['source']}; {told_by(row['n_sources'], row['n_texts'], n_all)}"


def _line(row: dict[str, Any]) -> str:
    return f"{row['speaker']}: {row['wording']}" if row["speaker"] else str(row["wording"])


def figures(view: session.View, story: str, whole: Matrix) -> None:
    """Where two sources give different figures, both sentences; behind it every figure the articles give."""
    asked = (story, judged(read_decisions(view.corpus)))
    chosen = view.selection.without("stories")
    found = session.ask(view, differences, *asked, selection=chosen)
    if not found:
        st.text(NO_DIFFERENCE)
    for one in found[:N_DIFFERENCES]:
        _difference(one)
    if len(found) > N_DIFFERENCES:
        st.caption(f"and {count(len(found) - N_DIFFERENCES)} more: they stand in the table.")
    table = session.ask(view, figures_told, *asked, selection=chosen)
    given = f"{counted(table.num_rows, 'figure')} in {counted(whole.articles.num_rows, 'article')}."
    st.caption(f"{given} {FIGURES}")
    if table.num_rows:
        table_behind("figures-told", table, FIGURE_COLUMNS, "every figure of these articles")


def _difference(figures: tuple[Given, ...]) -> None:
    with st.container(border=True):
        phrases = {one.value: one.phrase for one in reversed(figures)}  # as the first source writes each value
        st.markdown(" – ".join(f"**{in_label(phrases[value])}**" for value in sorted(phrases)))
        for one in figures:
            st.caption(in_label(one.source))
            st.html(told("", framed(one.sentence, *one.place), ""))


def other_words(view: session.View, story: str, whole: Matrix) -> None:
    """The table of substitutions."""
    said = judged(read_decisions(view.corpus))
    table = session.ask(view, substitutions, story, said, selection=view.selection.without("stories"))
    if not table.num_rows:
        st.text(NO_SUBSTITUTION)
        return
    for row in table.slice(0, N_SUBSTITUTIONS).to_pylist():
        _substitution(row)
    if table.num_rows > N_SUBSTITUTIONS:
        st.caption(f"and {count(table.num_rows - N_SUBSTITUTIONS)} more: they stand in the table.")
    st.caption(f"n = {counted(whole.articles.num_rows, 'article')}. {SUBSTITUTIONS}")
    table_behind("substitutions", table, COLUMNS, "words that stand for each other")


def _substitution(row: dict[str, Any]) -> None:
    with st.container(border=True):
        n = row["n_statements"]
        more = f", in {counted(n, 'statement')}" if n > 1 else ""
        st.markdown(f"**{in_label(row['words_a'])}** – **{in_label(row['words_b'])}**{more}")
        for side in ("a", "b"):
            sentence, words = row[f"example_{side}"], " ".join(row[f"words_{side}"].split())
            place = re.search(rf"\b{re.escape(words)}\b", sentence)
            st.caption(in_label(listed(row[f"sources_{side}"])))
            st.html(told("", framed(sentence, *(place.span() if place else (0, 0))), ""))
