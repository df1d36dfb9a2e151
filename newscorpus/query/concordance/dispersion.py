"""Where in each article the hits of a search stand."""

from typing import Final

import numpy as np
import pyarrow as pa

from newscorpus.query.answers import Answer
from newscorpus.query.concordance.hits import Find, find
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection

MAX_STRIPS: Final = 40  # rows of a chart that can still be read on one screen and a half
# Places are shares of the whole text, whichever of its passages count.
HEADS: Final = """
    SELECT a, article_id, source_label AS source, title, day, n_characters FROM articles
    WHERE a IN (SELECT unnest($numbers)) ORDER BY source_label, day NULLS LAST, a
"""


def dispersion(reader: Reader, selection: Selection, wanted: Find) -> Answer:
    """A row for each of the MAX_STRIPS articles with most hits, by source: article_id, source, title, day, n_hits,
    and `shares`: how far into the text each hit begins, 0 to 1.

    `n_articles` counts all articles with a hit. Empty where there is none.
    """
    places = find(reader, selection, wanted).places
    numbers, n_hits = np.unique(places.a, return_counts=True)
    most = np.sort(numbers[np.lexsort((numbers, -n_hits))[:MAX_STRIPS]])
    table = reader.rows(HEADS, {"numbers": most.tolist()})
    starts = [_starts(places.a, places.start, a) for a in table["a"].to_pylist()]
    lengths = table["n_characters"].to_pylist()
    shares = [[min(1.0, start / max(length, 1)) for start in of] for of, length in zip(starts, lengths, strict=True)]
    table = table.append_column("n_hits", pa.array([len(of) for of in starts], pa.int64()))
    table = table.append_column("shares", pa.array(shares, pa.list_(pa.float64())))
    return Answer(table.drop_columns(["a", "n_characters"]), len(numbers))


def _starts(a: np.ndarray, start: np.ndarray, number: int) -> list[int]:
    first, last = np.searchsorted(a, np.array((number, number + 1), a.dtype))
    found: list[int] = start[first:last].tolist()
    return found
