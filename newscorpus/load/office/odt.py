"""OpenDocument texts (ODT): headings and paragraphs in order."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from newscorpus.load.content import Content
from newscorpus.load.office.prose import one_article
from newscorpus.load.xml import local, parse_xml
from newscorpus.values import RawArticle, Rejected

_PART: Final = "content.xml"
_LEFT_OUT: Final = frozenset({"tracked-changes", "annotation", "frame", "note", "sequence-decls"})
_BREAKS: Final = {"line-break": "\n", "tab": "\t", "s": " "}


def read(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield an OpenDocument text as one article."""
    yield from one_article(_paragraphs(parse_xml(content.part(_PART))), content, layout)


def _paragraphs(root: etree._Element) -> list[str]:
    found, waiting = list[str](), [root]
    while waiting:
        element = waiting.pop()
        if local(element) in ("p", "h"):
            found.append("".join(_pieces(element)))
        elif local(element) not in _LEFT_OUT:
            waiting += list(reversed(element))
    return found


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    waiting: list[etree._Element | str] = [paragraph]
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, str):
            yield piece
            continue
        name = local(piece)
        if piece is not paragraph:
            waiting.append(piece.tail or "")
        if name in _BREAKS:
            waiting.append(_BREAKS[name])
        elif name and name not in _LEFT_OUT:
            waiting += list(reversed(piece))
            waiting.append(piece.text or "")
