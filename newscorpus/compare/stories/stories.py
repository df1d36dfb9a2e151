"""Stories: which articles tell of one event, the same happening within days, and not only of one topic.

Articles are tied by rare words, names, numbers and days. An article that nothing is enough like stands alone.
"""

from collections.abc import Sequence
from datetime import timedelta
from hashlib import blake2b
from typing import Any, Final, NamedTuple

import pyarrow as pa

from newscorpus.compare.stories.average_link import cluster
from newscorpus.compare.stories.background import Background, background
from newscorpus.compare.stories.features import Vector, article_features, unit_vectors
from newscorpus.compare.stories.label import label
from newscorpus.text.language import language

DAY: Final = timedelta(days=1)
NEEDED: Final = ("article_id", "source", "title", "published_at")


class Stories(NamedTuple):
    """`assignment`: article_id -> story_id, None for an article that stands alone; `table`: a row a story."""

    assignment: dict[str, str | None]
    table: pa.Table


SCHEMA: Final = pa.schema(
    [
        pa.field("story_id", pa.string(), nullable=False),
        pa.field("label", pa.string(), nullable=False),
        pa.field("n_articles", pa.int32(), nullable=False),
        pa.field("n_sources", pa.int32(), nullable=False),
    ]
)


def find_stories(articles: pa.Table, texts: pa.Table) -> Stories:
    """The events told by two articles or more.

    `articles` needs article_id, source, title, published_at, and may have language, which is told from the texts
    where it has not; `texts` article_id, text. Rows may stand in any order. An article without a text is compared by
    its title. No articles: an empty table.
    """
    rows = _rows(articles, texts)
    if not rows:
        return Stories({}, SCHEMA.empty_table())
    vectors = _vectors(rows)
    first = min((row["published_at"] for row in rows if row["published_at"]), default=None)
    days = [(row["published_at"] - first) / DAY if row["published_at"] else None for row in rows]
    assignment: dict[str, str | None] = {row["article_id"]: None for row in rows}
    found = []
    for group in cluster(vectors, days):
        if len(group) > 1:
            members = [rows[n] for n in group]
            story_id = blake2b(members[0]["article_id"].encode(), digest_size=8).hexdigest()
            assignment.update({row["article_id"]: story_id for row in members})
            name = label(members, [vectors[n] for n in group])
            n_sources = len({row["source"] for row in members})
            found.append({"story_id": story_id, "label": name, "n_articles": len(group), "n_sources": n_sources})
    return Stories(assignment, pa.Table.from_pylist(found, schema=SCHEMA))


def _rows(articles: pa.Table, texts: pa.Table) -> list[dict[str, Any]]:
    """The articles with their texts and languages, in the order of their ids."""
    body = dict(zip(texts["article_id"].to_pylist(), texts["text"].to_pylist(), strict=True))
    is_told = "language" in articles.column_names
    rows = sorted(articles.select([*NEEDED, *["language"] * is_told]).to_pylist(), key=lambda row: row["article_id"])
    for row in rows:
        row["text"] = body.get(row["article_id"], "")
        if not is_told:
            row["language"] = language(f"{row['title'] or ''}\n{row['text']}")
    return rows


def _vectors(rows: Sequence[dict[str, Any]]) -> list[Vector]:
    backgrounds: list[Background] = [background(row["language"]) for row in rows]
    features = [
        article_features(row["title"], row["text"], names_only=not known.is_known)
        for row, known in zip(rows, backgrounds, strict=True)
    ]
    return unit_vectors(features, backgrounds)
