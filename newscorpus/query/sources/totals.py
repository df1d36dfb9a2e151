"""How much is chosen: the headline figures."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection


@dataclass(frozen=True, slots=True)
class Figures:
    """The headline figures of the articles chosen. A median or date is None where there is nothing to take it of.

    `n_sources` counts known sources; `n_unknown_source` the articles without one.
    """

    n_articles: int
    n_sources: int
    n_unknown_source: int
    n_words: int
    words_median: float | None
    day_first: date | None
    day_last: date | None
    n_undated: int
    n_names: int
    n_agency: int
    n_most_of_one_source: int


FIGURES: Final = """
    SELECT CAST(count(*) AS BIGINT) AS n_articles, count(DISTINCT source) AS n_sources,
        count(*) FILTER (source IS NULL) AS n_unknown_source, CAST(coalesce(sum(n_words), 0) AS BIGINT) AS n_words,
        median(n_words) AS words_median, min(day) AS day_first, max(day) AS day_last,
        count(*) FILTER (day IS NULL) AS n_undated,
        (SELECT count(DISTINCT e) FROM article_names WHERE a IN (SELECT a FROM chosen)) AS n_names,
        count(agency) AS n_agency,
        (SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM chosen GROUP BY source_label))
            AS n_most_of_one_source
    FROM chosen
"""


def headline_figures(reader: Reader, selection: Selection) -> Figures:
    """Counts, the median length and the days of the articles chosen."""
    return Figures(**ask(reader, selection, FIGURES).to_pylist()[0])
