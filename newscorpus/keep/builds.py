"""Builds that the page starts: each a process of its own, one at a time on a server, not lost when that restarts."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from filelock import FileLock, Timeout

from newscorpus.errors import StoreDamaged
from newscorpus.keep.corpus import Corpus, own_store
from newscorpus.keep.decisions import write_choices
from newscorpus.steps.code_key import build_code
from newscorpus.store.read import peek

ENGINE: Final = Path(__file__).resolve().parents[2]
QUEUE: Final = "builds.lock"  # beside the corpora: whoever holds it builds, the others wait their turn
STARTING: Final = "starting.lock"  # in the folder of a corpus: held while a build of it is started
N_LOG_BYTES: Final = 4_000  # the end of the log holds the last line of progress

_processes: Final[dict[Path, subprocess.Popen[bytes]]] = {}
"""Builds this server started, by the folder of their corpus; a dead one tells its exit code."""


@dataclass(frozen=True, slots=True)
class BuildState:
    """How a build stands. `words`: its last line of progress, or of what went wrong."""

    state: Literal["none", "running", "done", "failed"]
    words: str = ""


def is_ready(corpus: Corpus) -> bool:
    """Whether a store stands that this code made of the corpus; one that was opened as it is, is taken as it is.

    What this server has built once is ready, also when the code on disk has changed since it was started.
    """
    process = _processes.get(corpus.folder)
    if not corpus.is_built or not corpus.inputs or (process is not None and process.poll() == 0):
        return corpus.is_built
    try:
        return peek(corpus.store).made_by == build_code()
    except StoreDamaged:
        return False


def start_build(corpus: Corpus, n_jobs: int | None = None) -> None:
    """Start building `corpus` unless a build of it runs already. Returns at once; ask `build_state`.

    However many readers ask at once, one build starts.
    """
    corpus.folder.mkdir(parents=True, exist_ok=True)
    with FileLock(corpus.folder / STARTING):
        if build_state(corpus).state != "running":
            _start(corpus, n_jobs)


def _start(corpus: Corpus, n_jobs: int | None) -> None:
    command = [sys.executable, "-m", "newscorpus", "build", "--into", str(own_store(corpus))]
    command += ["--queue", str(corpus.folder.parent / QUEUE), "--choices", str(write_choices(corpus))]
    command += ["--jobs", str(n_jobs)] if n_jobs else []
    command += ["--", *map(str, corpus.inputs)]
    with _log(corpus).open("wb") as log:
        _processes[corpus.folder] = subprocess.Popen(
            command, cwd=ENGINE, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=os.environ | {"PYTHONUTF8": "1"}
        )


def build_state(corpus: Corpus) -> BuildState:
    """How the last build of `corpus` stands, also after the server was started anew."""
    process = _processes.get(corpus.folder)
    words = _last_line(_log(corpus))
    if process is not None:
        code = process.poll()
        state: Literal["running", "done", "failed"] = "running" if code is None else "failed" if code else "done"
        return BuildState(state, words)
    if not _log(corpus).is_file():
        return BuildState("none")
    if _is_held(own_store(corpus)):
        return BuildState("running", words)
    return BuildState("done" if corpus.is_built else "failed", words)


def _is_held(store: Path) -> bool:
    """Whether a process that an earlier server started is still writing `store`."""
    try:
        with FileLock(store.with_name(f"{store.name}.lock"), timeout=0):
            return False
    except Timeout:
        return True


def _log(corpus: Corpus) -> Path:
    return corpus.folder / "build.log"


def _last_line(log: Path) -> str:
    if not log.is_file():
        return ""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - N_LOG_BYTES))
        lines = file.read().decode("utf-8", "replace").splitlines()
    return next((line for line in reversed(lines) if line.strip()), "")
