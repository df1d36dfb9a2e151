"""What two articles have in common besides two sentences: how much that bears out that the two say the same."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from newscorpus.compare.statements.units import Sentence

OTHERS_ALIKE: Final = 0.05
"""Share of the other sentences of the shorter article that are alike with one of the other article, from which two
alike sentences mostly say the same. Where nothing else is alike, the articles tell of two events."""
AKIN: Final = 0.6
BOTH_AKIN: Final = 0.3
"""Share of the other sentences of one article, and of either, with a likely partner in the other, and"""
AKIN_ALIKE: Final = 0.15
"""of those of the shorter one that are alike, from which two articles tell the same nearly throughout, as a summary
does or an agency's report in two papers. Articles on one subject have likely partners as often, and hardly anything
alike; whole articles on one event have a partner for half of their sentences at most."""
FEWEST_AKIN: Final = 3
"""Other sentences of either article that then have a likely partner."""

Places = tuple[int, int]


class InCommon:
    """Which sentences of two articles are near each other.

    `alike` are pairs of sentences by number, the best first: each sentence is taken with one of the other article.
    `likely` are pairs that may be, of which a sentence may have several.
    """

    def __init__(self, sentences: Sequence[Sentence], alike: Iterable[Places], likely: Iterable[Places]) -> None:
        self._article = [sentence.article for sentence in sentences]
        self._n_of_article = Counter(self._article)
        self._pairs: defaultdict[Places, dict[int, int]] = defaultdict(dict)
        self._likely: defaultdict[Places, set[int]] = defaultdict(set)
        for a, b in alike:
            paired = self._pairs[self._articles(a, b)]
            if a not in paired and b not in paired:
                paired[a], paired[b] = b, a
        for a, b in likely:
            self._likely[self._article[a], self._article[b]].add(a)
            self._likely[self._article[b], self._article[a]].add(b)

    def _articles(self, a: int, b: int) -> Places:
        one, other = sorted((self._article[a], self._article[b]))
        return one, other

    def _n_others_alike(self, a: int, b: int) -> int:
        paired = self._pairs[self._articles(a, b)]
        own = {frozenset((n, paired[n])) for n in (a, b) if n in paired}
        return len(paired) // 2 - len(own)

    def bears_out(self, a: int, b: int, share: float = OTHERS_ALIKE) -> bool:
        """Whether enough other sentences of the articles of two are alike: this share of the shorter one's."""
        n = min(self._n_of_article[article] for article in self._articles(a, b)) - 1
        return self._n_others_alike(a, b) >= max(1, share * n)

    def are_akin(self, a: int, b: int) -> bool:
        """Whether the articles of two sentences tell the same nearly throughout, as the others show."""
        one, other = self._articles(a, b)
        n_likely = [len(self._likely[side] - {a, b}) for side in ((one, other), (other, one))]
        n_others = [max(1, self._n_of_article[article] - 1) for article in (one, other)]
        shares = [likely / n for likely, n in zip(n_likely, n_others, strict=True)]
        partnered = min(n_likely) >= FEWEST_AKIN and min(shares) >= BOTH_AKIN and max(shares) >= AKIN
        return partnered and self.bears_out(a, b, AKIN_ALIKE)
