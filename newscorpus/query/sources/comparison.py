"""Sources compared on the stories they share, on every measure of a screen at once."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection
from newscorpus.query.sources.distribution import MAX_SOURCES_DRAWN, MEASURE_KEYS, MeasureKey
from newscorpus.statistics.paired import Paired, paired

Indices = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every pair of sources on every measure of a screen.

    `pairs`: a row a measure and pair that shares a story: measure, source_a, source_b, n_stories, n_higher and n_lower
    (stories in which source_a is higher, lower), mean, median, low, high (95 % of the mean; null below six stories),
    chance (null below six stories) and is_claimed. Most stories first.
    `n_stories` counts the stories that two sources or more tell; `n_tested` the rows that were tested together.
    """

    pairs: pa.Table
    n_stories: int
    n_tested: int


# What is of unknown source is no source.
COMPARED: Final = """
    SELECT s, any_value(source_label) AS source FROM chosen WHERE source IS NOT NULL
    GROUP BY s ORDER BY count(*) DESC, s LIMIT $n_sources
"""

# A source with several articles on a story counts by their mean.
TOLD: Final = """
    SELECT story_id, s, {means} FROM chosen
    WHERE story_id IS NOT NULL AND s IN (SELECT unnest($compared)) GROUP BY story_id, s
"""


def compare_sources(reader: Reader, selection: Selection, measures: tuple[MeasureKey, ...]) -> Comparison:
    """Each two of the sources with most articles, on `measures`, which are tested together: all that a screen offers.

    Raises ValueError for a measure that is none.
    """
    unknown = [measure for measure in measures if measure not in MEASURE_KEYS]
    if unknown:
        raise ValueError(f"{', '.join(unknown)}: not a measure of articles")
    compared = ask(reader, selection, COMPARED, {"n_sources": MAX_SOURCES_DRAWN})
    means = ", ".join(f"CAST(avg({measure}) AS DOUBLE) AS {measure}" for measure in measures)
    told = ask(reader, selection, TOLD.format(means=means), {"compared": compared["s"].to_pylist()})
    names = dict(zip(*compared.to_pydict().values(), strict=True))
    return _compared(told, names, measures)


def _compared(told: pa.Table, names: dict[int, str], measures: tuple[MeasureKey, ...]) -> Comparison:
    """Every pair of `told` (story_id, s and the measures: a row a source and story); `names` are those of each s."""
    story = told["story_id"].combine_chunks().dictionary_encode().indices.to_numpy().astype(np.int64)
    number = told["s"].to_numpy().astype(np.int64)
    order = np.lexsort((number, story))
    story, number = story[order], number[order]
    first, second = _in_one_story(story)
    step = max(names, default=0) + 1
    codes, pair = np.unique(number[first] * step + number[second], return_inverse=True)
    values = [told[measure].to_numpy()[order] for measure in measures]
    found = _figures(values, (first, second), story[first], pair, len(codes))
    pairs = [(names[code // step], names[code % step]) for code in codes.tolist()]
    labels: dict[str, list[str]] = {
        "measure": [measure for _ in pairs for measure in measures],
        "source_a": [source for source, _ in pairs for _ in measures],
        "source_b": [source for _, source in pairs for _ in measures],
    }
    n_stories = int(np.count_nonzero(np.bincount(story[first]))) if len(first) else 0
    return Comparison(_table(labels, found), n_stories, int(np.count_nonzero(~np.isnan(found.chance))))


def _in_one_story(story: Indices) -> tuple[Indices, Indices]:
    """The rows of each two sources that tell one story; `story` is in order."""
    most = int(np.bincount(story).max()) if len(story) else 0
    apart = [np.flatnonzero(story[step:] == story[:-step]) for step in range(1, most)]
    first = np.concatenate([np.array([], np.int64), *apart])
    steps = np.repeat(np.arange(1, most), [len(rows) for rows in apart]) if apart else np.array([], np.int64)
    return first, first + steps


def _figures(
    measured: list[Numbers], rows: tuple[Indices, Indices], story: Indices, pair: Indices, n_pairs: int
) -> Paired:
    """The figures of each pair and measure; the number of a column is pair × measures + measure."""
    n_measures = len(measured)
    stories, columns, differences = [], [], []
    for place, values in enumerate(measured):
        difference = values[rows[0]] - values[rows[1]]
        is_known = ~np.isnan(difference)
        stories.append(story[is_known])
        columns.append(pair[is_known] * n_measures + place)
        differences.append(difference[is_known])
    return paired(np.concatenate(stories), np.concatenate(columns), np.concatenate(differences), n_pairs * n_measures)


def _table(labels: dict[str, list[str]], found: Paired) -> pa.Table:
    columns = {name: pa.array(values, pa.string()) for name, values in labels.items()}
    columns |= {name: pa.array(getattr(found, name)) for name in ("n_stories", "n_higher", "n_lower")}
    columns |= {
        name: pa.array(getattr(found, name), from_pandas=True) for name in ("mean", "median", "low", "high", "chance")
    }
    table = pa.table(columns | {"is_claimed": pa.array(found.is_claimed)})
    shared = table.filter(pc.greater(table["n_stories"], 0))
    return shared.sort_by([("n_stories", "descending"), ("source_a", "ascending"), ("source_b", "ascending")])


SHARED: Final = """,
    told AS (
        SELECT story_id, max(day) AS day,
            CAST(avg({measure}) FILTER (source_label = $source_a) AS DOUBLE) AS value_a,
            CAST(avg({measure}) FILTER (source_label = $source_b) AS DOUBLE) AS value_b
        FROM chosen WHERE story_id IS NOT NULL AND source_label IN ($source_a, $source_b) GROUP BY story_id
    )
    SELECT story_label AS story, day, value_a, value_b, value_a - value_b AS difference
    FROM told JOIN stories USING (story_id)
    WHERE value_a IS NOT NULL AND value_b IS NOT NULL
    ORDER BY day DESC NULLS LAST, story_label
"""


def shared_stories(reader: Reader, selection: Selection, measure: MeasureKey, source_a: str, source_b: str) -> pa.Table:
    """The stories two sources share, latest first: story, day, value_a, value_b, difference.

    Raises ValueError for a measure that is none.
    """
    if measure not in MEASURE_KEYS:
        raise ValueError(f"{measure}: not a measure of articles")
    return ask(reader, selection, SHARED.format(measure=measure), {"source_a": source_a, "source_b": source_b})
