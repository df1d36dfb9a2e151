"""What browsers save beside a page ("Save page as", complete): a folder named after it, with its parts."""

from collections.abc import Collection, Sequence
from typing import Final

_PAGES: Final = (".html", ".htm", ".xhtml", ".shtml")
# How browsers and office programs name the folder, by the language they speak.
_FOLDERS: Final = (
    "_files", ".files", "-files", "_dateien", "-dateien", "_fichiers", "_archivos", "_arquivos", "_ficheiros", "_file",
    "_bestanden", "-filer", "_filer", "_pliki", "_soubory", "_dosyalar", "_файлы", ".файлы",
)  # fmt: skip


def page_beside(folder: str, names: Collection[str]) -> str | None:
    """Return which of the `names` beside a folder is the page that it holds the parts of; None when none is.

    >>> page_beside("Ferry strike_files", ["Ferry strike.html", "list.csv"])
    'Ferry strike.html'
    >>> page_beside("court_files", ["list.csv"]) is None
    True
    """
    stem = _stem(folder)
    return next((name for name in names if stem and name.casefold() in {f"{stem}{p}".casefold() for p in _PAGES}), None)


def _stem(folder: str) -> str:
    """A folder's name without the ending that browsers give it; "" for any other folder."""
    return next((folder[: -len(end)] for end in _FOLDERS if folder.casefold().endswith(end)), "")


def page_of_part(parts: Sequence[str], paths: Collection[str]) -> str | None:
    """Return the page that a file of an archive is a part of, by the parts of its path; None when it is of none.

    `paths` are those of all files of the archive, folders parted by "/".
    """
    for depth, folder in enumerate(parts[:-1]):
        around = "/".join(parts[:depth])
        stem = _stem(folder)
        pages = [f"{around}/{stem}{ending}".lstrip("/") for ending in _PAGES] if stem else []
        if page := next((path for path in pages if path in paths), None):
            return page
    return None
