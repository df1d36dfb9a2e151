"""The engine of Parallax: load, clean, analyse, store, query. Knows nothing of the page that shows it.

In a notebook, `newscorpus.open_corpus("STORE")` opens a store: see docs/notebook.md.
"""


def __getattr__(name: str) -> object:
    """Load `open_corpus` when it is asked for: a build or a page that imports one room loads no pandas with it."""
    if name == "open_corpus":
        from newscorpus.notebook import open_corpus

        return open_corpus
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
