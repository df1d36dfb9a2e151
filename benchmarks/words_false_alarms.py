"""How many words each method calls distinctive where there is nothing to find, and how many of those that are there.

    PYTHONPATH=. python benchmarks/words_false_alarms.py [ARTICLES.jsonl]

Articles of one outlet are dealt into two piles, again and again: whatever is called distinctive is a false alarm. Then
ten words are planted in one pile's articles. Without a file the articles are invented: words come in bursts, stories
have words of their own. ARTICLES.jsonl holds real ones, a JSON object a line with "source" and "text"; piles are then
drawn within each source, and no words are planted.
"""

import json
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from newscorpus.statistics.keyness import MIN_ARTICLES, MIN_USES, Uses, hands, log_odds, max_t
from newscorpus.text.word_forms import form_of
from newscorpus.text.words import word_spans

SEED = 20261122
N_DRAWS = 100
PILES = (5, 20, 60)  # articles a side
N_WORDS = 2_000
WORDS_PER_ARTICLE = 450
N_PLANTED = 10
PLANTED_RATES = (4.0, 1.0)  # uses an article on the one side and on the other
LOG_LIKELIHOOD = 3.84  # chi-square, one degree of freedom, 5 %
Z = 1.96
LEVEL = 0.05
METHODS = ("log-likelihood", "log-odds |z|", "articles dealt")


def main() -> None:
    draws = of_file(Path(sys.argv[1])) if len(sys.argv) > 1 else invented()
    headings = "".join(f"{name:>18}" for name in (*METHODS, "screens with any"))
    print(f"{'articles a side':<26}{'words':>7}{headings}{'planted found':>16}")
    for name, cases in draws:
        results = [called(*case) for case in cases]
        means = [np.mean([len(found[method]) for _, found, _ in results]) for method in METHODS]
        any_called = np.mean([len(found["articles dealt"]) > 0 for _, found, _ in results])
        hits = [len(planted & found["articles dealt"]) / len(planted) for _, found, planted in results if planted]
        tested = np.mean([n for n, _, _ in results])
        shown = f"{np.mean(hits):>15.0%}" if hits else f"{'':>15}"
        print(f"{name:<26}{tested:>7.0f}" + "".join(f"{mean:>18.2f}" for mean in means) + f"{any_called:>18.2f}{shown}")


def called(
    uses: Uses, side: np.ndarray, story: np.ndarray, planted: set[int]
) -> tuple[int, dict[str, set[int]], set[int]]:
    """How many words were tested, which each method calls (planted ones apart where there are any), and the planted."""
    n = np.bincount(uses.word, uses.n, uses.n_different)
    tested = np.flatnonzero((n >= MIN_USES) & (np.bincount(uses.word, minlength=len(n)) >= MIN_ARTICLES))
    here = np.bincount(uses.word, uses.n * (side[uses.article] == 0), len(n))
    words = [int(uses.n_words[side == number].sum()) for number in (0, 1)]
    there = n - here
    share = np.maximum(n / n.sum(), 1e-9)
    z = np.abs(log_odds((here, words[0]), (there, words[1]), share))
    expected = [n * each / sum(words) for each in words]
    likelihood = 2 * sum(
        np.where(o > 0, o * np.log(np.maximum(o, 1) / np.maximum(e, 1e-9)), 0)
        for o, e in zip((here, there), expected, strict=True)
    )
    number = np.full(len(n), -1)
    number[tested] = np.arange(len(tested))
    rows = number[uses.word] >= 0
    some = Uses(uses.article[rows], number[uses.word[rows]], uses.n[rows], uses.n_words, len(tested))
    chance = max_t(some, hands(side, story, 1))[0] if len(tested) else np.empty(0)
    found = {
        "log-likelihood": set(tested[likelihood[tested] > LOG_LIKELIHOOD]),
        "log-odds |z|": set(tested[z[tested] > Z]),
        "articles dealt": set(tested[chance <= LEVEL]),
    }
    return len(tested), found, planted


def invented():
    for n in PILES:
        for planted in (False, True):
            name = f"{n}, " + ("ten words planted" if planted else "nothing to find")
            yield name, (newsroom(np.random.default_rng([SEED, n, draw]), n, planted) for draw in range(N_DRAWS))


def newsroom(chance: np.random.Generator, n_each: int, plant: bool):
    """Two piles of one outlet: every story told once in each."""
    n = 2 * n_each
    side, story = np.arange(n) % 2, np.arange(n) // 2
    rate = 1 / (np.arange(N_WORDS) + 3)
    rate *= WORDS_PER_ARTICLE / rate.sum()
    of_story = chance.gamma(0.5, 2, (n_each, N_WORDS))[story]
    counts = chance.poisson(rate * of_story * chance.gamma(1, 1, (n, N_WORDS)))
    planted = set(chance.choice(np.arange(100, N_WORDS), N_PLANTED, replace=False).tolist()) if plant else set()
    for word in planted:
        counts[:, word] = chance.poisson(np.where(side == 0, *PLANTED_RATES))
    article, word = np.nonzero(counts)
    return Uses(article, word, counts[article, word], counts.sum(1), N_WORDS), side, story, planted


def of_file(path: Path):
    """Piles drawn from the articles of each source, and each two sources against one another."""
    texts = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        texts[row["source"]].append(Counter(form_of(row["text"][start:end]) for start, end in word_spans(row["text"])))
    chance = np.random.default_rng(SEED)
    sources = sorted(texts)
    least = min(len(texts[source]) for source in sources)
    per_source = math.ceil(N_DRAWS / len(sources))
    yield (
        f"{least // 2}, same source",
        (
            drawn(chance.permutation(np.array(texts[source], object)), least // 2)
            for source in sources
            for _ in range(per_source)
        ),
    )
    pairs = [(a, b) for place, a in enumerate(sources) for b in sources[:place]]
    yield (
        f"{least // 2}, two sources",
        (
            drawn(
                np.concatenate([chance.permutation(np.array(texts[s], object))[: least // 2] for s in pair]), least // 2
            )
            for pair in pairs
            for _ in range(math.ceil(N_DRAWS / len(pairs)))
        ),
    )
    yield (
        f"{least}, two sources",
        (drawn(np.concatenate([texts[a][:least], texts[b][:least]]), least) for a, b in pairs),
    )


def drawn(counters, n_each: int):
    counters = list(counters)[: 2 * n_each]
    number = {form: place for place, form in enumerate(sorted(set().union(*counters)))}
    rows = [(a, number[form], n) for a, counter in enumerate(counters) for form, n in counter.items()]
    article, word, n = (np.array(column) for column in zip(*rows, strict=True))
    side = np.repeat([0, 1], n_each)
    n_words = np.array([counter.total() for counter in counters])
    return Uses(article, word, n, n_words, len(number)), side, np.full(len(side), -1), set()


if __name__ == "__main__":
    main()
