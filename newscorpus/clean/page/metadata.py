"""What a page says of its article: JSON-LD, then meta tags, then the marks on its elements, then its words."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from newscorpus.clean.identity import canonical_url
from newscorpus.clean.outlet import normalise_outlet, outlet_from_url
from newscorpus.clean.page.author import find_authors
from newscorpus.clean.page.date import find_publication
from newscorpus.clean.page.json_ld import Node, read_article_node, texts_of
from newscorpus.clean.page.title import find_title
from newscorpus.clean.page.tree import parse_page

LONGEST_VALUE: Final = 500  # characters of a meta tag that are looked at
LONGEST_OUTLET: Final = 60  # characters of an outlet's name; a longer one is a slogan

Tags = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of its article. What it does not say is None.

    `byline` is the author as the page gave it, which may be an agency or an office; `author` holds people only.
    `date_basis` and `source_basis` say where the date and the outlet were found.
    """

    title: str | None = None
    author: str | None = None
    byline: str | None = None
    published_at: datetime | None = None
    date_basis: str | None = None
    source: str | None = None
    source_basis: str | None = None
    url: str | None = None
    language: str | None = None


def read_metadata(page: str | HtmlElement, url: str | None = None) -> PageMetadata:
    """What the page says of its article; `url` is the address it was found at, where that is known.

    >>> read_metadata("<meta property='og:site_name' content='Lakeside Courier'><h1>Ferry strike ends</h1>").source
    'Lakeside Courier'
    """
    root = parse_page(page) if isinstance(page, str) else page
    node, tags = read_article_node(root), _meta_tags(root)
    address = url or _address(root, tags, node)
    source, source_basis = _outlet(node, tags, address)
    sites = _site_names(node, tags, source, address)
    author, byline = find_authors(root, node, tags, sites)
    published_at, date_basis = find_publication(root, node, tags, address)
    return PageMetadata(
        title=find_title(root, _declared_titles(root, node, tags), sites),
        author=author,
        byline=", ".join(filter(None, [byline, *texts_of(node.get("creditText"), "name")]))[:LONGEST_VALUE] or None,
        published_at=published_at,
        date_basis=date_basis,
        source=source,
        source_basis=source_basis,
        url=address,
        language=_language(root, tags),
    )


def _meta_tags(root: HtmlElement) -> Tags:
    """Name or property of the page's meta tags, in lower case -> their contents that are not empty."""
    tags: Tags = defaultdict(list)
    for element in root.iter("meta"):
        content = " ".join((element.get("content") or "")[:LONGEST_VALUE].split())
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if content and name:
            tags[name.strip().lower()].append(content)
    return dict(tags)


def _declared_titles(root: HtmlElement, node: Node, tags: Tags) -> list[str]:
    element = next(root.iter("title"), None)
    written = "" if element is None else " ".join("".join(element.itertext()).split(" ")).strip()
    titles = [
        *texts_of(node.get("headline"), "@value"),
        *tags.get("og:title", []),
        *tags.get("twitter:title", []),
        written,
    ]
    return [title[:LONGEST_VALUE] for title in titles if title]


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
    named = [
        (texts_of(node.get("publisher"), "name"), "the page's JSON-LD"),
        (tags.get("og:site_name", []), "the page's meta tag og:site_name"),
    ]
    for names, basis in named:
        for name in names:
            if 1 < len(name) <= LONGEST_OUTLET:
                return normalise_outlet(name), basis
    return outlet_from_url(url) or (None, None)


def _site_names(node: Node, tags: Tags, source: str | None, url: str | None) -> list[str]:
    """Every way the page names its site, its host's name among them."""
    host = (urlsplit(url).hostname or "") if url else ""
    labels = [label for label in host.removeprefix("www.").split(".")[:-1] if len(label) > 3]
    return [
        *texts_of(node.get("publisher"), "name"),
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
