"""A blind sample judged item by item: the text, the answers to choose from, back and next. Nothing the method says."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from components import session
from components.inert import in_label
from components.number_format import count
from components.widgets.corpus.own import own_corpus
from components.widgets.shared.marked_text import STYLE, Span, marked
from components.wording.checking import GUIDES, QUESTIONS, in_words
from newscorpus.keep.corpus import Corpus
from newscorpus.keep.labels import Label, keep_label
from newscorpus.query.checking.agreement import ANSWERS, CANNOT_TELL
from newscorpus.query.checking.sample import Item, Judgement, Sample, speakers_to_choose
from newscorpus.query.checking.surroundings import InContext, in_context
from newscorpus.query.selection import EVERYTHING

MAX_BUTTONS: Final = 14  # answers shown as buttons; more names are found faster by typing
N_SHORTCUTS: Final = 9
MARK_OF: Final = {"speaker": "told", "towards": "speaker"}
"""Judgement -> how its marks look inside the framed text."""

GONE: Final = "This stretch is no longer in the article. Go on to the next."


@dataclass(frozen=True, slots=True)
class Checking:
    """A sample being judged, with the labels kept for this kind of judgement (name of an item -> label)."""

    judgement: Judgement
    seed: int
    sample: Sample
    labels: dict[str, Label]

    @property
    def key(self) -> str:
        """Names the sample in the state of the page."""
        return f"check-at-{self.judgement}-{self.seed}-{len(self.sample.items)}"

    def answer(self, item: Item) -> str | None:
        """What the reader answered; None when nothing, or when it was taken back."""
        label = self.labels.get(item.name)
        return label.answer if label else None

    @property
    def n_answered(self) -> int:
        """How many items of the sample have an answer."""
        return sum(self.answer(item) is not None for item in self.sample.items)


def judge_items(view: session.View, checking: Checking) -> None:
    """One item at a time, the first unanswered one first."""
    items = checking.sample.items
    at = _position(checking)
    item = items[at]
    n = checking.n_answered
    st.progress(n / len(items), text=f"{count(n)} of {count(len(items))} answered · this is item {count(at + 1)}")
    if n == len(items):
        st.success("All are answered. The result stands below; Back and Next go through your answers.")
    with st.container(border=True, key="check-item"):
        st.markdown(f"**{QUESTIONS[checking.judgement]}**")
        if not _texts(view, checking.judgement, item):
            st.text(GONE)
        _answers(view, checking, item, at)
        st.caption(GUIDES[checking.judgement])
        _steps(checking, item, at)


def framed(found: InContext, judgement: Judgement) -> str:
    """A stretch between its neighbours as HTML: framed, with its marks."""
    spans = [Span(*found.focus, "here"), *(Span(*mark, MARK_OF[judgement]) for mark in found.marks)]
    return STYLE + marked(found.text, spans)


def _texts(view: session.View, judgement: Judgement, item: Item) -> bool:
    found = [session.ask(view, in_context, place, item.marks, selection=EVERYTHING) for place in item.places]
    columns = st.columns(len(found), gap="large") if len(found) > 1 else [st.container()]
    for column, one in zip(columns, found, strict=True):
        with column:
            if one is not None:
                st.html(framed(one, judgement))
    return all(one is not None for one in found)


def _answers(view: session.View, checking: Checking, item: Item, at: int) -> None:
    names = session.ask(view, speakers_to_choose, item, selection=EVERYTHING) if checking.judgement == "speaker" else ()
    options = (*names, *ANSWERS[checking.judgement], CANNOT_TELL)
    chosen = checking.answer(item)
    if len(options) > MAX_BUTTONS:
        key = f"name-{item.name}"
        st.selectbox(
            "Your answer",
            options,
            index=options.index(chosen) if chosen in options else None,
            format_func=in_words,
            placeholder="choose or type the first letters",
            key=key,
            on_change=_answer_chosen,
            args=(view.corpus, checking, item, at, key),
        )
        return
    with st.container(horizontal=True, gap="small"):
        for number, option in enumerate(options, start=1):
            st.button(
                in_label(in_words(option)),
                key=f"answer-{item.name}-{number}",
                type="primary" if option == chosen else "secondary",
                shortcut=str(number) if number <= N_SHORTCUTS else None,
                on_click=_answer,
                args=(view.corpus, checking, item, at, option),
            )


def _answer_chosen(corpus: Corpus, checking: Checking, item: Item, at: int, key: str) -> None:
    if st.session_state[key] is not None:
        _answer(corpus, checking, item, at, st.session_state[key])


def _answer(corpus: Corpus, checking: Checking, item: Item, at: int, option: str) -> None:
    keep_label(own_corpus(corpus), checking.judgement, item, option)
    items = checking.sample.items
    following = [(at + step) % len(items) for step in range(1, len(items))]
    st.session_state[checking.key] = next(
        (place for place in following if checking.answer(items[place]) is None), (at + 1) % len(items)
    )


def _steps(checking: Checking, item: Item, at: int) -> None:
    label = checking.labels.get(item.name)
    if label is not None and label.is_seen:
        st.caption("You have seen the method's answer for this one: a new answer is kept, and not counted.")
    last = len(checking.sample.items) - 1
    with st.container(horizontal=True, gap="small"):
        st.button("← Back", key="check-back", disabled=at == 0, on_click=_go, args=(checking.key, at - 1))
        st.button("Next →", key="check-next", disabled=at == last, on_click=_go, args=(checking.key, at + 1))


def _go(key: str, at: int) -> None:
    st.session_state[key] = at


def _position(checking: Checking) -> int:
    """Where the reader stands: where they went, else at the first item without an answer."""
    items = checking.sample.items
    first_open = next((n for n, item in enumerate(items) if checking.answer(item) is None), 0)
    return int(min(st.session_state.get(checking.key, first_open), len(items) - 1))
