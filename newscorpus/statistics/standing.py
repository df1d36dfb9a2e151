"""Where a source stands among all who tell the same stories: higher than most of them more often than chance has it?

Two sources alone can point two ways only in a story, so that six stories show next to nothing where many pairs and
measures are looked at. Among seven, being the highest is one chance in seven, story by story.
"""

from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from newscorpus.statistics.paired import Paired
from newscorpus.statistics.rules import FALSE_ALARM, MIN_SOURCES_FOR_STANDING, MIN_STORIES_FOR_TEST

Numbers = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]

LEAD: Final = 1.0  # standard deviations before the next: of two as far out either could be the one that is apart
N_DEALS: Final = 1_000  # a share of 5 % is then known to .7 percentage points
N_DEALS_AT_ONCE: Final = 100  # of 128 blocks, 30 sources and 6 measures: 20 MB
N_BLOCKS: Final = (
    128  # stories dealt apart from one another; beyond, the names of sources change places in many at once
)
SEED: Final = 1937  # the same screen says the same twice
SAME: Final = 1e-9  # standard deviations; sums of the same numbers in another order differ by less


@dataclass(frozen=True, slots=True)
class Standing:
    """What is found of each source (rows) on each measure (columns).

    Of `n_stories` that MIN_SOURCES_FOR_STANDING sources or more tell, it is above their median in `n_above`, below in
    `n_below`, above every other in `n_highest`, below every other in `n_lowest`. `chance` is how often dealing the
    values of each story to those who tell it puts any source so far up or down on any measure: NaN below
    MIN_STORIES_FOR_TEST stories. `is_furthest`: the source furthest from the median on a measure, by LEAD.
    """

    n_stories: Indices
    n_above: Indices
    n_below: Indices
    n_highest: Indices
    n_lowest: Indices
    chance: Numbers
    is_furthest: npt.NDArray[np.bool_]

    @property
    def is_claimed(self) -> npt.NDArray[np.bool_]:
        """Which sources may be said to stand out, one of each measure at most: one that is high makes others low."""
        claimed: npt.NDArray[np.bool_] = (self.chance <= FALSE_ALARM) & self.is_furthest
        return claimed


def standing(story: Indices, source: Indices, values: Numbers, n_sources: int) -> Standing:
    """How the sources stand; a row of the arrays is a source and story (one at most), `values` row × measure, NaN
    where undefined.

    The statistic is that of van Elteren 1960: places within a story, added up over stories, in the standard deviations
    they have by dealing; the chance that of single-step max-T over sources and measures (Westfall and Young 1993).

    >>> heights = np.array([[5.0], [1.0], [2.0], [3.0]])
    >>> found = standing(np.zeros(4, int), np.arange(4), heights, 4)
    >>> found.n_highest.ravel(), found.n_below.ravel()
    (array([1, 0, 0, 0]), array([0, 1, 1, 0]))
    """
    place, spread, ends = _places(story, values)
    n_stories, *n_each = (
        _added_up(source, mark, n_sources).astype(np.int64)
        for mark in (spread >= 0, place > 0, place < 0, ends > 0, ends < 0)
    )
    is_tested = n_stories >= MIN_STORIES_FOR_TEST
    chance = np.full(is_tested.shape, np.nan)
    furthest = np.zeros(is_tested.shape, bool)
    if is_tested.any():
        sums = _by_block(story, source, (place, np.maximum(spread, 0)), n_sources)
        observed = np.where(is_tested, _distance(sums.sum(axis=0)), 0)
        largest = np.sort(_largest(sums, is_tested))
        share = (N_DEALS - np.searchsorted(largest, observed - SAME, side="left") + 1) / (N_DEALS + 1)
        chance[is_tested] = share[is_tested]
        furthest = is_tested & (observed >= np.sort(observed, axis=0)[-2] + LEAD)
    above, below, highest, lowest = n_each
    return Standing(n_stories, above, below, highest, lowest, chance, furthest)


def together(pairs: Paired, stood: Standing) -> tuple[Paired, Standing, int]:
    """Pairs and sources of one screen, and how many comparisons were tested: each kind pays for the other.

    Half of the false alarms are left to each (Bonferroni) where there are both. Pairs of so few stories that none could
    be claimed at half, however they fall, cost the sources nothing.
    """
    n_pairs, n_stood = (int(np.count_nonzero(~np.isnan(each.chance))) for each in (pairs, stood))
    least = 2.0 ** (1 - int(pairs.n_stories.max(initial=0)))  # all stories one way, or all the other
    for_stood = 2 if n_pairs and 2 * least <= FALSE_ALARM else 1
    for_pairs = 2 if n_stood else 1
    return (
        replace(pairs, chance=np.minimum(1, for_pairs * pairs.chance)),
        replace(stood, chance=np.minimum(1, for_stood * stood.chance)),
        n_pairs + n_stood,
    )


