"""Excel and OpenDocument workbooks: every sheet a table; formulas are not run, their last values are read."""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook

from newscorpus.load.content import Content
from newscorpus.load.limits import MAX_COLUMNS
from newscorpus.load.packed.archives import unpack
from newscorpus.load.packed.budget import Budget
from newscorpus.load.printable import one_line
from newscorpus.load.setting_aside import SetAside
from newscorpus.load.tables.records import RawTable, Row
from newscorpus.values import Rejected

_SHEET_NAME: Final = 60  # characters of a sheet's name in a receipt
_PANIC: Final = "PanicException"  # how the library written in Rust says that it met what it never expected


def open_tables(content: Content, layout: str) -> Mapping[str, RawTable]:
    """Return the sheets that hold something, by their names; "" for the only one.

    Raises SetAside where the workbook is damaged, locked or unpacks too far.
    """
    _refuse_expansion(content, layout)
    sheets = {name: rows for name, rows in _sheets(content) if rows}
    if not sheets:
        raise SetAside("empty", "Its sheets hold nothing.")
    only = len(sheets) == 1
    return {"" if only else _label(name): _table(rows, layout) for name, rows in sheets.items()}


def _label(name: str) -> str:
    return one_line(re.sub(r"[/\\]", "-", name), _SHEET_NAME)


def _refuse_expansion(content: Content, layout: str) -> None:
    if not content.is_zip:
        return
    for member in unpack(content, layout, Budget()):
        if isinstance(member, Rejected) and member.reason != "system_file":
            raise SetAside(member.reason, member.detail)


def _sheets(content: Content) -> list[tuple[str, list[list[object]]]]:
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content.data))
        found = [
            (name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=True)) for name in workbook.sheet_names
        ]
    except (CalamineError, OSError, ValueError, OverflowError, MemoryError) as error:
        locked = "password" in str(error).lower() or "encrypt" in str(error).lower()
        raise SetAside("needs_password" if locked else "damaged") from error
    except BaseException as error:
        if type(error).__name__ == _PANIC:
            raise SetAside("damaged") from error
        raise
    return [(name, [list(row) for row in rows if any(cell != "" for cell in row)]) for name, rows in found]


def _table(rows: list[list[object]], layout: str) -> RawTable:
    headings = tuple(str(cell).strip() for cell in rows[0])
    if len(headings) > MAX_COLUMNS:
        raise SetAside("too_many_columns", f"It has {len(headings):,} columns; the limit is {MAX_COLUMNS}.")

    def below(_: frozenset[int]) -> Iterator[Row]:
        for record, row in enumerate(rows[1:]):
            if [str(cell).strip() for cell in row] == list(headings):
                yield Row(record, reason="repeated_heading")
            else:
                yield Row(record, [None if cell == "" else cell for cell in row])

    return RawTable(layout, headings, below)
