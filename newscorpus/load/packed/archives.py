"""Zip archives, unpacked member by member with running counts. Names in an archive are labels, never paths."""

import io
import re
import stat
import zipfile
from collections.abc import Iterator
from typing import Final

from newscorpus.load.content import DAMAGED_ZIP, Content
from newscorpus.load.packed.budget import Budget, Member
from newscorpus.load.printable import DistinctNames, one_line, shown_parts
from newscorpus.load.saved_pages import page_of_part
from newscorpus.load.setting_aside import SetAside
from newscorpus.load.system_files import is_system_file
from newscorpus.values import Rejected

_ENCRYPTED: Final = 0x1  # bit 0 of an entry's flags
_UNIX_MODE: Final = 16  # bits to the right of which an entry keeps the mode of a Unix file
# The only two that archives of text need; LZMA and bzip2 allocate by what the file says.
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LIST_OF_EXPORT: Final = re.compile(r"_doclist[^/\\]{0,99}$", re.IGNORECASE)  # as Nexis names it
_DRIVE: Final = re.compile(r"^[A-Za-z]:")


def unpack(content: Content, layout: str, budget: Budget) -> Iterator[Member | Rejected]:
    """Yield the files of a zip archive, or why one could not be unpacked; folders are no files.

    Raises SetAside when the archive cannot be opened or holds more entries than the limit.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content.data))
    except DAMAGED_ZIP as error:
        raise SetAside("damaged") from error
    with archive:
        entries = archive.infolist()
        budget.count_entries(len(entries))
        names, offsets = DistinctNames(), set[int]()
        # Not is_dir(), which fails on an entry without a name.
        files = [entry for entry in entries if not entry.filename.endswith("/")]
        paths = {entry.filename.replace("\\", "/") for entry in files}
        for n_before, entry in enumerate(files):
            label = names.take(f"{content.name}/{label_of(entry.filename)}")
            try:
                _refuse_part(entry.filename.replace("\\", "/"), paths)
                _refuse_entry(entry, offsets)
                yield Member(label, _unpacked(archive, entry, budget))
            except SetAside as fault:
                yield Rejected(label, 0, "unknown", fault.reason, fault.detail)
            if budget.n_bytes <= 0:
                left = len(files) - n_before - 1
                detail = f"The last {left:,} files in it were not unpacked."
                yield Rejected(content.name, 0, layout, "expands_too_far", detail)
                return


def label_of(filename: str) -> str:
    """Return the name of an entry as a label."""
    parts = _DRIVE.sub("", filename.replace("\\", "/")).split("/")
    return shown_parts(parts)


def _refuse_part(path: str, paths: set[str]) -> None:
    if page := page_of_part(path.split("/"), paths):
        raise SetAside("page_part", f"It was saved with {one_line(page)}.")


def _refuse_entry(entry: zipfile.ZipInfo, offsets: set[int]) -> None:
    if is_system_file(entry.filename.replace("\\", "/").split("/")):
        raise SetAside("system_file")
    if stat.S_ISLNK(entry.external_attr >> _UNIX_MODE):
        raise SetAside("not_a_file", "It is a link.")
    if _LIST_OF_EXPORT.search(entry.filename):
        raise SetAside("no_text", "It is a database's list of the documents beside it.")
    if entry.flag_bits & _ENCRYPTED:
        raise SetAside("needs_password")
    if entry.compress_type not in _METHODS:
        raise SetAside("unsupported", "It is packed by a method other than the usual one (deflate).")
    if entry.header_offset in offsets:
        raise SetAside("damaged", "It stands on the same bytes as another file of the archive.")
    offsets.add(entry.header_offset)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> bytes:
    try:
        with archive.open(entry) as stream:
            return budget.unpack(stream, entry.compress_size)
    except DAMAGED_ZIP as error:
        raise SetAside("damaged") from error
