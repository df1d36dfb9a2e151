"""Methods: how each number is made, how right it is, what it cannot say, and a paragraph for a paper."""

from typing import Final

import streamlit as st

from components import link, session
from components.inert import in_label
from components.number_format import count, counted, decimal
from components.widgets.corpus import opening
from components.widgets.shared.settings_file import settings_button
from newscorpus.errors import NewscorpusError
from newscorpus.methods.entry import GROUPS, Entry
from newscorpus.methods.paragraph import paragraph
from newscorpus.methods.references import REFERENCES
from newscorpus.methods.settings import settings
from newscorpus.methods.whole import BY_GROUP, ENTRIES, cited_by, found
from newscorpus.query.sources.distribution import MAX_DOTS
from newscorpus.register.accuracy import Accuracy
from newscorpus.statistics.rules import RULES

QUESTION: Final = "How is each number made, how right is it, and what can it not say?"
NOT_MEASURED: Final = "Not measured yet on labelled articles."
CHECK_IT: Final = "How right it is on your own articles you can find out yourself, on Check."
HOUSE_RULES: Final = (
    "n stands under every figure, with what was chosen and is not in it.",
    "– stands where a number is not defined. It is never a zero.",
    "With one article per source there are no averages: the page shows the articles.",
    f"Up to {count(MAX_DOTS)} articles are drawn one by one. Beyond, boxes of exact quantiles take their place; "
    "no figure is made from a sample.",
)


def show() -> None:
    """Draw the page."""
    opening.head("Methods", QUESTION)
    _for_a_paper()
    st.subheader("What every number is")
    search = st.text_input(
        "Find a number, a word of its definition, a data set or an author",
        key="method",
        bind="query-params",
        type="search",
        placeholder="tone, VADER, κ, PolNeAR",
    )
    groups = st.pills(
        "Groups",
        GROUPS,
        selection_mode="multi",
        key="group",
        bind="query-params",
        label_visibility="collapsed",
        wrap=True,
    )
    fitting = tuple(entry for entry in found(search) if not groups or entry.group in groups)
    st.caption(f"{counted(len(fitting), 'entry', 'entries')} of {count(len(ENTRIES))}. {CHECK_IT}")
    for group, entries in BY_GROUP.items():
        shown = [entry for entry in entries if entry in fitting]
        if shown:
            st.markdown(f"**{group}**")
        for entry in shown:
            _entry(entry, is_open=len(fitting) == 1)
    _rules()
    _references(fitting)


def _entry(entry: Entry, *, is_open: bool) -> None:
    unit = f" ({entry.unit})" if entry.unit else ""
    with st.expander(in_label(f"{entry.label}{unit}"), expanded=is_open):
        st.text(entry.meaning)
        st.text(f"What it cannot say: {entry.cannot_say}")
        for accuracy in entry.accuracy:
            st.text(_accuracy(accuracy))
        if not entry.accuracy:
            st.caption(NOT_MEASURED)
        exact = {
            "Formula": entry.formula,
            "Direction": entry.direction,
            "Shown from": entry.least,
            "Undefined": entry.empty,
            "Made by": entry.source,
            "References": "; ".join(REFERENCES[key].cited for key in entry.references),
        }
        st.caption(in_label("Exactly"))
        st.text("\n".join(f"{name}: {said}" for name, said in exact.items() if said))


def _accuracy(entry: Accuracy) -> str:
    return f"How right: {entry.meaning}: {decimal(entry.value)} (n = {count(entry.n)}, {entry.data_set})"


def _rules() -> None:
    st.subheader("Rules that hold for every figure")
    for house_rule in HOUSE_RULES:
        st.text(f"• {house_rule}")
    for rule in RULES:
        with st.expander(in_label(f"{rule.name} (from {count(rule.minimum)} on)")):
            st.text(rule.says)
            st.caption(in_label(rule.reference))


def _references(entries: tuple[Entry, ...]) -> None:
    works = cited_by(entries)
    if works:
        st.subheader("References")
        st.text("\n\n".join(work.in_full for work in works))


def _for_a_paper() -> None:
    """The paragraph of the corpus in force, and its settings. Nothing where no corpus can be opened."""
    st.subheader("For your own paper")
    try:
        corpus = session.current_corpus()
        view = session.View(corpus, session.current_reader(corpus), link.current_selection())
        made = session.ask(view, settings)
    except NewscorpusError:
        st.text("There is no corpus to describe yet.")
        return
    st.caption("What was read, what is chosen now, and versions: ready to paste. The filters in force are in it.")
    st.code(paragraph(made), language=None, wrap_lines=True)
    settings_button("paper")


if __name__ == "__main__":
    show()
