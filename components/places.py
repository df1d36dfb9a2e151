"""The pages, each once: the module in components/pages, which is its name in links too, and what the menu calls it."""

from typing import Final

FIRST: Final = "overview"
"""The page that stands at the bare address; its name leads there too."""

PLACES: Final[dict[str, str]] = {
    "overview": "Overview",
    "stories": "Stories",
    "compare": "Compare",
    "voices": "Voices",
    "names": "Names",
    "words": "Words",
    "concordance": "Concordance",
    "overlap": "Overlap",
    "read": "Read",
    "corpus": "Corpus",
    "check": "Check",
    "methods": "Methods",
}
"""Name -> title, in the order of the menu."""


def path_of(name: str) -> str:
    """Where Streamlit finds a page. Raises KeyError for one that is not in PLACES.

    >>> path_of("read")
    'components/pages/read.py'
    """
    if name not in PLACES:
        raise KeyError(name)
    return f"components/pages/{name}.py"
