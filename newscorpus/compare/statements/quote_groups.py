"""Which quotations of a story's articles are the same words."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Final, NamedTuple

from newscorpus.compare.statements.quote_alignment import FEWEST_WORDS, Match, quotation_match
from newscorpus.compare.statements.units import Quotation, speakers

INDEXED_RUN: Final = 3
"""Quotations are compared when they share so many words in a row."""
FULLEST_TRIED: Final = 60
"""Fuller quotations a quotation is compared with, those that share most first."""


class QuoteGroup(NamedTuple):
    """Quotations of the same words by number: the fullest, and the others with how they relate to it."""

    fullest: int
    others: tuple[tuple[int, Match], ...]


def group_quotations(quotations: Sequence[Quotation]) -> list[QuoteGroup]:
    """The groups of two quotations or more, each held together by its fullest wording and not by a chain.

    Of an article that gives the same words twice, the fuller place counts.
    """
    worth = _worth_comparing(quotations)
    by_length = sorted(worth, key=lambda n: (-len(quotations[n].keys), n))
    heads: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    members: dict[int, list[tuple[int, Match]]] = {}
    for number in by_length:
        head, match = _head_of(number, quotations, heads)
        if head is not None and match is not None:
            present = {quotations[head].article, *(quotations[n].article for n, _ in members[head])}
            if quotations[number].article not in present:
                members[head].append((number, match))
            continue
        members[number] = []
        for run in set(_runs(quotations[number].keys)):
            heads[run].append(number)
    return [QuoteGroup(head, tuple(others)) for head, others in sorted(members.items()) if others]


def _worth_comparing(quotations: Sequence[Quotation]) -> list[int]:
    """The quotations without those of several parts of which nobody else has more than one."""
    having: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, quotation in enumerate(quotations):
        for run in _runs(quotation.keys):
            having[run].add(number)

    def is_told_across(quotation: Quotation) -> bool:
        parts = [{n for run in _runs(part) for n in having[run]} for part in quotation.parts]
        in_two = {n for one, other in combinations(parts, 2) for n in one & other}
        return any(quotations[n].article != quotation.article for n in in_two)

    return [n for n, quotation in enumerate(quotations) if not quotation.parts or is_told_across(quotation)]


def _runs(keys: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [keys[n : n + INDEXED_RUN] for n in range(max(0, len(keys) - INDEXED_RUN + 1))]


def _head_of(
    number: int, quotations: Sequence[Quotation], heads: dict[tuple[str, ...], list[int]]
) -> tuple[int | None, Match | None]:
    """The fullest quotation of which this one is a telling, and how; a conflict only when nobody says it as here."""
    n_shared: defaultdict[int, int] = defaultdict(int)
    for run in _runs(quotations[number].keys):
        for head in heads.get(run, ())[:FULLEST_TRIED]:
            n_shared[head] += 1
    conflict: int | None = None
    for head in sorted(n_shared, key=lambda n: (-n_shared[n], n))[:FULLEST_TRIED]:
        a, b = quotations[head], quotations[number]
        if len(b.keys) < FEWEST_WORDS:
            continue
        match = quotation_match(a.keys, b.keys, speakers(a, b))
        if match == "conflicts":
            conflict = head if conflict is None else conflict
        elif match:
            return head, match
    return conflict, "conflicts" if conflict is not None else None
