"""How long comparing many articles takes, and how much memory: python benchmarks/compare_speed.py [ARTICLES]

The articles are invented: each event has its own names, places and figures; its articles tell it in
the same four sentences with other words, the rest is noise, and one in five copies half of another, as agency clients
do. Seeded, so every run is the same.
"""

import random
import resource
import sys
import time
from itertools import accumulate

import pyarrow as pa

from newscorpus.compare.overlap import find_overlaps
from newscorpus.compare.stories import find_stories

ARTICLES_PER_EVENT = 4
SENTENCES_PER_ARTICLE = 25
STOCK_WORDS = 20_000
SHARE_OF_COPIES = 0.2

OPENINGS = (
    "{name} of {place} said on Monday that {n} people had been asked about the {a} {b} near the {c}.",
    "Officials in {place} counted {n} cases of {a} {b} after the {c} was closed by {name}.",
    "The council chaired by {name} voted {n} to 3 on a {a} {b}, a step towards the long awaited {c}.",
    "“We will not accept a {a} {b} while the {c} stays as it is,” {name} told reporters in {place}.",
)
_FUNCTION_WORDS = "the of to and a in that is was for on it with as be by at from this have not are but had which"
FUNCTION_WORDS = _FUNCTION_WORDS.split()
WORDS_PER_SENTENCE = 20
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


if __name__ == "__main__":
    main()
