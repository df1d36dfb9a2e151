"""Step 3: articles to measures, sentences and names, in workers; what was measured before is taken over."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from newscorpus.steps.code_key import code_key, hash_of
from newscorpus.store.read import Store
from newscorpus.tables.catalogue import ANALYSED
from newscorpus.workers import Pool, Stopped, Task, Workers

N_ARTICLES_PER_TASK: Final = 32  # about two seconds of work: progress moves, and little is lost with a worker
LIMIT_SECONDS: Final = 30.0
LIMIT_SECONDS_PER_1000_WORDS: Final = 2.0  # twenty times what a slow core needs
CHARACTERS_PER_WORD: Final = 6  # English with its spaces; only the time limit rests on it


ORDER: Final = ("article_id", "sentence", "quote", "start")


@dataclass(frozen=True, slots=True)
class Analysis:
    """What step 3 gave: the tables of ANALYSED, and article_id -> why for articles whose analysis was stopped."""

    tables: dict[str, pa.Table]
    stopped: dict[str, Stopped]
    n_analysed: int


def analysis_key(title: str | None, text: str) -> str:
    """Hash of what decides an article's measures."""
    return hash_of(title, text, code_key("analyse"))


def analyse_all(
    texts: pa.Table, pool: Pool, scratch: Path, *, earlier: Store | None, say: Callable[[str], None]
) -> Analysis:
    """Measure every article of `texts` (article_id, title, text, analysis_key), sorted by article_id.

    Articles that the store `earlier` holds under the same key are not measured again, and `pool` is opened
    only when there is something to measure.
    """
    known = _known(earlier)
    is_new = [
        known.get(article) != key
        for article, key in zip(texts["article_id"].to_pylist(), texts["analysis_key"].to_pylist(), strict=True)
    ]
    fresh = texts.filter(pa.array(is_new, pa.bool_()))
    again = texts.filter(pa.array([not new for new in is_new], pa.bool_()))["article_id"]
    stopped = {}
    if fresh.num_rows:
        with pool(prepare=prepare_analysing) as workers:
            stopped = dict(_analyse_fresh(fresh, workers, scratch, say))
    tables = {}
    for name, schema in ANALYSED.items():
        parts = [ds.dataset(sorted(map(str, scratch.glob(f"{name}-*.parquet"))), schema=schema).to_table()]
        if earlier is not None and len(again):
            source = earlier.dataset("articles" if name == "measures" else name)
            parts.append(source.to_table(schema.names, filter=pc.field("article_id").isin(again)).cast(schema))
        order = [(column, "ascending") for column in ORDER if column in schema.names]
        tables[name] = pa.concat_tables(parts).sort_by(order)
    return Analysis(tables, stopped, fresh.num_rows)


def prepare_analysing() -> None:
    """In a worker, before its first articles: load the models. The process that hands out the work stays light."""
    import newscorpus.analyse.batch  # noqa: F401
    from newscorpus.analyse.models import names_model, syntax_model

    names_model()
    syntax_model()


def analyse_into(part: str, scratch: str, label: str) -> int:
    """In a worker: measure the articles of the Parquet file `part`; returns how many."""
    from newscorpus.analyse.batch import analyse_batch

    articles = pq.read_table(part)
    for name, table in analyse_batch(articles).items():
        pq.write_table(table.select(ANALYSED[name].names).cast(ANALYSED[name]), f"{scratch}/{name}-{label}.parquet")
    return int(articles.num_rows)


def _known(earlier: Store | None) -> dict[str, str]:
    if earlier is None:
        return {}
    table = earlier.dataset("texts").to_table(["article_id", "analysis_key"])
    return dict(zip(table["article_id"].to_pylist(), table["analysis_key"].to_pylist(), strict=True))


def _analyse_fresh(
    fresh: pa.Table, workers: Workers, scratch: Path, say: Callable[[str], None]
) -> Iterator[tuple[str, Stopped]]:
    """Measure in tasks of N_ARTICLES_PER_TASK; a task that was stopped is tried article by article, to find the one."""
    n_done = 0
    slices = [fresh.slice(start, N_ARTICLES_PER_TASK) for start in range(0, fresh.num_rows, N_ARTICLES_PER_TASK)]
    to_retry = []
    tasks = (_task(piece, scratch, f"{number:06d}") for number, piece in enumerate(slices))
    for number, answer in enumerate(workers.run(tasks)):
        if isinstance(answer, Stopped):
            _forget(scratch, f"{number:06d}")
            to_retry += [slices[number].slice(row, 1) for row in range(slices[number].num_rows)]
        else:
            n_done += answer
        say(f"Measuring tone and finding names: {n_done:,} of {fresh.num_rows:,} articles")
    singles = (_task(piece, scratch, f"one-{number:06d}") for number, piece in enumerate(to_retry))
    for number, answer in enumerate(workers.run(singles)):
        if isinstance(answer, Stopped):
            _forget(scratch, f"one-{number:06d}")
            yield to_retry[number]["article_id"][0].as_py(), answer


def _task(piece: pa.Table, scratch: Path, label: str) -> Task:
    part = scratch / f"texts-{label}.parquet"
    pq.write_table(piece, part)
    n_words = pc.sum(pc.utf8_length(piece["text"])).as_py() / CHARACTERS_PER_WORD
    seconds = LIMIT_SECONDS + LIMIT_SECONDS_PER_1000_WORDS * n_words / 1000
    return Task(analyse_into, (str(part), str(scratch), label), seconds)


def _forget(scratch: Path, label: str) -> None:
    for name in ANALYSED:
        (scratch / f"{name}-{label}.parquet").unlink(missing_ok=True)
