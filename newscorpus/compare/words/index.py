"""The tables `vocabulary` and `words` of a corpus, from its words counted as numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.compare.words.runs import QUOTED, SHARED, Level, Long, Numbers, Tokens, longer, renumbered, single_words
from newscorpus.tables.words import MAX_WORDS_OF_PHRASE, WHOSE, WORD_TABLES
from newscorpus.text.word_forms import folded, is_function_word, lemma

N_TOKENS_PER_PIECE: Final = 1 << 20  # of the table words made at a time: 100 MB, and parts of 5 to 10 MB on disk
WHOSE_MARKS: Final = QUOTED | SHARED
COUNTS: Final = tuple(f"n_{whose}" for whose in WHOSE)


@dataclass(frozen=True, slots=True)
class Spelt:
    """What the numbers of Tokens stand for: words as written, their forms, and which forms are mostly English."""

    written: Sequence[str]
    forms: Sequence[str]
    is_english: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Keys:
    """The keys of every form, by its number."""

    form: pa.Array
    folded: pa.Array
    lemma: pa.Array
    is_content: npt.NDArray[np.bool_]


def levels_of(tokens: Tokens, spelt: Spelt, scratch: Path) -> Iterator[tuple[Level, pa.Table]]:
    """For one word, then two, up to MAX_WORDS_OF_PHRASE: what is counted, and its rows of the table vocabulary."""
    keys = _keys(spelt)
    level = single_words(tokens, scratch / "at-1")
    for n_words in range(1, MAX_WORDS_OF_PHRASE + 1):
        if n_words > 1:
            level = longer(tokens, level, scratch / f"at-{n_words}")
        rows = _vocabulary(tokens, level, keys, spelt.written)
        order = pc.sort_indices(rows["form"]).to_numpy()
        level = renumbered(level, order)
        yield level, rows.take(pa.array(order))


def uses_of_level(tokens: Tokens, level: Level, forms: pa.ChunkedArray) -> Iterator[pa.Table]:
    """The rows of the table words for one length, in the order of its key, some at a time."""
    ends = np.cumsum(level.n_uses)
    low = 0
    while low < len(ends):
        used_before = ends[low - 1] if low else 0
        high = max(low + 1, int(np.searchsorted(ends, used_before + N_TOKENS_PER_PIECE, side="right")))
        yield _uses(tokens, level, forms, low, high)
        low = high


def _keys(spelt: Spelt) -> _Keys:
    spelling = [folded(form) for form in spelt.forms]
    dictionary = [
        lemma(form) if english else key
        for form, english, key in zip(spelt.forms, spelt.is_english, spelling, strict=True)
    ]
    is_content = np.array([not is_function_word(form) for form in spelt.forms], bool)
    form, folds, lemmas = (pa.array(texts, pa.string()) for texts in (spelt.forms, spelling, dictionary))
    return _Keys(form, folds, lemmas, is_content)


def _vocabulary(tokens: Tokens, level: Level, keys: _Keys, written: Sequence[str]) -> pa.Table:
    n_words = level.words.shape[1]
    as_written = pa.array(written, pa.string())
    shown = tokens.written[level.example[:, None] + np.arange(n_words)]
    columns = {
        "n_tokens": pa.array(np.full(len(level.n_uses), n_words, np.int8)),
        "form": _joined(keys.form, level.words),
        "folded": _joined(keys.folded, level.words),
        "lemma": _joined(keys.lemma, level.words),
        "shown": _joined(as_written, shown),
        "is_content": pa.array(keys.is_content[level.words[:, 0]] & keys.is_content[level.words[:, -1]]),
        "n_uses": pa.array(level.n_uses.astype(np.int32)),
        "n_articles": pa.array(level.n_articles.astype(np.int32)),
    }
    return pa.table(columns, WORD_TABLES["vocabulary"].schema)


def _joined(texts: pa.Array, numbers: Numbers) -> pa.Array:
    """Row by row the texts with these numbers, a space between two."""
    columns = [texts.take(pa.array(column)) for column in numbers.T]
    return pc.binary_join_element_wise(*columns, " ") if len(columns) > 1 else columns[0]


def _uses(tokens: Tokens, level: Level, forms: pa.ChunkedArray, low: int, high: int) -> pa.Table:
    """The rows of the phrases with numbers low to high."""
    places = np.flatnonzero((level.at >= low) & (level.at < high))
    places = places[np.argsort(level.at[places], kind="stable")]
    number, article = level.at[places], tokens.articles_of(places)
    begins = np.flatnonzero((np.diff(number, prepend=-1) != 0) | (np.diff(article, prepend=-1) != 0))
    whose = tokens.marks[places] & WHOSE_MARKS
    n_words = level.words.shape[1]
    columns = {
        "n_tokens": pa.array(np.full(len(begins), n_words, np.int8)),
        "form": forms.take(pa.array(number[begins])),
        "a": pa.array((article[begins] + 1).astype(np.int32)),
    }
    for value, name in enumerate(COUNTS):
        columns[name] = pa.array(np.add.reduceat((whose == value).astype(np.int32), begins))
    columns |= _lists(tokens, places, begins) if n_words == 1 else {}
    schema = WORD_TABLES["words"].schema
    nothing = {name: pa.nulls(len(begins), schema.field(name).type) for name in schema.names if name not in columns}
    return pa.table(columns | nothing).select(schema.names).cast(schema)


def _lists(tokens: Tokens, places: Long, begins: Long) -> dict[str, pa.Array]:
    offsets = pa.array(np.append(begins, len(places)).astype(np.int32))
    values = {
        "starts": tokens.starts[places],
        "positions": (places - tokens.bounds[tokens.articles_of(places)]).astype(np.int32),
        "whose": (tokens.marks[places] & WHOSE_MARKS).astype(np.int8),
    }
    return {name: pa.ListArray.from_arrays(offsets, pa.array(each)) for name, each in values.items()}
