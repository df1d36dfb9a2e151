"""The list of reporting verbs: to be seen, downloaded, and changed by a reader for their own corpus."""

from typing import Any, Final

import pyarrow as pa
import streamlit as st

from components import session
from components.widgets.corpus.own import own_corpus
from components.widgets.shared.figure import CSV_NOTE
from components.wording.voices import CLASSES, NOT_AN_OUTLETS_STANCE
from newscorpus.keep.corpus import Corpus
from newscorpus.keep.decisions import change_verb_classes
from newscorpus.query.as_csv import csv_bytes
from newscorpus.query.quotations.listing import verbs_met
from newscorpus.query.quotations.verbs import VERB_CLASSES, listed_verbs
from newscorpus.query.selection import EVERYTHING

KEY: Final = "verb-list"
HOW: Final = (
    "Our own list, after research on attribution and the press's stylebooks. Choose another class for a verb and every "
    "figure follows; Corpus lists the changes, to be taken back."
)


def verb_list(view: session.View) -> None:
    """Every verb met here or listed, with its class and how often it is met; the class can be changed."""
    block = st.expander("The reporting verbs and their classes", key=f"{KEY}-open", on_change="rerun")
    if not block.open:
        return
    rows = _rows(view)
    with block:
        st.caption(f"{HOW} {NOT_AN_OUTLETS_STANCE}")
        st.text("\n".join(f"{name}: {CLASSES[name]}" for name in VERB_CLASSES))
        key = f"{KEY}-{view.reader.fingerprint}"  # the changes made are in the rows then: begin without any
        st.data_editor(
            rows,
            column_config={
                "verb": st.column_config.TextColumn("Verb", disabled=True),
                "verb_class": st.column_config.SelectboxColumn("Class", options=list(VERB_CLASSES), required=True),
                "n_quotes": st.column_config.NumberColumn("Quotations in the corpus", disabled=True),
            },
            hide_index=True,
            key=key,
            on_change=_change,
            args=(view.corpus, key, tuple(row["verb"] for row in rows)),
        )
        st.download_button(
            "Download as CSV",
            data=lambda: csv_bytes(pa.Table.from_pylist(rows)),
            file_name="reporting_verbs.csv",
            mime="text/csv",
            key=f"{KEY}-csv",
            on_click="ignore",
            help=CSV_NOTE,
        )


def _rows(view: session.View) -> list[dict[str, Any]]:
    met = session.ask(view, verbs_met, selection=EVERYTHING)
    classes = listed_verbs() | {verb: verb_class for verb, (verb_class, _) in met.items()}
    rows = [
        {"verb": verb, "verb_class": verb_class, "n_quotes": met.get(verb, ("", 0))[1]}
        for verb, verb_class in classes.items()
    ]
    return sorted(rows, key=lambda row: (-row["n_quotes"], row["verb"]))


def _change(corpus: Corpus, key: str, verbs: tuple[str, ...]) -> None:
    edited = st.session_state[key]["edited_rows"]
    changes = {verbs[row]: change["verb_class"] for row, change in edited.items() if change.get("verb_class")}
    if changes:
        change_verb_classes(own_corpus(corpus), changes)
