"""A cell of the matrix read closely: a source's sentence beside the wording it is compared with."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from components import link, session
from components.charts.statements import MARKS
from components.inert import UNTITLED, in_label, shortened
from components.number_format import count, counted, day
from components.widgets.checking.link import check_link
from components.widgets.corpus.own import own_corpus
from components.widgets.shared.picks import read
from components.widgets.story.compared_text import (
    LEGEND,
    LEGEND_OF_COMMON,
    LEGEND_OF_FIGURES,
    changed,
    in_common,
    legend,
    told,
)
from components.wording.pages import listed
from newscorpus.keep.corpus import Corpus
from newscorpus.keep.decisions import judge_statement, judged, read_decisions
from newscorpus.query.story.cell import Cell, Excerpt, cell
from newscorpus.query.story.judgements import Act, Place
from newscorpus.query.story.matrix import Matrix
from newscorpus.query.story.narrowing import narrowed, place_of
from newscorpus.query.story.wording import Piece, are_close, changes, common

STATEMENT_LENGTH: Final = 110
NOT_FOUND: Final = "Not found in {source}: no sentence of its articles here was put beside this statement."
NEAREST: Final = "The nearest sentence it has, by the rarest words in common ({words}). It may say something else."
NO_NEAREST: Final = "No sentence of it shares a content word with this statement."
CONFIDENCE: Final = {
    "verbatim": "Marked “word for word”: the same words as the wording compared with",
    "trimmed": "Marked “trimmed”: one was cut from the other",
    "reworded": "Marked “reworded”: the same in other words",
    "conflicts": "Marked “conflicts”: they differ in a figure or in who says it. Which is right is not judged",
    "in shared": "Not counted: the sentence stands in a passage that another source has too",
    "in own": "Not counted: the sentence is in the article's own words",
}
REFERENCE: Final = "The others are compared with this wording of {source}. Beside it that of {other}: {match}."
NOWHERE: Final = (0, 0)
ALONE: Final = "Found in this source only. No other article here was put beside it."
OTHER_LANGUAGE: Final = "Not compared: the articles of {source} here are in another language."
N_OFFERED: Final = 300  # statements to merge with: a longer list is slow to send and to scroll


@dataclass(frozen=True, slots=True)
class Shown:
    """What the panel offers: `rows` of the matrix, the cell `asked` (row, source) until the reader chooses another, and
    whether it has a part of the width only."""

    rows: Sequence[dict[str, Any]]
    asked: tuple[str, ...]
    is_narrow: bool


def cell_panel(view: session.View, story: str, whole: Matrix, shown: Shown) -> None:
    """Choose a statement and a source, by a click in the matrix or here, and read both sentences."""
    row, source = _choose(shown.rows, whole.sources, shown.asked)
    found = session.ask(view, cell, story, row, source, judged(read_decisions(view.corpus)))
    if found is None:
        st.info("Click a mark in the matrix, or choose a statement and a source here.")
        return
    st.text(_verdict(found, source))
    _both(found, source, is_narrow=shown.is_narrow)
    _others(found)
    _judging(view, found)
    _merging(view, whole, row)


def _both(found: Cell, source: str, *, is_narrow: bool) -> None:
    """The source's sentence, and the one it is compared with, below it where there is little room beside."""
    left, right = (st.container(), st.container()) if is_narrow else st.columns(2, gap="large")
    with left:
        _side(found.here, source, _here_html(found), "cell-here")
    if found.beside is None:
        return
    with right:
        heading = f"{found.beside.source}, the wording compared with"
        if _is_reference(found):
            heading = f"{found.beside.source}, compared with it"
        _side(found.beside, heading, _beside_html(found), "cell-beside")
    if found.here is not None:
        is_change = _is_change(found)
        figures = f" · {LEGEND_OF_FIGURES}" if found.figures else ""
        st.html(legend((LEGEND if is_change else LEGEND_OF_COMMON) + figures))


def _is_reference(found: Cell) -> bool:
    return found.here == found.reference


def _is_change(found: Cell) -> bool:
    """Whether the two are close enough for the one to be shown as a change of the other."""
    if found.here is None or found.beside is None or found.match is None or found.figures:
        return False
    return are_close(found.here.text, found.beside.text)


def _choose(rows: Sequence[dict[str, Any]], sources: Sequence[str], asked: tuple[str, ...]) -> tuple[str, str]:
    names = [row["row"] for row in rows]
    wordings = {row["row"]: f"{shortened(row['wording'], STATEMENT_LENGTH)} ({row['source']})" for row in rows}
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
    if found.beside is None:
        return f"{MARKS['reference'][0]} {ALONE}"
    if _is_reference(found):
        match = MARKS[found.match_beside or "not found"][3]
        return f"{MARKS['reference'][0]} {REFERENCE.format(source=source, other=found.beside.source, match=match)}"
    return f"{MARKS[found.match][0]} {CONFIDENCE[found.match]}. {found.evidence}".strip()


def _here_html(found: Cell) -> str:
    if found.here is None:
        return ""
    if found.beside is None:
        return in_common([Piece("added", found.here.text)])
    here, other = found.here.text, found.beside.text
    if _is_change(found):
        return changed(changes(here, other))
    return in_common(common(here, other), found.figures[0] if found.figures else NOWHERE)


def _beside_html(found: Cell) -> str:
    if found.beside is None:
        return ""
    here = found.here.text if found.here else ""
    return in_common(common(found.beside.text, here), found.figures[1] if found.figures else NOWHERE)


def _side(excerpt: Excerpt | None, heading: str, unit: str, key: str) -> None:
    with st.container(border=True):
        st.markdown(f"**{in_label(heading)}**")
        if excerpt is None:
            st.text("–")
            return
        st.caption(in_label(f"{day(excerpt.day)} · {excerpt.title or UNTITLED}"))
        if excerpt.speaker:
            st.text(f"Said by {excerpt.speaker}" + (f", verb: {excerpt.verb}" if excerpt.verb else ""))
        st.html(told(excerpt.before, unit, excerpt.after))
        if st.button("Read the article →", key=key, type="tertiary"):
            read(excerpt.article_id)


def _judging(view: session.View, found: Cell) -> None:
    """What a reader can say of the pair: it is kept, every part of Compare follows, and Corpus lists it."""
    if found.here is None or found.beside is None:
        return
    other = found.beside if _is_reference(found) else found.here
    pair = (found.reference.place, other.place)
    with st.container(horizontal=True):
        if found.match is None:
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
