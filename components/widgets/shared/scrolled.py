"""A chart that is never drawn narrower than its marks need: on a narrow screen it is moved sideways under a finger."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import streamlit as st

STYLE: Final = """<style>
.st-key-{key} {{ overflow-x: auto; }}
.st-key-{key} .stPlotlyChart, .st-key-{key} .stElementContainer {{ min-width: {width}px; }}
</style>"""


@contextmanager
def scrolled(key: str, least_width: int) -> Iterator[None]:
    """Draw what is inside at `least_width` pixels or more. `key` is of letters and hyphens, and no other element's."""
    st.html(STYLE.format(key=key, width=least_width))
    with st.container(key=key):
        yield
