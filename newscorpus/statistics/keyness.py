"""Which words set sources apart, judged by articles and not by words: for the words of an article come together.

Ranked by the log-odds of a word with an informative Dirichlet prior, called distinctive only when dealing the articles
out to the sources at random does not give so large a difference in any word of any source.

To be judged together, words must differ by chance in the same way, whether rare or common. An article therefore counts
by whether a word stands in it, cut to a length that most articles of every source reach, and the difference of a source
is given on a scale on which dealing brings out the normal distribution.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from newscorpus.statistics.dealing import Hands, deal, held, moments
from newscorpus.statistics.intervals import student
from newscorpus.statistics.rules import FALSE_ALARM, MIN_STORIES_FOR_TEST

Numbers = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]

PRIOR_WORDS: Final = 500.0  # the prior weighs as much as an article of this length: Monroe, Colaresi and Quinn 2008
MIN_USES: Final = 5  # by the side that uses the word more
MIN_ARTICLES: Final = 3
FEW_ARTICLES: Final = 6  # of a source; from here on most words of a house style are found: docs/words.md
MIN_STORIES: Final = 2  # what stands in one story alone is that story's word
N_DEALS: Final = 1_000  # the share of deals beyond a bound of 5 % is then known to .7 percentage points
MIN_DEALS: Final = 200  # of a large corpus
MAX_STEPS: Final = 300_000_000  # counts added up in all deals, where MIN_DEALS allow it: a second or two
WORDS_CUT: Final = 200.0  # most news articles are longer; a house style shows in so many words
SHARE_BELOW_CUT: Final = 0.25  # of a side's articles; they stay as short as they are
MIN_SKEW: Final = 1e-3  # below, the cube root and a straight line are the same
MIN_WAYS: Final = 2 / FALSE_ALARM  # in which articles could be dealt; with fewer the rarest is no surprise
SAME: Final = 1e-9  # standard deviations; sums of the same numbers in another order differ by less
SEED: Final = 1993  # the same articles say the same twice


@dataclass(frozen=True, slots=True)
class Uses:
    """Words in articles: `n` uses of word `word` in article `article`, one row a pair; `n_words` of each article."""

    article: Counts
    word: Counts
    n: Counts | Numbers
    n_words: Counts
    n_different: int


def log_odds(side: tuple[Counts, int], other: tuple[Counts, int], prior: Numbers) -> Numbers:
    """How much likelier words are on one side than on the other, in its own standard errors; 0 when alike.

    A side is the uses of each word and the number of all its words; `prior` the share of each word in the whole corpus,
    above 0. The z-score of Monroe, Colaresi and Quinn 2008, equation 22. It takes words for independent, so it ranks
    and does not judge.

    >>> side = np.array([9, 4]), 100
    >>> log_odds(side, side, np.array([0.05, 0.01]))
    array([0., 0.])
    """
    weight = PRIOR_WORDS * prior
    (uses, n_words), (uses_other, n_words_other) = side, other
    here, there = uses + weight, uses_other + weight
    odds = here / (n_words + PRIOR_WORDS - here)
    odds_other = there / (n_words_other + PRIOR_WORDS - there)
    found: Numbers = np.log(odds / odds_other) / np.sqrt(1 / here + 1 / there)
    return found


def rate_interval(uses: Counts, n_words: Counts) -> tuple[float, float] | None:
    """What encloses a word's rate 95 times in 100, from its uses and the words of each story; never below 0.

    Student's interval of a ratio over stories, whose articles share their words: Cochran 1977, section 6.3. None below
    MIN_STORIES_FOR_TEST stories, and without any use, where nothing shows how far stories differ.

    >>> rate_interval(np.array([1, 1, 1, 1, 1, 1]), np.array([10, 10, 10, 10, 10, 10]))
    (0.1, 0.1)
    """
    n = len(uses)
    if n < MIN_STORIES_FOR_TEST or not uses.any():
        return None
    rate = float(uses.sum() / n_words.sum())
    apart = uses - rate * n_words
    error = float(np.sqrt(n / (n - 1) * (apart**2).sum())) / float(n_words.sum())
    half = float(student(np.array([n - 1.0]))[0]) * error
    return max(0.0, rate - half), rate + half


def n_words_cut(n_words: Counts, side: Counts) -> float:
    """To how many words articles are cut: WORDS_CUT, or as many as three in four articles of every side have.

    >>> n_words_cut(np.array([900, 700, 80, 60, 70, 50, 90]), np.array([0, 0, 1, 1, 1, 1, 1]))
    60.0
    """
    return min(WORDS_CUT, *(float(np.quantile(n_words[side == one], SHARE_BELOW_CUT)) for one in np.unique(side)))


def presence(n: Numbers | Counts, n_words: Numbers | Counts, cut: float) -> Numbers:
    """How likely a word used `n` times in an article of `n_words` is met in `cut` words drawn from it.

    1 for every word of a shorter article. Long articles hold more different words than short ones; cut alike they can
    be compared: rarefaction, Hurlbert 1971.

    >>> presence(np.array([1, 1, 10]), np.array([100, 800, 800]), 200)
    array([1.        , 0.25      , 0.94368649])
    """
    missed: Numbers = np.maximum(0, 1 - cut / n_words).astype(np.float64) ** n
    return 1 - missed


def n_deals(n_rows: int) -> int:
    """How often `n_rows` counts are dealt out: N_DEALS, and fewer where that would take too long."""
    return int(min(N_DEALS, max(MIN_DEALS, MAX_STEPS // max(1, n_rows))))


def max_t(uses: Uses, dealt: Hands, cut: float) -> tuple[Numbers, Numbers]:
    """For each side (rows) and word (columns), how often dealing gives any word of any side so large a difference.

    Beside it the differences themselves, above 0 where a side uses the word more. A difference is that of the sum of a
    side's `presence`s from its mean over all deals, in standard deviations. The share of deals, the one found counted
    as one of them, is 1 / (n_deals + 1) at the least. Single-step max-T: Westfall and Young 1993; article by article:
    Lijffijt et al. 2016.
    """
    bundle, word, value = _bundled(uses, dealt, cut)
    n_words, n_labels = uses.n_different, dealt.holds.shape[1]
    mean, variance, third = moments(dealt, (bundle, word), value, n_words)
    share = np.bincount(word, value, n_words) / max(1, len(dealt.label))
    scale = _scale(mean, np.maximum(variance, _least_variance(share, dealt, cut / uses.n_words)), third)
    n_of_bundle = np.bincount(bundle, minlength=len(dealt.label))

    def differences(label: Counts) -> Numbers:
        code = np.repeat(label * n_words, n_of_bundle) + word
        sums = np.bincount(code, value, n_labels * n_words).reshape(n_labels, n_words)
        return _normal(dealt.holds @ sums, scale)

    observed = differences(dealt.label)
    n = n_deals(len(value))
    chance = np.random.default_rng(SEED)
    largest = np.sort([np.abs(differences(deal(dealt, chance))).max(initial=0) for _ in range(n)])
    n_beyond = n - np.searchsorted(largest, np.abs(observed) - SAME, side="left")
    return (n_beyond + 1) / (n + 1), observed


def _bundled(uses: Uses, dealt: Hands, cut: float) -> tuple[Counts, Counts, Numbers]:
    """Bundle, word and mean presence over the articles of the bundle; in the order of bundles."""
    value = presence(uses.n, uses.n_words[uses.article], cut)
    code, row = np.unique(dealt.bundle[uses.article] * uses.n_different + uses.word, return_inverse=True)
    bundle = code // max(1, uses.n_different)
    return (
        bundle,
        code % max(1, uses.n_different),
        np.bincount(row, value, len(code)) / np.bincount(dealt.bundle)[bundle],
    )


def _least_variance(share: Numbers, dealt: Hands, left: Numbers) -> Numbers:
    """How much the sum of a side varies at the least, for words of this mean presence spread evenly over all text.

    `left`: the share of each article that is left when cut. Of a long article it is known how likely a word is met, a
    short one has it or not: where sides differ in length, dealing alone would take the short side for surer than it is.
    With n Poisson, 1 - (1 - left) ** n has variance exp(-2 m) (exp(m left) - 1), where 1 - exp(-m) is its mean.
    """
    in_bundle = np.bincount(dealt.bundle, np.minimum(1, left)) / np.bincount(dealt.bundle)
    of_label = [
        np.bincount(dealt.label, weights, dealt.holds.shape[1]) for weights in (np.ones_like(in_bundle), in_bundle)
    ]
    here_and_left = [dealt.holds @ each for each in of_label]
    there_and_left = [each.sum() - mine for each, mine in zip(of_label, here_and_left, strict=True)]
    met = -np.log1p(-np.minimum(share, 1 - SAME))
    here, there = (
        np.exp(-2 * met) * np.expm1(np.outer(mean_left / np.maximum(1, n), met))
        for n, mean_left in (here_and_left, there_and_left)
    )
    n, k = held(dealt)
    of_side, of_others = (k * (1 - k / n) ** 2).sum(axis=1), ((n - k) * (k / n) ** 2).sum(axis=1)
    found: Numbers = of_side[:, None] * here + of_others[:, None] * there
    return found


def _scale(mean: Numbers, variance: Numbers, third: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """The numbers of `_normal` for sums of these moments; those that do not vary are always 0."""
    varies = variance > SAME
    spread = np.sqrt(np.where(varies, variance, 1))
    skew = third / spread**3
    skew = np.where(np.abs(skew) < MIN_SKEW, MIN_SKEW, skew)
    slope = np.where(varies, skew / (2 * spread), 0)
    return 1 - slope * mean, slope, 6 / skew, np.where(varies, skew / 6, 0)


def _normal(sums: Numbers, scale: tuple[Numbers, Numbers, Numbers, Numbers]) -> Numbers:
    """Sums in standard deviations from their mean, their skew taken out: the cube root of Wilson and Hilferty 1931.

    The few articles of a rare word fall to one small source far more often than a normal distribution has it.
    """
    at_zero, slope, factor, shift = scale
    found: Numbers = factor * (np.cbrt(np.maximum(0, at_zero + slope * sums)) - 1) + shift
    return found
