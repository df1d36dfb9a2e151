"""Which words set sources apart, judged by articles and not by words: for the words of an article come together.

Ranked by the log-odds of a word with an informative Dirichlet prior, called distinctive only when dealing the articles
out to the sources at random does not give so large a difference in any word of any source.
"""

from dataclasses import dataclass
from math import exp, lgamma, log
from typing import Final

import numpy as np
import numpy.typing as npt

from newscorpus.statistics.intervals import student
from newscorpus.statistics.rules import FALSE_ALARM, MIN_STORIES_FOR_TEST

Numbers = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]

PRIOR_WORDS: Final = 500.0  # the prior weighs as much as an article of this length: Monroe, Colaresi and Quinn 2008
MIN_USES: Final = 5  # by the side that uses the word more
MIN_ARTICLES: Final = 3
MIN_STORIES: Final = 2  # what stands in one story alone is that story's word
N_DEALS: Final = 1_000  # the share of deals beyond a bound of 5 % is then known to .7 percentage points
LEAST_DEALS: Final = 200  # of a large corpus
MAX_STEPS: Final = 300_000_000  # counts added up in all deals, where LEAST_DEALS allow it: a second or two
MIN_WAYS: Final = 2 / FALSE_ALARM  # in which articles could be dealt; with fewer the rarest is no surprise
SAME: Final = 1e-9  # uses; sums of the same numbers in another order differ by less
SEED: Final = 1993  # the same articles say the same twice


@dataclass(frozen=True, slots=True)
class Uses:
    """Words in articles: `n` uses of word `word` in article `article`, one row a pair; `n_words` of each article."""

    article: Counts
    word: Counts
    n: Counts | Numbers
    n_words: Counts
    n_different: int


@dataclass(frozen=True, slots=True)
class Hands:
    """How articles may be dealt out.

    `side` of each article: 0 to n_sides - 1 are the sources asked about, n_sides is everybody else. Articles of one
    `bundle` change sides together, and bundles change sides within one `stack`. Both are numbered from 0.
    """

    side: Counts
    bundle: Counts
    stack: Counts
    n_sides: int


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


def hands(side: Counts, story: Counts, n_sides: int) -> Hands:
    """How the articles of stories may be dealt out: within each story that two sides tell, article by article.

    A story that one side alone tells changes hands as a whole, against others of that sort, for its articles share
    their words. `story` numbers an article's story from 0, -1 for an article that stands alone.
    """
    alone = np.flatnonzero(story < 0)
    n_stories = int(story.max(initial=-1)) + 1
    story = story.copy()
    story[alone] = n_stories + np.arange(len(alone))
    told = np.unique(story * (n_sides + 1) + side) // (n_sides + 1)
    is_shared = (np.bincount(told, minlength=n_stories + len(alone)) > 1)[story]
    n = len(story)
    bundle = np.where(is_shared, story.max(initial=0) + 1 + np.arange(n), story)
    stack = np.where(is_shared, story, story.max(initial=0) + 1)
    return Hands(side, _renumbered(bundle), _renumbered(stack), n_sides)


def n_ways(dealt: Hands, side: int) -> float:
    """In how many ways the bundles of one side could have fallen; 1 when no other was possible.

    >>> n_ways(hands(np.array([0, 1, 0, 1]), np.array([0, 0, 1, 1]), 1), 0)
    4.0
    """
    _, first = np.unique(dealt.bundle, return_index=True)
    n_of_stack = np.bincount(dealt.stack[first])
    n_of_side = np.bincount(dealt.stack[first][dealt.side[first] == side], minlength=len(n_of_stack))
    logarithm = sum(
        lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
        for n, k in zip(n_of_stack.tolist(), n_of_side.tolist(), strict=True)
    )
    return float(round(exp(min(logarithm, log(1e15)))))


