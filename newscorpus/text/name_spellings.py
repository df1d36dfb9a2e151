"""Names that convention knows under several spellings: old and new names of cities, romanisations, initials.

They stand in data/names.csv (and places in data/places.csv). A row is a name with its other spellings; `merged_under`
says under which other name it is counted: "Houthi" under "Houthis", "Saigon" under "Ho Chi Minh City".
"""

from typing import Final

from newscorpus.text.countries import ALSO_PERSONS, PLACES
from newscorpus.text.lists import DATA, rows_of, several

_NAMES: Final = rows_of(DATA / "names.csv")


def _families() -> list[tuple[str, ...]]:
    """The names of each country and region, and those of each capital."""
    places = [place for place in PLACES if place.kind != "state"]
    return [family for place in places for family in (place.names, place.capitals) if family]


def _spellings() -> dict[str, str]:
    """Every way of writing a name -> the one it is merged under. Peoples stay apart from their places."""
    found = {}
    for family in _families():
        found.update(dict.fromkeys(family, family[0]))
    for row in _NAMES:
        found.update(dict.fromkeys((row["name"], *several(row["spellings"])), row["merged_under"] or row["name"]))
    return found


SAME_NAME: Final = _spellings()
"""Every spelling of a name that is one name by convention -> the spelling it is merged under."""


def same_words() -> list[tuple[str, str]]:
    """(spelling, name) of the names that are one word in both: wherever the word stands, it is that name.

    Not of words that are names of persons too: Holland is the Netherlands, and a surname.
    """
    families = [*_families(), *((row["name"], *several(row["spellings"])) for row in _NAMES)]
    pairs = [(spelling, family[0]) for family in families for spelling in family[1:]]
    return [pair for pair in pairs if " " not in "".join(pair) and pair[0] not in ALSO_PERSONS]
