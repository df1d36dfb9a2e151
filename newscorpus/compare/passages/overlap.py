"""Passages that two articles share, word for word, whatever the spelling.

An inverted index of runs of five words says where to look, so no two articles are compared that share nothing.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
import pyarrow as pa

from newscorpus.compare.passages.shingles import SHINGLE_WORDS, Places, Shingles, WordRows, index, word_rows

MIN_CONTENT_WORDS: Final = 3
"""Runs of function words ("at the end of the day") are nobody's words."""
MIN_CHARACTERS: Final = 15
"""Five characters of a script without spaces are two or three words."""
A_NAME_AT_MOST: Final = 7
"""Words of a passage that may be nothing but a name and title ("the Union of Dockers and Port Trades"): those are no
one's words either."""
STOCK_PHRASE_TIMES: Final = 60
"""Five words found more often than this in the corpus are a stock phrase ("a spokesman for the ministry said")."""
ALWAYS_A_PASSAGE: Final = 15
"""A passage of this many words counts although all of it is found that often: no phrase is so long."""
COMPARED_WITH: Final = 60
"""A run is followed up to the first so many texts that have it. Of a text copied by hundreds, every copy is thus
tied to the first ones, and the work grows with the number of copies, not with its square."""

SCHEMA: Final = pa.schema(
    [
        pa.field(name, kind, nullable=False)
        for name, kind in (
            ("article_a", pa.string()),
            ("start_a", pa.int32()),
            ("end_a", pa.int32()),
            ("article_b", pa.string()),
            ("start_b", pa.int32()),
            ("end_b", pa.int32()),
            ("n_words", pa.int32()),
            ("quoted", pa.bool_()),
        )
    ]
)


class _Run(NamedTuple):
    """A stretch of equal words: places of its first words in WordRows, and how many words."""

    a: int
    b: int
    n_words: int


def find_overlaps(texts: pa.Table) -> pa.Table:
    """The passages shared by two articles: a row a passage, `article_a` before `article_b` in the alphabet.

    `texts` needs article_id and text, in any order. Offsets are into each article's own text. `quoted` says that at
    least half of the words stand between quotation marks in one of the two: then the words are a speaker's. Within a
    pair of articles passages do not cover each other. No shared passage: an empty table.
    """
    order = np.argsort(np.array(texts["article_id"].to_pylist(), dtype=object), kind="stable")
    sorted_texts = texts.take(pa.array(order))
    names = sorted_texts["article_id"]
    rows = word_rows(sorted_texts["text"].to_pylist())
    shingles = index(rows)
    runs = [run for later in range(len(names)) for run in _runs_of(later, rows, shingles)]
    found = np.array(runs, dtype=np.int64).reshape(-1, 3)
    a, b, n = found.T
    columns = {
        "article_a": names.take(pa.array(rows.text[a])),
        "start_a": rows.starts[a],
        "end_a": rows.ends[a + n - 1],
        "article_b": names.take(pa.array(rows.text[b])),
        "start_b": rows.starts[b],
        "end_b": rows.ends[b + n - 1],
        "n_words": n.astype(np.int32),
        "quoted": _quoted(rows, a, n) | _quoted(rows, b, n),
    }
    table = pa.table({name: columns[name] for name in SCHEMA.names}, schema=SCHEMA)
    return table.sort_by([(name, "ascending") for name in ("article_a", "article_b", "start_a", "start_b")])


def _quoted(rows: WordRows, at: Places, n_words: Places) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    before = np.concatenate(([0], np.cumsum(rows.quoted)))
    return np.asarray(2 * (before[at + n_words] - before[at]) >= n_words)


