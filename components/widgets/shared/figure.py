"""A figure as every page shows it: reading, picture, base, and the table behind it one click away."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import plotly.graph_objects as go
import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from components.theme import CHARTS_CONFIG, inked
from components.widgets.shared.picks import narrow_to_picks
from components.widgets.shared.settings_file import settings_button
from newscorpus.query.as_csv import csv_bytes

N_DECIMALS_OF_A_WHOLE_PERCENT: Final = 2  # of a share; its CSV has them all
CSV_NOTE: Final = (
    "A cell that a spreadsheet could run as a formula has an apostrophe in front; all else is as in the store."
)


def figure(
    key: str,
    drawn: go.Figure,
    alt: str,
    picks: tuple[str, ...] = (),
    on_pick: Callable[[Sequence[Any]], None] | None = None,
) -> None:
    """Draw a chart under `key`; its marks set the filters `picks` when they are clicked, or are given to `on_pick`."""
    drawn = inked(drawn, st.context.theme.type)
    if not picks and on_pick is None:
        st.plotly_chart(drawn, key=key, config=CHARTS_CONFIG, alt=alt)
        return
    st.plotly_chart(
        drawn,
        key=key,
        config=CHARTS_CONFIG,
        alt=alt,
        on_select=lambda: on_pick(st.session_state[key].selection.points) if on_pick else narrow_to_picks(key, picks),
        selection_mode=("points", "box"),
    )


def table_behind(key: str, table: pa.Table, columns: Mapping[str, Any], title: str) -> None:
    """The table behind a figure: drawn when it is asked for, and as CSV with the settings it was made with.

    `columns`: column of `table` -> Streamlit column configuration or label, in the order shown.
    """
    block = st.expander(f"Table: {title}", key=f"{key}-table", on_change="rerun")
    if not block.open:
        return
    with block:
        shown = table.select(list(columns))
        st.dataframe(
            in_whole_percent(shown, columns),
            column_config=columns,
            hide_index=True,
            placeholder="–",
            key=f"{key}-rows",
            alt=title,
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            st.download_button(
                "Download as CSV",
                data=lambda: csv_bytes(shown),
                file_name=f"{key}.csv",
                mime="text/csv",
                key=f"{key}-csv",
                on_click="ignore",
                help=CSV_NOTE,
            )
            settings_button(key)


def in_whole_percent(table: pa.Table, columns: Mapping[str, Any]) -> pa.Table:
    """`table` as it is shown: shares that `columns` formats as per cent are rounded to whole ones."""
    for name, column in columns.items():
        if isinstance(column, dict) and (column["type_config"] or {}).get("format") == "percent":
            place = table.column_names.index(name)
            table = table.set_column(place, name, pc.round(table[name], N_DECIMALS_OF_A_WHOLE_PERCENT))
    return table
