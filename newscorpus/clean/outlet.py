"""The outlet that published an article: from its address, its folder or file name, or a phrase of its page's furniture.

Each reading says what it rests on. What rests on nothing is None, never a guess.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from newscorpus.clean.agency import agency_named
from newscorpus.clean.identity import canonical_url
from newscorpus.text.lists import rows_of, several

OUTLETS: Final = rows_of(Path(__file__).with_name("outlets.csv"))
"""Outlets that many readers bring: the name shown, their domains, and other ways they are written. Public facts; an
outlet not here keeps the name or domain it came with."""
_BY_DOMAIN: Final = {domain: row["name"] for row in OUTLETS for domain in several(row["domains"])}
_BY_NAME: Final = {
    re.sub(r"\W+", "", spelling.casefold()).removeprefix("the"): row["name"]
    for row in OUTLETS
    for spelling in (row["name"], *several(row["also"]))
}
_COUNTRY_SECOND_LEVEL: Final = frozenset({"co", "com", "org", "net", "gov", "gob", "gouv", "ac", "edu"})
MAX_NAME_WORDS: Final = 7
"""An outlet's name is no longer; more words are a sentence."""
MAX_NAME_LENGTH: Final = 80
"""Characters of an outlet's name: more than twice the longest of those known, which has 30."""
MAX_LINE_LENGTH: Final = 400
"""Characters of a line that is searched for a phrase of furniture."""
N_FOOTER_LINES: Final = 40
"""Lines at the end of a text among which a footer's phrase is looked for; a pasted page ends in several dozen."""

_DATABASE_TAIL: Final = re.compile(
    r"\s*(?:\((?:[^()]{2,40})\)|--? ?(?:English|Online|Print|Web)|[,;] ?(?:no|n°)\.? ?\d+)\s*$", re.IGNORECASE
)
_WORD: Final = r"[A-Z][\w&'’-]*(?:\.\w+)*"
_NAME: Final = (
    rf"(?P<outlet>(?:[Tt]he )?{_WORD}(?: (?:of|the|and|&|de|(?!Subscribe|Sign|Share|All [Rr]ights){_WORD})){{0,6}})"
)
_NETWORKS: Final = r"(?:Twitter|Facebook|Instagram|X|Google|Telegram|WhatsApp|YouTube)"
_APPEAL: Final = "an appeal below the text"
_COPYRIGHT: Final = "the copyright line"
_PHRASES: Final = (
    (re.compile(rf"Discover more from {_NAME}(?=$| Subscribe)"), "the line “Discover more from …” below the text"),
    (re.compile(rf"Support {_NAME}(?=\s*(?:$|[|•·!]))"), "the line “Support …” below the text"),
    (re.compile(rf"Help\b[^.!?\n]{{0,80}}\bkeep {_NAME} (?:free|independent|going|alive)\b"), _APPEAL),
    (
        re.compile(rf"(?:Please )?(?:[Ss]upport|[Dd]onate to|[Ss]ubscribe to) {_NAME} (?:today|now|with|by|from)\b"),
        _APPEAL,
    ),
    (re.compile(rf"(?:Follow|Like) {_NAME} on {_NETWORKS}\b"), "the line “Follow … on …”"),
    (
        re.compile(rf"(?:Copyright|©)[\s©(cC)]{{0,6}}(?:\d{{4}}(?:\s?[-–]\s?\d{{2,4}})?)?,?\s?(?:by )?{_NAME}"),
        _COPYRIGHT,
    ),
)
_NOT_AN_OUTLET: Final = frozenset(
    "us our me your it them this we you quality independent local free press journalism journalists freedom news "  # noqa: SIM905
    "newsletter all facebook twitter getty images associates now today team".split()
)
_BETWEEN_PARTS: Final = re.compile(r"\s[|–—·»:-]+\s|\|")
"""What stands between the headline and the outlet in the title of a page."""
_COMPANY: Final = re.compile(r",? (?:Ltd|Limited|Inc|LLC|GmbH|AG|plc|PLC|Corp|Corporation|Company|Co|Group|Pty)\.?$")
_DOMAIN: Final = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,20}")
_GENERIC_FOLDER: Final = re.compile(
    r"(?i)(?:[a-z]:)?|(?:the )?(?:(?:my |new |raw |clean |all |test |example |sample )?(?:news|"
    r"articles?|data|dataset|texts?|txt|html?|corpus|corpora|files?|export|"
    r"exports|downloads?|documents?|docs|input|inputs|output|archive|pages?|web|sources?|outlets?|"
    r"uploads?|tmp|temp|seeds?|examples?|"
    r"samples?|train|dev|test|validation|batch|part|untitled|folder|neuer ordner|new folder|desktop|"
    r"csv|json|jsonl|pasted|stories|story|body|main|"
    r"saved|clippings?|misc|various|other|unknown|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)"
    r"[ _.-]*\d*)|[\W\d_]*|[0-9a-f-]{12,}"
)
_CONTAINER: Final = re.compile(
    r"(?i)\.(?:zip|gz|tgz|tar|warc|wacz|csv|tsv|jsonl?|parquet|xlsx?|docx|txt|html?|xml|pdf|mht(?:ml)?|rtf)$"
)

