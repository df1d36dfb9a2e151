"""What a reader decided about a corpus: corrections that overlay its figures, and choices its next build follows.

Kept in one small file beside the store, newest last, so that each can be listed, taken back and exported.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal, get_args

import pyarrow as pa
from filelock import FileLock

from newscorpus.keep.corpus import Corpus
from newscorpus.store.write import write_text

CorrectedField = Literal["source", "published_at"]
CORRECTIONS: Final = pa.schema([("article_id", pa.string()), ("field", pa.string()), ("value", pa.string())])
"""The overlay that queries take: the last correction of each article and field. A null value means unknown."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One act of a reader: `field` of these articles is `value` (text; ISO date for published_at; None for unknown)."""

    article_ids: tuple[str, ...]
    field: CorrectedField
    value: str | None
    made_at: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """All a reader decided: corrections in the order they were made, column choices, copies let back in."""

    corrections: tuple[Correction, ...] = ()
    columns: dict[str, str] = field(default_factory=dict)
    let_in: tuple[tuple[str, int], ...] = ()


def read_decisions(corpus: Corpus) -> Decisions:
    """The decisions kept for `corpus`; none where there is no file of them."""
    place = _place(corpus)
    if not place.is_file():
        return Decisions()
    kept = json.loads(place.read_text("utf-8"))
    return Decisions(
        corrections=tuple(
            Correction(tuple(c["article_ids"]), c["field"], c["value"], c["made_at"]) for c in kept["corrections"]
        ),
        columns=dict(kept["columns"]),
        let_in=tuple((file, record) for file, record in kept["let_in"]),
    )


def correct(corpus: Corpus, article_ids: Sequence[str], column: CorrectedField, value: str | None) -> None:
    """Remember that `column` of these articles is `value`.

    Raises ValueError for a column that cannot be corrected or a date that is none: the page offers only good ones.
    """
    if column not in get_args(CorrectedField):
        raise ValueError(f"{column} cannot be corrected")
    if column == "published_at" and value is not None:
        value = datetime.fromisoformat(value).replace(tzinfo=UTC).isoformat()
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    new = Correction(tuple(sorted(set(article_ids))), column, value, made_at)
    with _changing(corpus):
        decisions = read_decisions(corpus)
        _keep(corpus, replace(decisions, corrections=(*decisions.corrections, new)))


def take_back(corpus: Corpus, number: int) -> None:
    """Forget correction `number`, counted from 0 in the order they were made. A number that is not there is ignored."""
    with _changing(corpus):
        decisions = read_decisions(corpus)
        left = tuple(c for n, c in enumerate(decisions.corrections) if n != number)
        _keep(corpus, replace(decisions, corrections=left))


def choose_columns(corpus: Corpus, columns: dict[str, str]) -> None:
    """Remember which heading is which role, for the next build."""
    with _changing(corpus):
        _keep(corpus, replace(read_decisions(corpus), columns=columns))


def let_in(corpus: Corpus, places: Sequence[tuple[str, int]]) -> None:
    """Remember exactly these records (file, record) as copies that stay, for the next build."""
    with _changing(corpus):
        _keep(corpus, replace(read_decisions(corpus), let_in=tuple(sorted(set(places)))))


def overlay(decisions: Decisions) -> pa.Table:
    """The corrections as queries take them, one row an article and field, sorted: the later act wins."""
    last: dict[tuple[str, str], str | None] = {}
    for correction in decisions.corrections:
        for article in correction.article_ids:
            last[article, correction.field] = correction.value
    rows = [{"article_id": a, "field": f, "value": value} for (a, f), value in sorted(last.items())]
    return pa.Table.from_pylist(rows, CORRECTIONS)


def write_choices(corpus: Corpus) -> Path:
    """Write the choices as `python -m newscorpus build --choices` reads them; returns the file."""
    decisions = read_decisions(corpus)
    place = corpus.folder / "choices.json"
    write_text(place, json.dumps({"columns": decisions.columns, "let_in": decisions.let_in}))
    return place


def _changing(corpus: Corpus) -> FileLock:
    corpus.folder.mkdir(parents=True, exist_ok=True)
    return FileLock(corpus.folder / "decisions.lock")  # two tabs of one reader


def _keep(corpus: Corpus, decisions: Decisions) -> None:
    write_text(_place(corpus), json.dumps(asdict(decisions), ensure_ascii=False, indent=1))


def _place(corpus: Corpus) -> Path:
    return corpus.folder / "decisions.json"
