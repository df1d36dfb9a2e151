"""The steps of a build in order: read → settle → analyse → merge names → compare → mark what is shared → index → write.

Where a file could do harm, the work is done in worker processes. What an earlier build of the same place found under
the same key is taken over: ten articles added to ten thousand are ten files read and ten articles measured.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.compare.stories.moves import Move
from newscorpus.errors import NothingToRead, StoreDamaged
from newscorpus.steps.analysing import Analysis, analyse_all
from newscorpus.steps.code_key import VERSION, build_code, hash_of
from newscorpus.steps.comparing import find_all_statements, find_events, find_shared_passages
from newscorpus.steps.indexing import index_words
from newscorpus.steps.naming import name_all
from newscorpus.steps.reading import read_all
from newscorpus.steps.settling import Place, Settled, settle
from newscorpus.steps.sharing import mark_shared
from newscorpus.store.read import Store, is_store, open_store
from newscorpus.store.write import writing
from newscorpus.tables.catalogue import TABLES
from newscorpus.workers import default_jobs, open_workers

NO_INTAKE: Final = TABLES["intake"].schema.empty_table()


@dataclass(frozen=True, slots=True)
class Choices:
    """What a reader decided: which heading is which role, which copies stay, which articles tell another story."""

    columns: Mapping[str, str] = field(default_factory=dict)
    let_in: Collection[Place] = frozenset()
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class Means:
    """What a build may use: processes on this machine, or the Dask cluster at address `scheduler`."""

    n_jobs: int = field(default_factory=default_jobs)
    scheduler: str | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did. `is_unchanged`: the store stood already, made from the same files by the same code."""

    store: Store
    n_files_read: int
    n_articles_analysed: int
    is_unchanged: bool


def build_store(
    paths: Sequence[Path],
    into: Path,
    *,
    means: Means | None = None,
    choices: Choices | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Built:
    """Build the store `into` from files and folders; `say` is told the progress in words.

    Raises NothingToRead when there is no file at any of `paths`. A file that cannot be read is a line in `receipts`.
    """
    choices = choices or Choices()
    _check_paths(paths)
    means = means or Means()
    pool = partial(open_workers, means.n_jobs, means.scheduler)
    with writing(into) as writer:
        earlier = _earlier(into)
        intake = earlier.dataset("intake").to_table() if earlier else NO_INTAKE
        reading = read_all(paths, choices.columns, pool, writer.scratch("read"), earlier=intake, say=say)
        key = hash_of(reading.key, sorted(choices.let_in), choices.moves, build_code())
        if earlier is not None and earlier.key == key:
            return Built(earlier, 0, 0, is_unchanged=True)
        records = reading.records.to_table()
        settled = settle(records, choices.let_in, say)
        analysis = analyse_all(settled.texts, pool, writer.scratch("analyse"), earlier=earlier, say=say)
        tables = _without_stopped(records, settled, analysis)
        say(f"Putting names together: {tables['mentions'].num_rows:,} mentions")
        tables |= name_all(tables["mentions"], tables["quotes"])
        tables["articles"], tables["stories"] = find_events(tables["articles"], tables["texts"], choices.moves, say)
        tables["overlaps"] = find_shared_passages(tables["texts"], say)
        tables["statements"] = find_all_statements(tables, pool, writer.scratch("compare"), say)
        tables |= mark_shared(tables, pool, writer.scratch("share"), say)
        say("Writing")
        for name in sorted(tables):
            writer.add(name, _in_order(name, tables[name]))
        writer.add_pieces(index_words(tables, writer.scratch("words"), say))
        writer.add("build", _build_row(writer.fingerprint, tables["receipts"]))
        writer.finish(key, build_code())
    return Built(open_store(into), reading.n_files_read, analysis.n_analysed, is_unchanged=False)


def _without_stopped(records: pa.Table, settled: Settled, analysis: Analysis) -> dict[str, pa.Table]:
    """The tables known so far. Articles whose analysis was stopped are left out and become rejected records."""
    stopped = pa.array(list(analysis.stopped), pa.string())
    kept = {
        name: table.filter(pc.invert(pc.is_in(table["article_id"], stopped)))
        for name, table in (("texts", settled.texts), ("removals", settled.removals))
    }
    articles = settled.origins.join(analysis.tables["measures"], "article_id", join_type="inner")
    found = {name: table for name, table in analysis.tables.items() if name != "measures"}
    receipts = _with_stopped(settled.receipts, analysis)
    return {"intake": records, "receipts": receipts, "articles": articles.sort_by("article_id")} | kept | found


def _with_stopped(receipts: pa.Table, analysis: Analysis) -> pa.Table:
    if not analysis.stopped:
        return receipts
    rows = receipts.to_pylist()
    for row in rows:
        why = analysis.stopped.get(row["article_id"])
        if why is not None:
            row |= {"outcome": "rejected", "reason": why.reason, "detail": why.detail or None, "article_id": None}
    return pa.Table.from_pylist(rows, receipts.schema)


def _build_row(fingerprint: str, receipts: pa.Table) -> pa.Table:
    counts = {row["values"]: row["counts"] for row in pc.value_counts(receipts["outcome"]).to_pylist()}
    row = {
        "fingerprint": fingerprint,
        "built_at": datetime.now(UTC),
        "version": VERSION,
        "n_records": receipts.num_rows,
        "n_kept": counts.get("kept", 0),
        "n_rejected": counts.get("rejected", 0),
        "n_duplicates": counts.get("duplicate", 0),
    }
    return pa.Table.from_pylist([row], TABLES["build"].schema)


def _in_order(name: str, table: pa.Table) -> pa.Table:
    """The columns of the table as tables.TABLES lists them, the rows in the order of its key."""
    ordered = table.sort_by([(column, "ascending") for column in TABLES[name].key])
    return ordered.select(TABLES[name].schema.names).cast(TABLES[name].schema)


def _earlier(into: Path) -> Store | None:
    if not is_store(into):
        return None
    try:
        return open_store(into)
    except StoreDamaged:
        return None  # built again from its files, which is what the message about damage asks for


def _check_paths(paths: Sequence[Path]) -> None:
    for path in paths:
        if not path.exists():
            raise NothingToRead(f"{path}: there is no such file or folder. Check the name and try again.")
    if not any(path.is_file() or any(item.is_file() for item in path.rglob("*")) for path in paths):
        named = ", ".join(map(str, paths))
        raise NothingToRead(f"{named}: there is no file in it. Put articles there as text, HTML, CSV or JSON files.")
