"""Work that a hostile file could wreck is done in worker processes, bounded in number, time and memory.

A worker answers with a small plain value and leaves tables on disk; it never hands back objects. A worker that dies,
hangs or runs out of memory is a normal answer (`Stopped`), and the next task goes on. `on_machines` hands the same
tasks to a Dask cluster whose workers see the same folders.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Final, Protocol

from newscorpus.errors import BuildFailed

MEMORY_LIMIT_BYTES: Final = 3 << 29  # 1.5 GB of address space: the model needs 0.7, the largest page measured 1.2
FILE_LIMIT_BYTES: Final = 1 << 30  # a worker writes one Parquet part at a time
OPEN_FILES_LIMIT: Final = 256
NICENESS: Final = 10  # readers of the page come first
N_TASKS_PER_WORKER: Final = 200  # then a fresh process, so that what one file left behind does not last
N_TASKS_AHEAD: Final = 4  # tasks queued for each worker; more would only fill memory


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of work: a function importable by name, its plain arguments, and how long it may take."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    limit_seconds: float


@dataclass(frozen=True, slots=True)
class Stopped:
    """A task that gave no answer. `reason` is time_limit, memory_limit or reader_stopped (keys of errors.REASONS)."""

    reason: str
    detail: str


class Workers(Protocol):
    """Whoever does the tasks. Answers come in the order of the tasks."""

    def run(self, tasks: Iterable[Task]) -> Iterator[Any]:
        """Yield the answer of each task, or Stopped."""


class Pool(Protocol):
    """A way to open workers: processes or machines that live as long as the block they are opened for."""

    def __call__(self, *, prepare: Callable[[], object]) -> AbstractContextManager[Workers]:
        """Open them; `prepare` is as in `open_workers`."""


def open_workers(
    n_jobs: int, scheduler: str | None = None, *, prepare: Callable[[], object]
) -> AbstractContextManager[Workers]:
    """Processes on this machine, or the Dask cluster at address `scheduler`.

    `prepare` (importable by name) loads what the tasks need before a process is given its first one, so that starting
    on a slow machine does not eat the time of a task.
    """
    return on_machines(scheduler) if scheduler else on_this_machine(n_jobs, prepare)


def default_jobs() -> int:
    """Processors less one for the page, at least one."""
    return max(1, (os.cpu_count() or 2) - 1)


@contextmanager
def on_this_machine(n_jobs: int, prepare: Callable[[], object]) -> Iterator[Workers]:
    """A pool of `n_jobs` limited processes that end with the block."""
    from pebble import ProcessPool

    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    pool = ProcessPool(
        max_workers=n_jobs,
        max_tasks=N_TASKS_PER_WORKER,
        context=get_context("spawn"),
        initializer=_start,
        initargs=[prepare],
    )
    try:
        yield _Pool(pool, n_jobs * N_TASKS_AHEAD)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


@dataclass(frozen=True)
class _Pool:
    pool: Any
    n_ahead: int

    def run(self, tasks: Iterable[Task]) -> Iterator[Any]:
        waiting: deque[Future[Any]] = deque()
        try:
            for task in tasks:
                work = (task.function, task.arguments)
                waiting.append(self.pool.schedule(_guarded, work, timeout=task.limit_seconds))
                if len(waiting) >= self.n_ahead:
                    yield _answer(waiting.popleft())
            while waiting:
                yield _answer(waiting.popleft())
        except BrokenProcessPool as error:
            raise BuildFailed(
                "No worker could be started: a library is missing or there is too little memory. "
                "Install the requirements again, or run on a machine with 1 GB free."
            ) from error


@contextmanager
def on_machines(address: str) -> Iterator[Workers]:
    """The Dask cluster at `address`. It must be one's own: its machines exchange pickles and share the folders."""
    from distributed import Client

    with Client(address) as client:
        yield _Cluster(client)


@dataclass(frozen=True)
class _Cluster:
    client: Any

    def run(self, tasks: Iterable[Task]) -> Iterator[Any]:
        waiting: deque[Any] = deque()
        n_ahead = N_TASKS_AHEAD * max(1, sum(self.client.nthreads().values()))
        for task in tasks:
            waiting.append(self.client.submit(_guarded, task.function, task.arguments, pure=False, retries=1))
            if len(waiting) >= n_ahead:
                yield _answer(waiting.popleft())
        while waiting:
            yield _answer(waiting.popleft())


def _guarded(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401  (whatever the task gives)
    """Run a task; what it raises comes back as a plain value, because libraries in C raise things nobody foresees."""
    try:
        return function(*arguments)
    except MemoryError:
        return Stopped("memory_limit", "")
    except BaseException as error:  # noqa: BLE001  (a reader written in Rust panics with a BaseException)
        return Stopped("reader_stopped", type(error).__name__)


def _answer(future: Any) -> Any:  # noqa: ANN401  (a future of either pool)
    from pebble import ProcessExpired

    try:
        return future.result()
    except TimeoutError:
        return Stopped("time_limit", "")
    except ProcessExpired as error:
        return Stopped("reader_stopped", f"the process ended with code {error.exitcode}")


def _start(prepare: Callable[[], object]) -> None:
    _set_limits()
    prepare()


def _set_limits() -> None:
    """Bound this worker before its first task. Where the system knows no such limits, the clock alone holds."""
    try:
        import resource
    except ImportError:  # Windows
        return
    os.nice(NICENESS)
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY_LIMIT_BYTES),
        (resource.RLIMIT_FSIZE, FILE_LIMIT_BYTES),
        (resource.RLIMIT_NOFILE, OPEN_FILES_LIMIT),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(limit)[1]
        wanted = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(limit, (wanted, hard))
        except (ValueError, OSError):  # macOS refuses some of them
            continue
