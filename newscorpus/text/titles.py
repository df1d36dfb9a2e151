"""Words that tell a person or an organisation: titles, roles, given names, the last words of organisations' names.

Titles and roles stand in data/titles_and_roles.csv, a row a word in lower case and without a stop: whether it is a
title (it stands before a name and is no part of it), a role (a noun for what somebody is or does), an office (held in
an institution), mostly written with a stop, which word it shortens, and the gender it shows.
"""

import re
from typing import Final

from newscorpus.text.lists import DATA, column, rows_of

_PEOPLE: Final = rows_of(DATA / "titles_and_roles.csv")


def _words(heading: str) -> frozenset[str]:
    return frozenset(row["word"] for row in _PEOPLE if row[heading] == "yes")


TITLES: Final = _words("title")
"""Forms of address, ranks and offices: "Prime Minister Jane Roe" loses both words, "Chief Constable Jane Roe" too."""
SHORT_TITLES: Final = _words("with_stop")
"""Titles that are mostly written with a stop and never stand last: "Mr.", "Sen."."""
ROLES: Final = _words("role")
"""Nouns that stand before the name of a person: "striker Roe", "the lawyer Jane Roe"."""
OFFICES: Final = _words("office")
"""Titles and roles that are held in an institution."""
FULL_TITLES: Final = {row["word"]: row["short_for"] for row in _PEOPLE if row["short_for"]}
"""A short title -> the word it stands for."""
MALE: Final = "male"
FEMALE: Final = "female"
GENDER_OF: Final = {row["word"]: row["gender"] for row in _PEOPLE if row["gender"]}
"""A title or role that shows a gender -> MALE or FEMALE."""
ORGANISATIONS_END_IN: Final = column("organisation_endings", "word")
"""Last words, in lower case and without a stop, of names that are organisations whatever stands before them."""
FIRST_NAMES: Final = column("first_names", "name")
"""Given names that are hardly ever the first word of a place or an organisation."""

_LEADING_TITLES: Final = re.compile(r"((?:[^\W\d_]|[-'])+)\.?\s+(?=\S)")


def end_of_titles(name: str) -> int:
    """Offset in `name` at which the name itself begins, behind forms of address, ranks and offices.

    The last word always stays, for somebody may be called King.

    >>> name = "Prime Minister Jane Roe"
    >>> name[end_of_titles(name):], end_of_titles("King")
    ('Jane Roe', 0)
    """
    at = 0
    while (match := _LEADING_TITLES.match(name, at)) and match[1].lower() in TITLES:
        at = match.end()
    return at
