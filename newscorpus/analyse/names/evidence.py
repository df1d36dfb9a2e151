"""What the words around a name say of its kind: an age, an office, "who", "the town of", "minority".

Each says it in any text, whatever the model makes of the name itself; together they are weighed in `kinds`.
"""

import re
from collections import Counter
from typing import Final

from newscorpus.analyse.names.spans import Span
from newscorpus.text.titles import ROLES, TITLES
from newscorpus.text.words import word_set

STRONG: Final = 3  # votes: "Mr Roe" is a person whatever the model makes of Roe elsewhere
CLEAR: Final = 2  # votes: "striker Roe"
WIDTH: Final = 48  # characters looked at on either side

LANDSCAPE: Final = word_set(
    """city town village hamlet island islands port harbour harbor district province region county suburb valley river
    lake mountain coast municipality settlement outskirts capital mayor parish borough township"""
)
"""Nouns before "of" and the name of a place: "the river town of Oslo", "the mayor of Oslo"."""

ALSO_ROLES: Final = word_set(
    """anchor blogger columnist donor heir host moderator mogul nominee nurse organiser organizer pastor pollster
    preacher reporter statistician strategist surrogate survivor trader treasurer veteran whistleblower"""
)
_ROLES: Final = ROLES | ALSO_ROLES
_OF_PERSONS: Final = TITLES - {"former", "then", "foreign"}  # parts of titles; a former mine or colony is nobody
_WORD_BEFORE: Final = re.compile(r"([^\W\d_][\w-]*)(?P<comma>,)?\.?[\s\"']+$")
_AGE_BEHIND: Final = re.compile(r",? (?:\(?\d{2}\)?|aged \d{2})(?:,|\)|\.| and )")
_WHO_BEHIND: Final = re.compile(r",? (?:who|whom)\b|, whose\b")
_WHICH_BEHIND: Final = re.compile(r", which\b")
_WHERE_BEHIND: Final = re.compile(r", where\b")
_AT: Final = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Oo]ff|[Aa]round)\s$")
_OFFICE_BEHIND: Final = re.compile(r", (?:an?|the|his|her|its|their|our|who|then)?\s?(?P<words>[^,.;:()\"]{2,40})[,.]")
_PEOPLE_BEHIND: Final = re.compile(r" (?:minorit(?:y|ies)|nationality|tribes?|tribes(?:man|men)|ethnicity|clans?)\b")
_PERHAPS_PEOPLE_BEHIND: Final = re.compile(
    r" (?:communit(?:y|ies)|families|herders|language|nomads|population|speakers|villagers)\b"
)
_PEOPLE_BEFORE: Final = re.compile(r"\b(?:ethnic|indigenous)\s$")
_OF_A_PLACE: Final = re.compile(r"\b(?P<noun>[a-z]+) of\s$")
_LANDSCAPE_BEHIND: Final = re.compile(
    r" (?:coast|islands?|lake|mountains|peninsula|province|reservoir|river|suburbs?|valley)\b"
)
_DISTANCE: Final = re.compile(
    r"\b(?:(?:miles|kilomet(?:er|re)s|km)(?: \w+)? (?:from|of|off)|(?:north|south)?(?:north|south|east|west) of)\s$"
)
_OF: Final = re.compile(r"\bof\s$")


def _of_person(before: str, behind: str) -> int:
    word = _WORD_BEFORE.search(before)
    title = word[1].lower() if word else ""
    if (word and not word["comma"] and title in _OF_PERSONS) or _AGE_BEHIND.match(behind):
        return STRONG
    if title in _ROLES or (word and word["comma"] and title in _OF_PERSONS) or _is_who(before, behind):
        return CLEAR
    office = _OFFICE_BEHIND.match(behind)
    return CLEAR if office and any(word in _ROLES for word in office["words"].split(" of ")[0].split()[-1:]) else 0


def _is_who(before: str, behind: str) -> bool:
    """Whether "who" follows, and is not said of others: "the people of Oslo, who"."""
    return _WHO_BEHIND.match(behind) is not None and not _OF.search(before)


def evidence(text: str, span: Span) -> Counter[str]:
    """Kind -> votes for it by the words around `span`; empty where they say nothing.

    >>> text = "The captain, Emil Roe, 51, lives in the fishing village of Brough."
    >>> [dict(evidence(text, span)) for span in (Span(13, 21, "ORG"), Span(59, 65, "ORG"))]
    [{'PERSON': 3}, {'PLACE': 3}]
    """
    before, behind = text[max(0, span.start - WIDTH) : span.start], text[span.end : span.end + WIDTH]
    votes: Counter[str] = Counter()
    votes["PERSON"] = _of_person(before, behind)
    place = _OF_A_PLACE.search(before)
    is_place = (place and place["noun"] in LANDSCAPE) or _DISTANCE.search(before) or _LANDSCAPE_BEHIND.match(behind)
    if is_place:
        votes["PLACE"] = STRONG
    elif _AT.search(before):
        votes["PLACE"] = CLEAR if _WHERE_BEHIND.match(behind) else 1
    if " " not in text[span.start : span.end]:
        is_people = _PEOPLE_BEHIND.match(behind) or _PEOPLE_BEFORE.search(before)
        is_perhaps = span.kind != "PLACE" and _PERHAPS_PEOPLE_BEHIND.match(behind)
        votes["GROUP"] = STRONG if is_people else int(bool(is_perhaps))
    if span.kind == "PERSON" and _WHICH_BEHIND.match(behind):
        votes["ORG"] = CLEAR
    return +votes
