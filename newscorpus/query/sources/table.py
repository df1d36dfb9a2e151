"""What each source wrote: the table of sources."""

from typing import Final

import pyarrow as pa

from newscorpus.query.answers import Answer
from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.overlap.own_words import own_words
from newscorpus.query.selection import Selection
from newscorpus.register.measures import shown_in

MIN_ARTICLES_FOR_MEDIAN: Final = 3  # the median of two is their mean, and of one itself: neither is typical
MIN_ARTICLES_FOR_QUARTILES: Final = 5  # with four, a quartile is a point between two articles
N_TOP_NAMES: Final = 3  # as many as a table cell shows without being cut

# Words and mentions of an article are counted once: the sums are made before names are joined.
SOURCES: Final = """,
    measured AS (
        SELECT s, source_label, count(*) AS n_articles, CAST(sum(n_words) AS BIGINT) AS n_words,
            {spreads},
            count(agency) AS n_agency, count(*) FILTER (day IS NULL) AS n_undated
        FROM chosen GROUP BY s, source_label
    ),
    counted AS (
        SELECT s, e, sum(n) AS n_mentions FROM article_names JOIN chosen USING (a) GROUP BY s, e
    ),
    top AS (
        SELECT s, list(name ORDER BY n_mentions DESC, name) AS top_names
        FROM (
            SELECT s, e, n_mentions FROM counted
            QUALIFY row_number() OVER (PARTITION BY s ORDER BY n_mentions DESC, e) <= $n_top
        ) JOIN names USING (e)
        GROUP BY s
    )
    SELECT source_label AS source, n_articles, n_words,
        {medians},
        n_agency, n_undated, coalesce(top_names, []) AS top_names
    FROM measured LEFT JOIN top USING (s)
    ORDER BY n_articles DESC, source_label
"""


SPREAD: Final = """
    count({key}) AS {key}_n, quantile_cont({key}, [0.25, 0.5, 0.75]) AS {key}_quartiles"""
MEDIAN: Final = """
    CASE WHEN {key}_n >= $for_median THEN {key}_quartiles[2] END AS {median}"""
QUARTILES: Final = """
    {key}_n, CASE WHEN {key}_n >= $for_quartiles THEN {key}_quartiles[1] END AS {key}_q1,{median},
    CASE WHEN {key}_n >= $for_quartiles THEN {key}_quartiles[3] END AS {key}_q3"""


def _question() -> str:
    """SOURCES with the measures that the table shows."""
    shown = shown_in("sources")
    medians = {measure.key: MEDIAN.format(key=measure.key, median=measure.median_key) for measure in shown}
    medians |= {
        measure.key: QUARTILES.format(key=measure.key, median=medians[measure.key])
        for measure in shown_in("spread of sources")
    }
    spreads = (SPREAD.format(key=measure.key) for measure in shown)
    return SOURCES.format(spreads=",".join(spreads), medians=",".join(medians.values()))


def sources_table(reader: Reader, selection: Selection) -> Answer:
    """One row a source: articles, words, medians, quartiles, the names it names most, and own_share, as `own_words` has
    it; most articles first.

    A median is null below MIN_ARTICLES_FOR_MEDIAN articles with that measure, a quartile below
    MIN_ARTICLES_FOR_QUARTILES. Articles without a source are a row of their own. Empty without articles.
    """
    numbers = {
        "n_top": N_TOP_NAMES,
        "for_median": MIN_ARTICLES_FOR_MEDIAN,
        "for_quartiles": MIN_ARTICLES_FOR_QUARTILES,
    }
    table = ask(reader, selection, _question(), numbers)
    whole = own_words(reader, selection).table
    own_share = dict(zip(whole["source"].to_pylist(), whole["own_share"].to_pylist(), strict=True))
    shares = pa.array([own_share[source] for source in table["source"].to_pylist()], pa.float64())
    return Answer(table.append_column("own_share", shares), sum(table["n_articles"].to_pylist()))
