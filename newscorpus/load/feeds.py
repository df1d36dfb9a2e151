"""News feeds saved as files (RSS 0.9 to 2, Atom): one article an entry; an entry with a summary only says so."""

from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from newscorpus.load.content import Content
from newscorpus.load.exports.article import fields_of
from newscorpus.load.markup import holds_blocks
from newscorpus.load.xml import local, parse_html, parse_xml, words_of
from newscorpus.values import RawArticle, Rejected

_FULL: Final = "{http://purl.org/rss/1.0/modules/content/}encoded"
_SUMMARY: Final = "the feed holds a summary of this article, not its whole text"
_ATOM_DATES: Final = ("published", "issued", "created", "updated")


def read(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield the entries of a feed."""
    root = parse_xml(content.data.lstrip())
    entries = [element for element in root.iter(etree.Element) if local(element) in ("item", "entry")]
    if not entries:
        yield Rejected(content.name, 0, layout, "empty", "The feed has no entries.")
    for record, entry in enumerate(entries):
        yield _article(entry, _source(root), content.name, record, layout)


def _source(root: etree._Element) -> str:
    """The name of the feed."""
    place = next((child for child in root if local(child) == "channel"), root)
    return _markup_free(_text(place, "title"))


def _article(entry: etree._Element, source: str, name: str, record: int, layout: str) -> RawArticle | Rejected:
    text, is_whole = _content(entry)
    title = _markup_free(_text(entry, "title"))
    if not _markup_free(text):
        return Rejected(name, record, layout, "no_text", title or None)
    fields: dict[Any, Any] = fields_of(
        {
            "source": _text(entry, "source") or source,
            "title": title,
            "author": _author(entry),
            "published_at": _text(entry, "pubDate") or _text(entry, "date") or _first(entry, _ATOM_DATES),
            "url": _link(entry),
            "section": _text(entry, "category"),
        }
    )
    markup_held = holds_blocks(text) or "</" in text
    note = None if is_whole else _SUMMARY
    return RawArticle(name, record, layout, "html" if markup_held else "text", text, note=note, **fields)


def _content(entry: etree._Element) -> tuple[str, bool]:
    """The text of an entry, and whether the feed gives it as the whole."""
    whole = next((child for child in entry if child.tag == _FULL or local(child) == "content"), None)
    for element in (whole, *(e for e in entry if local(e) in ("description", "summary"))):
        if element is not None and (text := _inner(element).strip()):
            return text, element is whole
    return "", False


def _inner(element: etree._Element) -> str:
    """The content of an element: text as it is, elements inside it as markup."""
    inside = (
        etree.tostring(child, encoding="unicode", method="html") if local(child) else child.tail or ""  # no entities
        for child in element
    )
    return (element.text or "") + "".join(inside)


def _text(element: etree._Element, name: str) -> str:
    return next((words_of(child) for child in element if local(child) == name and words_of(child)), "")


def _first(element: etree._Element, names: tuple[str, ...]) -> str:
    return next(filter(None, (_text(element, name) for name in names)), "")


def _author(entry: etree._Element) -> str:
    creator = _text(entry, "creator")
    element = next((child for child in entry if local(child) == "author"), None)
    named = "" if element is None else _text(element, "name") or words_of(element)
    said = creator or named
    # RSS gives "mail@address (Name)".
    return said.partition("(")[2].rstrip(")") if "@" in said and "(" in said else said


def _link(entry: etree._Element) -> str:
    for child in entry:
        if local(child) == "link" and child.get("rel", "alternate") == "alternate":
            return child.get("href") or words_of(child)
    return next((words_of(c) for c in entry if local(c) == "guid" and words_of(c).startswith("http")), "")


def _markup_free(text: str) -> str:
    return words_of(parse_html(f"<div>{text}</div>")) if "<" in text or "&" in text else text.strip()
