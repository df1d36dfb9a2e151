"""What a table was made of, as a file to keep beside it: counts, filters, versions, and the paragraph for a paper."""

import json
from typing import Final

import streamlit as st

from components import link, session
from newscorpus.methods.paragraph import paragraph
from newscorpus.methods.settings import as_plain, settings
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection

HELP: Final = (
    "What figures here are made of: the corpus, the filters in force, versions, fingerprint, and a paragraph for a "
    "paper. Keep it with the table."
)


def settings_button(key: str) -> None:
    """A button that gives the settings in force as JSON. Only where a corpus is open."""
    reader, selection = session.current_reader(session.current_corpus()), link.current_selection()
    st.download_button(
        "Settings (JSON)",
        data=lambda: settings_json(reader, selection),
        file_name="settings.json",
        mime="application/json",
        key=f"{key}-settings",
        on_click="ignore",
        type="tertiary",
        help=HELP,
    )


def settings_json(reader: Reader, selection: Selection) -> str:
    """The settings with their paragraph."""
    made = settings(reader, selection)
    return json.dumps({**as_plain(made), "paragraph": paragraph(made)}, ensure_ascii=False, indent=1)
