"""A cell of the matrix read closely: a source's sentence beside the fullest telling."""

from collections.abc import Sequence
from typing import Any, Final

import streamlit as st

from components import link, session
from components.charts.statements import MARKS
from components.inert import UNTITLED, in_label, shortened
from components.number_format import count, counted, day
from components.widgets.checking.link import check_link
from components.widgets.corpus.own import own_corpus
from components.widgets.shared.picks import read
from components.widgets.story.compared_text import LEGEND, LEGEND_OF_COMMON, changed, in_common, legend, told
from components.wording.pages import listed
from newscorpus.keep.corpus import Corpus
from newscorpus.keep.decisions import judge_statement, judged, read_decisions
from newscorpus.query.story.cell import Cell, Excerpt, cell
from newscorpus.query.story.judgements import Act, Place
from newscorpus.query.story.matrix import Matrix
from newscorpus.query.story.narrowing import narrowed, place_of
from newscorpus.query.story.wording import are_close, changes, common

STATEMENT_LENGTH: Final = 110
NOT_FOUND: Final = "Not found in {source}: no sentence of its articles here was put beside this statement."
NEAREST: Final = "The nearest sentence it has, by the rarest words in common ({words}). It may say something else."
NO_NEAREST: Final = "No sentence of it shares a content word with this statement."
CONFIDENCE: Final = {
    "verbatim": "Marked “word for word”",
    "trimmed": "Marked “trimmed”: one was cut from the other",
    "reworded": "Marked “reworded”: the same in other words",
    "possible": "Marked “possibly the same”: too little in common to be sure. Read both",
    "conflicts": "Marked “conflicts”: they differ in a figure or in who says it. Which is right is not judged",
    "in shared": "Not counted: the sentence stands in a passage that another source has too",
    "in own": "Not counted: the sentence is in the article's own words",
}
OTHER_LANGUAGE: Final = "Not compared: the articles of {source} here are in another language."
N_OFFERED: Final = 300  # statements to merge with: a longer list is slow to send and to scroll


def cell_panel(
    view: session.View,
    story: str,
    whole: Matrix,
    rows: Sequence[dict[str, Any]],
    sources: Sequence[str],
    first: tuple[str, str],
) -> None:
    """Choose a statement of `rows` and a source, by a click in the matrix or here, and read both sentences.

    Until one is chosen the cell `first` (row, source) is read.
    """
    asked = link.kept("cell") or first
    row, source = _choose(rows, sources, asked)
    found = session.ask(view, cell, story, row, source, judged(read_decisions(view.corpus)))
    if found is None:
        st.info("Click a mark in the matrix, or choose a statement and a source here.")
        return
    st.text(_verdict(found, source))
    left, right = st.columns(2, gap="large")
    with left:
        _side(found.here, f"{source}", _here_html(found), "cell-here")
    with right:
        _side(found.fullest, "The fullest other telling", _fullest_html(found), "cell-fullest")
    if found.here is not None:
        close = found.match is not None and are_close(found.here.text, found.fullest.text)
        st.html(legend(LEGEND if close else LEGEND_OF_COMMON))
    _others(found)
    _judging(view, found)
    _merging(view, whole, row)


def _choose(rows: Sequence[dict[str, Any]], sources: Sequence[str], asked: tuple[str, ...]) -> tuple[str, str]:
    names = [row["row"] for row in rows]
    wordings = {row["row"]: shortened(row["wording"], STATEMENT_LENGTH) for row in rows}
    row = asked[0] if asked and asked[0] in names else names[0]
    source = asked[1] if len(asked) > 1 and asked[1] in sources else sources[-1]
    statement, outlet = st.columns([3, 1])
    keys = (f"cell-row-{row}-{source}", f"cell-source-{row}-{source}")
    statement.selectbox(
        "Statement",
        names,
        index=names.index(row),
        format_func=wordings.__getitem__,
        key=keys[0],
        on_change=_keep,
        args=keys,
    )
    outlet.selectbox(
        "Source", list(sources), index=list(sources).index(source), key=keys[1], on_change=_keep, args=keys
    )
    return row, source


