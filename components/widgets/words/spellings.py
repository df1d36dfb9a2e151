"""Spelling choices, source by source."""

from typing import Any, Final

import pyarrow as pa
import streamlit as st

from components import session
from components.number_format import count, counted
from components.widgets.shared.figure import table_behind
from components.wording.pages import base
from newscorpus.query.words.spellings import variants

N_SHOWN: Final = 60  # words; the table behind has all
COLUMNS: Final[dict[str, Any]] = {
    "word": st.column_config.TextColumn("Word, spelling folded"),
    "spelling": st.column_config.TextColumn("Written"),
    "source": st.column_config.TextColumn("Source"),
    "n_uses": st.column_config.NumberColumn("Times"),
    "n_articles": st.column_config.NumberColumn("In articles"),
}
WHAT: Final = (
    "Spellings are counted as one word above and told apart here, for an outlet chooses them. "
    "Capitals and a possessive ’s are no other spelling. Two people whose names differ by a spelling can meet in a row."
)


def spelling_choices(view: session.View) -> None:
    """The table of words that the articles chosen spell in two ways or more."""
    st.subheader("Spelling choices", anchor=False)
    found = session.ask(view, variants)
    if not found.spellings.num_rows:
        st.text("No word is spelt in two ways in these articles.")
        return
    rows = _wide(found.spellings)
    st.dataframe(
        rows[:N_SHOWN],
        hide_index=True,
        placeholder="–",
        key="spelling-choices",
        alt="Words spelt in two ways, by source",
    )
    left_out = f" {counted(found.n_left_out, 'rarer word')} left out." if found.n_left_out else ""
    st.caption(f"{WHAT} {base(found.n_articles)}{left_out}")
    table_behind("spellings-by-source", found.spellings, COLUMNS, "every spelling, by source")


def _wide(spellings: pa.Table) -> list[dict[str, str]]:
    """A row a word: how it is written, most often first, and what each source writes how often."""
    words: dict[str, dict[str, dict[str, int]]] = {}
    for row in spellings.to_pylist():
        words.setdefault(row["word"], {}).setdefault(row["spelling"], {})[row["source"]] = row["n_uses"]
    sources = sorted({row["source"] for row in spellings.to_pylist()})
    wide = []
    for by_spelling in words.values():
        order = sorted(by_spelling, key=lambda spelling: (-sum(by_spelling[spelling].values()), spelling))
        row = {"Written": " / ".join(order)}
        for source in sources:
            used = [
                f"{spelling} {count(by_spelling[spelling][source])}"
                for spelling in order
                if source in by_spelling[spelling]
            ]
            row[source] = ", ".join(used)
        wide.append(row)
    return wide
