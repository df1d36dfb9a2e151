"""How far two labellings of the same things agree: Cohen's kappa, its interval and the table behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

N_DRAWS: Final = 4_000  # of the table; its 2.5 % ends then move by less than .01 from seed to seed
SEED: Final = 1960  # the same labels give the same interval
INTERVAL: Final = (0.025, 0.975)
WEIGHT_OF_PRIOR: Final = 1.0  # label in all, spread evenly over the cells: Perks 1947
MIN_ANSWERS_FOR_INTERVAL: Final = 10  # labels; the smallest number for which coverage was simulated

Table = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two labellings of `n` things: `table[i][j]` were labelled category i by the first and j by the second.

    `kappa` is agreement beyond chance, 1 when all agree; None when only one category occurs, where chance alone agrees.
    `low` and `high` enclose 95 %; None where kappa is, or below MIN_ANSWERS_FOR_INTERVAL things.
    """

    n: int
    n_agree: int
    kappa: float | None
    low: float | None
    high: float | None
    table: Table


def agreement(labels_a: Sequence[str], labels_b: Sequence[str], categories: Sequence[str]) -> Agreement:
    """Agreement of two labellings of the same things in the same order, each label one of `categories`.

    The interval is that of the posterior of the table under a prior of one label (Perks): where Cohen's own standard
    error covers as little as 32 % at 10 labels, this covers 89 to 97 % from 10 to 50 (docs/statistics.md). Cohen 1960.
    Raises ValueError when the two are not of one length, or a label is no category.

    >>> found = agreement(["good", "bad", "bad", "good"], ["good", "bad", "good", "good"], ["good", "bad"])
    >>> found.n_agree, found.kappa, found.table
    (3, 0.5, ((2, 0), (1, 1)))
    """
    place = {category: number for number, category in enumerate(categories)}
    unknown = sorted({*labels_a, *labels_b} - place.keys())
    if unknown:
        raise ValueError(f"not among the categories: {', '.join(unknown)}")
    counts = np.zeros((len(place), len(place)))
    for label_a, label_b in zip(labels_a, labels_b, strict=True):
        counts[place[label_a], place[label_b]] += 1
    n, n_agree = int(counts.sum()), int(np.trace(counts))
    table = tuple(tuple(int(cell) for cell in row) for row in counts)
    kappa = float(_kappas(counts)) if n else float("nan")
    if np.isnan(kappa):
        return Agreement(n, n_agree, None, None, None, table)
    if n < MIN_ANSWERS_FOR_INTERVAL:
        return Agreement(n, n_agree, kappa, None, None, table)
    low, high = _interval(counts)
    # No draw is a table without any disagreement, yet after full agreement nothing speaks against one.
    return Agreement(n, n_agree, kappa, min(low, kappa), max(high, kappa), table)


def _kappas(tables: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Kappa of each table along the last two axes; nan where chance alone would agree always."""
    n = tables.sum((-2, -1))
    observed = np.trace(tables, axis1=-2, axis2=-1) / n
    expected = (tables.sum(-1) * tables.sum(-2)).sum(-1) / n**2
    beyond_chance = np.where(expected < 1 - np.finfo(float).eps, 1 - expected, np.nan)
    kappas: npt.NDArray[np.float64] = (observed - expected) / beyond_chance
    return kappas


def _interval(counts: npt.NDArray[np.float64]) -> tuple[float, float]:
    shapes = counts + WEIGHT_OF_PRIOR / counts.size
    draws = np.random.default_rng(SEED).standard_gamma(shapes, size=(N_DRAWS, *counts.shape))
    low, high = np.nanquantile(_kappas(draws), INTERVAL)
    return float(low), float(high)
