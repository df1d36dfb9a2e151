"""The answers a reader gave when checking: listed, taken back, exported."""

from typing import Final

import streamlit as st

from components import session
from components.inert import shortened
from components.number_format import count, counted
from components.widgets.shared.figure import CSV_NOTE
from components.widgets.shared.settings_file import settings_button
from components.wording.checking import JUDGEMENTS, in_words
from newscorpus.keep.labels import Label, labels_table, read_labels, take_back_label
from newscorpus.query.as_csv import csv_bytes
from newscorpus.query.checking.sample import Judgement, Place
from newscorpus.query.checking.surroundings import written
from newscorpus.query.selection import EVERYTHING

N_SHOWN: Final = 50  # the latest; the file holds them all
TEXT_LENGTH: Final = 90
FILE_HELP: Final = "What the method said stands in it where the result has been shown."


def answers_so_far(view: session.View, judgement: Judgement) -> None:
    """The answers of this kind, latest first, each with a button that takes it back, and all kinds as a file."""
    every = read_labels(view.corpus)
    if not every:
        return
    mine = [label for label in every if label.judgement == judgement and label.answer is not None]
    block = st.expander(
        f"Your answers: {counted(len(mine), 'answer')} on “{JUDGEMENTS[judgement]}”", key="answers", on_change="rerun"
    )
    if block.open:
        with block:
            _listed(view, mine)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            "Download all your answers (CSV)",
            data=lambda: csv_bytes(labels_table(every, written(view.reader, EVERYTHING, _places(every)))),
            file_name="answers.csv",
            mime="text/csv",
            key="answers-csv",
            on_click="ignore",
            help=f"{FILE_HELP} {CSV_NOTE}",
        )
        settings_button("answers")


def _listed(view: session.View, labels: list[Label]) -> None:
    latest = labels[::-1][:N_SHOWN]
    texts = session.ask(view, written, _places(tuple(latest)), selection=EVERYTHING)
    for label in latest:
        with st.container(horizontal=True, vertical_alignment="center"):
            text = " ".join(texts.get(label.places[0], "no longer in this corpus").split())
            st.text(f"{in_words(label.answer or '')}: “{shortened(text, TEXT_LENGTH)}”")
            st.button(
                "Take back",
                key=f"forget-{label.name}",
                on_click=take_back_label,
                args=(view.corpus, label.judgement, label.name),
            )
    if len(labels) > N_SHOWN:
        st.caption(f"and {count(len(labels) - N_SHOWN)} earlier ones, in the file.")


def _places(labels: tuple[Label, ...]) -> tuple[Place, ...]:
    return tuple(place for label in labels for place in label.places)
