"""Opening a store: the manifest is checked against every part before a figure is made from it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow.dataset as ds

from newscorpus.errors import StoreDamaged
from newscorpus.store.write import MANIFEST, hash_of_file
from newscorpus.tables.catalogue import TABLES

PARQUET: Final = ds.ParquetFileFormat(
    default_fragment_scan_options=ds.ParquetFragmentScanOptions(page_checksum_verification=True)
)


@dataclass(frozen=True, slots=True)
class Store:
    """An opened store: where it is, what it holds, what it was made from, and by which code."""

    path: Path
    fingerprint: str
    key: str
    made_by: str
    parts: dict[str, tuple[str, ...]]

    def dataset(self, table: str) -> ds.Dataset:
        """The Arrow dataset of a table; rows are read when they are asked for.

        Raises FileNotFoundError when the store was replaced since it was opened: open it again.
        """
        files = [str(self.path / part) for part in self.parts[table]]
        return ds.dataset(files, schema=TABLES[table].schema, format=PARQUET)


def is_store(path: Path) -> bool:
    """Whether a finished store stands at `path`; says nothing of its health."""
    return (path / MANIFEST).is_file()


def open_store(path: Path) -> Store:
    """Open the store at `path`, read-only, after checking every part.

    Raises StoreDamaged, naming the part, when a file is missing, was changed, or belongs to another version.
    """
    store = peek(path)
    manifest = json.loads((path / MANIFEST).read_text("utf-8"))["parts"]
    for part, digest in manifest.items():
        file = path / part
        if not file.is_file():
            raise StoreDamaged(f"{path}: the part {part} is missing. Build the corpus again from its files.")
        if hash_of_file(file) != digest:
            raise StoreDamaged(f"{path}: the part {part} is damaged. Build the corpus again from its files.")
    return store


def peek(path: Path) -> Store:
    """The store at `path` by its manifest alone, without reading the parts. Raises StoreDamaged without a good one."""
    try:
        manifest = json.loads((path / MANIFEST).read_text("utf-8"))
        fingerprint, key, parts = str(manifest["fingerprint"]), str(manifest["key"]), dict(manifest["parts"])
        made_by = str(manifest.get("made_by", ""))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreDamaged(f"{path}: there is no finished store here. Build the corpus again.") from error
    by_table = {name: tuple(sorted(p for p in parts if p.startswith(f"{name}/"))) for name in TABLES}
    lacking = [name for name, files in by_table.items() if not files]
    if lacking:
        raise StoreDamaged(
            f"{path}: it was written by another version and lacks {', '.join(lacking)}. Build the corpus again."
        )
    return Store(path.absolute(), fingerprint, key, made_by, by_table)
