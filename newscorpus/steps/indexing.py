"""Step 7: every word of the corpus with its places, and the phrases that are used often."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.compare.words.index import Spelt, levels_of, uses_of_level
from newscorpus.compare.words.runs import FIRST, N_PER_SLAB, QUOTED, SHARED, Tokens
from newscorpus.tables.words import MAX_WORDS_OF_PHRASE, WORD_TABLES
from newscorpus.text.word_forms import form_of
from newscorpus.text.words import word_spans

N_ARTICLES_PER_BATCH: Final = 500  # read into arrays at a time: a few megabytes
MOSTLY: Final = 0.5  # of a form's uses in English articles make it an English word

ENGLISH: Final = ("en", "und")  # und: too short to tell, and most likely English like what English lists are asked for
ARRAYS: Final = {"written": np.int32, "starts": np.int32, "marks": np.uint8}

Say = Callable[[str], None]
Places = npt.NDArray[np.int32]


class _Numbers(dict[str, int]):
    """Text -> its number in the order of first meeting."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self)
        return self[text]


@dataclass(frozen=True, slots=True)
class _Stretches:
    """Stretches of texts in order, none overlapping: the row of its text, where each begins and ends, and a mark."""

    row: npt.NDArray[np.int32]
    start: npt.NDArray[np.int64]
    end: npt.NDArray[np.int64]
    mark: npt.NDArray[np.uint8]

    def within(self, first: int, last: int, offsets: npt.NDArray[np.int64]) -> "_Stretches":
        """Those of the texts first to last, the last not included, with `offsets` of these texts added."""
        low, high = np.searchsorted(self.row, (first, last))
        row = self.row[low:high] - first
        return _Stretches(
            row, self.start[low:high] + offsets[row], self.end[low:high] + offsets[row], self.mark[low:high]
        )


def index_words(tables: Mapping[str, pa.Table], scratch: Path, say: Say) -> Iterator[tuple[str, pa.Table]]:
    """Rows of the tables `vocabulary` and `words`, each in the order of its key, some at a time: (table, rows).

    Reads texts, sentences, stretches and articles. `scratch` holds arrays of the whole corpus while this runs.
    """
    tokens, spelt = _read(tables, scratch, say)
    for n_words, (level, vocabulary) in enumerate(levels_of(tokens, spelt, scratch), start=1):
        what = "words" if n_words == 1 else f"phrases of {n_words} words"
        say(f"Counting {what}: {vocabulary.num_rows:,} (up to phrases of {MAX_WORDS_OF_PHRASE} words)")
        yield "vocabulary", vocabulary
        if n_words == 1 and not vocabulary.num_rows:
            yield "words", WORD_TABLES["words"].schema.empty_table()
        for rows in uses_of_level(tokens, level, vocabulary["form"]):
            yield "words", rows


def _read(tables: Mapping[str, pa.Table], scratch: Path, say: Say) -> tuple[Tokens, Spelt]:
    """All words as numbers, written to disk batch by batch."""
    texts = tables["texts"]
    written = _Numbers()
    sentences = _stretches(tables["sentences"], texts, SHARED * _flags(tables["sentences"]["shared"]))
    quoted = tables["stretches"].filter(pc.equal(tables["stretches"]["voice"], "quoted"))
    quotations = _stretches(quoted, texts, np.full(quoted.num_rows, QUOTED, np.uint8))
    n_of_text: list[int] = []
    with ExitStack() as stack:
        files = {name: stack.enter_context((scratch / name).open("wb")) for name in ARRAYS}
        for first in range(0, texts.num_rows, N_ARTICLES_PER_BATCH):
            batch = texts["text"].slice(first, N_ARTICLES_PER_BATCH).to_pylist()
            found = [_words_of(text, written) for text in batch]
            n_of_text += [len(numbers) for numbers, _ in found]
            lengths = np.array([len(text) + 1 for text in batch])
            offsets = np.cumsum(lengths) - lengths
            places = np.concatenate([starts + offset for (_, starts), offset in zip(found, offsets, strict=True)])
            around = [part.within(first, first + len(batch), offsets) for part in (sentences, quotations)]
            np.concatenate([numbers for numbers, _ in found]).tofile(files["written"])
            np.concatenate([starts for _, starts in found]).tofile(files["starts"])
            _marks(places, offsets, *around).tofile(files["marks"])
            say(f"Looking up words: {first + len(batch):,} of {texts.num_rows:,} articles")
    forms = _Numbers()
    form_of_written = np.array([forms[form_of(word)] for word in written], np.int32)
    arrays = {name: _opened(scratch / name, kind, sum(n_of_text)) for name, kind in ARRAYS.items()}
    tokens = Tokens(**arrays, bounds=np.cumsum([0, *n_of_text]), form_of=form_of_written)
    is_english = _mostly_english(tokens, _is_english(tables["articles"], texts))
    return tokens, Spelt(list(written), list(forms), is_english)


