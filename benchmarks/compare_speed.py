"""How long comparing many articles takes, and how much memory: python benchmarks/compare_speed.py [ARTICLES]

The articles are invented: each event has its own names, places and figures; its articles tell it in
the same four sentences with other words, the rest is noise, and one in five copies half of another, as agency clients
do. Then one event told by STORY_ARTICLES articles is built into a store, and the questions of the page Compare are
asked of it. Seeded, so every run is the same.
"""

import csv
import random
import resource
import sys
import tempfile
import time
from itertools import accumulate
from pathlib import Path

import pyarrow as pa

from newscorpus.compare.passages.overlap import find_overlaps
from newscorpus.compare.stories.stories import find_stories
from newscorpus.pipeline import Means, build_store
from newscorpus.query.connection import open_reader
from newscorpus.query.overlap.reuse import text_of_each
from newscorpus.query.selection import EVERYTHING
from newscorpus.query.sources.totals import headline_figures
from newscorpus.query.story.figures import figures_told
from newscorpus.query.story.matrix import matrix
from newscorpus.query.story.side_by_side import parallel
from newscorpus.query.story.stories import stories_list
from newscorpus.query.story.substitutions import substitutions

ARTICLES_PER_EVENT = 4
SENTENCES_PER_ARTICLE = 25
STOCK_WORDS = 20_000
SHARE_OF_COPIES = 0.2
STORY_ARTICLES = 20
STORY_STATEMENTS = 40  # that the articles of the one story choose from
STATEMENTS_TOLD = 24  # by one of its articles, besides the opening and half as many sentences of its own

OPENINGS = (
    "{name} of {place} said on Monday that {n} people had been asked about the {a} {b} near the {c}.",
    "Officials in {place} counted {n} cases of {a} {b} after the {c} was closed by {name}.",
    "The council chaired by {name} voted {n} to 3 on a {a} {b}, a step towards the long awaited {c}.",
    "“We will not accept a {a} {b} while the {c} stays as it is,” {name} told reporters in {place}.",
)
_FUNCTION_WORDS = "the of to and a in that is was for on it with as be by at from this have not are but had which"
FUNCTION_WORDS = _FUNCTION_WORDS.split()
WORDS_PER_SENTENCE = 20
EVERYDAY_WORDS = 100  # that every article of the one story uses in sentences of its own
SHARE_OF_FUNCTION_WORDS = 0.45


def made_up_words(rng: random.Random, n: int) -> list[str]:
    syllables = [c + v for c in "bcdfghklmnprstvwz" for v in ("a", "e", "i", "o", "u", "ar", "en", "il", "om", "ust")]
    return ["".join(rng.choices(syllables, k=rng.choice((2, 3, 3, 4)))) for _ in range(n)]


