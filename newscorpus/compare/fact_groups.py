"""From pairs of sentences to statements: which sentences of a story's articles belong under one statement."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from newscorpus.compare.fact_alignment import Pair

LIKELY: Final = 0.09
"""Score from which two sentences are taken to say the same. On SuperPAL's development pairs (1,235, of which 14 % say
the same) nine in ten pairs above it do, and half of those that do are above it."""
POSSIBLE: Final = -0.01
"""Score from which they possibly do: three quarters of the pairs are above it, and two in three of those above are
right."""
POSSIBLE_AN_ARTICLE: Final = 2
"""Possible partners a sentence may have in one article; likely ones count."""
UNSCORED: Final = -0.1
"""Taken for a pair that shares too little to have been scored."""


class Group(NamedTuple):
    """Sentences under one statement, by number; `likely` is False for a pair that is only possibly the same."""

    members: tuple[int, ...]
    likely: bool


def group(pairs: Sequence[Pair], article: Sequence[int], forbidden: Callable[[int, int], bool]) -> list[Group]:
    """Statements from scored pairs, best first.

    Likely pairs grow into groups with one sentence an article, by mean score (average link); `forbidden` pairs never
    meet. A likely pair that its group does not hold, because a sentence says two things, is a statement of its own.
    Possible pairs are statements of two: a chain of possibilities is none.
    """
    allowed = [pair for pair in pairs if pair.score >= POSSIBLE and not forbidden(pair.a, pair.b)]
    likely = [pair for pair in allowed if pair.score >= LIKELY]
    grown = _grown(likely, {(p.a, p.b): p.score for p in pairs}, article, forbidden)
    home = {member: n for n, members in enumerate(grown) for member in members}
    groups = [Group(tuple(sorted(members)), True) for members in grown]
    groups += [Group((p.a, p.b), True) for p in likely if home[p.a] != home[p.b]]
    groups += [
        Group((p.a, p.b), False) for p in _best_possible(allowed, article) if home.get(p.a, -1) != home.get(p.b, -2)
    ]
    return groups


def _grown(
    likely: Iterable[Pair],
    scores: dict[tuple[int, int], float],
    article: Sequence[int],
    forbidden: Callable[[int, int], bool],
) -> list[list[int]]:
    groups: dict[int, list[int]] = {}
    home: dict[int, int] = {}
    for pair in likely:
        a, b = (groups.setdefault(home.setdefault(n, n), [n]) for n in (pair.a, pair.b))
        if a is b or {article[n] for n in a} & {article[n] for n in b}:
            continue
        crossing = [(min(m, n), max(m, n)) for m in a for n in b]
        mean = sum(scores.get(crossed, UNSCORED) for crossed in crossing) / len(crossing)
        if mean >= LIKELY and not any(forbidden(*crossed) for crossed in crossing):
            gone = home[b[0]]
            for n in b:
                home[n] = home[a[0]]
            a.extend(b)
            del groups[gone]
    return [sorted(members) for members in groups.values()]


def _best_possible(allowed: Iterable[Pair], article: Sequence[int]) -> list[Pair]:
    """The possible pairs that are one of the two best of either sentence in the other's article."""
    taken: defaultdict[tuple[int, int], int] = defaultdict(int)
    kept = []
    for pair in allowed:
        slots = ((pair.a, article[pair.b]), (pair.b, article[pair.a]))
        if pair.score < LIKELY and min(taken[slot] for slot in slots) < POSSIBLE_AN_ARTICLE:
            kept.append(pair)
        for slot in slots:
            taken[slot] += 1
    return kept
