"""A table as CSV that no spreadsheet runs."""

import csv
import io
import unicodedata
from typing import Any, Final

import pyarrow as pa

STARTS_A_FORMULA: Final = frozenset("=+-@|")
SPREADSHEET_ENCODING: Final = "utf-8-sig"  # without the mark at its start, Excel shows é as Ã©
LIST_SEPARATOR: Final = "; "


def csv_bytes(table: pa.Table) -> bytes:
    """The table as CSV with its column names as headings. Text that could run as a formula gets an apostrophe in front.

    Null is an empty cell; numbers stand as they are; lists are joined by a semicolon.
    """
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow([safe_cell(name) for name in table.column_names])
    columns = [column.to_pylist() for column in table.columns]
    writer.writerows([_cell(value) for value in row] for row in zip(*columns, strict=True))
    return page.getvalue().encode(SPREADSHEET_ENCODING, "replace")


def safe_cell(text: str) -> str:
    """Text that a spreadsheet shows and does not run: what is read first decides, behind whatever is invisible.

    >>> safe_cell("=1+1"), safe_cell("\\t@SUM(A1)"), safe_cell("A = B")
    ("'=1+1", "'\\t@SUM(A1)", 'A = B')
    """
    first = next((char for char in text if _is_visible(char)), "")
    return f"'{text}" if unicodedata.normalize("NFKC", first)[:1] in STARTS_A_FORMULA and first else text


def _is_visible(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) not in {"Cc", "Cf", "Cn"}


def _cell(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    if isinstance(value, str):
        return safe_cell(value)
    if isinstance(value, list):
        return safe_cell(LIST_SEPARATOR.join(map(str, value)))
    return value
