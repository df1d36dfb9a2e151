"""From a corpus to a view: building it, waiting for it, and saying so when it cannot be opened."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

import streamlit as st

from components import link, session
from components.inert import in_label
from components.widgets.shared import filters, passages, picks
from newscorpus.errors import NewscorpusError
from newscorpus.keep.builds import build_state, is_ready, start_build
from newscorpus.keep.corpus import Corpus
from newscorpus.query.selection import EVERYTHING

SECONDS_BETWEEN_LOOKS: Final = 1.0  # at a build's progress: often enough to see it move


@contextmanager
def errors_shown() -> Iterator[None]:
    """The one place that shows what went wrong: the error's own words say what, where and what to do."""
    try:
        yield
    except NewscorpusError as error:
        st.error(in_label(str(error)), icon=":material/error:")


def sidebar() -> None:
    """The filters of the corpus, in the sidebar. A corpus that cannot be opened has none: the page says why."""
    with st.sidebar, suppress(NewscorpusError):
        corpus = session.current_corpus()
        if is_ready(corpus):
            filters.show(session.View(corpus, session.current_reader(corpus), EVERYTHING))


def page(title: str, question: str) -> session.View:
    """The head of a page, and the view it answers from. Stops the page where there is none, saying why."""
    head(title, question)
    corpus = session.current_corpus()
    if not is_ready(corpus):
        _building(corpus)
        st.stop()
    view = session.View(corpus, session.current_reader(corpus), link.current_selection())
    picks.chips(view)
    passages.what_counts(view)
    return view


def head(title: str, question: str) -> None:
    """The title of a page and the one question it answers."""
    st.title(title)
    st.markdown(f"*{question}*")


def progress(corpus: Corpus) -> None:
    """How reading a corpus goes, in words, while it goes; or why it failed, and the way to try again."""
    state = build_state(corpus)
    if state.state == "running":
        st.info("The articles are being read and measured. The figures follow by themselves when they are ready.")
        st.fragment(_progress, run_every=SECONDS_BETWEEN_LOOKS)(corpus)
    elif state.state == "failed":
        st.error(in_label(state.words or "The articles could not be read."), icon=":material/error:")
        st.button("Try again", on_click=start_build, args=(corpus,))


def _building(corpus: Corpus) -> None:
    if build_state(corpus).state in ("none", "done") and corpus.inputs:
        start_build(corpus)
    progress(corpus)


def _progress(corpus: Corpus) -> None:
    state = build_state(corpus)
    if state.state != "running":
        st.rerun()
    st.text(state.words or "Starting …")
