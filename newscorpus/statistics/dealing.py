"""Which articles could have been whose: how they are dealt out to sources at random, and how a sum then varies.

What is dealt is a text, or all that one source alone tells of a story: articles that copy one another are one text, and
the articles of a story share their words.
"""

from dataclasses import dataclass
from math import exp, lgamma, log
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Hands:
    """How articles may be dealt out.

    `bundle` of each article: what is dealt as one. `stack` and `label` of each bundle: labels change places within a
    stack. `holds`, side × label, is 1 where the bundles of a label are of that side: a text that two sources print is
    of both. All are numbered from 0.
    """

    bundle: Counts
    stack: Counts
    label: Counts
    holds: Numbers


def hands(side: Counts, story: Counts, n_sides: int, text: Counts | None = None) -> Hands:
    """How the articles of stories may be dealt out: within each story that several sides tell, text by text.

    A story that one side alone tells changes hands as a whole, against others of that sort. `side` of each article: 0
    to n_sides - 1 are the sources asked about, n_sides is everybody else. `story` numbers an article's story from 0, -1
    for one that stands alone; articles with the same number in `text` are copies of one another, none when not given.
    """
    unit = np.arange(len(side)) if text is None else _renumbered(text)
    n_units = int(unit.max(initial=-1)) + 1
    is_printed = np.zeros((n_units, n_sides + 1), bool)
    is_printed[unit, side] = True
    labels, label = np.unique(is_printed, axis=0, return_inverse=True)
    label = label.reshape(-1).astype(np.int64)
    told = np.full(n_units, -1, np.int64)
    np.maximum.at(told, unit, story)
    n_stories = int(told.max(initial=-1)) + 1
    told = np.where(told < 0, n_stories + np.arange(n_units), told)
    pairs = np.unique(told * max(1, len(labels)) + label) // max(1, len(labels))
    is_shared = (np.bincount(pairs, minlength=n_stories + n_units) > 1)[told]
    bundle = _renumbered(np.where(is_shared, n_stories + n_units + np.arange(n_units), told))
    stack = _renumbered(np.where(is_shared, told, n_stories + n_units))
    _, first = np.unique(bundle, return_index=True)
    return Hands(bundle[unit], stack[first], label[first], labels[:, :n_sides].T.astype(np.float64))


def n_ways(dealt: Hands, side: int) -> float:
    """In how many ways the bundles of one side could have fallen; 1 when no other was possible.

    >>> n_ways(hands(np.array([0, 1, 0, 1]), np.array([0, 0, 1, 1]), 1), 0)
    4.0
    """
    n_of_stack, n_of_side = held(dealt)
    logarithm = sum(
        lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
        for n, k in zip(n_of_stack.tolist(), n_of_side[side].tolist(), strict=True)
    )
    return float(round(exp(min(logarithm, log(1e15)))))


def held(dealt: Hands) -> tuple[Numbers, Numbers]:
    """How many bundles each stack has, and side × stack how many of them are a side's."""
    n_labels, n_stacks = dealt.holds.shape[1], int(dealt.stack.max(initial=-1)) + 1
    of_label = np.bincount(dealt.label * n_stacks + dealt.stack, minlength=n_labels * n_stacks).astype(np.float64)
    of_label = of_label.reshape(n_labels, n_stacks)
    return of_label.sum(axis=0), dealt.holds @ of_label


def moments(dealt: Hands, place: tuple[Counts, Counts], value: Numbers, n_columns: int) -> tuple[Numbers, ...]:
    """Mean, variance and third central moment of each side's sum of every column over all ways of dealing.

    `place`: bundle and column of each value; what has none is 0. A side's part of a stack is a sample without
    replacement: its first moments are in Cochran 1977, section 2.5, the third in Sukhatme 1944.
    """
    bundle, column = place
    n, k = held(dealt)
    code, row = np.unique(dealt.stack[bundle] * n_columns + column, return_inverse=True)
    stack, of_column = code // max(1, n_columns), code % max(1, n_columns)
    one, two, three = (np.bincount(row, value**power, len(code)) for power in (1, 2, 3))
    size = n[stack]
    squares = two - one**2 / size
    cubes = three - 3 * one * two / size + 2 * one**3 / size**2
    with np.errstate(invalid="ignore", divide="ignore"):
        spreads = np.nan_to_num(k * (n - k) / (n * (n - 1)))
        leans = np.nan_to_num(k * (n - k) * (n - 2 * k) / (n * (n - 1) * (n - 2)), posinf=0, neginf=0)
    return tuple(
        np.array([np.bincount(of_column, factor[stack] * sums, n_columns) for factor in factors])
        for factors, sums in ((k / n, one), (spreads, squares), (leans, cubes))
    )


def deal(dealt: Hands, chance: np.random.Generator) -> Counts:
    """The label of each bundle after one deal."""
    shuffled = np.empty_like(dealt.label)
    shuffled[np.lexsort((chance.random(len(dealt.stack)), dealt.stack))] = dealt.label[
        np.argsort(dealt.stack, kind="stable")
    ]
    return shuffled


def _renumbered(numbers: npt.NDArray[Any]) -> Counts:
    return np.unique(numbers, return_inverse=True)[1].astype(np.int64)
