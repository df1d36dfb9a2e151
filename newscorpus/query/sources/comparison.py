"""Sources compared on the stories they share, on every measure of a screen at once."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.overlap.reuse import text_of_each
from newscorpus.query.selection import Selection
from newscorpus.query.sources.distribution import MAX_SOURCES_DRAWN
from newscorpus.register.measures import compared
from newscorpus.statistics.paired import Paired, paired
from newscorpus.statistics.rules import MIN_SOURCES_FOR_STANDING
from newscorpus.statistics.standing import Standing, standing, together

Indices = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every pair of sources, and every source among all others, on every measure of a screen.

    `pairs`: a row a measure and pair that shares a story: measure, source_a, source_b, n_stories, n_higher and n_lower
    (stories in which source_a is higher, lower), mean, median, low, high (95 % of the mean; null below six stories),
    chance (null below six stories) and is_claimed. Most stories first.
    `standings`: a row a measure and source, of the stories that three sources or more tell in different texts (of those
    that print one text, one counts): measure, source, n_stories,
    n_above and n_below their median, n_highest and n_lowest of all, difference from the mean of the others (median over
    stories; null where not claimed), chance (null below six stories) and is_claimed.
    `n_stories` counts the stories that two sources or more tell; `n_tested` the rows that were tested together.
    """

    pairs: pa.Table
    standings: pa.Table
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

PRINTED: Final = """
    SELECT article_id, story_id, s FROM chosen
    WHERE story_id IS NOT NULL AND s IN (SELECT unnest($compared)) ORDER BY s, article_id
"""


def compare_sources(reader: Reader, selection: Selection, measures: tuple[str, ...]) -> Comparison:
    """Each two of the sources with most articles, on `measures`, which are tested together: all that a screen offers.

    Raises ValueError for a measure that is not compared.
    """
    for measure in measures:
        compared(measure)
    most = ask(reader, selection, COMPARED, {"n_sources": MAX_SOURCES_DRAWN})
    means = ", ".join(f"CAST(avg({measure}) AS DOUBLE) AS {measure}" for measure in measures)
    told = ask(reader, selection, TOLD.format(means=means), {"compared": most["s"].to_pylist()})
    told = told.append_column("is_copy", _is_copy(reader, selection, told))
    names = dict(zip(*most.to_pydict().values(), strict=True))
    return _compared(told, names, measures)


def _is_copy(reader: Reader, selection: Selection, told: pa.Table) -> pa.Array:
    """Of each row of `told` whether the source prints a text on the story that one with a lower `s` prints too."""
    text_of = text_of_each(reader, selection)
    articles = ask(reader, selection, PRINTED, {"compared": pc.unique(told["s"]).to_pylist()})
    printed_by: dict[tuple[str, str], int] = {}
    copies: set[tuple[str, int]] = set()
    for article_id, story, s in zip(*articles.to_pydict().values(), strict=True):
        if printed_by.setdefault((story, text_of[article_id]), s) != s:
            copies.add((story, s))
    rows = zip(told["story_id"].to_pylist(), told["s"].to_pylist(), strict=True)
    return pa.array([row in copies for row in rows], pa.bool_())


def _compared(told: pa.Table, names: dict[int, str], measures: tuple[str, ...]) -> Comparison:
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
    place = {s: row for row, s in enumerate(sorted(names))}
    source = np.array([place[s] for s in number.tolist()], np.int64)
    own = np.where(told["is_copy"].to_numpy()[order, None], np.nan, np.stack(values, axis=1))
    stood = standing(story, source, own, len(names))
    found, stood, n_tested = together(found, stood)
    pairs = [(names[code // step], names[code % step]) for code in codes.tolist()]
    labels: dict[str, list[str]] = {
        "measure": [measure for _ in pairs for measure in measures],
        "source_a": [source for source, _ in pairs for _ in measures],
        "source_b": [source for _, source in pairs for _ in measures],
    }
    n_stories = int(np.count_nonzero(np.bincount(story[first]))) if len(first) else 0
    ahead = _ahead(stood, story, source, own)
    stood_names = [names[s] for s in sorted(names)]
    return Comparison(_table(labels, found), _standings(stood_names, measures, stood, ahead), n_stories, n_tested)


def _ahead(stood: Standing, story: Indices, source: Indices, values: Numbers) -> Numbers:
    """Source × measure: how far a source that stands out is above the mean of the others, the median over stories."""
    found = np.full(stood.chance.shape, np.nan)
    for row, measure in zip(*np.nonzero(stood.is_claimed), strict=True):
        value, is_known = values[:, measure], ~np.isnan(values[:, measure])
        n = np.bincount(story[is_known], minlength=story.max() + 1)
        total = np.bincount(story[is_known], value[is_known], story.max() + 1)
        own = np.flatnonzero((source == row) & is_known & (n[story] >= MIN_SOURCES_FOR_STANDING))
        of = story[own]
        found[row, measure] = np.median(value[own] - (total[of] - value[own]) / (n[of] - 1))
    return found


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


def _standings(names: list[str], measures: tuple[str, ...], stood: Standing, ahead: Numbers) -> pa.Table:
    columns = {
        "measure": pa.array([measure for _ in names for measure in measures], pa.string()),
        "source": pa.array([name for name in names for _ in measures], pa.string()),
    }
    for name in ("n_stories", "n_above", "n_below", "n_highest", "n_lowest"):
        columns[name] = pa.array(getattr(stood, name).ravel())
    columns |= {
        name: pa.array(values.ravel(), from_pandas=True)
        for name, values in (("difference", ahead), ("chance", stood.chance))
    }
    table = pa.table(columns | {"is_claimed": pa.array(stood.is_claimed.ravel())})
    return table.filter(pc.greater(table["n_stories"], 0))


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


def shared_stories(reader: Reader, selection: Selection, measure: str, source_a: str, source_b: str) -> pa.Table:
    """The stories two sources share, latest first: story, day, value_a, value_b, difference.

    Raises ValueError for a measure that is not compared.
    """
    compared(measure)
    return ask(reader, selection, SHARED.format(measure=measure), {"source_a": source_a, "source_b": source_b})
