"""The index of words read: forms looked up in the vocabulary, and their rows in the table words.

Forms are as newscorpus/tables/words.py says: in lower case, with straight apostrophes and hyphens; `form_of` of
newscorpus/text/word_forms.py makes one of a word.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import Final, Literal

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from newscorpus.query.connection import Reader
from newscorpus.query.selection import Passages
from newscorpus.tables.words import WHOSE

Key = Literal["form", "folded", "lemma"]

WHOSE_COUNTED: Final[dict[Passages, tuple[int, ...]]] = {
    "all": tuple(range(len(WHOSE))),
    "own": tuple(number for number, whose in enumerate(WHOSE) if not whose.endswith("_shared")),
    "shared": tuple(number for number, whose in enumerate(WHOSE) if whose.endswith("_shared")),
}
"""Which uses a selection counts, as numbers of WHOSE."""


def forms_under(reader: Reader, key: Key, values: Collection[str], n_tokens: int = 1) -> list[str]:
    """The forms of `n_tokens` words that the vocabulary holds under any of these values of a key, in order.

    `forms_under(reader, "folded", ["cooperation"])` are the ways in which co-operation is spelt here.
    """
    wanted = (pc.field("n_tokens") == n_tokens) & pc.field(key).isin(pa.array(values, pa.string()))
    found = reader.store.dataset("vocabulary").to_table(["form"], filter=wanted)
    return found["form"].to_pylist()  # type: ignore[no-any-return]


def read_words(
    reader: Reader, columns: Sequence[str], forms: Sequence[str], n_tokens: Sequence[int] = (1,)
) -> Iterator[pa.Table]:
    """The rows of the table words with these forms, in the order of its key; `columns` begin with "form".

    The index is in the order of its forms, so a form is found by decoding the few groups of rows whose first and last
    form enclose it: one at a time, for a dataset reads ahead and holds half a gigabyte of a large index.
    """
    wanted = sorted(set(forms))
    values = pa.array(wanted, pa.string())
    for part in reader.store.parts["words"]:
        with pq.ParquetFile(reader.store.path / part, page_checksum_verification=True, pre_buffer=False) as file:
            for group in range(file.num_row_groups):
                if _may_hold(file.metadata.row_group(group), wanted, n_tokens):
                    rows = file.read_row_group(group, columns=list(columns), use_threads=False)
                    yield rows.filter(pc.is_in(rows["form"], values)).combine_chunks()


def _may_hold(group: pq.RowGroupMetaData, wanted: Sequence[str], n_tokens: Sequence[int]) -> bool:
    """Whether a group of rows may hold one of the sorted forms."""
    if not group.num_rows:
        return False
    tokens, form = (group.column(number).statistics for number in (0, 1))
    if not any(tokens.min <= n <= tokens.max for n in n_tokens):
        return False
    if form is None or not form.has_min_max:  # not kept for forms of some thousand letters
        return True
    nearest = bisect_left(wanted, form.min)
    return nearest < len(wanted) and wanted[nearest] <= form.max
