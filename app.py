"""Parallax: see how each source tells the same story. The pages and the filters they share."""

import streamlit as st
from streamlit.starlette import App

from components.guard import MIDDLEWARE
from components.widgets.corpus import opening

if __name__ == "__main__":  # Streamlit runs this file for every reader, and imports it once to serve it
    st.set_page_config(page_title="Parallax", page_icon="components/icon.svg", layout="wide")
    page = st.navigation(
        [
            st.Page("components/pages/overview.py", title="Overview", url_path="start", default=True),
            st.Page("components/pages/stories.py", title="Stories", url_path="stories"),
            st.Page("components/pages/compare.py", title="Compare", url_path="compare"),
            st.Page("components/pages/voices.py", title="Voices", url_path="voices"),
            st.Page("components/pages/names.py", title="Names", url_path="names"),
            st.Page("components/pages/words.py", title="Words", url_path="words"),
            st.Page("components/pages/concordance.py", title="Concordance", url_path="concordance"),
            st.Page("components/pages/overlap.py", title="Overlap", url_path="overlap"),
            st.Page("components/pages/read.py", title="Read", url_path="read"),
            st.Page("components/pages/corpus.py", title="Corpus", url_path="corpus"),
            st.Page("components/pages/check.py", title="Check", url_path="check"),
            st.Page("components/pages/methods.py", title="Methods", url_path="methods"),
            # the first page stands at "/"; its name leads there too
            st.Page("components/pages/overview.py", title="Overview", url_path="overview", visibility="hidden"),
        ],
        position="top",
    )
    opening.sidebar()
    with opening.errors_shown():
        page.run()
else:
    app = App(__file__, middleware=MIDDLEWARE)
