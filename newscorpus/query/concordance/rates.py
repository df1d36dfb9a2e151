"""How often something is met per 1,000 words, in groups of the articles that were searched."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.query.chosen import ask
from newscorpus.query.concordance.hits import Found
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection

WORDS_OF_RATE: Final = 1000.0


def searched_articles(
    reader: Reader, selection: Selection, found: Found, groups: str, parameters: dict[str, object] | None = None
) -> pa.Table:
    """A row for each article that was searched: a, n_words, n_hits, and `groups`, SQL columns over `articles`."""
    chosen = ask(reader, selection, f"SELECT a, n_words, {groups} FROM chosen", parameters)
    n_hits = np.bincount(found.places.a, minlength=len(found.searched))
    table = chosen.filter(pa.array(found.searched[chosen["a"].to_numpy()]))
    return table.append_column("n_hits", pa.array(n_hits[table["a"].to_numpy()], pa.int64()))


def rates(articles: pa.Table, groups: Sequence[str]) -> pa.Table:
    """By group: n_hits, n_articles with a hit, n_articles_of_group, n_words_of_group, per_thousand.

    per_thousand is null where a group has no words: nothing was written, which is not the same as no hit.
    """
    with_hit = pc.cast(pc.greater(articles["n_hits"], 0), pa.int64())
    table = (
        articles.append_column("with_hit", with_hit)
        .group_by(list(groups))
        .aggregate([("n_hits", "sum"), ("with_hit", "sum"), ("a", "count"), ("n_words", "sum")])
        .rename_columns([*groups, "n_hits", "n_articles", "n_articles_of_group", "n_words_of_group"])
    )
    n_words = table["n_words_of_group"]
    has_words = pc.greater(n_words, 0)
    per_thousand = pc.divide(pc.multiply(pc.cast(table["n_hits"], pa.float64()), WORDS_OF_RATE), n_words)
    return table.append_column("per_thousand", pc.if_else(has_words, per_thousand, None))
