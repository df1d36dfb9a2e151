"""Whether two stretches are sure to say the same, and not only to speak of the same, by rules a reader can check.

Inside a story every sentence is on topic: people, places and an institution in common prove nothing. Two stretches are
sure to say the same when much of what the shorter one says is in both, in words that are no names and in the same
order, and when their articles have more in common than these two. What was tried beside these rules, and what it gave,
stands in docs/decisions/0011-statements.md.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Final

from rapidfuzz.distance import LCSseq

from newscorpus.compare.statements.fact_alignment import BACKGROUND_SENTENCES
from newscorpus.compare.statements.units import Sentence
from newscorpus.text.content_words import content_key

CLOSE: Final = 0.2
"""Score from which three words in common may be enough."""
WORDS_SHARED: Final = 3
"""Words and figures in common, names and years not counted, from which two stretches share what is said of somebody."""
CONTAINED: Final = 0.4
"""Share of the rarity of the shorter stretch's content that the other has."""
IN_ORDER: Final = 0.3
"""Share of all words of the shorter one that stand in both in the same order."""
MOSTLY_IN_ORDER: Final = 0.45
"""The same where fewer than WORDS_SHARED are in common: short sentences that say the same are nearly the same words."""
WORDS_COVERED: Final = 0.1
"""Share of the words' rarity of the longer one that is then in common, names not counted."""
MOSTLY_CONTAINED: Final = 0.6
COVERED: Final = 0.4
"""Shares of the rarity of the shorter stretch and of the longer one that may be in common in any order."""
TIES: Final = 3
"""Words and figures, each in one sentence of either article only, that then tie the two."""
MANY_TIES: Final = 4
HALF_CONTAINED: Final = 0.5
"""So many ties, or TIES and so large a share of the shorter stretch, are enough by themselves."""
OTHERS_ALIKE: Final = 2
"""Without them: other sentences of the two articles that are alike. Where nothing else is, the articles tell of two
events, and two alike sentences of theirs mostly tell of two things."""
YEARS: Final = (1500.0, 2100.0)
OPENING_WORDS: Final = 5
"""Words at the beginning in which a sentence says of whom it speaks."""
NEGATIONS: Final = frozenset("no not never nobody none neither nor cannot without".split())


