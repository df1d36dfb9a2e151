"""What makes two records one article: its address, or else source, title and text.

An address that names no article (a home page) is not believed, and an address that stands beside clearly different
texts is not believed for any of them: those articles are told apart by source, title and text.
"""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from typing import Final, Protocol
from urllib.parse import parse_qsl, urlencode, urlsplit

N_ID_CHARACTERS: Final = 16
"""64 bits: at a million articles the chance of one collision is below one in ten million."""
N_RUN_WORDS: Final = 3
"""Words of the runs that two texts of one address are compared by."""
LEAST_SHARED_RUNS: Final = 0.3
"""Share of the shorter text's runs found in the longer when both are one article: a page read twice or revised shares
most of them, two articles of one outlet a few in a hundred."""

_TRACKING: Final = re.compile(
    r"(?i)utm_\w+|(?:fb|g|dc|ms|yc|tw|ttc|igsh|mc_[ce])(?:clid|lid|id)?|cmp(?:id)?|ns_\w+|at_\w+|ito|smid|smtyp|ref(?:_?src|errer)?|src|"
    r"source|partner|share(?:d)?|sh|ocid|icid|cid|ncid|guccounter|guce_\w+|_ga|spm|xtor|mkt_tok|wt_\w+|amp|outputtype|ftag|sr_share|si"
)
_FRONT_PAGE: Final = re.compile(
    r"(?i)/?(?:index(?:\.\w{2,5})?|home(?:page)?|default\.\w{2,5}|[a-z]{2}(?:-[a-z]{2})?)?/?"
)
_WORDS: Final = re.compile(r"[^\W_]+")
_MAX_URL_LENGTH: Final = 4096


class Identified(Protocol):
    """What an article is known by. `CleanArticle` has all of it."""

    @property
    def url(self) -> str | None:
        """Address of the page."""
        ...

    @property
    def source(self) -> str | None:
        """Outlet."""
        ...

    @property
    def title(self) -> str | None:
        """Headline."""
        ...

    @property
    def text(self) -> str:
        """Clean text."""
        ...


def canonical_url(url: str) -> str | None:
    """Return `url` in the one form that all its spellings share; None when it is no http(s) address.

    Folded: scheme, `www.`, `m.` and `amp.` hosts, port 80/443, tracking parameters, order of parameters, fragment,
    trailing slash.

    >>> canonical_url("http://www.Example.com/news/a1/?utm_source=x#top")
    'https://example.com/news/a1'
    >>> canonical_url("javascript:alert(1)") is None
    True
    """
    if len(url) > _MAX_URL_LENGTH:
        return None
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or "." not in host or re.search(r"[\s<>\"'\\]", host):
        return None
    host = re.sub(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)", "", host)
    path = re.sub(r"/{2,}", "/", "%20".join(parts.path.split())).rstrip("/")
    kept = sorted((k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k))
    query = f"?{urlencode(kept)}" if kept else ""
    return f"https://{host}{'' if port in (None, 80, 443) else f':{port}'}{path}{query}"


def names_an_article(address: str) -> bool:
    """Whether a canonical address can be one article's: a home page cannot.

    >>> names_an_article("https://example.com"), names_an_article("https://example.com/news/a1")
    (False, True)
    """
    parts = urlsplit(address)
    return bool(parts.query) or not _FRONT_PAGE.fullmatch(parts.path)


def fold(text: str) -> str:
    """Return `text` in lower case, its accents off, its words parted by single spaces: two spellings of one text agree.

    >>> fold("“Café”  – the END.")
    'cafe the end'
    """
    plain = text.casefold()
    if not plain.isascii():
        # Letters that stand for others ("𝕬") show their case only once they are taken apart.
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", plain).casefold())
        plain = plain.translate({ord(c): None for c in set(plain) if unicodedata.combining(c)})
    return " ".join(_WORDS.findall(plain))


def _hash(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=N_ID_CHARACTERS // 2).hexdigest()


def article_id(*, url: str | None, source: str | None, title: str | None, text: str) -> str:
    """Return the 16 hexadecimal digits an article is known by on every machine.

    The address where it names an article, else source, title and text, folded. Pass `url=None` for an address that
    carries different texts (`article_ids` does).

    >>> article_id(url="http://www.example.com/a/?utm_source=x", source=None, title=None, text="One.") == article_id(
    ...     url="https://example.com/a", source="Example", title="A", text="One, as another file has it.")
    True
    """
    address = canonical_url(url) if url else None
    if address and names_an_article(address):
        return _hash("url", address)
    return _hash("text", fold(source or ""), fold(title or ""), fold(text))


def texts_agree(one: str, other: str) -> bool:
    """Whether two texts of one address can be one article: many word runs of the shorter are in the longer.

    A text of fewer than N_RUN_WORDS words agrees with everything: it says nothing against the address.
    """
    a, b = _runs(one), _runs(other)
    least = min(len(a), len(b))
    return least == 0 or len(a & b) >= LEAST_SHARED_RUNS * least


def _runs(text: str) -> set[tuple[str, ...]]:
    words = fold(text).split()
    return set(zip(*(words[start:] for start in range(N_RUN_WORDS)), strict=False))


def believed_urls(articles: Sequence[Identified]) -> list[str | None]:
    """Return the canonical address of each article; None where it has none, or the address does not tell it apart.

    An address is not believed when it is a home page, or when texts beside it clearly differ (a table that repeats one
    address in every row).
    """
    addresses = [canonical_url(a.url) if a.url else None for a in articles]
    sharing: dict[str, list[int]] = defaultdict(list)
    for number, address in enumerate(addresses):
        if address:
            sharing[address].append(number)
    for address, members in sharing.items():
        longest = max(members, key=lambda n: len(articles[n].text))
        agree = all(texts_agree(articles[longest].text, articles[n].text) for n in members if n != longest)
        if not (agree and names_an_article(address)):
            for number in members:
                addresses[number] = None
    return addresses


def article_ids(articles: Sequence[Identified]) -> list[str]:
    """Return the id of each article of a pile, in order. Addresses that do not tell articles apart are left aside."""
    believed = believed_urls(articles)
    return [
        article_id(url=url, source=a.source, title=a.title, text=a.text)
        for url, a in zip(believed, articles, strict=True)
    ]
