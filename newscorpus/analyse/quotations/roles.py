"""The roles a text gives to people ("ambassador Chen", "Roe, the party's leader,") and who "the ambassador" is."""

import re
from collections.abc import Sequence
from typing import Final

from newscorpus.analyse.quotations.people import Person
from newscorpus.analyse.quotations.values import NameLike
from newscorpus.text.titles import FULL_TITLES, ROLES

KINDS_OF_ROLE: Final = {
    "diplomat": frozenset({"ambassador", "envoy", "consul", "representative"}),
    "lawmaker": frozenset({"senator", "representative", "congressman", "congresswoman", "deputy"}),
    "legislator": frozenset({"senator", "representative", "congressman", "congresswoman"}),
    "minister": frozenset({"secretary"}),
    "leader": frozenset({"president", "chairman", "chairwoman", "chair"}),
    "spokesperson": frozenset({"spokesman", "spokeswoman"}),
    "doctor": frozenset({"physician", "surgeon"}),
    "academic": frozenset({"professor", "lecturer"}),
}
"""A general word for a role -> the roles it may stand for."""
N_LETTERS_OF_A_COUNTRY: Final = 4  # by which a country and its adjective agree: China, Chinese
N_CHARACTERS_BEFORE: Final = 60
N_CHARACTERS_BEHIND: Final = 120
_WORD: Final = re.compile(r"[^\W\d_][^\W_]*(?:-[^\W\d_]+)*")
_RIGHT_BEFORE: Final = re.compile(r"([^\W\d_]+)\.?\s+$")
_FIRST: Final = re.compile(r"([^\W\d_]+)\.?\s")
_BESIDE: Final = re.compile(r"^(?:['’]s)?,\s+([^.;\n]{3,100}?)(?:,|\.|;|\n|$)")
_OF: Final = re.compile(r"\b(?:of|for|to|in|at|on|from|with|who|and|by)\b")
_DEFINITE: Final = re.compile(r"^(?:the\b|his\b|her\b|their\b|its\b|.*?['’]s?\s)", re.IGNORECASE)


def _role(word: str) -> str | None:
    role = FULL_TITLES.get(word.lower(), word.lower())
    return role if role in ROLES else None


def _countries(phrase: str) -> set[str]:
    """The openings of the capitalised words of a phrase: what a country and its adjective have in common."""
    return {word[:N_LETTERS_OF_A_COUNTRY].lower() for word in _WORD.findall(phrase) if word[0].isupper()}


def roles_shown(text: str, name: NameLike) -> tuple[frozenset[str], frozenset[str]]:
    """The roles that stand right before a name or beside it between commas, and their settings."""
    roles: set[str] = set()
    settings: set[str] = set()
    before = text[max(0, name.start - N_CHARACTERS_BEFORE) : name.start]
    title = _RIGHT_BEFORE.search(before) or _FIRST.match(name.surface)
    if title and (role := _role(title[1])):
        roles.add(role)
        settings |= _countries(before.rsplit(".", 1)[-1])
    beside = _BESIDE.match(text[name.end : name.end + N_CHARACTERS_BEHIND])
    if beside:
        words = _WORD.findall(_OF.split(beside[1])[0])
        if words and (role := _role(words[-1])):
            roles.add(role)
            settings |= _countries(beside[1])
    return frozenset(roles), frozenset(settings)


def holder_of(phrase: str, role: str, people: Sequence[Person]) -> Person | None:
    """The one person whom a description can mean; None when nobody or more than one fits.

    "The ambassador" is whoever the text calls ambassador. An indefinite or more general description ("a top Chinese
    diplomat") needs a country in common too.
    """
    wanted = role.lower()
    if wanted not in ROLES:
        return None
    if _DEFINITE.match(phrase):
        same = [p for p in people if wanted in p.roles]
        if same:
            return same[0] if len(same) == 1 else None
    kinds = KINDS_OF_ROLE.get(wanted, frozenset()) | {wanted}
    places = _countries(re.sub(r"^(?:The|A|An)\b", "", phrase))
    fitting = [p for p in people if p.roles & kinds and p.settings & places]
    return fitting[0] if len(fitting) == 1 else None
