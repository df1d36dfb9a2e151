"""The pages, each once: the module in components/pages, which is its name in links too, and what the menu calls it."""

from typing import Final

FIRST: Final = "overview"
"""The page that stands at the bare address; its name leads there too."""

MENU: Final[dict[str, dict[str, str]]] = {
    "": {"overview": "Overview"},
    "Sources": {"voices": "Voices", "names": "Names"},
    "Stories": {"stories": "Stories", "compare": "Compare", "overlap": "Overlap"},
    "Words": {"words": "Words", "concordance": "Concordance"},
    "Your articles": {"corpus": "Corpus", "read": "Read", "check": "Check", "methods": "Methods"},
}
"""What the menu calls a group of pages, "" for one that stands by itself -> name and title of each, in order."""

PLACES: Final = {name: title for pages in MENU.values() for name, title in pages.items()}
"""Name -> title of every page, in the order of the menu."""


def path_of(name: str) -> str:
    """Where Streamlit finds a page. Raises KeyError for one that is not in PLACES.

    >>> path_of("read")
    'components/pages/read.py'
    """
    if name not in PLACES:
        raise KeyError(name)
    return f"components/pages/{name}.py"
