"""Feeds the activity strip: what runs, what was interrupted, and when everything was last made safe."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from careercoach_desktop.features.jobs.service import CAPTURE_TASK
from careercoach_desktop.features.resumes.service.reading import PICTURE_TASK, READ_TASK
from careercoach_desktop.features.settings.model import BackedUp
from careercoach_desktop.foundation.storage.backup import last_backup_time
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged, TaskState
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.uikit import ActivityStrip, Desk, moment_words

TOLD_ELSEWHERE = (CAPTURE_TASK, READ_TASK, PICTURE_TASK)
"""When these fail, the job's or the résumé's own card says so."""


class StripPresenter(QObject):
    """Keeps the strip true while one workspace is open."""

    def __init__(self, strip: ActivityStrip, desk: Desk, queue: TaskQueue, folder: Path) -> None:
        super().__init__(desk)
        self._strip = strip
        self._desk = desk
        self._queue = queue
        self._folder = folder
        self._tasks: dict[int, Task] = {}
        self._dismissed: set[int] = set()
        self._catching_up: list[set[int]] = []
        """For each reading under way, the tasks that told of themselves meanwhile: what was read of them is old."""
        strip.cancel_requested.connect(self._cancel)
        strip.again_requested.connect(self._again)
        strip.dismiss_requested.connect(self._dismiss)
        desk.on(TaskChanged, self._on_task, owner=self)
        desk.on(ChangedElsewhere, lambda _event: desk.start(self._catch_up(), owner=self), owner=self)
        desk.on(BackedUp, lambda _event: desk.start(self._say_safe(), owner=self), owner=self)

    async def load(self) -> None:
        """Show what is waiting, running or interrupted from before; what a crash left may be settled meanwhile."""
        await self._catch_up()

    async def _catch_up(self) -> None:
        """Read anew what is stored: another process (a command, or one that died) queued, moved on or ended tasks; what
        is over there was told there."""
        heard: set[int] = set()
        self._catching_up.append(heard)
        try:
            stored = await self._desk.run(self._queue.active)
        finally:
            self._catching_up.remove(heard)
        kept = {number: task for number, task in self._tasks.items() if task.state.is_over or number in heard}
        self._tasks = {task.id: task for task in stored if task.id not in heard} | kept
        self._show()
        await self._say_safe()

    def _on_task(self, event: TaskChanged) -> None:
        task = event.task
        for heard in self._catching_up:
            heard.add(task.id)
        if self._is_worth_knowing(task):
            self._tasks[task.id] = task
        else:
            self._tasks.pop(task.id, None)
        self._show()

    def _is_worth_knowing(self, task: Task) -> bool:
        if not task.state.is_over:
            return True
        failed_unseen = task.state is TaskState.FAILED and task.kind not in TOLD_ELSEWHERE
        return (task.interrupted or failed_unseen) and task.id not in self._dismissed

    def _show(self) -> None:
        self._strip.set_tasks(list(self._tasks.values()))

    async def _say_safe(self) -> None:
        when = await self._desk.run(last_backup_time, self._folder)
        said = f" · last backup {moment_words(when)}" if when else ""
        self._strip.set_idle(f"Everything is saved{said}")

    def _cancel(self, task_id: int) -> None:
        self._desk.start(self._desk.run(self._queue.cancel, task_id), owner=self)

    def _again(self, task_id: int) -> None:
        self._desk.start(self._desk.run(self._queue.again, task_id), owner=self)

    def _dismiss(self, task_id: int) -> None:
        async def dismiss() -> None:
            self._dismissed.add(task_id)
            await self._desk.run(self._queue.dismiss, task_id)
            self._tasks.pop(task_id, None)
            self._show()

        self._desk.start(dismiss(), owner=self)