def make_articles(n_articles: int, seed: int = 7) -> tuple[pa.Table, pa.Table]:
    rng = random.Random(seed)
    stock = made_up_words(rng, STOCK_WORDS)
    weights = list(accumulate(1 / (rank + 3) for rank in range(STOCK_WORDS)))  # the spread of words in any language
    names, texts, previous = made_up_words(rng, n_articles), [], ""
    for number in range(n_articles):
        event = random.Random(number // ARTICLES_PER_EVENT)
        own = {"name": event.choice(names).title(), "place": event.choice(names).title(), "n": event.randint(4, 900)}
        subject = event.choices(stock, k=12)
        openings = rng.sample(OPENINGS, len(OPENINGS))
        sentences = [o.format(**dict(zip("abc", rng.sample(subject, 3), strict=True)), **own) for o in openings]
        while len(sentences) < SENTENCES_PER_ARTICLE:
            content = rng.choices(stock, cum_weights=weights, k=WORDS_PER_SENTENCE)
            words = [rng.choice(FUNCTION_WORDS) if rng.random() < SHARE_OF_FUNCTION_WORDS else w for w in content]
            sentences.append(" ".join(words).capitalize() + ".")
        text = "\n\n".join(sentences)
        copies = number % ARTICLES_PER_EVENT and rng.random() < SHARE_OF_COPIES
        texts.append(f"{previous[: len(previous) // 2]}\n\n{text}" if copies else text)
        previous = text
    ids = [f"{number:016x}" for number in range(n_articles)]
    sources = [f"Outlet {number % ARTICLES_PER_EVENT}" for number in range(n_articles)]
    nothing = pa.nulls(n_articles, pa.string())
    dates = pa.nulls(n_articles, pa.timestamp("us", tz="UTC"))
    articles = pa.table({"article_id": ids, "source": sources, "title": nothing, "published_at": dates})
    return articles, pa.table({"article_id": ids, "text": texts})


def write_story(file: Path) -> None:
    """One event told by STORY_ARTICLES articles: each tells some of its statements, each with words left out."""
    rng = random.Random(11)
    stock = made_up_words(rng, STOCK_WORDS)
    place, name = (word.title() for word in rng.sample(stock, 2))
    told = [[*rng.sample(stock, 7), f"{rng.randint(4, 900)} people"] for _ in range(STORY_STATEMENTS)]
    with file.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(["source", "title", "text"])
        for number in range(STORY_ARTICLES):
            sentences = [f"Officials in {place} said that {name} had closed the {told[0][0]} {told[0][1]} on Monday."]
            for statement in sorted(rng.sample(range(STORY_STATEMENTS), STATEMENTS_TOLD)):
                words = rng.sample(told[statement], 6)
                sentences.append(f"In {place} the {' '.join(words[:3])} was {' and the '.join(words[3:])}.")
                if statement % 2:
                    own = rng.sample(stock[:EVERYDAY_WORDS], WORDS_PER_SENTENCE)
                    sentences.append(" ".join(own).capitalize() + ".")
            writer.writerow([f"Outlet {number}", f"{name} in {place}", "\n\n".join(sentences)])


def open_a_story(folder: Path) -> None:
    """Build the story and print how long each question of Compare takes, the store opened first."""
    write_story(folder / "story.csv")
    store = build_store([folder / "story.csv"], folder / "store", means=Means(1)).store
    began = time.perf_counter()
    reader = open_reader(store)
    took = {"open": time.perf_counter() - began}
    (label,) = store.dataset("stories").to_table()["label"].to_pylist()
    ids = tuple(store.dataset("articles").to_table()["article_id"].to_pylist())
    questions = {
        "headline figures": lambda: headline_figures(reader, EVERYTHING),
        "list of stories": lambda: stories_list(reader, EVERYTHING),
        "matrix": lambda: matrix(reader, EVERYTHING, label),
        "two side by side": lambda: parallel(reader, EVERYTHING, label, ids[:2]),
        "figures": lambda: figures_told(reader, EVERYTHING, label),
        "words for each other": lambda: substitutions(reader, EVERYTHING, label),
        "independent texts": lambda: text_of_each(reader, EVERYTHING),
    }
    for name, ask in questions.items():
        began = time.perf_counter()
        ask()
        took[name] = time.perf_counter() - began
    n_tellings = store.dataset("statements").count_rows()
    opening = sum(took[name] for name in ("open", "headline figures", "list of stories", "matrix"))
    print(f"Compare: a story of {len(ids)} articles, {n_tellings} tellings, opened in {opening:.2f} s")
    print("  " + ", ".join(f"{name} {seconds:.2f} s" for name, seconds in took.items()))


def main() -> None:
    n_articles = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    articles, texts = make_articles(n_articles)
    for name, work in (
        ("overlap", lambda: find_overlaps(texts)),
        ("stories", lambda: find_stories(articles, texts).table),
    ):
        began = time.perf_counter()
        found = work()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        seconds = time.perf_counter() - began
        print(f"{name}: {n_articles} articles, {found.num_rows} rows, {seconds:.1f} s, peak memory so far {peak} MB")
    with tempfile.TemporaryDirectory() as folder:
        open_a_story(Path(folder))


if __name__ == "__main__":
    main()
