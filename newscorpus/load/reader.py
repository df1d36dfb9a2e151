"""One file -> its articles: the row of `formats.FORMATS` that knows it, and that row's reader."""

import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from newscorpus.load.content import Content
from newscorpus.load.formats import Format, format_of
from newscorpus.load.limits import MAX_ARCHIVE_DEPTH, MAX_FILE_BYTES, MEGABYTE
from newscorpus.load.packed.budget import Budget
from newscorpus.load.setting_aside import SetAside
from newscorpus.load.tables.records import RawTable, articles_of
from newscorpus.values import RawArticle, Rejected

_UNKNOWN: Final = "unknown"  # layout of a file that was set aside before it was recognised


def read_file(path: Path, name: str, columns: Mapping[str, str] | None = None) -> Iterator[RawArticle | Rejected]:
    """Yield the articles of a file, and what of it gave none with the reason; at least one item.

    `name` is the file's name in receipts. `columns` says role (one of `columns.ROLES`) -> heading, for tables whose
    headings are not recognised; it wins where that heading exists. No bytes in the file raise an error; a role that
    does not exist raises ValueError.
    """
    try:
        data = file_bytes(path)
    except SetAside as fault:
        yield Rejected(name, 0, _UNKNOWN, fault.reason, fault.detail)
        return
    yield from read_bytes(data, name, columns)


def read_bytes(data: bytes, name: str, columns: Mapping[str, str] | None = None) -> Iterator[RawArticle | Rejected]:
    """Yield what `read_file` yields, of a file that is in memory already."""
    yield from _read(Content(data, name), columns, _Nesting())


def file_bytes(path: Path) -> bytes:
    """Return the bytes of an ordinary file. Raises SetAside for any other, and for one above MAX_FILE_BYTES."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise SetAside("not_a_file")
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise SetAside("unreadable", getattr(error, "strerror", None)) from error
    if len(data) > MAX_FILE_BYTES:
        raise SetAside("too_large", f"The limit is {MAX_FILE_BYTES // MEGABYTE} MB.")
    return data


def recognised(content: Content) -> Format:
    """Return the format of a file. Raises SetAside for what is empty, no text, or of a format that is not read."""
    if not content.data.strip():
        raise SetAside("empty")
    row = format_of(content)
    if row.gives == "nothing":
        raise SetAside(row.reason, row.detail)
    return row


def open_tables(content: Content) -> Mapping[str, RawTable]:
    """Return the tables in a file by their labels, none where it is no table. Raises SetAside as `recognised`."""
    row = recognised(content)
    tables: Mapping[str, RawTable] = reader_of(row)(content, row.layout) if row.gives == "tables" else {}
    return tables


def reader_of(row: Format) -> Callable[..., Any]:
    """Return the function that a row names, its module loaded."""
    module, _, function = row.reader.partition(":")
    reader: Callable[..., Any] = getattr(import_module(f"newscorpus.load.{module}"), function)
    return reader


@dataclass(frozen=True, slots=True)
class _Nesting:
    """In how many archives a file is packed, and what they may still unpack together."""

    depth: int = 0
    budget: Budget | None = None


def _read(content: Content, columns: Mapping[str, str] | None, nesting: _Nesting) -> Iterator[RawArticle | Rejected]:
    layout = _UNKNOWN
    try:
        row = recognised(content)
        layout = row.layout
        if row.gives == "files":
            yield from _unpacked(content, row, columns, nesting)
        elif row.gives == "tables":
            yield from _of_tables(content, row, columns)
        else:
            yield from reader_of(row)(content, layout)
    except SetAside as fault:
        yield Rejected(content.name, 0, layout, fault.reason, fault.detail)


def _of_tables(content: Content, row: Format, columns: Mapping[str, str] | None) -> Iterator[RawArticle | Rejected]:
    """Yield the rows of every table in a file; one that is no table of articles costs itself only."""
    tables: Mapping[str, RawTable] = reader_of(row)(content, row.layout)
    for label, table in tables.items():
        name = f"{content.name}#{label}" if label else content.name  # no "/": the workbook is no folder
        note = content.decoded.note if row.layout in ("csv", "tsv", "json", "jsonl") else None
        try:
            yield from articles_of(table, name, columns, note)
        except SetAside as fault:
            yield Rejected(name, 0, table.layout, fault.reason, fault.detail)


def _unpacked(
    content: Content, row: Format, columns: Mapping[str, str] | None, nesting: _Nesting
) -> Iterator[RawArticle | Rejected]:
    if nesting.depth >= MAX_ARCHIVE_DEPTH:
        raise SetAside("too_deep")
    budget = nesting.budget or Budget()
    empty = True
    for member in reader_of(row)(content, row.layout, budget):
        empty = False
        if isinstance(member, Rejected):
            yield member
        else:
            yield from _read(Content(member.data, member.name), columns, _Nesting(nesting.depth + 1, budget))
    if empty:
        raise SetAside("empty")
