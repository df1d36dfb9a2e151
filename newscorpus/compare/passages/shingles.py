"""The words of many texts in a row, and an inverted index of their runs of five words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newscorpus.text.content_words import content_key, words
from newscorpus.text.quotation_marks import quotation_spans

Places = NDArray[np.int64]

SHINGLE_WORDS: Final = 5
"""Words of a shingle: shorter runs are shared by chance all the time (measured on news of seven outlets)."""
_MIX: Final = np.uint64(0x9E3779B97F4A7C15)
_STEP: Final = np.uint64(0xBF58476D1CE4E5B9)
_SHIFT: Final = np.uint64(31)


@dataclass(frozen=True, slots=True)
class WordRows:
    """All words of all texts, one after the other: an array a property, and where each text begins.

    `keys` numbers the spelling keys; `starts` and `ends` are offsets into the word's own text; `capital` says that it
    is written with a capital letter.
    """

    keys: NDArray[np.int32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    text: NDArray[np.int32]
    quoted: NDArray[np.bool_]
    content: NDArray[np.bool_]
    capital: NDArray[np.bool_]
    first: Places
    """Where each text begins, with the total number of words at the end."""


def word_rows(texts: Sequence[str]) -> WordRows:
    """The words of `texts` in order, as arrays; empty arrays for no texts."""
    numbers: dict[str, int] = {}
    keys: list[NDArray[np.int32]] = []
    spans: list[NDArray[np.int32]] = []
    marks: list[NDArray[np.bool_]] = []
    capitals: list[NDArray[np.bool_]] = []
    for text in texts:
        found = words(text)
        keys.append(np.fromiter((numbers.setdefault(w.key, len(numbers)) for w in found), np.int32, len(found)))
        places = np.array([(w.start, w.end) for w in found], dtype=np.int32).reshape(-1, 2)
        spans.append(places)
        capitals.append(np.fromiter((text[w.start].isupper() for w in found), np.bool_, len(found)))
        marks.append(_inside(places[:, 0], quotation_spans(text)))
    lengths = [len(k) for k in keys]
    carries = np.array([bool(content_key(key)) for key in numbers], dtype=np.bool_)
    all_keys = np.concatenate([*keys, np.empty(0, np.int32)])
    both = np.concatenate([*spans, np.empty((0, 2), np.int32)])
    return WordRows(
        keys=all_keys,
        starts=both[:, 0],
        ends=both[:, 1],
        text=np.repeat(np.arange(len(lengths), dtype=np.int32), lengths),
        quoted=np.concatenate([*marks, np.empty(0, np.bool_)]),
        content=carries[all_keys] if len(carries) else np.empty(0, np.bool_),
        capital=np.concatenate([*capitals, np.empty(0, np.bool_)]),
        first=np.concatenate(([0], np.cumsum(lengths, dtype=np.int64))).astype(np.int64),
    )


def _inside(starts: NDArray[np.int32], spans: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    if not spans:
        return np.zeros(len(starts), np.bool_)
    opened, closed = np.array(spans, dtype=np.int64).T
    at = np.searchsorted(opened, starts, side="right") - 1
    return np.asarray((at >= 0) & (starts < closed[np.maximum(at, 0)]), dtype=np.bool_)


@dataclass(frozen=True, slots=True)
class Shingles:
    """Where each run of five words stands again.

    `order` lists the places of the words that begin a run, equal runs together and in the order of the texts. For the
    place p of a word `group[p]` is where its equals begin in `order`, `rank[p]` its own number among them and
    `size[p]` how many there are; 0 where no run begins.
    """

    order: Places
    group: Places
    rank: NDArray[np.int32]
    size: NDArray[np.int32]


def index(rows: WordRows) -> Shingles:
    """The inverted index of the runs of SHINGLE_WORDS words, none of which crosses from one text into the next."""
    n = len(rows.keys)
    group, rank, size = np.zeros(n, np.int64), np.zeros(n, np.int32), np.zeros(n, np.int32)
    n_runs = n - SHINGLE_WORDS + 1
    if n_runs <= 0:
        return Shingles(np.empty(0, np.int64), group, rank, size)
    inside = np.flatnonzero(rows.text[:n_runs] == rows.text[SHINGLE_WORDS - 1 :])
    hashes = _hashes(rows.keys, n_runs)[inside]
    by_hash = np.argsort(hashes, kind="stable")
    order, hashes = inside[by_hash], hashes[by_hash]
    begins = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))[: len(hashes)]
    sizes = np.diff(np.concatenate((begins, [len(hashes)])))
    group[order] = np.repeat(begins, sizes)
    rank[order] = np.arange(len(order)) - np.repeat(begins, sizes)
    size[order] = np.repeat(sizes, sizes)
    return Shingles(order, group, rank, size)


def _hashes(keys: NDArray[np.int32], n_runs: int) -> NDArray[np.uint64]:
    """A 64-bit hash of each run: two different runs of 10 million meet with a chance of 1 in 100,000."""
    mixed = (keys.astype(np.uint64) + np.uint64(1)) * _MIX
    mixed ^= mixed >> _SHIFT
    hashes = np.zeros(n_runs, np.uint64)
    for n in range(SHINGLE_WORDS):
        hashes = (hashes ^ mixed[n : n + n_runs]) * _STEP
        hashes ^= hashes >> _SHIFT
    return hashes
