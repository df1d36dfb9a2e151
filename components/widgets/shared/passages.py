"""The own-words switch in words: how much of what is chosen counts."""

import streamlit as st

from components import session
from components.number_format import count, counted, percent
from newscorpus.query.overlap.own_words import own_words


def what_counts(view: session.View) -> None:
    """Under the filters of a page: how many words the switch leaves, when it leaves any out."""
    if view.selection.passages == "all":
        return
    rows = session.ask(view, own_words).table.to_pylist()
    n_words, n_shared, n_articles, n_sharing, n_whole = (
        sum(row[name] for row in rows)
        for name in ("n_words", "n_words_shared", "n_articles", "n_articles_sharing", "n_articles_shared_whole")
    )
    own = view.selection.passages == "own"
    kept = n_words - n_shared if own else n_shared
    gone = n_whole if own else n_articles - n_sharing
    why = "have no sentence of their own" if own else "share no sentence with another source"
    said = f"Counted: {count(kept)} of {counted(n_words, 'word')} ({percent(kept / n_words if n_words else None)})"
    left_out = f"{count(gone)} of {counted(n_articles, 'article')} {why} and {'is' if gone == 1 else 'are'} left out"
    st.caption(
        f"{said}{f'; {left_out}' if gone else ''}. Headlines, dates and sources are those of the whole articles."
    )
