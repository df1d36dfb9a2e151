"""Who is made to say what: attributions of speech as small columns, with what a reader set right laid over them."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import duckdb
import pyarrow as pa

from newscorpus.tables.kinds import KIND_WORDS

DESCRIBED: Final = "DESCRIBED"
SET_BY_READER: Final = "SET"
NOBODY: Final = "NOBODY"
SPEAKER_KIND_WORDS: Final = KIND_WORDS | {
    DESCRIBED: "described",
    SET_BY_READER: "set by a reader",
    NOBODY: "nobody named",
}
"""Kind of speaker -> its word. To the kinds of name come a description ("a police spokesman") and nobody at all."""

COLUMNS_READ: Final = (
    *("article_id", "quote", "start", "n_words", "type", "speaker", "entity_id", "is_inferred"),
    *("verb", "verb_class", "is_speech", "confidence", "shared"),
)
CORRECTED: Final = pa.schema(
    [("article_id", pa.string()), ("quote", pa.int32()), ("label", pa.string()), ("bare", pa.string())]
)
RELABELLED: Final = pa.schema([("verb", pa.string()), ("verb_class", pa.string())])

Quotes = Callable[[Sequence[str]], pa.RecordBatchReader]
"""Columns of the table `quotes` -> its rows, batch by batch and once."""


@dataclass(frozen=True, slots=True)
class SetRight:
    """What a reader set right of quotations; of two entries for one thing the later counts.

    `speakers`: article_id, number of the attribution, and its speaker by label, or None for nobody. `verb_classes`:
    a reporting verb's base form, and its class.
    """

    speakers: tuple[tuple[str, int, str | None], ...] = ()
    verb_classes: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """A hash of what is set right, "" when nothing is; the order of entries for different things is the same."""
        said = {(article, quote): speaker for article, quote, speaker in self.speakers}
        lines = sorted(map(repr, said.items())) + sorted(map(repr, dict(self.verb_classes).items()))
        return hashlib.sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()[:16] if lines else ""


NOTHING_SET_RIGHT: Final = SetRight()


def add_attributions(database: duckdb.DuckDBPyConnection, quotes: Quotes, set_right: SetRight) -> None:
    """Make the tables `speakers`, `verbs` and `attributions` (one row an attribution of speech) in `database`.

    `articles` and `names` must stand in it. Thoughts, wishes, findings and fragments are no speech and left out.
    What is set right of attributions that are not there changes nothing.
    """
    database.register("corrected_on_entry", _corrected(set_right))
    relabelled = [{"verb": verb, "verb_class": new} for verb, new in dict(set_right.verb_classes).items()]
    database.register("relabelled", pa.Table.from_pylist(relabelled, RELABELLED))
    database.execute(CORRECTIONS)
    for statement, columns in STATEMENTS:
        database.register("quotes_on_disk", quotes(columns))
        database.execute(statement)
        database.unregister("quotes_on_disk")
    database.execute("DROP TABLE corrected_speaker")
    database.unregister("corrected_on_entry")
    database.unregister("relabelled")


def bare_label(label: str) -> str:
    """A label without the word for its kind, where that is none of a name's.

    >>> bare_label("the harbour master (described)"), bare_label("Ann Alder (person)")
    ('the harbour master', 'Ann Alder (person)')
    """
    for kind in (DESCRIBED, SET_BY_READER):
        label = label.removesuffix(f" ({SPEAKER_KIND_WORDS[kind]})")
    return label.strip()


def _corrected(set_right: SetRight) -> pa.Table:
    last = {(article, quote): speaker for article, quote, speaker in set_right.speakers}
    rows = [
        {"article_id": article, "quote": quote, "label": speaker, "bare": bare_label(speaker) if speaker else None}
        for (article, quote), speaker in last.items()
    ]
    return pa.Table.from_pylist(rows, CORRECTED)


CORRECTIONS: Final = """
    CREATE TABLE corrected_speaker AS
    SELECT article_id, quote, e, label, bare,
        CASE WHEN label IS NULL THEN NULL WHEN e IS NULL THEN lower(bare) ELSE label END AS speaker_key
    FROM corrected_on_entry LEFT JOIN names ON name_label = label