@dataclass(frozen=True)
class Background:
    """What is usual in a story: which stems are names, how rare each is, and in how many sentences of an article it is.

    `n_with` says how many of the story's `n_sentences` have a stem.
    """

    sentences: Sequence[Sentence]
    n_with: Mapping[str, int]
    n_sentences: int

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems that are written with a capital more often than without."""
        capitals = Counter(stem for sentence in self.sentences for stem in sentence.capitals)
        small = Counter(stem for sentence in self.sentences for stem in sentence.small)
        return frozenset(stem for stem, n in capitals.items() if n >= small[stem])

    @cached_property
    def n_with_in(self) -> Counter[tuple[int, str]]:
        """Sentences of each article that have a stem."""
        return Counter((sentence.article, stem) for sentence in self.sentences for stem in sentence.stems)

    def weight(self, stems: Iterable[str]) -> float:
        """The rarity of these stems together."""
        n = self.n_sentences + BACKGROUND_SENTENCES
        return sum(log(n / max(1, self.n_with.get(stem, 1))) for stem in stems)


@dataclass(frozen=True, slots=True)
class Shared:
    """What two stretches have in common: the share of the rarity of the shorter and of the longer one, words that are
    no names, the share of words in order, and words and figures that either article has in one sentence only."""

    contained: float
    covered: float
    n_words: int
    words_covered: float
    in_order: float
    n_ties: int

    @property
    def is_tied(self) -> bool:
        """Whether the two are tied by themselves, whatever else their articles have in common."""
        return self.n_ties >= MANY_TIES or (self.n_ties >= TIES and self.contained >= HALF_CONTAINED)


def shared_by(one: Sentence, other: Sentence, background: Background) -> Shared:
    """What two stretches have in common."""
    a, b = (frozenset(stem for stem in unit.stems if " " not in stem) for unit in (one, other))
    both = a & b
    light, heavy = sorted((background.weight(a), background.weight(b)))
    in_common = background.weight(both)
    words = [frozenset(stem for stem in stems if stem[0] != "#") - background.names for stems in (a, b)]
    most = max(background.weight(found) for found in words)
    n = background.n_with_in
    return Shared(
        contained=in_common / light if light else 0.0,
        covered=in_common / heavy if heavy else 0.0,
        n_words=sum(stem not in background.names and not _is_year(stem) for stem in both),
        words_covered=background.weight(words[0] & words[1]) / most if most else 0.0,
        in_order=LCSseq.similarity(one.keys, other.keys) / max(1, min(len(one.keys), len(other.keys))),
        n_ties=sum(n[one.article, stem] <= 1 and n[other.article, stem] <= 1 for stem in both),
    )


def are_alike(one: Sentence, other: Sentence, score: float, background: Background) -> Shared | None:
    """What two stretches share, where they are alike enough to say the same; None where they are not.

    Either three words and figures in common, two fifths of what the shorter one says and three tenths of its words in
    order, and neither denies alone; or nearly half of its words in order; or most of its rare words in any order. Never
    where one asks and the other states, or where they begin with different people and have no name in common.
    """
    if one.asks != other.asks or _tell_of_others(one, other, background.names):
        return None
    shared = shared_by(one, other, background)
    by_words = (
        shared.n_words >= WORDS_SHARED
        and shared.in_order >= IN_ORDER
        and shared.contained >= CONTAINED
        and score >= CLOSE
        and deny_alike(one, other)
    )
    by_order = (
        shared.in_order >= MOSTLY_IN_ORDER
        and shared.contained >= CONTAINED
        and shared.words_covered >= WORDS_COVERED
    )
    by_content = (
        shared.contained >= MOSTLY_CONTAINED
        and shared.covered >= COVERED
        and shared.n_words > 0
        and shared.n_ties >= TIES
    )
    return shared if by_words or by_order or by_content else None


def deny_alike(one: Sentence, other: Sentence) -> bool:
    """Whether both deny something or neither does."""
    return NEGATIONS.isdisjoint(one.keys) == NEGATIONS.isdisjoint(other.keys)


def _is_year(stem: str) -> bool:
    return stem[0] == "#" and YEARS[0] <= float(stem[1:]) < YEARS[1]


def _tell_of_others(one: Sentence, other: Sentence, names: frozenset[str]) -> bool:
    firsts = [names & {content_key(key) for key in unit.keys[:OPENING_WORDS]} for unit in (one, other)]
    return all(firsts) and not names & one.stems & other.stems


class InCommon:
    """Which sentences of two articles are alike, each with one of the other's: what else two articles have in common.

    `alike` are pairs of sentences by number, the best first.
    """

    def __init__(self, sentences: Sequence[Sentence], alike: Iterable[tuple[int, int]]) -> None:
        self._sentences = sentences
        self._n_of_article = Counter(sentence.article for sentence in sentences)
        self._pairs: defaultdict[tuple[int, int], dict[int, int]] = defaultdict(dict)
        for a, b in alike:
            paired = self._pairs[self._articles(a, b)]
            if a not in paired and b not in paired:
                paired[a], paired[b] = b, a

    def _articles(self, a: int, b: int) -> tuple[int, int]:
        one, other = sorted((self._sentences[a].article, self._sentences[b].article))
        return one, other

    def n_others(self, a: int, b: int) -> int:
        """Pairs of other sentences of the two articles that are alike."""
        paired = self._pairs[self._articles(a, b)]
        own = {frozenset((n, paired[n])) for n in (a, b) if n in paired}
        return len(paired) // 2 - len(own)

    def share_of_others(self, a: int, b: int) -> float:
        """The same as a share of the other sentences of the shorter article; 0 where there are none."""
        n = min(self._n_of_article[article] for article in self._articles(a, b)) - 1
        return self.n_others(a, b) / n if n else 0.0
