"""Which column of a table is the text, the title, the source…"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from newscorpus.load.limits import MAX_COLUMNS
from newscorpus.load.printable import one_line
from newscorpus.load.setting_aside import SetAside

Role = Literal["text", "title", "source", "published_at", "author", "url", "language", "section"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)

# Role -> ranks of headings, folded by `folded`. A lower rank is asked where the higher one is absent or its cell is
# empty. Two columns of the same rank claim a role against each other, and the reader is asked.
_HEADINGS: Final[dict[Role, tuple[str, ...]]] = {
    "text": (
        "text content body maintext article articletext articlebody fulltext fullcontent bodytext",
        "rawtext",
    ),
    "title": ("title headline heading head webtitle",),
    "source": (
        "source outlet publisher publication newspaper medianame sourcename publishername publicationname",
        "sitename",
        "hostname",
        "domain sourcedomain",
    ),
    "published_at": (
        "date published publishdate publishedat publishedon pubdate datepublish datepublished publicationdate "
        "webpublicationdate",
        "datetime timestamp seendate",
    ),
    "author": ("author authors", "byline", "authorname", "creator"),
    "url": ("url", "link", "sourceurl", "weburl"),
    "language": ("language", "lang", "inlanguage"),
    "section": ("section", "category", "articlesection", "sectionname"),
}
_RANKS: Final[dict[str, tuple[Role, int]]] = {
    heading: (role, rank)
    for role, ranks in _HEADINGS.items()
    for rank, headings in enumerate(ranks)
    for heading in headings.split()
}
_HEADINGS_SHOWN: Final = 20  # in a receipt; the rest are counted
_HEADING_CHARACTERS: Final = 40


@dataclass(frozen=True, slots=True)
class Recognised:
    """Role -> positions of the columns that may hold it, the first to be asked first; and roles with rival columns."""

    positions: Mapping[Role, tuple[int, ...]]
    contested: tuple[Role, ...] = ()


def folded(heading: str) -> str:
    """Return a heading without case, spaces and signs, as headings are compared.

    >>> folded("Publish_Date"), folded("articleBody"), folded("source.name")
    ('publishdate', 'articlebody', 'sourcename')
    """
    return "".join(c for c in heading.casefold() if c.isalnum())


def role_of(heading: str) -> Role | None:
    """Return the role that a heading claims, None when it claims none."""
    claim = _RANKS.get(folded(heading))
    return claim[0] if claim else None


def recognise(headings: Sequence[str], columns: Mapping[str, str] | None = None) -> Recognised:
    """Return which columns hold which role.

    `columns` says role -> heading and wins where that heading exists. Raises ValueError for a role that is not one
    of ROLES.

    >>> recognise(["Outlet", "Headline", "Body"]).positions
    {'text': (2,), 'title': (1,), 'source': (0,)}
    >>> recognise(["Outlet", "Lead", "Rest"], {"text": "Rest"}).positions
    {'text': (2,), 'source': (0,)}
    """
    said = _said(headings, columns or {})
    claims: dict[Role, dict[int, list[int]]] = {role: {} for role in ROLES}
    for position, heading in enumerate(headings):
        claim = _RANKS.get(folded(heading))
        if claim and position not in said.values():
            claims[claim[0]].setdefault(claim[1], []).append(position)
    positions: dict[Role, tuple[int, ...]] = {}
    contested = []
    for role in ROLES:
        if role in said:
            positions[role] = (said[role],)
        elif claims[role]:
            ranks = [claims[role][rank] for rank in sorted(claims[role])]
            if len(ranks[0]) > 1:
                contested.append(role)
            positions[role] = tuple(rank[0] for rank in ranks)
    return Recognised(positions, tuple(contested))


def articles_columns(headings: Sequence[str], columns: Mapping[str, str] | None = None) -> Recognised:
    """Return which columns hold which role, for a table that articles can be read from.

    Raises SetAside("too_many_columns", "no_text_column" or "columns_unknown") for any other.
    """
    if len(headings) > MAX_COLUMNS:
        raise SetAside("too_many_columns", f"It has {len(headings):,} columns; the limit is {MAX_COLUMNS}.")
    recognised = recognise(headings, columns)
    if recognised.contested:
        roles = ", ".join(role.removesuffix("_at") for role in recognised.contested)
        raise SetAside("columns_unknown", f"More than one column could be: {roles}. {_listed(headings)}")
    if "text" in recognised.positions:
        return recognised
    if "url" in recognised.positions and "title" in recognised.positions:
        raise SetAside("no_text_column", _listed(headings))
    raise SetAside("columns_unknown", _listed(headings))


def _said(headings: Sequence[str], columns: Mapping[str, str]) -> dict[Role, int]:
    unknown = sorted(set(columns) - set(ROLES))
    if unknown:
        raise ValueError(f"not a role of a column: {', '.join(unknown)}")
    return {role: headings.index(columns[role]) for role in ROLES if columns.get(role) in headings}


def _listed(headings: Sequence[str]) -> str:
    shown = [one_line(heading, _HEADING_CHARACTERS) or "(empty)" for heading in headings[:_HEADINGS_SHOWN]]
    more = len(headings) - len(shown)
    return f"Headings: {', '.join(shown)}" + (f" and {more} more" if more else "")