"""

# A description is one speaker however its first letter is written ("The court", "the court"): the later in the
# alphabet, the small letter, is shown.
SPEAKERS: Final = f"""
    CREATE TABLE speakers AS
    WITH heard AS (
        SELECT coalesce(name_label, lower(speaker)) AS speaker_key, e, kind, name_label, max(speaker) AS bare,
            true AS is_in_text
        FROM quotes_on_disk LEFT JOIN names USING (entity_id)
        WHERE is_speech AND type <> 'fragment' AND speaker IS NOT NULL
        GROUP BY ALL
        UNION ALL
        SELECT speaker_key, e, kind, name_label, bare, false
        FROM corrected_speaker LEFT JOIN names USING (e) WHERE speaker_key IS NOT NULL
    ),
    merged AS (
        SELECT speaker_key, max(e) AS e, max(kind) AS kind, max(name_label) AS name_label,
            max(bare) AS bare, bool_or(is_in_text) AS is_in_text
        FROM heard GROUP BY speaker_key
    )
    SELECT CAST(row_number() OVER (ORDER BY speaker_key) AS INTEGER) AS p, speaker_key, e,
        coalesce(kind, CASE WHEN is_in_text THEN '{DESCRIBED}' ELSE '{SET_BY_READER}' END) AS kind,
        coalesce(name_label, bare || CASE WHEN is_in_text THEN ' ({SPEAKER_KIND_WORDS[DESCRIBED]})'
            ELSE ' ({SPEAKER_KIND_WORDS[SET_BY_READER]})' END) AS speaker
    FROM merged
"""

VERBS: Final = """
    CREATE TABLE verbs AS
    WITH met AS (SELECT verb, min(verb_class) AS verb_class FROM quotes_on_disk WHERE verb IS NOT NULL GROUP BY verb)
    SELECT CAST(row_number() OVER (ORDER BY verb) AS INTEGER) AS v, verb,
        coalesce(relabelled.verb_class, met.verb_class) AS verb_class
    FROM met LEFT JOIN relabelled USING (verb)
"""

ATTRIBUTIONS: Final = """
    CREATE TABLE attributions AS
    SELECT a, quote, min(start) AS start, CAST(sum(n_words) AS INTEGER) AS n_words, any_value(p) AS p,
        any_value(v) AS v, any_value(type) AS type, any_value(confidence) AS confidence,
        bool_or(is_inferred) AS is_inferred, bool_or(is_corrected) AS is_corrected, arg_min(shared, start) AS shared
    FROM (
        SELECT a, q.quote, start, n_words, p, v,
            CAST(type AS ENUM ('direct', 'mixed', 'indirect')) AS type,
            CAST(confidence AS ENUM ('clear', 'likely', 'unsure')) AS confidence,
            is_inferred AND c.article_id IS NULL AS is_inferred, c.article_id IS NOT NULL AS is_corrected, q.shared
        FROM (SELECT * FROM quotes_on_disk WHERE is_speech AND type <> 'fragment') AS q
            JOIN (SELECT a, article_id FROM articles) USING (article_id)
            LEFT JOIN corrected_speaker AS c ON c.article_id = q.article_id AND c.quote = q.quote
            LEFT JOIN names ON names.entity_id = q.entity_id
            LEFT JOIN speakers ON speakers.speaker_key = CASE WHEN c.article_id IS NULL
                THEN coalesce(name_label, lower(q.speaker)) ELSE c.speaker_key END
            LEFT JOIN verbs ON verbs.verb = q.verb
    ) GROUP BY a, quote ORDER BY a, quote
"""

STATEMENTS: Final = (
    (SPEAKERS, ("speaker", "entity_id", "is_speech", "type")),
    (VERBS, ("verb", "verb_class")),
    (ATTRIBUTIONS, COLUMNS_READ),
)