def n_deals(n_rows: int) -> int:
    """How often `n_rows` counts are dealt out: N_DEALS, and fewer where that would take too long."""
    return int(min(N_DEALS, max(LEAST_DEALS, MAX_STEPS // max(1, n_rows))))


def max_t(uses: Uses, dealt: Hands) -> Numbers:
    """For each side (rows) and word (columns), how often dealing gives any word of any side so large a difference.

    A difference is that of a side's uses from what its words would have at the rate of all, in the spread it has over
    all deals. The share of deals, the one found counted as one of them: 1 / (n_deals + 1) at the least. Single-step
    max-T: Westfall and Young 1993; article by article: Lijffijt et al. 2016.
    """
    bundles = _bundled(uses, dealt)
    rate = np.bincount(uses.word, uses.n, uses.n_different) / max(1, uses.n_words.sum())
    expected, spread = _over_all_deals(bundles, dealt, rate)
    _, first = np.unique(dealt.bundle, return_index=True)
    side, stack = dealt.side[first], dealt.stack[first]
    chance = np.random.default_rng(SEED)
    n = n_deals(len(bundles.n))
    observed = np.abs(_differences(bundles, side, dealt.n_sides, rate) - expected) / spread
    order = np.argsort(stack, kind="stable")
    largest = np.empty(n)
    shuffled = np.empty_like(side)
    for deal in range(n):
        keys = np.lexsort((chance.random(len(stack)), stack))
        shuffled[keys] = side[order]
        found = np.abs(_differences(bundles, shuffled, dealt.n_sides, rate) - expected) / spread
        largest[deal] = found.max(initial=0)
    largest.sort()
    n_beyond = n - np.searchsorted(largest, observed - SAME, side="left")
    result: Numbers = (n_beyond + 1) / (n + 1)
    return result


def _renumbered(numbers: Counts) -> Counts:
    return np.unique(numbers, return_inverse=True)[1].astype(np.int64)


def _bundled(uses: Uses, dealt: Hands) -> Uses:
    """The uses of articles that change sides together added up: a row a bundle and word."""
    code, row = np.unique(dealt.bundle[uses.article] * uses.n_different + uses.word, return_inverse=True)
    n = np.bincount(row, uses.n, len(code))
    n_words = np.bincount(dealt.bundle, uses.n_words).astype(np.int64)
    return Uses(code // uses.n_different, code % uses.n_different, n, n_words, uses.n_different)


def _differences(bundles: Uses, side: Counts, n_sides: int, rate: Numbers) -> Numbers:
    """Uses of each side (rows) and word beyond what the side's words would have at the rate of all.

    The rows of `bundles` are in the order of bundles, as `_bundled` gives them.
    """
    n_different = bundles.n_different
    code = np.repeat(side * n_different, np.bincount(bundles.article, minlength=len(side)))
    code += bundles.word
    n = np.bincount(code, bundles.n, (n_sides + 1) * n_different).reshape(n_sides + 1, n_different)[:n_sides]
    n_words = np.bincount(side, bundles.n_words, n_sides + 1)[:n_sides]
    return n - n_words[:, None] * rate


def _over_all_deals(bundles: Uses, dealt: Hands, rate: Numbers) -> tuple[Numbers, Numbers]:
    """Mean and standard deviation of `_differences` over all ways of dealing; infinite where there is one way only.

    A side's part of a stack is a sample without replacement: Cochran 1977, section 2.5. Written out in sums of uses,
    squares and products, so that only words that occur are looked at.
    """
    _, first = np.unique(dealt.bundle, return_index=True)
    stack, n_different = dealt.stack[first], bundles.n_different
    n_of_stack = np.bincount(stack)
    words = bundles.n_words.astype(float)
    words_of_stack = np.bincount(stack, words)
    squares_of_stack = np.bincount(stack, words**2)
    code, row = np.unique(stack[bundles.article] * n_different + bundles.word, return_inverse=True)
    uses_of_stack, place, word = np.bincount(row, bundles.n, len(code)), code // n_different, code % n_different
    of_row = stack[bundles.article]
    square = bundles.n * (bundles.n - 2 * rate[bundles.word] * words[bundles.article])
    square_of_sum = uses_of_stack * (uses_of_stack - 2 * rate[word] * words_of_stack[place])
    means, spreads = [], []
    for side in range(dealt.n_sides):
        n_of_side = np.bincount(stack[dealt.side[first] == side], minlength=len(n_of_stack))
        share = n_of_side / n_of_stack
        factor = n_of_side * (n_of_stack - n_of_side) / np.maximum(n_of_stack - 1, 1) / n_of_stack
        means.append(np.bincount(word, uses_of_stack * share[place], n_different) - rate * (share @ words_of_stack))
        each = np.bincount(bundles.word, factor[of_row] * square, n_different) + rate**2 * (factor @ squares_of_stack)
        part = factor / n_of_stack
        whole = np.bincount(word, part[place] * square_of_sum, n_different) + rate**2 * (part @ words_of_stack**2)
        spreads.append(np.sqrt(np.maximum(each - whole, 0)))
    spread = np.array(spreads)
    return np.array(means), np.where(spread > SAME, spread, np.inf)
