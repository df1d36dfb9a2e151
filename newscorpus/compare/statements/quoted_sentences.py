"""Which sentences a quotation stands in, so that no sentence is the wording of its row and of another."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from newscorpus.compare.statements.fact_groups import Seed
from newscorpus.compare.statements.quote_groups import QuoteGroup
from newscorpus.compare.statements.units import MOSTLY, Quotation, Sentence

NEARLY_ALL: Final = 0.5
"""Share of a sentence from which what others say in their own words is compared with it as with the quotation in it:
with less, they may say the rest of the sentence."""


class Quoting(NamedTuple):
    """The sentences of a quotation, by number.

    `seed` are those that are nearly all quotation, one an article, None where the fullest wording has none; `covered`
    those that are mostly quotation; `pairs` the first sentence of the fullest wording beside that of each other.
    """

    seed: Seed | None
    covered: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...]


def sentences_quoting(sentences: Sequence[Sentence], quotations: Sequence[Quotation], found: QuoteGroup) -> Quoting:
    """The sentences in which the wordings of a quotation stand."""
    places = [(sentence.article, sentence.start) for sentence in sentences]
    wordings = [quotations[number] for number in (found.fullest, *(number for number, _ in found.others))]
    of_wording = [
        {number: _share(sentences[number], quotation) for number in sentences_of(quotation, places)}
        for quotation in wordings
    ]
    first, *others = (list(shares)[:1] for shares in of_wording)
    nearly_all = [[n for n, share in shares.items() if share >= NEARLY_ALL] for shares in of_wording]
    longest = [max(numbers, key=lambda n: (_length(sentences[n]), -n)) for numbers in nearly_all if numbers]
    return Quoting(
        seed=Seed(longest[0], tuple(longest)) if nearly_all[0] else None,
        covered=tuple(n for shares in of_wording for n, share in shares.items() if share >= MOSTLY),
        pairs=tuple((a, b) for a in first for other in others for b in other),
    )


def sentences_of(quotation: Quotation, places: Sequence[tuple[int, int]]) -> range:
    """The numbers of the sentences that a quotation touches; `places` are their articles and starts."""
    first = bisect_right(places, (quotation.article, quotation.start)) - 1
    return range(max(0, first), bisect_left(places, (quotation.article, quotation.end)))


def _share(sentence: Sentence, quotation: Quotation) -> float:
    """The share of a sentence's characters that the quotation takes; below 0 where they do not touch."""
    if sentence.article != quotation.article:
        return 0.0
    return (min(sentence.end, quotation.end) - max(sentence.start, quotation.start)) / _length(sentence)


def _length(sentence: Sentence) -> int:
    return sentence.end - sentence.start
