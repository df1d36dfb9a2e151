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


def _variance_between(estimates: Numbers, variances: Numbers) -> float:
    weights = 1 / variances
    mean = np.average(estimates, weights=weights)
    excess = (weights * (estimates - mean) ** 2).sum() - (len(estimates) - 1)
    return max(0.0, float(excess / (weights.sum() - (weights**2).sum() / weights.sum())))
