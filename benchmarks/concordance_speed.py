"""How long a search in the texts takes: words, wildcards, phrases, nearness, expressions, and sorting by context.

    PYTHONPATH=. python benchmarks/concordance_speed.py [--articles 100000] [--at FOLDER] [--repeats 5]

The articles are invented: 480 words each, drawn as often as words of a language are, and a few known words at known
ranks. Seeded, so every run is the same. A store made in FOLDER is used again. Each question is asked of a reader that
has not been asked it before; opening the store is timed apart.
"""

import argparse
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from newscorpus.query.concordance.collocates import collocates
from newscorpus.query.concordance.dispersion import dispersion
from newscorpus.query.concordance.hits import Find
from newscorpus.query.concordance.lines import Page, concordance
from newscorpus.query.concordance.trends import trend_of_search
from newscorpus.query.connection import Reader, open_reader
from newscorpus.query.selection import EVERYTHING, Selection
from newscorpus.steps.indexing import index_words
from newscorpus.store.read import is_store, open_store
from newscorpus.store.write import writing
from newscorpus.tables.catalogue import TABLES

SEED = 20261122
N_SOURCES = 12
N_DAYS = 730
N_SENTENCES = 24
WORDS_OF_A_SENTENCE = 20
SENTENCES_OF_A_PARAGRAPH = 3
N_STOCK = 60_000
_FUNCTION_WORDS = "the of to and a in that is was for on it with as be by at from this have not are but had which"
FUNCTION_WORDS = _FUNCTION_WORDS.split()
AT_RANK = {"minister": 150, "report": 250, "reports": 900, "rights": 400, "human": 500, "flood": 3_000, "weir": 20_000}
SHARE_WITH_PHRASE = 0.05  # of the articles, which say "human rights" once more
NOT_SAID = {pa.string(): "-", pa.int32(): 0, pa.int8(): 0, pa.bool_(): False}
QUESTIONS = {
    "a rare word": "weir",
    "a word": "minister",
    "a very common word": "the",
    "a wildcard": "report*",
    "a wildcard in front": "*ust",
    "a phrase": '"human rights"',
    "a phrase of common words": '"of the minister"',
    "near": "rights NEAR/5 report",
    "near, common words": "the NEAR/5 minister",
    "either": "flood OR rights OR minister",
    "an expression with a word in it": r"/\breports? of [a-z]+/",
    "an expression without": "/[bcd]ust [a-z]{9,} [bcd]ust/",
}


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        place = (options.at or Path(folder)) / f"concordance-{options.articles}"
        if not is_store(place):
            began = time.perf_counter()
            make(place, options.articles)
            print(f"made in {time.perf_counter() - began:.0f} s")
        began = time.perf_counter()
        store = open_store(place)
        open_reader(store)
        print(f"{options.articles:,} articles, opened in {time.perf_counter() - began:.2f} s")
        for words, text in QUESTIONS.items():
            _show(
                f"{words}: {text}",
                store,
                options.repeats,
                lambda r, t=text: concordance(r, EVERYTHING, Find(t), Page()),
            )
        for words, question in OTHERS.items():
            _show(words, store, options.repeats, question)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, peak of the process {peak} MB")


OTHERS: dict[str, Callable[[Reader], Any]] = {
    "minister, sorted by the word before": lambda r: concordance(r, EVERYTHING, Find("minister"), Page("word before")),
    "minister, as written": lambda r: concordance(r, EVERYTHING, Find("Minister", as_written=True), Page()),
    "minister, in one source": lambda r: concordance(r, Selection(sources=("Outlet 3",)), Find("minister"), Page()),
    "minister, without shared passages": lambda r: concordance(r, Selection(passages="own"), Find("minister"), Page()),
    "minister, where in the articles": lambda r: dispersion(r, EVERYTHING, Find("minister")),
    "minister, over time": lambda r: trend_of_search(r, EVERYTHING, Find("minister")),
    "minister, its collocates": lambda r: collocates(r, EVERYTHING, Find("minister"), 5),
    "minister, its collocates in one source": lambda r: collocates(
        r, Selection(sources=("Outlet 3",)), Find("minister"), 5
    ),
}


def _show(words: str, store: Any, repeats: int, question: Callable[[Reader], Any]) -> None:
    times, processor = [], []
    for _ in range(repeats):
        reader = open_reader(store)
        began, began_cpu = time.perf_counter(), time.process_time()
        answer = question(reader)
        times.append(time.perf_counter() - began)
        processor.append(time.process_time() - began_cpu)
    n_hits = getattr(answer, "n_hits", None)
    found = f"{n_hits:>10,} hits" if n_hits is not None else " " * 15
    median, longest = statistics.median(times), max(times)
    cpu = statistics.median(processor)
    print(f"{words:58} {found} {median:6.2f} s, longest {longest:5.2f} s, of the processor {cpu:5.2f} s", flush=True)


