"""Sentences that give the same count in whatever words: how many died, were hurt, are missing, were arrested.

They share hardly a word ("Fourteen people died when…", "Seventeen people are dead, a town lies…"), so likeness of words
misses them, and it is here that outlets disagree most visibly.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from newscorpus.compare.statements.fact_groups import Group
from newscorpus.compare.statements.units import Sentence
from newscorpus.text.fates import Fate, counted_people

Counted = tuple[Fate, str]
BACKGROUND: Final = "year"
"""A sentence that names a year mostly tells of an earlier event."""


def group_counts(sentences: Sequence[Sentence], asked: Iterable[int], known: Sequence[Group]) -> list[Group]:
    """The statements of who counts how many, among the sentences `asked` for by number: each article's first count.

    Left out where all of its sentences stand under one statement already (`known`), and where one article counts alone.
    """
    first: defaultdict[Counted, dict[int, int]] = defaultdict(dict)
    for number in asked:
        for counted in _counts(sentences[number]):
            first[counted].setdefault(sentences[number].article, number)
    found = [Group(tuple(sorted(of_article.values()))) for of_article in first.values() if len(of_article) > 1]
    together = [set(group.members) for group in known]
    return [group for group in found if not any(set(group.members) <= members for members in together)]


def _counts(sentence: Sentence) -> list[Counted]:
    if any(number.unit == BACKGROUND for number in sentence.numbers):
        return []
    return [(number.fate, counted_people(number.what)) for number in sentence.numbers if number.fate is not None]
