"""Whether two stretches are sure to say the same, and not only to speak of the same, by rules a reader can check.

Inside a story every sentence is on topic: people, places and an institution in common prove nothing. Two stretches are
sure to say the same when much of what the shorter one says is in both, in words that are no names and in the same
order, and when their articles have more in common than these two. What was tried beside these rules, and what it gave,
stands in docs/decisions/0011-statements.md.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
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
WORDS_WEIGH: Final = 1.0
"""Rarity of the words in common, names and figures not counted; a word of one sentence in the story weighs 1."""
CONTAINED: Final = 0.45
"""Share of the rarity of the shorter stretch's content that the other has."""
IN_ORDER: Final = 0.25
"""Share of all words of the shorter one that stand in both in the same order."""
CONTAINED_IN_ORDER: Final = 0.8
"""Sum of the two shares: where less of the words is in order, more must be in both."""
ALIKE: Final = 0.4
ALIKE_IN_ORDER: Final = 0.3
"""The same two shares where the pair is to bear out others."""
MOSTLY_IN_ORDER: Final = 0.45
"""The same where fewer than WORDS_SHARED are in common: short sentences that say the same are nearly the same words."""
WORDS_COVERED: Final = 0.1
"""Share of the words' rarity of the longer one that is then in common, names not counted."""
MOSTLY_CONTAINED: Final = 0.6
COVERED: Final = 0.4
"""Shares of the rarity of the shorter stretch and of the longer one that may be in common in any order."""
MANY_SHARED: Final = 4
"""Words and figures in common, names counted, which this takes, and"""
CLOSEST: Final = 0.3
"""the score."""
FIGURE_COVERED: Final = 0.2
"""Share of the rarity of the longer stretch that must be in common where a figure ties the two."""
LARGE: Final = 13.0
"""Figures below it are found everywhere: one alone ties nothing."""
OTHER_FIGURES: Final = 2
"""Figures that either stretch has alone, with fewer in common, from which they give the figures of two things."""
TIES: Final = 3
"""Words and figures, each in one sentence of either article only, that then tie the two."""
MANY_TIES: Final = 4
HALF_CONTAINED: Final = 0.5
"""So many ties, or TIES and so large a share of the shorter stretch, are enough by themselves: see in_common.py."""
NEAR: Final = 0.07
"""Score that is enough where two articles tell the same nearly throughout."""
CACHED_UNITS: Final = 10_000
YEARS: Final = (1500.0, 2100.0)
OPENING_WORDS: Final = 5
"""Words at the beginning in which a sentence says of whom it speaks."""
NEGATIONS: Final = frozenset(["no", "not", "never", "nobody", "none", "neither", "nor", "cannot", "without"])


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

    @cached_property
    def rarity(self) -> dict[str, float]:
        """How rare each stem is: 1 for one that is in a single sentence of the story."""
        n = log(self.n_sentences + BACKGROUND_SENTENCES)
        return {stem: 1 - log(max(1, n_with)) / n for stem, n_with in self.n_with.items()}

    def weight(self, stems: Iterable[str]) -> float:
        """The rarity of these stems together."""
        return sum(self.rarity.get(stem, 1.0) for stem in stems)


@dataclass(frozen=True, slots=True)
class Shared:
    """What two stretches have in common: `n` words and figures.

    `contained` and `covered` are the shares of the rarity of the shorter and of the longer one's content, `in_order`
    the share of the shorter one's words. `words` are neither names nor figures, `figures` no years; `ties` are those of
    all that either article has in one sentence only.
    """

    score: float
    n: int
    contained: float
    covered: float
    in_order: float
    words: frozenset[str]
    words_weigh: float
    words_covered: float
    figures: frozenset[str]
    ties: frozenset[str]

    @property
    def is_tied(self) -> bool:
        """Whether the two are tied by themselves, whatever else their articles have in common; names, which may be of
        one person, count once."""
        n = len(self.ties & (self.words | self.figures)) + bool(self.ties - self.words - self.figures)
        return n >= MANY_TIES or (n >= TIES and self.contained >= HALF_CONTAINED)

    @property
    def is_alike(self) -> bool:
        """Whether much is in both, so that two of these bear out a third."""
        n = len(self.words) + len(self.figures)
        in_order = self.in_order >= MOSTLY_IN_ORDER or (n >= WORDS_SHARED and self.in_order >= ALIKE_IN_ORDER)
        return (self.contained >= ALIKE and in_order) or self.by_content or self.by_figures

    @property
    def by_words(self) -> bool:
        """Whether enough is said in the same words, and in order."""
        n = len(self.words) + len(self.figures)
        enough = n >= WORDS_SHARED and self.words_weigh >= WORDS_WEIGH and self.score >= CLOSE
        least = self.contained >= CONTAINED and self.in_order >= IN_ORDER
        return enough and least and self.contained + self.in_order >= CONTAINED_IN_ORDER

    @property
    def by_order(self) -> bool:
        """Whether nearly half of the words of the shorter one stand in both in order."""
        enough = self.contained >= CONTAINED and self.words_weigh >= WORDS_WEIGH
        return enough and self.in_order >= MOSTLY_IN_ORDER and self.words_covered >= WORDS_COVERED

    @property
    def by_content(self) -> bool:
        """Whether most rare words are in both, in any order."""
        enough = self.contained >= MOSTLY_CONTAINED and self.covered >= COVERED and self.score >= CLOSEST
        return enough and self.n >= MANY_SHARED and len(self.ties) >= TIES and bool(self.words or self.figures)

    @property
    def by_figures(self) -> bool:
        """Whether a large figure and a word that tie the two are in both, or it, another figure and a word."""
        large = {figure for figure in self.figures if float(figure[1:]) >= LARGE}
        with_another = bool(large) and self.by_two_figures
        tied = bool(large & self.ties and self.words & self.ties)
        return self.covered >= FIGURE_COVERED and (with_another or tied)

    @property
    def by_two_figures(self) -> bool:
        """Whether two figures and a word are in both: "by seven votes to four"."""
        return len(self.figures) > 1 and bool(self.words)


