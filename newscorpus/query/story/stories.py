"""Which events the articles tell, when, and which source covers which."""

from collections import defaultdict
from typing import Final

import pyarrow as pa

from newscorpus.query.answers import Answer, left_out
from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.overlap.reuse import text_of_each
from newscorpus.query.selection import Selection
from newscorpus.query.sources.distribution import MAX_SOURCES_DRAWN

STORIES: Final = """
    SELECT story_label, min(day) AS day_first, max(day) AS day_last, CAST(count(*) AS INTEGER) AS n_articles,
        CAST(count(DISTINCT source_label) AS INTEGER) AS n_sources,
        CAST(count(*) - count(day) AS INTEGER) AS n_undated, list(article_id ORDER BY article_id) AS article_ids
    FROM chosen JOIN stories USING (story_id) GROUP BY story_label
    ORDER BY day_first DESC NULLS LAST, n_sources DESC, story_label
"""


def stories_list(reader: Reader, selection: Selection) -> Answer:
    """A row a story, the latest first: story_label, day_first, day_last, n_articles, n_sources, n_texts, n_undated.

    Counts are of the articles chosen; `n_texts` counts independent texts: copies of one text are one. `left_out` counts
    the articles chosen that belong to no story. Empty where no event is told by several.
    """
    table = ask(reader, selection, STORIES)
    texts = text_of_each(reader, selection)
    n_texts = [len({texts[article] for article in ids}) for ids in table["article_ids"].to_pylist()]
    n_told = sum(table["n_articles"].to_pylist())
    table = table.drop_columns("article_ids").append_column("n_texts", pa.array(n_texts, pa.int32()))
    return Answer(table, n_told, left_out(in_no_story=len(texts) - n_told))


COVERAGE: Final = """,
    source AS (SELECT source_label, count(*) AS n FROM chosen GROUP BY source_label),
    drawn AS (SELECT source_label, n FROM source ORDER BY n DESC, source_label LIMIT $n_sources),
    told AS (
        SELECT story_label, source_label, count(*) AS n_articles, min(day) AS day_first,
            list(article_id ORDER BY article_id) AS article_ids
        FROM chosen JOIN stories USING (story_id) WHERE story_label IN (SELECT unnest($labels)) GROUP BY ALL
    )
    SELECT story_label, source_label AS source, CAST(coalesce(n_articles, 0) AS INTEGER) AS n_articles, day_first,
        coalesce(article_ids, []) AS article_ids
    FROM (SELECT unnest($labels) AS story_label) CROSS JOIN drawn LEFT JOIN told USING (story_label, source_label)
    ORDER BY list_position($labels, story_label), n DESC, source
"""


TOLD: Final = """
    SELECT count(*) AS n FROM chosen JOIN stories USING (story_id) WHERE story_label IN (SELECT unnest($labels))
"""


def coverage(reader: Reader, selection: Selection, labels: tuple[str, ...]) -> Answer:
    """How many articles each source has on each of these stories: story_label, source, n_articles, day_first, and
    n_copied, how many of them are of one text with an article of another source on the story.

    A cell for every story and source; 0 says that no chosen article of that source tells of it, which is not that the
    source never wrote of it. `left_out` counts the articles of sources beyond MAX_SOURCES_DRAWN.
    """
    table = ask(reader, selection, COVERAGE, {"labels": [*labels], "n_sources": MAX_SOURCES_DRAWN})
    table = _with_copied(table, text_of_each(reader, selection))
    n_drawn = sum(table["n_articles"].to_pylist())
    n_told = int(ask(reader, selection, TOLD, {"labels": [*labels]})["n"][0].as_py())
    return Answer(table, n_drawn, left_out(source_beyond_top=n_told - n_drawn))


def _with_copied(cells: pa.Table, text_of: dict[str, str]) -> pa.Table:
    rows = cells.to_pylist()
    sources_with: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        for article in row["article_ids"]:
            sources_with[row["story_label"], text_of[article]].add(row["source"])
    n_copied = [
        sum(len(sources_with[row["story_label"], text_of[article]]) > 1 for article in row["article_ids"])
        for row in rows
    ]
    return cells.drop_columns("article_ids").append_column("n_copied", pa.array(n_copied, pa.int32()))


def sources_that_tell(cells: pa.Table) -> dict[str, tuple[list[str], list[str]]]:
    """Story -> the sources with an article on it, and those without one, from the table of `coverage`."""
    found: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for row in cells.to_pylist():
        found[row["story_label"]][row["n_articles"] == 0].append(row["source"])
    return dict(found)
