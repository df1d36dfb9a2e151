"""What archives may unpack, counted while they do: sizes written in them can lie."""

import io
from dataclasses import dataclass
from typing import IO, Final

from newscorpus.load.limits import (
    MAX_ARCHIVE_ENTRIES,
    MAX_FILE_BYTES,
    MAX_UNPACKED_BYTES,
    MAX_UNPACKING_RATIO,
    MEGABYTE,
    RATIO_FREE_BYTES,
)
from newscorpus.load.setting_aside import SetAside

_CHUNK_BYTES: Final = 65_536


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

    def count_entries(self, n_entries: int) -> None:
        """Take entries from the budget. Raises SetAside("too_many_entries") when it is used up."""
        self.n_entries -= n_entries
        if self.n_entries < 0:
            raise SetAside("too_many_entries", f"It holds more than {MAX_ARCHIVE_ENTRIES:,} files.")

    def unpack(self, stream: IO[bytes], n_packed: int) -> bytes:
        """Return all bytes of a stream that unpacks `n_packed` bytes. Raises SetAside where they pass a limit."""
        content = io.BytesIO()
        while chunk := stream.read(_CHUNK_BYTES):
            content.write(chunk)
            self.n_bytes -= len(chunk)
            self._refuse_size(content.tell(), n_packed)
        return content.getvalue()

    def _refuse_size(self, n_bytes: int, n_packed: int) -> None:
        if self.n_bytes <= 0:
            raise SetAside("expands_too_far", f"The archive unpacks to more than {MAX_UNPACKED_BYTES // MEGABYTE} MB.")
        if n_bytes > MAX_FILE_BYTES:
            raise SetAside("too_large", f"It unpacks to more than {MAX_FILE_BYTES // MEGABYTE} MB.")
        if n_bytes > RATIO_FREE_BYTES and n_bytes > MAX_UNPACKING_RATIO * max(1, n_packed):
            raise SetAside("expands_too_far", f"It unpacks to more than {MAX_UNPACKING_RATIO} times its size.")
