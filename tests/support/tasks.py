"""Following the task queue in tests: wait for what it tells instead of sleeping, and move its clock by hand."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged, TaskState
from careercoach_desktop.foundation.tasks.queue import TaskKind, TaskQueue


class FakeClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


class TaskWatch:
    """Remembers every TaskChanged of a database's bus, in order."""

    def __init__(self, database: Database) -> None:
        self.seen: list[Task] = []
        self._changed = threading.Condition()
        database.bus.after(TaskChanged, self._note)

    def _note(self, happened: TaskChanged) -> None:
        with self._changed:
            self.seen.append(happened.task)
            self._changed.notify_all()

    def of(self, task_id: int) -> list[Task]:
        with self._changed:
            return [task for task in self.seen if task.id == task_id]

    def until(self, wanted: Callable[[Task], bool], timeout: float = 20.0) -> Task:
        """The first task as told for which ``wanted`` holds; fails after ``timeout`` seconds."""
        with self._changed:
            if not self._changed.wait_for(lambda: any(wanted(task) for task in self.seen), timeout):
                raise AssertionError(
                    f"never told; told were {[(task.id, task.state, task.note) for task in self.seen]}"
                )
            return next(task for task in self.seen if wanted(task))

    def until_state(self, task_id: int, state: TaskState, timeout: float = 20.0) -> Task:
        return self.until(lambda task: task.id == task_id and task.state is state, timeout)


def kind(name: str, run: Callable[..., Any], **options: Any) -> TaskKind:
    return TaskKind(name, run, **options)


def enqueue(database: Database, queue: TaskQueue, name: str, payload: dict[str, Any] | None = None) -> int:
    with database.write() as unit:
        return queue.enqueue(unit, name, f"Doing {name}", payload or {}, subject="resume:1")


@contextmanager
def running_queue(database: Database, *kinds: TaskKind, **options: Any) -> Iterator[TaskQueue]:
    """A started queue with its own child process; both are stopped at the end."""
    child = ChildProcess()
    queue = TaskQueue(database, child, **options)
    for each in kinds:
        queue.register(each)
    queue.start()
    try:
        yield queue
    finally:
        stopped = queue.stop()
        child.stop()
        assert stopped, "a worker thread did not end"