def _keep(row_key: str, source_key: str) -> None:
    link.keep("cell", [st.session_state[row_key], st.session_state[source_key]])


def _verdict(found: Cell, source: str) -> str:
    if found.match == "other language":
        return f"{MARKS[found.match][0]} {OTHER_LANGUAGE.format(source=source)}"
    if found.match is None:
        said = NEAREST.format(words=listed(f"“{word}”" for word in found.shared)) if found.here else NO_NEAREST
        return f"{MARKS['not found'][0]} {NOT_FOUND.format(source=source)} {said}"
    if found.here == found.fullest:
        return "Found in this source only. No other article here was put beside it."
    return f"{MARKS[found.match][0]} {CONFIDENCE[found.match]}. {found.evidence}"


def _here_html(found: Cell) -> str:
    if found.here is None:
        return ""
    here, other = found.here.text, found.fullest.text
    if found.match is not None and are_close(here, other):
        return changed(changes(here, other))
    return in_common(common(here, other))


def _fullest_html(found: Cell) -> str:
    return in_common(common(found.fullest.text, found.here.text if found.here else ""))


def _side(excerpt: Excerpt | None, heading: str, unit: str, key: str) -> None:
    with st.container(border=True):
        st.markdown(f"**{in_label(heading)}**")
        if excerpt is None:
            st.text("–")
            return
        st.caption(in_label(f"{excerpt.source}, {day(excerpt.day)}: {excerpt.title or UNTITLED}"))
        if excerpt.speaker:
            st.text(f"Said by {excerpt.speaker}" + (f", verb: {excerpt.verb}" if excerpt.verb else ""))
        st.html(told(excerpt.before, unit, excerpt.after))
        if st.button("Read the article →", key=key, type="tertiary"):
            read(excerpt.article_id)


def _judging(view: session.View, found: Cell) -> None:
    """What a reader can say of the pair: it is kept, every part of Compare follows, and Corpus lists it."""
    if found.here is None or found.here == found.fullest:
        return
    pair = (found.fullest.place, found.here.place)
    with st.container(horizontal=True):
        if found.match in (None, "possible"):
            st.button("It is the same", key="judge-same", on_click=_judge, args=(view.corpus, "same", *pair))
        if found.match is not None:
            st.button("It is not the same", key="judge-apart", on_click=_judge, args=(view.corpus, "apart", *pair))
    st.caption("What you say here is kept with this corpus. Corpus lists it, takes it back and exports it.")
    check_link("statement", "compare")


def _merging(view: session.View, whole: Matrix, row: str) -> None:
    """Make the statement one with another that the reader chooses."""
    opened = st.popover("Make this statement one with another", key=f"merge-{row}", on_change="rerun", type="tertiary")
    if not opened.open:
        return
    others = {other["row"]: other for other in narrowed(whole, "all") if other["row"] != row}
    with opened:
        chosen = st.selectbox(
            "The other statement",
            list(others)[:N_OFFERED],
            index=None,
            format_func=lambda name: shortened(others[name]["wording"], STATEMENT_LENGTH),
            placeholder="choose or type to search",
            key=f"merge-with-{row}-{view.reader.fingerprint}",
        )
        if len(others) > N_OFFERED:
            st.caption(f"The {count(N_OFFERED)} told by most of {counted(len(others), 'statement')}.")
        place, other = place_of(whole, row), place_of(whole, chosen) if chosen else None
        st.button(
            "Make them one",
            key="judge-merge",
            type="primary",
            disabled=not (place and other),
            on_click=_judge,
            args=(view.corpus, "merge", place, other),
        )


def _judge(corpus: Corpus, act: Act, place: Place, other: Place) -> None:
    judge_statement(own_corpus(corpus), act, place, other)


def _others(found: Cell) -> None:
    if not found.others:
        return
    with st.expander(f"{counted(len(found.others), 'further place')} of this source under the statement"):
        for number, excerpt in enumerate(found.others):
            st.text(f"{count(number + 1)}. {excerpt.title or UNTITLED}: {excerpt.text.strip()}")