def _words_of(text: str, written: _Numbers) -> tuple[Places, Places]:
    """The numbers of the words of a text, and where each begins."""
    spans = word_spans(text)
    numbers = np.array([written[text[start:end]] for start, end in spans], np.int32)
    return numbers, np.array([start for start, _ in spans], np.int32)


def _marks(
    places: npt.NDArray[np.int64], offsets: npt.NDArray[np.int64], sentences: _Stretches, quotations: _Stretches
) -> npt.NDArray[np.uint8]:
    marks = np.zeros(len(places), np.uint8)
    for stretches in (sentences, quotations):
        number = np.searchsorted(stretches.start, places, side="right") - 1
        inside = (number >= 0) & (places < np.append(stretches.end, 0)[number])
        marks[inside] |= stretches.mark[number[inside]]
    # A text begins a sentence too, also one in which none was found.
    begins = np.union1d(offsets, sentences.start)
    sentence = np.searchsorted(begins, places, side="right")
    marks[np.diff(sentence, prepend=-1) != 0] |= FIRST
    return marks


def _stretches(rows: pa.Table, texts: pa.Table, mark: npt.NDArray[np.uint8]) -> _Stretches:
    row = pc.index_in(rows["article_id"], texts["article_id"].combine_chunks()).to_numpy()
    start, end = (rows[name].to_numpy().astype(np.int64) for name in ("start", "end"))
    return _Stretches(row, start, end, mark)


def _flags(column: pa.ChunkedArray) -> npt.NDArray[np.uint8]:
    return np.asarray(column.to_numpy(), np.uint8)


def _opened(file: Path, kind: npt.DTypeLike, n: int) -> npt.NDArray[Any]:
    return np.memmap(file, kind, "r") if n else np.empty(0, kind)  # nothing cannot be mapped


def _is_english(articles: pa.Table, texts: pa.Table) -> npt.NDArray[np.bool_]:
    of_article = pc.index_in(texts["article_id"], articles["article_id"].combine_chunks())
    return np.asarray(pc.is_in(articles["language"].take(of_article), pa.array(ENGLISH)).to_numpy(), bool)


def _mostly_english(tokens: Tokens, is_english: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Of each form, whether most of its uses stand in English articles."""
    n_forms = int(tokens.form_of.max(initial=-1)) + 1
    n_uses, n_english = np.zeros(n_forms, np.int64), np.zeros(n_forms, np.int64)
    for low in range(0, len(tokens.written), N_PER_SLAB):
        forms = tokens.form_of[tokens.written[low : low + N_PER_SLAB]]
        english = is_english[tokens.articles_of(np.arange(low, low + len(forms)))]
        n_uses += np.bincount(forms, minlength=n_forms)
        n_english += np.bincount(forms[english], minlength=n_forms)
    return n_english >= MOSTLY * n_uses
