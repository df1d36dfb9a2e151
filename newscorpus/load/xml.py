"""XML and HTML from strangers: no entities expanded, nothing fetched, depth bounded; and their text."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree
from lxml import html as lxml_html

from newscorpus.load.setting_aside import SetAside

_SPACE: Final = re.compile(r"[ \t\r\n\u00a0]{1,99}")


def parse_xml(data: bytes) -> etree._Element:
    """Return the root of an XML document. Raises SetAside("damaged") where nothing can be read of it."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise SetAside("damaged") from error
    if root is None:
        raise SetAside("damaged")
    return root


def parse_html(text: str) -> etree._Element:
    """Return the root of an HTML document. Raises SetAside("damaged") where nothing can be read of it."""
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise SetAside("damaged") from error
    return root


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace; "" for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def words_of(element: etree._Element | None) -> str:
    """Return all text in an element on one line."""
    return "" if element is None else one_spaced("".join(strings(element)))


def strings(element: etree._Element) -> Iterator[str]:
    """Yield the text in an element in order, a line break for each `br`; comments, scripts and styles give none."""
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event == "start":
            if local(node) == "br":
                yield "\n"
            if node.text and local(node) not in ("", "script", "style"):  # "": an entity that is not expanded
                yield node.text
        elif node is not element and node.tail:
            yield node.tail


def one_spaced(text: str) -> str:
    """Return text with every run of white space as one space."""
    return _SPACE.sub(" ", text).strip()
