"""One file -> its articles: what kind of file it is, and the reader of that kind."""

import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from newscorpus.load import archives, delimited, parquet_files
from newscorpus.load.encodings import decode, mended_file
from newscorpus.load.json_files import open_json, open_json_lines
from newscorpus.load.kinds import TextKind, kind_of_text, refuse_foreign_bytes
from newscorpus.load.limits import MAX_ARCHIVE_DEPTH, MAX_FILE_BYTES, MEGABYTE
from newscorpus.load.records import RawTable, articles_of
from newscorpus.load.setting_aside import SetAside
from newscorpus.load.text_files import text_article
from newscorpus.values import RawArticle, Rejected

Kind = TextKind | Literal["zip", "parquet"]

_UNKNOWN: Final = "unknown"  # layout of a file that was set aside before it was recognised


@dataclass(frozen=True, slots=True)
class Content:
    """A file that was recognised: its bytes for an archive or Parquet, else its text; and how the text was decoded."""

    kind: Kind
    data: bytes
    text: str = ""
    note: str | None = None


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
    yield from _read(data, name, columns, _Nesting())


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


def recognise_content(data: bytes, name: str) -> Content:
    """Return what `data` is, by its content. Raises SetAside for what is empty, no text, or not read."""
    if not data.strip():
        raise SetAside("empty")
    if data.startswith(archives.FIRST_BYTES):
        return Content("zip", data)
    if data.startswith(parquet_files.FIRST_BYTES):
        return Content("parquet", data)
    refuse_foreign_bytes(data)
    decoded = decode(data)
    if not decoded.text.strip():
        raise SetAside("empty")
    return Content(kind_of_text(decoded.text, name, delimited.is_table), data, decoded.text, decoded.note)


def open_table(content: Content) -> RawTable | None:
    """Return the table that a file is, None when it is none. Raises SetAside when the table cannot be opened."""
    match content.kind:
        case "parquet":
            return parquet_files.open_parquet(content.data)
        case "delimited":
            return delimited.open_table(content.text)
        case "json":
            return open_json(content.text)
        case "jsonl":
            return open_json_lines(content.text)
    return None


@dataclass(frozen=True, slots=True)
class _Nesting:
    """In how many archives a file is packed, and what they may still unpack together."""

    depth: int = 0
    budget: archives.Budget | None = None


def _read(
    data: bytes, name: str, columns: Mapping[str, str] | None, nesting: _Nesting
) -> Iterator[RawArticle | Rejected]:
    layout = _UNKNOWN
    try:
        content = recognise_content(data, name)
        layout = "csv" if content.kind == "delimited" else content.kind
        if content.kind == "zip":
            yield from _archive(data, name, columns, nesting)
        elif table := open_table(content):
            layout = table.layout
            yield from articles_of(table, name, columns, content.note)
        elif content.kind == "html":
            page = mended_file(content.text, content.note)
            yield RawArticle(name, 0, layout, "html", page.text, note=page.note)
        else:
            yield text_article(content.text, name, layout, content.note)
    except SetAside as fault:
        yield Rejected(name, 0, layout, fault.reason, fault.detail)


def _archive(
    data: bytes, name: str, columns: Mapping[str, str] | None, nesting: _Nesting
) -> Iterator[RawArticle | Rejected]:
    if nesting.depth >= MAX_ARCHIVE_DEPTH:
        raise SetAside("too_deep")
    budget = nesting.budget or archives.Budget()
    empty = True
    for member in archives.members(data, name, budget):
        empty = False
        if isinstance(member, Rejected):
            yield member
        else:
            yield from _read(member.data, member.name, columns, _Nesting(nesting.depth + 1, budget))
    if empty:
        raise SetAside("empty")