Found = tuple[str, str]
"""The outlet's name, and what the reading rests on."""


def normalise_outlet(name: str) -> str:
    """Return the one name for the ways an outlet is written; a name not known is only tidied.

    >>> [normalise_outlet(name) for name in ("Guardian.com", "The Guardian (London)", " Lakeside  Courier ")]
    ['The Guardian', 'The Guardian', 'Lakeside Courier']
    """
    tidy = " ".join(name.split()).strip(" .|–—-") or name.strip()
    domain = re.sub(r"(?i)^(?:https?://)?(?:www\.)?", "", tidy).split("/")[0].lower()
    if domain in _BY_DOMAIN:
        return _BY_DOMAIN[domain]
    known = (
        _known(tidy) or _known(_DATABASE_TAIL.sub("", tidy)) or _known(re.sub(r"\.(?:com|co\.uk|org|net)$", "", domain))
    )
    address = domain if _DOMAIN.fullmatch(domain) and domain != tidy.lower() else None
    return known or agency_named(_DATABASE_TAIL.sub("", tidy)) or address or tidy


def one_spelling(names: Sequence[str]) -> dict[str, str]:
    """Return for each name of a pile the one spelling under which its outlet is shown.

    Names that differ only in case are one, shown in the commonest spelling that is not all capitals; a domain is the
    outlet whose name it spells, where one outlet has it.

    >>> one_spelling(["Lakeside Courier", "LAKESIDE COURIER", "lakesidecourier.example"])["lakesidecourier.example"]
    'Lakeside Courier'
    """
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        spellings[name.casefold()][name] += 1
    shown = {
        key: max(found, key=lambda name: (not (name.isupper() or name.islower()), found[name], name))
        for key, found in spellings.items()
    }
    by_label: dict[str, set[str]] = defaultdict(set)
    for key, name in shown.items():
        if not _DOMAIN.fullmatch(key):
            by_label[re.sub(r"\W+", "", key)].add(name)
    of_domain = {
        key: next(iter(owners))
        for key in shown
        if _DOMAIN.fullmatch(key) and len(owners := by_label.get(re.sub(r"\W+", "", key.split(".")[0]), set())) == 1
    }
    return {name: of_domain.get(name.casefold(), shown[name.casefold()]) for name in names}


def _known(name: str) -> str | None:
    return _BY_NAME.get(re.sub(r"\W+", "", name.casefold()).removeprefix("the"))


def is_known_outlet(name: str) -> bool:
    """Whether a name is one of the outlets that Parallax knows, in any of its spellings.

    >>> is_known_outlet("The New York Times"), is_known_outlet("Lakeside Courier")
    (True, False)
    """
    return _known(name) is not None


