"""From pairs of units to statements: which sentences and clauses of a story's articles are one row.

A unit is the wording of one statement at most, and so is every word of it: where a sentence stands under a statement,
its clauses do not stand under another.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from newscorpus.compare.statements.clause_alignment import Aligned
from newscorpus.compare.statements.fact_alignment import POSSIBLE, Pair

POSSIBLE_AN_ARTICLE: Final = 3
"""Possible tellings of a statement in one article."""
PARTNERS_WEIGHED: Final = 3
"""Best partners of a unit in one article among which two pairs may outweigh one."""
HALF: Final = 0.5
"""Share of two groups' pairs that must be sure for the groups to be one statement."""


class Group(NamedTuple):
    """Units under one statement, by number: the one the others are compared with, those that are sure to say the same
    as it, and those that possibly do."""

    reference: int
    members: tuple[int, ...] = ()
    possible: tuple[int, ...] = ()


class Seed(NamedTuple):
    """Sentences that stand under one statement already, by number, one an article: the one the others are compared
    with, and all."""

    reference: int
    members: tuple[int, ...]


def group(aligned: Aligned, seeds: Sequence[Seed], used: "Used", forbidden: Callable[[int, int], bool]) -> list[Group]:
    """The statements that sure pairs of units not yet `used` make, which takes them; those of the `seeds` come first
    and in order.

    Pairs grow into groups with one unit an article, as long as half of the pairs across are sure. The unit with most
    sure partners is the one the others are compared with; those that are not sure to say the same as it are dropped.
    What is left and sure to say the same as it comes last: an article may tell a thing twice. To a seed comes what is
    sure to say the same as its reference; its own members are not given again.
    """
    sure = {(pair.a, pair.b) for pair in aligned.sure}
    article = [unit.article for unit in aligned.units]
    begun, grown = _grown(_without_outweighed(aligned.sure, article), aligned, seeds, sure, used, forbidden)
    joined = [
        Group(seed.reference, tuple(n for n in members if n not in seed.members))
        for seed, members in zip(seeds, begun, strict=True)
    ]
    groups = joined + [_around_reference(members, sure, aligned) for members in grown]
    return _told_again(groups, aligned, used, forbidden)


def _told_again(
    groups: Sequence[Group], aligned: Aligned, used: "Used", forbidden: Callable[[int, int], bool]
) -> list[Group]:
    """The groups with what else is sure to say the same as their references, in articles that tell it already."""
    headed = {one.reference: number for number, one in enumerate(groups)}
    again: list[list[int]] = [[] for _ in groups]
    for pair in aligned.sure:
        for reference, other in ((pair.a, pair.b), (pair.b, pair.a)):
            number = headed.get(reference)
            if number is None or forbidden(aligned.home[reference], aligned.home[other]):
                continue
            if used.is_free(other):
                again[number].append(other)
                used.add(other)
    return [one._replace(members=(*one.members, *more)) for one, more in zip(groups, again, strict=True)]


def _around_reference(members: Sequence[int], sure: set[tuple[int, int]], aligned: Aligned) -> Group:
    def weight(number: int) -> tuple[int, float, int]:
        pairs = [_pair(number, other) for other in members if other != number]
        return (
            -sum(pair in sure for pair in pairs),
            -round(sum(aligned.scores.get(pair, 0.0) for pair in pairs), 6),
            number,
        )

    reference = min(members, key=weight)
    return Group(reference, tuple(n for n in members if _pair(n, reference) in sure))


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _grown(
    pairs: Iterable[Pair],
    aligned: Aligned,
    seeds: Sequence[Seed],
    sure: set[tuple[int, int]],
    used: "Used",
    forbidden: Callable[[int, int], bool],
) -> tuple[list[list[int]], list[list[int]]]:
    """The groups that the seeds began, and the others."""
    groups: dict[int, list[int]] = {n - len(seeds): list(seed.members) for n, seed in enumerate(seeds)}
    home = {unit: number for number, members in groups.items() for unit in members}
    for pair in pairs:
        if any(unit not in home and not used.is_free(unit) for unit in (pair.a, pair.b)):
            continue
        numbers = [home.get(unit, unit) for unit in (pair.a, pair.b)]
        kept, gone = sorted(numbers)
        one, other = ([*groups.get(number, (number,))] for number in (kept, gone))
        compared = one if kept >= 0 else [seeds[kept].reference]
        if kept == gone or gone < 0 or not _fit((one, compared), other, aligned, sure, forbidden):
            continue
        groups.pop(gone, None)
        groups[kept] = one + other
        for unit in groups[kept]:
            home[unit] = kept
            used.add(unit)
    begun = [groups.pop(n - len(seeds)) for n in range(len(seeds))]
    return begun, [sorted(members) for _, members in sorted(groups.items())]


