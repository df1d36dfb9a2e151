"""Rows of a table -> raw articles, whatever format the table is written in."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from newscorpus.load.beginnings import without_mark
from newscorpus.load.encodings import MENDED, mended
from newscorpus.load.limits import MAX_ROWS
from newscorpus.load.printable import one_line
from newscorpus.load.tables import written_dates
from newscorpus.load.tables.cells import as_text, body_text, one_field
from newscorpus.load.tables.columns import Recognised, Role, articles_columns, unused
from newscorpus.values import RawArticle, Rejected

_EXCEL_CELL_CHARACTERS: Final = 32_767  # in UTF-16 units: where Excel cuts a cell without a word
_NUMBER: Final = re.compile(r"[\d\s,.;-]+")
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
    reading = _Reading(recognised, orders, note)
    n_rows = 0
    for row in table.rows(wanted):
        n_rows += 1
        if row.record >= MAX_ROWS:
            yield Rejected(name, row.record, table.layout, "too_many_records", f"Rows from {MAX_ROWS:,} on.")
            return
        if n_rows == 1 and not row.reason:  # what is true of the table is said once
            row = replace(row, note=_joined(row.note, unused(table.headings, recognised)))
        if row.reason:
            yield Rejected(name, row.record, table.layout, row.reason, row.detail)
        else:
            yield _article(row, name, table.layout, reading)
    if not n_rows:
        yield Rejected(name, 0, table.layout, "empty", "It has column headings and no rows.")


def _joined(*notes: str | None) -> str | None:
    return "; ".join(dict.fromkeys(filter(None, notes))) or None


@dataclass(frozen=True, slots=True)
class _Reading:
    recognised: Recognised
    orders: Mapping[int, written_dates.Order]
    note: str | None

    def cells(self, row: Row, role: Role, between: str = ", ") -> Iterator[str]:
        """The texts of the columns that may hold a role, the first to be asked first."""
        for position in self.recognised.positions.get(role, ()):
            if position < len(row.cells) and (text := as_text(row.cells[position], between)):
                yield text

    def field(self, row: Row, role: Role) -> str | None:
        return next(filter(None, (one_field(mended(text)) for text in self.cells(row, role))), None)

    def author(self, row: Row) -> tuple[str | None, str | None]:
        """The author of a row; and a note where only the number of one is given."""
        given = [one_field(mended(text)) for text in self.cells(row, "author")]
        name = next((text for text in given if not _NUMBER.fullmatch(text)), None)
        return name or None, f"the author {given[0]!r} is a number and no name" if given and not name else None

    def date(self, row: Row) -> tuple[str | None, str | None]:
        """The date of a row; and a note where one is written that cannot be told.

        A later column counts where it gives the time of the same day.
        """
        first, note = None, None
        for position, order in self.orders.items():
            written = as_text(row.cells[position]) if position < len(row.cells) else None
            told = written_dates.told(written, order) if written else None
            if told and (first is None or (":" not in first and told.startswith(first))):
                first = told
            elif written and not told:
                note = (
                    note
                    or f"the date {one_line(written, _SHOWN_DATE)!r} is left out: it does not prove which day is meant"
                )
        return first, None if first else note


def _article(row: Row, name: str, layout: str, reading: _Reading) -> RawArticle | Rejected:
    written = next(reading.cells(row, "text", between="\n\n"), None)
    text, markup = body_text(mended(written)) if written else ("", "text")
    text, beginning = without_mark(text)
    if not text.strip():
        cut = reading.recognised.positions["text"][0] >= len(row.cells)
        return Rejected(name, row.record, layout, "bad_record" if cut else "no_text", row.note)
    published_at, dateless = reading.date(row)
    author, nameless = reading.author(row)
    mending = MENDED if written and mended(written) != written else None
    return RawArticle(
        file=name,
        record=row.record,
        layout=layout,
        markup=markup,
        content=text,
        source=reading.field(row, "source"),
        title=reading.field(row, "title"),
        author=author,
        published_at=published_at,
        url=reading.field(row, "url"),
        language=reading.field(row, "language"),
        section=reading.field(row, "section"),
        note=_joined(reading.note, row.note, mending, beginning, _cut_by_excel(written or ""), dateless, nameless),
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
