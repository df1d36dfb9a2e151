"""Average-link clustering of articles without comparing all with all.

The mean cosine between the articles of two groups is the product of the groups' mean vectors, so a group is kept as
one summed vector, and only pairs that share rare features are ever compared.
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final

import numpy as np

from newscorpus.compare.stories.features import Ids, Vector, Weights, add, postings

LEAST_OF_TWO: Final = 0.26
"""Cosine at which two articles tell one event, as long as neither is in a story. In piles without an event hardly a
pair reaches it; docs/decisions/0015-stories.md says how it was chosen."""
LEAST_TO_JOIN: Final = 0.155
"""Mean cosine at which an article joins a story, or two stories are one: several reports say better than one what the
event is, and no story begins with it."""
MOST_OF_A_WORD: Final = 0.05
LEAST_FROM_MANY: Final = 0.6
"""No one word, name or figure proves an event: this share of the likeness needed must be there when none counts more
than MOST_OF_A_WORD. For two articles that takes at least four of them."""
LEAST_SHARE_OF_INNER: Final = 0.75
"""Two groups stay apart when they are less than this share as alike as the looser of them is within itself:
the mark of two look-alike events (two earthquakes, two trials) told by several outlets each."""
DOUBT_ARTICLES: Final = 1.0
"""The first articles of a group are its closest, so its inner likeness is tempered by as many imagined pairs of
articles that are just alike enough."""
LEAST_OF_A_NEIGHBOUR: Final = LEAST_TO_JOIN / 4
"""Less than this by their rarest features, and two articles are not worth comparing whole."""
SAME_EVENT_DAYS: Final = 3.0
"""Reports of one event come within days; later ones have to be more alike."""
HALVING_DAYS: Final = 4.0
"""Days beyond SAME_EVENT_DAYS after which likeness counts half."""
POSTINGS_READ: Final = 10_000
"""Postings read to find an article's neighbours, rarest features first: bounds the work for any corpus."""
NEIGHBOURS: Final = 60
"""Neighbours an article offers for merging; groups inherit all of their members'."""
TIE_DIGITS: Final = 9
"""Likeness is compared to this many digits, so that rounding does not decide."""


@dataclass(slots=True)
class _Group:
    """Articles put together so far. `total` is the sum of their unit vectors; `day` their mean day, where known."""

    members: list[int]
    total: Vector
    day: float | None
    neighbours: set[int] = field(default_factory=set)

    @property
    def inner(self) -> float | None:
        """Mean cosine between two different members, tempered by DOUBT_ARTICLES; None for a single article."""
        n = len(self.members)
        if n == 1:
            return None
        mean = (float(self.total.weights @ self.total.weights) - n) / (n * (n - 1))
        return (mean * (n - 1) + LEAST_TO_JOIN * DOUBT_ARTICLES) / (n - 1 + DOUBT_ARTICLES)


def neighbours(vectors: Sequence[Vector]) -> list[list[int]]:
    """For each article the articles most like it by their rarest shared features, at most NEIGHBOURS."""
    posted, near = postings(vectors), []
    for row, vector in enumerate(vectors):
        usable = [
            (len(posted[f][0]), f, w) for f, w in zip(vector.ids.tolist(), vector.weights, strict=True) if f in posted
        ]
        usable.sort()
        rows: list[Ids] = []
        products: list[Weights] = []
        n_read = 0
        for n_articles, feature, weight in usable:
            n_read += n_articles
            if n_read > POSTINGS_READ and rows:
                break
            rows.append(posted[feature][0])
            products.append(posted[feature][1] * weight)
        near.append(_best(row, rows, products, len(vectors)))
    return near


def _best(row: int, rows: list[Ids], products: list[Weights], n_articles: int) -> list[int]:
    if not rows:
        return []
    likeness = np.bincount(np.concatenate(rows), weights=np.concatenate(products), minlength=n_articles).round(
        TIE_DIGITS
    )
    likeness[row] = 0.0
    found = np.flatnonzero(likeness >= LEAST_OF_A_NEIGHBOUR)
    order = np.lexsort((found, -likeness[found]))[:NEIGHBOURS]
    return found[order].tolist()  # type: ignore[no-any-return]


