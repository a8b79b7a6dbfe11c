"""Killed in the middle: what was committed is there, what was running is offered again, nobody else's work is taken."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from careercoach_desktop.foundation.storage.blobs import BlobStore
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.lanes import Lane
from careercoach_desktop.foundation.tasks.model import Task, TaskState
from careercoach_desktop.foundation.tasks.queue import TaskContext, TaskQueue
from tests.support.tasks import TaskWatch, enqueue, kind, running_queue

ROOT = Path(__file__).parents[3]

VICTIM = """
import sys, threading
from pathlib import Path
from careercoach_desktop.foundation.storage.blobs import BlobStore
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskKind, TaskQueue

def run(context, payload):
    with database.write() as unit:
        BlobStore(unit.session).put(payload["text"].encode(), "text/plain")
    print("RUNNING", context.task_id, flush=True)
    while True:
        context.progress(0.5, "underway")
        threading.Event().wait(0.05)

if __name__ == "__main__":
    database = Database(Path(sys.argv[1]))
    queue = TaskQueue(database, ChildProcess())
    queue.register(TaskKind("read", run))
    queue.start()
    with database.write() as unit:
        BlobStore(unit.session).put(b"the original", "text/plain")
        queue.enqueue(unit, "read", "Reading lena-marsh.pdf", {"text": "what was read"})
    sys.stdin.read()
"""


class Victim:
    """A process in the middle of a task."""

    def __init__(self, database: Database) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", VICTIM, str(database.path)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        word, number = self.process.stdout.readline().split()
        assert word == "RUNNING"
        self.task_id = int(number)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


def blobs(database: Database) -> set[bytes]:
    with database.read() as session:
        names = session.connection().exec_driver_sql("SELECT sha256 FROM blob").scalars().all()
        return {BlobStore(session).get(name) for name in names}


def finish(context: TaskContext, payload: dict[str, Any]) -> dict[str, object]:
    return {"read": payload["text"]}


def now(queue: TaskQueue, task_id: int) -> Task:
    task = queue.get(task_id)
    assert task is not None
    return task


@pytest.fixture
def killed(database: Database) -> int:
    """The id of a task whose process was killed while running it."""
    victim = Victim(database)
    victim.kill()
    return victim.task_id


def test_the_interrupted_task_is_offered_again_and_committed_rows_are_there(database: Database, killed: int) -> None:
    watch = TaskWatch(database)
    with running_queue(database, kind("read", finish)) as queue:
        told = watch.until(lambda task: task.interrupted)
        (task,) = queue.active()
        assert task == told
        assert (task.id, task.state, task.interrupted) == (killed, TaskState.FAILED, True)
        assert task.error == "Career Coach stopped unexpectedly while this was running."
        assert task.title == "Reading lena-marsh.pdf"
        assert blobs(database) == {b"the original", b"what was read"}
        queue.again(killed)
        done = watch.until_state(killed, TaskState.SUCCEEDED)
        assert (done.result, done.interrupted, done.error) == ({"read": "what was read"}, False, "")
    assert list(database.path.parent.glob("worker-*.lock")) == [], "the dead process's mark is cleared away"


def test_a_question_cut_off_is_never_asked_again_by_itself_and_holds_no_seat(database: Database, killed: int) -> None:
    watch, asked = TaskWatch(database), []

    def ask(context: TaskContext, payload: dict[str, Any]) -> None:
        asked.append(payload["text"])

    with running_queue(database, kind("read", ask, lane=Lane("far"), repeatable=False)) as queue:
        queue.seat(Lane("far"), lambda: 1)
        assert watch.until(lambda task: task.interrupted).id == killed
        with database.write() as unit:
            other = queue.enqueue(unit, "read", "Another", {"text": "another question"})
        watch.until_state(other, TaskState.SUCCEEDED)
        assert asked == ["another question"]
        assert now(queue, killed).interrupted, "it is offered, and waits for the person"


def test_an_offer_may_be_declined(database: Database, killed: int) -> None:
    watch = TaskWatch(database)
    with running_queue(database, kind("read", finish)) as queue:
        watch.until(lambda task: task.interrupted)
        queue.dismiss(killed)
        assert queue.active() == []
        assert now(queue, killed).state is TaskState.FAILED


def test_a_kind_that_may_simply_goes_on_by_itself(database: Database, killed: int) -> None:
    watch = TaskWatch(database)
    with running_queue(database, kind("read", finish, resume_after_crash=True)):
        done = watch.until_state(killed, TaskState.SUCCEEDED)
    assert done.attempts == 2


def test_what_kills_us_every_time_is_not_resumed_for_ever(database: Database, killed: int) -> None:
    with database.write() as unit:
        unit.session.connection().exec_driver_sql("UPDATE task SET attempts = 4")
    watch = TaskWatch(database)
    with running_queue(database, kind("read", finish, resume_after_crash=True)):
        assert watch.until(lambda task: task.interrupted).id == killed


def test_the_work_of_a_process_that_lives_is_left_alone(database: Database) -> None:
    victim = Victim(database)
    try:
        with running_queue(database, kind("read", finish, resume_after_crash=True)) as queue:
            queue._beat([])
            assert now(queue, victim.task_id).state is TaskState.RUNNING
    finally:
        victim.kill()


@pytest.fixture
def quick_housekeeper(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks around five times a second instead of every four seconds."""
    monkeypatch.setattr("careercoach_desktop.foundation.tasks.queue.BEAT", timedelta(seconds=0.2))


