"""A chart that is never drawn narrower than its marks need, and moved sideways on a narrow screen; nor too wide."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import streamlit as st

STYLE: Final = """<style>
.st-key-{key} {{ overflow-x: auto; }}
.st-key-{key} .stPlotlyChart, .st-key-{key} .stElementContainer {{ min-width: {least}px; max-width: {most}; }}
</style>"""


@contextmanager
def scrolled(key: str, least_width: int, most_width: int | None = None) -> Iterator[None]:
    """Draw what is inside at `least_width` pixels or more, and at `most_width` or less where it is given.

    `key` is of letters and hyphens, and no other element's.
    """
    st.html(STYLE.format(key=key, least=least_width, most="none" if most_width is None else f"{most_width}px"))
    with st.container(key=key):
        yield
