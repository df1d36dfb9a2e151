"""Which column of a table is the text, the title, the source…"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args
from unicodedata import normalize

from newscorpus.load.limits import MAX_COLUMNS
from newscorpus.load.printable import one_line
from newscorpus.load.setting_aside import SetAside
from newscorpus.text.lists import rows_of

Role = Literal["text", "title", "source", "published_at", "author", "url", "language", "section"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)

_NESTED: Final = 10  # added to the rank of a heading inside another object: what the record itself says goes first
_OF_SOMETHING_ELSE: Final = frozenset(
    {"image", "images", "video", "videos", "media", "mediadetails", "thumbnail", "related", "links", "guid", "location"}
)
"""Objects inside a record that are not about the article, folded: an image has a title and an address of its own."""
_NAMES_OF_A_FIELD: Final = frozenset({"name", "title", "rendered", "main", "text", "plain", "value", "original"})
"""What an object that holds one field calls its value, folded: `source.title`, `title.rendered`, `headline.main`."""
_PATH: Final = re.compile(r"[./:]|__")
_HEADINGS_SHOWN: Final = 20  # in a receipt; the rest are counted
_HEADING_CHARACTERS: Final = 40


@dataclass(frozen=True, slots=True)
class Recognised:
    """Role -> positions of the columns that may hold it, the first to be asked first; and roles with rival columns."""

    positions: Mapping[Role, tuple[int, ...]]
    contested: tuple[Role, ...] = ()


def folded(heading: str) -> str:
    """Return a heading without case, accents, spaces and signs, as headings are compared.

    >>> folded("Publish_Date"), folded("articleBody"), folded("Título")
    ('publishdate', 'articlebody', 'titulo')
    """
    plain = heading.casefold()
    return "".join(c for c in (plain if plain.isascii() else normalize("NFKD", plain)) if c.isalnum())


def role_of(heading: str) -> Role | None:
    """Return the role that a heading claims, None when it claims none."""
    claim = _claim(heading)
    return claim[0] if claim else None


def _claim(heading: str) -> tuple[Role, int] | None:
    """The role and the rank that a heading claims: whole, else by the last part of a path (`fields.bodyText`)."""
    if claim := _ranks().get(folded(heading)):
        return claim
    *parts, end = _PATH.split(heading)
    around, last = [folded(part) for part in parts], folded(end)
    if not around or not _OF_SOMETHING_ELSE.isdisjoint(around):
        return None
    # `_source.body`, as search engines wrap a record, is no body of a source.
    owner = None if parts[-1].startswith("_") else _ranks().get(around[-1])
    claim = owner if owner and last in _NAMES_OF_A_FIELD else None if owner else _ranks().get(last)
    return (claim[0], claim[1] + _NESTED) if claim else None


@cache
def _ranks() -> dict[str, tuple[Role, int]]:
    """Heading, folded -> its role, and its rank: a lower one is asked where the higher is absent or its cell empty.

    Two columns of the same rank claim a role against each other, and the reader is asked.
    """
    roles: dict[str, Role] = {role: role for role in ROLES}
    return {
        folded(heading): (roles[row["role"]], int(row["rank"]))
        for row in rows_of(Path(__file__).with_name("headings.csv"))
        for heading in row["headings"].split()
    }


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
        claim = _claim(heading)
        if claim and position not in said.values():
            claims[claim[0]].setdefault(claim[1], []).append(position)
    positions: dict[Role, tuple[int, ...]] = {}
    contested = []
    for role in ROLES:
        if role in said:
            positions[role] = (said[role],)
        elif claims[role]:
            first = min(claims[role])
            if len(claims[role][first]) > 1 and first < _NESTED:
                contested.append(role)
            positions[role] = tuple(p for rank in sorted(claims[role]) for p in claims[role][rank])
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


def unused(headings: Sequence[str], recognised: Recognised) -> str | None:
    """Name the headings that no role is read from, as a receipt says it; None when every one is read.

    >>> unused(["Id", "Title", "Text"], recognise(["Id", "Title", "Text"]))
    'not used: Id'
    """
    read = {position for positions in recognised.positions.values() for position in positions}
    left = [heading for position, heading in enumerate(headings) if position not in read]
    return f"not used: {_shown(left)}" if left else None


def _said(headings: Sequence[str], columns: Mapping[str, str]) -> dict[Role, int]:
    unknown = sorted(set(columns) - set(ROLES))
    if unknown:
        raise ValueError(f"not a role of a column: {', '.join(unknown)}")
    return {role: headings.index(columns[role]) for role in ROLES if columns.get(role) in headings}


def _listed(headings: Sequence[str]) -> str:
    return f"Headings: {_shown(headings)}"


def _shown(headings: Sequence[str]) -> str:
    shown = [one_line(heading, _HEADING_CHARACTERS) or "(empty)" for heading in headings[:_HEADINGS_SHOWN]]
    more = len(headings) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
