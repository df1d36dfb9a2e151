"""How long the server takes to answer a filter change on Overview, and how much memory its page process holds.

    python benchmarks/filter_change.py [STORE] [--articles 36 5000 100000] [--changes 40]

The corpora are made by recombining the rows of STORE (the example, built, when none is named): each article is drawn
from its articles with another day; half of its names become names of a block of 1,000 articles, so that large corpora
have many names, as real ones do. Every size runs in a process of its own: it opens the store, draws Overview once, then
changes filters that no cache has seen. The time is that of a whole script run by Streamlit's own test runner, without a
browser.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from newscorpus.query.selection import PASSAGES  # noqa: E402
from newscorpus.store.read import open_store  # noqa: E402
from newscorpus.store.write import writing  # noqa: E402
from newscorpus.tables.catalogue import TABLES  # noqa: E402

SEED = 20261122
N_PER_BLOCK = 1_000
N_DAYS = 730
N_PER_STORY = 4  # articles, were all of them in one
SHARE_IN_STORIES = 0.75
SECONDS_TO_DRAW = 120
OF_ARTICLES = (
    "texts",
    "parts",
    "sentences",
    "mentions",
    "removals",
)  # what else a store holds, Overview does not ask for
TIMES = ("first", "p50", "p95", "cpu_p95", "search")
HEADINGS = " articles    names     first       p50       p95   cpu p95    search      RSS     peak"


def main() -> None:
    options = _options()
    if options.measure:
        print(json.dumps(measure(options.store, options.changes)))
        return
    print(HEADINGS)
    for n_articles in options.articles:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "store"
            _in_process(str(options.store), "--make", str(place), "--articles", str(n_articles))
            found = json.loads(_in_process(str(place), "--measure", "--changes", str(options.changes)))
        times = " ".join(f"{found[name]:>8.3f}s" for name in TIMES)
        print(
            f"{n_articles:>9,} {found['n_names']:>8,} {times} {found['rss_mb']:>5.0f} MB {found['peak_mb']:>5.0f} MB",
            flush=True,
        )
    print(
        f"{options.changes} filter changes each; p95 is over these. CPU is the process's own time, whatever else runs. "
        f"Cores: {os.cpu_count()}; load {os.getloadavg()[0]:.1f}."
    )


def make(base: Path, place: Path, n_articles: int) -> None:
    """Write a store of `n_articles` recombined from the one at `base`."""
    rng = np.random.default_rng(SEED)
    store = open_store(base)
    tables = {name: store.dataset(name).to_table() for name in TABLES}
    drawn = rng.integers(0, tables["articles"].num_rows, n_articles)
    ids = [f"{number:016x}" for number in range(n_articles)]
    old_ids = tables["articles"]["article_id"].to_pylist()
    with writing(place) as writer:
        for name, table in tables.items():
            if name == "articles":
                made = _articles(table, drawn, ids, rng)
            elif name == "entities":
                made = _entities(table, n_articles)
            elif name in OF_ARTICLES:
                made = _rows_of_articles(table, old_ids, drawn, ids, rng, is_mentions=name == "mentions")
            else:
                made = table.slice(0, 1 if name == "build" else 0)
            writer.add(name, made.cast(TABLES[name].schema))
        writer.finish(key="benchmark")


def _articles(table: pa.Table, drawn: np.ndarray, ids: list[str], rng: np.random.Generator) -> pa.Table:
    made = table.take(pa.array(drawn)).set_column(0, "article_id", pa.array(ids))
    start = np.datetime64("2024-01-01", "us")
    days = start + rng.integers(0, N_DAYS, len(ids)) * np.timedelta64(1, "D")
    stories = pa.array([f"{n:016x}" for n in rng.integers(0, -(-len(ids) // N_PER_STORY), len(ids))])
    in_story = pa.array(rng.random(len(ids)) < SHARE_IN_STORIES)
    for name in ("story_id", "found_story_id"):
        told = pc.if_else(in_story, stories, pa.scalar(None, pa.string()))
        made = made.set_column(made.column_names.index(name), name, told)
    dated = pa.array(days, pa.timestamp("us"), mask=rng.random(len(ids)) < 0.05).cast(pa.timestamp("us", "UTC"))
    made = made.set_column(made.column_names.index("published_at"), "published_at", dated)
    for name in ("polarity", "tone"):
        noisy = pc.add(made[name], pa.array(rng.normal(0, 0.02, len(ids))))
        bounded = pc.max_element_wise(pc.min_element_wise(noisy, 1.0, skip_nulls=False), -1.0, skip_nulls=False)
        made = made.set_column(made.column_names.index(name), name, bounded)
    return made


def _block_id(entity_id: str, block: int) -> str:
    return f"{block:04x}{entity_id[4:]}"


def _entities(table: pa.Table, n_articles: int) -> pa.Table:
    rows = table.to_pylist()
    blocks = range(1, n_articles // N_PER_BLOCK + 1)
    more = [
        row | {"entity_id": _block_id(row["entity_id"], block), "name": f"{row['name']} {block}"}
        for block in blocks
        for row in rows
    ]
    return pa.Table.from_pylist([*rows, *more], table.schema)


def _rows_of_articles(
    table: pa.Table,
    old_ids: list[str],
    drawn: np.ndarray,
    ids: list[str],
    rng: np.random.Generator,
    *,
    is_mentions: bool,
) -> pa.Table:
    """The rows of each article drawn, under its new id."""
    rows_of: dict[str, list[int]] = {old: [] for old in old_ids}
    for row, old in enumerate(table["article_id"].to_pylist()):
        rows_of[old].append(row)
    per_article = [np.array(rows_of[old], np.int64) for old in old_ids]
    taken = np.concatenate([per_article[number] for number in drawn]) if len(drawn) else np.array([], np.int64)
    owners = np.repeat(np.arange(len(ids)), [len(per_article[number]) for number in drawn])
    made = table.take(pa.array(taken)).set_column(0, "article_id", pa.array(ids).take(pa.array(owners)))
    if not is_mentions:
        return made
    in_block = (rng.random(len(taken)) < 0.5) & (owners >= N_PER_BLOCK)
    entity = made["entity_id"].to_pylist()
    moved = [_block_id(e, int(o) // N_PER_BLOCK) if b else e for e, o, b in zip(entity, owners, in_block, strict=True)]
    return made.set_column(made.column_names.index("entity_id"), "entity_id", pa.array(moved))


def measure(place: Path, n_changes: int) -> dict[str, float]:
    """Draw Overview, change filters, and read the process's own memory."""
    os.environ["PARALLAX_CORPUS"] = str(place)
    os.chdir(ROOT)
    from streamlit.testing.v1 import AppTest

    start = time.perf_counter()
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS_TO_DRAW).run()
    first = time.perf_counter() - start
    assert not page.exception, page.exception
    changes, cpu = zip(*(_timed_change(page, random.Random(SEED + n)) for n in range(n_changes)), strict=True)
    resident = _memory_mb("VmRSS")
    page.text_input(key="q").set_value("the minister")
    start = time.perf_counter()
    page.run()
    search = time.perf_counter() - start
    n_names = open_store(place).dataset("entities").count_rows()
    p95, cpu_p95 = (statistics.quantiles(times, n=20)[-1] for times in (changes, cpu))
    times = {"first": first, "p50": statistics.median(changes), "p95": p95, "cpu_p95": cpu_p95, "search": search}
    return times | {"n_names": n_names} | {"rss_mb": resident, "peak_mb": _memory_mb("VmHWM")}


