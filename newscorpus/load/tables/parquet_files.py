"""Parquet: limits by the footer first, then batches of rows, only of the columns that are wanted."""

from collections.abc import Iterator
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from newscorpus.load.limits import (
    MAX_COLUMNS,
    MAX_PARQUET_FOOTER_ITEMS,
    MAX_PARQUET_FOOTER_STRING_BYTES,
    MAX_PARQUET_UNPACKED_BYTES,
    MEGABYTE,
    PARQUET_BATCH_ROWS,
)
from newscorpus.load.setting_aside import SetAside
from newscorpus.load.tables.records import RawTable, Row

# What Arrow raises on damaged files; a name or a text that is not UTF-8 comes as UnicodeDecodeError.
_DAMAGE: Final = (pa.ArrowException, OSError, ValueError, KeyError, OverflowError)


def open_parquet(data: bytes) -> RawTable:
    """Return the table in `data`. Raises SetAside when it is damaged or larger than the limits by its own footer."""
    try:
        file = _open(data)
        headings = tuple(file.schema_arrow.names)
        unpacked = sum(file.metadata.row_group(i).total_byte_size for i in range(file.metadata.num_row_groups))
        n_columns = file.metadata.num_columns
    except _DAMAGE as error:
        raise SetAside("damaged") from error
    if max(n_columns, len(headings)) > MAX_COLUMNS:
        raise SetAside("too_many_columns", f"It has {n_columns:,} columns; the limit is {MAX_COLUMNS}.")
    if unpacked > MAX_PARQUET_UNPACKED_BYTES:
        limit = MAX_PARQUET_UNPACKED_BYTES // MEGABYTE
        raise SetAside("expands_too_far", f"It unpacks to {unpacked // MEGABYTE:,} MB; the limit is {limit} MB.")
    return RawTable("parquet", headings, lambda wanted: _rows(data, headings, wanted))


def _open(data: bytes) -> pq.ParquetFile:
    return pq.ParquetFile(
        pa.BufferReader(data),
        thrift_string_size_limit=MAX_PARQUET_FOOTER_STRING_BYTES,
        thrift_container_size_limit=MAX_PARQUET_FOOTER_ITEMS,
    )


def _rows(data: bytes, headings: tuple[str, ...], wanted: frozenset[int]) -> Iterator[Row]:
    record = 0
    names = sorted({headings[position] for position in wanted})
    try:
        for batch in _open(data).iter_batches(batch_size=PARQUET_BATCH_ROWS, columns=names, use_threads=False):
            columns = {name: _values(batch.column(i)) for i, name in enumerate(batch.schema.names)}
            for i in range(batch.num_rows):
                yield Row(record, [columns[name][i] if name in columns else None for name in headings])
                record += 1
    except _DAMAGE:
        yield Row(record, reason="damaged", detail="It could not be read from this row on. The rows before were.")


def _values(column: pa.Array) -> list[object]:
    # As bytes first: a text that is not UTF-8 then costs some characters, not the batch.
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        column = column.cast(pa.large_binary())
    values: list[object] = column.to_pylist()
    return values
