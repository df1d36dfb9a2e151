"""Shares corrected for what a method misses and what it finds in error."""

from math import sqrt
from typing import Final

from newscorpus.statistics.intervals import Interval, Z

Count = tuple[int, int]
"""How many of how many."""

ADDED: Final = 1  # success and failure each, to what was checked: an error never seen is not one that never happens


def corrected_share(found: float, sensitivity: float, specificity: float) -> float | None:
    """The share there is, where `found` is the share a method finds. Rogan and Gladen 1978.

    `sensitivity` is the share of true cases the method finds, `specificity` that of others it leaves alone. Kept
    between 0 and 1. None where the method finds no more than a coin would.

    By hand: of 100, 20 are true; it finds 10 of these and 8 of the other 80 (.5, .9). Of the 18 found follow 20 true.

    >>> round(corrected_share(0.18, 0.5, 0.9), 9), corrected_share(0.5, 0.5, 0.5)
    (0.2, None)
    """
    better_than_chance = sensitivity + specificity - 1
    if better_than_chance <= 0:
        return None
    return min(1.0, max(0.0, (found + specificity - 1) / better_than_chance))


def corrected_interval(found: Count, sensitivity: Count, specificity: Count) -> Interval | None:
    """The 95 % interval of a corrected share, with the doubt of all three counts in it. Lang and Reiczigel 2014.

    None where one of them counts nothing, or the method may be no better than chance.
    """
    if not (found[1] and sensitivity[1] and specificity[1]):
        return None
    n = found[1] + Z**2
    share = (found[0] + Z**2 / 2) / n
    (right, n_right), (clean, n_clean) = (
        ((count + ADDED) / (total + 2 * ADDED), total + 2 * ADDED) for count, total in (sensitivity, specificity)
    )
    better_than_chance = right + clean - 1
    if better_than_chance <= 0:
        return None
    middle = (share + clean - 1) / better_than_chance
    doubt_right, doubt_clean = right * (1 - right) / n_right, clean * (1 - clean) / n_clean
    shift = 2 * Z**2 * (middle * doubt_right - (1 - middle) * doubt_clean)
    variance = share * (1 - share) / n + (1 - middle) ** 2 * doubt_clean + middle**2 * doubt_right
    half = Z * sqrt(variance) / better_than_chance
    low, high = (min(1.0, max(0.0, middle + shift + side * half)) for side in (-1, 1))
    return low, high
