"""How many words each method calls distinctive where there is nothing to find, and how many of those that are there.

    PYTHONPATH=. python benchmarks/words_false_alarms.py [ARTICLES.jsonl ...]

Articles of one outlet are dealt into piles, again and again: whatever is called distinctive is a false alarm. Then a
word is planted in every article of one pile: how often is it called? Without a file the articles are invented: words
come in bursts, stories have words of their own, and in one case one side only writes shorter. ARTICLES.jsonl holds
real ones, a JSON object a line with "text" and, where they are of several outlets, "source"; piles are then drawn
within each source for false alarms, and from all for a planted word.
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from newscorpus.statistics.dealing import hands
from newscorpus.statistics.keyness import MIN_ARTICLES, MIN_USES, Uses, log_odds, max_t, n_words_cut
from newscorpus.text.word_forms import form_of, is_function_word
from newscorpus.text.words import word_spans

SEED = 20261122
N_DRAWS = 50
PILES = (5, 20, 60)  # articles a side
N_WORDS = 2_000
WORDS_PER_ARTICLE = 450
SHORTER = 6  # times, where an outlet writes shorter
N_PLANTED = 10
PLANTED_RATES = (4.0, 1.0)  # uses an article on the one side and on the other
LOG_LIKELIHOOD = 3.84  # chi-square, one degree of freedom, 5 %
Z = 1.96
LEVEL = 0.05
METHODS = ("log-likelihood", "log-odds |z|", "articles dealt")
KINDS = ((2, 3), (2, 6), (2, 12), (2, 20), (3, 4), (3, 12), (4, 6), (5, 3), (5, 12), (7, 3), (7, 6), (7, 20))
"""Piles and articles in each."""
STYLES = ((14.5, 0.37), (6.0, 0.3), (3.0, 0.1))  # uses per 1,000 words in the pile and elsewhere
STYLE_ELSEWHERE = 0.1  # share of the other articles that have the word at all
STYLED = ((2, 6), (2, 8), (3, 6), (5, 6), (7, 6), (2, 12), (7, 12))


def main() -> None:
    if len(sys.argv) == 1:
        invented()
    for name in sys.argv[1:]:
        print(f"\n{name}")
        of_file(Path(name))


def invented() -> None:
    headings = "".join(f"{name:>18}" for name in (*METHODS, "screens with any"))
    print(f"{'articles a side':<32}{'words':>7}{headings}{'planted found':>16}")
    for n in PILES:
        for what in ("nothing to find", "one side writes shorter", "ten words planted"):
            results = [called(*newsroom(np.random.default_rng([SEED, n, draw]), n, what)) for draw in range(N_DRAWS)]
            means = [np.mean([len(found[method]) for _, found, _ in results]) for method in METHODS]
            any_called = np.mean([len(found["articles dealt"]) > 0 for _, found, _ in results])
            hits = [len(planted & found["articles dealt"]) / len(planted) for _, found, planted in results if planted]
            shown = f"{np.mean(hits):>15.0%}" if hits else ""
            columns = "".join(f"{mean:>18.2f}" for mean in means)
            tested = np.mean([n_tested for n_tested, _, _ in results])
            print(f"{f'{n}, {what}':<32}{tested:>7.0f}{columns}{any_called:>18.2f}{shown}", flush=True)


def called(
    uses: Uses, side: np.ndarray, story: np.ndarray, planted: set[int]
) -> tuple[int, dict[str, set[int]], set[int]]:
    """How many words were tested, which each method calls (planted ones apart where there are any), and the planted."""
    n = np.bincount(uses.word, uses.n, uses.n_different)
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
    tested, chance = dealt_out(uses, side, story, 1)
    found = {
        "log-likelihood": set(tested[likelihood[tested] > LOG_LIKELIHOOD]),
        "log-odds |z|": set(tested[z[tested] > Z]),
        "articles dealt": set(tested[(chance <= LEVEL).any(axis=0)]),
    }
    return len(tested), found, planted


def dealt_out(uses: Uses, side: np.ndarray, story: np.ndarray, n_sides: int) -> tuple[np.ndarray, np.ndarray]:
    """The words tested, and side × word the chance of each."""
    n_articles, n = np.bincount(uses.word, minlength=uses.n_different), np.bincount(uses.word, uses.n, uses.n_different)
    tested = np.flatnonzero((n >= MIN_USES) & (n_articles >= MIN_ARTICLES))
    number = np.full(len(n), -1)
    number[tested] = np.arange(len(tested))
    rows = number[uses.word] >= 0
    some = Uses(uses.article[rows], number[uses.word[rows]], uses.n[rows], uses.n_words, len(tested))
    chance, _ = max_t(some, hands(side, story, n_sides), n_words_cut(uses.n_words, side))
    return tested, chance


def newsroom(chance: np.random.Generator, n_each: int, what: str) -> tuple[Uses, np.ndarray, np.ndarray, set[int]]:
    """Two piles of one outlet's articles, both telling each story once; words come in bursts."""
    n = 2 * n_each
    side, story = np.arange(n) % 2, np.arange(n) // 2
    length = np.where((side == 1) & (what == "one side writes shorter"), WORDS_PER_ARTICLE / SHORTER, WORDS_PER_ARTICLE)
    rate = 1 / (np.arange(N_WORDS) + 3)
    rate /= rate.sum()
    of_story = chance.gamma(0.5, 2, (n_each, N_WORDS))[story]
    counts = chance.poisson(length[:, None] * rate * of_story * chance.gamma(1, 1, (n, N_WORDS)))
    planted: set[int] = set()
    if what == "ten words planted":
        planted = set(chance.choice(np.arange(100, N_WORDS), N_PLANTED, replace=False).tolist())
    for word in planted:
        counts[:, word] = chance.poisson(np.where(side == 0, *PLANTED_RATES))
    article, word = np.nonzero(counts)
    return Uses(article, word, counts[article, word], np.maximum(1, counts.sum(1)), N_WORDS), side, story, planted


