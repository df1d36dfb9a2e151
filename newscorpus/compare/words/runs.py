"""Words and phrases of a whole corpus counted as numbers, in arrays on disk: memory does not grow with the texts.

A phrase of n words can be frequent only where both phrases of n - 1 words in it are (Agrawal and Srikant 1994), so
each length is looked for at the places that the length before left.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int32]
Long = npt.NDArray[np.int64]

MIN_USES: Final = 5  # of a phrase; rarer ones are chance, and nine tenths of all there are
MIN_ARTICLES: Final = 3
MIN_SHARE_OF_ARTICLES: Final = 1 / 10_000  # beyond 30,000 articles a phrase must stand in more than three
N_PER_SLAB: Final = 1 << 20  # tokens looked at at a time
N_PER_PART: Final = 1 << 21  # tokens sorted at a time: 150 MB
QUOTED: Final = 1
SHARED: Final = 2
FIRST: Final = 4
"""Marks of a token: inside quotation marks, in a shared sentence, first of its sentence."""
MIXING: Final = np.uint64(0x9E3779B97F4A7C15)  # odd and without a pattern: sums of its multiples hardly ever meet


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of all articles in order. `bounds`: where each article begins, and the end of the last.

    `written` holds the number of each word as written, `form_of` the number of the form of such a number.
    """

    written: Numbers
    starts: Numbers
    marks: npt.NDArray[np.uint8]
    bounds: Long
    form_of: Numbers

    def articles_of(self, places: Long) -> Long:
        """The number of the article, from 0, in which each token stands."""
        found: Long = np.searchsorted(self.bounds, places, side="right") - 1
        return found


@dataclass(frozen=True, slots=True)
class Level:
    """The phrases of one length that are counted; single words are phrases of one.

    `at`: for each token the number of the phrase that begins there, -1 for none. Of each phrase by number: the numbers
    of the forms of its words, its uses, its articles, and a place where it is written as it is most often.
    """

    at: Numbers
    words: Numbers
    n_uses: Long
    n_articles: Long
    example: Long


class _Least(NamedTuple):
    n_uses: int
    n_articles: int


class _Groups(NamedTuple):
    """Tokens that begin the same phrase: `places` with the number of their group, and the figures of each group."""

    places: Long
    group: Long
    n_uses: Long
    n_articles: Long
    example: Long


def least_articles(n_articles: int) -> int:
    """Articles that a phrase must stand in to be counted, in a corpus of `n_articles`.

    >>> least_articles(36), least_articles(100_000)
    (3, 10)
    """
    return max(MIN_ARTICLES, ceil(n_articles * MIN_SHARE_OF_ARTICLES))


def single_words(tokens: Tokens, file: Path) -> Level:
    """Every form there is. `file` will hold its number for each token."""

    def candidates(low: int, high: int) -> tuple[Long, Long]:
        return np.arange(low, high), tokens.form_of[tokens.written[low:high]].astype(np.int64)

    return _counted(tokens, candidates, 1, _Least(1, 1), file)


def longer(tokens: Tokens, level: Level, file: Path) -> Level:
    """The frequent phrases of one word more than those of `level`, none across the end of a sentence."""
    n_articles = len(tokens.bounds) - 1
    least = _Least(MIN_USES, least_articles(n_articles))
    frequent = (level.n_uses >= least.n_uses) & (level.n_articles >= least.n_articles)

    def candidates(low: int, high: int) -> tuple[Long, Long]:
        high = min(high, len(level.at) - 1)  # nothing follows the last word
        head, tail = level.at[low:high], level.at[low + 1 : high + 1]
        fits = (head >= 0) & (tail >= 0) & (tokens.marks[low + 1 : high + 1] & FIRST == 0)
        fits[fits] = frequent[head[fits]] & frequent[tail[fits]]
        places = np.flatnonzero(fits)
        return places + low, head[places].astype(np.int64) * len(frequent) + tail[places]

    return _counted(tokens, candidates, level.words.shape[1] + 1, least, file)


