"""Dropping articles: what was dropped is kept, then read in a process of its own."""

from collections.abc import Sequence
from typing import Any, Final

import streamlit as st

from components import link, session
from components.inert import in_label
from components.number_format import counted
from components.wording.pages import listed
from newscorpus.errors import CorpusFull
from newscorpus.keep.builds import start_build
from newscorpus.keep.corpus import CORPUS_LIMIT_BYTES, Corpus, add_file, new_corpus, private_corpus
from newscorpus.load.formats import names_of_formats

LIMITS: Final = (
    f"Up to {st.get_option('server.maxUploadSize')} MB a file and {CORPUS_LIMIT_BYTES // 1_000_000} MB in all. What a "
    "file is shows in its content, whatever its name; one that cannot be read stands below with its reason. "
    "A folder named after an outlet tells which outlet its articles are from."
)
PRIVATE: Final = (
    "Your files stay on the machine that runs this page. Only the address of this page leads to them: keep the link to "
    "come back, and share it only with those who may see them."
)


def show(corpus: Corpus) -> None:
    """The two places to drop articles, and the button that reads them."""
    st.text(LIMITS)
    with st.expander("What is read"):
        st.text("\n".join(f"{group}: {listed(names)}." for group, names in names_of_formats().items()))
    files, folder = st.columns(2, gap="large")
    with files:
        dropped: list[Any] = st.file_uploader("Files", accept_multiple_files=True, key=_key("files")) or []
    with folder:
        dropped += st.file_uploader("A whole folder", accept_multiple_files="directory", key=_key("folder")) or []
    st.caption(PRIVATE)
    added = "Add them to this corpus" if corpus.is_private else "Read them"
    label = f"{added}: {counted(len(dropped), 'file')}" if dropped else added
    st.button(label, type="primary", disabled=not dropped, on_click=_take_in, args=(corpus, dropped))
    for problem in st.session_state.pop("not_taken_in", ()):
        st.error(in_label(problem), icon=":material/error:")


def _take_in(corpus: Corpus, dropped: Sequence[Any]) -> None:
    """Keep every file before anything else happens to it, then start reading. Runs as a callback."""
    mine = corpus if corpus.is_private else new_corpus(session.KEPT)
    problems = []
    for file in dropped:
        try:
            add_file(mine, file.name, file.getvalue())
        except CorpusFull as error:
            problems.append(str(error))
        except OSError as error:
            problems.append(f"{file.name}: it could not be kept ({error.strerror}). Try again later.")
    st.session_state["not_taken_in"] = problems
    st.session_state["n_times_dropped"] = st.session_state.get("n_times_dropped", 0) + 1
    if mine.token and len(problems) < len(dropped):
        mine = private_corpus(session.KEPT, mine.token)  # its inputs have grown
        start_build(mine)
        link.widen_all()
        link.keep("corpus", [mine.token or ""])


def _key(name: str) -> str:
    """A new key after each drop, so that the uploader lets go of the files it held in memory."""
    return f"dropped-{name}-{st.session_state.get('n_times_dropped', 0)}"
