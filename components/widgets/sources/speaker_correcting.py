"""Setting right who speaks: for one quotation, for all of one article's, or for all in the corpus."""

from typing import Final, Literal

import streamlit as st

from components import session
from components.number_format import counted
from components.widgets.corpus.own import own_corpus
from newscorpus.keep.corpus import Corpus
from newscorpus.keep.decisions import correct_speaker
from newscorpus.query.quotations.counts import NOBODY_NAMED, QuotationFilter
from newscorpus.query.quotations.listing import MAX_PLACES, Place, Quotation, places, speakers_offered
from newscorpus.query.selection import EVERYTHING, Selection

Scope = Literal["this", "article", "corpus"]
HOW: Final = (
    "Choose the right speaker or write a name. Two speakers given the same name are one from then on. "
    "Every figure follows, and Corpus lists what was corrected, to be taken back."
)


def correct_button(view: session.View, one: Quotation) -> None:
    """The one control that corrects, splits and merges speakers."""
    key = f"{one.article_id}-{one.quote}-{view.reader.fingerprint}"  # what was set right begins closed again
    opened = st.popover("Set the speaker right", key=f"right-{key}", on_change="rerun", type="tertiary")
    if not opened.open:
        return
    with opened:
        st.caption(HOW)
        offered = session.ask(view, speakers_offered, one.article_id, selection=EVERYTHING)
        options = [NOBODY_NAMED, *(label for label in offered if label not in (one.speaker, NOBODY_NAMED))]
        right = st.selectbox(
            "Right speaker",
            options,
            index=None,
            accept_new_options=True,
            placeholder="choose or write a name",
            key=f"speaker-{key}",
        )
        scopes = _scopes(view, one)
        scope = st.radio("For", list(scopes), format_func=lambda name: scopes[name][0], key=f"scope-{key}")
        st.button(
            "Set right",
            key=f"set-{key}",
            type="primary",
            disabled=not (right and right.strip()),
            on_click=_correct,
            args=(view.corpus, scopes[scope][1], right),
        )


def _scopes(view: session.View, one: Quotation) -> dict[Scope, tuple[str, tuple[Place, ...]]]:
    """What a correction can be for: its words, and the attributions it changes."""
    same = QuotationFilter(speaker=one.speaker)
    scopes: dict[Scope, tuple[str, tuple[Place, ...]]] = {"this": ("this quotation", ((one.article_id, one.quote),))}
    if one.n_same_in_article > 1:
        here = session.ask(view, places, same, selection=Selection(article_ids=(one.article_id,)))
        scopes["article"] = (f"all {len(here)} by this speaker in this article", here)
    everywhere = session.ask(view, places, same, selection=EVERYTHING)
    if one.n_same_in_article < len(everywhere) < MAX_PLACES:
        scopes["corpus"] = (f"all {counted(len(everywhere), 'quotation')} by this speaker in the corpus", everywhere)
    return scopes


def _correct(corpus: Corpus, found: tuple[Place, ...], right: str) -> None:
    correct_speaker(own_corpus(corpus), found, None if right == NOBODY_NAMED else right)
