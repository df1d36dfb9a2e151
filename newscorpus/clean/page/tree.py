"""A page as a tree: parsed whole whatever is broken in it, and never deeper than can be walked."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

MAX_DEPTH: Final = 200  # the deepest pages of real sites nest 60 elements; the tools behind this one recurse
KEPT_WHEN_FLATTENED: Final = frozenset({
    "br", "script", "style", "title", "meta", "link",
})  # fmt: skip
INLINE: Final = frozenset({
    "a", "abbr", "b", "cite", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time",
    "u",
})  # fmt: skip
EMPTY_PAGE: Final = "<html><body></body></html>"

_TAG = re.compile(r"</?([a-zA-Z][^\s/<>]*+)[^<>]*+>")
_RAW_TEXT = re.compile(r"<(script|style|textarea|title)\b", re.IGNORECASE)
_UNREADABLE = re.compile("[\x00\ud800-\udfff]")


def parse_page(html: str) -> HtmlElement:
    """The page or fragment as one `html` element that holds all of its text, also what stands behind `</html>`.

    Characters no page can hold (NUL, lone surrogates) become U+FFFD. Never raises: a page without any text is an
    empty `body`. A page nested deeper than MAX_DEPTH loses its containers, never its text.

    >>> "".join(parse_page("<p>Rain in</p></html><p> Bern</p>").itertext())
    'Rain in Bern'
    """
    readable = _UNREADABLE.sub("\ufffd", html)
    root, complete = _parse(readable)
    if not complete or _is_too_deep(root):
        root, _ = _parse("".join(_flattened(readable)))
    return root


def is_fragment(html: str) -> bool:
    """Whether the text is a piece of a page: nothing in it opens a page, a head or a body.

    >>> is_fragment("<p>Rain</p>"), is_fragment("<!doctype html><p>Rain")
    (True, False)
    """
    return re.search(r"<(?:!doctype|html|head|body)\b", html, re.IGNORECASE) is None


def _parse(html: str) -> tuple[HtmlElement, bool]:
    """The tree, and whether all of the page is in it."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = document_fromstring(html.encode(), parser=parser)
    except etree.ParserError:  # nothing but white space and comments
        return document_fromstring(EMPTY_PAGE), True
    complete = all(entry.type_name != "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    _take_in_what_follows(root)
    return root, complete


def _take_in_what_follows(root: HtmlElement) -> None:
    """Move what stands behind `</html>`, which the parser makes a second root, into the page."""
    body = root.find("body")
    home = root if body is None else body
    while (follower := root.getnext()) is not None:
        home.append(follower)
        follower.tag = "div"
        for inner in follower.iter("html", "head", "body"):
            inner.tag = "div"


def _is_too_deep(root: HtmlElement) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            return True
    return False


def _flattened(html: str) -> Iterator[str]:
    """The page without its containers: what stood in blocks of any kind is paragraphs side by side."""
    position = 0
    while opening := _RAW_TEXT.search(html, position):
        yield _TAG.sub(_flat_tag, html[position : opening.start()])
        closing = re.compile(rf"</{opening[1]}[^<>]*+>", re.IGNORECASE).search(html, opening.end())
        position = closing.end() if closing else len(html)
        yield html[opening.start() : position]
    yield _TAG.sub(_flat_tag, html[position:])


def _flat_tag(tag: re.Match[str]) -> str:
    name = tag[1].lower()
    if name in KEPT_WHEN_FLATTENED:
        return tag[0]
    return "" if name in INLINE else "<p>"  # an opened paragraph closes the one before: nothing nests
