"""What Claude is doing for the session that is shown: writing its questions, weighing answers, looking at the whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.foundation.tasks.model import Task, TaskChanged
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

QUESTIONS, EVALUATE, ANALYSE = "practice.questions", "practice.evaluate", "practice.analyse"
_ABOUT = {QUESTIONS: "session_id", EVALUATE: "answer_id", ANALYSE: "session_id"}

About = tuple[str, int]
"""A kind of task and the session or answer it is about."""


class ClaudeTasks(QObject):
    """``changed`` brings the kind of a task that began, went on or ended."""

    changed = Signal(str)

    def __init__(self, desk: Desk, queue: TaskQueue, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._queue, self._owner = desk, queue, owner
        self._newest: dict[About, Task] = {}
        self._told = 0
        desk.on(TaskChanged, self._on_task, owner=owner)

    def of(self, kind: str, record: int | None) -> Task | None:
        """The newest of this kind about this session or answer, whatever became of it."""
        return None if record is None else self._newest.get((kind, record))

    def is_on(self, kind: str, record: int | None) -> bool:
        task = self.of(kind, record)
        return task is not None and not task.state.is_over

    async def look(self) -> None:
        """What goes on now, and what lately ended."""
        told = self._told
        tasks = await self._desk.run(self._queue.latest)
        if told == self._told:
            self._take(tasks)

    def stop(self, kind: str, record: int | None) -> None:
        task = self.of(kind, record)
        if task is not None and not task.state.is_over:
            self._desk.start(self._desk.run(self._queue.cancel, task.id), owner=self._owner)

    def start_again(self, kind: str, record: int | None) -> None:
        """What was interrupted or failed."""
        if (task := self.of(kind, record)) is not None and task.state.is_over:
            self._desk.start(self._desk.run(self._queue.again, task.id), owner=self._owner)

    def _take(self, tasks: Sequence[Task]) -> None:
        for task in sorted(tasks, key=lambda each: each.id):
            if (about := about_of(task)) is not None:
                self._newest[about] = task

    def _on_task(self, event: TaskChanged) -> None:
        about = about_of(event.task)
        if about is None:
            return
        self._told += 1
        before = self._newest.get(about)
        if before is None or event.task.id >= before.id:
            self._newest[about] = event.task
            self.changed.emit(event.task.kind)


def about_of(task: Task) -> About | None:
    """What a task of practice is about; None for any other."""
    record = task.payload.get(_ABOUT.get(task.kind, ""))
    return (task.kind, record) if isinstance(record, int) else None
