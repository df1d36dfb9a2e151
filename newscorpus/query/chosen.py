"""The articles a selection leaves: a common table expression that every question begins with."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pyarrow as pa

from newscorpus.query.connection import N_SEARCHES_KEPT, Columns, Reader
from newscorpus.query.passages import counted_only, has_shared
from newscorpus.query.selection import Selection, search_terms

Parameters = Mapping[str, object]


def ask(
    reader: Reader,
    selection: Selection,
    question: str,
    parameters: Parameters | None = None,
    on_disk: Columns | None = None,
) -> pa.Table:
    """The answer to a SQL question over `chosen`, the rows of `articles` that the selection leaves.

    A selection chooses whole articles, by their whole length and all their names. Where it counts only own sentences,
    or shared ones, all tables a question can name hold those alone.
    `question` follows "WITH chosen AS (…)": it starts with SELECT, or with a comma and further expressions.
    Tables of the store in `on_disk` can be asked, once, as `<table>_on_disk`.
    """
    conditions, values = conditions_of(selection)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    terms = search_terms(selection.text)
    found = articles_with(reader, terms) if terms else None
    tables = on_disk or {}
    if selection.passages != "all":
        tables = {name: [*columns, "shared"] if has_shared(name) else columns for name, columns in tables.items()}
    with reader.cursor(tables) as cursor:
        if found is not None:
            cursor.register("found", found)
        counted = counted_only(selection.passages, tables)
        sql = f"WITH those_chosen AS (SELECT a FROM articles {where}), {counted}{CHOSEN} {question}"
        return cursor.sql(sql, params={**values, **(parameters or {})}).to_arrow_table()


def conditions_of(selection: Selection) -> tuple[list[str], dict[str, object]]:
    """SQL conditions on `articles`, and the values of their parameters. Values never enter the text of a query."""
    possible: list[tuple[str, str, object]] = [
        ("source_label IN (SELECT unnest($sources))", "sources", list(selection.sources)),
        (STORIES_ANY, "stories", list(selection.stories)),
        ("language IN (SELECT unnest($languages))", "languages", list(selection.languages)),
        ("article_id IN (SELECT unnest($article_ids))", "article_ids", list(selection.article_ids)),
        (NAMES_ANY, "names", list(selection.names)),
        ("day >= $date_from", "date_from", selection.date_from),
        ("day <= $date_to", "date_to", selection.date_to),
        ("n_words >= $words_from", "words_from", selection.words_from),
        ("n_words <= $words_to", "words_to", selection.words_to),
    ]
    used = [(condition, name, value) for condition, name, value in possible if value is not None and value != []]
    conditions = [condition for condition, _, _ in used]
    values = {name: value for _, name, value in used}
    for measure, (low, high) in selection.ranges:
        conditions.append(f"{measure.key} BETWEEN ${measure.key}_from AND ${measure.key}_to")
        values |= {f"{measure.key}_from": low, f"{measure.key}_to": high}
    if search_terms(selection.text):
        conditions.append("a IN (SELECT a FROM found)")
    return conditions, values


# `those_chosen` stands before the tables that hold only what counts, so that a range means the whole article.
CHOSEN: Final = "chosen AS (SELECT articles.* FROM articles JOIN those_chosen USING (a))"
STORIES_ANY: Final = "story_id IN (SELECT story_id FROM stories WHERE story_label IN (SELECT unnest($stories)))"
NAMES_ANY: Final = """a IN (
    SELECT a FROM article_names JOIN names USING (e) WHERE name_label IN (SELECT unnest($names)))"""

# One pass over title and text, batch by batch; no text is kept.
SEARCH: Final = """
    SELECT a FROM articles JOIN texts_on_disk USING (article_id)
    WHERE {conditions}
"""


def articles_with(reader: Reader, terms: tuple[str, ...]) -> pa.Table:
    """The numbers `a` of articles that hold every term in title or text, whatever the case of its letters.

    Literal: no term is a pattern. Kept for the last N_SEARCHES_KEPT searches, for every question of a page needs it.
    """
    with reader.lock:
        kept = reader.searches.get(terms)
    if kept is not None:
        return kept
    conditions = " AND ".join(
        f"(contains(lower(text), lower($term_{i})) OR contains(lower(coalesce(title, '')), lower($term_{i})))"
        for i in range(len(terms))
    )
    values = {f"term_{i}": term for i, term in enumerate(terms)}
    found = reader.rows(SEARCH.format(conditions=conditions), values, on_disk={"texts": ("article_id", "text")})
    found = pa.table({"a": pa.array(np.sort(found["a"].to_numpy()), pa.int32())})
    with reader.lock:
        while len(reader.searches) >= N_SEARCHES_KEPT:
            reader.searches.pop(next(iter(reader.searches)), None)
        reader.searches[terms] = found
    return found
