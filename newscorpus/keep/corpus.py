"""A corpus as the page knows it: where its articles come from, where its store stands, where decisions are kept.

    ROOT/TOKEN/uploads/SHA256    the bytes of an upload, written before it is acknowledged
    ROOT/TOKEN/files/NAME        the same file under a name that is safe on disk
    ROOT/TOKEN/corpus.json       the corpus it was made from, if any
    ROOT/TOKEN/decisions.json    corrections, column choices, copies let back in
    ROOT/TOKEN/store             its store, once it is built

The token is the only key to a private corpus. It is random, never listed and never logged.
"""

import hashlib
import json
import os
import re
import secrets
import shutil
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Final

from newscorpus.errors import CorpusFull, CorpusUnknown
from newscorpus.store.read import is_store
from newscorpus.store.write import sync_folder, write_text

N_TOKEN_BYTES: Final = 24  # 192 random bits: nobody guesses one
TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{32}")
CORPUS_LIMIT_BYTES: Final = 500_000_000  # of uploads in one corpus; about 150,000 articles as text
FREE_BYTES_TO_LEAVE: Final = 200_000_000  # on the disk, so that the stores of others can still be written
N_NAME_CHARACTERS: Final = 120
WINDOWS_DEVICES: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus that can be opened. `token` is None for one that everybody on this server sees.

    `folder` holds its state, `inputs` are its files and folders (empty for a store that was opened as it is), and
    `store` is where its store stands or will stand.
    """

    folder: Path
    inputs: tuple[Path, ...]
    store: Path
    token: str | None = None

    @property
    def is_private(self) -> bool:
        """Whether only the holder of the token sees it, and so may correct it."""
        return self.token is not None

    @property
    def is_built(self) -> bool:
        """Whether a finished store stands in its place."""
        return is_store(self.store)


def shared_corpus(path: Path, built: Path) -> Corpus:
    """The corpus of a folder of articles or of a store at `path`; what is made of it is kept below `built`."""
    path = path.absolute()
    if is_store(path):
        return Corpus(path, (), path)
    folder = built / f"{_safe_part(path.name)}-{hashlib.sha256(os.fsencode(path)).hexdigest()[:12]}"
    return Corpus(folder, (path,), folder / "store")


def new_corpus(root: Path, base: Corpus | None = None) -> Corpus:
    """Make a private corpus below `root`: empty, or one that begins as `base` and can be corrected by its reader."""
    token = secrets.token_urlsafe(N_TOKEN_BYTES)
    folder = root / token
    (folder / "uploads").mkdir(parents=True, mode=0o700)
    (folder / "files").mkdir()
    made_from = {"inputs": [str(path) for path in base.inputs], "store": str(base.store)} if base else {}
    write_text(folder / "corpus.json", json.dumps(made_from))
    return private_corpus(root, token)


def private_corpus(root: Path, token: str) -> Corpus:
    """The private corpus under `token`. Raises CorpusUnknown without saying which tokens there are."""
    folder = root / token
    if not TOKEN.fullmatch(token) or not (folder / "corpus.json").is_file():
        raise CorpusUnknown("There is no corpus at this address. Check the link, or drop the files again.")
    made_from = json.loads((folder / "corpus.json").read_text("utf-8"))
    own_store, base_store = folder / "store", made_from.get("store")
    inputs = tuple(Path(path) for path in made_from.get("inputs", ()))
    if any((folder / "files").iterdir()):
        inputs += (folder / "files",)
    store = Path(base_store) if base_store and not is_store(own_store) else own_store
    return Corpus(folder, inputs, store, token)


def own_store(corpus: Corpus) -> Path:
    """Where a build of `corpus` goes: never into the store of the corpus it was made from."""
    return corpus.folder / "store"


def add_file(corpus: Corpus, name: str, data: bytes) -> Path:
    """Keep an upload: its bytes under their hash, synced, then under a safe form of `name`. Returns that path.

    The same bytes under the same name are kept once. Raises CorpusFull when the corpus or the disk has no room.
    """
    uploads, files = corpus.folder / "uploads", corpus.folder / "files"
    kept_bytes = sum(upload.stat().st_size for upload in uploads.iterdir())
    if kept_bytes + len(data) > CORPUS_LIMIT_BYTES:
        limit = CORPUS_LIMIT_BYTES // 1_000_000
        raise CorpusFull(f"{name}: with it the corpus would be larger than {limit} MB. Start another corpus with it.")
    if shutil.disk_usage(corpus.folder).free - len(data) < FREE_BYTES_TO_LEAVE:
        raise CorpusFull(
            f"{name}: there is no room on this server's disk now. Try again later, or run Parallax yourself."
        )
    upload = uploads / hashlib.sha256(data).hexdigest()
    if not upload.exists():
        _write_synced(upload, data)
    return _link(upload, files, safe_name(name))


def safe_name(name: str) -> PurePosixPath:
    """A relative path that keeps what a reader recognises of `name` and can lead nowhere else.

    >>> str(safe_name("../../etc/passwd"))
    'etc/passwd'
    >>> str(safe_name("The Courier\\\\a<b>.txt"))
    'The Courier/a_b_.txt'
    >>> str(safe_name("..."))
    'unnamed'
    """
    parts = [_safe_part(part) for part in re.split(r"[/\\]", name) if part.strip(". ")]
    return PurePosixPath(*parts[-4:]) if parts else PurePosixPath("unnamed")


def _safe_part(part: str) -> str:
    shown = "".join(c for c in unicodedata.normalize("NFC", part) if not unicodedata.category(c).startswith("C"))
    shown = re.sub(r'[<>:"|?*]', "_", shown).strip(". ")
    stem, dot, ending = shown.rpartition(".")
    if dot and len(shown) > N_NAME_CHARACTERS:
        shown = stem[: N_NAME_CHARACTERS - len(ending) - 1] + dot + ending
    shown = shown[-N_NAME_CHARACTERS:]
    while len(shown.encode()) > 255:  # the limit of most file systems
        shown = shown[1:]
    return f"_{shown}" if not shown or WINDOWS_DEVICES.fullmatch(shown) else shown


def _write_synced(place: Path, data: bytes) -> None:
    temporary = place.with_suffix(".new")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(place)
    sync_folder(place.parent)


def _link(upload: Path, files: Path, name: PurePosixPath) -> Path:
    for candidate in _candidates(name):
        place = files / candidate
        if place.exists() and place.samefile(upload):
            return place
        if not place.exists() and not any((files / parent).is_file() for parent in candidate.parents):
            place.parent.mkdir(parents=True, exist_ok=True)
            os.link(upload, place)
            sync_folder(place.parent)
            return place
    raise AssertionError("there is always a next candidate")


def _candidates(name: PurePosixPath) -> Iterator[PurePosixPath]:
    """`name`, then the same with a number: on the file, and on its folder, for a file may bear the folder's name."""
    yield name
    for number in count(2):
        yield name.with_stem(f"{name.stem} ({number})")
        if len(name.parts) > 1:
            yield PurePosixPath(f"{name.parts[0]} ({number})", *name.parts[1:])
