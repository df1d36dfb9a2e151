"""A search evaluated on the places of its words: the rarest word first, the others only where it stands."""

from collections.abc import Callable, Iterator, Mapping

import numpy as np

from newscorpus.query.concordance.places import Flags, Places, in_a_row, near, together
from newscorpus.query.concordance.search_language import ANY_WORD, AnyOf, Near, Phrase

Slot = tuple[str, ...]
"""The words that may stand in one place of a phrase."""
Words = AnyOf | Near | Phrase
PlacesOf = Callable[[Slot, Flags], Places]
"""The places of the words of a slot in the articles whose numbers are flagged."""


def slots_of(query: Words) -> Iterator[Slot]:
    """Every slot of a search, in the order typed, but those of any one word."""
    if isinstance(query, AnyOf):
        for alternative in query.alternatives:
            yield from slots_of(alternative)
    elif isinstance(query, Near):
        yield from slots_of(query.first)
        yield from slots_of(query.second)
    else:
        yield from (slot for slot in query.words if slot != ANY_WORD)


def evaluated(query: Words, places_of: PlacesOf, n_uses: Mapping[Slot, int], within: Flags) -> Places:
    """Where the search is met in the articles flagged. `n_uses` only decides what is looked up first."""
    if isinstance(query, AnyOf):
        return together([evaluated(part, places_of, n_uses, within) for part in query.alternatives])
    if isinstance(query, Phrase):
        return _phrase(query, places_of, n_uses, within)
    if _rarest(query.first, n_uses) <= _rarest(query.second, n_uses):
        first = evaluated(query.first, places_of, n_uses, within)
        second = evaluated(query.second, places_of, n_uses, articles_of(first, within))
    else:
        second = evaluated(query.second, places_of, n_uses, within)
        first = evaluated(query.first, places_of, n_uses, articles_of(second, within))
    return near(first, second, query.within)


def articles_of(places: Places, within: Flags) -> Flags:
    """Flags for the articles that have a place, as many as `within` has."""
    flags = np.zeros(len(within), np.bool_)
    flags[places.a] = True
    return flags


def _phrase(phrase: Phrase, places_of: PlacesOf, n_uses: Mapping[Slot, int], within: Flags) -> Places:
    known = [number for number, slot in enumerate(phrase.words) if slot != ANY_WORD]
    found: dict[int, Places] = {}
    for number in sorted(known, key=lambda number: n_uses[phrase.words[number]]):
        found[number] = places_of(phrase.words[number], within)
        within = articles_of(found[number], within)
    return in_a_row([found.get(number) for number in range(len(phrase.words))])


def _rarest(query: Near | Phrase, n_uses: Mapping[Slot, int]) -> int:
    return min(n_uses[slot] for slot in slots_of(query))
