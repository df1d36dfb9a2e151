"""Clauses beside clauses: a sentence that tells two things is aligned by the part that tells what another tells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newscorpus.compare.statements.fact_alignment import Pair, score_pairs
from newscorpus.compare.statements.fact_groups import LIKELY
from newscorpus.compare.statements.units import Sentence

CLAUSE_COST: Final = 0.05
"""Taken off the score of two clauses: they have fewer words to differ in than sentences do."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """Scored pairs of sentences, best first: those alike as wholes, and those of which only clauses are.

    `parts` are the clauses of the latter (the sentence itself where it has none), by the numbers of both.
    """

    wholes: tuple[Pair, ...]
    by_clauses: tuple[Pair, ...]
    parts: Mapping[tuple[int, int], tuple[Sentence, Sentence]]


def align(sentences: Sequence[Sentence], asked: Sequence[int]) -> Aligned:
    """The pairs of sentences of different articles that may say the same, among the numbers `asked`, in order.

    Two sentences that are likely the same as wholes are never parted. Of the others those are taken by their clauses
    in which a clause says likely the same as a clause, or as the other sentence, and either has no better partner in
    the other's article. No numbers: nothing.
    """
    alike = score_pairs(*_compared([sentences[n] for n in asked]))
    scores = {(asked[pair.a], asked[pair.b]): pair.score for pair in alike}
    units = [(n, unit) for n in asked for unit in sentences[n].clauses or (sentences[n],)]
    taken: set[tuple[int, int]] = set()
    parts: dict[tuple[int, int], tuple[Sentence, Sentence]] = {}
    found: list[Pair] = []
    for pair in score_pairs(*_compared([unit for _, unit in units])):
        (a, one), (b, other) = units[pair.a], units[pair.b]
        slots = {(pair.a, other.article), (pair.b, one.article)}
        score = round(pair.score - CLAUSE_COST, 6)
        if score >= LIKELY > scores.get((a, b), 0.0) and taken.isdisjoint(slots) and (a, b) not in parts:
            parts[a, b] = (one, other)
            found.append(Pair(a, b, score))
        taken |= slots
    wholes = [Pair(a, b, score) for (a, b), score in scores.items() if (a, b) not in parts]
    return Aligned(tuple(wholes), tuple(found), parts)


def _compared(units: Sequence[Sentence]) -> tuple[list[frozenset[str]], list[int]]:
    return [unit.stems for unit in units], [unit.article for unit in units]
