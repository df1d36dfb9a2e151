"""Searching that needs the texts themselves: regular expressions, and words exactly as written. Bounded by the clock.

Articles are read in the order of their numbers. What was not read to its end is not searched, and has no hits.
"""

import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import numpy as np

from newscorpus.query.concordance.matching import Slot
from newscorpus.query.concordance.places import Flags, Numbers, Places
from newscorpus.query.concordance.regular_expressions import compiled, stretches
from newscorpus.query.concordance.search_language import WILDCARDS
from newscorpus.query.concordance.texts import texts_of
from newscorpus.query.concordance.word_places import pattern_of
from newscorpus.query.connection import Reader
from newscorpus.text.words import STRAIGHT, WORD


@dataclass(frozen=True, slots=True)
class Limits:
    """What one search may cost."""

    seconds: float = 3.0  # 100,000 texts take half a second; a slow machine is stopped here
    seconds_per_text: float = 0.5  # a cruel pattern in an endless text costs that text only
    n_hits: int = 200_000  # of an expression: /e/ alone finds more, and each costs some microseconds


LIMITS: Final = Limits()
N_HITS_BETWEEN_LOOKS: Final = 64  # at the clock, within one text
_Span = tuple[int, int]


def fitting(
    reader: Reader,
    expression: Any,  # noqa: ANN401 - the engine has no types
    within: Flags,
    limits: Limits = LIMITS,
) -> tuple[Places, Numbers, Flags]:
    """Where an expression fits in the articles flagged: places, the offsets behind them, and the articles searched.

    The places know no words: `first` and `last` are offsets too.
    """
    found: list[tuple[int, int, int]] = []
    searched = np.zeros(len(within), np.bool_)
    until = time.monotonic() + limits.seconds
    for a, text in texts_of(reader, within):
        spans = _all_of(stretches(expression, text), min(until, time.monotonic() + limits.seconds_per_text))
        if spans is not None:
            searched[a] = True
            found += [(a, *span) for span in spans]
        if time.monotonic() > until or len(found) > limits.n_hits:
            break
    table: Numbers = np.array(found, np.int32).reshape(-1, 3)
    articles, start, end = table[:, 0], table[:, 1], table[:, 2]
    return Places(articles, start, end, start, start, np.zeros(len(table), np.bool_)), end, searched


def as_written(
    reader: Reader, places_of: Mapping[Slot, Places], within: Flags, limits: Limits = LIMITS
) -> tuple[dict[Slot, Places], Flags]:
    """Of the places of each slot those with a word exactly as typed, and which of the articles flagged were searched.

    Typographic apostrophes and hyphens are what their plain signs are.
    """
    fits = {slot: _as_typed(slot) for slot in places_of}
    kept = {slot: np.zeros(len(places), np.bool_) for slot, places in places_of.items()}
    searched = np.zeros(len(within), np.bool_)
    until = time.monotonic() + limits.seconds
    for a, text in texts_of(reader, within):
        if time.monotonic() > until:
            break
        searched[a] = True
        for slot, places in places_of.items():
            first, last = np.searchsorted(places.a, np.array((a, a + 1), np.int32))  # else the whole column is cast
            starts = places.start[first:last].tolist()
            kept[slot][first:last] = [fits[slot](_word_at(text, start)) for start in starts]
    return {slot: places.where(kept[slot]) for slot, places in places_of.items()}, searched


def _all_of(spans: Iterator[_Span], until: float) -> list[_Span] | None:
    """All that an iterator gives, or None when the clock runs out before."""
    found: list[_Span] = []
    for span in spans:
        found.append(span)
        if len(found) % N_HITS_BETWEEN_LOOKS == 0 and time.monotonic() > until:
            return None
    return found


def _as_typed(slot: Slot) -> Callable[[str], bool]:
    """Whether a word as written is one of those typed."""
    plain = {_straightened(word) for word in slot if WILDCARDS.isdisjoint(word)}
    wild = "|".join(pattern_of(_straightened(word)) for word in slot if not WILDCARDS.isdisjoint(word))
    if not wild:
        return plain.__contains__
    pattern = compiled(f"^(?:{wild})$", as_written=True)
    return partial(_fits, plain, pattern)


def _fits(plain: set[str], pattern: Any, word: str) -> bool:  # noqa: ANN401 - the engine has no types
    return word in plain or pattern.search(word) is not None


def _word_at(text: str, start: int) -> str:
    word = WORD.match(text, start)
    return _straightened(word[0]) if word else ""


def _straightened(word: str) -> str:
    return word if word.isascii() else unicodedata.normalize("NFC", word.translate(STRAIGHT))
