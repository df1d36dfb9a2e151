"""ZIP archives: unpacked member by member in memory, with running counts; nothing is written to disk.

Names in an archive are labels, never paths.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newscorpus.load.limits import (
    MAX_ARCHIVE_ENTRIES,
    MAX_FILE_BYTES,
    MAX_UNPACKED_BYTES,
    MAX_UNPACKING_RATIO,
    MEGABYTE,
    RATIO_FREE_BYTES,
)
from newscorpus.load.printable import DistinctNames, one_line, shown_parts
from newscorpus.load.saved_pages import page_of_part
from newscorpus.load.setting_aside import SetAside
from newscorpus.load.system_files import is_system_file
from newscorpus.values import Rejected

FIRST_BYTES: Final = (b"PK\x03\x04", b"PK\x05\x06")
LAYOUT: Final = "zip"

_CHUNK_BYTES: Final = 65_536
_ENCRYPTED: Final = 0x1  # bit 0 of an entry's flags
_UNIX_MODE: Final = 16  # bits to the right of which an entry keeps the mode of a Unix file
# The only two that archives of text need; LZMA and bzip2 allocate by what the file says.
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DRIVE: Final = re.compile(r"^[A-Za-z]:")
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    OverflowError,
)
_OFFICE_PARTS: Final = {
    "word/document.xml": "a Word document",
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a presentation",
    "mimetype": "an OpenDocument file or an EPUB book",
}


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive, unpacked. `name` is `archive.zip/member.txt`."""

    name: str
    data: bytes


class Budget:
    """What may still be unpacked of one archive and the archives inside it."""

    def __init__(self) -> None:
        self.n_bytes = MAX_UNPACKED_BYTES
        self.n_entries = MAX_ARCHIVE_ENTRIES


def members(data: bytes, name: str, budget: Budget) -> Iterator[Member | Rejected]:
    """Yield the files of the archive `data`, or why one could not be unpacked; folders are no files.

    Raises SetAside when the archive cannot be opened, holds more entries than the limit, or is an office document.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE as error:
        raise SetAside("damaged") from error
    with archive:
        entries = archive.infolist()
        _refuse_office({entry.filename for entry in entries})
        budget.n_entries -= len(entries)
        if budget.n_entries < 0:
            raise SetAside("too_many_entries", f"It holds more than {MAX_ARCHIVE_ENTRIES:,} files.")
        names, offsets = DistinctNames(), set[int]()
        # Not is_dir(), which fails on an entry without a name.
        files = [entry for entry in entries if not entry.filename.endswith("/")]
        paths = {entry.filename.replace("\\", "/") for entry in files}
        for n_before, entry in enumerate(files):
            label = names.take(f"{name}/{_label(entry.filename)}")
            try:
                _refuse_part(entry.filename.replace("\\", "/"), paths)
                _refuse_entry(entry, offsets)
                yield Member(label, _unpacked(archive, entry, budget))
            except SetAside as fault:
                yield Rejected(label, 0, "unknown", fault.reason, fault.detail)
            if budget.n_bytes <= 0:
                left = len(files) - n_before - 1
                yield Rejected(name, 0, LAYOUT, "expands_too_far", f"The last {left:,} files in it were not unpacked.")
                return


def _label(filename: str) -> str:
    parts = _DRIVE.sub("", filename.replace("\\", "/")).split("/")
    return shown_parts(parts)


def _refuse_office(names: set[str]) -> None:
    for part, kind in _OFFICE_PARTS.items():
        if part in names:
            raise SetAside("unsupported", f"It is {kind}.")


def _refuse_part(path: str, paths: set[str]) -> None:
    if page := page_of_part(path.split("/"), paths):
        raise SetAside("page_part", f"It was saved with {one_line(page)}.")


def _refuse_entry(entry: zipfile.ZipInfo, offsets: set[int]) -> None:
    if is_system_file(entry.filename.replace("\\", "/").split("/")):
        raise SetAside("system_file")
    if stat.S_ISLNK(entry.external_attr >> _UNIX_MODE):
        raise SetAside("not_a_file", "It is a link.")
    if entry.flag_bits & _ENCRYPTED:
        raise SetAside("needs_password")
    if entry.compress_type not in _METHODS:
        raise SetAside("unsupported", "It is packed by a method other than the usual one (deflate).")
    if entry.header_offset in offsets:
        raise SetAside("damaged", "It stands on the same bytes as another file of the archive.")
    offsets.add(entry.header_offset)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> bytes:
    content = io.BytesIO()
    try:
        with archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK_BYTES):
                content.write(chunk)
                budget.n_bytes -= len(chunk)
                _refuse_size(content.tell(), entry.compress_size, budget)
    except _DAMAGE as error:
        raise SetAside("damaged") from error
    return content.getvalue()


def _refuse_size(n_bytes: int, n_packed: int, budget: Budget) -> None:
    if budget.n_bytes <= 0:
        raise SetAside("expands_too_far", f"The archive unpacks to more than {MAX_UNPACKED_BYTES // MEGABYTE} MB.")
    if n_bytes > MAX_FILE_BYTES:
        raise SetAside("too_large", f"It unpacks to more than {MAX_FILE_BYTES // MEGABYTE} MB.")
    if n_bytes > RATIO_FREE_BYTES and n_bytes > MAX_UNPACKING_RATIO * max(1, n_packed):
        raise SetAside("expands_too_far", f"It unpacks to more than {MAX_UNPACKING_RATIO} times its size.")
