"""The words for a people, or for the members of a party: adjective, singular and plural are one name.

The country, and the party itself, are other names: see `docs/decisions/0014-names.md`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from newscorpus.analyse.names.spelling import folded, skeleton
from newscorpus.text.countries import PLACES

SHORTEST_PEOPLE: Final = 5  # letters from which two spellings of one sound are one people


def _families() -> dict[str, str]:
    """Folded name of a listed people -> the first of its names.

    A word that is the last of two countries' peoples ("Korean") belongs to neither and stays by itself.
    """
    listed = [name for place in PLACES for name in place.peoples]
    shared = {name.split()[-1] for name in listed if " " in name}
    return {
        folded(name, "GROUP"): folded(place.peoples[0], "GROUP")
        for place in PLACES
        for name in place.peoples
        if name.removesuffix("s") not in shared
    }


_FAMILIES: Final = _families()


def _singular(name: str, names: Mapping[str, int]) -> str:
    singular = name.removesuffix("s")
    return singular if singular in names else name


def one_people(n_mentions: Mapping[str, int]) -> dict[str, str]:
    """Folded name of a group -> the name it is merged under; `n_mentions` says how often each is written.

    >>> one_people({"american": 2, "americans": 1, "swedes": 1, "swedish": 1, "tavri": 2, "tavry": 1})
    {'american': 'american', 'americans': 'american', 'swedes': 'swedish', 'swedish': 'swedish', 'tavri': 'tavri', \
'tavry': 'tavri'}
    """
    stems = {name: _FAMILIES.get(name) or _singular(name, n_mentions) for name in n_mentions}
    by_sound: dict[str, Counter[str]] = defaultdict(Counter)
    for name, stem in stems.items():
        by_sound[_sound(stem)][stem] += n_mentions[name]
    return {name: _most(by_sound[_sound(stem)]) for name, stem in sorted(stems.items())}


def _sound(stem: str) -> str:
    return skeleton(stem) if len(stem) >= SHORTEST_PEOPLE and stem not in _FAMILIES else stem


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda name: (-counts[name], name))


def plural_first(surfaces: Iterable[str]) -> list[str]:
    """The plurals among `surfaces`, where there are any: "Democrats" says better than "Democratic" who is named."""
    given = list(surfaces)
    singulars = {surface.casefold() for surface in given}
    plurals = [s for s in given if s.casefold().endswith("s") and s.casefold()[:-1] in singulars]
    return plurals or given
