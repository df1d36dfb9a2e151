"""Step 2: records to articles. Which repeat another, which lines repeat in a source, what each article is called."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

import pyarrow as pa

from newscorpus.clean.duplicates import find_duplicates
from newscorpus.clean.identity import article_ids
from newscorpus.clean.outlet import one_spelling
from newscorpus.clean.pasted.repeated import cut_repeated, repeated_lines
from newscorpus.steps.analysing import analysis_key
from newscorpus.steps.code_key import hash_of
from newscorpus.tables.catalogue import TABLES
from newscorpus.values import CleanArticle, Removal

Place = tuple[str, int]
"""A record's place: file and record."""

FROM_INTAKE: Final = ("agency", "title", "author", "published_at", "date_basis", "dateline", "url", "section")
ORIGIN: Final = pa.schema(
    [
        TABLES["articles"].schema.field(name)
        for name in ("article_id", "source", "source_basis", *FROM_INTAKE, "file", "record")
    ]
)
"""The columns of `articles` that are known before anything is measured."""
TO_ANALYSE: Final = pa.schema(
    [("article_id", pa.string()), ("title", pa.string()), ("text", pa.string()), ("analysis_key", pa.string())]
)


@dataclass(frozen=True, slots=True)
class Settled:
    """What step 2 gave. `origins` and `texts` are sorted by article_id, row for row alike."""

    receipts: pa.Table
    origins: pa.Table
    texts: pa.Table
    removals: pa.Table


def settle(records: pa.Table, let_in: Collection[Place], say: Callable[[str], None]) -> Settled:
    """Settle the pile. `records` has the columns of `intake`; records in `let_in` stay although they repeat another."""
    rows = records.sort_by([("file", "ascending"), ("record", "ascending")]).to_pylist()
    read = [row for row in rows if row["text"] is not None]
    articles = _one_spelling([_article(row) for row in read])
    say(f"Looking for copies among {len(articles):,} articles")
    names = _names(read, articles, let_in)
    copies = {
        number: copied
        for number, copied in find_duplicates(articles).items()
        if (read[number]["file"], read[number]["record"]) not in let_in
    }
    kept = [number for number in range(len(read)) if number not in copies]
    say("Looking for lines that repeat in a source")
    cleaned = _without_repeated([articles[number] for number in kept])
    order = sorted(range(len(kept)), key=lambda at: names[kept[at]])
    settled = [(names[kept[at]], read[kept[at]], cleaned[at]) for at in order]
    outcome: dict[Place, tuple[str, str | None, str]] = {
        _place(read[number]): ("kept", None, names[number]) for number in kept
    }
    for number, (original, why) in copies.items():
        outcome[_place(read[number])] = ("duplicate", why, names[_kept_original(original, copies)])
    return Settled(
        receipts=pa.Table.from_pylist(list(_receipts(rows, outcome)), TABLES["receipts"].schema),
        origins=pa.Table.from_pylist([_origin(*item) for item in settled], ORIGIN),
        texts=pa.Table.from_pylist([_to_analyse(name, article) for name, _, article in settled], TO_ANALYSE),
        removals=pa.Table.from_pylist(
            [row for name, _, article in settled for row in _removals(name, article)], TABLES["removals"].schema
        ),
    )


def _one_spelling(articles: list[CleanArticle]) -> list[CleanArticle]:
    """The articles with each outlet under one spelling of its name."""
    spelling = one_spelling([article.source for article in articles if article.source])
    return [replace(a, source=spelling[a.source]) if a.source else a for a in articles]


def _names(read: list[dict[str, Any]], articles: list[CleanArticle], let_in: Collection[Place]) -> list[str]:
    """Article ids. A copy that was let back in gets a name of its own, made from its place."""
    names = article_ids(articles)
    return [
        hash_of(name, *_place(row))[: len(name)] if _place(row) in let_in else name
        for name, row in zip(names, read, strict=True)
    ]


def _kept_original(number: int, copies: dict[int, tuple[int, Any]]) -> int:
    while number in copies:  # a copy of a copy leads to the one that was kept
        number = copies[number][0]
    return number


def _without_repeated(articles: list[CleanArticle]) -> list[CleanArticle]:
    by_source = defaultdict(list)
    for article in articles:
        if article.source is not None:
            by_source[article.source].append(article.text)
    repeated = repeated_lines(by_source)
    return [_cut(article, repeated.get(article.source or "", frozenset())) for article in articles]


def _cut(article: CleanArticle, lines: frozenset[str]) -> CleanArticle:
    if not lines:
        return article
    cut = cut_repeated(article, lines)
    return cut if cut.text.strip() else article  # an article that is nothing but repeated lines is shown as it is


def _receipts(
    rows: list[dict[str, Any]], outcome: dict[Place, tuple[str, str | None, str]]
) -> Iterator[dict[str, Any]]:
    for row in rows:
        receipt = {name: row[name] for name in ("file", "record", "layout", "detail")}
        if row["text"] is None:
            yield receipt | {"outcome": "rejected", "reason": row["reason"]}
        else:
            what, why, name = outcome[_place(row)]
            yield receipt | {"outcome": what, "reason": why, "article_id": name}


def _place(row: dict[str, Any]) -> Place:
    return row["file"], row["record"]


def _article(row: dict[str, Any]) -> CleanArticle:
    removals = tuple(Removal(**removal) for removal in row["removals"] or ())
    fields = {name: row[name] for name in FROM_INTAKE if name != "section"}
    return CleanArticle(row["text"], removals, row["source"], row["source_basis"], **fields)


def _origin(name: str, row: dict[str, Any], article: CleanArticle) -> dict[str, Any]:
    origin = {column: row[column] for column in FROM_INTAKE}
    return origin | {
        "article_id": name,
        "source": article.source,
        "source_basis": article.source_basis,
        "file": row["file"],
        "record": row["record"],
    }


def _to_analyse(name: str, article: CleanArticle) -> dict[str, str | None]:
    return {
        "article_id": name,
        "title": article.title,
        "text": article.text,
        "analysis_key": analysis_key(article.title, article.text),
    }


def _removals(name: str, article: CleanArticle) -> Iterator[dict[str, Any]]:
    for removal in article.removals:
        yield {
            "article_id": name,
            "position": removal.position,
            "text": removal.text,
            "kind": removal.kind,
            "rule": removal.rule,
        }
