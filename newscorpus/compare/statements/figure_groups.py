"""Sentences that give the same count in whatever words: how many died, were hurt, are missing, were arrested.

They share hardly a word ("Fourteen people died when…", "Seventeen people are dead, a town lies…"), so likeness of words
misses them, and it is here that outlets disagree most visibly.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from newscorpus.compare.statements.fact_alignment import PAIRS_PER_SENTENCE, Pair
from newscorpus.compare.statements.units import Sentence
from newscorpus.text.fates import Fate, counted_people

Counted = tuple[Fate, str]
BACKGROUND: Final = "year"
"""A sentence that names a year mostly tells of an earlier event."""
SAME_COUNT: Final = 1.0
"""Score of two sentences that give the same count: they are nobody else's partners."""


def count_pairs(sentences: Sequence[Sentence], asked: Iterable[int]) -> list[Pair]:
    """The pairs of sentences, among those `asked` for by number, that say how many of the same people had the same
    fate: each article's first. Of a count that very many give, each is paired with the first forty."""
    first: defaultdict[Counted, dict[int, int]] = defaultdict(dict)
    for number in asked:
        for counted in _counts(sentences[number]):
            first[counted].setdefault(sentences[number].article, number)
    found = {
        (min(pair), max(pair)): None
        for of_article in first.values()
        for rank, pair in enumerate(combinations(of_article.values(), 2))
        if rank < PAIRS_PER_SENTENCE * len(of_article)
    }
    return [Pair(a, b, SAME_COUNT) for a, b in found]


def _counts(sentence: Sentence) -> list[Counted]:
    if any(number.unit == BACKGROUND for number in sentence.numbers):
        return []
    return [(number.fate, counted_people(number.what)) for number in sentence.numbers if number.fate is not None]
