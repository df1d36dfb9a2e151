"""Intervals that hold at small numbers: of a difference over stories, and of the middle of one source's articles."""

from functools import lru_cache
from math import comb, floor, sqrt
from statistics import NormalDist
from typing import Final

import numpy as np
import numpy.typing as npt

from newscorpus.statistics.rules import CONFIDENCE, MIN_ARTICLES_FOR_INTERVAL, MIN_STORIES_FOR_TEST

Numbers = npt.NDArray[np.float64]
Interval = tuple[float, float]

Z: Final = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)  # 1.96
N_COUNTED: Final = 1_000  # values up to which ranks are counted out; beyond, the normal curve gives the same ones


def mean_interval(differences: Numbers) -> Interval | None:
    """Student's interval of the mean of per-story differences; None below MIN_STORIES_FOR_TEST stories.

    >>> low, high = mean_interval(np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]))
    >>> round(low, 2), round(high, 2)
    (1.54, 5.46)
    """
    n = len(differences)
    if n < MIN_STORIES_FOR_TEST:
        return None
    half = student(n - 1) * float(differences.std(ddof=1)) / sqrt(n)
    mean = float(differences.mean())
    return mean - half, mean + half


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


def student(freedom: int) -> float:
    """The quantile of Student's distribution that encloses CONFIDENCE on both sides; from 5 degrees of freedom on.

    Right to .001: Abramowitz and Stegun 1964, 26.7.5.

    >>> round(student(5), 2), round(student(9), 3)
    (2.57, 2.262)
    """
    z: float = Z
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / float(freedom**power) for power, term in enumerate(terms, start=1))
