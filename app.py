"""Parallax: see how each source tells the same story. The pages and the filters they share."""

import streamlit as st
from streamlit.starlette import App

from components.guard import MIDDLEWARE
from components.places import FIRST, MENU, PLACES, path_of
from components.widgets.corpus import opening

if __name__ == "__main__":  # Streamlit runs this file for every reader, and imports it once to serve it
    st.set_page_config(page_title="Parallax", page_icon="components/icon.svg", layout="wide")
    menu = {
        group: [
            st.Page(path_of(name), title=title, url_path="start" if name == FIRST else name, default=name == FIRST)
            for name, title in pages.items()
        ]
        for group, pages in MENU.items()
    }
    # the first page stands at "/"; its name leads there too
    menu[""].append(st.Page(path_of(FIRST), title=PLACES[FIRST], url_path=FIRST, visibility="hidden"))
    page = st.navigation(menu, position="top")
    opening.sidebar()
    with opening.errors_shown():
        page.run()
else:
    app = App(__file__, middleware=MIDDLEWARE)