def _timed_change(page, chance: random.Random) -> tuple[float, float]:
    """One reader's step: sources, a length, a polarity, a name, whose words count. Seconds by the clock and of CPU."""
    widget = chance.choice(["source", "words_from", "polarity", "name", "passages"])
    if widget in ("source", "name"):
        options = page.multiselect(key=widget).options
        page.multiselect(key=widget).set_value(chance.sample(options, k=min(len(options), chance.randint(1, 3))))
    elif widget == "words_from":
        page.number_input(key=widget).set_value(chance.randint(0, 400))
    elif widget == "passages":
        page.radio(key=widget).set_value(chance.choice(list(PASSAGES.values())[1:]))
    else:
        low = round(chance.uniform(-1, 0.1), 2)
        page.slider(key=widget).set_value((low, 1.0))
    start, cpu_start = time.perf_counter(), time.process_time()
    page.run()
    taken = (time.perf_counter() - start, time.process_time() - cpu_start)
    assert not page.exception, page.exception
    for key in ("source", "name"):
        page.multiselect(key=key).set_value([])
    page.number_input(key="words_from").set_value(None)
    page.radio(key="passages").set_value(PASSAGES["all"])
    page.slider(key="polarity").set_value((-1.0, 1.0))
    return taken


def _memory_mb(field: str) -> float:
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field)) / 1024


def _in_process(*arguments: str) -> str:
    command = [sys.executable, "-W", "ignore", __file__, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("store", nargs="?", type=Path, default=ROOT / "data" / "built" / "example")
    parser.add_argument("--articles", nargs="+", type=int, default=[36, 5_000, 100_000])
    parser.add_argument("--changes", type=int, default=40)
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--make", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.make:
        make(options.store, options.make, options.articles[0])
        sys.exit()
    return options


if __name__ == "__main__":
    main()
