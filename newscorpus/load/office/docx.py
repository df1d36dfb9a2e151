"""Word files (DOCX): the paragraphs of the document itself, in order; no macros, no links, no pictures."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from newscorpus.load.content import Content
from newscorpus.load.office.prose import one_article
from newscorpus.load.xml import local, parse_xml
from newscorpus.values import RawArticle, Rejected

_PART: Final = "word/document.xml"
_LEFT_OUT: Final = frozenset({"del", "instrText", "drawing", "pict", "txbxContent", "Fallback"})
_BREAKS: Final = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}


def read(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield a Word file as one article; labelled lines at its top are its fields."""
    yield from one_article(paragraphs_of(content), content, layout)


def paragraphs_of(content: Content) -> list[str]:
    """Return the paragraphs, a line break inside one as a line break. Raises SetAside where it cannot be opened."""
    root = parse_xml(content.part(_PART))
    found: list[str] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if local(element) == "p":
            found.append(_text(element).strip("\n"))
        elif local(element) not in _LEFT_OUT:
            waiting += list(reversed(element))
    return found


def _text(paragraph: etree._Element) -> str:
    pieces: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name == "t":
            pieces.append(element.text or "")
        elif name in _BREAKS:
            pieces.append(_BREAKS[name])
        elif name not in _LEFT_OUT and name not in ("pPr", "rPr"):
            waiting += list(reversed(element))
    return "".join(pieces)
