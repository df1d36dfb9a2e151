"""EPUB books and newspapers: the chapters in the order of reading, each recognised anew as a page."""

import posixpath
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from lxml import etree

from newscorpus.load.content import Content
from newscorpus.load.packed.archives import label_of, unpack
from newscorpus.load.packed.budget import Budget, Member
from newscorpus.load.printable import DistinctNames
from newscorpus.load.setting_aside import SetAside
from newscorpus.load.xml import local, parse_xml
from newscorpus.values import Rejected

_CONTAINER: Final = "META-INF/container.xml"
_LOCKED: Final = "META-INF/rights.xml"  # what shops put beside chapters that only their programs can open
_PAGES: Final = frozenset({"application/xhtml+xml", "text/html"})


def chapters(content: Content, layout: str, budget: Budget) -> Iterator[Member | Rejected]:
    """Yield the chapters that the book lists, in its order. Raises SetAside where it lists none, or is locked."""
    if _LOCKED in content.parts:
        raise SetAside("needs_password", "It is protected by a shop's copy protection.")
    names = _in_order(content)
    if not names:
        raise SetAside("damaged", "It does not say which chapters it has.")
    members = {
        member.name if isinstance(member, Member) else member.file: member for member in unpack(content, layout, budget)
    }
    labels = DistinctNames()
    for name in names:
        found = members.get(f"{content.name}/{label_of(name)}")
        label = labels.take(f"{content.name}#{posixpath.basename(label_of(name))}")  # no "/": a book is no folder
        if isinstance(found, Member):
            yield Member(label, found.data)
        else:
            detail = found.detail if found else "The chapter is listed and not there."
            yield Rejected(label, 0, layout, found.reason if found else "damaged", detail)


def _in_order(content: Content) -> list[str]:
    if _CONTAINER not in content.parts:
        return []
    roots = _named(parse_xml(content.part(_CONTAINER)), "rootfile")
    book = next((root.get("full-path") for root in roots if root.get("full-path") in content.parts), None)
    if book is None:
        return []
    package = parse_xml(content.part(book))
    items = {item.get("id"): item for item in _named(package, "item") if item.get("media-type") in _PAGES}
    listed = [items[ref.get("idref")] for ref in _named(package, "itemref") if ref.get("idref") in items]
    folder = posixpath.dirname(book)
    hrefs = [item.get("href", "") for item in listed if "nav" not in (item.get("properties") or "").split()]
    return list(dict.fromkeys(posixpath.normpath(posixpath.join(folder, unquote(href))) for href in hrefs if href))


def _named(root: etree._Element, name: str) -> list[etree._Element]:
    return [element for element in root.iter(etree.Element) if local(element) == name]