def make(place: Path, n_articles: int) -> None:
    """Write a store of invented articles."""
    rng = np.random.default_rng(SEED)
    words = _stock(rng)
    often = np.cumsum(1 / (np.arange(len(words)) + 3.0))
    texts, sentences = [], []
    for number in range(n_articles):
        drawn = words[np.searchsorted(often, rng.random((N_SENTENCES, WORDS_OF_A_SENTENCE)) * often[-1])]
        if rng.random() < SHARE_WITH_PHRASE:
            drawn[rng.integers(N_SENTENCES), 3:5] = ("human", "rights")
        text, spans = _text(drawn)
        texts.append(text)
        sentences += [(number, *span) for span in spans]
    ids = [f"{number:016x}" for number in range(n_articles)]
    rows, starts, ends = (np.array(column, np.int32) for column in zip(*sentences, strict=True))
    shared = rng.random(len(rows)) < 0.1
    tables = {
        "articles": _articles(ids, texts, rng),
        "texts": {"article_id": ids, "text": texts},
        "sentences": {
            "article_id": pa.array(ids).take(pa.array(rows)),
            "sentence": rows % N_SENTENCES,
            "start": starts,
            "end": ends,
            "shared": shared,
        },
        "build": {"built_at": pa.array([0], pa.timestamp("us", "UTC"))},
    }
    filled = {name: _filled(name, tables.get(name, {})) for name in TABLES}
    with writing(place) as writer:
        for name, table in filled.items():
            if name not in ("vocabulary", "words"):
                writer.add(name, table)
        writer.add_pieces(index_words(filled, writer.scratch("words"), lambda _: None))
        writer.finish(key="benchmark")


def _stock(rng: np.random.Generator) -> np.ndarray:
    syllables = [c + v for c in "bcdfghklmnprstvwz" for v in ("a", "e", "i", "o", "u", "ar", "en", "il", "om", "ust")]
    drawn = rng.choice(syllables, (N_STOCK, 4))
    made = ["".join(row[: 2 + number % 3]) for number, row in enumerate(drawn)]
    words = [*FUNCTION_WORDS, *dict.fromkeys(made)]
    for word, rank in AT_RANK.items():
        words.insert(rank, word)
    return np.array(words, dtype=object)


def _text(drawn: np.ndarray) -> tuple[str, list[tuple[int, int]]]:
    text, spans = "", []
    for number, words in enumerate(drawn):
        gap = ("\n\n" if number % SENTENCES_OF_A_PARAGRAPH == 0 else " ") if number else ""
        sentence = " ".join(words).capitalize() + "."
        spans.append((len(text) + len(gap), len(text) + len(gap) + len(sentence)))
        text += gap + sentence
    return text, spans


def _articles(ids: list[str], texts: list[str], rng: np.random.Generator) -> dict[str, Any]:
    days = np.datetime64("2024-01-01", "us") + rng.integers(0, N_DAYS, len(ids)) * np.timedelta64(1, "D")
    return {
        "article_id": ids,
        "source": [f"Outlet {number}" for number in rng.integers(0, N_SOURCES, len(ids))],
        "title": [f"Headline {number}" for number in range(len(ids))],
        "published_at": pa.array(days, pa.timestamp("us")).cast(pa.timestamp("us", "UTC")),
        "language": ["en"] * len(ids),
        "n_words": [N_SENTENCES * WORDS_OF_A_SENTENCE] * len(ids),
        "n_characters": [len(text) for text in texts],
    }


def _filled(name: str, columns: dict[str, Any]) -> pa.Table:
    """The table with these columns; in the others stands nothing, or what stands for nothing where null may not."""
    n_rows = len(next(iter(columns.values()))) if columns else 0
    arrays = []
    for field in TABLES[name].schema:
        if field.name in columns:
            given = columns[field.name]
            arrays.append((given if isinstance(given, pa.Array) else pa.array(given)).cast(field.type))
        elif field.nullable:
            arrays.append(pa.nulls(n_rows, field.type))
        else:
            arrays.append(pa.array([NOT_SAID.get(field.type)] * n_rows, field.type))
    return pa.table(arrays, schema=TABLES[name].schema)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--at", type=Path, help="a folder in which the store is kept for the next run")
    parser.add_argument("--repeats", type=int, default=5)
    return parser.parse_args()


if __name__ == "__main__":
    main()
