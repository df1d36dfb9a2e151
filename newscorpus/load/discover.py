"""Paths that a reader names -> the files to be read, in an order that does not depend on the machine."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newscorpus.load.printable import DistinctNames, one_line, shown_path
from newscorpus.load.saved_pages import page_beside
from newscorpus.load.system_files import is_system_file
from newscorpus.values import Rejected

LAYOUT_UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FoundFile:
    """An ordinary file. `name` is its path relative to the folder that was named, fit to be shown; as in receipts."""

    path: Path
    name: str
    n_bytes: int


def discover(paths: Sequence[Path]) -> Iterator[FoundFile | Rejected]:
    """Yield every file at `paths` and in the folders among them, sorted within each; no link, pipe or device is opened.

    What is no ordinary file, or a helper file, comes as Rejected. No two items have the same name: where files of
    two named folders would, the later is numbered.
    """
    names = DistinctNames()
    for path in paths:
        for item in _walk(path, Path(path.name)):
            if isinstance(item, FoundFile):
                yield replace(item, name=names.take(item.name))
            else:
                yield replace(item, file=names.take(item.file))


def _walk(path: Path, named: Path) -> Iterator[FoundFile | Rejected]:
    waiting: list[tuple[Path, Path, str | None]] = [(path, named, None)]
    while waiting:
        place, relative, page = waiting.pop()
        name = shown_path(relative)
        try:
            about = place.lstat()
            if stat.S_ISDIR(about.st_mode):
                inside = sorted(place.iterdir(), key=os.fsencode, reverse=True)
                prefix = Path() if place == path else relative
                names = [child.name for child in inside]
                for child in inside:
                    page_of_child = page or (page_beside(child.name, names) if child.is_dir() else None)
                    waiting.append((child, prefix / child.name, page_of_child))
                continue
        except (OSError, ValueError) as error:
            yield Rejected(name, 0, LAYOUT_UNKNOWN, "unreadable", getattr(error, "strerror", None))
            continue
        if page:
            yield Rejected(name, 0, LAYOUT_UNKNOWN, "page_part", f"It was saved with {one_line(page)}.")
        else:
            yield _file(place, relative, about)


def _file(path: Path, relative: Path, about: os.stat_result) -> FoundFile | Rejected:
    name = shown_path(relative)
    if is_system_file(relative.parts or (path.name,)):
        return Rejected(name, 0, LAYOUT_UNKNOWN, "system_file")
    if not stat.S_ISREG(about.st_mode):
        return Rejected(name, 0, LAYOUT_UNKNOWN, "not_a_file")
    return FoundFile(path, name, about.st_size)
