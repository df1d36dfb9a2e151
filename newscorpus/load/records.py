"""Rows of a table -> raw articles, whatever format the table is written in."""

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from newscorpus.load import written_dates
from newscorpus.load.columns import Recognised, Role, articles_columns
from newscorpus.load.encodings import whole_characters
from newscorpus.load.limits import MAX_ROWS
from newscorpus.load.markup import holds_blocks
from newscorpus.load.printable import one_line
from newscorpus.values import RawArticle, Rejected

_NULL_WORDS: Final = frozenset({"nan", "none", "null", "nat", "<na>"})  # as pandas, Python and databases write nothing
_LONGEST_NULL_WORD: Final = max(map(len, _NULL_WORDS))
_EXCEL_CELL_CHARACTERS: Final = 32_767  # in UTF-16 units: where Excel cuts a cell without a word
_NAMING_KEYS: Final = ("name", "@value", "value", "text")  # of an object that stands where one value is wanted
_SHOWN_DATE: Final = 40  # characters of a date quoted in a note


@dataclass(frozen=True, slots=True)
class Row:
    """A data row: its cells under the headings, or the reason (key of `errors.REASONS`) why it could not be read."""

    record: int
    cells: Sequence[object] = ()
    note: str | None = None
    reason: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as its file gives it. `rows` reads the file from the start each time.

    Its argument says at which positions cells are wanted: cells at other positions may be None.
    """

    layout: str
    headings: tuple[str, ...]
    rows: Callable[[frozenset[int]], Iterator[Row]]


def articles_of(
    table: RawTable, name: str, columns: Mapping[str, str] | None = None, note: str | None = None
) -> Iterator[RawArticle | Rejected]:
    """Yield every row of `table` as an article or with the reason why it is none; at least one item.

    `columns` says role -> heading where the reader has said so; `note` is what is known of the whole file.
    Raises SetAside where no articles can be read from the table at all.
    """
    recognised = articles_columns(table.headings, columns)
    orders = {position: _order(table, position) for position in recognised.positions.get("published_at", ())}
    wanted = frozenset(p for positions in recognised.positions.values() for p in positions)
    n_rows = 0
    for row in table.rows(wanted):
        n_rows += 1
        if row.record >= MAX_ROWS:
            yield Rejected(name, row.record, table.layout, "too_many_records", f"Rows from {MAX_ROWS:,} on.")
            return
        if row.reason:
            yield Rejected(name, row.record, table.layout, row.reason, row.detail)
        else:
            yield _article(row, name, table.layout, _Reading(recognised, orders, note))
    if not n_rows:
        yield Rejected(name, 0, table.layout, "empty", "It has column headings and no rows.")


def as_text(value: object, between: str = ", ") -> str | None:
    """Return a cell of any type as text: None for nothing, the members of a list joined, an object by its name.

    >>> as_text(["A. Writer", {"name": "B. Writer"}])
    'A. Writer, B. Writer'
    >>> as_text("NaN") is None
    True
    """
    if isinstance(value, str):
        text = whole_characters(value).strip()
        null = not text or (len(text) <= _LONGEST_NULL_WORD and text.casefold() in _NULL_WORDS)
        return None if null else text
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return None
    if isinstance(value, bytes):
        return as_text(value.decode("utf-8", "replace"))
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return between.join(filter(None, (as_text(member) for member in value))) or None
    if isinstance(value, dict):
        named = next((value[key] for key in _NAMING_KEYS if isinstance(value.get(key), str)), None)
        return as_text(json.dumps(value, default=str) if named is None else named)
    return str(value)


@dataclass(frozen=True, slots=True)
class _Reading:
    recognised: Recognised
    orders: Mapping[int, written_dates.Order]
    note: str | None

    def field(self, row: Row, role: Role, between: str = ", ") -> str | None:
        for position in self.recognised.positions.get(role, ()):
            text = as_text(row.cells[position], between) if position < len(row.cells) else None
            if text:
                return text
        return None

    def date(self, row: Row) -> tuple[str | None, str | None]:
        """Return the date of a row, and a note where one is written that cannot be told."""
        note = None
        for position, order in self.orders.items():
            written = as_text(row.cells[position]) if position < len(row.cells) else None
            if written:
                told = written_dates.as_iso(written, order)
                if told:
                    return told, None
                note = f"the date {one_line(written, _SHOWN_DATE)!r} is left out: it does not prove which day is meant"
        return None, note


def _article(row: Row, name: str, layout: str, reading: _Reading) -> RawArticle | Rejected:
    text = reading.field(row, "text", between="\n\n")
    if text is None:
        cut = reading.recognised.positions["text"][0] >= len(row.cells)
        return Rejected(name, row.record, layout, "bad_record" if cut else "no_text", row.note)
    published_at, dateless = reading.date(row)
    return RawArticle(
        file=name,
        record=row.record,
        layout=layout,
        markup="html" if holds_blocks(text) else "text",
        content=text,
        source=reading.field(row, "source"),
        title=reading.field(row, "title"),
        author=reading.field(row, "author"),
        published_at=published_at,
        url=reading.field(row, "url"),
        language=reading.field(row, "language"),
        section=reading.field(row, "section"),
        note="; ".join(filter(None, (reading.note, row.note, _cut_by_excel(text), dateless))) or None,
    )


def _order(table: RawTable, position: int) -> written_dates.Order:
    rows = (row for row in table.rows(frozenset({position})) if not row.reason and position < len(row.cells))
    return written_dates.order_of(filter(None, (as_text(row.cells[position]) for row in rows if row.record < MAX_ROWS)))


def _cut_by_excel(text: str) -> str | None:
    if not _EXCEL_CELL_CHARACTERS // 2 <= len(text) <= _EXCEL_CELL_CHARACTERS:
        return None
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 != _EXCEL_CELL_CHARACTERS:
        return None
    return f"the text ends at Excel's limit of {_EXCEL_CELL_CHARACTERS:,} characters and may be cut"
