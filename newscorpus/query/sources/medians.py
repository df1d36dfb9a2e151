"""How sure the medians of sources are, and which place each source has when chance is reckoned with."""

from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.selection import UNKNOWN_SOURCE, Selection
from newscorpus.statistics.intervals import median_interval
from newscorpus.statistics.rules import MIN_SOURCES_FOR_SHRINKAGE
from newscorpus.statistics.shrinkage import shrunk_medians

Numbers = npt.NDArray[np.float64]
Ends = tuple[float | None, float | None]

ORDERED: Final = """
    SELECT s, CAST({measure} AS DOUBLE) AS value FROM chosen
    WHERE {measure} IS NOT NULL AND source IS NOT NULL AND source_label IN (SELECT unnest($drawn))
"""


def with_intervals_and_places(reader: Reader, selection: Selection, measure: str, sources: pa.Table) -> pa.Table:
    """`sources` (s, source, n, median, variance) without s and variance, with median_low, median_high, shrunk, place.

    The first two enclose the median 95 times in 100; null below six articles. `shrunk` is the median pulled towards
    those of all, `place` counts from the highest of these; null where there is no median or fewer than four sources
    have one. All are null for articles of unknown source, which are of many.
    """
    values = ask(reader, selection, ORDERED.format(measure=measure), {"drawn": sources["source"].to_pylist()})
    ends = _ends(values, sources)
    pulled, places = _places(sources)
    columns: dict[str, list[float | None] | list[int | None]] = {
        "median_low": [low for low, _ in ends],
        "median_high": [high for _, high in ends],
        "shrunk": pulled,
        "place": places,
    }
    for name, column in columns.items():
        sources = sources.append_column(name, pa.array(column, pa.int32() if name == "place" else pa.float64()))
    return sources.drop_columns(["s", "variance"])


def _ends(values: pa.Table, sources: pa.Table) -> list[Ends]:
    number, value = values["s"].to_numpy(), values["value"].to_numpy()
    order = np.lexsort((value, number))
    number, value = number[order], value[order]
    wanted = sources["s"].to_numpy()
    first, behind = (np.searchsorted(number, wanted, side) for side in ("left", "right"))
    intervals = [median_interval(value[a:b]) for a, b in zip(first, behind, strict=True)]
    return [(None, None) if interval is None else interval for interval in intervals]


def _places(sources: pa.Table) -> tuple[list[float | None], list[int | None]]:
    rows = sources.to_pylist()
    compared = [
        place for place, row in enumerate(rows) if row["median"] is not None and row["source"] != UNKNOWN_SOURCE
    ]
    pulled: list[float | None] = [None] * len(rows)
    places: list[int | None] = [None] * len(rows)
    if len(compared) < MIN_SOURCES_FOR_SHRINKAGE:
        return pulled, places
    medians, n = (np.array([rows[place][name] for place in compared]) for name in ("median", "n"))
    variances = np.array([rows[place]["variance"] for place in compared])
    within = float((variances * (n - 1)).sum() / (n - 1).sum())
    found = shrunk_medians(medians.astype(float), n, within)
    ranks = (found[None, :] > found[:, None]).sum(axis=1) + 1
    for place, value, rank in zip(compared, found.tolist(), ranks.tolist(), strict=True):
        pulled[place], places[place] = value, rank
    return pulled, places
