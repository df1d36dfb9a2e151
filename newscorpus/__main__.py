"""The command line: python -m newscorpus build | check | describe | preview.

Progress goes to stderr, answers to stdout. Exit codes: 0 done, 2 not done and one line on stderr says why.
"""

import argparse
import json
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
from filelock import FileLock, Timeout

from newscorpus.compare.stories.moves import Move
from newscorpus.errors import REASONS, BuildFailed, NewscorpusError
from newscorpus.pipeline import Choices, Means, build_store
from newscorpus.store.read import Store, open_store
from newscorpus.tables.catalogue import TABLES
from newscorpus.workers import default_jobs

DONE: Final = 0
NOT_DONE: Final = 2
SECONDS_BETWEEN_LINES: Final = 0.5  # of progress: often enough to see it move
N_REJECTED_NAMED: Final = 50  # lines on stderr; the receipts hold them all


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        options.command(options)
    except NewscorpusError as error:
        print(printable(str(error)), file=sys.stderr)
        return NOT_DONE
    except OSError as error:
        place = error.filename or getattr(options, "into", None) or "the disk"
        print(printable(f"{place}: {error.strerror or error}. Check the place and try again."), file=sys.stderr)
        return NOT_DONE
    return DONE


def printable(text: str) -> str:
    """`text` without the characters that could steer a terminal or turn the writing direction.

    >>> printable("a\\x1b[31m\\u202eb")
    'a[31mb'
    """
    return "".join(c for c in text if c in "\n\t" or not unicodedata.category(c).startswith("C"))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m newscorpus", description="Build and look into stores of articles.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    build = commands.add_parser("build", help="make a store from files and folders of articles")
    build.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder")
    build.add_argument("--into", required=True, type=Path, metavar="STORE", help="folder of the store")
    build.add_argument("--jobs", type=_positive, default=default_jobs(), metavar="N", help="worker processes")
    build.add_argument(
        "--scheduler", metavar="ADDRESS", help="a Dask scheduler of one's own whose workers see the disk"
    )
    build.add_argument(
        "--choices", type=Path, metavar="FILE", help="a reader's choices: columns, copies, moved articles (JSON)"
    )
    build.add_argument("--queue", type=Path, metavar="FILE", help="wait until no other build holds this lock")
    build.set_defaults(command=_build)
    for name, command, text in (
        ("check", _check, "check every part of a store"),
        ("describe", _describe, "print what is in a store"),
    ):
        with_store = commands.add_parser(name, help=text)
        with_store.add_argument("store", type=Path, metavar="STORE")
        with_store.set_defaults(command=command)
    preview = commands.add_parser("preview", help="print headings and first rows of a table as JSON")
    preview.add_argument("path", type=Path, metavar="FILE")
    preview.set_defaults(command=_preview)
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number of processes; give 1 or more")
    return number


def _build(options: argparse.Namespace) -> None:
    say = _teller()
    with _turn(options.queue, say):
        built = build_store(
            options.paths,
            options.into,
            means=Means(options.jobs, options.scheduler),
            choices=_choices(options.choices),
            say=say,
        )
    _tell_rejected(built.store.dataset("receipts").to_table())
    row = built.store.dataset("build").to_table().to_pylist()[0]
    state = "Nothing has changed since the last build. " if built.is_unchanged else ""
    print(
        f"{state}{row['n_records']:,} records: {row['n_kept']:,} kept, {row['n_duplicates']:,} copies, "
        f"{row['n_rejected']:,} set aside. {built.n_files_read:,} files read, "
        f"{built.n_articles_analysed:,} articles measured. Store: {printable(str(options.into))}",
        file=sys.stderr,
    )


