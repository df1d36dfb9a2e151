"""The people who wrote an article: what the page declares and what its byline says, without offices and user names."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from newscorpus.clean.agency import agency_named
from newscorpus.clean.identity import fold
from newscorpus.clean.page.containers import stands_beside
from newscorpus.clean.page.json_ld import Node, texts_of, type_of

MAX_WORDS: Final = 6  # of a person's name
N_SIGNED: Final = 3  # paragraphs above and below the text among which the author's name is looked for
MAX_AUTHORS: Final = 10  # more names are a list of contributors to the site
LONGEST_BYLINE: Final = 150
MAX_LEVELS_UP: Final = 3  # "By" and the name stand in boxes of their own, a few levels apart
MAX_BESIDE_NAME: Final = 25  # characters beside a name in the link to its bearer's page: "By", an office
BYLINE_TAGS: Final = ("a", "span", "div", "p", "address", "li", "cite", "strong", "b", "em", "i", "h3", "h4")
META_NAMES: Final = (
    "author", "article:author", "article:author_name", "byl", "byline", "dc.creator", "dcterms.creator", "dc:creator",
    "citation_author", "parsely-author", "sailthru.author", "cxenseparse:author", "authors",
    "shareaholic:article_author_name",
)  # fmt: skip

_LEAD_IN: Final = re.compile(
    r"\W{0,5}(?:(?:written|posted|published|reported|compiled|story|text|view all posts|articles?|words|more|reporting)"
    r" )?(?:by|von|par|por|di|av|af|door|autor|author|texte?|reporter)\b\s?:?\s?",
    re.IGNORECASE,
)
_LEAD_IN_ONE_TOKEN: Final = re.compile(r"\W{0,3}(?:(?:編集委員|取材|撰)?・?(?:記者|记者|文)|기자)(?:[\s:：/／・]+)")
_LATER_LEAD_IN: Final = re.compile(r"(?:posted|published|updated|written)\b.{0,60}\bby\s", re.IGNORECASE)
_JOIN: Final = re.compile(r"\s*(?:[;/|•·]|,|\band\b|\bund\b|\bet\b|&|\by\b|\n)\s*", re.IGNORECASE)
_TAIL: Final = re.compile(
    r"\s*(?:\(.*|\[.*|[–—-]\s.*|\s\d.*"
    r"|\b(?:for|of|in|at|on|updated|published|posted|is an?|follow|contact|email|@)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NOT_A_PERSON: Final = re.compile(
    r"\b(?:admin|administrator|editors?|editorial|staff|team|desk|newsroom|newsdesk|redaktion|redaction|rédaction"
    r"|redacción|redazione|redactie|redaksjonen|redaktionen|reporters?|correspondents?|writers?|guest|contributors?"
    r"|contributing|online|agency|agencies|agencia|agence|magazine|tribune|gazette|association|foundation|institute"
    r"|university|company|inc|ltd|llc|gmbh|department|channel|tv|unknown|anonymous|null|undefined|the|committee|bureau"
    r"|presse|radio|\w{0,20}(?:nachrichten|zeitung|blatt|anzeiger|rundschau|redaktion)|agentur|agenturen|wire|newswire|newspaper|recipe|ingredient|utc|gmt|edt|et)\b"
    r"|https?:|www\.|@|\.com\b|[<>{}=_]|\d",
    re.IGNORECASE,
)
"""Words that no person's name has."""
_NOT_ALONE: Final = re.compile(
    r"(?:news|press|post|posts|media|times|daily|weekly|journal|herald|network|blog|group|author|web|service|office|user"
    r"|none|here|view|profile|bio|all|more|about|follow|share|read|this|club|council|project|today|course|am|pm|est|cet"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|montag|dienstag|mittwoch"
    r"|donnerstag|freitag|samstag|sonntag|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|twitter|facebook|instagram|whatsapp|linkedin"
    r"|email|e-mail|print|pinterest|telegram|youtube|tiktok|reddit|x|on|updated|published|posted|comments?|by|in|for|at|and"
    r"|of|to|us|sports?|politics|world|business|opinion|video|photos?|newsletter|subscribe|contact|home|menu|search|log"
    r"|sign|up|email|copy|link|teilen|drucken|merken|artikel|autor|autoren|von|partager|imprimer|compartir|stories)",
    re.IGNORECASE,
)
"""Words that names are made of too, but no whole name: June Marsh and Anna Press are people, "Press Office" is none."""
_OFFICE: Final = re.compile(
    r",\s*[^,]*\b(?:staff|writers?|reporters?|editors?|correspondents?|columnists?|bureau|news|post|times|herald|journal|press"
    r"|redakteur(?:in)?|reporter(?:in)?|korrespondent(?:in)?|journaliste?|politics|business|chief|contributors?|desk|agency)\b.*$",
    re.IGNORECASE,
)
"""What stands behind a name and a comma: an office or the outlet, not a second person."""
_ONE_TOKEN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af·]{2,12}")
"""A name in a script that puts no space between family and given name."""
_IS_AN_OFFICE: Final = re.compile(
    r"新聞|新闻|通信|通讯|編集|编辑|記者|记者|取材|報道|报道|일보|신문|뉴스|기자|配信|网|社$|部$|局$|報$|报$|班$"
)
_AFTER_ONE_TOKEN: Final = re.compile(r"\s?(?:기자|記者|记者|特派員|特派员|編集委員|撰文|报道|報道)$")
_BYLINE_NAMES: Final = re.compile(
    r"(?:^|[\s_-])(?:byline?s?|by-line|byline-?name|author|authors|author-?names?|article-?authors?|post-?authors?"
    r"|entry-?author|writer|contributor|autor|fn|p-author|vcard)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOT_A_BYLINE: Final = re.compile(
    r"comment|related|recommend|sidebar|widget|footer|avatar|image|photo|caption|credit|quote", re.IGNORECASE
)
_LABEL: Final = re.compile(r"(?:^|\W)(?:by|written by|posted by|von|par|por)\b", re.IGNORECASE)
_LABEL_ALONE: Final = re.compile(r"\W*(?:\w+ )?(?:by|von|par|por)\b\W*", re.IGNORECASE)


