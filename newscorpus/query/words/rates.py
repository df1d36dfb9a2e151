"""How often each source uses a few words: rates, where they stand, and how sure the rate is."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection
from newscorpus.query.words.counts import Counted, Counting, count_words, events
from newscorpus.statistics.keyness import rate_interval

PER: Final = 1_000  # words
RATES: Final = pa.schema(
    [
        *(pa.field(name, pa.string()) for name in ("source", "term", "shown")),
        *(pa.field(name, pa.int64()) for name in ("n_uses", "n_words", "n_articles", "n_articles_of_source")),
        *(pa.field(name, pa.int64()) for name in ("n_stories", "n_stories_of_source")),
        *(pa.field(name, pa.float64()) for name in ("per_thousand", "low", "high")),
    ]
)


def word_rates(reader: Reader, selection: Selection, counting: Counting, terms: tuple[str, ...]) -> pa.Table:
    """A row for each source with words and each of `terms`, as RATES; the source with most articles first.

    `low` and `high` enclose 95 % of the rate in more stories like these; null below six stories.
    """
    counted = count_words(reader, selection, counting, terms)
    names = counted.articles["source"].to_numpy(zero_copy_only=False)
    order = sorted(set(names.tolist()), key=lambda name: (-int((names == name).sum()), name))
    number = {term: row for row, term in enumerate(counted.terms["term"].to_pylist())}
    wanted = [(source, number[term]) for source in order for term in terms if term in number]
    rows = [_row(counted, source, names == source, word) for source, word in wanted]
    return pa.Table.from_pylist(rows, RATES)


def _row(counted: Counted, source: str, kept: npt.NDArray[np.bool_], word: int) -> dict[str, Any]:
    uses, event = counted.uses, events(counted)
    rows = (uses.word == word) & kept[uses.article]
    n_of_article = np.bincount(uses.article[rows], uses.n[rows], len(kept)).astype(np.int64)
    events_here, place = np.unique(event[kept], return_inverse=True)
    n_of_event, n_words_of_event = (
        np.bincount(place, n[kept], len(events_here)).astype(np.int64) for n in (n_of_article, uses.n_words)
    )
    n_uses, n_words = int(n_of_event.sum()), int(n_words_of_event.sum())
    low, high = rate_interval(n_of_event, n_words_of_event) or (None, None)
    return {
        "source": source,
        "term": counted.terms["term"][word].as_py(),
        "shown": counted.terms["shown"][word].as_py(),
        "n_uses": n_uses,
        "n_words": n_words,
        "n_articles": int(np.count_nonzero(n_of_article)),
        "n_articles_of_source": int(kept.sum()),
        "n_stories": int(np.count_nonzero(n_of_event)),
        "n_stories_of_source": len(events_here),
        "per_thousand": PER * n_uses / n_words,
        "low": None if low is None else PER * low,
        "high": None if high is None else PER * high,
    }
