"""What a page says of its article in JSON-LD, in whatever nesting the site wrote it."""

import html
import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any, Final

from lxml.html import HtmlElement
from rapidfuzz import fuzz

from newscorpus.clean.identity import canonical_url, fold

Node = dict[str, Any]

ARTICLE_TYPES: Final = (
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "AskPublicNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "ReviewNewsArticle",
    "LiveBlogPosting",
    "Article",
    "BlogPosting",
    "Report",
    "TechArticle",
    "SocialMediaPosting",
    "Review",
    "WebPage",
)
"""Types that describe the page's article, the most telling first."""

MAX_NODES: Final = 5_000  # real pages have up to a few hundred
ALIKE: Final = 70  # of 100: a headline for search engines and the one on the page share most of their words
_OF_OTHERS: Final = frozenset(
    {"comment", "mentions", "citation", "itemListElement", "isPartOf", "hasPart", "relatedLink", "video", "review"}
)
"""Properties whose objects are other works than the page's article."""
_PUBLISHED: Final = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"\n\\]{1,40})"')
_WRAPPED: Final = re.compile(r"(?://\s?)?(?:<!\[CDATA\[|<!--)(.*?)(?://\s?)?(?:\]\]>|-->)", re.DOTALL)
_COMMA_BEFORE_END: Final = re.compile(r",(\s*[}\]])")


def read_article_node(root: HtmlElement, titles: Sequence[str] = (), address: str | None = None) -> Node:
    """The JSON-LD object that describes the page's article, references filled in; empty when there is none.

    `titles` and `address` are what the page gives as its own: an object that names another headline and another
    address is of another article.
    """
    nodes = list(_nodes(root))
    nodes = [node for node in nodes if not _is_of_another(node, titles, address)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    ranked = sorted((rank, n) for n, node in enumerate(nodes) if (rank := _rank(node)) < len(ARTICLE_TYPES))
    merged: Node = {}
    for _, number in ranked:
        for key, value in nodes[number].items():
            # An object of a lesser type (the WebPage of the NewsArticle) may say what the first leaves out.
            merged.setdefault(key, value)
        if "datePublished" in merged and "author" in merged:
            break
    return {key: _resolved(value, by_id) for key, value in merged.items()}


def texts_of(value: object, *keys: str) -> list[str]:
    """The texts in a value that may be a text, an object that names one, or a list of either.

    >>> texts_of([{"name": "Ana Vidal"}, "Ben Osei"], "name")
    ['Ana Vidal', 'Ben Osei']
    """
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, list):
        inner = [one for item in value for one in (item if isinstance(item, list) else [item])]
        return [text for item in inner if not isinstance(item, list) for text in texts_of(item, *keys)]
    if isinstance(value, dict):
        named = next((found for key in keys if (found := texts_of(value.get(key), *keys))), [])
        return named or ([full_name] if "name" in keys and (full_name := _full_name(value)) else [])
    return []


def _full_name(person: Node) -> str:
    parts = (person.get("givenName"), person.get("familyName"))
    return " ".join(part.strip() for part in parts if isinstance(part, str)).strip()


def type_of(node: object) -> str:
    """The type of an object; the first of several; "" when it has none."""
    kind = node.get("@type") if isinstance(node, dict) else None
    if isinstance(kind, list):
        kind = next((k for k in kind if isinstance(k, str)), None)
    return kind.rsplit("/", 1)[-1] if isinstance(kind, str) else ""


def is_person(node: object) -> bool:
    """Whether an object is a person, whatever else it is besides."""
    kinds = node.get("@type") if isinstance(node, dict) else None
    return "Person" in (kinds if isinstance(kinds, list) else [kinds])


def _is_of_another(node: Node, titles: Sequence[str], address: str | None) -> bool:
    """Whether an object names a headline and an address, and both are not the page's."""
    if _rank(node) >= len(ARTICLE_TYPES) or not titles:
        return False
    headlines = [fold(text) for text in texts_of(node.get("headline"), "@value") or texts_of(node.get("name"))]
    if not headlines or any(fuzz.token_set_ratio(h, fold(title)) >= ALIKE for h in headlines for title in titles):
        return False
    own = [*texts_of(node.get("url")), *texts_of(node.get("mainEntityOfPage"), "@id"), *texts_of(node.get("@id"))]
    addresses = {canonical_url(text) for text in own} - {None}
    return bool(addresses) and address is not None and canonical_url(address) not in addresses


def _rank(node: Node) -> int:
    kinds = node.get("@type")
    names = {k.rsplit("/", 1)[-1] for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)}
    return next((rank for rank, kind in enumerate(ARTICLE_TYPES) if kind in names), len(ARTICLE_TYPES))


def _nodes(root: HtmlElement) -> Iterator[Node]:
    """Every object of every JSON-LD script of the page, outer ones first."""
    queue = deque(_loaded(script.text or "") for script in root.iter("script") if _is_jsonld(script))
    for _ in range(MAX_NODES):
        if not queue:
            return
        value = queue.popleft()
        if isinstance(value, list):
            queue.extend(value)
        elif isinstance(value, dict):
            yield value
            queue.extend(v for key, v in value.items() if isinstance(v, (dict, list)) and key not in _OF_OTHERS)


def _is_jsonld(script: HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _loaded(text: str) -> object:
    """The value of a script, or None. Sites wrap it in comments and leave commas behind the last item."""
    bare = text.strip().rstrip(";")
    if wrapped := _WRAPPED.fullmatch(bare):
        bare = wrapped[1]
    for attempt in (text, bare, _COMMA_BEFORE_END.sub(r"\1", bare), html.unescape(bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return _salvaged(bare)


def _salvaged(text: str) -> Node | None:
    """What can be read from a script that is no JSON, where it names one date of publication only."""
    dates = set(_PUBLISHED.findall(text))
    return {"@type": "Article", "datePublished": dates.pop()} if len(dates) == 1 else None


def _resolved(value: object, by_id: dict[str, Node]) -> object:
    if isinstance(value, list):
        inner = [one for item in value for one in (item if isinstance(item, list) else [item])]
        return [_resolved(item, by_id) for item in inner if not isinstance(item, list)]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"} and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value
