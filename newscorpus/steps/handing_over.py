"""Rows of many articles cut into what one task of a worker needs, on disk."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq


def hand_over(
    tables: Mapping[str, pa.Table], inputs: Mapping[str, Sequence[str]], article_ids: pa.Array, folder: Path
) -> None:
    """Write the rows of these articles, the columns `inputs` names of each table, as `folder`/<table>.parquet."""
    folder.mkdir()
    for name, columns in inputs.items():
        table = tables[name].select(columns)
        pq.write_table(table.filter(pc.is_in(table["article_id"], article_ids)), folder / f"{name}.parquet")


def rows_by_article(table: pa.Table) -> dict[str, list[dict[str, Any]]]:
    """article_id -> its rows, in the order of the table."""
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in table.to_pylist():
        found[row["article_id"]].append(row)
    return dict(found)