def find_authors(
    root: HtmlElement, node: Node, tags: dict[str, list[str]], site_names: Sequence[str]
) -> tuple[str | None, str | None]:
    """(people, byline): the people who wrote the article, joined by ", "; and what the page gave as author.

    The people are None where only an office, an outlet, an agency or a user name is given. The byline then still says
    which, so that an agency in it can be read.
    """
    sites = {fold(name) for name in site_names} - {""}
    bylines, declared = _bylines(root), _declared(node, tags)
    # At the headline stands who wrote; the author in JSON-LD is often whoever pressed the button.
    candidates = [*bylines.at_headline, *declared, *bylines.both, *bylines.marked, *bylines.spoken]
    given = ", ".join(next((names for names in declared if names), []))[:LONGEST_BYLINE]
    byline = given or next((text for names in (*bylines.at_headline, *bylines.both) for text in names), None)
    n_told = len(bylines.at_headline) + len(declared)
    for number, names in enumerate(candidates):
        if people := people_in(names, sites, one_token=number < n_told):
            return ", ".join(people), byline
    people = people_in(_signature(root), sites)
    return ", ".join(people) or None, byline


def _signature(root: HtmlElement) -> list[str]:
    """The names that stand in bold, and nothing else, in the first or the last paragraphs of a page's text."""
    paragraphs = [(p, text) for p in root.iter("p") if (text := _text(p)) and not stands_beside(p)]
    long = [n for n, (_, text) in enumerate(paragraphs) if len(text) >= LONGEST_BYLINE]
    if not long:
        return []
    above = paragraphs[max(0, long[0] - N_SIGNED) : long[0]]
    below = paragraphs[long[-1] + 1 : long[-1] + 1 + N_SIGNED]
    return next(([text] for p, text in (*above, *below) if _is_signed(p, text)), [])


def _is_signed(paragraph: HtmlElement, text: str) -> bool:
    bold = "".join(_text(strong) for strong in paragraph.iter("strong", "b"))
    words = re.split(r"[\s/,]+", text)
    is_written_as_names = all(word[0].isupper() and word.isalpha() for word in words if word)
    return bold == text and is_written_as_names and 2 <= len(words) <= MAX_WORDS


def people_in(names: Sequence[str], sites: Collection[str] = (), *, one_token: bool = False) -> list[str]:
    """The people among names as bylines write them, each once; empty when more than MAX_AUTHORS are named.

    `sites` are names of the outlet, folded. A single word is a name only behind "by"; one token of Chinese, Japanese
    or Korean also before "reporter", and everywhere with `one_token`.

    >>> people_in(["By Ana Vidal and Ben Osei", "Newsroom Staff"])
    ['Ana Vidal', 'Ben Osei']
    """
    found: dict[str, str] = {}
    for name in names:
        short = _OFFICE.sub("", " ".join(name[:LONGEST_BYLINE].split()))
        lead_in = _LATER_LEAD_IN.match(short) or _LEAD_IN.match(short) or _LEAD_IN_ONE_TOKEN.match(short)
        for part in _JOIN.split(short[lead_in.end() :] if lead_in else short):
            written = _TAIL.sub("", part).strip(" .,:;-–—\"“”'")
            person = _AFTER_ONE_TOKEN.sub("", written)
            is_token_enough = one_token or bool(lead_in) or person != written
            if _ONE_TOKEN.fullmatch(person) and not is_token_enough:
                continue
            if _is_person(person, sites, least_words=1 if lead_in else 2):
                found.setdefault(fold(person), _written(person))
    return list(found.values()) if len(found) <= MAX_AUTHORS else []


def without_byline(author: str) -> str:
    """An author as a file gives it, without "By" before it and an office behind it; as it stands where neither is.

    >>> without_byline("By Ana Vidal, Courier Staff Writer"), without_byline("Reuters")
    ('Ana Vidal', 'Reuters')
    """
    is_byline = _LEAD_IN.match(author[:LONGEST_BYLINE]) or _OFFICE.search(author[:LONGEST_BYLINE])
    return (", ".join(people_in([author])) if is_byline else "") or author


