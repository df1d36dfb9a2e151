"""Texts read off the disk for the articles that need them, in order, a group of rows at a time."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from newscorpus.query.concordance.places import Flags, Numbers
from newscorpus.query.connection import Reader

IDS: Final = "SELECT a, article_id FROM articles JOIN wanted USING (a) ORDER BY a"


def texts_of(reader: Reader, wanted: Flags) -> Iterator[tuple[int, str]]:
    """Number and text of the articles whose numbers `wanted` flags, in the order of the store, which is by number."""
    with reader.cursor() as cursor:
        cursor.register("wanted", pa.table({"a": pa.array(np.flatnonzero(wanted), pa.int32())}))
        known = cursor.sql(IDS).to_arrow_table()
    ids, numbers = known["article_id"].to_pylist(), known["a"].to_numpy()  # ids in order, as numbers are
    for part in reader.store.parts["texts"] if ids else ():
        with pq.ParquetFile(reader.store.path / part, page_checksum_verification=True, pre_buffer=False) as file:
            for group in range(file.num_row_groups):
                held = file.metadata.row_group(group).column(0).statistics
                first, last = bisect_left(ids, held.min), bisect_right(ids, held.max)
                if first < last:
                    yield from _texts_of_group(file, group, ids[first:last], numbers[first:last])


def _texts_of_group(file: pq.ParquetFile, group: int, ids: list[str], numbers: Numbers) -> Iterator[tuple[int, str]]:
    rows = file.read_row_group(group, columns=["article_id", "text"], use_threads=False)
    which = pc.index_in(rows["article_id"], pa.array(ids, pa.string()))
    texts = rows["text"].filter(pc.is_valid(which)).to_numpy(zero_copy_only=False)
    yield from zip(numbers[which.drop_null().to_numpy()].tolist(), texts, strict=True)
