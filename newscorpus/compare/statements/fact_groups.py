"""From pairs of sentences to statements: which sentences of a story's articles belong under one statement."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from newscorpus.compare.statements.fact_alignment import Pair

LIKELY: Final = 0.095
"""Score from which two sentences are taken to say the same. On SuperPAL's development pairs (1,235, of which 14 % say
the same) nine in ten above it do, and half of those that do are above it."""
POSSIBLE: Final = -0.005
"""Score from which they possibly do: three in five above it do, and seven in ten of those that do are above it."""
POSSIBLE_AN_ARTICLE: Final = 3
"""Possible partners a sentence may have in one article; likely ones count."""
PARTNERS_WEIGHED: Final = 3
"""Best partners of a sentence in one article among which two pairs may outweigh one."""
UNSCORED: Final = -0.1
"""Taken for a pair that shares too little to have been scored."""


class Group(NamedTuple):
    """Sentences under one statement, by number: those that say the same, and those that possibly do."""

    members: tuple[int, ...]
    possible: tuple[int, ...] = ()


def group(pairs: Sequence[Pair], article: Sequence[int], forbidden: Callable[[int, int], bool]) -> list[Group]:
    """Statements from scored pairs, best first.

    Likely pairs grow into groups with one sentence an article, by mean score (average link); `forbidden` pairs never
    meet. A likely pair that its groups do not hold, because a sentence says two things, is a statement of its own. A
    possible partner joins a statement whose sentences are all in all near enough, and makes one of two otherwise.
    Where both sentences of a pair have a better partner in the other's article, they only mention the same thing and
    are left out.
    """
    allowed = [pair for pair in pairs if pair.score >= POSSIBLE and not forbidden(pair.a, pair.b)]
    likely = [pair for pair in allowed if pair.score >= LIKELY]
    scores = {(p.a, p.b): p.score for p in pairs}
    grown = _grown(_without_outweighed(likely, article), scores, article, forbidden)
    partners = {member: {article[other] for other in members} for members in grown for member in members}
    held = {pair for members in grown for pair in combinations(members, 2)}

    def rivalled(pair: Pair) -> bool:
        a, b = partners.get(pair.a, set()), partners.get(pair.b, set())
        return (pair.a, pair.b) in held or (article[pair.b] in a and article[pair.a] in b)

    certain = [*grown, *([p.a, p.b] for p in likely if not rivalled(p))]
    possible = [pair for pair in _best_possible(allowed, article) if not rivalled(pair)]
    return _with_possible(certain, possible, scores, article, forbidden)


def _with_possible(
    certain: Sequence[Sequence[int]],
    possible: Iterable[Pair],
    scores: dict[tuple[int, int], float],
    article: Sequence[int],
    forbidden: Callable[[int, int], bool],
) -> list[Group]:
    """The groups with the sentences that possibly belong to them."""
    members: list[list[int]] = [list(group) for group in certain]
    n_certain = [len(group) for group in members]
    homes: defaultdict[int, list[int]] = defaultdict(list)
    for number, group in enumerate(members):
        for sentence in group:
            homes[sentence].append(number)

    def takes(number: int, sentence: int) -> bool:
        crossing = [(min(sentence, other), max(sentence, other)) for other in members[number]]
        if article[sentence] in {article[other] for other in members[number]}:
            return False
        near = sum(scores.get(crossed, UNSCORED) for crossed in crossing) >= POSSIBLE * len(crossing)
        return near and not any(forbidden(*crossed) for crossed in crossing)

    for pair in possible:
        if set(homes[pair.a]) & set(homes[pair.b]):
            continue
        offers = [(home, other) for one, other in ((pair.a, pair.b), (pair.b, pair.a)) for home in homes[one]]
        number, sentence = next((offer for offer in offers if takes(*offer)), (len(members), pair.b))
        if number == len(members):
            members.append([pair.a])
            n_certain.append(1)
            homes[pair.a].append(number)
        members[number].append(sentence)
        homes[sentence].append(number)
    return [Group(tuple(m[:n]), tuple(m[n:])) for m, n in zip(members, n_certain, strict=True)]


def _without_outweighed(likely: Sequence[Pair], article: Sequence[int]) -> list[Pair]:
    """The pairs without those whose two sentences do better together with two other partners: a sentence that mentions
    what another article's opening says is not that opening's partner, when both have one."""
    scores = {(pair.a, pair.b): pair.score for pair in likely}
    best: defaultdict[tuple[int, int], list[Pair]] = defaultdict(list)
    for pair in likely:
        for slot in ((pair.a, article[pair.b]), (pair.b, article[pair.a])):
            best[slot] = [*best[slot], pair][:PARTNERS_WEIGHED]

    gone: set[Pair] = set()

    def rivals(pair: Pair, sentence: int, other: int) -> list[Pair]:
        return [rival for rival in best[sentence, article[other]] if rival != pair and rival not in gone]

    def outweighed(pair: Pair) -> bool:
        for one in rivals(pair, pair.a, pair.b):
            for two in rivals(pair, pair.b, pair.a):
                b, a = one.a + one.b - pair.a, two.a + two.b - pair.b
                rest = scores.get((min(a, b), max(a, b)), 0.0)
                if one.score + two.score > pair.score + rest:
                    return True
        return False

    for pair in likely:  # best first; what is outweighed outweighs nothing itself
        if outweighed(pair):
            gone.add(pair)
    return [pair for pair in likely if pair not in gone]


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
    return [sorted(members) for members in groups.values() if len(members) > 1]


def _best_possible(allowed: Iterable[Pair], article: Sequence[int]) -> list[Pair]:
    """The possible pairs that are among the best of either sentence in the other's article."""
    taken: defaultdict[tuple[int, int], int] = defaultdict(int)
    kept = []
    for pair in allowed:
        slots = ((pair.a, article[pair.b]), (pair.b, article[pair.a]))
        if pair.score < LIKELY and min(taken[slot] for slot in slots) < POSSIBLE_AN_ARTICLE:
            kept.append(pair)
        for slot in slots:
            taken[slot] += 1
    return kept
