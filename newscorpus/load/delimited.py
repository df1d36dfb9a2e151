"""CSV and its relatives: a heading, then rows, parted by commas, semicolons, tabs or bars.

Read row by row, so that a bad row costs itself only.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newscorpus.load.columns import folded, role_of
from newscorpus.load.limits import MAX_COLUMNS, MAX_FILE_BYTES
from newscorpus.load.records import RawTable, Row
from newscorpus.load.setting_aside import SetAside

DELIMITERS: Final = (",", ";", "\t", "|")
MAX_CELL_CHARACTERS: Final = (
    MAX_FILE_BYTES  # whole files are bounded already; Python's own limit of 131,072 loses articles
)

_HEAD_CHARACTERS: Final = 65_536  # a heading of 500 columns takes 10,000; enough rows besides to tell the delimiter
_SNIFFED_ROWS: Final = 20
_HEADING_CHARACTERS: Final = 64  # a longer first cell is a sentence, not a heading
_KNOWN_HEADINGS: Final = 2  # columns with a known heading that make a table of a file whatever its name
_RESUMED: Final = 20  # times that reading starts again behind an unclosed quotation mark; each may read to the end
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
    record = -1
    for cells in _resuming(text, dialect):
        if record >= 0 and cells is None:
            yield Row(record, reason="bad_record", detail="A quotation mark opens in it that is never closed.")
        elif record >= 0 and cells is not None:
            yield _row(record, cells, as_heading)
        record += 1


def _row(record: int, cells: list[str], as_heading: list[str]) -> Row:
    n_wanted = len(as_heading)
    if len(cells) == n_wanted and [folded(cell[:_HEADING_CHARACTERS]) for cell in cells] == as_heading:
        return Row(record, reason="repeated_heading")
    ragged = f"It has {len(cells)} cells where the headings have {n_wanted}."
    if len(cells) > n_wanted:
        if any(cell.strip() for cell in cells[n_wanted:]):
            return Row(record, reason="bad_record", detail=ragged)
        return Row(record, cells[:n_wanted])
    return Row(record, cells, note=ragged if len(cells) < n_wanted else None)


def _resuming(text: str, dialect: _Dialect) -> Iterator[list[str] | None]:
    """Yield the rows, the heading first; None for a row whose open quotation mark would swallow the rest of the file.

    Reading then goes on behind that row's first line.
    """
    start = dialect.start
    for attempt in range(_RESUMED):
        lines = _Lines(text, start)
        reader = _reader(lines, dialect)
        row_start = start
        for cells in reader:
            if lines.position == len(text) and _left_open(text[row_start:], dialect):
                break
            row_start = lines.position
            if cells:
                yield cells
        else:
            return
        yield None
        first_line = _LINE.match(text, row_start)
        start = first_line.end() if first_line else len(text)
        if attempt == _RESUMED - 1 and start < len(text):
            yield None


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


def _reader(lines: Iterator[str], dialect: _Dialect) -> Iterator[list[str]]:
    csv.field_size_limit(MAX_CELL_CHARACTERS)
    return csv.reader(lines, delimiter=dialect.delimiter, escapechar=dialect.escape)


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
