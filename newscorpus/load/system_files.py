"""Files that operating systems and office programs leave beside articles."""

from collections.abc import Sequence
from typing import Final

_NAMES: Final = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_FOLDERS: Final = frozenset({"__macosx"})
_LOCKS: Final = ("~$", "._")  # Word's lock file, macOS's second half of a file
_LIBRE_OFFICE_LOCK: Final = (".~lock.", "#")


def is_system_file(parts: Sequence[str]) -> bool:
    """Whether the last of the parts of a path names a helper file, or one before it a helper folder.

    >>> is_system_file(["texts", "~$report.docx"]), is_system_file(["texts", "report.txt"])
    (True, False)
    """
    *folders, name = (part.casefold() for part in parts)
    start, end = _LIBRE_OFFICE_LOCK
    return (
        name in _NAMES
        or name.startswith(_LOCKS)
        or (name.startswith(start) and name.endswith(end))
        or any(folder in _FOLDERS for folder in folders)
    )