def cluster(vectors: Sequence[Vector], days: Sequence[float | None]) -> list[list[int]]:
    """Groups of rows that tell one event, single articles included, in the order of their first rows.

    `days` gives each article's day of publication as a number, None where unknown.
    """
    groups = {row: _Group([row], *pair) for row, pair in enumerate(zip(vectors, days, strict=True))}
    for row, near in enumerate(neighbours(vectors)):
        groups[row].neighbours.update(near)
        for other in near:
            groups[other].neighbours.add(row)
    scratch = np.zeros(1 + max((int(v.ids[-1]) for v in vectors if len(v.ids)), default=0))
    heap: list[tuple[float, int, int]] = []
    for number in list(groups):
        _offer(heap, number, groups, scratch)
    numbers = count(len(vectors))
    while heap:
        _, a, b = heapq.heappop(heap)
        if a in groups and b in groups and not _look_alikes(groups[a], groups[b], scratch):
            number = next(numbers)
            groups[number] = _merge(groups, a, b)
            for other in groups[number].neighbours:
                groups[other].neighbours -= {a, b}
                groups[other].neighbours.add(number)
            _offer(heap, number, groups, scratch)
    return sorted(sorted(group.members) for group in groups.values())


def _merge(groups: dict[int, _Group], a: int, b: int) -> _Group:
    one, two = groups.pop(a), groups.pop(b)
    days = [(g.day, len(g.members)) for g in (one, two) if g.day is not None]
    day = sum(d * n for d, n in days) / sum(n for _, n in days) if days else None
    near = (one.neighbours | two.neighbours) - {a, b}
    return _Group(one.members + two.members, add(one.total, two.total), day, near)


def _offer(heap: list[tuple[float, int, int]], number: int, groups: dict[int, _Group], scratch: Weights) -> None:
    """Put the pairs of a group that tell one event on the heap; of two single articles the later one offers."""
    group = groups[number]
    scratch[group.total.ids] = group.total.weights
    for other in group.neighbours:
        if other < number:
            shared = scratch[groups[other].total.ids] * groups[other].total.weights
            likeness = _likeness(group, groups[other], shared)
            if likeness is not None:
                heapq.heappush(heap, (-round(likeness, TIE_DIGITS), other, number))
    scratch[group.total.ids] = 0.0


def _likeness(a: _Group, b: _Group, shared: Weights) -> float | None:
    """Mean cosine between the articles of two groups, less the further apart their days are; None when it does not
    prove one event. `shared` is what each feature adds, summed over all pairs of articles."""
    per_pair = shared / (len(a.members) * len(b.members))
    closeness = _closeness(a.day, b.day)
    likeness = float(per_pair.sum()) * closeness
    from_many = float(np.minimum(per_pair, MOST_OF_A_WORD).sum()) * closeness
    needed = LEAST_OF_TWO if len(a.members) == len(b.members) == 1 else LEAST_TO_JOIN
    return likeness if likeness >= needed and from_many >= LEAST_FROM_MANY * needed else None


def _closeness(a: float | None, b: float | None) -> float:
    """1 for articles of the same days or of unknown date, less the further apart."""
    if a is None or b is None:
        return 1.0
    return float(0.5 ** (max(0.0, abs(a - b) - SAME_EVENT_DAYS) / HALVING_DAYS))


def _look_alikes(a: _Group, b: _Group, scratch: Weights) -> bool:
    """Whether two groups of several articles are much less alike than each is within itself."""
    if a.inner is None or b.inner is None:
        return False
    scratch[a.total.ids] = a.total.weights
    between = float(scratch[b.total.ids] @ b.total.weights) / (len(a.members) * len(b.members))
    scratch[a.total.ids] = 0.0
    return between < LEAST_SHARE_OF_INNER * min(a.inner, b.inner)
