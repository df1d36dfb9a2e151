"""Check: how right is a method on the reader's own articles? A blind sample, judged by hand."""

from typing import Final, get_args

import streamlit as st

from components import session
from components.number_format import count
from components.widgets.checking.answers import answers_so_far
from components.widgets.checking.result import result
from components.widgets.checking.sample import Checking, judge_items
from components.widgets.corpus import opening
from components.wording.checking import DRAWN, JUDGEMENTS
from components.wording.pages import NO_MATCH
from newscorpus.keep.labels import labels_of, read_labels
from newscorpus.query.checking.sample import N_TO_DRAW, Judgement, Sample, draw
from newscorpus.query.checking.sample_statements import draw_statements
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection
from newscorpus.query.sources.totals import headline_figures

QUESTION: Final = "How right is it on your own articles?"
HOW: Final = (
    "Judge some items yourself without seeing what Parallax says. Then see how often you agree, and where you do not. "
    "Source and headline are hidden until then."
)
LARGEST_SEED: Final = 9_999


def show() -> None:
    """Draw the page."""
    view = opening.page("Check", QUESTION)
    if not session.ask(view, headline_figures).n_articles:
        st.info(NO_MATCH)
        return
    st.text(HOW)
    judgement, seed, n_most = _choose()
    sample = session.ask(view, drawn, judgement, seed, n_most)
    st.caption(_base(judgement, sample, n_most))
    if not sample.items:
        st.text("There is nothing of this kind to judge in the articles chosen. Choose something else above.")
        return
    labels = labels_of(read_labels(view.corpus), judgement)
    checking = Checking(judgement, seed, sample, labels)
    judge_items(view, checking)
    result(view, checking)
    answers_so_far(view, judgement)


def drawn(reader: Reader, selection: Selection, judgement: Judgement, seed: int, n_most: int) -> Sample:
    """The sample of that kind and seed."""
    if judgement == "statement":
        return draw_statements(reader, selection, seed, n_most)
    return draw(reader, selection, judgement, seed, n_most)


def _choose() -> tuple[Judgement, int, int]:
    kinds = list(get_args(Judgement))
    judgement: Judgement = st.segmented_control(
        "What to check",
        sorted(kinds, key=list(JUDGEMENTS).index),
        default=next(iter(JUDGEMENTS)),
        required=True,
        format_func=JUDGEMENTS.__getitem__,
        key="judge",
        bind="query-params",
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        n_most = st.segmented_control(
            "How many", N_TO_DRAW, default=N_TO_DRAW[0], required=True, key="items", bind="query-params"
        )
        seed = st.number_input(
            "Sample number",
            1,
            LARGEST_SEED,
            key="sample",
            bind="query-params",
            width=140,
            help="The same number draws the same items of the same articles, today and next year. Another number draws "
            "others.",
        )
    return judgement, int(seed), int(n_most)


def _base(judgement: Judgement, sample: Sample, n_most: int) -> str:
    said = f"Drawn {DRAWN[judgement]}: {count(len(sample.items))} of {count(sample.n)}."
    return said if len(sample.items) == n_most else f"{said} There are not {count(n_most)} to draw."


if __name__ == "__main__":
    show()
