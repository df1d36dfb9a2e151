"""Ways of writing a name, article by article: what names are merged from.

Work is done on distinct names, not on mentions, so that time grows with the vocabulary of names and not with their
square.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

VOTES_OF_A_TOLD_KIND: Final = 4  # against one of the model's readings, which are right four times in five


class Form(NamedTuple):
    """A way of writing a name in an article, as often as it is written so there, and where first."""

    article_id: str
    surface: str
    kind: str
    n: int
    n_votes: int
    first: int

    @property
    def is_told(self) -> bool:
        """Whether the article tells its kind."""
        return self.n_votes > self.n


class Entity(NamedTuple):
    """What a name is merged under: its kind and its folded name."""

    kind: str
    name: str


def forms_of(mentions: pa.Table) -> list[Form]:
    """The distinct forms of every article, in an order that the order of rows does not change."""
    counted = mentions.group_by(["article_id", "surface", "kind"]).aggregate(
        [([], "count_all"), ("kind_is_told", "sum"), ("start", "min")]
    )
    texts = [_shared_strings(counted[name]) for name in ("article_id", "surface", "kind")]
    n_told = pc.multiply(pc.fill_null(counted["kind_is_told_sum"], 0), VOTES_OF_A_TOLD_KIND - 1)
    n_votes = pc.add(counted["count_all"], n_told.cast(pa.int64()))
    numbers = (counted["count_all"], n_votes, counted["start_min"])
    return sorted(map(Form, *texts, *(column.to_pylist() for column in numbers)))


def _shared_strings(column: pa.ChunkedArray) -> list[str]:
    """The values of a column, with one string object for equal values: a third of the memory of plain lists."""
    encoded = column.combine_chunks().dictionary_encode()
    values = encoded.dictionary.to_pylist()
    return [values[index] for index in encoded.indices.to_pylist()]


def articles_of(forms: Iterable[Form]) -> Iterator[list[Form]]:
    """The forms of one article after another; they must be sorted, as `forms_of` gives them."""
    return (list(group) for _, group in groupby(forms, key=lambda form: form.article_id))