def _places(story: Indices, values: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Of each value its place in its story, 0 the median; the variance of places there; and 1 highest, -1 lowest.

    Places are ranks about their mean by the number of values and one, ties shared. Where fewer than
    MIN_SOURCES_FOR_STANDING are known, and for values that are not, place and end are 0 and the variance is -1.
    """
    found = [_places_of_one(story, column) for column in values.T]
    place, spread, end = (np.stack(columns, axis=1) for columns in zip(*found, strict=True))
    return place, spread, end


def _places_of_one(story: Indices, value: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    place, end, spread = np.zeros_like(value), np.zeros_like(value), np.full_like(value, -1)
    rows = np.flatnonzero(~np.isnan(value))
    n_of_story = np.bincount(story[rows], minlength=int(story.max(initial=-1)) + 1)
    rows = rows[n_of_story[story[rows]] >= MIN_SOURCES_FOR_STANDING]
    if not len(rows):
        return place, spread, end
    order = rows[np.lexsort((value[rows], story[rows]))]
    of, height = story[order], value[order]
    begins = np.flatnonzero(np.diff(of, prepend=-1))
    tie = np.cumsum((np.diff(of, prepend=-1) != 0) | (np.diff(height, prepend=np.nan) != 0)) - 1
    n_tied = np.bincount(tie)[tie]
    first = np.flatnonzero(np.diff(tie, prepend=-1))[tie] - np.repeat(begins, np.diff([*begins, len(of)]))
    n = n_of_story[of]
    place[order] = (first + (n_tied - 1) / 2 - (n - 1) / 2) / (n + 1)
    end[order] = (n_tied == 1) * ((first == n - 1) * 1.0 - (first == 0))
    spread[order] = (np.bincount(of, place[order] ** 2, len(n_of_story)) / np.maximum(1, n_of_story))[of]
    return place, spread, end


def _by_block(story: Indices, source: Indices, summed: tuple[Numbers, Numbers], n_sources: int) -> Numbers:
    """Block × source × 2 × measure: places and their variances added up; 0 where a source tells none of a block."""
    _, story = np.unique(story, return_inverse=True)
    n_stories = int(story.max()) + 1
    block = story
    if n_stories > N_BLOCKS:
        block = (np.random.default_rng(SEED).permutation(n_stories) % N_BLOCKS)[story]
    n_blocks = min(n_stories, N_BLOCKS)
    found = [_added_up(block * n_sources + source, values, n_blocks * n_sources) for values in summed]
    return np.stack(found, axis=1).reshape(n_blocks, n_sources, 2, -1)


def _added_up(number: Indices, values: npt.NDArray[Any], n_numbers: int) -> Numbers:
    """The sum of each column of values by number."""
    return np.stack([np.bincount(number, column, n_numbers) for column in values.T], axis=1)


def _distance(sums: Numbers) -> Numbers:
    """How many standard deviations from the median; the last two axes of `sums` are (places, variances) × measure."""
    place, spread = sums[..., 0, :], sums[..., 1, :]
    return np.abs(np.divide(place, np.sqrt(spread), out=np.zeros_like(place), where=spread > 0))


def _largest(sums: Numbers, is_tested: npt.NDArray[np.bool_]) -> Numbers:
    """The largest distance of any source tested on any measure in each deal."""
    chance = np.random.default_rng(SEED)
    n_blocks, n_sources = sums.shape[:2]
    is_teller = sums[:, :, 1].any(axis=2)
    order = np.argsort(np.argsort(~is_teller, axis=1, kind="stable"), axis=1)[None]  # of each source, tellers first
    found = []
    for _ in range(0, N_DEALS, N_DEALS_AT_ONCE):
        keys = chance.random((N_DEALS_AT_ONCE, n_blocks, n_sources)) + ~is_teller
        dealt = np.take_along_axis(np.argsort(keys, axis=2), order, axis=2)  # whose places each teller gets
        total = np.zeros((N_DEALS_AT_ONCE, *sums.shape[1:]))
        for number in range(n_blocks):
            total += sums[number][dealt[:, number]]
        found.append(np.where(is_tested, _distance(total), 0).max(axis=(1, 2)))
    return np.concatenate(found)
