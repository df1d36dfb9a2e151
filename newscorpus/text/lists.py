"""Lists that are data lie in CSV files beside the code, where readers can see and edit them: UTF-8, with a header."""

import csv
from functools import cache
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).with_name("data")


@cache
def rows_of(file: Path) -> tuple[dict[str, str], ...]:
    """The rows of a list, heading -> cell, read once. Raises ValueError for a row with more or fewer cells than the
    header."""
    with file.open(encoding="utf-8", newline="") as opened:
        header, *rows = csv.reader(opened, strict=True)
    return tuple(dict(zip(header, row, strict=True)) for row in rows)


def column(name: str, heading: str) -> frozenset[str]:
    """What stands in one column of the list `name` of this room."""
    return frozenset(row[heading] for row in rows_of(DATA / f"{name}.csv"))


def several(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds several, parted by semicolons; () for an empty one.

    >>> several("Kiev;Kyjiw"), several("")
    (('Kiev', 'Kyjiw'), ())
    """
    return tuple(cell.split(";")) if cell else ()
