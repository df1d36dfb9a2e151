"""What a page says of its article: JSON-LD, then meta tags, then the marks on its elements, then its words."""

import html
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from newscorpus.clean.identity import canonical_url, fold
from newscorpus.clean.outlet import normalise_outlet, outlet_from_url
from newscorpus.clean.page.author import find_authors
from newscorpus.clean.page.date import find_publication
from newscorpus.clean.page.json_ld import Node, is_person, read_article_node, texts_of
from newscorpus.clean.page.title import find_title
from newscorpus.clean.page.tree import parse_page

LONGEST_VALUE: Final = 500  # characters of a meta tag that are looked at
LONGEST_OUTLET: Final = 60  # characters of an outlet's name; a longer one is a slogan

MAX_PIECES: Final = 20  # headings, and text nodes of one, that are looked at
PLATFORMS: Final = frozenset({"facebook", "twitter", "x", "youtube", "instagram", "medium", "wordpress", "blogger"})
_COMPANY: Final = re.compile(
    r"(?<=\S)\s(?:(?:[\w.& ]{1,30}\s)?(?:GmbH|mbH)(?: & Co\.? KG(?:aA)?)?|AG|SE|KG|eG|e\. ?V|A/S|ApS|AS|ASA|AB|Oyj?|Ltd"
    r"|Limited|LLC|LLP|Inc|plc|PLC|Corp|Corporation|Pty|S\.?A\.?[SU]?|S\.?L\.?U?|S\.?r\.?l|S\.?p\.?A|B\.?V|N\.?V"
    r"|Sp\. z o\.o|d\.o\.o|s\.r\.o|a\.s|Kft|Zrt|ООО|АО|株式会社)\.?$|\s(?:[Hh]olding|HOLDING)s?\b.*"
)
"""Legal forms at the end of a company's name."""

Tags = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of its article. What it does not say is None.

    `byline` is the author as the page gave it, which may be an agency or an office; `author` holds people only.
    `date_basis` and `source_basis` say where the date and the outlet were found; `date_left_open` is a date whose day
    and month could be exchanged. `is_for_subscribers`: the page says it is not free, which does not tell whether the
    whole article is in it.
    """

    title: str | None = None
    author: str | None = None
    byline: str | None = None
    published_at: datetime | None = None
    date_basis: str | None = None
    date_left_open: str | None = None
    source: str | None = None
    source_basis: str | None = None
    url: str | None = None
    language: str | None = None
    is_for_subscribers: bool = False


def read_metadata(page: str | HtmlElement, url: str | None = None) -> PageMetadata:
    """What the page says of its article; `url` is the address it was found at, where that is known.

    >>> read_metadata("<meta property='og:site_name' content='Lakeside Courier'><h1>Ferry strike ends</h1>").source
    'Lakeside Courier'
    """
    root = parse_page(page) if isinstance(page, str) else page
    tags = _meta_tags(root)
    canonical = url or _address(root, tags, {})
    node = read_article_node(root, _titles_seen(root, tags), canonical)
    address = canonical or _address(root, tags, node)
    source, source_basis = _outlet(node, tags, address)
    sites = _site_names(node, tags, source, address)
    author, byline = find_authors(root, node, tags, sites)
    publication = find_publication(root, node, tags, address)
    return PageMetadata(
        title=find_title(root, _declared_titles(root, node, tags), sites),
        author=author,
        byline=", ".join(filter(None, [byline, *texts_of(node.get("creditText"), "name")]))[:LONGEST_VALUE] or None,
        published_at=publication.moment,
        date_basis=publication.basis,
        date_left_open=publication.left_open,
        source=source,
        source_basis=source_basis,
        url=address,
        language=_language(root, tags),
        is_for_subscribers=str(node.get("isAccessibleForFree")).casefold() in ("false", "http://schema.org/false"),
    )


def _meta_tags(root: HtmlElement) -> Tags:
    """Name or property of the page's meta tags, in lower case -> their contents that are not empty."""
    tags: Tags = defaultdict(list)
    for element in root.iter("meta"):
        content = " ".join(decoded((element.get("content") or "")[:LONGEST_VALUE]).split())
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if content and name:
            tags[name.strip().lower()].append(content)
    return dict(tags)


