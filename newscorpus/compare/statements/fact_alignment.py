"""How far two sentences of one story say the same, by the words that are rare within the story.

Score of a pair = likeness of the story-weighted words × how much is shared at all − how well both sentences fit
elsewhere. Likeness is the cosine with a part of how far the shorter sentence is contained in the longer. What both fit
elsewhere (the margin) matters most: inside a story every sentence is on topic, so only a sentence that fits this
partner better than its other neighbours says the same as it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from newscorpus.compare.stories.features import Ids, Vector, Weights, postings

BACKGROUND_SENTENCES: Final = 10
"""Sentences imagined beside the story's own when rarity is counted, for stories of a few sentences."""
SHARED_HALF: Final = 3.0
"""Rarity-weighted words two sentences must share for half of their cosine to count: one word in common is chance."""
CONTAINED_PART: Final = 0.3
"""Part of likeness that is containment: one outlet says in a sentence what another says in a part of one."""
FEWEST_SHARED: Final = 2
"""Words two sentences must share to be compared at all: with one, a name, they only speak of the same person."""
NEIGHBOURS_IN_MARGIN: Final = 4
MARGIN_SHARE: Final = 0.3
"""Share of a sentence's mean likeness to its best neighbours that is taken off."""
POSTINGS_READ: Final = 50_000
"""Postings read for a sentence, rarest words first: bounds the work in a story of hundreds of articles."""
PAIRS_PER_SENTENCE: Final = 40
"""Best partners kept for a sentence."""


LIKELY: Final = 0.095
"""Score from which two sentences are likely to say the same in texts that tell the same nearly throughout. On
SuperPAL's development pairs (1,235, of which 14 % say the same) nine in ten above it do, and half of those that do are
above it. In whole articles six in ten above it do, in articles of several events hardly any: see sameness.py."""
POSSIBLE: Final = -0.005
"""Score from which they possibly do: three in five above it do, and seven in ten of those that do are above it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, the first before the second, and how far they say the same (about -0.5 to 1)."""

    a: int
    b: int
    score: float


def score_pairs(stems: Sequence[frozenset[str]], article: Sequence[int]) -> list[Pair]:
    """The pairs of sentences of different articles that share a word, with their scores.

    `stems` are each sentence's content stems, `article` the number of its article. Best first; [] where nothing is
    shared.
    """
    masses = _weighted(stems)
    units = [_unit(vector) for vector in masses]
    home = np.asarray(article)
    total = np.array([max(float(vector.weights.sum()), np.finfo(float).tiny) for vector in masses])
    posted, posted_masses = postings(units), postings([_root(vector) for vector in masses])
    rows: list[tuple[Ids, Weights]] = []
    for row in range(len(units)):
        found, cosine = _like(row, units, posted, home)
        shared = _products(_root(masses[row]), posted_masses, len(units))[found]
        contained = shared / np.minimum(total[row], total[found])
        likeness = (1 - CONTAINED_PART) * cosine + CONTAINED_PART * contained
        rows.append((found, likeness * shared / (shared + SHARED_HALF)))
    fit = np.array(
        [np.sort(likeness)[::-1][:NEIGHBOURS_IN_MARGIN].sum() / NEIGHBOURS_IN_MARGIN for _, likeness in rows]
    )
    return [
        pair
        for pair in _best_pairs(rows, fit)
        if sum(" " not in s for s in stems[pair.a] & stems[pair.b]) >= FEWEST_SHARED
    ]


def _best_pairs(rows: list[tuple[Ids, Weights]], fit: Weights) -> list[Pair]:
    scores: dict[tuple[int, int], float] = {}
    for row, (found, likeness) in enumerate(rows):
        margin = likeness - MARGIN_SHARE * (fit[row] + fit[found]) / 2
        for n in np.lexsort((found, -margin))[:PAIRS_PER_SENTENCE]:
            scores[min(row, int(found[n])), max(row, int(found[n]))] = round(float(margin[n]), 6)
    return [Pair(a, b, score) for (a, b), score in sorted(scores.items(), key=lambda item: (-item[1], item[0]))]


def _weighted(stems: Sequence[frozenset[str]]) -> list[Vector]:
    """Each sentence's stems with their rarity within the story."""
    spread = Counter(stem for found in stems for stem in found)
    number = {stem: n for n, stem in enumerate(sorted(spread))}
    rarity = np.array([np.log((len(stems) + BACKGROUND_SENTENCES) / spread[stem]) for stem in number])
    ids = [np.array(sorted(number[stem] for stem in found), dtype=np.int64) for found in stems]
    return [Vector(i, rarity[i] if len(i) else np.empty(0)) for i in ids]


def _unit(vector: Vector) -> Vector:
    length = float(np.linalg.norm(vector.weights))
    return Vector(vector.ids, vector.weights / length) if length else vector


def _root(vector: Vector) -> Vector:
    return Vector(vector.ids, np.sqrt(vector.weights))  # so that the product of two is the weight they share


def _products(vector: Vector, posted: dict[int, tuple[Ids, Weights]], n_rows: int) -> Weights:
    """The inner product of a vector with every row that shares a feature; rarest features first, as far as allowed."""
    usable = [
        (len(posted[f][0]), f, w) for f, w in zip(vector.ids.tolist(), vector.weights, strict=True) if f in posted
    ]
    total = np.zeros(n_rows)
    n_read = 0
    for size, feature, weight in sorted(usable):
        n_read += size
        if n_read > POSTINGS_READ and size < n_read:
            break
        rows, weights = posted[feature]
        total[rows] += weights * weight
    return total


def _like(row: int, vectors: list[Vector], posted: dict[int, tuple[Ids, Weights]], home: Ids) -> tuple[Ids, Weights]:
    """The sentences of other articles that share a word with a sentence, and their cosines with it."""
    cosine = _products(vectors[row], posted, len(vectors))
    cosine[home == home[row]] = 0.0
    found = np.flatnonzero(cosine > 0)
    return found, cosine[found]
