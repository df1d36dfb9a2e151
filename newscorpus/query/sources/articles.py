"""The articles chosen, a page at a time, and one article whole."""

from dataclasses import dataclass, replace
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.query.answers import Answer
from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.passages import OF_PARTS
from newscorpus.query.quotations.counts import NO_VERB, NOBODY_NAMED
from newscorpus.query.selection import EVERYTHING, Passages, Selection
from newscorpus.register.measures import MEASURES, OF_WHOLE_TEXTS
from newscorpus.tables.catalogue import MEASURED_OF_PARTS

ORDERS: Final[dict[str, str]] = {
    "newest": "published_at DESC NULLS LAST",
    "oldest": "published_at NULLS LAST",
    "source": "source_label, published_at NULLS LAST",
    **{
        name: f"{measure.key}{direction} NULLS LAST"
        for measure in MEASURES.values()
        for name, direction in zip(measure.orders or (), ("", " DESC"), strict=False)
    },
}
"""What an order of articles is called -> how SQL says it."""

MEASURES_LISTED: Final = ", ".join(measure.key for measure in OF_WHOLE_TEXTS)
LIST: Final = """
    SELECT article_id, source_label AS source, title, published_at, agency, {measures}
    FROM chosen ORDER BY {order}, title, article_id LIMIT $n_rows OFFSET $first
"""


def articles_list(reader: Reader, selection: Selection, order: str, n_rows: int, first: int = 0) -> Answer:
    """Rows `first` to `first + n_rows` of the articles chosen. `n_articles` counts all of them, not this page.

    Raises ValueError for an order that is none of ORDERS.
    """
    if order not in ORDERS:
        raise ValueError(f"{order} is not an order of articles")
    table = ask(
        reader,
        selection,
        LIST.format(measures=MEASURES_LISTED, order=ORDERS[order]),
        {"n_rows": n_rows, "first": first},
    )
    return Answer(table, int(ask(reader, selection, "SELECT count(*) AS n FROM chosen")["n"][0].as_py()))


@dataclass(frozen=True, slots=True)
class Article:
    """One article whole: its row of `articles` with corrections in force, its text and what was found and cut in it.

    `mentions` carries the merged name beside the surface; `removals` are in the order in which they stood. `stretches`
    are cut by voice; `quotes` are the stretches of attributions of speech, with speakers and verbs as they count now.
    Where only its own or its shared sentences count, so do the measures of `row`, and the tables hold what begins in
    those; `sentences` holds all, for `shared` says which they are.
    """

    row: dict[str, object]
    text: str
    sentences: pa.Table
    mentions: pa.Table
    removals: pa.Table
    stretches: pa.Table
    quotes: pa.Table


def article(reader: Reader, article_id: str, passages: Passages = "all") -> Article | None:
    """The article of that id, or None when the store has none."""
    here = Selection(article_ids=(article_id,))
    row = _row_of(reader, here)
    if row is None:
        return None
    on_disk = {name: _rows_of(reader, name, article_id) for name in ("articles", "texts", *PARTS)}
    row = {**on_disk["articles"].to_pylist()[0], **row}
    if passages != "all":
        counted = _row_of(reader, replace(here, passages=passages)) or NOTHING_COUNTED
        row |= {name: counted[name] for name in OF_PARTS}
        kept = pc.field("shared") if passages == "shared" else ~pc.field("shared")
        on_disk |= {name: on_disk[name].filter(kept) for name in ("mentions", "stretches", "quotes")}
    return Article(
        row,
        on_disk["texts"]["text"][0].as_py(),
        on_disk["sentences"].sort_by("sentence"),
        _with_names(reader, on_disk["mentions"].sort_by("start")),
        on_disk["removals"].sort_by("position"),
        on_disk["stretches"].sort_by("start"),
        _quotes_now(reader, article_id, on_disk["quotes"].sort_by("start")),
    )


def _row_of(reader: Reader, here: Selection) -> dict[str, object] | None:
    rows: list[dict[str, object]] = ask(reader, here, "SELECT * EXCLUDE (a, s) FROM chosen").to_pylist()
    return rows[0] if rows else None


NOTHING_COUNTED: Final = {name: None if column.nullable else 0 for name, column in MEASURED_OF_PARTS.items()}
"""The measures of no sentence at all."""


def titles(reader: Reader, article_ids: tuple[str, ...]) -> dict[str, tuple[str, str | None]]:
    """Article id -> its source label and title, for the ids the store has."""
    if not article_ids:
        return {}
    rows = ask(
        reader,
        EVERYTHING,
        "SELECT article_id, source_label, title FROM chosen WHERE article_id IN (SELECT unnest($ids))",
        {"ids": list(article_ids)},
    )
    return {row["article_id"]: (row["source_label"], row["title"]) for row in rows.to_pylist()}


PARTS: Final = ("sentences", "mentions", "removals", "stretches", "quotes")


def _rows_of(reader: Reader, table: str, article_id: str) -> pa.Table:
    return reader.store.dataset(table).to_table(filter=pc.field("article_id") == article_id)


def _with_names(reader: Reader, mentions: pa.Table) -> pa.Table:
    ids = list(dict.fromkeys(mentions["entity_id"].to_pylist()))
    rows = reader.rows(
        "SELECT entity_id, name, name_label FROM names WHERE entity_id IN (SELECT unnest($ids))", {"ids": ids}
    )
    known = {row["entity_id"]: row for row in rows.to_pylist()}
    for column in ("name", "name_label"):
        values = [known.get(entity, {}).get(column) for entity in mentions["entity_id"].to_pylist()]
        mentions = mentions.append_column(column, pa.array(values, pa.string()))
    return mentions


SPOKEN: Final = """
    SELECT quote, coalesce(speaker, $nobody) AS speaker, verb, coalesce(verb_class, $no_verb) AS verb_class,
        CAST(type AS VARCHAR) AS type, CAST(confidence AS VARCHAR) AS confidence, t.n_words, is_inferred, is_corrected
    FROM attributions AS t JOIN articles USING (a) LEFT JOIN speakers USING (p) LEFT JOIN verbs USING (v)
    WHERE article_id = $article_id ORDER BY quote
"""


def _quotes_now(reader: Reader, article_id: str, stretches: pa.Table) -> pa.Table:
    """The stretches told, each with its attribution as it counts now, corrections in force; thoughts left out."""
    values = {"article_id": article_id, "nobody": NOBODY_NAMED, "no_verb": NO_VERB}
    rows = reader.rows(SPOKEN, values)
    places = stretches.select(["quote", "start", "end", "speaker_start", "speaker_end"])
    return places.join(rows, "quote", join_type="inner").sort_by("start")