def renumbered(level: Level, order: Long) -> Level:
    """The same phrases, the one with number order[0] first."""
    new_number = np.empty(len(order), np.int32)
    new_number[order] = np.arange(len(order), dtype=np.int32)
    for low, high in _slabs(len(level.at)):
        piece = level.at[low:high]
        level.at[low:high] = np.where(piece >= 0, new_number[piece] if len(order) else -1, -1)
    figures = {name: getattr(level, name)[order] for name in ("words", "n_uses", "n_articles", "example")}
    return replace(level, **figures)


def _slabs(n: int) -> Iterator[tuple[int, int]]:
    for low in range(0, n, N_PER_SLAB):
        yield low, min(n, low + N_PER_SLAB)


def _counted(
    tokens: Tokens, candidates: Callable[[int, int], tuple[Long, Long]], n_words: int, least: _Least, file: Path
) -> Level:
    """Count phrases part by part of their keys; `candidates` gives places and keys of a slab of tokens."""
    n_tokens = len(tokens.written)
    at: Numbers = np.memmap(file, np.int32, "w+", shape=max(1, n_tokens))[:n_tokens]
    at[:] = -1
    n_parts = max(1, ceil(n_tokens / N_PER_PART))
    figures: list[_Groups] = []
    n_known = 0
    for part in range(n_parts):
        places, keys = _of_part(candidates, n_tokens, part, n_parts)
        groups = _grouped(tokens, places, keys, n_words, least)
        at[groups.places] = groups.group + n_known
        n_known += len(groups.n_uses)
        figures.append(groups._replace(places=groups.places[:0], group=groups.group[:0]))
    n_uses, n_articles, example = (
        np.concatenate([getattr(piece, name) for piece in figures]) for name in ("n_uses", "n_articles", "example")
    )
    words = tokens.form_of[tokens.written[example[:, None] + np.arange(n_words)]]
    return Level(at, words, n_uses, n_articles, example)


def _of_part(
    candidates: Callable[[int, int], tuple[Long, Long]], n_tokens: int, part: int, n_parts: int
) -> tuple[Long, Long]:
    found = []
    for low, high in _slabs(n_tokens):
        places, keys = candidates(low, high)
        here = keys % n_parts == part
        found.append((places[here], keys[here]))
    none = np.empty(0, np.int64)
    return np.concatenate([none, *(places for places, _ in found)]), np.concatenate(
        [none, *(keys for _, keys in found)]
    )


def _grouped(tokens: Tokens, places: Long, keys: Long, n_words: int, least: _Least) -> _Groups:
    """The places with the same key together, groups with fewer than `least` uses or articles left out."""
    order = np.argsort(keys, kind="stable")
    keys, places = keys[order], places[order]
    begins = np.flatnonzero(np.diff(keys, prepend=-1))
    articles = tokens.articles_of(places)
    is_new = np.diff(articles, prepend=-1) != 0
    is_new[begins] = True
    n_uses = np.diff(begins, append=len(keys))
    n_articles = np.add.reduceat(is_new.astype(np.int64), begins) if len(begins) else begins
    kept = (n_uses >= least.n_uses) & (n_articles >= least.n_articles)
    places = places[np.repeat(kept, n_uses)]
    n_uses, n_articles = n_uses[kept], n_articles[kept]
    group = np.repeat(np.arange(len(n_uses)), n_uses)
    return _Groups(places, group, n_uses, n_articles, _examples(tokens, places, group, n_words))


def _examples(tokens: Tokens, places: Long, group: Long, n_words: int) -> Long:
    """Of each group the first place that is written as most of the group's are; of equals the earliest."""
    if not len(places):
        return places
    writing = np.zeros(len(places), np.uint64)
    for number in range(n_words):
        writing = (writing + tokens.written[places + number].astype(np.uint64) + np.uint64(1)) * MIXING
    order = np.lexsort((places, writing, group))
    group, writing, places = group[order], writing[order], places[order]
    is_new = (np.diff(group, prepend=-1) != 0) | (np.diff(writing, prepend=writing[0]) != 0)
    runs = np.flatnonzero(is_new)
    sizes = np.diff(runs, append=len(group))
    by_size = runs[np.lexsort((places[runs], -sizes, group[runs]))]
    first_of_group = np.flatnonzero(np.diff(group[by_size], prepend=-1))
    found: Long = places[by_size[first_of_group]]
    return found
