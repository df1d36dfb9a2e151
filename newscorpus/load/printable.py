"""Names and cells from strangers' files, made fit to be shown on one line."""

import os
import unicodedata
from collections.abc import Iterable
from pathlib import PurePath, PurePosixPath
from typing import Final

from newscorpus.load.limits import MAX_DETAIL_CHARACTERS, MAX_NAME_CHARACTERS

# Control, formatting (direction marks, zero width) and surrogate characters; line and paragraph separators.
_UNSHOWN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def one_line(text: str, limit: int = MAX_DETAIL_CHARACTERS) -> str:
    """Return `text` on one line, without invisible characters, cut to `limit` characters.

    >>> one_line("a\\x1b[31m\\u202e b\\nc")
    'a[31m b c'
    """
    cut = text[: 4 * limit]  # looked at in bounded time, with room for what is taken out
    spaced = " ".join(cut.split())
    shown = "".join(c for c in spaced if unicodedata.category(c) not in _UNSHOWN)
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def shown_parts(parts: Iterable[str]) -> str:
    """Return the parts of a path as a label: "/" between them, none of them a way out of a folder; "file" for nothing.

    >>> shown_parts(["..", "reports", "a\\x00b.txt"])
    'reports/ab.txt'
    """
    shown = [one_line(part, MAX_NAME_CHARACTERS) for part in parts if part not in ("", ".", "..")]
    return "/".join(part for part in shown if part) or "file"


def shown_path(path: PurePath) -> str:
    """Return a path on disk as a label; bytes of its name that are not UTF-8 become U+FFFD."""
    return shown_parts(os.fsencode(part).decode("utf-8", "replace") for part in path.parts if part != path.anchor)


class DistinctNames:
    """Gives each label once, for receipts are keyed by it."""

    def __init__(self) -> None:
        self._n_taken: dict[str, int] = {}

    def take(self, name: str) -> str:
        """Return `name`, numbered where it was taken before: "a.txt", then "a (2).txt"."""
        taken = name
        while taken in self._n_taken:
            self._n_taken[name] += 1
            path = PurePosixPath(name)
            taken = str(path.with_name(f"{path.stem} ({self._n_taken[name]}){path.suffix}"))
        self._n_taken[taken] = 1
        return taken
