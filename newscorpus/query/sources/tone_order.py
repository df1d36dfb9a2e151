"""Where sentence tone and word polarity put two sources in opposite order, neither order is told."""

from dataclasses import replace
from typing import Any

import pyarrow as pa

from newscorpus.query.sources.comparison import Comparison
from newscorpus.query.sources.distribution import Values
from newscorpus.register.measures import compared

Row = dict[str, Any]


def parted_pairs(comparison: Comparison, measure: str) -> tuple[tuple[str, str], ...]:
    """The pairs of sources that the two measures of tone put in opposite order on the stories both tell.

    The order is that of most stories or, where as many go either way, of the mean. Pairs that are equal by one of the
    two, or have only one, are not parted. () for what is no measure of tone.
    """
    by_measure: dict[str, dict[tuple[str, str], int]] = {measure: {}, compared(measure).second_opinion: {}}
    for row in comparison.pairs.to_pylist():
        if row["measure"] in by_measure:
            by_measure[row["measure"]][row["source_a"], row["source_b"]] = _direction(row)
    one, second = by_measure.values()
    return tuple(pair for pair, direction in one.items() if direction * second.get(pair, 0) < 0)


def without_parted(comparison: Comparison, measure: str) -> Comparison:
    """The comparison without what the two measures of tone part on: pairs, and the standing of a source among all."""
    parted = set(parted_pairs(comparison, measure))
    pairs = comparison.pairs.select(["measure", "source_a", "source_b"]).to_pylist()
    kept = [row["measure"] != measure or (row["source_a"], row["source_b"]) not in parted for row in pairs]
    stood = comparison.standings.to_pylist()
    second = {row["source"]: _above(row) for row in stood if row["measure"] == compared(measure).second_opinion}
    stand = [row["measure"] != measure or _above(row) * second.get(row["source"], 0) >= 0 for row in stood]
    return replace(
        comparison,
        pairs=comparison.pairs.filter(pa.array(kept, pa.bool_())),
        standings=comparison.standings.filter(pa.array(stand, pa.bool_())),
    )


def ends_part(values: Values, second: Values) -> bool:
    """Whether the sources whose medians are highest and lowest by one measure lie the other way by the other.

    False where either is not known by both.
    """
    medians = [(row["median"], row["source"]) for row in values.sources.to_pylist() if row["median"] is not None]
    if len(medians) < 2:
        return False
    by_second = {row["source"]: row["median"] for row in second.sources.to_pylist()}
    low, high = (by_second.get(source) for _, source in (min(medians), max(medians)))
    return low is not None and high is not None and low > high


def _direction(row: Row) -> int:
    difference = row["n_higher"] - row["n_lower"] or row["mean"] or 0
    return (difference > 0) - (difference < 0)


def _above(row: Row) -> int:
    """How many more stories a source is above the median in than below it."""
    return int(row["n_above"] - row["n_below"])
