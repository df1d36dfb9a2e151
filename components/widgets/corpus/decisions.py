"""What a reader set right so far: every act in words, with a button that takes it back, and all as a file."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

import streamlit as st

from components import session
from components.inert import UNTITLED, shortened
from components.number_format import count, counted
from newscorpus.keep.decisions import (
    Acts,
    CorrectedField,
    Correction,
    Decisions,
    SpeakerCorrection,
    StatementJudgement,
    StoryMove,
    VerbChange,
    read_decisions,
    take_back,
)
from newscorpus.query.quotations.counts import NOBODY_NAMED
from newscorpus.query.sources.articles import titles
from newscorpus.query.story.judgements import ACTS

N_SHOWN: Final = 50  # of each kind, the latest; the file holds them all
TITLE_LENGTH: Final = 80
FIELDS: Final[dict[CorrectedField, str]] = {"source": "Outlet", "published_at": "Date"}
KINDS: Final[tuple[Acts, ...]] = ("corrections", "speakers", "verb_classes", "statements", "moves")
Titles = dict[str, tuple[str, str | None]]
Act = Correction | SpeakerCorrection | VerbChange | StatementJudgement | StoryMove


def show(view: session.View) -> None:
    """The acts, latest first, and the file that holds them. Nothing where none was made."""
    made = read_decisions(view.corpus)
    if not any(getattr(made, kind) for kind in KINDS):
        return
    st.subheader("Corrected so far")
    known = session.ask(view, _titles, _articles_of(made))
    for kind in KINDS:
        _acts(view, kind, getattr(made, kind), known)
    st.download_button(
        "Download the corrections (JSON)",
        data=json.dumps({kind: [asdict(act) for act in getattr(made, kind)] for kind in KINDS}, ensure_ascii=False),
        file_name="corrections.json",
        mime="application/json",
        on_click="ignore",
    )


def _acts(view: session.View, kind: Acts, acts: Sequence[Any], known: Titles) -> None:
    latest = list(enumerate(acts))[::-1]
    for number, act in latest[:N_SHOWN]:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(in_words(act, known))
            key = f"take-back-{number}" if kind == "corrections" else f"take-back-{kind}-{number}"
            st.button("Take back", key=key, on_click=take_back, args=(view.corpus, number, kind))
    if len(latest) > N_SHOWN:
        st.caption(f"and {count(len(latest) - N_SHOWN)} earlier ones, in the file.")


def in_words(act: Act, known: Titles) -> str:
    """An act in one line; `known` holds source and title of the articles it names.

    >>> in_words(VerbChange("say", "hedged", ""), {})
    'Verb “say”: hedged'
    """
    if isinstance(act, VerbChange):
        return f"Verb “{act.verb}”: {act.verb_class}"
    if isinstance(act, SpeakerCorrection):
        first = _title(act.places[0][0], known) if act.places else UNTITLED
        return f"Speaker of {counted(len(act.places), 'quotation')} (“{first}”): {act.speaker or NOBODY_NAMED}"
    if isinstance(act, StatementJudgement):
        return f"{ACTS[act.act]}: in “{_title(act.place[0], known)}” and “{_title(act.other[0], known)}”"
    others = len(act.article_ids) - 1
    more = f" and {counted(others, 'other')}" if others else ""
    if isinstance(act, StoryMove):
        story = f"“{act.label}”" if act.label is not None else "none: told by this article alone"
        return f"Story of “{_title(act.article_ids[0], known)}”{more}: {story}"
    value = act.value or "unknown"
    if act.field == "published_at" and act.value:
        value = act.value[:10]
    return f"{FIELDS[act.field]} of “{_title(act.article_ids[0], known)}”{more}: {value}"


def _title(article_id: str, known: Titles) -> str:
    return shortened((known.get(article_id, ("", None))[1] or UNTITLED).strip(), TITLE_LENGTH)


def _articles_of(made: Decisions) -> tuple[str, ...]:
    of_articles = [act.article_ids[0] for act in made.corrections]
    of_articles += [act.article_ids[0] for act in made.moves]
    of_statements = [place[0] for act in made.statements for place in (act.place, act.other)]
    return tuple(
        dict.fromkeys([*of_articles, *of_statements, *(act.places[0][0] for act in made.speakers if act.places)])
    )


def _titles(reader: Any, _selection: Any, article_ids: tuple[str, ...]) -> Titles:  # noqa: ANN401
    return titles(reader, article_ids)
