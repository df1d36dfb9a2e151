"""Places in texts as columns of numbers: phrases, words near one another, alternatives. Pure arithmetic on arrays.

Words of an article are numbered from 0; a place reaches from one word to another. Articles and words make one number,
so that "the word behind" is that number plus one, and finding is searching in a sorted column.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Final

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
_Keys = npt.NDArray[np.int64]
_BITS_OF_A_WORD: Final = 31  # words of one article: more than the characters a text can have


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Stretches of words, one an element: in the order of article, then first word, then last.

    `a`: number of the article. `first` and `last`: which words of the text it begins and ends with. `start`: offset of
    its first character; `last_start`: of the first character of its last word. `shared`: whether it begins in a
    sentence that another source has too.
    """

    a: Numbers
    first: Numbers
    last: Numbers
    start: Numbers
    last_start: Numbers
    shared: Flags

    def __len__(self) -> int:
        return len(self.a)

    def where(self, chosen: Flags | npt.NDArray[np.int64]) -> "Places":
        """The places that a column of flags, or of numbers of places, chooses."""
        return Places(*(getattr(self, field.name)[chosen] for field in fields(self)))

    def between(self, first: int, last: int) -> "Places":
        """The places from number `first` to before number `last`."""
        return Places(*(getattr(self, field.name)[first:last] for field in fields(self)))


def no_places() -> Places:
    """No place at all."""
    nothing = np.empty(0, np.int32)
    return Places(nothing, nothing, nothing, nothing, nothing, np.empty(0, np.bool_))


def together(several: Sequence[Places]) -> Places:
    """The places of all, each once, in order."""
    several = [places for places in several if len(places)]
    if not several:
        return no_places()
    every = Places(*(np.concatenate([getattr(p, field.name) for p in several]) for field in fields(Places)))
    begins = _keys(every.a, every.first)
    if np.array_equal(every.first, every.last):  # single words: columns in order one behind the other, merged fast
        every = every.where(np.argsort(begins, kind="stable"))
    else:
        every = every.where(np.lexsort((every.last, begins)))
    begins = _keys(every.a, every.first)
    is_new = np.append(True, (np.diff(begins) != 0) | (np.diff(every.last) != 0))
    return every if is_new.all() else every.where(is_new)


def in_a_row(words: Sequence[Places | None]) -> Places:
    """Where each of these stands directly behind the one before; None stands for any one word.

    Each of `words` holds places of one word; the first and the last are not None.
    """
    if len(words) == 1 and words[0] is not None:
        return words[0]
    known = [(offset, places) for offset, places in enumerate(words) if places is not None]
    anchor, rarest = min(known, key=lambda pair: len(pair[1]))
    begins = _keys(rarest.a, rarest.first) - anchor
    for offset, places in known:
        if offset != anchor:
            begins = begins[_among(begins + offset, _keys(places.a, places.first))]
    opening, closing = known[0][1], known[-1][1]
    first = np.searchsorted(_keys(opening.a, opening.first), begins)
    last = np.searchsorted(_keys(closing.a, closing.first), begins + (len(words) - 1))
    return Places(
        opening.a[first],
        opening.first[first],
        closing.last[last],
        opening.start[first],
        closing.last_start[last],
        opening.shared[first],
    )


def near(places: Places, others: Places, within: int) -> Places:
    """Each of `places` that has one of `others` at most `within` words before or behind it, reaching to the nearest.

    Words apart are counted from the end of one to the beginning of the next; what overlaps is not near. Of two equally
    near the one behind counts. All of `others` are phrases of the same number of words.
    """
    if not len(places) or not len(others):
        return no_places()
    begins, ends = _keys(others.a, others.first), _keys(others.a, others.last)
    behind = np.searchsorted(begins, _keys(places.a, places.last), side="right")
    before = np.searchsorted(ends, _keys(places.a, places.first), side="left") - 1
    to_behind = _distance(behind, others, begins, _keys(places.a, places.last))
    to_before = _distance(before, others, ends, _keys(places.a, places.first))
    takes_behind = (to_behind <= within) & (to_behind <= to_before)
    takes_before = (to_before <= within) & ~takes_behind
    kept = takes_behind | takes_before
    behind, before = np.minimum(behind, len(others) - 1), np.maximum(before, 0)
    return together(
        [
            Places(
                places.a,
                np.where(takes_before, others.first[before], places.first),
                np.where(takes_behind, others.last[behind], places.last),
                np.where(takes_before, others.start[before], places.start),
                np.where(takes_behind, others.last_start[behind], places.last_start),
                np.where(takes_before, others.shared[before], places.shared),
            ).where(kept)
        ]
    )


def _distance(number: npt.NDArray[np.int64], others: Places, their_ends: _Keys, our_ends: _Keys) -> _Keys:
    """Words from each place to the one of `others` with that number; FAR where there is none in the same article."""
    exists = (number >= 0) & (number < len(others))
    safe = np.where(exists, number, 0)
    away = np.abs(their_ends[safe] - our_ends)
    same_article = (their_ends[safe] >> _BITS_OF_A_WORD) == (our_ends >> _BITS_OF_A_WORD)
    return np.where(exists & same_article, away, FAR)


FAR: Final = np.iinfo(np.int64).max


def _keys(a: Numbers, word: Numbers) -> _Keys:
    return (a.astype(np.int64) << _BITS_OF_A_WORD) | word


def _among(wanted: _Keys, ordered: _Keys) -> Flags:
    """Which of `wanted` stand in a sorted column."""
    if not len(ordered):
        return np.zeros(len(wanted), np.bool_)
    at = np.minimum(np.searchsorted(ordered, wanted), len(ordered) - 1)
    found: Flags = ordered[at] == wanted
    return found
