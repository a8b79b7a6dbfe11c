"""Work that is asked for again and again and needs doing once: one waiting task at a time, and no trail of old ones."""

from __future__ import annotations

from careercoach_desktop.foundation.storage.database import Database, UnitOfWork
from careercoach_desktop.foundation.tasks.lanes import Priority
from careercoach_desktop.foundation.tasks.model import Task, TaskState
from careercoach_desktop.foundation.tasks.queue import TaskQueue

_LOOKED_AT = 60


class StandingTask:
    """The one task of a kind, called ``title`` in lists."""

    def __init__(self, database: Database, queue: TaskQueue, kind: str, title: str) -> None:
        self._db = database
        self._queue = queue
        self._kind = kind
        self._title = title

    def ask(self, *, waited_for: bool = False) -> int:
        """Its number: of the one that waits to begin, or of a new one. Joins the caller's transaction."""
        with self._db.write() as unit:
            waiting = self._waiting()
            if waiting is not None and not waited_for:
                return waiting.id
            if waiting is not None:
                self._queue.cancel(waiting.id)
            return self._new(unit, waited_for=waited_for)

    def last(self) -> Task | None:
        """The latest that is over, however it ended."""
        return next((task for task in self._latest() if task.state.is_over), None)

    def running(self) -> bool:
        """Whether one works, or will by itself."""
        return any(task.kind == self._kind and not task.state.is_over for task in self._queue.active())

    def _new(self, unit: UnitOfWork, *, waited_for: bool) -> int:
        for task in self._latest():
            if task.state.is_over:
                self._queue.dismiss(task.id)
        priority = Priority.WAITED_FOR if waited_for else Priority.BACKGROUND
        return self._queue.enqueue(unit, self._kind, self._title, {}, priority=priority)

    def _waiting(self) -> Task | None:
        states = (TaskState.QUEUED, TaskState.RETRYING)
        return next((task for task in self._queue.active() if task.kind == self._kind and task.state in states), None)

    def _latest(self) -> list[Task]:
        return [task for task in self._queue.latest(_LOOKED_AT) if task.kind == self._kind]
