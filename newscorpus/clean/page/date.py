"""When a page was published, and what proves it. Never when it was changed, saved or read."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Final, NamedTuple

from lxml.html import HtmlElement

from newscorpus.clean.date_labels import is_change
from newscorpus.clean.page.containers import stands_beside
from newscorpus.clean.page.json_ld import Node, texts_of
from newscorpus.clean.page.seen_date import date_seen, home_of_headline
from newscorpus.text.dates import (
    EARLIEST_YEAR_OF_PAGES,
    date_in_address,
    has_open_order,
    nearest_on_day,
    parse_written_date,
)

META_NAMES: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
    "parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "publish_date", "published_time", "pubdate",
    "publication_date", "publication-date", "date.published", "dc.date.issued", "dcterms.issued", "dc.date.created",
    "dcterms.created", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article_date_original",
    "originalpublicationdate", "citation_publication_date", "date", "dc.date", "dcterms.date", "dc:date", "pdate",
    "rbpubdate", "ptime", "article.published", "displaydate",
)  # fmt: skip


class Publication(NamedTuple):
    """When a page was published, in UTC; what proves it, in plain words; and a date that proves no day, as written."""

    moment: datetime | None = None
    basis: str | None = None
    left_open: str | None = None


MAX_MARKED: Final = 3  # the article's own date comes first; later ones are of other articles
LONGEST_LABEL: Final = 40  # characters right before a date that say what it is of
MAX_PIECES: Final = 8  # text nodes of an element that holds a date
NEAR: Final = timedelta(hours=22)  # from midday to the end of the day, with the zones from UTC-10 to UTC+10
PUBLICATION: Final = "the page's mark of publication"


def find_publication(root: HtmlElement, node: Node, tags: dict[str, list[str]], url: str | None) -> Publication:
    """The moment of publication; nothing where nothing proves it.

    A clock in UTC hides which day it was at the outlet. Where the address or the words that readers see name the day
    beside it, that day is kept.
    """
    marked = list(islice(_marked(root), MAX_MARKED))
    in_address = date_in_address(url) if url else None
    seen_as_published = [_moment(seen) for _, seen, basis in marked if basis == PUBLICATION]
    printed = [day for day in (in_address, *seen_as_published) if day]
    left_open = None
    for text, basis in [*_declared(node, tags), *((stated or seen, basis) for stated, seen, basis in marked)]:
        if moment := _moment(text):
            day = next((day for day in printed if abs(moment - _midday(day)) <= NEAR), moment)
            return Publication(nearest_on_day(day, moment), basis)
        left_open = left_open or (text if has_open_order(text) else None)
    if in_address:
        return Publication(in_address, "the address")
    seen, seen_open = date_seen(root)
    return Publication(seen, "the text of the page" if seen else None, None if seen else left_open or seen_open)


def _moment(text: str) -> datetime | None:
    return parse_written_date(text, earliest_year=EARLIEST_YEAR_OF_PAGES, keep_day=True)


def _midday(day: datetime) -> datetime:
    return day.replace(hour=12, minute=0, second=0)


def _declared(node: Node, tags: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """What the head of the page gives as date of publication, the most telling first, and where."""
    yield from ((text, "the page's JSON-LD") for text in texts_of(node.get("datePublished"), "@value"))
    for name in META_NAMES:
        yield from ((text, f"the page's meta tag {name}") for text in tags.get(name, []))
    yield from ((text, "the page's JSON-LD") for text in texts_of(node.get("dateCreated"), "@value"))


def _marked(root: HtmlElement) -> Iterator[tuple[str, str, str]]:
    """(date stated in an attribute, words seen, where) of elements marked as publication, then of each `<time>`."""
    for element in root.iter("*"):
        marks = f"{element.get('itemprop') or ''} {element.get('property') or ''}".lower()
        if element.tag != "meta" and ("datepublished" in marks or element.get("pubdate") is not None):
            yield (
                element.get("datetime") or element.get("content") or "",
                _seen(element),
                PUBLICATION,
            )
    home = home_of_headline(root)
    for element in root.iter("time"):
        is_at_home = home is None or home in element.iterancestors()
        if is_at_home and not _is_of_something_else(element):
            yield element.get("datetime") or "", _seen(element), "the page's <time>"


def _seen(element: HtmlElement) -> str:
    return " ".join(" ".join(islice(element.itertext(), MAX_PIECES)).split())


def _is_of_something_else(element: HtmlElement) -> bool:
    """Whether a time is of a change, a comment or another article."""
    own = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
    before, parent = element.getprevious(), element.getparent()
    label = (before.tail if before is not None else parent.text if parent is not None else None) or ""
    if is_change(label[-LONGEST_LABEL:]):
        return True
    return "updat" in own or "modif" in own or stands_beside(element)
