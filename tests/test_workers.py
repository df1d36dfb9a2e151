"""A worker that hangs, dies or eats memory costs its task and nothing else."""

import os
import signal
import sys

import pytest

from newscorpus.errors import BuildFailed
from newscorpus.workers import Stopped, Task, open_workers

N_LIMIT_SECONDS = 20


def prepared():
    os.environ["PREPARED"] = "yes"


def cannot_start():
    raise ImportError("a library is missing")


def double(number):
    return 2 * number


def was_prepared():
    return os.environ.get("PREPARED")


def eat_memory():
    return len(bytearray(8 << 30))


def hang():
    while True:
        pass


def die():
    os.kill(os.getpid(), signal.SIGKILL)


def leave():
    raise SystemExit(3)


def run(*tasks, n_jobs=1):
    with open_workers(n_jobs, prepare=prepared) as workers:
        return list(workers.run(tasks))


def test_answers_come_in_the_order_of_the_tasks():
    tasks = [Task(double, (n,), N_LIMIT_SECONDS) for n in range(30)]

    assert run(*tasks, n_jobs=2) == [2 * n for n in range(30)]


def test_a_worker_is_prepared_before_its_first_task():
    assert run(Task(was_prepared, (), N_LIMIT_SECONDS)) == ["yes"]


@pytest.mark.parametrize(
    ("function", "seconds", "reason"),
    [
        (hang, 1, "time_limit"),
        (die, N_LIMIT_SECONDS, "reader_stopped"),
        (leave, N_LIMIT_SECONDS, "reader_stopped"),
        pytest.param(
            eat_memory,
            N_LIMIT_SECONDS,
            "memory_limit",
            marks=pytest.mark.xfail(sys.platform != "linux", reason="only Linux bounds address space", strict=False),
        ),
    ],
)
def test_a_task_that_goes_wrong_is_named_and_the_next_one_goes_on(function, seconds, reason):
    before, wrong, after = run(
        Task(double, (1,), N_LIMIT_SECONDS), Task(function, (), seconds), Task(double, (2,), N_LIMIT_SECONDS)
    )

    assert (before, after) == (2, 4)
    assert isinstance(wrong, Stopped)
    assert wrong.reason == reason


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_workers_that_cannot_be_started_are_an_error_in_words():
    with (
        pytest.raises(BuildFailed, match="No worker could be started"),
        open_workers(1, prepare=cannot_start) as workers,
    ):
        list(workers.run([Task(double, (1,), N_LIMIT_SECONDS)]))
