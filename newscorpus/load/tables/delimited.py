"""CSV and its relatives: a heading, then rows, parted by commas, semicolons, tabs or bars.

Read row by row, so that a bad row costs itself only.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from newscorpus.load.limits import MAX_COLUMNS, MAX_FILE_BYTES
from newscorpus.load.setting_aside import SetAside
from newscorpus.load.tables.columns import folded, role_of
from newscorpus.load.tables.records import RawTable, Row

DELIMITERS: Final = (",", ";", "\t", "|")
MAX_CELL_CHARACTERS: Final = (
    MAX_FILE_BYTES  # whole files are bounded already; Python's own limit of 131,072 loses articles
)

_HEAD_CHARACTERS: Final = 65_536  # a heading of 500 columns takes 10,000; enough rows besides to tell the delimiter
_SNIFFED_ROWS: Final = 20
_HEADING_CHARACTERS: Final = 64  # a longer first cell is a sentence, not a heading
_KNOWN_HEADINGS: Final = 2  # columns with a known heading that make a table of a file whatever its name
_CARELESS: Final = "quotation marks inside a cell are not doubled; the text may be cut or joined wrongly"
_ROW_LINES: Final = 50  # of a row looked for behind a malformed one; each line of that may begin one
_GDELT_COLUMNS: Final = 27
_GDELT_RECORD: Final = re.compile(r"\d{14}-T?\d+")
_LINE: Final = re.compile(r"[^\r\n]*+(?:\r\n?|\n)|[^\r\n]+")
_ESCAPED_QUOTE: Final = re.compile(r'\\"[^,;\t|\r\n]')
_DOUBLED_QUOTE: Final = re.compile(r'[^,;\t|\r\n]""')
_EXCEL_HINT: Final = re.compile(r"\s{0,9}sep=([,;\t|])[ \t]{0,9}(?:\r\n?|\n)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Dialect:
    delimiter: str
    escape: str | None = None
    start: int = 0  # offset of the heading


@dataclass(frozen=True, slots=True)
class _FoundRow:
    """The cells of a row, None where they cannot be told; and whether its quotation marks are as they should be."""

    cells: list[str] | None
    well_formed: bool = True


def is_table(text: str) -> bool:
    """Whether the first line of `text` is a heading with columns that articles have."""
    headings = _head_rows(text, _dialect(text))[:1]
    if not headings or len(headings[0]) < _KNOWN_HEADINGS:
        return False
    short = all(len(cell) <= _HEADING_CHARACTERS for cell in headings[0])
    return short and _n_roles(headings[0]) >= _KNOWN_HEADINGS


def open_table(text: str) -> RawTable:
    """Return the table in `text`. Raises SetAside("no_text_column") for GDELT's lists, which have no heading."""
    dialect = _dialect(text)
    rows = _head_rows(text, dialect)
    headings = tuple(cell.strip().removeprefix("\ufeff") for cell in rows[0]) if rows else ()
    if len(headings) == _GDELT_COLUMNS and _GDELT_RECORD.fullmatch(headings[0]):
        raise SetAside("no_text_column", "It is GDELT's list of pages.")
    if len(headings) > MAX_COLUMNS:
        raise SetAside("too_many_columns", f"It has more than {MAX_COLUMNS} columns.")
    layout = "tsv" if dialect.delimiter == "\t" else "csv"
    return RawTable(layout, headings, lambda _: _rows(text, dialect, headings))


def _rows(text: str, dialect: _Dialect, headings: Sequence[str]) -> Iterator[Row]:
    """Yield the rows below the heading, numbered from 0; lines with nothing in them are no rows."""
    as_heading = [folded(heading) for heading in headings]
    for record, found in enumerate(_found_rows(text, dialect, len(headings)), -1):
        if record >= 0:
            yield _row(record, found, as_heading)


def _row(record: int, found: _FoundRow, as_heading: list[str]) -> Row:
    cells, n_wanted = found.cells, len(as_heading)
    if cells is None:
        return Row(record, reason="bad_record", detail="Its quotation marks do not close where it ends.")
    if len(cells) == n_wanted and [folded(cell[:_HEADING_CHARACTERS]) for cell in cells] == as_heading:
        return Row(record, reason="repeated_heading")
    ragged = f"It has {len(cells)} cells where the headings have {n_wanted}."
    if any(cell.strip() for cell in cells[n_wanted:]):
        return Row(record, reason="bad_record", detail=ragged)
    if len(cells) < n_wanted:
        return Row(record, cells, note=ragged)
    return Row(record, cells[:n_wanted], note=None if found.well_formed else _CARELESS)