def shared_by(one: Sentence, other: Sentence, score: float, background: Background) -> Shared:
    """What two stretches have in common, whose likeness within the story is `score`."""
    who = one.described & other.described
    a, b = (_plain(unit.stems) - who for unit in (one, other))
    light, heavy = sorted((background.weight(a), background.weight(b)))
    in_common = background.weight(a & b)
    names = background.names | (one.capitals & other.capitals)
    words = [frozenset(stem for stem in stems if stem[0] != "#") - names for stems in (a, b)]
    weigh, most = background.weight(words[0] & words[1]), max(background.weight(found) for found in words)
    n = background.n_with_in
    return Shared(
        score=score,
        n=len(a & b),
        contained=in_common / light if light else 0.0,
        covered=in_common / heavy if heavy else 0.0,
        in_order=LCSseq.similarity(one.keys, other.keys) / max(1, min(len(one.keys), len(other.keys))),
        words=words[0] & words[1],
        words_weigh=weigh,
        words_covered=weigh / most if most else 0.0,
        figures=frozenset(stem for stem in a & b if stem[0] == "#" and not _is_year(stem)),
        ties=frozenset(stem for stem in a & b if n[one.article, stem] <= 1 and n[other.article, stem] <= 1),
    )


def can_say_the_same(one: Sentence, other: Sentence, background: Background) -> bool:
    """Whether nothing forbids that two stretches say the same: that one asks and the other states, that they begin with
    different people and have no name in common, or that they give figures and hardly the same."""
    clash = _tell_of_others(one, other, background.names) or _count_otherwise(one, other)
    return one.asks == other.asks and not clash


def say_the_same(one: Sentence, other: Sentence, shared: Shared) -> bool:
    """Whether two stretches say the same, if their articles bear it out: where one alone denies something, only by the
    order of words, by most of the content or by figures."""
    by_words = shared.by_words and deny_alike(one, other)
    return by_words or shared.by_order or shared.by_content or shared.by_figures or shared.by_two_figures


def is_near(one: Sentence, other: Sentence, shared: Shared) -> bool:
    """Whether two stretches say the same, if their articles tell the same nearly throughout: there the likeness within
    the story is enough, with a word in common that is no name, unless each gives a figure that the other has not."""
    a, b = _figures(one), _figures(other)
    return shared.score >= NEAR and bool(shared.words) and deny_alike(one, other) and not (a - b and b - a)


def deny_alike(one: Sentence, other: Sentence) -> bool:
    """Whether both deny something or neither does."""
    return NEGATIONS.isdisjoint(one.keys) == NEGATIONS.isdisjoint(other.keys)


@lru_cache(maxsize=CACHED_UNITS)
def _plain(stems: frozenset[str]) -> frozenset[str]:
    """The stems without those of a figure with what it counts, which are given besides the figure."""
    return frozenset(stem for stem in stems if " " not in stem)


def _is_year(stem: str) -> bool:
    return stem[0] == "#" and YEARS[0] <= float(stem[1:]) < YEARS[1]


def _tell_of_others(one: Sentence, other: Sentence, names: frozenset[str]) -> bool:
    firsts = [names & {content_key(key) for key in unit.keys[:OPENING_WORDS]} for unit in (one, other)]
    return all(firsts) and not names & one.stems & other.stems


def _count_otherwise(one: Sentence, other: Sentence) -> bool:
    a, b = _figures(one), _figures(other)
    return min(len(a - b), len(b - a)) >= OTHER_FIGURES and len(a & b) < OTHER_FIGURES


def _figures(unit: Sentence) -> frozenset[str]:
    return frozenset(stem for stem in _plain(unit.stems) if stem[0] == "#" and not _is_year(stem))
