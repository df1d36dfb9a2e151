"""The concordance: every hit of a search on a line of its own, how many each source has, and the lines in order."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from newscorpus.query.answers import Answer
from newscorpus.query.concordance.context import context_of, words_before, words_behind
from newscorpus.query.concordance.hits import Find, Found, find
from newscorpus.query.concordance.rates import rates, searched_articles
from newscorpus.query.concordance.texts import texts_of
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection

Order = Literal["source", "newest", "oldest", "word before", "word behind"]
ORDERS: Final[tuple[Order, ...]] = get_args(Order)
MAX_SORTED: Final = 10_000  # lines sorted by their context: their texts must be read first
N_WORDS_SORTED_BY: Final = 3  # the nearest first; the next decides between equals
_Numbers = npt.NDArray[np.int64]

ARTICLE_ORDERS: Final[dict[Order, str]] = {
    "source": "source_label, day NULLS LAST, a",
    "newest": "day DESC NULLS LAST, source_label, a",
    "oldest": "day NULLS LAST, source_label, a",
}
LINE_SCHEMA: Final = pa.schema(
    [
        pa.field("article_id", pa.string()),
        pa.field("source", pa.string()),
        pa.field("title", pa.string()),
        pa.field("day", pa.date32()),
        pa.field("start", pa.int32()),
        pa.field("end", pa.int32()),
        pa.field("left", pa.string()),
        pa.field("node", pa.string()),
        pa.field("right", pa.string()),
    ]
)


@dataclass(frozen=True, slots=True)
class Concordance:
    """A page of lines, as LINE_SCHEMA, and what it is a page of.

    `n_hits` hits in `n_articles` articles. `n_sorted`: how many of them the order is of; more than MAX_SORTED are not
    sorted by context, and the others have no page. `n_searched` of the `n_chosen` articles were searched.
    `looked_up`: for each word of the search the forms it stands for, most used first, and how many more fit.
    """

    lines: pa.Table
    n_hits: int
    n_articles: int
    n_sorted: int
    n_searched: int
    n_chosen: int
    looked_up: tuple[tuple[str, tuple[str, ...], int], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Which lines are asked for, in which order."""

    order: Order = "source"
    first: int = 0
    n_lines: int = 50


def concordance(reader: Reader, selection: Selection, wanted: Find, page: Page) -> Concordance:
    """The lines of a page of what `wanted` asks for. Raises SearchUnclear, and ValueError for an order that is none."""
    if page.order not in ORDERS:
        raise ValueError(f"{page.order} is not an order of lines")
    found = find(reader, selection, wanted)
    if page.order in ARTICLE_ORDERS:
        ordered = _by_article(reader, found, ARTICLE_ORDERS[page.order])
    else:
        ordered = _by_context(reader, found, before=page.order == "word before")
    return Concordance(
        _lines(reader, found, ordered[page.first : page.first + page.n_lines]),
        len(found.places),
        len(np.unique(found.places.a)),
        len(ordered),
        found.n_searched,
        found.n_chosen,
        tuple((" or ".join(slot), known.forms, known.n_left_out) for slot, known in found.looked_up),
    )


def hits_by_source(reader: Reader, selection: Selection, wanted: Find) -> Answer:
    """Hits of each source: n_hits, n_articles with one, n_articles_of_source, n_words_of_source, per_thousand.

    A row for every source chosen, 0 where nothing was found, most hits first; per_thousand (hits per 1,000 words) is
    null for a source without words. Of the articles that were searched.
    """
    found = find(reader, selection, wanted)
    searched = searched_articles(reader, selection, found, "source_label AS source")
    table = rates(searched, ["source"])
    names = {"n_articles_of_group": "n_articles_of_source", "n_words_of_group": "n_words_of_source"}
    table = table.rename_columns([names.get(name, name) for name in table.column_names])
    return Answer(table.sort_by([("n_hits", "descending"), ("source", "ascending")]), found.n_searched)


def _by_article(reader: Reader, found: Found, order: str) -> _Numbers:
    """The numbers of the places in an order of articles, in an article as they stand."""
    rows = reader.rows(f"SELECT a FROM articles ORDER BY {order}")
    rank = np.empty(rows.num_rows + 1, np.int64)
    rank[rows["a"].to_numpy()] = np.arange(rows.num_rows)
    return np.argsort(rank[found.places.a], kind="stable")


def _by_context(reader: Reader, found: Found, *, before: bool) -> _Numbers:
    """The numbers of the first MAX_SORTED places by the words before or behind them, the nearest word first."""
    n_sorted = min(len(found.places), MAX_SORTED)
    keys: list[tuple[str, ...]] = [()] * n_sorted
    for number, text in _with_texts(reader, found, np.arange(n_sorted)):
        if before:
            around = words_before(text, int(found.places.start[number]), N_WORDS_SORTED_BY)
        else:
            around = words_behind(text, found.end_of(number, text), N_WORDS_SORTED_BY)
        keys[number] = tuple(word.casefold() for _, word in around)
    return np.array(sorted(range(n_sorted), key=keys.__getitem__), np.int64)


def _with_texts(reader: Reader, found: Found, numbers: _Numbers) -> Iterator[tuple[int, str]]:
    """Each of these places, in the order of their articles, with the text it stands in."""
    by_article: defaultdict[int, list[int]] = defaultdict(list)
    for number, a in zip(numbers.tolist(), found.places.a[numbers].tolist(), strict=True):
        by_article[a].append(number)
    wanted = np.zeros(len(found.searched), np.bool_)
    wanted[list(by_article)] = True
    for a, text in texts_of(reader, wanted):
        yield from ((number, text) for number in by_article[a])


HEADS: Final = """
    SELECT a, article_id, source_label AS source, title, day FROM articles WHERE a IN (SELECT unnest($numbers))
"""


def _lines(reader: Reader, found: Found, numbers: _Numbers) -> pa.Table:
    heads = reader.rows(HEADS, {"numbers": np.unique(found.places.a[numbers]).tolist()}).to_pylist()
    head_of = {row.pop("a"): row for row in heads}
    line_of: dict[int, dict[str, Any]] = {}
    for number, text in _with_texts(reader, found, numbers):
        start, end = int(found.places.start[number]), found.end_of(number, text)
        context = context_of(text, start, end)
        around = {"start": start, "end": end, "left": context.left, "node": context.node, "right": context.right}
        line_of[number] = head_of[int(found.places.a[number])] | around
    return pa.Table.from_pylist([line_of[number] for number in numbers.tolist()], LINE_SCHEMA)
