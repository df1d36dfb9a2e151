"""What an article is about, as weighted features: stems, names, numbers, pairs of words of a name.

An article is a unit vector. Rare features weigh more; words of one article alone weigh less than their rarity says,
because they cannot tie two articles together and say mostly how long the article is.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newscorpus.text.content_words import content_key, word_parts

Ids = NDArray[np.int64]
Weights = NDArray[np.float64]

TITLE_WEIGHT: Final = 2.0
"""A word of the headline counts as two of the text: headlines name the event."""
NAME_WEIGHT: Final = 2.0
"""Capitalised words and figures tell two alike events apart (who, where, how many), so they count double."""
NAME_PAIR_WEIGHT: Final = 1.0
"""Two capitalised words in a row ("Chen Xu") are a feature besides their words."""
ALONE_WEIGHT: Final = 0.3
"""Share of its weight that a feature found in one article only keeps."""
BACKGROUND_ARTICLES: Final = 200
"""Articles imagined beside the real ones when rarity is counted, so that two articles alone have rare words too."""
FIRST_CHARACTERS: Final = 6_000
"""About 1,000 words. News says what happened first; of a live blog the beginning stands for the whole."""


@dataclass(frozen=True, slots=True)
class Vector:
    """The features of an article or the sum over a group of articles: sorted feature numbers and their weights."""

    ids: Ids
    weights: Weights


def article_features(title: str | None, text: str) -> Counter[str]:
    """Feature -> how strongly the article speaks of it; empty for an article without content words.

    >>> sorted(article_features(None, "Police in Leeds freed Ann Lee.").items())
    [('ann', 2.0), ('ann lee', 1.0), ('freed', 1.0), ('lee', 2.0), ('leed', 2.0), ('polic', 2.0)]
    """
    found: Counter[str] = Counter()
    for word in word_parts(title or ""):
        if key := content_key(word.key):
            found[key] += TITLE_WEIGHT  # type: ignore[assignment]
    previous, previous_end = "", -1
    for word in word_parts(text[:FIRST_CHARACTERS]):
        key = content_key(word.key)
        named = bool(key) and (text[word.start].isupper() or text[word.start].isdigit())
        if key:
            found[key] += NAME_WEIGHT if named else 1.0  # type: ignore[assignment]
        if named and previous and text[previous_end : word.start] == " ":
            found[f"{previous} {key}"] += NAME_PAIR_WEIGHT  # type: ignore[assignment]
        previous, previous_end = (key if named and key[0].isalpha() else ""), word.end
    return found


def unit_vectors(features: Sequence[Counter[str]]) -> list[Vector]:
    """A unit vector for each article: log of the count times rarity; no features, no weights.

    Features are numbered in alphabetical order, so that sums do not depend on the order of the articles.
    """
    n_articles_with: Counter[str] = Counter()
    for found in features:
        n_articles_with.update(found.keys())
    number = {feature: n for n, feature in enumerate(sorted(n_articles_with))}
    rarity = np.array(
        [
            np.log((len(features) + BACKGROUND_ARTICLES) / (n_articles_with[feature] + 1))
            * (ALONE_WEIGHT if n_articles_with[feature] == 1 else 1.0)
            for feature in number
        ]
    )
    return [_unit_vector(found, number, rarity) for found in features]


def _unit_vector(found: Counter[str], number: dict[str, int], rarity: Weights) -> Vector:
    ids = np.array(sorted(number[feature] for feature in found), dtype=np.int64)
    strength = {number[feature]: count for feature, count in found.items()}
    weights = np.log1p(np.array([strength[n] for n in ids], dtype=np.float64)) * rarity[ids]
    length = float(np.linalg.norm(weights))
    return Vector(ids, weights / length if length else weights)


def postings(vectors: Sequence[Vector]) -> dict[int, tuple[Ids, Weights]]:
    """Feature number -> the articles that have it, and its weight there. Features of one article are left out."""
    rows: defaultdict[int, list[int]] = defaultdict(list)
    weights: defaultdict[int, list[float]] = defaultdict(list)
    for row, vector in enumerate(vectors):
        for feature, weight in zip(vector.ids.tolist(), vector.weights.tolist(), strict=True):
            rows[feature].append(row)
            weights[feature].append(weight)
    return {f: (np.array(r), np.array(weights[f])) for f, r in rows.items() if len(r) > 1}


def add(a: Vector, b: Vector) -> Vector:
    """The sum of two vectors."""
    ids, where = np.unique(np.concatenate((a.ids, b.ids)), return_inverse=True)
    weights = np.bincount(where, weights=np.concatenate((a.weights, b.weights)), minlength=len(ids))
    return Vector(ids, weights.astype(np.float64))
