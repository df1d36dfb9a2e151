"""Countries, their peoples and capitals, states and regions: plain facts, in data/places.csv and data/groups.csv.

A row of places.csv is a place: the name it is merged under, other names, the names of its people and of what is theirs,
its capital and other names of that. groups.csv holds the names of peoples, faiths and parties that have no one country.
"""

from typing import Final, NamedTuple

from newscorpus.text.lists import DATA, column, rows_of, several


class Place(NamedTuple):
    """A place under all its names. Of `names` and `capitals` the first is the one the others are merged under."""

    kind: str
    names: tuple[str, ...]
    peoples: tuple[str, ...]
    capitals: tuple[str, ...]


def _read(row: dict[str, str]) -> Place:
    names = (row["name"], *several(row["also"]))
    return Place(row["kind"], names, several(row["peoples"]), several(row["capitals"]))


PLACES: Final = tuple(map(_read, rows_of(DATA / "places.csv")))
COUNTRIES: Final = frozenset(name for place in PLACES if place.kind != "state" for name in place.names)
"""Countries and regions of several countries."""
CAPITALS: Final = frozenset(name for place in PLACES for name in place.capitals)
STATES: Final = frozenset(name for place in PLACES if place.kind == "state" for name in place.names)
PEOPLES: Final = frozenset(name for place in PLACES for name in place.peoples) | column("groups", "name")
ALSO_PERSONS: Final = frozenset({
    # First names and surnames as well, so that the word alone proves nothing.
    *("Chad", "Jordan", "Georgia", "Holland", "Virginia", "Paris", "Sofia", "Santiago", "Wellington", "Kingston"),
    *("Washington", "Lima", "San Jose", "Christian", "Pole"),
})  # fmt: skip