def _found_rows(text: str, dialect: _Dialect, n_columns: int) -> Iterator[_FoundRow]:
    """Yield the rows, the heading first. Behind one that swallows others, reading goes on at the first whole row."""
    start: int | None = dialect.start
    while start is not None:
        lines = _Lines(text, start)
        row_start, start = start, None
        for cells in _reader(lines, dialect):
            well_formed = _is_well_formed(text, row_start, lines.position, dialect)
            if not well_formed:
                start = _swallowed_row(text, row_start, lines.position, dialect, n_columns)
            if start is not None:
                yield _FoundRow(None)
                break
            left_open = lines.position == len(text) and not well_formed and _left_open(text[row_start:], dialect)
            row_start = lines.position
            if cells:
                yield _FoundRow(None if left_open else cells, well_formed)


def _is_well_formed(text: str, start: int, end: int, dialect: _Dialect) -> bool:
    # Without quotation marks there is nothing to get wrong, and most rows of most tables have none.
    return text.find('"', start, end) < 0 or _strict_row(iter(_Lines(text[start:end], 0)), dialect) is not None


def _swallowed_row(text: str, start: int, end: int, dialect: _Dialect, n_columns: int) -> int | None:
    """Return where a whole row begins behind the first line of the malformed row from `start` to `end`, if one does."""
    for line in islice(_LINE.finditer(text, start, end), 1, None):
        cells = _strict_row(islice(_Lines(text, line.start()), _ROW_LINES), dialect)
        # In prose a space stands behind a comma; in a table it does not.
        if cells and len(cells) == n_columns and not any(cell.startswith(" ") for cell in cells):
            return line.start()
    return None


def _strict_row(lines: Iterator[str], dialect: _Dialect) -> list[str] | None:
    """Return the first row of `lines`, None when its quotation marks are not as they should be."""
    try:
        return next(_reader(lines, dialect, strict=True), None)
    except csv.Error:
        return None


class _Lines:
    """The physical lines of a text from an offset on, and how far they have been read."""

    def __init__(self, text: str, position: int) -> None:
        self.position = position
        self._matches = _LINE.finditer(text, position)

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        match = next(self._matches)
        self.position = match.end()
        return match[0]


def _reader(lines: Iterator[str], dialect: _Dialect, *, strict: bool = False) -> Iterator[list[str]]:
    csv.field_size_limit(MAX_CELL_CHARACTERS)
    return csv.reader(lines, delimiter=dialect.delimiter, escapechar=dialect.escape, strict=strict)


def _left_open(row: str, dialect: _Dialect) -> bool:
    """Whether the last row of a file ends inside quotation marks."""
    # The plain reader says nothing of it, and the strict one also refuses a sign behind a closing mark. Behind a
    # line break that a closed row ends with, one more row can be read; inside an open cell it is swallowed.
    probe = list(_reader(iter([*_Lines(row, 0), "\n", "x"]), dialect))
    return probe[-1] != ["x"]


def _dialect(text: str) -> _Dialect:
    hint = _EXCEL_HINT.match(text)
    start = hint.end() if hint else 0
    sample = text[start : start + _HEAD_CHARACTERS]
    escape = "\\" if _ESCAPED_QUOTE.search(sample) and not _DOUBLED_QUOTE.search(sample) else None
    if hint:
        return _Dialect(hint[1], escape, start)
    return max((_Dialect(delimiter, escape) for delimiter in DELIMITERS), key=lambda d: _fitness(text, d))


def _fitness(text: str, dialect: _Dialect) -> tuple[int, bool, float]:
    """How well a delimiter fits: known headings first, then whether it parts at all, then rows as long as the first."""
    rows = _head_rows(text, dialect)
    if not rows:
        return 0, False, 0.0
    n_alike = sum(len(row) == len(rows[0]) for row in rows)
    return _n_roles(rows[0]), len(rows[0]) > 1, n_alike / len(rows)


def _n_roles(cells: Sequence[str]) -> int:
    return len({role_of(cell) for cell in cells[:MAX_COLUMNS] if len(cell) <= _HEADING_CHARACTERS} - {None})


def _head_rows(text: str, dialect: _Dialect) -> list[list[str]]:
    """Return the first rows, the heading first; of a long text without its possibly cut last one."""
    head = text[dialect.start : dialect.start + _HEAD_CHARACTERS]
    rows = []
    for cells in _reader(_Lines(head, 0), dialect):
        if cells:
            rows.append(cells)
        if len(rows) == _SNIFFED_ROWS:
            return rows
    cut = dialect.start + _HEAD_CHARACTERS < len(text) and len(rows) > 1
    return rows[:-1] if cut else rows
