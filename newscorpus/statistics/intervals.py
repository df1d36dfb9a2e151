"""Intervals that hold at small numbers: of a difference over stories, and of the median of one source's articles."""

from functools import lru_cache
from math import comb, floor, sqrt
from statistics import NormalDist
from typing import Final

import numpy as np
import numpy.typing as npt

from newscorpus.statistics.rules import CONFIDENCE, MIN_ARTICLES_FOR_INTERVAL, MIN_STORIES_FOR_TEST

Numbers = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]
Interval = tuple[float, float]

Z: Final = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)  # 1.96
N_COUNTED: Final = 1_000  # values up to which ranks are counted out; beyond, the normal curve gives the same ones


def mean_intervals(n_stories: Counts, means: Numbers, deviations: Numbers) -> tuple[Numbers, Numbers]:
    """Low and high ends of Student's interval of means of per-story differences, with their standard deviations.

    NaN below MIN_STORIES_FOR_TEST stories. By hand, for 1 to 6: 3.5 and 1.871, by the root of 6: 0.764; times 2.571.

    >>> low, high = mean_intervals(np.array([6]), np.array([3.5]), np.array([1.871]))
    >>> low.round(2), high.round(2)
    (array([1.54]), array([5.46]))
    """
    n = np.where(n_stories >= MIN_STORIES_FOR_TEST, n_stories, np.nan)
    half = student(n - 1) * deviations / np.sqrt(n)
    return means - half, means + half


def median_interval(ordered: Numbers) -> Interval | None:
    """The two of the values, in ascending order, that enclose the median of what they are drawn from.

    Covers at least 95 % whatever the values' distribution, ties included. None below MIN_ARTICLES_FOR_INTERVAL values,
    where no two of them would.

    >>> median_interval(np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]))
    (1.0, 6.0)
    """
    n = len(ordered)
    if n < MIN_ARTICLES_FOR_INTERVAL:
        return None
    below = n_outside(n)
    return float(ordered[below]), float(ordered[n - 1 - below])


@lru_cache(maxsize=4096)
def n_outside(n: int) -> int:
    """How many of `n` ordered values may be left out at either end of an interval of their median.

    By hand: one of eight coin tosses or fewer is heads (1 + 8) / 256 = .035 of the time, more than .025; so none of
    eight. Of nine: (1 + 9) / 512 = .0195, so one.

    >>> n_outside(8), n_outside(9)
    (0, 1)
    """
    outside = (1 - CONFIDENCE) / 2
    if n > N_COUNTED:
        return floor((n - Z * sqrt(n)) / 2 - 1)
    n_left_out, ways = 0, 1
    while (ways + comb(n, n_left_out + 1)) / 2**n <= outside:
        n_left_out += 1
        ways += comb(n, n_left_out)
    return n_left_out


def student(freedom: Numbers) -> Numbers:
    """The quantiles of Student's distribution that enclose CONFIDENCE on both sides; from 5 degrees of freedom on.

    Right to .001: Abramowitz and Stegun 1964, 26.7.5.

    >>> student(np.array([5, 9])).round(2)
    array([2.57, 2.26])
    """
    terms = (
        Z,
        (Z**3 + Z) / 4,
        (5 * Z**5 + 16 * Z**3 + 3 * Z) / 96,
        (3 * Z**7 + 19 * Z**5 + 17 * Z**3 - 15 * Z) / 384,
        (79 * Z**9 + 776 * Z**7 + 1482 * Z**5 - 1920 * Z**3 - 945 * Z) / 92160,
    )
    return np.asarray(np.polynomial.polynomial.polyval(1 / freedom, terms), np.float64)
