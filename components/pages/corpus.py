"""Corpus: what came in, what was left out and why, and what a reader sets right."""

import streamlit as st

from components import link, session
from components.widgets.corpus import correcting, dropping, opening, receipt
from newscorpus.keep.builds import is_ready, start_build
from newscorpus.query.selection import EVERYTHING

QUESTION = "What came in, what was left out and why? Drop articles here, and set right what was read wrong."


READ_AGAIN = "After files were added, changed or taken away on disk. What has not changed is not measured again."

LEAVE = "Back to the articles that everybody on this server sees. Keep the address of this page: it is the way back."


def show() -> None:
    """Draw the page."""
    opening.head("Corpus", QUESTION)
    corpus = session.current_corpus()
    opening.progress(corpus)
    st.subheader("Add articles")
    dropping.show(corpus)
    if not is_ready(corpus):
        return
    view = session.View(corpus, session.current_reader(corpus), EVERYTHING)
    st.subheader("The receipt")
    receipt.show(view)
    with st.container(horizontal=True):
        if corpus.inputs:
            st.button("Read the articles again", on_click=start_build, args=(corpus,), help=READ_AGAIN)
        if corpus.is_private:
            st.button("Leave this corpus", on_click=session.forget_corpus, help=LEAVE)
    st.subheader("Set right an outlet or a date")
    correcting.show(session.View(corpus, view.reader, link.current_selection()))


if __name__ == "__main__":
    show()
