"""A file in memory, and what readers and recognisers ask of it: its text, and its parts where it is a zip archive."""

import io
import re
import struct
import zipfile
import zlib
from functools import cached_property
from typing import Final

from newscorpus.load.encodings import Decoded, decode
from newscorpus.load.limits import MAX_FILE_BYTES, MAX_UNPACKING_RATIO, RATIO_FREE_BYTES
from newscorpus.load.setting_aside import SetAside

HEAD: Final = 4_096  # characters or bytes within which a file shows what it is
DAMAGED_ZIP: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    OSError,
    ValueError,
    RuntimeError,
    OverflowError,
)
_PACKED: Final = re.compile(r"(?:\.(?:gz|bz2|xz|zst))+$")
_ZIP_BYTES: Final = (b"PK\x03\x04", b"PK\x05\x06")


class Content:
    """The bytes of a file and its name in receipts; what is derived from them is made once, when first asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        self.data = data
        self.name = name

    @cached_property
    def plain_name(self) -> str:
        """The name in small letters, without the endings that only say how the file was packed."""
        return _PACKED.sub("", self.name.lower())

    @cached_property
    def decoded(self) -> Decoded:
        """The text, and how it was decoded. Raises SetAside("not_text" or "empty") where there is none."""
        decoded = decode(self.data)
        if not decoded.text.strip():
            raise SetAside("empty")
        return decoded

    @property
    def text(self) -> str:
        """The whole text. Raises as `decoded`."""
        return self.decoded.text

    @cached_property
    def head(self) -> str:
        """The first characters of the text, without white space at the top. Raises as `decoded`."""
        return self.text[:HEAD].lstrip()

    @cached_property
    def is_zip(self) -> bool:
        """Whether the bytes begin as those of a zip archive do."""
        return self.data.startswith(_ZIP_BYTES)

    @cached_property
    def parts(self) -> frozenset[str]:
        """The names in a zip archive; none where it is no archive or cannot be opened."""
        if not self.is_zip:
            return frozenset()
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                return frozenset(archive.namelist())
        except DAMAGED_ZIP:
            return frozenset()

    def part(self, name: str) -> bytes:
        """One part of an office document, unpacked. Raises SetAside where it is damaged or unpacks too far."""
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive, archive.open(name) as stream:
                unpacked = stream.read(MAX_FILE_BYTES + 1)
        except DAMAGED_ZIP as error:
            raise SetAside("damaged") from error
        too_repetitive = len(unpacked) > RATIO_FREE_BYTES and len(unpacked) > MAX_UNPACKING_RATIO * len(self.data)
        if len(unpacked) > MAX_FILE_BYTES or too_repetitive:
            raise SetAside("expands_too_far")
        return unpacked
