"""Sentences that give the same count in whatever words: how many died, were hurt, are missing, were arrested.

They share hardly a word ("Fourteen people died when…", "Seventeen people are dead, a town lies…"), so likeness of words
misses them, and it is here that outlets disagree most visibly.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from newscorpus.compare.statements.clause_alignment import Aligned
from newscorpus.compare.statements.fact_groups import Group, Used
from newscorpus.compare.statements.units import Sentence
from newscorpus.text.fates import Fate, counted_people

Counted = tuple[Fate, str]
BACKGROUND: Final = "year"
"""A sentence that names a year mostly tells of an earlier event."""


def with_counts(groups: Sequence[Group], aligned: Aligned, asked: Iterable[int], used: Used) -> list[Group]:
    """The statements with who counts how many, among the sentences `asked` by number: each article's first count.

    One that stands under no statement yet joins the first that gives this count in the wording compared with, where its
    article does not tell it yet; without such a statement, two or more make one.
    """
    found = list(groups)
    for counted, of_article in _first_counts(aligned, asked).items():
        free = [unit for _, unit in sorted(of_article.items()) if used.is_free(unit)]
        heads = (n for n, one in enumerate(found) if counted in counts(aligned.units[one.reference]))
        number = next(heads, None)
        if number is None and len(free) > 1:
            number = len(found)
            found.append(Group(free.pop(0)))
        if number is not None:
            one = found[number]
            told = {aligned.units[unit].article for unit in (one.reference, *one.members)}
            joining = tuple(unit for unit in free if aligned.units[unit].article not in told)
            found[number] = one._replace(members=(*one.members, *joining))
        for unit in free:
            used.add(unit)
    return found


def _first_counts(aligned: Aligned, asked: Iterable[int]) -> dict[Counted, dict[int, int]]:
    """Count -> article -> the first unit that gives it: the clause, where the sentence has clauses."""
    first: defaultdict[Counted, dict[int, int]] = defaultdict(dict)
    clauses: defaultdict[int, list[int]] = defaultdict(list)
    for unit in range(len(aligned.units)):
        if aligned.home[unit] != unit:
            clauses[aligned.home[unit]].append(unit)
    for number in asked:
        for counted in counts(aligned.units[number]):
            within = (unit for unit in clauses[number] if counted in counts(aligned.units[unit]))
            first[counted].setdefault(aligned.units[number].article, next(within, number))
    return dict(first)


def counts(unit: Sentence) -> list[Counted]:
    """What a unit counts of people and what befell them; [] where it tells of an earlier event."""
    if any(number.unit == BACKGROUND for number in unit.numbers):
        return []
    return [(number.fate, counted_people(number.what)) for number in unit.numbers if number.fate is not None]
