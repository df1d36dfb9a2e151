"""What one reader is looking at: the corpus, its reader, and the only caches of the page.

Answers are cached by (place of the store, fingerprint, question, selection): small, hashable, bounded. The place of a
private corpus holds its token, so no other reader's question meets it.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

import streamlit as st

from components import link
from newscorpus.keep.corpus import Corpus, private_corpus, shared_corpus
from newscorpus.keep.decisions import moves, overlay, read_decisions, set_right
from newscorpus.query.connection import Reader, fingerprint_of, open_reader
from newscorpus.query.quotations.attributions import SetRight
from newscorpus.query.selection import EVERYTHING, Selection, to_parameters
from newscorpus.query.sources.choices import Choices, choices
from newscorpus.store.read import open_store, peek

ROOT: Final = Path(__file__).resolve().parents[1]
EXAMPLE: Final = ROOT / "data" / "example"
OWN_FILES: Final = ROOT / "data" / "corpus"
BUILT: Final = ROOT / "data" / "built"
KEPT: Final = Path(os.environ.get("PARALLAX_KEPT", ROOT / "data" / "kept"))  # a host may have a disk that lasts
CORPUS_VARIABLE: Final = "PARALLAX_CORPUS"  # where no argument can be given, as on a hosted app

N_READERS_KEPT: Final = 8  # 5 MB each for the example, 100 MB for 100,000 articles; a small one reopens in 30 ms
N_ANSWERS_KEPT: Final = 400  # twelve questions for some thirty selections
ANSWERS_LIMIT: Final = "60MB"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class View:
    """A corpus opened, and what is chosen in it."""

    corpus: Corpus
    reader: Reader
    selection: Selection


def current_corpus() -> Corpus:
    """The corpus this reader looks at: the one of the link, of the command line, of data/corpus, or the example.

    Raises CorpusUnknown when the link's token opens nothing.
    """
    token = next(iter(link.kept("corpus")), None)
    return private_corpus(KEPT, token) if token else shared_corpus(_start_place(), BUILT)


def current_reader(corpus: Corpus) -> Reader:
    """The corpus made ready for questions. Raises StoreDamaged; ask only when the corpus is built."""
    decisions = read_decisions(corpus)
    corrections, quotations, moved = overlay(decisions), set_right(decisions), moves(decisions)
    fingerprint = fingerprint_of(peek(corpus.store), corrections, quotations, moved)
    return _opened(str(corpus.store), fingerprint, corrections, quotations, moved)


def ask(view: View, question: Callable[..., T], *details: Any, selection: Selection | None = None) -> T:  # noqa: ANN401
    """The answer of a function of `newscorpus.query` to (reader, selection, *details), remembered.

    `selection` stands in for the view's own where a chart is not narrowed by its own picks.
    """
    chosen = view.selection if selection is None else selection
    parts = tuple((name, tuple(values)) for name, values in to_parameters(chosen).items())
    key = (str(view.reader.store.path), view.reader.fingerprint, question.__module__, question.__name__, parts, details)
    answer: T = _answered(key, question, view.reader, chosen, details)
    return answer


def offered(view: View) -> Choices:
    """What the filters offer in this corpus."""
    return ask(view, _choices, selection=EVERYTHING)


def forget_corpus() -> None:
    """Leave a private corpus, and the filters that were chosen in it. Only in a callback."""
    link.widen_all()
    link.keep("corpus", [])


def _choices(reader: Reader, _selection: Selection) -> Choices:
    return choices(reader)


def _start_place() -> Path:
    if given := os.environ.get(CORPUS_VARIABLE):
        return Path(given)
    if len(sys.argv) > 1 and Path(sys.argv[0]).name == "app.py":
        return Path(sys.argv[1])
    has_own_files = OWN_FILES.is_dir() and any(not path.name.startswith(".") for path in OWN_FILES.iterdir())
    return OWN_FILES if has_own_files else EXAMPLE


@st.cache_resource(max_entries=N_READERS_KEPT, show_spinner=False)
def _opened(
    store: str,
    fingerprint: str,
    _corrections: Any,  # noqa: ANN401 - an Arrow table
    _quotations: SetRight,
    _moves: Any,  # noqa: ANN401 - moves, as decisions give them
) -> Reader:
    return open_reader(open_store(Path(store)), _corrections, _quotations, _moves)


@st.cache_data(max_entries=N_ANSWERS_KEPT, max_size=ANSWERS_LIMIT, show_spinner=False)
def _answered(
    key: tuple[Any, ...], _question: Callable[..., T], _reader: Reader, _selection: Selection, _details: tuple[Any, ...]
) -> T:
    return _question(_reader, _selection, *_details)
