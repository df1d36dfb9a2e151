"""The tables that charts take: Arrow's, a pandas DataFrame, or whatever else speaks Arrow."""

from typing import Any, Protocol

import pyarrow as pa


class Table(Protocol):
    """Anything that hands over its columns through Arrow's C interface, as pyarrow and pandas do."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The columns as an Arrow stream."""


def rows_of(table: Table, n_rows: int | None = None) -> list[dict[str, Any]]:
    """The first `n_rows` rows, or all: column name -> value, None where it is absent."""
    rows: list[dict[str, Any]] = pa.table(table).slice(0, n_rows).to_pylist()
    return rows