def of_file(path: Path) -> None:
    """Piles of one source's articles, and a word planted in one of several piles drawn from all."""
    texts = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        texts[row.get("source")].append(
            Counter(form_of(row["text"][start:end]) for start, end in word_spans(row["text"]))
        )
    chance = np.random.default_rng(SEED)
    print(f"{'piles':>5}{'articles in each':>18}{'screens':>9}{'words':>7}{'screens with any':>18}")
    n_all = any_all = 0
    for n_piles, n_each in KINDS:
        drawn = [source for source in sorted(texts, key=str) if len(texts[source]) >= n_piles * n_each]
        if not drawn:
            continue
        found, n_words = [], []
        for draw in range(N_DRAWS):
            uses, side = piles(chance, texts[drawn[draw % len(drawn)]], n_piles, n_each)
            tested, shares = dealt_out(uses, side, np.full(len(side), -1), n_sides(n_piles))
            found.append(bool((shares <= LEVEL).any()))
            n_words.append(len(tested))
        n_all, any_all = n_all + len(found), any_all + sum(found)
        print(f"{n_piles:>5}{n_each:>18}{len(found):>9}{np.mean(n_words):>7.0f}{np.mean(found):>18.2f}", flush=True)
    print(f"all: {any_all} of {n_all} screens, {any_all / n_all:.3f}")
    every = [counter for source in texts.values() for counter in source]
    print("\nuses per 1,000 words planted and elsewhere; share of screens that call it, by piles × articles in each")
    print(" " * 14 + "".join(f"{f'{n_piles} × {n_each}':>9}" for n_piles, n_each in STYLED))
    for style in STYLES:
        shares = [np.mean([is_found(chance, every, kind, style) for _ in range(N_DRAWS)]) for kind in STYLED]
        print(f"{style[0]:>6} {style[1]:>6} " + "".join(f"{share:>9.2f}" for share in shares), flush=True)


def n_sides(n_piles: int) -> int:
    """Of two piles one is held against the other; of more each against the others."""
    return 1 if n_piles == 2 else n_piles


def is_found(
    chance: np.random.Generator, every: list[Counter], kind: tuple[int, int], style: tuple[float, float]
) -> bool:
    """Whether a word is called that stands in every article of the first pile at the first rate."""
    uses, side = piles(chance, every, *kind)
    length = uses.n_words / 1_000 * chance.gamma(3, 1 / 3, len(side))
    n = np.maximum(1, chance.poisson(length * np.where(side == 0, style[0], style[1] / STYLE_ELSEWHERE)))
    n = np.where((side == 0) | (chance.random(len(side)) < STYLE_ELSEWHERE), n, 0)
    has = np.flatnonzero(n)
    planted = Uses(
        np.concatenate([uses.article, has]),
        np.concatenate([uses.word, np.full(len(has), uses.n_different)]),
        np.concatenate([uses.n, n[has]]),
        uses.n_words + n,
        uses.n_different + 1,
    )
    tested, shares = dealt_out(planted, side, np.full(len(side), -1), n_sides(kind[0]))
    return bool((shares[0, tested == uses.n_different] <= LEVEL).any())


def piles(chance: np.random.Generator, counters: list[Counter], n_piles: int, n_each: int) -> tuple[Uses, np.ndarray]:
    """Content words of articles dealt into piles."""
    drawn = [counters[place] for place in chance.permutation(len(counters))[: n_piles * n_each]]
    forms = sorted(set().union(*drawn))
    number = {form: place for place, form in enumerate(form for form in forms if not is_function_word(form))}
    rows = [(a, number[form], n) for a, counter in enumerate(drawn) for form, n in counter.items() if form in number]
    article, word, n = (np.array(column) for column in zip(*rows, strict=True))
    n_words = np.array([counter.total() for counter in drawn])
    return Uses(article, word, n, n_words, len(number)), np.arange(len(drawn)) % n_piles


if __name__ == "__main__":
    main()
