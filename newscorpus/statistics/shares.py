"""The interval of a share that was counted."""

from math import sqrt

from newscorpus.statistics.intervals import Interval, Z


def share_interval(n_with: int, n: int) -> Interval | None:
    """Between which shares that of the whole lies, 95 times in 100, when `n_with` of `n` drawn at random have it.

    Wilson 1927, the score interval: never outside 0 to 1, and of use from few items on. None without items.
    Raises ValueError when more have it than there are.

    >>> low, high = share_interval(15, 20)
    >>> round(low, 2), round(high, 2)
    (0.53, 0.89)
    """
    if not 0 <= n_with <= n:
        raise ValueError(f"{n_with} of {n} is no share")
    if n == 0:
        return None
    share = n_with / n
    middle = share + Z**2 / (2 * n)
    half = Z * sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    below = 1 + Z**2 / n
    return max(0.0, (middle - half) / below), min(1.0, (middle + half) / below)
