"""Tar archives, read entry by entry; links and devices are named and not followed."""

import io
import tarfile
from collections.abc import Iterator
from typing import Final

from newscorpus.load.content import Content
from newscorpus.load.packed.archives import label_of
from newscorpus.load.packed.budget import Budget, Member
from newscorpus.load.printable import DistinctNames
from newscorpus.load.setting_aside import SetAside
from newscorpus.load.system_files import is_system_file
from newscorpus.values import Rejected

_DAMAGE: Final = (tarfile.TarError, OSError, EOFError, ValueError, OverflowError, RecursionError)


def unpack(content: Content, layout: str, budget: Budget) -> Iterator[Member | Rejected]:
    """Yield the files of a tar archive, or why one could not be read; what stands before a damaged place is read."""
    names = DistinctNames()
    n_entries = 0
    try:
        with tarfile.open(fileobj=io.BytesIO(content.data), mode="r:") as archive:
            for entry in archive:
                n_entries += 1
                budget.count_entries(1)
                if not entry.isdir():
                    yield _member(archive, entry, names.take(f"{content.name}/{label_of(entry.name)}"), budget)
    except _DAMAGE:
        yield Rejected(content.name, n_entries, layout, "damaged", "It breaks off. What stands before was read.")


def _member(archive: tarfile.TarFile, entry: tarfile.TarInfo, label: str, budget: Budget) -> Member | Rejected:
    if is_system_file(entry.name.replace("\\", "/").split("/")):
        return Rejected(label, 0, "unknown", "system_file")
    stream = archive.extractfile(entry) if entry.isreg() else None
    if stream is None:
        return Rejected(label, 0, "unknown", "not_a_file", "It is a link or a device.")
    try:
        return Member(label, budget.unpack(stream, entry.size))
    except SetAside as fault:
        return Rejected(label, 0, "unknown", fault.reason, fault.detail)
