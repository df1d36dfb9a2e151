"""How long indexing words takes, how much room the index needs, and how long the page Words waits for its answers.

    PYTHONPATH=. python benchmarks/words_speed.py [--articles 36 5000 100000]

The articles are those of benchmarks/compare_speed.py: invented, about 500 words, four outlets, and one event for each
four articles. Every size is indexed in a process of its own and asked in another.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow as pa

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from compare_speed import ARTICLES_PER_EVENT, make_articles  # noqa: E402

from newscorpus.steps.indexing import index_words  # noqa: E402
from newscorpus.store.read import open_store  # noqa: E402
from newscorpus.store.write import writing  # noqa: E402
from newscorpus.tables.catalogue import TABLES  # noqa: E402

SIZES = (36, 5_000, 100_000)
NEVER = {pa.string(): "-", pa.int32(): 0, pa.bool_(): False}
ASKED = ("open", "words", "phrases", "corpus", "sentences", "variants")
HEADING = (
    "articles      words  index s  words/s  more MB index MB |" + "".join(f"{name:>10}" for name in ASKED) + "  peak MB"
)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", nargs="+", type=int, default=SIZES)
    parser.add_argument("--make", type=Path)
    parser.add_argument("--ask", type=Path)
    options = parser.parse_args()
    if options.make:
        print(json.dumps(make(options.make, options.articles[0])))
    elif options.ask:
        print(json.dumps(ask(options.ask)))
    else:
        print(HEADING)
        for n_articles in options.articles:
            with tempfile.TemporaryDirectory() as folder:
                made = _in_process("--make", f"{folder}/store", "--articles", str(n_articles))
                asked = _in_process("--ask", f"{folder}/store")
            speed = made["n_words"] / made["seconds"]
            print(
                f"{n_articles:>8,} {made['n_words']:>10,} {made['seconds']:>8.1f} {speed:>8,.0f} "
                f"{made['added_mb']:>8,.0f} {made['size_mb']:>8.1f} |"
                + "".join(f"{asked[name]:>10.2f}" for name in ASKED)
                + f" {asked['peak_mb']:>8,.0f}",
                flush=True,
            )


def make(place: Path, n_articles: int) -> dict[str, float]:
    """Write a store of invented articles with their index; the seconds are the index's alone."""
    tables = _tables(n_articles)
    before = _peak_mb()
    with writing(place) as writer:
        for name, table in tables.items():
            writer.add(name, table)
        begun = time.perf_counter()
        writer.add_pieces(index_words(tables, writer.scratch("words"), lambda _: None))
        seconds = time.perf_counter() - begun
        writer.finish("benchmark")
    sizes = [part.stat().st_size for name in ("words", "vocabulary") for part in (place / name).iterdir()]
    n_words = int(sum(tables["articles"]["n_words"].to_pylist()))
    return {
        "n_words": n_words,
        "seconds": seconds,
        "added_mb": _peak_mb() - before,
        "size_mb": sum(sizes) / 1e6,
    }


def _tables(n_articles: int) -> dict[str, pa.Table]:
    articles, texts = make_articles(n_articles)
    sentences, n_words = [], []
    for article_id, text in zip(texts["article_id"].to_pylist(), texts["text"].to_pylist(), strict=True):
        begin = 0
        for number, sentence in enumerate(text.split("\n\n")):
            sentences.append((article_id, number, begin, begin + len(sentence)))
            begin += len(sentence) + 2
        n_words.append(len(text.split()))
    columns = dict(zip(("article_id", "sentence", "start", "end"), zip(*sentences, strict=True), strict=True))
    story = [f"{number // ARTICLES_PER_EVENT:016x}" for number in range(n_articles)]
    given = {
        "articles": {**{name: articles[name] for name in articles.column_names}, "story_id": story}
        | {"found_story_id": story, "language": ["en"] * n_articles}
        | {"n_words": n_words, "n_words_own": n_words},
        "texts": {name: texts[name] for name in texts.column_names},
        "sentences": columns,
        "build": {"built_at": [0]},
    }
    return {name: _filled(name, given.get(name, {})) for name in TABLES if name not in ("words", "vocabulary")}


def _filled(name: str, given: dict) -> pa.Table:
    """A table with the columns given, and null or nothing in the others."""
    schema = TABLES[name].schema
    n = len(next(iter(given.values()))) if given else 0
    columns = {}
    for field in schema:
        if field.name in given:
            values = given[field.name]
            columns[field.name] = values if isinstance(values, pa.ChunkedArray) else pa.array(values)
        else:
            columns[field.name] = pa.nulls(n) if field.nullable else pa.array([NEVER.get(field.type)] * n)
    return pa.table(columns).cast(schema)


def ask(place: Path) -> dict[str, float]:
    """Ask what the page Words asks, each once, from a store that was just opened."""
    from newscorpus.query.connection import open_reader
    from newscorpus.query.selection import EVERYTHING
    from newscorpus.query.words.counts import Counting
    from newscorpus.query.words.distinctive import CORPUS, OTHERS, distinctive
    from newscorpus.query.words.sentences import word_sentences
    from newscorpus.query.words.spellings import variants

    seconds = {}

    def timed(name, work):
        begun = time.perf_counter()
        found = work()
        seconds[name] = time.perf_counter() - begun
        return found

    reader = timed("open", lambda: open_reader(open_store(place)))
    found = timed("words", lambda: distinctive(reader, EVERYTHING, Counting(), OTHERS))
    timed("phrases", lambda: distinctive(reader, EVERYTHING, Counting(length="phrases"), OTHERS))
    timed("corpus", lambda: distinctive(reader, EVERYTHING, Counting(form="lemma"), CORPUS))
    term = found.words["term"][0].as_py()
    timed("sentences", lambda: word_sentences(reader, EVERYTHING, Counting(), term))
    timed("variants", lambda: variants(reader, EVERYTHING))
    return seconds | {"peak_mb": _peak_mb()}


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _in_process(*arguments: str) -> dict[str, float]:
    done = subprocess.run([sys.executable, __file__, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout)


if __name__ == "__main__":
    main()
