"""Who and what is named: counts of names, by source, and the spellings merged into one name."""

from typing import Final, NamedTuple

import pyarrow as pa

from newscorpus.query.answers import Answer, left_out
from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection
from newscorpus.query.sources.distribution import MAX_SOURCES_DRAWN

MAX_BEARERS: Final = 5  # of a surname, as many as a line holds
MAX_SPELLINGS: Final = 200  # a name with more is a merging gone wrong, and the first 200 show it

COUNTS: Final = """,
    counted AS (
        SELECT e, CAST(sum(n_mentions) AS BIGINT) AS n_mentions, CAST(sum(n_articles) AS BIGINT) AS n_articles,
            count(*) AS n_sources
        FROM (
            SELECT e, s, sum(n) AS n_mentions, count(*) AS n_articles
            FROM article_names JOIN chosen USING (a) GROUP BY e, s
        ) GROUP BY e
    ),
    fitting AS (
        SELECT name_label, name, kind, n_mentions, n_articles, n_sources FROM counted JOIN names USING (e)
        WHERE (len($kinds) = 0 OR kind IN (SELECT unnest($kinds)))
            AND ($search = '' OR contains(lower(name), lower($search)))
    )
    SELECT *, count(*) OVER () AS n_fitting FROM fitting
    ORDER BY n_mentions DESC, n_articles DESC, name_label LIMIT $n_top
"""


def name_counts(
    reader: Reader, selection: Selection, n_top: int, kinds: tuple[str, ...] = (), search: str = ""
) -> Answer:
    """The `n_top` names most mentioned: name_label, name, kind, n_mentions, n_articles, n_sources.

    `kinds` narrows to some of kinds.KINDS_OF_NAME, `search` to names that hold these characters. `left_out` counts the
    names behind the last row; `n_articles` the articles chosen. Empty where nothing is named.
    """
    values = {"kinds": list(kinds), "search": search, "n_top": n_top}
    table = ask(reader, selection, COUNTS, values)
    n_fitting = table["n_fitting"][0].as_py() if table.num_rows else 0
    n_articles = int(ask(reader, selection, "SELECT count(*) AS n FROM chosen")["n"][0].as_py())
    return Answer(table.drop_columns("n_fitting"), n_articles, left_out(beyond_top=n_fitting - table.num_rows))


BY_SOURCE: Final = """,
    source AS (
        SELECT source_label, count(*) AS n_articles_of_source, CAST(sum(n_words) AS BIGINT) AS n_words_of_source
        FROM chosen GROUP BY source_label
    ),
    drawn AS (
        SELECT source_label FROM source ORDER BY n_articles_of_source DESC, source_label LIMIT $n_sources
    ),
    counted AS (
        SELECT source_label, name_label, CAST(sum(n) AS BIGINT) AS n_mentions, count(*) AS n_articles
        FROM article_names JOIN chosen USING (a) JOIN names USING (e)
        WHERE name_label IN (SELECT unnest($labels)) GROUP BY ALL
    )
    SELECT source_label AS source, name_label, coalesce(n_mentions, 0) AS n_mentions,
        coalesce(n_articles, 0) AS n_articles, n_articles_of_source, n_words_of_source,
        CASE WHEN n_words_of_source > 0 THEN 1000.0 * coalesce(n_mentions, 0) / n_words_of_source END AS per_thousand
    FROM drawn JOIN source USING (source_label) CROSS JOIN (SELECT unnest($labels) AS name_label)
        LEFT JOIN counted USING (source_label, name_label)
    ORDER BY n_articles_of_source DESC, source, list_position($labels, name_label)
"""


def names_by_source(reader: Reader, selection: Selection, labels: tuple[str, ...]) -> Answer:
    """How often each source names each of `labels`: n_mentions, n_articles, per_thousand (mentions per 1,000 words).

    A cell for every source and label, 0 where it is not named; per_thousand is null for a source without words.
    """
    table = ask(reader, selection, BY_SOURCE, {"labels": list(labels), "n_sources": MAX_SOURCES_DRAWN})
    per_source = dict(zip(table["source"].to_pylist(), table["n_articles_of_source"].to_pylist(), strict=True))
    n_articles = int(ask(reader, selection, "SELECT count(*) AS n FROM chosen")["n"][0].as_py())
    beyond = n_articles - sum(per_source.values()) if labels else 0
    return Answer(table, n_articles - beyond, left_out(source_beyond_top=beyond))


OF_ONE: Final = """
    SELECT count(*) AS n_mentions, count(DISTINCT a) AS n_articles, count(*) FILTER (is_inferred) AS n_inferred,
        count(DISTINCT a) FILTER (is_inferred) AS n_articles_inferred
    FROM mentions_on_disk AS m JOIN chosen USING (article_id)
    WHERE m.entity_id IN (SELECT entity_id FROM names WHERE name_label = $label)
"""
BEARERS: Final = """,
    bare AS (SELECT e, name FROM names WHERE name_label = $label AND kind = 'PERSON' AND NOT contains(name, ' ')),
    here AS (SELECT a FROM chosen JOIN article_names USING (a) WHERE e IN (SELECT e FROM bare))
    SELECT names.name FROM here JOIN article_names USING (a) JOIN names USING (e), bare
    WHERE kind = 'PERSON' AND ends_with(lower(names.name), ' ' || lower(bare.name))
    GROUP BY ALL ORDER BY count(*) DESC, names.name LIMIT $n_top
"""


class NameCount(NamedTuple):
    """One name in what is chosen: mentions, articles, and of these what other articles than their own lead to it."""

    n_mentions: int
    n_articles: int
    n_inferred: int
    n_articles_inferred: int
    bearers: tuple[str, ...]
    """Of a bare surname: persons of that name in the same articles, so that who is meant was not decided."""


def name_count(reader: Reader, selection: Selection, label: str) -> NameCount:
    """How often one name is written, as in name_counts; zeros for a name that is not there."""
    columns = {"mentions": ("article_id", "entity_id", "is_inferred")}
    (row,) = ask(reader, selection, OF_ONE, {"label": label}, columns).to_pylist()
    bearers = ask(reader, selection, BEARERS, {"label": label, "n_top": MAX_BEARERS})
    return NameCount(**row, bearers=tuple(bearers["name"].to_pylist()))


SPELLINGS: Final = """
    SELECT surface, source_label AS source, count(*) AS n_mentions, count(DISTINCT a) AS n_articles
    FROM mentions_on_disk AS m JOIN chosen USING (article_id)
    WHERE m.entity_id IN (SELECT entity_id FROM names WHERE name_label = $label)
    GROUP BY ALL ORDER BY n_mentions DESC, surface, source LIMIT $n_top
"""


def spellings(reader: Reader, selection: Selection, label: str) -> pa.Table:
    """Every way the name is written, by source: surface, source, n_mentions, n_articles; most frequent first."""
    return ask(
        reader,
        selection,
        SPELLINGS,
        {"label": label, "n_top": MAX_SPELLINGS},
        {"mentions": ("article_id", "surface", "entity_id")},
    )
