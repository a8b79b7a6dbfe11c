"""A command in a terminal runs its one task in front of the person and leaves everybody else's alone."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.model import Task, TaskState
from careercoach_desktop.foundation.tasks.queue import TaskContext, TaskKind, TaskQueue
from tests.support.tasks import TaskWatch, enqueue, kind

ROOT = Path(__file__).parents[3]

NEIGHBOUR = """
import sys, threading
from pathlib import Path
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskKind, TaskQueue

def run(context, payload):
    context.progress(0.25, "reading")
    print("RUNNING", flush=True)
    release.wait()
    return {"by": "the neighbour"}

if __name__ == "__main__":
    release = threading.Event()
    queue = TaskQueue(Database(Path(sys.argv[1])), ChildProcess())
    queue.register(TaskKind("read", run))
    queue.start()
    sys.stdin.readline()
    release.set()
    sys.stdin.readline()
    queue.stop()
"""


@contextmanager
def queue_without_workers(database: Database, *kinds: TaskKind) -> Iterator[TaskQueue]:
    child = ChildProcess()
    queue = TaskQueue(database, child, workers=0)
    for each in kinds:
        queue.register(each)
    try:
        yield queue
    finally:
        assert queue.stop()
        child.stop()


def test_the_task_runs_on_the_calling_thread_and_tells_how_far_it_is(database: Database) -> None:
    told: list[tuple[TaskState, float | None]] = []
    where: list[threading.Thread] = []

    def run(context: TaskContext, payload: dict[str, Any]) -> dict[str, object]:
        where.append(threading.current_thread())
        context.progress(0.5, "Halfway")
        return {"said": "hello"}

    with queue_without_workers(database, kind("shout", run)) as queue:
        done = queue.run_here(enqueue(database, queue, "shout"), lambda task: told.append((task.state, task.progress)))

    assert (done.state, done.result) == (TaskState.SUCCEEDED, {"said": "hello"})
    assert where == [threading.current_thread()]
    assert told == [
        (TaskState.QUEUED, None),
        (TaskState.RUNNING, None),
        (TaskState.RUNNING, 0.5),
        (TaskState.SUCCEEDED, 1.0),
    ]


def test_what_others_queued_stays_queued(database: Database) -> None:
    with queue_without_workers(database, kind("a", lambda context, payload: None)) as queue:
        theirs, ours = enqueue(database, queue, "a"), enqueue(database, queue, "a")
        queue.run_here(ours)
        other = queue.get(theirs)
    assert other is not None
    assert (other.state, other.attempts) == (TaskState.QUEUED, 0)


def test_a_hiccup_is_tried_again_before_the_person_hears_of_it(database: Database) -> None:
    attempts: list[int] = []

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        attempts.append(len(attempts))
        if len(attempts) == 1:
            raise UserError("The site is busy.", "Wait.", transient=True)

    with queue_without_workers(database, kind("fetch", run)) as queue:
        done = queue.run_here(enqueue(database, queue, "fetch"))
    assert (done.state, done.attempts) == (TaskState.SUCCEEDED, 2)


def test_a_failure_comes_back_as_what_to_tell(database: Database) -> None:
    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        raise UserError("The page is gone.", "Paste its text.")

    with queue_without_workers(database, kind("fetch", run)) as queue:
        done = queue.run_here(enqueue(database, queue, "fetch"))
    assert (done.state, done.error, done.next_step) == (TaskState.FAILED, "The page is gone.", "Paste its text.")


def test_it_can_be_cancelled_while_it_runs(database: Database) -> None:
    begun = threading.Event()

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        begun.set()
        while True:
            context.check_cancelled()
            threading.Event().wait(0.01)

    with queue_without_workers(database, kind("endless", run)) as queue, ThreadPoolExecutor(1) as thread:
        task_id = enqueue(database, queue, "endless")
        ending = thread.submit(queue.run_here, task_id)
        assert begun.wait(20)
        queue.cancel(task_id)
        assert ending.result(20).state is TaskState.CANCELLED


def test_stopping_puts_it_back_for_the_next_start(database: Database) -> None:
    begun = threading.Event()

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        begun.set()
        while True:
            context.check_cancelled()
            threading.Event().wait(0.01)

    with ThreadPoolExecutor(1) as thread:
        with queue_without_workers(database, kind("endless", run)) as queue:
            ending = thread.submit(queue.run_here, enqueue(database, queue, "endless"))
            assert begun.wait(20)
        assert ending.result(20).state is TaskState.QUEUED


def test_a_queue_with_workers_and_a_task_that_is_not_there_are_refused(database: Database) -> None:
    with queue_without_workers(database) as queue, pytest.raises(KeyError):
        queue.run_here(404)
    with pytest.raises(RuntimeError):
        TaskQueue(database, ChildProcess()).run_here(1)


def test_what_the_window_has_already_is_waited_for(database: Database) -> None:
    """The end, and the way there, come from the other process's row."""

    def never(context: TaskContext, payload: dict[str, Any]) -> None:
        raise AssertionError("the neighbour runs it")

    told: list[Task] = []
    with queue_without_workers(database, kind("read", never)) as queue:
        watch = TaskWatch(database)
        task_id = enqueue(database, queue, "read")
        command = [sys.executable, "-c", NEIGHBOUR, str(database.path)]
        with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as neighbour:
            assert neighbour.stdin is not None
            assert neighbour.stdout is not None
            assert neighbour.stdout.readline() == "RUNNING\n"
            with ThreadPoolExecutor(1) as thread:
                seen = threading.Event()

                def tell(task: Task) -> None:
                    told.append(task)
                    seen.set()

                ending = thread.submit(queue.run_here, task_id, tell)
                assert seen.wait(20)
                neighbour.stdin.write("\n")
                neighbour.stdin.flush()
                done = ending.result(20)
            neighbour.stdin.write("\n")
            neighbour.stdin.close()
    assert (done.state, done.result) == (TaskState.SUCCEEDED, {"by": "the neighbour"})
    assert (told[0].state, told[0].progress, told[0].note) == (TaskState.RUNNING, 0.25, "reading")
    assert [task.state for task in watch.of(task_id)] == [TaskState.QUEUED], "nothing of it happened here"
