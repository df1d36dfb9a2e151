"""Where the words of a corpus stand: forms looked up in the vocabulary, and their uses in the articles chosen.

Only the row groups of the index that can hold a form asked for are read. Forms are as newscorpus/word_tables.py says:
in lower case, with straight apostrophes and hyphens; `form_of` of newscorpus/compare/word_forms.py makes one of a word.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final, Literal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Passages, Selection
from newscorpus.word_tables import WHOSE

Key = Literal["form", "folded", "lemma"]

N_ROWS_PER_BATCH: Final = 20_000  # as many as a row group of the index has
N_READ_AHEAD: Final = 2  # batches: what a scan of the whole index may hold
WHOSE_COUNTED: Final[dict[Passages, tuple[int, ...]]] = {
    "all": tuple(range(len(WHOSE))),
    "own": tuple(number for number, whose in enumerate(WHOSE) if not whose.endswith("_shared")),
    "shared": tuple(number for number, whose in enumerate(WHOSE) if whose.endswith("_shared")),
}
"""Which uses a selection counts, as numbers of WHOSE."""
USES: Final = pa.schema(
    [
        pa.field("form", pa.string()),
        pa.field("article_id", pa.string()),
        pa.field("start", pa.int32()),
        pa.field("position", pa.int32()),
        pa.field("whose", pa.int8()),
    ]
)


def forms_under(reader: Reader, key: Key, values: Collection[str], n_tokens: int = 1) -> list[str]:
    """The forms of `n_tokens` words that the vocabulary holds under any of these values of a key, in order.

    `forms_under(reader, "folded", ["cooperation"])` are the ways in which co-operation is spelt here.
    """
    wanted = (pc.field("n_tokens") == n_tokens) & pc.field(key).isin(pa.array(values, pa.string()))
    found = reader.store.dataset("vocabulary").to_table(["form"], filter=wanted)
    return found["form"].to_pylist()  # type: ignore[no-any-return]


def forms_that(reader: Reader, fits: Callable[[str], bool], key: Key = "form") -> list[str]:
    """The single words for whose key `fits` is true, in order; every word of the vocabulary is tried once."""
    words = reader.store.dataset("vocabulary").to_table(list({"form", key}), filter=pc.field("n_tokens") == 1)
    pairs = zip(words["form"].to_pylist(), words[key].to_pylist(), strict=True)
    return [form for form, value in pairs if fits(value)]


def uses_of(reader: Reader, selection: Selection, forms: Sequence[str]) -> pa.Table:
    """A row for each use of single words in the articles chosen, as USES, by form, article and place.

    `start` is the offset in the text, `position` the number of the word in it, `whose` a place in WHOSE. Of a selection
    that counts own sentences alone, or shared ones, the uses in these. Words in a row have positions in a row, but may
    stand in two sentences.
    """
    ids = ask(reader, selection, "SELECT a, article_id FROM chosen ORDER BY a")
    counted = pa.array(WHOSE_COUNTED[selection.passages], pa.int8())
    pieces = [USES.empty_table()]
    for batch in read_words(reader, ("form", "a", "starts", "positions", "whose"), forms=forms):
        rows = batch.filter(pc.is_in(batch["a"], ids["a"].combine_chunks()))
        n_uses = pc.list_value_length(rows["starts"]).to_numpy(zero_copy_only=False).astype(np.int64)
        of_row = pa.array(np.repeat(np.arange(rows.num_rows), n_uses))
        place = pc.index_in(rows["a"], ids["a"].combine_chunks())
        uses = pa.table(
            {
                "form": rows["form"].take(of_row),
                "article_id": ids["article_id"].combine_chunks().take(place).take(of_row),
                "start": pc.list_flatten(rows["starts"]),
                "position": pc.list_flatten(rows["positions"]),
                "whose": pc.list_flatten(rows["whose"]),
            }
        ).cast(USES)
        pieces.append(uses.filter(pc.is_in(uses["whose"], counted)))
    return pa.concat_tables(pieces)


def read_words(
    reader: Reader, columns: Sequence[str], *, forms: Sequence[str] | None = None, n_tokens: Sequence[int] = (1,)
) -> Iterator[pa.RecordBatch]:
    """Rows of the table words in the order of its key, batch by batch: of these forms, or of every form."""
    wanted = pc.field("n_tokens").isin(pa.array(n_tokens, pa.int8()))
    if forms is not None:
        if not forms:
            return
        wanted &= pc.field("form").isin(pa.array(sorted(set(forms)), pa.string()))
    yield from (
        reader.store.dataset("words")
        .scanner(
            list(columns),
            filter=wanted,
            batch_size=N_ROWS_PER_BATCH,
            batch_readahead=N_READ_AHEAD,
            fragment_readahead=1,
            use_threads=False,
        )
        .to_batches()
    )
