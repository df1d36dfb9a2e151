"""The small button beside a list that gives its rows as CSV."""

from collections.abc import Callable

import pyarrow as pa
import streamlit as st

from components.widgets.shared.figure import CSV_NOTE
from newscorpus.query.as_csv import csv_bytes


def csv_button(name: str, rows: Callable[[], pa.Table], about: str = "", key: str | None = None) -> None:
    """A button that gives `<name>.csv`; `rows` is asked when it is clicked. `about` says which rows those are.

    `key` tells two buttons of one name apart.
    """
    st.download_button(
        "CSV",
        data=lambda: csv_bytes(rows()),
        file_name=f"{name}.csv",
        mime="text/csv",
        key=f"{key or name}-csv",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
        help=f"{about} {CSV_NOTE}".strip(),
    )
