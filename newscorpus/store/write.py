"""Writing a store: into a folder beside its place, synced, and renamed into it. Whole or not at all."""

import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock

from newscorpus.tables.catalogue import TABLES, check

MANIFEST: Final = "manifest.json"
SCRATCH: Final = "scratch"
N_ROWS_PER_PART: Final = 100_000  # a part is read whole when its hash is checked; this keeps one near 10 MB
N_ROWS_PER_GROUP: Final = 5_000  # one article is read by decoding its group alone: 10 MB of texts, not 200
N_ROWS_PER_GROUP_OF_PIECE: Final = 20_000  # short rows: a word is found by decoding half a megabyte
N_TEXTS_PER_GROUP: Final = 500  # the texts of fifty hits are read by decoding fifty groups: 90 MB, not all there are
READ_CHUNK_BYTES: Final = 1 << 20


@dataclass
class StoreWriter:
    """An unfinished store. `add` tables to it, then `finish`; until then nothing stands at `place`."""

    place: Path
    folder: Path
    hashes: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, table: pa.Table) -> None:
        """Write `table` as the parts of table `name`. Raises ValueError when it is not what tables.TABLES says."""
        table = check(name, table)
        (self.folder / name).mkdir(exist_ok=True)
        for number, start in enumerate(range(0, max(1, table.num_rows), N_ROWS_PER_PART)):
            part = f"{name}/part-{number:05d}.parquet"
            n_rows_per_group = N_TEXTS_PER_GROUP if name == "texts" else N_ROWS_PER_GROUP
            write_parquet(self.folder / part, table.slice(start, N_ROWS_PER_PART), n_rows_per_group)
            self.hashes[part] = hash_of_file(self.folder / part)

    def add_pieces(self, pieces: Iterable[tuple[str, pa.Table]]) -> None:
        """Write tables too large to be held, as they come: (table, rows), the rows of each in the order of its key.

        Each piece becomes a part. Raises ValueError as `add` does.
        """
        n_parts: dict[str, int] = {}
        for name, rows in pieces:
            part = f"{name}/part-{n_parts.get(name, 0):05d}.parquet"
            n_parts[name] = n_parts.get(name, 0) + 1
            (self.folder / name).mkdir(exist_ok=True)
            write_parquet(self.folder / part, check(name, rows), N_ROWS_PER_GROUP_OF_PIECE)
            self.hashes[part] = hash_of_file(self.folder / part)

    def scratch(self, step: str) -> Path:
        """A folder for what a step writes on the way; gone when the store is finished."""
        folder = self.folder / SCRATCH / step
        folder.mkdir(parents=True)
        return folder

    @property
    def fingerprint(self) -> str:
        """Hash of every part written so far but the moment it was built: 16 hexadecimal digits."""
        parts = sorted(part for part in self.hashes if not part.startswith("build/"))
        lines = "".join(f"{part} {self.hashes[part]}\n" for part in parts)
        return hashlib.sha256(lines.encode()).hexdigest()[:16]

    def finish(self, key: str, made_by: str = "") -> None:
        """Write the manifest, sync everything and put the store in its place.

        `key` says what it was made from, `made_by` by which code.
        """
        missing = set(TABLES) - {part.partition("/")[0] for part in self.hashes}
        if missing:
            raise ValueError(f"a store needs every table; missing: {', '.join(sorted(missing))}")
        shutil.rmtree(self.folder / SCRATCH, ignore_errors=True)
        # A dataset opens its files late: names that carry the fingerprint let a reader of a replaced store
        # miss a file and open it anew, and never read half of each.
        named = {}
        fingerprint = self.fingerprint
        for part, digest in self.hashes.items():
            new = part.replace("/part-", f"/{fingerprint}-")
            (self.folder / part).rename(self.folder / new)
            named[new] = digest
        manifest = {"fingerprint": fingerprint, "key": key, "made_by": made_by, "parts": dict(sorted(named.items()))}
        write_text(self.folder / MANIFEST, json.dumps(manifest, indent=1))
        for folder in [*self.folder.iterdir(), self.folder]:
            if folder.is_dir():
                sync_folder(folder)
        _swap(self.folder, self.place)


@contextmanager
def writing(place: Path) -> Iterator[StoreWriter]:
    """A writer for the store at `place`; one builder at a time. What an interrupted build left is mended first.

    A store that is not finished within the block leaves `place` as it was.
    """
    place = place.absolute()
    place.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(_beside(place, "lock")):
        recover(place)
        folder = _beside(place, "new")
        folder.mkdir()
        try:
            yield StoreWriter(place, folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def recover(place: Path) -> None:
    """Undo what a build killed half way left beside `place`."""
    old, new = _beside(place, "old"), _beside(place, "new")
    if old.exists() and not place.exists():  # killed between the two renames
        old.rename(place)
    for leftover in (old, new):
        shutil.rmtree(leftover, ignore_errors=True)


def write_parquet(path: Path, table: pa.Table, n_rows_per_group: int = N_ROWS_PER_GROUP) -> None:
    """Write one Parquet file with page checksums, synced to disk."""
    with path.open("wb") as file:
        pq.write_table(table, file, n_rows_per_group, compression="zstd", write_page_checksum=True)
        file.flush()
        os.fsync(file.fileno())


def write_text(path: Path, text: str) -> None:
    """Replace a small text file whole or not at all, however many write it at once: the last one's text stands."""
    temporary = path.with_name(f"{path.name}.{secrets.token_hex(8)}.new")
    try:
        with temporary.open("x", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    sync_folder(path.parent)


def hash_of_file(path: Path) -> str:
    """SHA-256 of a file's bytes, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(READ_CHUNK_BYTES):
            digest.update(piece)
    return digest.hexdigest()


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can."""
    if os.name != "posix":  # only POSIX opens folders
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _beside(place: Path, ending: str) -> Path:
    return place.with_name(f"{place.name}.{ending}")


def _swap(folder: Path, place: Path) -> None:
    old = _beside(place, "old")
    if place.exists():  # a rename onto a folder that is not empty fails
        place.rename(old)
    folder.rename(place)
    sync_folder(place.parent)
    shutil.rmtree(old, ignore_errors=True)
