"""Collocates: the words that stand near the hits of a search more often than their own number would make them.

log-Dice (Rychlý 2008) is 14 + log2(2·f_xy / (f_x + f_y)): f_x hits, f_y uses of the word, f_xy of these uses near a
hit. One more is twice as much. It does not depend on the size of the corpus, and a word met once does not lead it.
"""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa

from newscorpus.query.concordance.context import words_before, words_behind
from newscorpus.query.concordance.hits import Find, Found, find
from newscorpus.query.concordance.places import Flags
from newscorpus.query.concordance.texts import texts_of
from newscorpus.query.concordance.word_places import known_words, n_uses_of
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection
from newscorpus.text.word_forms import form_of

MAX_SPAN: Final = 10  # words on either side: further is another sentence
MIN_USES: Final = 3  # near a hit: fewer is chance
MIN_ARTICLES: Final = 2  # with such a use: one article's habit is no pattern
MAX_HITS_READ: Final = 10_000  # whose surroundings are read: half a second
N_CANDIDATES: Final = 100  # whose uses are counted exactly, the likeliest first
N_COLLOCATES: Final = 50  # shown
HIGHEST: Final = 14.0
SCHEMA: Final = pa.schema(
    [
        pa.field("form", pa.string()),
        pa.field("shown", pa.string()),
        pa.field("n_near", pa.int64()),
        pa.field("n_before", pa.int64()),
        pa.field("n_articles", pa.int64()),
        pa.field("n_uses", pa.int64()),
        pa.field("log_dice", pa.float64()),
    ]
)


@dataclass(frozen=True, slots=True)
class Collocates:
    """Words near hits, as SCHEMA, highest log-Dice first.

    `shown`: as the word is written most often; `n_near` of its `n_uses` stand within the span of a hit, `n_before` of
    them before it, in `n_articles` articles.

    `n_hits_read` of `n_hits` hits were read in the first `n_articles_read` articles by number; counts are of these.
    """

    table: pa.Table
    n_hits_read: int
    n_hits: int
    n_articles_read: int


def collocates(
    reader: Reader, selection: Selection, wanted: Find, span: int, *, content_only: bool = True
) -> Collocates:
    """The N_COLLOCATES words that go most with the hits of a search, at most `span` words before or behind one.

    A use near two hits counts once. `content_only` leaves out function words. Words with fewer than MIN_USES uses near
    hits, or in fewer than MIN_ARTICLES articles, are left out. Raises ValueError for a span that is not 1 to MAX_SPAN.
    """
    if not 1 <= span <= MAX_SPAN:
        raise ValueError(f"a span is 1 to {MAX_SPAN} words, not {span}")
    found = find(reader, selection, wanted)
    n_read, searched = _bounded(found)
    near = _near(reader, found, n_read, span)
    often = [form for form, n in near.n_near.items() if n >= MIN_USES and near.n_articles[form] >= MIN_ARTICLES]
    known = known_words(reader, often)
    kept = [form for form in often if form in known and (known[form].is_content or not content_only)]
    share = _share_of_words(reader, searched)
    scores = {form: log_dice(near.n_near[form], n_read, known[form].n_uses * share) for form in kept}
    candidates = sorted(kept, key=lambda form: (-scores[form], form))[:N_CANDIDATES]
    n_uses = n_uses_of(reader, candidates, searched, selection.passages)
    rows = [{"shown": known[form].shown} | _row(form, near, n_read, n_uses[form]) for form in candidates]
    rows.sort(key=lambda row: (-row["log_dice"], row["form"]))
    table = pa.Table.from_pylist(rows[:N_COLLOCATES], SCHEMA)
    return Collocates(table, n_read, len(found.places), int(searched.sum()))


def _row(form: str, near: "_Near", n_hits: int, n_uses: int) -> dict[str, Any]:
    n_near = near.n_near[form]
    counts = {"n_near": n_near, "n_before": near.n_before[form], "n_articles": near.n_articles[form]}
    n_uses = max(n_uses, n_near)
    return {"form": form, **counts, "n_uses": n_uses, "log_dice": log_dice(n_near, n_hits, n_uses)}


def log_dice(n_near: int, n_hits: int, n_uses: float) -> float:
    """14 + log2(2·n_near / (n_hits + n_uses)), n_uses being n_near at least.

    14 where every hit has the word and every use of the word is near a hit; one less is half as much.

    >>> log_dice(8, 8, 8), log_dice(4, 8, 8), log_dice(1, 1024, 1024)
    (14.0, 13.0, 4.0)
    """
    return HIGHEST + math.log2(2 * n_near / (n_hits + max(n_uses, n_near)))


@dataclass(slots=True)
class _Near:
    """Uses near hits, by form."""

    n_near: Counter[str]
    n_before: Counter[str]
    n_articles: Counter[str]


def _bounded(found: Found) -> tuple[int, Flags]:
    """How many hits are read, in whole articles where that is possible, and the articles that these stand for."""
    n_hits = len(found.places)
    if n_hits <= MAX_HITS_READ:
        return n_hits, found.searched
    last = int(found.places.a[MAX_HITS_READ])
    n_read = int(np.searchsorted(found.places.a, last)) or MAX_HITS_READ
    searched = found.searched.copy()
    searched[max(last, int(found.places.a[0]) + 1) :] = False
    return n_read, searched


def _near(reader: Reader, found: Found, n_read: int, span: int) -> _Near:
    near = _Near(Counter(), Counter(), Counter())
    numbers: defaultdict[int, list[int]] = defaultdict(list)
    for number, a in enumerate(found.places.a[:n_read].tolist()):
        numbers[a].append(number)
    wanted = np.zeros(len(found.searched), np.bool_)
    wanted[list(numbers)] = True
    for a, text in texts_of(reader, wanted):
        uses: dict[int, tuple[str, bool]] = {}
        for number in numbers[a]:
            start, end = int(found.places.start[number]), found.end_of(number, text)
            uses |= {at: (word, True) for at, word in words_before(text, start, span)}
            uses |= {at: (word, False) for at, word in words_behind(text, end, span)}
        forms = [(form_of(word), is_before) for word, is_before in uses.values()]
        near.n_near.update(form for form, _ in forms)
        near.n_before.update(form for form, is_before in forms if is_before)
        near.n_articles.update({form for form, _ in forms})
    return near


def _share_of_words(reader: Reader, searched: Flags) -> float:
    """The words of the articles searched as a share of all: a first guess at how a word's uses are spread."""
    rows = reader.rows("SELECT a, n_words FROM articles")
    n_words = rows["n_words"].to_numpy()
    return float(n_words[searched[rows["a"].to_numpy()]].sum() / max(1, n_words.sum()))
