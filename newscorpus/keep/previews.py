"""The first rows of a kept table, read in a process of its own, for a reader to say which column is which."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newscorpus.errors import NothingToRead
from newscorpus.keep.builds import ENGINE
from newscorpus.keep.corpus import Corpus

LIMIT_SECONDS: Final = 20


@dataclass(frozen=True, slots=True)
class Preview:
    """Headings, the first rows as text, and the roles that were recognised (role -> heading)."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    recognised: dict[str, str]


def preview(corpus: Corpus, file: str) -> Preview:
    """The first rows of `file`, named as in the receipts. Raises NothingToRead when it cannot be looked into."""
    place = next((found for found in (_place(given, file) for given in corpus.inputs) if found), None)
    if place is None:
        raise NothingToRead(
            f"{file}: it lies in an archive or a workbook. Add the file or the sheet by itself to name its columns."
        )
    command = [sys.executable, "-m", "newscorpus", "preview", "--", str(place)]
    try:
        done = subprocess.run(command, cwd=ENGINE, capture_output=True, timeout=LIMIT_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise NothingToRead(f"{file}: looking into it took too long.") from error
    if done.returncode:
        raise NothingToRead(done.stderr.decode("utf-8", "replace").strip() or f"{file}: it could not be looked into.")
    shown = json.loads(done.stdout)
    return Preview(tuple(shown["headings"]), tuple(map(tuple, shown["rows"])), dict(shown["recognised"]))


def _place(given: Path, file: str) -> Path | None:
    """Where `file` lies under an input of the corpus; None when it is not a file there or would lead out of it."""
    if given.is_file():
        return given if given.name == file else None
    place = (given / file).resolve()
    return place if place.is_file() and place.is_relative_to(given.resolve()) else None