@contextmanager
def _turn(queue: Path | None, say: Callable[[str], None]) -> Iterator[None]:
    if queue is None:
        yield
        return
    lock = FileLock(queue)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        say("Waiting: another corpus is being read first")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _choices(path: Path | None) -> Choices:
    if path is None:
        return Choices()
    try:
        given = json.loads(path.read_text("utf-8"))
        columns = {str(role): str(heading) for role, heading in given.get("columns", {}).items()}
        let_in = frozenset((str(file), int(record)) for file, record in given.get("let_in", []))
        moves = tuple(_move(move) for move in given.get("moves", []))
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise BuildFailed(
            f'{path}: not a file of choices. It holds {{"columns": {{…}}, "let_in": […], "moves": […]}}.'
        ) from error
    return Choices(columns, let_in, moves)


def _move(given: dict[str, Any]) -> Move:
    story, label = (None if given[name] is None else str(given[name]) for name in ("story_id", "label"))
    article_ids, beside = (tuple(map(str, given[name])) for name in ("article_ids", "beside"))
    return Move(article_ids, story, label, beside)


def _teller() -> Callable[[str], None]:
    """Print progress, but no more than a line each SECONDS_BETWEEN_LINES of one step, and always the last of a step."""
    told = _Told()

    def say(words: str) -> None:
        step, now = words.partition(":")[0], time.monotonic()
        is_next = step != told.step
        if is_next and told.waiting:
            print(printable(told.waiting), file=sys.stderr)
        told.waiting = words
        if is_next or now - told.at >= SECONDS_BETWEEN_LINES:
            print(printable(words), file=sys.stderr, flush=True)
            told.step, told.at, told.waiting = step, now, ""

    return say


@dataclass
class _Told:
    step: str = ""
    at: float = 0.0
    waiting: str = ""


def _tell_rejected(receipts: pa.Table) -> None:
    rejected = receipts.filter(pc.equal(receipts["outcome"], "rejected")).to_pylist()
    for row in rejected[:N_REJECTED_NAMED]:
        detail = f" ({row['detail']})" if row["detail"] else ""
        place = row["file"] if row["record"] == 0 else f"{row['file']}, row {row['record'] + 1}"
        print(printable(f"Set aside: {place}: {REASONS[row['reason']]}{detail}"), file=sys.stderr)
    if len(rejected) > N_REJECTED_NAMED:
        print(f"… and {len(rejected) - N_REJECTED_NAMED:,} more, all in the receipts.", file=sys.stderr)


def _check(options: argparse.Namespace) -> None:
    store = open_store(options.store)
    print(f"{printable(str(options.store))}: whole. Every part is as it was written. Fingerprint {store.fingerprint}.")


def _describe(options: argparse.Namespace) -> None:
    store = open_store(options.store)
    row = store.dataset("build").to_table().to_pylist()[0]
    print(f"Built {row['built_at']:%Y-%m-%d %H:%M} UTC by version {row['version']}, fingerprint {store.fingerprint}")
    print(f"Records {row['n_records']:,} = kept {row['n_kept']:,} + set aside {row['n_rejected']:,}", end="")
    print(f" + copies {row['n_duplicates']:,}\n")
    for name, table in TABLES.items():
        print(f"{name:12s} {store.dataset(name).count_rows():>9,} rows: one row is {table.row}")
    _describe_sources(store)


def _describe_sources(store: Store) -> None:
    articles = store.dataset("articles").to_table(["source", "n_words"])
    by_source = articles.group_by("source").aggregate([("n_words", "count"), ("n_words", "sum")])
    print("\narticles      words  source")
    for row in by_source.sort_by([("n_words_count", "descending"), ("source", "ascending")]).to_pylist():
        source = printable(row["source"]) if row["source"] is not None else "unknown"
        print(f"{row['n_words_count']:>8,} {row['n_words_sum']:>10,}  {source}")


def _preview(options: argparse.Namespace) -> None:
    from newscorpus.load.preview import preview_table  # the readers of files are not for a process that only hands out

    json.dump(asdict(preview_table(options.path)), sys.stdout, ensure_ascii=True)


if __name__ == "__main__":
    sys.exit(main())
