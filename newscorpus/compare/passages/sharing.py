"""Which sentences of an article are another's: shared with another source, or an agency's. What is left is its own."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from newscorpus.text.words import word_spans

Span = tuple[int, int]

MIN_SHARE: Final = 0.5
"""A sentence of which half the words are another source's is theirs: copy is changed by a word here and there."""


def passages_of_each(overlaps: pa.Table, source_of: Mapping[str, str | None]) -> dict[str, list[Span]]:
    """article_id -> the passages it shares with articles of other sources, in order, none touching another.

    `overlaps` as overlap.find_overlaps gives it. Quotations are left out: they are a speaker's words, whoever prints
    them. Two articles of one source share nothing that is not that source's own; of two unknown sources nobody can say
    that they are one.
    """
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for row in overlaps.filter(pc.invert(overlaps["quoted"])).to_pylist():
        a, b = row["article_a"], row["article_b"]
        if source_of[a] is None or source_of[a] != source_of[b]:
            found[a].append((row["start_a"], row["end_a"]))
            found[b].append((row["start_b"], row["end_b"]))
    return {article: _joined(spans) for article, spans in found.items()}


def agency_copy(articles: pa.Table) -> dict[str, list[Span]]:
    """article_id -> all of its text, for each article credited to an agency: its words are the agency's.

    `articles`: article_id, source, agency, n_characters. What an agency itself publishes is its own.
    """
    return {
        row["article_id"]: [(0, row["n_characters"])]
        for row in articles.filter(pc.is_valid(articles["agency"])).to_pylist()
        if row["agency"].casefold() != (row["source"] or "").casefold()
    }


def shared_sentences(text: str, sentences: Sequence[Span], passages: Sequence[Span]) -> list[Span]:
    """The sentences of `text` of which at least MIN_SHARE of the words stand in `passages`; all three in order.

    >>> shared_sentences("The river rose fast. We left.", [(0, 20), (21, 29)], [(0, 14)])
    [(0, 20)]
    """
    begins, ends = [start for start, _ in passages], [end for _, end in passages]
    shared = []
    for start, end in sentences:
        places = [start + at for at, _ in word_spans(text[start:end])]
        n_inside = sum(bisect_right(begins, place) > bisect_right(ends, place) for place in places)
        if places and n_inside >= MIN_SHARE * len(places):
            shared.append((start, end))
    return shared


def begins_within(table: pa.Table, spans: pa.Table) -> NDArray[np.bool_]:
    """For each row of `table` (article_id, start) whether it begins within one of `spans` (article_id, start, end).

    Spans of one article do not overlap.
    """
    ids = pa.chunked_array([*spans["article_id"].chunks, *table["article_id"].chunks], pa.string())
    articles = ids.combine_chunks().dictionary_encode().indices.to_numpy().astype(np.int64) << 32
    place_of_span = articles[: spans.num_rows] + spans["start"].to_numpy()
    place = articles[spans.num_rows :] + table["start"].to_numpy()
    order = np.argsort(place_of_span)
    nearest = np.searchsorted(place_of_span[order], place, side="right") - 1
    ends = (articles[: spans.num_rows] + spans["end"].to_numpy())[order]
    inside: NDArray[np.bool_] = nearest >= 0
    inside[inside] = place[inside] < ends[nearest[inside]]
    return inside


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
