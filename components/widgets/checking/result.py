"""How far a reader and a method agree on a blind sample, and where they part."""

from typing import Any, Final

import streamlit as st

from components import session
from components.inert import UNTITLED, in_label
from components.number_format import UNDEFINED, count, counted, day, decimal, percent
from components.widgets.checking.sample import Checking, framed
from components.widgets.shared.picks import read
from components.wording.checking import CANNOT_SAY, METHOD_LABELS, ONE_JUDGE, in_words, kappa_word
from newscorpus.keep.labels import mark_seen
from newscorpus.query.checking.agreement import METHODS, MIN_ANSWERS_TO_CONCLUDE, Checked, Parted, check, corrected
from newscorpus.query.checking.sample import Judgement, said_of_all
from newscorpus.query.checking.surroundings import in_context
from newscorpus.query.selection import EVERYTHING

DRAWN_FROM_ALL: Final = ("sentence", "voice")
"""Judgements whose sample is drawn at random from all there is, and whose answers are the same for every item."""

CORRECTION: Final = (
    "If the method errs elsewhere as it does here, this is how common each answer truly is. – where it found no more "
    "of an answer than chance would."
)
N_PARTED_SHOWN: Final = 20  # a screenful or two; the file holds every answer
PATIENCE: Final = (
    "Answer all of them first: once you have seen what the method says, your next answers lean towards or away from it."
)
TOO_FEW: Final = (
    f"Too few to conclude anything: with fewer than {MIN_ANSWERS_TO_CONCLUDE} answers the share could be almost any."
)


def result(view: session.View, checking: Checking) -> None:
    """The result, once the reader asks for it. What it shows is remembered as seen."""
    st.subheader("The result", anchor=False)
    blind = {name: label.answer for name, label in checking.labels.items() if label.answer and label.is_blind}
    here = {item.name: blind[item.name] for item in checking.sample.items if item.name in blind}
    if checking.n_answered < len(checking.sample.items):
        st.caption(PATIENCE)
    is_open = st.toggle("Show the result", key=f"result-{checking.key}", disabled=not checking.n_answered)
    if not (is_open and checking.n_answered):
        return
    mark_seen(view.corpus, checking.judgement, {item.name for item in checking.sample.items})
    n_not_blind = checking.n_answered - len(here)
    for method in METHODS[checking.judgement]:
        _of_method(view, checking, method, check(checking.judgement, method, checking.sample.items, here))
    if n_not_blind:
        st.caption(f"Not counted: {counted(n_not_blind, 'answer')} given after the method's had been shown.")
    if len(checking.sample.strata) > 1:
        drawn = "; ".join(f"{s.words}: {count(s.n_drawn)} of {count(s.n)}" for s in checking.sample.strata)
        st.caption(in_label(f"The sample was mixed of: {drawn}."))
    st.text(f"What it cannot say: {CANNOT_SAY[checking.judgement]} {ONE_JUDGE}")


def figures_in_words(found: Checked) -> tuple[str, ...]:
    """The share agreed on and the agreement beyond chance, each with its n and between what it may lie."""
    n, agreed = found.agreement.n, found.agreement.n_agree
    if not n or found.share is None:
        return ("No answer can be counted yet.",)
    low, high = found.share
    said = [
        f"You agree on {count(agreed)} of {count(n)} ({percent(agreed / n)}). Of all such items it may be anything "
        f"from {percent(low)} to {percent(high)}, 95 times in 100."
    ]
    said.append(_kappa(found))
    left = [(found.n_cannot_tell, "you could not tell"), (found.n_open, "the method left open")]
    left_out = [f"{count(n_left)} that {why}" for n_left, why in left if n_left]
    return (*said, *([f"Left out: {' and '.join(left_out)}."] if left_out else []))


def _kappa(found: Checked) -> str:
    kappa, low, high = found.agreement.kappa, found.agreement.low, found.agreement.high
    if kappa is None:
        return "Agreement beyond chance (Cohen's κ): – (only one answer occurs, so that chance alone would agree)."
    said = f"Agreement beyond chance (Cohen's κ): {decimal(kappa)}"
    if not found.is_enough or low is None or high is None:
        return f"{said}. With so few answers nothing can be read from it."
    between = f"from {decimal(low)} ({kappa_word(low)}) to {decimal(high)} ({kappa_word(high)})"
    return f"{said}, {kappa_word(kappa)}; it may be anything {between}."


def _of_method(view: session.View, checking: Checking, method: str, found: Checked) -> None:
    st.markdown(f"**{METHOD_LABELS[method]}**")
    if not found.is_enough:
        st.warning(TOO_FEW)
    st.text("\n".join(figures_in_words(found)))
    if found.agreement.n + found.n_open:
        st.dataframe(
            table_rows(found),
            hide_index=True,
            key=f"confusion-{method}",
            alt=f"{METHOD_LABELS[method]}: what it says in rows, what you say in columns",
        )
        st.caption("Rows: what the method says. Columns: what you say. Each number counts items.")
    if found.is_enough and checking.judgement in DRAWN_FROM_ALL:
        _in_all(view, checking.judgement, method, found)
    if found.parted:
        with st.expander(f"Where you disagree: {counted(len(found.parted), 'item')}", key=f"parted-{method}"):
            for number, one in enumerate(found.parted[:N_PARTED_SHOWN]):
                _parted(view, checking.judgement, one, f"{method}-{number}")
            if len(found.parted) > N_PARTED_SHOWN:
                st.caption(f"and {count(len(found.parted) - N_PARTED_SHOWN)} more, in the file below.")


def _in_all(view: session.View, judgement: Judgement, method: str, found: Checked) -> None:
    """How common each answer is among all there is, corrected by the errors that the reader found."""
    shares = corrected(found, session.ask(view, said_of_all, judgement, method))
    rows = [
        {
            "Of all there is": in_words(one.answer),
            "by the method": percent(one.by_method),
            "corrected by your answers": percent(one.share),
            "between, 95 times in 100": f"{percent(one.interval[0])} and {percent(one.interval[1])}"
            if one.interval
            else UNDEFINED,
        }
        for one in shares
    ]
    st.dataframe(rows, hide_index=True, key=f"corrected-{method}", alt="Shares of all there is, corrected")
    st.caption(CORRECTION)


def table_rows(found: Checked) -> list[dict[str, Any]]:
    """The confusion table as rows to show: the method's answer, a count for each of the reader's, and all."""
    return [
        {"Method ↓ · you →": in_words(name)}
        | {in_words(column): n for column, n in zip(found.columns, row, strict=True)}
        | {"in all": sum(row)}
        for name, row in zip(found.rows, found.table, strict=True)
    ]


def _parted(view: session.View, judgement: Judgement, one: Parted, key: str) -> None:
    with st.container(border=True):
        st.text(f"You: {in_words(one.reader)} · the method: {in_words(one.method)}")
        columns = st.columns(len(one.item.places), gap="large")
        for number, (column, place) in enumerate(zip(columns, one.item.places, strict=True)):
            found = session.ask(view, in_context, place, one.item.marks, selection=EVERYTHING)
            with column:
                if found is None:
                    st.text(UNDEFINED)
                    continue
                st.html(framed(found, judgement))
                st.caption(in_label(f"{found.source}, {day(found.day)}: {found.title or UNTITLED}"))
                if st.button("Read it in the article →", key=f"parted-{key}-{number}", type="tertiary"):
                    read(place[0], place[1:])
