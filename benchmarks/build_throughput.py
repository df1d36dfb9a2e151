"""Words a second of the analysis, in one process and in two, against the plain way on the same texts in the same run.

The plain way: the whole spaCy pipeline over whole documents, a TextBlob object a sentence, its polarity and
subjectivity asked for one after the other. Ours does more besides (VADER, language, reading ease). It is timed twice:
for what the plain way gives as well (names and tone), and whole, with attributions, speakers and voices.
Other work on the machine slows two workers more than one: read the ratios of an idle machine, or the processor's time.

    python benchmarks/build_throughput.py [N_ARTICLES]
"""

import csv
import json
import multiprocessing
import os
import random
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pyarrow as pa
import spacy
from textblob import TextBlob

from newscorpus.analyse import batch
from newscorpus.analyse.models import installed_model
from newscorpus.analyse.tone import towards
from newscorpus.analyse.tone.target_tone import NOT_CLEAR
from newscorpus.text.sentences import sentence_spans
from newscorpus.text.words import n_words

EXAMPLES = Path(__file__).resolve().parent.parent / "data" / "example"
SEED = 20240517
N_ARTICLES = 256  # eight tasks, four for each worker
PARAGRAPHS_OF_AN_ARTICLE = 14
SENTENCES_OF_A_PARAGRAPH = 2
ARTICLES_OF_A_BATCH = 32  # as a task of a build holds
N_WORKERS = 2


def example_sentences():
    texts = []
    for path in sorted(EXAMPLES.glob("*.csv")):
        with path.open(newline="", encoding="utf-8-sig") as file:
            texts += [row.get("text") or "" for row in csv.DictReader(file)]
    for path in sorted(EXAMPLES.glob("*.jsonl")):
        rows = map(json.loads, filter(str.strip, path.read_text("utf-8").splitlines()))
        texts += [str(row.get("text") or row.get("body") or "") for row in rows]
    return sorted({text[start:end] for text in texts for start, end in sentence_spans(text)})


def recombined_articles(n_articles):
    """Articles of the example corpus's sentences in a new order, the same on every run."""
    chance, sentences = random.Random(SEED), example_sentences()

    def paragraph():
        return " ".join(chance.sample(sentences, SENTENCES_OF_A_PARAGRAPH))

    return ["\n\n".join(paragraph() for _ in range(PARAGRAPHS_OF_AN_ARTICLE)) for _ in range(n_articles)]


def plain_way(texts):
    pipeline = spacy.load(installed_model())
    pipeline(texts[0])
    start, processor = time.perf_counter(), time.process_time()
    for document in pipeline.pipe(texts):
        [(entity.text, entity.label_) for entity in document.ents]
        for sentence in document.sents:
            blob = TextBlob(sentence.text)
            _ = blob.polarity, blob.subjectivity
        _ = TextBlob(document.text).sentiment
    return time.perf_counter() - start, time.process_time() - processor


def batches_of(texts):
    for at in range(0, len(texts), ARTICLES_OF_A_BATCH):
        part = texts[at : at + ARTICLES_OF_A_BATCH]
        ids = [f"{at + i:016x}" for i in range(len(part))]
        yield pa.table({"article_id": ids, "title": pa.nulls(len(part), pa.string()), "text": part})


def names_and_tone(articles):
    """The analysis without attributions and without the tone towards names."""
    attributions, tones = batch.find_attributions, towards.target_tones
    batch.find_attributions, towards.target_tones = lambda text, names: [], lambda items: [NOT_CLEAR] * len(items)
    try:
        return batch.analyse_batch(articles)
    finally:
        batch.find_attributions, towards.target_tones = attributions, tones


def our_way(texts, analyse):
    batches = list(batches_of(texts))
    analyse(batches[0].slice(0, 1))
    start, processor = time.perf_counter(), time.process_time()
    for articles in batches:
        analyse(articles)
    return time.perf_counter() - start, time.process_time() - processor


def our_way_in_workers(texts, analyse):
    batches = list(batches_of(texts))
    with ProcessPoolExecutor(N_WORKERS, multiprocessing.get_context("spawn")) as workers:
        # Both workers load their model before the clock starts: a build does so once for all its articles.
        list(workers.map(analyse, batches[: 2 * N_WORKERS]))
        start = time.perf_counter()
        list(workers.map(analyse, batches))
        return time.perf_counter() - start


def main():
    n_articles = int(sys.argv[1]) if len(sys.argv) > 1 else N_ARTICLES
    texts = recombined_articles(n_articles)
    total = sum(map(n_words, texts))
    print(f"{n_articles} articles, {total} words, model {installed_model()}")
    plain, plain_cpu = plain_way(texts)
    rows = [("plain way", plain, plain_cpu)]
    for label, analyse in (("names and tone", names_and_tone), ("whole analysis", batch.analyse_batch)):
        rows.append((f"{label}, 1 process", *our_way(texts, analyse)))
        rows.append((f"{label}, {N_WORKERS} workers", our_way_in_workers(texts, analyse), None))
    for label, seconds, processor in rows:
        pace = (
            f"{total / seconds:9,.0f} words/s  {n_articles / seconds:6.1f} articles/s  {plain / seconds:5.2f} x plain"
        )
        of_processor = f"  {plain_cpu / processor:5.2f} x by the processor's time" if processor else ""
        print(f"{label:26} {pace}{of_processor}")
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
