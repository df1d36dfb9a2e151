"""One measure, article by article and source by source: dots while they can be told apart, boxes beyond."""

from dataclasses import dataclass
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.query.answers import LeftOut, left_out
from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection
from newscorpus.query.sources.medians import with_intervals_and_places
from newscorpus.query.sources.table import MIN_ARTICLES_FOR_MEDIAN, MIN_ARTICLES_FOR_QUARTILES
from newscorpus.register.measures import compared

MAX_DOTS: Final = 1_500  # more cannot be told apart on a screen, and a browser draws this many at once
MAX_SOURCES_DRAWN: Final = 30  # rows of a chart that can still be read


@dataclass(frozen=True, slots=True)
class Values:
    """A measure of the articles chosen.

    `sources`: a row a source, most articles first: n_articles, n (with the measure), median (null below
    MIN_ARTICLES_FOR_MEDIAN), the exact low, q1, q3, high (5 %, 25 %, 75 %, 95 %; null below MIN_ARTICLES_FOR_QUARTILES)
    and what `medians.with_intervals_and_places` adds.
    `dots`: a row an article of these sources. With more than MAX_DOTS articles only those of sources without quartiles:
    the others are drawn as boxes of their exact quantiles. Never a sample.
    """

    measure: str
    sources: pa.Table
    dots: pa.Table
    n_articles: int
    left_out: tuple[LeftOut, ...]

    @property
    def is_boxed(self) -> bool:
        """Whether there are too many articles to draw each as a dot."""
        return self.n_articles > MAX_DOTS


BY_SOURCE: Final = """
    SELECT s, source_label AS source, count(*) AS n_articles, count({measure}) AS n, var_samp({measure}) AS variance,
        CASE WHEN count({measure}) >= $for_median THEN median({measure}) END AS median,
        CASE WHEN count({measure}) >= $for_quartiles THEN quantile_cont({measure}, [0.05, 0.25, 0.75, 0.95]) END
            AS marks
    FROM chosen GROUP BY s, source_label ORDER BY n_articles DESC, source_label
"""

DOTS: Final = """
    SELECT article_id, source_label AS source, title, day, CAST({measure} AS DOUBLE) AS value
    FROM chosen WHERE {measure} IS NOT NULL AND source_label IN (SELECT unnest($drawn))
    ORDER BY source_label, value, article_id
"""


def values_by_source(reader: Reader, selection: Selection, measure: str) -> Values:
    """The measure of every article chosen, by source. Raises ValueError for one that is not compared."""
    undefined = compared(measure).undefined
    least = {"for_median": MIN_ARTICLES_FOR_MEDIAN, "for_quartiles": MIN_ARTICLES_FOR_QUARTILES}
    every = ask(reader, selection, BY_SOURCE.format(measure=measure), least)
    n_articles, n_with = sum(every["n_articles"].to_pylist()), sum(every["n"].to_pylist())
    sources = with_intervals_and_places(reader, selection, measure, _spread_marks(every.slice(0, MAX_SOURCES_DRAWN)))
    dotted = sources if n_with <= MAX_DOTS else sources.filter(pc.is_null(sources["q1"]))
    dots = ask(reader, selection, DOTS.format(measure=measure), {"drawn": dotted["source"].to_pylist()})
    n_beyond = sum(every.slice(MAX_SOURCES_DRAWN)["n"].to_pylist())
    reasons = left_out(**{undefined: n_articles - n_with}, source_beyond_top=n_beyond)
    return Values(measure, sources, dots, n_with, reasons)


def _spread_marks(table: pa.Table) -> pa.Table:
    marks = table["marks"].to_pylist()
    for position, name in enumerate(("low", "q1", "q3", "high")):
        column = [None if mark is None else mark[position] for mark in marks]
        table = table.append_column(name, pa.array(column, pa.float64()))
    return table.drop_columns("marks")