def _is_person(name: str, sites: Collection[str], *, least_words: int) -> bool:
    words = name.split()
    if _ONE_TOKEN.fullmatch(name):
        return not _is_site(fold(name), sites) and not _IS_AN_OFFICE.search(name)
    if 2 * sum(_NOT_ALONE.fullmatch(word.strip(".,:")) is not None for word in words) > len(words):
        return False
    if not least_words <= len(words) <= MAX_WORDS or _NOT_A_PERSON.search(name) or agency_named(name):
        return False
    if not all(word[0].isupper() or not word[0].isascii() for word in (words[0], words[-1])):
        return False
    return not _is_site(fold(name), sites)


def _is_site(folded: str, sites: Collection[str]) -> bool:
    return any(folded == site or folded.replace(" ", "") == site.replace(" ", "") for site in sites)


def _written(name: str) -> str:
    """A name in capitals as names are written; initials stay."""
    shout = name.isupper() and " " in name
    return " ".join((name.title() if shout else name).split())


def _declared(node: Node, tags: dict[str, list[str]]) -> list[list[str]]:
    """What the head of the page gives as author, the most telling first."""
    in_json = [_authors_of(node.get(key)) for key in ("author", "creator")]
    return in_json + [tags.get(name, []) for name in META_NAMES]


def _authors_of(value: object) -> list[str]:
    """The names of people in JSON-LD's author; those of organisations only where there are no people."""
    items = value if isinstance(value, list) else [value]
    people = [item for item in items if type_of(item) != "Organization"]
    return texts_of(people or items, "name")


@dataclass(slots=True)
class _Bylines:
    """Texts that may be bylines, in the order of the page, those of neighbours together.

    `at_headline`: marked as one, beginning with "by", between the headline and the first paragraph; `both`: marked and
    beginning with "by" anywhere; `marked` and `spoken`: only the one or the other.
    """

    at_headline: list[list[str]] = field(default_factory=list)
    both: list[list[str]] = field(default_factory=list)
    marked: list[list[str]] = field(default_factory=list)
    spoken: list[list[str]] = field(default_factory=list)


def _bylines(root: HtmlElement) -> _Bylines:
    found, at_headline, last_home = _Bylines(), next(root.iter("h1"), None) is None, None
    for element in root.iter("h1", *BYLINE_TAGS):
        if element.tag == "h1" or len(_text(element)) > LONGEST_BYLINE:
            at_headline = element.tag == "h1" or (at_headline and element.tag != "p")
            continue
        is_marked = _is_marked(element)
        if not (is_marked or _begins_with_by((element.text or "").lstrip())) or stands_beside(element):
            continue
        text = _text(element) if is_marked else _with_names(element)
        if not 0 < len(text) <= LONGEST_BYLINE or _is_in_teaser(element):
            continue
        if not (is_marked and _begins_with_by(text)):
            home = element.getparent()
            if is_marked and found.marked and home is not None and home is last_home:
                found.marked[-1].append(text)
            else:
                (found.marked if is_marked else found.spoken).append([text])
            last_home = home if is_marked else last_home
        else:
            (found.at_headline if at_headline else found.both).append([text])
    return found


def _begins_with_by(text: str) -> bool:
    begins = text[:LONGEST_BYLINE]
    return (_LEAD_IN.match(begins) or _LATER_LEAD_IN.match(begins)) is not None


def _is_in_teaser(element: HtmlElement) -> bool:
    """Whether an element stands in a link that holds more than it: another article's headline and its byline."""
    link = next(element.iterancestors("a"), None)
    return link is not None and len(_text(link)) > len(_text(element)) + MAX_BESIDE_NAME


def _is_marked(element: HtmlElement) -> bool:
    if "author" in (element.get("rel") or "").split() or element.get("itemprop") == "author":
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''}"
    return _names_byline(names[:LONGEST_BYLINE])


@lru_cache(maxsize=4096)  # the elements of one site share their names
def _names_byline(names: str) -> bool:
    return _BYLINE_NAMES.search(names) is not None and not _NOT_A_BYLINE.search(names)


def _with_names(element: HtmlElement) -> str:
    """The text of an element that begins with "by"; where that is all of it, of the element around it."""
    for around in (element, *islice(element.iterancestors(), MAX_LEVELS_UP)):
        text = _text(around)
        if len(text) > LONGEST_BYLINE:
            return ""
        start = _LABEL.search(text)
        if start and not _LABEL_ALONE.fullmatch(text):
            return text[start.start() :]
    return ""


def _text(element: HtmlElement) -> str:
    """The text of an element, cut off behind the length of a byline: a page's whole text is never joined."""
    pieces, length = [], 0
    for piece in element.itertext():
        pieces.append(piece)
        length += len(piece.strip())
        if length > LONGEST_BYLINE:
            break
    return " ".join(" ".join(pieces).split())
