"""An opened store made ready for questions: small columns in a locked DuckDB, bodies left on disk.

The page asks many small questions of the same articles. What they need (no body, no address) is put once into an
in-memory DuckDB, names as numbers; the configuration is then locked, so that no query can open a file or a socket.
Everything that belongs to one question (a search, a registered dataset) is bound to a cursor and ends with it.
"""

import hashlib
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from newscorpus.compare.stories.moves import Move
from newscorpus.errors import TookTooLong
from newscorpus.query.passages import OF_PARTS, PARTS, VIEWS
from newscorpus.query.quotations.attributions import NOTHING_SET_RIGHT, SetRight, add_attributions
from newscorpus.query.selection import UNKNOWN_SOURCE
from newscorpus.query.story.moves import key_of, moved_stories
from newscorpus.store.read import Store
from newscorpus.tables.catalogue import MEASURED, TABLES
from newscorpus.tables.kinds import KIND_WORDS

MEMORY_LIMIT: Final = "256MB"  # holds 100,000 articles with 15 names each in about 60 MB; the rest is for sorting
N_THREADS: Final = 1  # one reader's question must not take the processor from the others
SECONDS_PER_QUESTION: Final = 20  # a full-text search of 100,000 articles takes a few; beyond, something is wrong
CORRECTED_FIELDS: Final = ("source", "published_at")
MOVED_TABLES: Final = ("moved", "own_stories")  # as moved_stories gives them
N_SEARCHES_KEPT: Final = 32  # at 400 kB each at most

CONFIGURATION: Final[dict[str, str | bool | int | float | list[str]]] = {
    "memory_limit": MEMORY_LIMIT,
    "threads": str(N_THREADS),
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",  # else a table name in a query could find a Python variable
}

N_ROWS_PER_BATCH: Final = 1_000  # of texts, 2 MB: what a search holds at a time
FILE_BUFFER_BYTES: Final = 1 << 20

Parameters = Mapping[str, object]
Columns = Mapping[str, Sequence[str]]
"""Table of the store -> the columns a question reads of it."""

COLUMNS_READ: Final[Columns] = {
    "articles": [
        *("article_id", "source", "published_at", "agency", "title", "story_id", "found_story_id"),
        *MEASURED,
    ],
    "parts": ["article_id", "passages", *OF_PARTS],
    "entities": ["entity_id", "name", "kind"],
    "mentions": ["article_id", "entity_id", "shared"],
    "stories": ["story_id", "label"],
}