def _titles_seen(root: HtmlElement, tags: Tags) -> list[str]:
    """The headlines that the page gives in its head and in large type."""
    headings = ("".join(islice(heading.itertext(), MAX_PIECES)) for heading in islice(root.iter("h1"), MAX_PIECES))
    return [text for text in (*_declared_titles(root, {}, tags), *headings) if fold(text)]


def _declared_titles(root: HtmlElement, node: Node, tags: Tags) -> list[str]:
    element = next(root.iter("title"), None)
    written = "" if element is None else " ".join("".join(element.itertext()).split(" ")).strip()
    titles = [
        *map(decoded, texts_of(node.get("headline"), "@value")),
        *tags.get("og:title", []),
        *tags.get("twitter:title", []),
        written,
    ]
    return [title[:LONGEST_VALUE] for title in titles if title]


def decoded(text: str) -> str:
    """A value of a page's head whose characters were named twice ("&amp;amp;").

    >>> decoded("Berg &amp; Sons")
    'Berg & Sons'
    """
    return " ".join(html.unescape(text).split()) if "&" in text else text


def _address(root: HtmlElement, tags: Tags, node: Node) -> str | None:
    """The address that the page gives as its own: canonical link, og:url, JSON-LD."""
    links = [e.get("href") or "" for e in root.iter("link") if "canonical" in (e.get("rel") or "").lower().split()]
    base = next(iter(tags.get("og:url", [])), "")
    declared = [
        *links,
        *tags.get("og:url", []),
        *texts_of(node.get("mainEntityOfPage"), "@id"),
        *texts_of(node.get("url")),
    ]
    for address in declared:
        try:
            absolute: str = urljoin(base, address.strip())
        except ValueError:
            continue
        if canonical_url(absolute):
            return absolute
    return None


def _outlet(node: Node, tags: Tags, url: str | None) -> tuple[str | None, str | None]:
    """The name that the site gives itself, else its publisher where that is no company, else its address."""
    publishers = [_publisher(decoded(name), url) for name in texts_of(node.get("publisher"), "name")]
    named = [
        (tags.get("og:site_name", []), "the page's meta tag og:site_name"),
        ([name for name in publishers if name], "the page's JSON-LD"),
        (tags.get("application-name", []), "the page's meta tag application-name"),
    ]
    for names, basis in named:
        for name in names:
            if 1 < len(name) <= LONGEST_OUTLET and fold(name) not in PLATFORMS:
                return normalise_outlet(name), basis
    return outlet_from_url(url) or (None, None)


def _publisher(name: str, url: str | None) -> str | None:
    """A publisher's name as an outlet's: a company's own only where the address bears it too."""
    outlet = without_company(name)
    bare = _COMPANY.sub("", name)
    host = fold(urlsplit(url).hostname or "").replace(" ", "") if url else ""
    return outlet or (bare if fold(bare).replace(" ", "") in host else None)


def without_company(name: str) -> str | None:
    """A publisher's name without the company behind it; None where nothing but a company is named.

    >>> without_company("Lakeside Courier - Lakeside Druck GmbH & Co. KG"), without_company("Lakeside Holding A/S")
    ('Lakeside Courier', None)
    """
    kept = [part for part in re.split(r"\s[|–—-]\s", name) if not _COMPANY.search(part)]
    return " - ".join(kept) or None


def _site_names(node: Node, tags: Tags, source: str | None, url: str | None) -> list[str]:
    """Every way the page names its site, its host's name among them; a person whose own site it is, is none."""
    host = (urlsplit(url).hostname or "") if url else ""
    labels = [label for label in host.removeprefix("www.").split(".")[:-1] if len(label) > 3]
    publisher = node.get("publisher")
    return [
        *([] if is_person(publisher) else texts_of(publisher, "name")),
        *tags.get("og:site_name", []),
        *([source] if source else []),
        *labels,
        host.removeprefix("www."),
    ]


def _language(root: HtmlElement, tags: Tags) -> str | None:
    """The two letters of the language the page declares; None when it declares none."""
    declared = [root.get("lang") or "", *tags.get("og:locale", []), *tags.get("content-language", [])]
    codes = (value.strip().lower().replace("_", "-").split("-")[0] for value in declared)
    return next((code for code in codes if len(code) == 2 and code.isalpha()), None)
