"""One task in front of the person: a command in a terminal asked for it and waits until it is over.

The row decides who runs it. Usually this process does; when the window beside us was quicker, its end is waited for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged
from careercoach_desktop.foundation.tasks.runner import Runner
from careercoach_desktop.foundation.tasks.store import TaskStore

LOOK = timedelta(seconds=0.25)
"""How often a task that another process runs, or that waits for its next try, is looked at."""

Tell = Callable[[Task], None]


class Foreground:
    """``tell`` hears every state the task is seen in, on the thread that saw it."""

    def __init__(self, database: Database, runner: Runner, task_id: int, tell: Tell) -> None:
        self._database = database
        self._runner = runner
        self._task_id = task_id
        self._tell = tell
        self._told: Task | None = None
        self._changed = threading.Event()

    def finish(self, stopped: threading.Event) -> Task:
        """Run it here or wait for its end elsewhere; as it stands when it is over, or when ``stopped`` is set.

        Raises KeyError when there is no such task (any more) and for a kind nobody here knows how to run.
        """
        stop_listening = self._database.bus.after(TaskChanged, self._hear)
        try:
            while True:
                task = self._look()
                if task.state.is_over or stopped.is_set():
                    return task
                self._changed.clear()
                if not self._runner.run_this(self._task_id):
                    self._changed.wait(LOOK.total_seconds())
        finally:
            stop_listening()

    def _look(self) -> Task:
        with self._database.read() as session:
            task = TaskStore(session).get(self._task_id)
        if task is None or task.kind not in self._runner.kinds:
            raise KeyError(self._task_id)
        if task != self._told:
            self._told = task
            self._tell(task)
        return task

    def _hear(self, happened: TaskChanged) -> None:
        if happened.task.id == self._task_id:
            self._told = happened.task
            self._tell(happened.task)
            self._changed.set()
