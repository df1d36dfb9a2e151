"""The text of a page as a row of stretches: every text node once, in order, with the block it stands in."""

from dataclasses import dataclass
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

BLOCK_TAGS: Final = frozenset({
    "address", "article", "aside", "audio", "blockquote", "body", "button", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1",
    "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "iframe", "legend", "li", "main",
    "menu", "nav", "noscript", "object", "ol", "optgroup", "option", "p", "pre", "script", "section", "select",
    "style", "summary", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "title",
    "tr", "ul", "video",
})  # fmt: skip
BREAKS_THAT_PART: Final = 2  # an empty line, written as two line breaks, parts paragraphs


@dataclass(slots=True)
class Stretch:
    """A text node: its text with white space folded, its block, and the element whose text it is."""

    text: str
    block: int
    element: HtmlElement
    is_tail: bool

    @property
    def home(self) -> HtmlElement:
        """The element that the text stands in."""
        parent = self.element.getparent() if self.is_tail else None
        return self.element if parent is None else parent

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it but white space."""
        return not self.text.strip()


def read_stretches(root: HtmlElement) -> list[Stretch]:
    """Every text node of the page, in order. A stretch of "\\n" is a line break inside a block.

    Blocks are numbered from 0 and part at block elements and at empty lines (two `<br>`, or an empty line of a text
    that has no block elements at all).
    """
    reader = _Reader(lines_count=_has_no_blocks(root))
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            reader.open(element)
        else:
            reader.close(element)
    return reader.stretches


def _has_no_blocks(root: HtmlElement) -> bool:
    body = root.find("body")
    if body is None:
        return False
    return not any(_is_block(child) for child in body.iterdescendants("*") if child.tag not in ("script", "style"))


def _is_block(element: HtmlElement) -> bool:
    # Elements a site makes up (`amp-ad`) stand apart from the text around them.
    return element.tag in BLOCK_TAGS or "-" in element.tag


def _folded(text: str) -> str:
    """A text that is not empty with each run of white space as one space."""
    if text.isspace():
        return " "
    before, behind = " " * text[0].isspace(), " " * text[-1].isspace()
    return f"{before}{' '.join(text.split())}{behind}"


class _Reader:
    """Where the walk through a page stands: the stretches so far, the block, the line breaks since the last text."""

    def __init__(self, *, lines_count: bool) -> None:
        self.stretches: list[Stretch] = []
        self._lines_count = lines_count
        self._block = 0
        self._n_breaks = 0
        self._n_preformatted = 0

    def open(self, element: HtmlElement) -> None:
        self._n_preformatted += element.tag == "pre"
        if element.tag == "br":
            self._break(element)
        elif _is_block(element):
            self._part()
        self._add(element.text, element, is_tail=False)

    def close(self, element: HtmlElement) -> None:
        self._n_preformatted -= element.tag == "pre"
        if _is_block(element):
            self._part()
        self._add(element.tail, element, is_tail=True)

    def _part(self) -> None:
        self._block += 1
        self._n_breaks = 0

    def _break(self, element: HtmlElement) -> None:
        self._n_breaks += 1
        if self._n_breaks == BREAKS_THAT_PART:
            self._part()
        self.stretches.append(Stretch("\n", self._block, element, is_tail=False))

    def _add(self, text: str | None, element: HtmlElement, *, is_tail: bool) -> None:
        if not text:
            return
        if not (self._lines_count or self._n_preformatted):
            self._append(_folded(text), element, is_tail=is_tail)
            return
        for line in text.splitlines(keepends=True):
            self._append(_folded(line), element, is_tail=is_tail)
            if line != line.rstrip("\r\n"):
                self._break(element)

    def _append(self, text: str, element: HtmlElement, *, is_tail: bool) -> None:
        if not text.isspace():
            self._n_breaks = 0
        self.stretches.append(Stretch(text, self._block, element, is_tail))
