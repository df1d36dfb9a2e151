"""Estimates of small sources pulled towards those of all, so that chance does not put them first or last."""

import math
from typing import Final

import numpy as np
import numpy.typing as npt

from newscorpus.statistics.rules import MIN_SOURCES_FOR_SHRINKAGE

Numbers = npt.NDArray[np.float64]
MEDIAN_AGAINST_MEAN: Final = math.pi / 2  # how much more the median of normal values varies than their mean


def shrunk(estimates: Numbers, variances: Numbers) -> Numbers:
    """Each source's estimate pulled towards the mean of all, the more the larger its own variance.

    `variances` are those of sampling. How far sources truly differ is estimated from how much more they differ than the
    variances explain (DerSimonian and Laird 1986); the pull is Morris's 1983, with his correction for few sources.
    Below MIN_SOURCES_FOR_SHRINKAGE sources, or where nothing varies, the estimates come back as they are.
    """
    n_sources = len(estimates)
    if n_sources < MIN_SOURCES_FOR_SHRINKAGE or not (variances > 0).all():
        return estimates.copy()
    between = _variance_between(estimates, variances)
    weights = 1 / (variances + between)
    towards = np.average(estimates, weights=weights)
    pull = (n_sources - 3) / (n_sources - 1) * variances / (variances + between)
    pulled: Numbers = estimates + pull * (towards - estimates)
    return pulled


def shrunk_medians(medians: Numbers, n_articles: npt.NDArray[np.int64], variance_within: float) -> Numbers:
    """Medians of sources shrunk; `variance_within` is that of articles about their source's mean, all sources pooled.

    The variance of a median is taken for that of normal values, which is too large for values with long tails: small
    sources are then pulled a little further.
    """
    return shrunk(medians, MEDIAN_AGAINST_MEAN * variance_within / n_articles)


def shrunk_shares(counts: npt.NDArray[np.int64], totals: npt.NDArray[np.int64]) -> Numbers:
    """Shares (`counts` of `totals`, each total above 0) pulled towards the share of all: beta-binomial.

    The weight of the common share, in things counted, is found by moments (Kleinman 1973). Where the shares differ no
    more than chance makes them, all become the common share; below MIN_SOURCES_FOR_SHRINKAGE they stay as they are.

    >>> shrunk_shares(np.array([2, 30, 30, 90]), np.array([2, 100, 100, 100])).round(2)
    array([0.82, 0.3 , 0.3 , 0.9 ])
    """
    shares = counts / totals
    n_sources, n_all = len(counts), totals.sum()
    if n_sources < MIN_SOURCES_FOR_SHRINKAGE:
        return shares
    common = counts.sum() / n_all
    expected = common * (1 - common)
    if expected == 0:
        return shares
    spread = (totals * (shares - common) ** 2).sum()
    correlation = (spread - expected * (n_sources - 1)) / (
        expected * (n_all - (totals**2).sum() / n_all - (n_sources - 1))
    )
    if correlation <= 0:
        return np.full(n_sources, common)
    weight = max(1 / correlation - 1, 0)
    pulled: Numbers = (counts + weight * common) / (totals + weight)
    return pulled


def _variance_between(estimates: Numbers, variances: Numbers) -> float:
    weights = 1 / variances
    mean = np.average(estimates, weights=weights)
    excess = (weights * (estimates - mean) ** 2).sum() - (len(estimates) - 1)
    return max(0.0, float(excess / (weights.sum() - (weights**2).sum() / weights.sum())))
