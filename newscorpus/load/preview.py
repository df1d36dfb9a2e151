"""The first rows of a table, for a reader to say which column is which."""

from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from newscorpus.errors import REASONS, NothingToRead
from newscorpus.load.content import Content
from newscorpus.load.printable import one_line, shown_path
from newscorpus.load.reader import file_bytes, open_tables
from newscorpus.load.setting_aside import SetAside
from newscorpus.load.tables.cells import as_text
from newscorpus.load.tables.columns import recognise
from newscorpus.load.tables.records import RawTable, Row

ROWS_SHOWN: Final = 3
CELL_CHARACTERS: Final = 200  # two lines on a page: enough to see what a column holds


@dataclass(frozen=True, slots=True)
class TablePreview:
    """The headings of a table, its first rows with cells cut to 200 characters, and role -> heading recognised.

    A role that two columns claim is not in `recognised`. `recognised`, completed by the reader, is what
    `reader.read_file` takes as `columns`.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    recognised: dict[str, str]


def preview_table(path: Path) -> TablePreview:
    """Return the first rows of the table at `path` (the first of a workbook).

    Raises NothingToRead, in words for the reader, when the file cannot be read or is no table.
    """
    name = shown_path(Path(path.name))
    try:
        tables = open_tables(Content(file_bytes(path), name))
        if not tables:
            raise NothingToRead(f"{name} is no table. Add it as it is: it is read as an article.")
        return _preview(next(iter(tables.values())))
    except SetAside as fault:
        raise NothingToRead(" ".join(filter(None, (f"{name}:", REASONS[fault.reason], fault.detail)))) from fault


def _preview(table: RawTable) -> TablePreview:
    recognised = recognise(table.headings)
    readable = (row for row in table.rows(frozenset(range(len(table.headings)))) if not row.reason)
    return TablePreview(
        headings=table.headings,
        rows=tuple(_cells(row, len(table.headings)) for row in islice(readable, ROWS_SHOWN)),
        recognised={
            role: table.headings[positions[0]]
            for role, positions in recognised.positions.items()
            if role not in recognised.contested
        },
    )


def _cells(row: Row, n_columns: int) -> tuple[str, ...]:
    cells = [one_line(as_text(cell) or "", CELL_CHARACTERS) for cell in row.cells]
    return tuple(cells + [""] * (n_columns - len(cells)))
