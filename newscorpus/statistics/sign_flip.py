"""Whether differences on shared stories could be chance: one pair, or everything that stands on a screen.

Were two sources alike, their difference on a story would point either way with equal chance. The test flips the signs
of whole stories, all ways or many, and looks how often a difference as large comes about.
"""

from itertools import product
from typing import Final

import numpy as np
import numpy.typing as npt

from newscorpus.statistics.rules import MIN_STORIES_FOR_TEST

Numbers = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]

N_STORIES_EXACT: Final = 12  # 2,048 ways to flip, up to the sign of all: as many as are drawn beyond
N_FLIPS: Final = 2_000  # drawn beyond; a share of 5 % is then known to half a percentage point
ONE_SIDED: Final = 1.64  # standard errors added to a share of drawn flips, so that the doubt of drawing makes no claim
N_BLOCKS: Final = 128  # stories flipped apart from one another; beyond, some are flipped together, which stays exact
N_COLUMNS_AT_ONCE: Final = 512  # of 2,000 flips: 8 MB
SEED: Final = 1935  # the same screen says the same twice
SAME: Final = 1e-9  # of a standard deviation; sums of the same numbers in another order differ by less


def sign_flip(differences: Numbers) -> float | None:
    """How often flipped signs give a mean at least as far from 0 as the differences of one pair have.

    `differences`: one a shared story. None below MIN_STORIES_FOR_TEST stories; 1 where all are 0. Exact up to
    N_STORIES_EXACT stories.

    >>> sign_flip(np.array([3.0, 1.0, 4.0, 1.0, 5.0, 9.0]))
    0.03125
    """
    n = len(differences)
    found = max_t(np.arange(n), np.zeros(n, np.int64), differences, 1)[0]
    return None if np.isnan(found) else float(found)


def max_t(story: Indices, column: Indices, difference: Numbers, n_columns: int) -> Numbers:
    """For each column, how often the largest of all columns would by chance be as large as this one is.

    A column is a pair of sources on a measure. A row of the three arrays is one difference: its story, its column
    (both numbered from 0) and its value; stories that a pair does not share have no row. A story's differences are
    flipped together, so what depends on one another within a story stays so. NaN for columns below
    MIN_STORIES_FOR_TEST stories: they are not tested and cost the others nothing. Beyond N_STORIES_EXACT stories flips
    are drawn, and the upper end of what the share may be is given. Single-step max-T of Westfall and Young 1993.
    """
    adjusted = np.full(n_columns, np.nan)
    is_tested = np.bincount(column, minlength=n_columns) >= MIN_STORIES_FOR_TEST
    rows = is_tested[column]
    if not rows.any():
        return adjusted
    sums = _sums_by_block(_blocks(_renumbered(story[rows])), _renumbered(column[rows]), difference[rows])
    flips = _flips(len(sums))
    largest = np.zeros(len(flips))
    for start in range(0, sums.shape[1], N_COLUMNS_AT_ONCE):
        of_columns = np.abs(flips @ sums[:, start : start + N_COLUMNS_AT_ONCE])
        np.maximum(largest, of_columns.max(axis=1), out=largest)
    observed = np.abs(sums.sum(axis=0)) - SAME
    share = 1 - np.searchsorted(np.sort(largest), observed, side="left") / len(flips)
    if len(sums) > N_STORIES_EXACT:
        share = np.minimum(1, share + ONE_SIDED * np.sqrt(share * (1 - share) / len(flips)))
    adjusted[is_tested] = share
    return adjusted


def _blocks(story: Indices) -> Indices:
    """The block of each row's story. Flipping whole blocks is a subgroup of flipping stories: the test stays exact."""
    n_stories = int(story.max()) + 1
    if n_stories <= N_BLOCKS:
        return story
    block_of_story: Indices = np.random.default_rng(SEED).permutation(n_stories) % N_BLOCKS
    return block_of_story[story]


def _renumbered(numbers: Indices) -> Indices:
    """The same numbers counted from 0 without gaps, in their order."""
    place: Indices = np.cumsum(np.bincount(numbers) > 0) - 1
    return place[numbers]


def _sums_by_block(block: Indices, column: Indices, difference: Numbers) -> Numbers:
    """Block × column: the sum of differences, in units that make columns of different scale and number comparable.

    Each column is divided by the root of its sum of squares, which no flip changes; its sum over the blocks then grows
    with Student's t, has variance 1 under flips, and cannot pass the root of its number of stories.
    """
    n_blocks, n_columns = int(block.max()) + 1, int(column.max()) + 1
    sums = np.bincount(block * n_columns + column, difference, n_blocks * n_columns).reshape(n_blocks, n_columns)
    scale = np.sqrt(np.bincount(column, difference**2, n_columns))
    return np.divide(sums, scale, out=np.zeros_like(sums), where=scale > 0)


def _flips(n_blocks: int) -> Numbers:
    """Signs to multiply each block with, a row a way; the first row leaves all as they are."""
    if n_blocks <= N_STORIES_EXACT:  # a way and its opposite give the same size: the first sign stays
        return np.array([(1, *signs) for signs in product((1, -1), repeat=n_blocks - 1)], np.float64)
    flips = np.random.default_rng(SEED).choice(np.array([-1.0, 1.0]), (N_FLIPS, n_blocks))
    flips[0] = 1
    return flips
