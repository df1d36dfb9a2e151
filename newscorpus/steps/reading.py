"""Step 1: files to records. Each file is read and cleaned in a worker of its own; one bad file costs one line."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from newscorpus.load.discover import FoundFile, discover
from newscorpus.steps.code_key import code_key, hash_of
from newscorpus.store.write import hash_of_file
from newscorpus.tables.catalogue import TABLES
from newscorpus.values import CleanArticle, RawArticle, Rejected
from newscorpus.workers import Pool, Stopped, Task

SCHEMA: Final = TABLES["intake"].schema
N_RECORDS_PER_WRITE: Final = 500  # records held in a worker's memory at once
LIMIT_SECONDS: Final = 20.0
LIMIT_SECONDS_PER_MB: Final = 15.0  # a table of 3 kB articles cleans at more than 0.2 MB a second

Said = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What step 1 gave: every record met, how many files were read anew, and a key of all that went in."""

    records: ds.Dataset
    n_files_read: int
    key: str


def read_all(
    paths: Sequence[Path],
    columns: Mapping[str, str],
    pool: Pool,
    scratch: Path,
    *,
    earlier: pa.Table,
    say: Said,
) -> Reading:
    """Every record of every file under `paths`, with the columns of `intake`; parts are written into `scratch`.

    Files whose key stands in `earlier` (the intake table of the store before; may be empty) are not read again, and
    `pool` is opened only when there is something to read.
    """
    say("Looking for files")
    files, set_aside = _keyed(discover(paths), columns)
    known = set(pc.unique(earlier["read_key"]).to_pylist())
    fresh = [(key, file) for key, file in files if key not in known]
    again = pa.array([key for key, _ in files if key in known], pa.string())
    pq.write_table(earlier.filter(pc.is_in(earlier["read_key"], again)), scratch / "again.parquet")
    if fresh:
        set_aside += _read_fresh(fresh, columns, pool, scratch, say=say)
    # No key: what stopped a reader once is tried again by the next build.
    pq.write_table(pa.Table.from_pylist([_rejected_row(r, "") for r in set_aside], SCHEMA), scratch / "aside.parquet")
    records = ds.dataset(sorted(map(str, scratch.glob("*.parquet"))), schema=SCHEMA)
    return Reading(records, len(fresh), hash_of([key for key, _ in files], [(r.file, r.reason) for r in set_aside]))


def _read_fresh(
    fresh: Sequence[tuple[str, FoundFile]], columns: Mapping[str, str], pool: Pool, scratch: Path, *, say: Said
) -> list[Rejected]:
    """Read and clean files in workers; returns those whose worker was stopped."""
    stopped = []
    tasks = (_task(number, file, key, columns, scratch) for number, (key, file) in enumerate(fresh))
    with pool(prepare=prepare_reading) as workers:
        for number, ((_, file), answer) in enumerate(zip(fresh, workers.run(tasks), strict=True)):
            say(f"Reading and cleaning: {number + 1:,} of {len(fresh):,} files")
            if isinstance(answer, Stopped):
                _part(scratch, number).unlink(missing_ok=True)
                stopped.append(Rejected(file.name, 0, "unknown", answer.reason, answer.detail or None))
    return stopped


def _keyed(
    found: Iterable[FoundFile | Rejected], columns: Mapping[str, str]
) -> tuple[list[tuple[str, FoundFile]], list[Rejected]]:
    """Files with the key of all that decides what reading gives, and what is no file to read."""
    files, set_aside, n_met = [], [], Counter[str]()
    for item in found:
        if isinstance(item, Rejected):
            set_aside.append(item)
            continue
        try:
            digest = hash_of_file(item.path)
        except OSError as error:
            set_aside.append(Rejected(item.name, 0, "unknown", "unreadable", error.strerror))
            continue
        # Two folders may hold a file of one name and content; counting them keeps their keys apart.
        key = hash_of(item.name, digest, sorted(columns.items()), code_key("load", "clean"))
        files.append((hash_of(key, n_met[key]), item))
        n_met[key] += 1
    return files, set_aside


def prepare_reading() -> None:
    """In a worker, before its first file: load what reads and cleans. The one that hands out work stays light."""
    import newscorpus.clean.article
    import newscorpus.load.reader  # noqa: F401


def read_into(path: str, name: str, read_key: str, columns: Mapping[str, str], part: str) -> int:
    """In a worker: read and clean one file into the Parquet file `part`; returns how many records it met."""
    n_records = 0
    with pq.ParquetWriter(part, SCHEMA, compression="zstd") as writer:
        rows = _rows(Path(path), name, read_key, columns)
        for batch in _batched(rows, N_RECORDS_PER_WRITE):
            writer.write_table(pa.Table.from_pylist(batch, SCHEMA))
            n_records += len(batch)
    return n_records


def _rows(path: Path, name: str, read_key: str, columns: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    from newscorpus.clean.article import clean_article
    from newscorpus.load.reader import read_file

    for item in read_file(path, name, columns or None):
        if isinstance(item, Rejected):
            yield _rejected_row(item, read_key)
            continue
        article = clean_article(item)
        if article.text.strip():
            yield _article_row(item, article, read_key)
        else:
            yield _rejected_row(Rejected(item.file, item.record, item.layout, "no_text", item.note), read_key)


def _rejected_row(item: Rejected, read_key: str) -> dict[str, Any]:
    return {
        "read_key": read_key,
        "file": item.file,
        "record": item.record,
        "layout": item.layout,
        "reason": item.reason,
        "detail": item.detail,
    }


def _article_row(raw: RawArticle, article: CleanArticle, read_key: str) -> dict[str, Any]:
    removals = [{"position": r.position, "text": r.text, "kind": r.kind, "rule": r.rule} for r in article.removals]
    return {
        "read_key": read_key,
        "file": raw.file,
        "record": raw.record,
        "layout": raw.layout,
        "detail": "; ".join(filter(None, (raw.note, article.note))) or None,
        "source": article.source,
        "source_basis": article.source_basis,
        "agency": article.agency,
        "title": article.title,
        "author": article.author,
        "published_at": article.published_at,
        "date_basis": article.date_basis,
        "dateline": article.dateline,
        "url": article.url,
        "section": raw.section,
        "text": article.text,
        "removals": removals,
    }


def _task(number: int, file: FoundFile, read_key: str, columns: Mapping[str, str], scratch: Path) -> Task:
    seconds = LIMIT_SECONDS + LIMIT_SECONDS_PER_MB * file.n_bytes / 1e6
    return Task(read_into, (str(file.path), file.name, read_key, dict(columns), str(_part(scratch, number))), seconds)


def _part(scratch: Path, number: int) -> Path:
    return scratch / f"read-{number:06d}.parquet"


def _batched(rows: Iterator[dict[str, Any]], size: int) -> Iterator[list[dict[str, Any]]]:
    while batch := list(islice(rows, size)):  # itertools.batched comes with Python 3.12
        yield batch
