"""The own-words switch: every question asked of the own sentences of articles, or of the shared ones, alone.

Questions name the tables `articles`, `article_names`, `attributions` and `…_on_disk`. Where only some sentences count,
tables of the same names that hold only these stand before them, so that no question need know of the switch.
"""

from collections.abc import Iterable
from typing import Final

from newscorpus.query.selection import Passages
from newscorpus.tables.catalogue import MEASURED_OF_PARTS, TABLES

OF_PARTS: Final = tuple(MEASURED_OF_PARTS)
"""Measures of an article that its own sentences and its shared ones have too."""

PARTS: Final = f"""
    CREATE TABLE parts AS
    SELECT a, passages, {", ".join(OF_PARTS)} FROM parts_on_disk JOIN (SELECT a, article_id FROM articles)
    USING (article_id)
"""

_OWN_ELSE_ALL: Final = ", ".join(
    f"CASE WHEN own.a IS NULL THEN articles.{name} ELSE own.{name} END AS {name}" for name in OF_PARTS
)
_SHARED: Final = ", ".join(f"shared.{name} AS {name}" for name in OF_PARTS)
VIEWS: Final = (
    # An article that shares nothing has no parts: all of it is its own.
    f"""
    CREATE VIEW articles_own AS
    SELECT articles.* REPLACE ({_OWN_ELSE_ALL})
    FROM articles LEFT JOIN (SELECT * FROM parts WHERE passages = 'own') AS own ON own.a = articles.a
    WHERE own.a IS NOT NULL OR articles.a NOT IN (SELECT a FROM parts)
    """,
    f"""
    CREATE VIEW articles_shared AS
    SELECT articles.* REPLACE ({_SHARED})
    FROM articles JOIN (SELECT * FROM parts WHERE passages = 'shared') AS shared ON shared.a = articles.a
    """,
    "CREATE VIEW article_names_own AS SELECT a, e, n - n_shared AS n FROM article_names WHERE n > n_shared",
    "CREATE VIEW article_names_shared AS SELECT a, e, n_shared AS n FROM article_names WHERE n_shared > 0",
    "CREATE VIEW attributions_own AS SELECT * FROM attributions WHERE NOT shared",
    "CREATE VIEW attributions_shared AS SELECT * FROM attributions WHERE shared",
)
"""Made when `articles`, `article_names`, `attributions` and `parts` stand."""


def has_shared(table: str) -> bool:
    """Whether the rows of a table of the store say if they begin in a shared sentence."""
    return "shared" in TABLES[table].columns


def counted_only(passages: Passages, on_disk: Iterable[str]) -> str:
    """The beginning of a WITH clause by which the tables of a question hold only what counts; "" where all does.

    >>> counted_only("all", ["mentions"])
    ''
    """
    if passages == "all":
        return ""
    stand_in = [f"{table} AS (SELECT * FROM {table}_{passages})" for table in STOOD_IN_FOR]
    condition = "shared" if passages == "shared" else "NOT shared"
    stand_in += [
        f"{table}_on_disk AS (SELECT * FROM temp.{table}_on_disk WHERE {condition})"
        for table in on_disk
        if has_shared(table)
    ]
    return f"{', '.join(stand_in)}, "


STOOD_IN_FOR: Final = ("articles", "article_names", "attributions")