def _runs_of(later: int, rows: WordRows, shingles: Shingles) -> Iterator[_Run]:
    """The passages that a text shares with texts before it."""
    here = _worth_following(np.arange(rows.first[later], rows.first[later + 1]), shingles)
    here = here[shingles.rank[here] > 0]
    n_earlier = np.minimum(shingles.rank[here], COMPARED_WITH)
    b = np.repeat(here, n_earlier)
    nth = np.arange(len(b)) - np.repeat(np.cumsum(n_earlier) - n_earlier, n_earlier)
    a = shingles.order[shingles.group[b] + nth]
    elsewhere = rows.text[a] != later
    a, b = a[elsewhere], b[elsewhere]
    if len(a) == 0:
        return
    by_diagonal = np.lexsort((b, b - a))
    a, b = a[by_diagonal], b[by_diagonal]
    breaks = np.flatnonzero((np.diff(b - a) != 0) | (np.diff(b) != 1) | (np.diff(rows.text[a]) != 0)) + 1
    begins = np.concatenate(([0], breaks))
    lengths = np.diff(np.concatenate((begins, [len(a)]))) + SHINGLE_WORDS - 1
    joined = _joined(
        rows, [_Run(*run) for run in zip(a[begins].tolist(), b[begins].tolist(), lengths.tolist(), strict=True)]
    )
    yield from _apart(rows, [run for run in joined if _is_passage(run, rows, shingles)])


def _worth_following(places: Places, shingles: Shingles) -> Places:
    """The places of runs found elsewhere, without the stretches that are stock phrases and nothing else."""
    shared = places[shingles.size[places] > 1]
    if len(shared) == 0:
        return shared
    stretch = np.concatenate(([0], np.cumsum(np.diff(shared) > 1)))
    rarest = np.full(stretch[-1] + 1, np.iinfo(np.int32).max, np.int32)
    np.minimum.at(rarest, stretch, shingles.size[shared])
    n_words = np.bincount(stretch) + SHINGLE_WORDS - 1
    keep = (rarest <= STOCK_PHRASE_TIMES) | (n_words >= ALWAYS_A_PASSAGE)
    return shared[keep[stretch]]


def _joined(rows: WordRows, runs: list[_Run]) -> list[_Run]:
    """Runs on one diagonal with equal words between them are one run (the index had stopped following some)."""
    joined: list[_Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and last.b - last.a == run.b - run.a and rows.text[last.a] == rows.text[run.a]:
            behind = last.b + last.n_words
            between = slice(behind, max(behind, run.b))
            if np.array_equal(
                rows.keys[between], rows.keys[between.start - run.b + run.a : between.stop - run.b + run.a]
            ):
                joined[-1] = _Run(last.a, last.b, run.b + run.n_words - last.b)
                continue
        joined.append(run)
    return joined


def _is_passage(run: _Run, rows: WordRows, shingles: Shingles) -> bool:
    stretch = slice(run.b, run.b + run.n_words)
    n_content = rows.content[stretch].sum()
    n_capital = (rows.content[stretch] & rows.capital[stretch]).sum()
    is_name = run.n_words <= A_NAME_AT_MOST and n_capital > n_content / 2
    if n_content < MIN_CONTENT_WORDS or is_name:
        return False
    if rows.ends[stretch.stop - 1] - rows.starts[run.b] < MIN_CHARACTERS:
        return False
    shingle_sizes = shingles.size[run.b : stretch.stop - SHINGLE_WORDS + 1]
    return run.n_words >= ALWAYS_A_PASSAGE or int(shingle_sizes.min()) <= STOCK_PHRASE_TIMES


def _apart(rows: WordRows, runs: list[_Run]) -> Iterator[_Run]:
    """The longest passages of each pair of texts, none of which covers another in either text."""
    taken: set[tuple[int, int]] = set()
    for run in sorted(runs, key=lambda r: (-r.n_words, r.a, r.b)):
        other = int(rows.text[run.a])
        cells = {(other, place) for place in (*range(run.a, run.a + run.n_words), *range(run.b, run.b + run.n_words))}
        if taken.isdisjoint(cells):
            taken |= cells
            yield run