def _fit(
    one: tuple[Sequence[int], Sequence[int]],
    other: Sequence[int],
    aligned: Aligned,
    sure: set[tuple[int, int]],
    forbidden: Callable[[int, int], bool],
) -> bool:
    """Whether two groups can be one: no article twice, nothing forbidden, and half of the pairs across sure; of the
    first, which may be a seed's, its members and those of them that are compared."""
    if {aligned.units[n].article for n in one[0]} & {aligned.units[n].article for n in other}:
        return False
    crossing = [_pair(a, b) for a in one[1] for b in other]
    if any(forbidden(aligned.home[a], aligned.home[b]) for a, b in crossing):
        return False
    return sum(pair in sure for pair in crossing) >= HALF * len(crossing)


class Used:
    """Which units stand under a statement; one that shares words with such a unit is no longer free."""

    def __init__(self, aligned: Aligned, numbers: Iterable[int] = ()) -> None:
        self._units, self._home = aligned.units, aligned.home
        self._of_sentence: defaultdict[int, set[int]] = defaultdict(set)
        for number in numbers:
            self.add(number)

    def add(self, number: int) -> None:
        """Take a unit."""
        self._of_sentence[self._home[number]].add(number)

    def is_free(self, number: int) -> bool:
        """Whether no unit taken has words of this one."""
        unit = self._units[number]
        taken = (self._units[n] for n in self._of_sentence[self._home[number]])
        return all(other.end <= unit.start or unit.end <= other.start for other in taken)


def with_possible(
    groups: Sequence[Group],
    telling: Sequence[set[int]],
    aligned: Aligned,
    forbidden: Callable[[int, int], bool],
) -> list[Group]:
    """The statements with the sentences that possibly tell them, best first, at most three an article and none in an
    article that tells them for sure (`telling`, for each statement). A possible telling is nobody's wording of it: it
    may hang on several statements."""
    headed = {one.reference: number for number, one in enumerate(groups)}
    article = [unit.article for unit in aligned.units]
    found: list[list[int]] = [[] for _ in groups]
    n_in: Counter[tuple[int, int]] = Counter()
    for (a, b), score in aligned.scores.items():
        for reference, other in ((a, b), (b, a)):
            number = headed.get(reference)
            if number is None or score < POSSIBLE or forbidden(a, b):
                continue
            if article[other] not in telling[number] and n_in[number, article[other]] < POSSIBLE_AN_ARTICLE:
                n_in[number, article[other]] += 1
                found[number].append(other)
    return [one._replace(possible=tuple(extra)) for one, extra in zip(groups, found, strict=True)]


def _without_outweighed(sure: Sequence[Pair], article: Sequence[int]) -> list[Pair]:
    """The pairs without those whose two units do better together with two other partners: a sentence that mentions
    what another article's opening says is not that opening's partner, when both have one."""
    scores = {(pair.a, pair.b): pair.score for pair in sure}
    best: defaultdict[tuple[int, int], list[Pair]] = defaultdict(list)
    for pair in sure:
        for slot in ((pair.a, article[pair.b]), (pair.b, article[pair.a])):
            best[slot] = [*best[slot], pair][:PARTNERS_WEIGHED]

    gone: set[Pair] = set()

    def rivals(pair: Pair, unit: int, other: int) -> list[Pair]:
        return [rival for rival in best[unit, article[other]] if rival != pair and rival not in gone]

    def outweighed(pair: Pair) -> bool:
        for one in rivals(pair, pair.a, pair.b):
            for two in rivals(pair, pair.b, pair.a):
                b, a = one.a + one.b - pair.a, two.a + two.b - pair.b
                rest = scores.get(_pair(a, b), 0.0)
                if one.score + two.score > pair.score + rest:
                    return True
        return False

    for pair in sure:  # best first; what is outweighed outweighs nothing itself
        if outweighed(pair):
            gone.add(pair)
    return [pair for pair in sure if pair not in gone]
