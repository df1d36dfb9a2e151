"""What an article is about, as weighted features: stems, names, numbers, pairs of words of a name.

An article is a unit vector. Rare features weigh more: rare in the pile, and in the language at large, for a pile of a
few articles does not know which of its words are common.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newscorpus.compare.stories.background import Background
from newscorpus.text.content_words import content_key, word_parts

Ids = NDArray[np.int64]
Weights = NDArray[np.float64]

TITLE_WEIGHT: Final = 2.0
"""A word of the headline counts as two of the text: headlines name the event."""
NAME_WEIGHT: Final = 1.2
"""Capitalised words and figures tell two alike events apart (who, where, how many), so they count a little more."""
NAME_PAIR_WEIGHT: Final = 1.0
"""Two capitalised words in a row ("Chen Xu") are a feature besides their words."""
BACKGROUND_ARTICLES: Final = 250
"""Articles imagined beside the real ones when rarity is counted; they have each word as often as texts at large do."""
FIRST_CHARACTERS: Final = 3_000
"""About 500 words. News says what happened first; of a live blog the beginning stands for the whole."""


@dataclass(frozen=True, slots=True)
class Vector:
    """The features of an article or the sum over a group of articles: sorted feature numbers and their weights."""

    ids: Ids
    weights: Weights


def article_features(title: str | None, text: str, *, names_only: bool = False) -> Counter[str]:
    """Feature -> how strongly the article speaks of it; empty for an article without content words.

    `names_only` is for a language of which nothing is known: names and figures inside sentences are kept alone, for
    its most common words ("og", "det") could not be told from rare ones.

    >>> sorted(article_features(None, "Police in Leeds freed Ann Lee.").items())
    [('ann', 1.2), ('ann lee', 1.0), ('freed', 1.0), ('lee', 1.2), ('leed', 1.2), ('polic', 1.2)]
    >>> sorted(article_features(None, "Politiet i Oslo har Ann Lee.", names_only=True))
    ['ann', 'ann lee', 'lee', 'oslo']
    """
    strength: defaultdict[str, float] = defaultdict(float)
    for word in () if names_only else word_parts(title or ""):
        if key := content_key(word.key):
            strength[key] += TITLE_WEIGHT
    previous, previous_end = "", -1
    for word in word_parts(text[:FIRST_CHARACTERS]):
        key = content_key(word.key)
        named = bool(key) and (text[word.start].isupper() or text[word.start].isdigit())
        if names_only:
            named = named and not _opens_a_sentence(text, word.start)
        if named or (key and not names_only):
            strength[key] += NAME_WEIGHT if named else 1.0
        if named and previous and text[previous_end : word.start] == " ":
            strength[f"{previous} {key}"] += NAME_PAIR_WEIGHT
        previous, previous_end = (key if named and key[0].isalpha() else ""), word.end
    return Counter(strength)


def _opens_a_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t")
    return not before or not (before[-1].isalnum() or before[-1] in ",;)")


def unit_vectors(features: Sequence[Counter[str]], backgrounds: Sequence[Background]) -> list[Vector]:
    """A unit vector for each article: log of the count times rarity; no features, no weights.

    `backgrounds` says of each article's language how common its words are at large (background.shares_of_articles).
    Features are numbered in alphabetical order, so that sums do not depend on the order of the articles.
    """
    n_articles_with: Counter[str] = Counter()
    for found in features:
        n_articles_with.update(found.keys())
    number = {feature: n for n, feature in enumerate(sorted(n_articles_with))}
    n_imagined = len(features) + BACKGROUND_ARTICLES

    @cache
    def rarity(feature: str, known: Background) -> float:
        n_with = n_articles_with[feature] + BACKGROUND_ARTICLES * known.share_of_articles(feature)
        return max(0.0, math.log(n_imagined / n_with))

    return [
        _unit_vector(found, number, {feature: rarity(feature, known) for feature in found})
        for found, known in zip(features, backgrounds, strict=True)
    ]


def _unit_vector(found: Counter[str], number: dict[str, int], rarity: dict[str, float]) -> Vector:
    inorder = sorted(found, key=number.__getitem__)
    ids = np.array([number[feature] for feature in inorder], dtype=np.int64)
    weights = np.array([math.log1p(found[feature]) * rarity[feature] for feature in inorder], dtype=np.float64)
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