def outlet_from_url(url: str | None) -> Found | None:
    """Return the outlet of an address: its known name, else its domain as it stands; None without an http(s) address.

    >>> outlet_from_url("https://www.bbc.co.uk/news/world-1")
    ('BBC', 'the address')
    >>> outlet_from_url("https://lakeside-courier.example/a")
    ('lakeside-courier.example', 'the address')
    """
    address = canonical_url(url) if url else None
    host = urlsplit(address).hostname if address else None
    if not host:
        return None
    labels = host.split(".")
    if all(label.isdigit() for label in labels):
        return None
    for first in range(len(labels) - 1):
        if name := _BY_DOMAIN.get(".".join(labels[first:])):
            return name, "the address"
    n_suffix = 2 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _COUNTRY_SECOND_LEVEL else 1
    return ".".join(labels[-n_suffix - 1 :]), "the address"


def outlet_from_path(name: str) -> Found | None:
    """Return the outlet that a folder is named after, or a known outlet that a file name begins with; None otherwise.

    >>> outlet_from_path("Lakeside Courier/0001.txt")
    ('Lakeside Courier', 'the folder name')
    >>> outlet_from_path("theguardian.com_2022-09-09_chen.txt")
    ('The Guardian', 'the file name')
    >>> outlet_from_path("articles/000_01fffeef.txt") is None
    True
    """
    *folders, file = re.split(r"[\\/]", name)
    for folder in reversed(folders):
        bare = _CONTAINER.sub("", folder.strip())
        if not _GENERIC_FOLDER.fullmatch(bare) and re.search(r"[^\W\d_]{2}", bare):
            readable = re.sub(r"[_]+", " ", bare).strip()
            return normalise_outlet(readable), "the folder name"
    stem = _CONTAINER.sub("", file.strip())
    for head in (stem, re.split(r"[_\s]|-(?=\d)", stem, maxsplit=1)[0], re.split(r"[_\s-]", stem, maxsplit=1)[0]):
        known = _BY_DOMAIN.get(re.sub(r"^www\.", "", head.lower())) or _known(head)
        if known:
            return known, "the file name"
    return None


def outlet_from_text(text: str) -> Found | None:
    """Return the outlet a page's furniture names below the text; None when no phrase proves one.

    Read it before cleaning. A copyright line proves only an outlet that is known, for it names companies; an agency's
    copyright or description of itself never makes it the outlet.

    >>> outlet_from_text("The talks ended.\\n\\nDiscover more from Lakeside Courier")
    ('Lakeside Courier', 'the line “Discover more from …” below the text')
    """
    lines = [" ".join(line[:MAX_LINE_LENGTH].split()) for line in text.splitlines() if line.strip()][-N_FOOTER_LINES:]
    for pattern, basis in _PHRASES:
        for line in lines:
            found = pattern.match(line)
            if found and (name := _outlet_named(found["outlet"], must_be_known=basis == _COPYRIGHT)):
                return name, basis
    return None


def outlet_from_page_title(title: str, headline: str) -> Found | None:
    """Return the outlet behind the headline in a page's title: the one part there is, or the one that is known.

    >>> outlet_from_page_title("Talks end - Lakeside Courier", "Talks end")
    ('Lakeside Courier', 'the page title')
    """
    if not title.startswith(headline):
        return None
    behind = title[len(headline) :]
    parts = [part.strip() for part in _BETWEEN_PARTS.split(behind) if part.strip()]
    known = next((name for part in parts if (name := _BY_DOMAIN.get(part.lower()) or _known(part))), None)
    if known is None and len(parts) == 1 and _BETWEEN_PARTS.match(behind):  # else the title only says more
        known = _outlet_named(parts[0], must_be_known=False)
    return (known, "the page title") if known else None


def _outlet_named(name: str, *, must_be_known: bool) -> str | None:
    bare = _COMPANY.sub("", name.removesuffix("’s").removesuffix("'s")).strip(" .")
    words = bare.lower().split()
    if not words or words[0] in _NOT_AN_OUTLET or len(words) > MAX_NAME_WORDS or len(bare) > MAX_NAME_LENGTH:
        return None
    if agency_named(bare):
        return None
    normal = normalise_outlet(bare)
    return normal if normal in _BY_NAME.values() or not must_be_known else None