@pytest.mark.usefixtures("quick_housekeeper")
def test_a_death_is_noticed_while_we_run(database: Database) -> None:
    victim, watch = Victim(database), TaskWatch(database)
    with running_queue(database, kind("read", finish, resume_after_crash=True)):
        victim.kill()
        watch.until_state(victim.task_id, TaskState.SUCCEEDED, timeout=15)


@pytest.mark.usefixtures("quick_housekeeper")
def test_another_process_may_cancel_what_runs_here(database: Database) -> None:
    watch, other = TaskWatch(database), Database(database.path)

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        context.progress(None, "underway")
        while True:
            context.check_cancelled()
            threading.Event().wait(0.01)

    with running_queue(database, kind("a", run)) as queue:
        task_id = enqueue(database, queue, "a")
        watch.until(lambda task: task.note == "underway")
        with other.write() as unit:
            unit.session.connection().exec_driver_sql("UPDATE task SET cancelling = 1")
        watch.until_state(task_id, TaskState.CANCELLED, timeout=15)
    other.close()


def test_a_task_taken_away_while_we_were_asleep_is_not_written_by_us(database: Database) -> None:
    """A suspended laptop wakes up to find that another process has taken the task over."""
    watch, taken = TaskWatch(database), threading.Event()

    def run(context: TaskContext, payload: dict[str, Any]) -> dict[str, object]:
        context.progress(None, "underway")
        assert taken.wait(20)
        return {"by": "the sleeper"}

    with running_queue(database, kind("a", run), kind("marker", lambda context, payload: None)) as queue:
        task_id = enqueue(database, queue, "a")
        watch.until(lambda task: task.note == "underway")
        with database.write() as unit:
            unit.session.connection().exec_driver_sql("UPDATE task SET owner = 'another', progress = 0.7")
        taken.set()
    assert now(queue, task_id).state is TaskState.RUNNING
    assert now(queue, task_id).result is None


def test_an_outcome_that_cannot_be_written_is_written_later(database: Database) -> None:
    """A full disk must not turn finished work into work that seems to run for ever."""
    watch = TaskWatch(database)

    def run(context: TaskContext, payload: dict[str, Any]) -> dict[str, object]:
        with database.write() as unit:
            unit.session.connection().exec_driver_sql(
                "CREATE TRIGGER full BEFORE UPDATE ON task BEGIN SELECT RAISE(ABORT, 'no room'); END"
            )
        return {"done": True}

    with running_queue(database, kind("a", run)) as queue:
        task_id = enqueue(database, queue, "a")
        watch.until_state(task_id, TaskState.RUNNING)
        while not queue._runner._unsettled:
            threading.Event().wait(0.01)
        with database.write() as unit:
            unit.session.connection().exec_driver_sql("DROP TRIGGER full")
        queue._nudge()
        done = watch.until_state(task_id, TaskState.SUCCEEDED)
    assert done.result == {"done": True}


def test_starting_touches_no_file_on_the_calling_thread(database: Database, killed: int) -> None:
    """The window starts the queue from the Qt thread."""
    watch, queue = TaskWatch(database), TaskQueue(database, ChildProcess())
    queue.register(kind("read", finish))
    database.forbid_this_thread()
    queue.start()
    assert watch.until(lambda task: task.interrupted).id == killed
    assert queue.stop()
    database._forbidden.clear()
