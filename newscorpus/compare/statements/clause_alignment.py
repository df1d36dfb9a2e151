"""The units of a story beside each other: sentences, and the clauses by which a sentence that tells two things is
aligned."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from newscorpus.compare.statements.fact_alignment import LIKELY, Pair, score_pairs
from newscorpus.compare.statements.figure_groups import count_pairs
from newscorpus.compare.statements.in_common import InCommon
from newscorpus.compare.statements.sameness import (
    Background,
    Shared,
    can_say_the_same,
    is_near,
    say_the_same,
    shared_by,
)
from newscorpus.compare.statements.units import Sentence

LEAST: Final = 0.05
"""Score below which two units are not asked whether they say the same: they fit others better."""
CLAUSE_COST: Final = 0.05
"""Taken off the score of two clauses: they have fewer words to differ in than sentences do."""
Places = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Aligned:
    """The units of a story by number, first its sentences by their own numbers, then clauses of them.

    `home` is each unit's sentence; `sure` are the pairs of units that say the same: those that count the same people,
    then whole sentences, then clauses, each the best first; `scores` those of all pairs of whole sentences that share
    enough to be scored, best first.
    """

    units: tuple[Sentence, ...]
    home: tuple[int, ...]
    sure: tuple[Pair, ...]
    scores: Mapping[Places, float]


class Candidate(NamedTuple):
    """A pair of units that may say the same, with what they share."""

    pair: Pair
    shared: Shared


def align(
    sentences: Sequence[Sentence],
    asked: Sequence[int],
    n_with: Mapping[str, int],
    quoting: Iterable[Places],
    forbidden: Callable[[int, int], bool],
) -> Aligned:
    """The pairs of units of different articles that say the same, among the sentences `asked` by number, in order.

    `n_with` says how many sentences have a stem; `quoting` are pairs of sentences that quote the same words;
    `forbidden` pairs never meet. Two sentences that say the same as wholes are never parted. Of the others those are
    taken by their clauses in which a clause says the same as a clause, or as the other sentence, and either has no
    better partner in the other's article. No numbers: nothing.
    """
    scored = [Pair(asked[p.a], asked[p.b], p.score) for p in score_pairs(*_compared([sentences[n] for n in asked]))]
    background = Background(sentences, n_with, len(asked))
    units, home = _units(sentences, asked)

    def candidates(pairs: Iterable[Pair]) -> list[Candidate]:
        allowed = (p for p in pairs if p.score >= LEAST and not forbidden(home[p.a], home[p.b]))
        met = [p for p in allowed if can_say_the_same(units[p.a], units[p.b], background)]
        return [Candidate(p, shared_by(units[p.a], units[p.b], p.score, background)) for p in met]

    wholes, by_clauses = candidates(scored), candidates(_clause_pairs(units, home, asked))
    alike = sorted((one.pair for one in (*wholes, *by_clauses) if one.shared.is_alike), key=lambda pair: -pair.score)
    common = InCommon(
        sentences,
        [*quoting, *((home[p.a], home[p.b]) for p in alike)],
        [(p.a, p.b) for p in scored if p.score >= LIKELY],
    )

    def is_sure(one: Candidate) -> bool:
        a, b, shared = one.pair.a, one.pair.b, one.shared
        if is_near(units[a], units[b], shared) and common.are_akin(home[a], home[b]):
            return True
        borne_out = shared.is_tied or common.bears_out(home[a], home[b])
        return borne_out and say_the_same(units[a], units[b], shared)

    sure = [
        pair
        for pair in count_pairs(sentences, asked)
        if common.bears_out(pair.a, pair.b) and not forbidden(pair.a, pair.b)
    ]
    counted = {(pair.a, pair.b) for pair in sure}
    sure += [one.pair for one in wholes if (one.pair.a, one.pair.b) not in counted and is_sure(one)]
    together = {frozenset((pair.a, pair.b)) for pair in sure}
    sure += [
        one.pair
        for one in by_clauses
        if frozenset((home[one.pair.a], home[one.pair.b])) not in together and is_sure(one)
    ]
    return Aligned(tuple(units), tuple(home), tuple(sure), {(p.a, p.b): p.score for p in scored})


def _units(sentences: Sequence[Sentence], asked: Sequence[int]) -> tuple[list[Sentence], list[int]]:
    """The sentences, then the clauses of those asked; and the number of the sentence that each unit stands in."""
    clauses = [(clause, number) for number in asked for clause in sentences[number].clauses]
    return [*sentences, *(clause for clause, _ in clauses)], [*range(len(sentences)), *(home for _, home in clauses)]


def _clause_pairs(units: Sequence[Sentence], home: Sequence[int], asked: Sequence[int]) -> list[Pair]:
    """The pairs of a clause with a clause or with a sentence of one, best first, in which either has no better partner
    in the other's article."""
    parted = {n for n in asked if units[n].clauses}
    chosen = [n for n in asked if n not in parted] + [n for n in range(len(units)) if home[n] != n]
    found: list[Pair] = []
    taken: set[tuple[int, int]] = set()
    for pair in score_pairs(*_compared([units[n] for n in chosen])):
        a, b = chosen[pair.a], chosen[pair.b]
        slots = {(a, units[b].article), (b, units[a].article)}
        if taken.isdisjoint(slots) and (home[a] != a or home[b] != b):
            found.append(Pair(a, b, round(pair.score - CLAUSE_COST, 6)))
        taken |= slots
    return found


def _compared(units: Sequence[Sentence]) -> tuple[list[frozenset[str]], list[int]]:
    return [unit.stems for unit in units], [unit.article for unit in units]
