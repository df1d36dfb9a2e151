"""Names that their place on the line gives away: datelines, initials, lists of results, tables of standings.

A model trained on sentences reads such lines badly, and their form leaves little doubt.
"""

import re
from collections.abc import Iterator
from typing import Final

from newscorpus.analyse.names.spans import Span
from newscorpus.text.countries import COUNTRIES, PEOPLES, STATES
from newscorpus.text.name_spellings import SAME_NAME
from newscorpus.text.titles import TITLES

LONGEST_ROW: Final = 120  # characters; a row of a table is no paragraph

_WORD: Final = r"[^\W\d_a-z][\w'.&-]{0,30}"
_PARTICLE: Final = r"(?:(?:de|del|della|di|da|van|von|der|den|ter|bin|al|el|le|la|st)\s){0,2}"
_NAME: Final = rf"{_WORD}(?:\s{_PARTICLE}{_WORD}){{0,3}}"
_DATELINE: Final = re.compile(
    # As in: OSLO, May 3 (Agency) - ; Oslo (Agency) — ; OSLO 2020-05-03 ; BERGEN, Norway 2020-05-03
    rf"(?P<place>{_WORD}(?:[ -]{_WORD}){{0,3}})(?P<rest>,\s{_NAME}\.?)?"
    r"(?:,?\s\w{3,9}\.?\s\d{1,2})?(?:\s\([^)]{2,40}\)\s?(?:--?|–|—)|\s\d{4}-\d\d-\d\d\s*$|\s(?:--|–|—)\s)"
)
_INITIALS: Final = re.compile(
    rf"(?<![\w.&'-])(?:[^\W\d_a-z]\.\s?){{1,3}}{_PARTICLE}[^\W\d_a-z](?:[\w']|-(?=\w)){{2,25}}"
)
_COMPANY_GOES_ON: Final = re.compile(r"\s(?:&|and\sCo|Inc|Corp|Co\b|Ltd|plc|Group|Bank)")
_WITH_COUNTRY: Final = re.compile(rf"(?P<name>{_NAME})\s\((?P<country>[^()\d]{{2,30}})\)")
_SCORE: Final = re.compile(rf"\s*(?P<one>{_NAME})\s\d{{1,3}}\s(?P<two>{_NAME})\s\d{{1,3}}(?=\s*$|\s\(|,)")
_STANDING: Final = re.compile(rf"\s*(?:\d{{1,2}}\.\s)?(?P<one>{_NAME})(?:\s+[-+]?[\d.,/:-]+){{3,}}\s*$")
_FIXTURE: Final = re.compile(rf"\s*(?P<one>{_NAME})\s(?:v|vs|at|AT|V)\.?\s(?P<two>{_NAME})\s*$")


def _dateline(line: str) -> Iterator[Span]:
    match = _DATELINE.match(line)
    if match and match["place"].lower() not in TITLES:
        yield Span(*match.span("place"), "PLACE")
        rest = (match["rest"] or "").lstrip(", ")
        if rest.rstrip(".") in COUNTRIES | STATES:
            yield Span(match.end("rest") - len(rest), match.end("rest"), "PLACE")


def _initials(line: str) -> Iterator[Span]:
    """A surname behind initials is a person, where the initials are no country's and the surname no company's."""
    for match in _INITIALS.finditer(line):
        initials, surname = match[0].split()[0], match[0].split()[-1]
        of_a_place = initials in SAME_NAME or surname in COUNTRIES or surname in PEOPLES or surname == "Korea"
        if not of_a_place and not _COMPANY_GOES_ON.match(line, match.end()):
            yield Span(*match.span(), "PERSON")


def _with_country(line: str) -> Iterator[Span]:
    """ "Jane Roe (Canada)": who is followed by a country in brackets is a person, and the country a place."""
    for match in _WITH_COUNTRY.finditer(line):
        if match["country"] in COUNTRIES and " " in match["name"]:
            yield Span(*match.span("name"), "PERSON")
            yield Span(*match.span("country"), "PLACE")


def _sides(line: str) -> Iterator[Span]:
    """The sides of a match, in a row of results, standings or fixtures: clubs, or the countries they play for."""
    for form in (_SCORE, _STANDING, _FIXTURE):
        if match := form.match(line):
            for group, surface in match.groupdict().items():
                yield Span(*match.span(group), kind_of_side(surface))
            return


def kind_of_side(surface: str) -> str:
    """PLACE for a country's team, ORG for a club."""
    return "PLACE" if surface in COUNTRIES else "ORG"


def names_by_layout(line: str) -> list[Span]:
    """Names of `line` that its form gives away, with offsets into the line; [] for a line of prose."""
    found = [*_dateline(line), *_with_country(line), *_initials(line)]
    if len(line) <= LONGEST_ROW:
        found += _sides(line)
    return found
