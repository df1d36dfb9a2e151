"""One file packed alone: gzip, bzip2, XZ, Zstandard. The one inside is recognised anew; it may be a tar archive."""

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Iterator
from typing import IO, Final, cast

import zstandard

from newscorpus.load.content import Content
from newscorpus.load.packed.budget import Budget, Member
from newscorpus.load.setting_aside import SetAside

_DAMAGE: Final = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, zstandard.ZstdError, MemoryError)
_LZMA_BYTES: Final = 128 * 1024 * 1024  # of memory a dictionary may take; xz's own highest level needs 65 MB
_ZSTD_WINDOW: Final = 128 * 1024 * 1024  # as the zstd program allows without being told
_ZSTD_CHUNK: Final = 512  # packed bytes at a time; a block of 4 can stand for 128 kB


def unpack_gzip(content: Content, _: str, budget: Budget) -> Iterator[Member]:
    """Yield the file in a gzip file. Raises SetAside where it is damaged or unpacks too far."""
    with gzip.GzipFile(fileobj=io.BytesIO(content.data)) as stream:
        yield _only(content, cast(IO[bytes], stream), budget)


def unpack_bzip2(content: Content, _: str, budget: Budget) -> Iterator[Member]:
    """Yield the file in a bzip2 file. Raises as `unpack_gzip`."""
    with bz2.BZ2File(io.BytesIO(content.data)) as stream:
        yield _only(content, stream, budget)


def unpack_xz(content: Content, _: str, budget: Budget) -> Iterator[Member]:
    """Yield the file in an XZ file. Raises as `unpack_gzip`."""
    try:
        # LZMAFile takes no limit of memory, so the dictionary is asked for within one first.
        lzma.LZMADecompressor(memlimit=_LZMA_BYTES).decompress(content.data, max_length=1)
    except _DAMAGE as error:
        raise SetAside("damaged") from error
    with lzma.LZMAFile(io.BytesIO(content.data)) as stream:
        yield _only(content, stream, budget)


def unpack_zstandard(content: Content, _: str, budget: Budget) -> Iterator[Member]:
    """Yield the file in a Zstandard file. Raises as `unpack_gzip`."""
    yield _only(content, cast(IO[bytes], _Zstandard(content.data)), budget)


class _Zstandard:
    """Frames unpacked one behind another; unlike the library's own reader it says when the last breaks off."""

    def __init__(self, data: bytes) -> None:
        self._packed = io.BytesIO(data)
        self._frame = self._new_frame()
        self._begun = False

    def read(self, _: int) -> bytes:
        """Return the next bytes, b"" at the end. Raises ZstdError for what is damaged or breaks off."""
        while chunk := self._packed.read(_ZSTD_CHUNK):
            self._begun = True
            unpacked = self._frame.decompress(chunk)
            if self._frame.eof:
                self._packed.seek(-len(self._frame.unused_data), io.SEEK_CUR)
                self._frame, self._begun = self._new_frame(), False
            if unpacked:
                return unpacked
        if self._begun:
            raise zstandard.ZstdError("the last frame breaks off")
        return b""

    @staticmethod
    def _new_frame() -> "zstandard.ZstdDecompressionObj":
        return zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()


def _only(content: Content, stream: IO[bytes], budget: Budget) -> Member:
    budget.count_entries(1)
    try:
        data = budget.unpack(stream, len(content.data))
    except _DAMAGE as error:
        raise SetAside("damaged") from error
    return Member(content.name, data)  # no folder: the file is this one
