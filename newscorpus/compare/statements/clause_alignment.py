"""The units of a story beside each other: sentences, and the clauses by which a sentence that tells two things is
aligned."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from newscorpus.compare.statements.fact_alignment import LIKELY, Pair, score_pairs
from newscorpus.compare.statements.figure_groups import count_pairs
from newscorpus.compare.statements.sameness import (
    Background,
    InCommon,
    Shared,
    deny_alike,
    say_the_same,
    shared_by,
    shared_by_alike,
)
from newscorpus.compare.statements.units import Sentence

LEAST: Final = 0.05
"""Score below which two units are not asked whether they say the same: they fit others better."""
CLAUSE_COST: Final = 0.05
"""Taken off the score of two clauses: they have fewer words to differ in than sentences do."""
AKIN: Final = 0.55
"""Share of an article's other sentences with a likely partner in the other article from which the two tell the same
nearly throughout: there the score of two sentences is enough. Whole articles hardly reach it unless they copy."""
OTHERS_AKIN: Final = 2
"""Pairs of other sentences that are then alike."""
AKIN_WORDS: Final = 2
"""Words in common, names not counted, that this takes."""
FEWEST_AKIN: Final = 3
"""Sentences of either article that then have one."""

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
    """A pair of units that are alike, with what they share."""

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
    units, home = list(sentences), list(range(len(sentences)))
    for number in asked:
        units += sentences[number].clauses
        home += [number] * len(sentences[number].clauses)

    def alike(pairs: Iterable[Pair]) -> list[Candidate]:
        allowed = (p for p in pairs if p.score >= LEAST and not forbidden(home[p.a], home[p.b]))
        found = ((p, shared_by_alike(units[p.a], units[p.b], p.score, background)) for p in allowed)
        return [Candidate(pair, shared) for pair, shared in found if shared is not None]

    wholes, by_clauses = alike(scored), alike(_clause_pairs(units, home, asked))
    ranked = sorted((one.pair for one in (*wholes, *by_clauses)), key=lambda pair: -pair.score)
    common = InCommon(sentences, [*quoting, *((home[p.a], home[p.b]) for p in ranked)])

    def is_sure(one: Candidate) -> bool:
        a, b = one.pair.a, one.pair.b
        borne_out = one.shared.is_tied or common.bears_out(home[a], home[b])
        return borne_out and say_the_same(units[a], units[b], one.shared)

    sure = [
        pair
        for pair in count_pairs(sentences, asked)
        if common.bears_out(pair.a, pair.b) and not forbidden(pair.a, pair.b)
    ]
    counted = {(pair.a, pair.b) for pair in sure}
    sure += [one.pair for one in wholes if (one.pair.a, one.pair.b) not in counted and is_sure(one)]
    known = {(pair.a, pair.b) for pair in sure}
    sure += [
        pair
        for pair in _in_akin_articles(scored, sentences, common)
        if (pair.a, pair.b) not in known and not forbidden(pair.a, pair.b) and _share_words(pair, background)
    ]
    together = {frozenset((pair.a, pair.b)) for pair in sure}
    sure += [
        one.pair
        for one in by_clauses
        if frozenset((home[one.pair.a], home[one.pair.b])) not in together and is_sure(one)
    ]
    return Aligned(tuple(units), tuple(home), tuple(sure), {(p.a, p.b): p.score for p in scored})


def _in_akin_articles(scored: Sequence[Pair], sentences: Sequence[Sentence], common: InCommon) -> list[Pair]:
    """The likely pairs of articles that tell the same nearly throughout."""
    n_of = Counter(sentence.article for sentence in sentences)
    with_partner: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    likely = [pair for pair in scored if pair.score >= LIKELY]
    for pair in likely:
        one, other = sentences[pair.a].article, sentences[pair.b].article
        with_partner[one, other].add(pair.a)
        with_partner[other, one].add(pair.b)

    def are_akin(pair: Pair) -> bool:
        one, other = sentences[pair.a].article, sentences[pair.b].article
        n_one, n_other = (len(with_partner[side] - {pair.a, pair.b}) for side in ((one, other), (other, one)))
        enough = min(n_one, n_other) >= FEWEST_AKIN and common.n_others(pair.a, pair.b) >= OTHERS_AKIN
        return enough and (n_one >= AKIN * (n_of[one] - 1) or n_other >= AKIN * (n_of[other] - 1))

    return [pair for pair in likely if are_akin(pair)]


def _share_words(pair: Pair, background: Background) -> bool:
    one, other = background.sentences[pair.a], background.sentences[pair.b]
    shared = shared_by(one, other, pair.score, background)
    return len(shared.words) >= AKIN_WORDS and deny_alike(one, other)


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
