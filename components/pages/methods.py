"""Methods: how each number is made, how right it is, and what it cannot say."""

from typing import Final

import streamlit as st

from components.inert import in_label
from components.number_format import count, decimal
from components.widgets import opening
from newscorpus.accuracy import Accuracy
from newscorpus.procedures import STEPS, Step
from newscorpus.query.sources import MIN_ARTICLES_FOR_MEDIAN, MIN_ARTICLES_FOR_QUARTILES
from newscorpus.query.values import MAX_DOTS
from newscorpus.register import MEASURES

QUESTION: Final = "How is each number made, how right is it, and what can it not say?"
NOT_MEASURED: Final = "Not measured yet on labelled articles."
RULES: Final = (
    f"A middle value (median) is shown from {MIN_ARTICLES_FOR_MEDIAN} articles on, the middle half from "
    f"{MIN_ARTICLES_FOR_QUARTILES}. Half of the articles lie below the middle value, half above.",
    "With one article per source there are no averages: the page shows the articles.",
    f"Up to {count(MAX_DOTS)} articles are drawn one by one. Beyond, boxes of exact quantiles take their place; "
    "no figure is made from a sample.",
    "– stands where a number is not defined. It is never a zero.",
    "n stands under every figure, with what was chosen and is not in it.",
)


def show() -> None:
    """Draw the page."""
    opening.head("Methods", QUESTION)
    st.subheader("Rules that hold for every figure")
    for rule in RULES:
        st.text(f"• {rule}")
    st.subheader("From files to figures")
    for step in STEPS:
        _step(step)
    st.subheader("The measures")
    for measure in MEASURES.values():
        with st.expander(f"{measure.label} ({measure.unit})"):
            st.text(measure.meaning)
            st.text(measure.direction)
            st.text(measure.empty)
            _limits(measure.cannot_say, measure.accuracy)
            st.caption(in_label(f"Source: {measure.source}"))


def _step(step: Step) -> None:
    with st.expander(step.label):
        st.text(step.meaning)
        _limits(step.cannot_say, step.accuracy)


def _limits(cannot_say: str, accuracy: tuple[Accuracy, ...]) -> None:
    st.text(f"What it cannot say: {cannot_say}")
    for entry in accuracy:
        st.text(f"{entry.meaning}: {decimal(entry.value)} (n = {count(entry.n)}, {entry.data_set})")
    if not accuracy:
        st.caption(NOT_MEASURED)


if __name__ == "__main__":
    show()