@dataclass(slots=True)
class Reader:
    """A store ready for questions, with the reader's corrections in force.

    `fingerprint` names the content with its corrections: the key for caches of answers.
    """

    store: Store
    fingerprint: str
    database: duckdb.DuckDBPyConnection
    searches: dict[tuple[str, ...], pa.Table] = field(default_factory=dict)
    found: dict[Any, Any] = field(default_factory=dict)  # what was searched for in the texts: see finding.py
    lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def cursor(self, on_disk: Columns | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor for one question; tables of the store in `on_disk` stand in it, read once, as `<table>_on_disk`.

        Raises TookTooLong when the question runs beyond SECONDS_PER_QUESTION.
        """
        cursor = self.database.cursor()
        for table, columns in (on_disk or {}).items():
            cursor.register(f"{table}_on_disk", streamed(self.store, table, columns))
        timer = threading.Timer(SECONDS_PER_QUESTION, cursor.interrupt)
        timer.daemon = True
        timer.start()
        try:
            yield cursor
        except duckdb.InterruptException as error:
            raise TookTooLong(
                f"This question ran longer than {SECONDS_PER_QUESTION} seconds and was stopped. "
                "Choose fewer articles, or search for other words."
            ) from error
        finally:
            timer.cancel()
            cursor.close()

    def rows(self, question: str, parameters: Parameters | None = None, on_disk: Columns | None = None) -> pa.Table:
        """The answer to one SQL question over `articles`, `article_names`, `names`, `stories` and tables `on_disk`."""
        with self.cursor(on_disk) as cursor:
            return cursor.sql(question, params=dict(parameters or {})).to_arrow_table()


def open_reader(
    store: Store,
    corrections: pa.Table | None = None,
    set_right: SetRight = NOTHING_SET_RIGHT,
    moves: tuple[Move, ...] = (),
) -> Reader:
    """Read the small columns of `store` into a locked database, with `corrections` laid over them.

    `corrections` has the columns article_id, field (one of CORRECTED_FIELDS) and value: text, or null for "unknown".
    A date is ISO 8601; without a zone it is UTC. Corrections of articles that are not in the store change nothing.
    `set_right` holds corrections of quotations, `moves` articles that were moved between stories.
    Raises ValueError for another field or a date that is none.
    """
    fixes = {name: _corrections_of(corrections, name) for name in CORRECTED_FIELDS}
    database = duckdb.connect(config=CONFIGURATION)
    for table, columns in COLUMNS_READ.items():
        database.register(f"{table}_on_disk", streamed(store, table, columns))
    for name, fix in fixes.items():
        database.register(f"corrected_{name}", fix)
    for name, table in zip(MOVED_TABLES, moved_stories(store, moves), strict=True):
        database.register(name, table)
    for statement in (ARTICLES, NAMES, ARTICLE_NAMES, STORIES, PARTS):
        database.execute(statement, {"unknown": UNKNOWN_SOURCE} if "$unknown" in statement else None)
    corrected = (f"corrected_{name}" for name in fixes)
    for name in (*(f"{table}_on_disk" for table in COLUMNS_READ), *corrected, *MOVED_TABLES):
        database.unregister(name)
    add_attributions(database, lambda columns: streamed(store, "quotes", columns), set_right)
    for view in VIEWS:
        database.execute(view)
    database.execute("SET enable_external_access = false")
    database.execute("SET lock_configuration = true")
    return Reader(store, fingerprint_of(store, corrections, set_right, moves), database)


def streamed(store: Store, table: str, columns: Sequence[str]) -> pa.RecordBatchReader:
    """The rows of a table, batch by batch and once: a dataset reads ahead and holds all texts of a part at a time."""
    schema = pa.schema([TABLES[table].schema.field(name) for name in columns])

    def batches() -> Iterator[pa.RecordBatch]:
        for part in store.parts[table]:
            with pq.ParquetFile(
                store.path / part, page_checksum_verification=True, pre_buffer=False, buffer_size=FILE_BUFFER_BYTES
            ) as file:
                for batch in file.iter_batches(N_ROWS_PER_BATCH, columns=list(columns), use_threads=False):
                    yield batch.select(list(columns)).cast(schema)

    return pa.RecordBatchReader.from_batches(schema, batches())


def fingerprint_of(
    store: Store,
    corrections: pa.Table | None,
    set_right: SetRight = NOTHING_SET_RIGHT,
    moves: tuple[Move, ...] = (),
) -> str:
    """The store's own fingerprint, and when something is corrected, a hash of what."""
    of_articles = ""
    if corrections is not None and corrections.num_rows:
        rows = corrections.select(["article_id", "field", "value"]).to_pylist()
        lines = sorted(repr(tuple(row.values())) for row in rows)
        of_articles = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
    return "-".join(part for part in (store.fingerprint, of_articles, set_right.key, key_of(moves)) if part)


# Row numbers instead of ids keep a name in an article at 12 bytes. Moments lose their zone: all are UTC, and DuckDB
# needs an extension to reckon with zones.
ARTICLES: Final = f"""
    CREATE TABLE articles AS
    WITH corrected AS (
        SELECT d.* EXCLUDE (source, published_at, story_id),
            CASE WHEN m.article_id IS NULL THEN d.found_story_id ELSE m.story_id END AS story_id,
            d.story_id AS compared_story_id,
            CASE WHEN s.article_id IS NULL THEN d.source ELSE s.value END AS source,
            CASE WHEN p.article_id IS NULL THEN make_timestamp(epoch_us(d.published_at)) ELSE p.value END
                AS published_at
        FROM articles_on_disk AS d
        LEFT JOIN corrected_source AS s ON s.article_id = d.article_id
        LEFT JOIN corrected_published_at AS p ON p.article_id = d.article_id
        LEFT JOIN moved AS m ON m.article_id = d.article_id
    )
    SELECT CAST(row_number() OVER (ORDER BY article_id) AS INTEGER) AS a, article_id, source,
        CASE WHEN source IS NULL THEN $unknown
             WHEN trim(source, '"') = $unknown THEN '"' || source || '"' ELSE source END AS source_label,
        CAST(dense_rank() OVER (ORDER BY source) AS SMALLINT) AS s,
        published_at, CAST(published_at AS DATE) AS day, agency, coalesce(title, opening) AS title, title AS headline,
        story_id, found_story_id, compared_story_id,
        {", ".join(name for name in MEASURED if name != "opening")}
    FROM corrected
"""

_KIND_WORD_CASES: Final = " ".join(f"WHEN '{kind}' THEN '{word}'" for kind, word in KIND_WORDS.items())
NAMES: Final = f"""
    CREATE TABLE names AS
    SELECT CAST(row_number() OVER (ORDER BY entity_id) AS INTEGER) AS e, entity_id, name, kind,
        name || ' (' || CASE kind {_KIND_WORD_CASES} END || ')' AS name_label
    FROM entities_on_disk
"""

# A label that two stories share is told apart by the beginning of their ids. A story all whose articles were moved
# away is none.
STORIES: Final = """
    CREATE TABLE stories AS
    SELECT story_id, label, is_own,
        label || CASE WHEN count(*) OVER (PARTITION BY label) > 1 THEN ' (' || story_id[:4] || ')' ELSE '' END
            AS story_label
    FROM (SELECT *, true AS is_own FROM own_stories UNION ALL
            SELECT *, false FROM stories_on_disk WHERE story_id NOT IN (SELECT story_id FROM own_stories))
    WHERE story_id IN (SELECT story_id FROM articles)
"""

ARTICLE_NAMES: Final = """
    CREATE TABLE article_names AS
    SELECT a, e, CAST(count(*) AS INTEGER) AS n, CAST(count(*) FILTER (shared) AS INTEGER) AS n_shared
    FROM mentions_on_disk JOIN (SELECT a, article_id FROM articles) USING (article_id)
        JOIN (SELECT e, entity_id FROM names) USING (entity_id)
    GROUP BY a, e
"""


def _corrections_of(corrections: pa.Table | None, name: str) -> pa.Table:
    """The corrections of one field: article_id and value, the last one of an article counting."""
    kind = pa.timestamp("us") if name == "published_at" else pa.string()
    latest: dict[str, object] = {}
    if corrections is not None:
        unknown = set(pc.unique(corrections["field"]).to_pylist()) - set(CORRECTED_FIELDS)
        if unknown:
            raise ValueError(f"only {', '.join(CORRECTED_FIELDS)} can be corrected, not {', '.join(sorted(unknown))}")
        for row in corrections.to_pylist():
            if row["field"] == name:
                latest[row["article_id"]] = _moment(row["value"]) if name == "published_at" else row["value"]
    return pa.table({"article_id": pa.array(latest, pa.string()), "value": pa.array(latest.values(), kind)})


def _moment(value: str | None) -> datetime | None:
    if value is None:
        return None
    moment = datetime.fromisoformat(value)
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
