"""What a model is writing for the job on the page: the whole letter, or paragraphs of it; heard as it comes.

What grows is told at most some twenty times a second, however fast it comes, and only what is still going on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.letters.model import LetterDraft, LetterGrew
from careercoach_desktop.features.letters.ui.writing_bar import REWRITE, WRITE, is_ours, is_under_way, newest
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged, TaskState
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.letters.service import LetterService
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

_GROW_MS = 50


class LetterWriting(QObject):
    """``changed`` when something began, went on or ended; ``grew`` brings the whole letter as far as it has come,
    ``paragraph_grew`` one paragraph's name and words; ``rewritten`` a paragraph and what it said before."""

    changed = Signal()
    grew = Signal(object)
    paragraph_grew = Signal(str, str)
    rewritten = Signal(str, str)

    def __init__(self, desk: Desk, letters: LetterService, queue: TaskQueue, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._letters, self._queue, self._owner = desk, letters, queue, owner
        self._job_id: int | None = None
        self._task: Task | None = None
        self._rewrites: dict[int, str] = {}
        self._heard: dict[int, LetterDraft] = {}
        self._told = 0
        self._timer = QTimer(self, singleShot=True, interval=_GROW_MS)
        self._timer.timeout.connect(self._tell)
        desk.on(LetterGrew, self._on_grew, owner=owner)
        desk.on(TaskChanged, self._on_task, owner=owner)

    @property
    def task(self) -> Task | None:
        """The newest writing for this job, whatever became of it; of a paragraph only when that needs a word."""
        return self._task

    @property
    def is_writing(self) -> bool:
        """Whether a whole letter is being written."""
        return self._task is not None and self._task.kind == WRITE and is_under_way(self._task)

    @property
    def rewriting(self) -> set[str]:
        """The paragraphs that are being written anew."""
        return set(self._rewrites.values())

    async def look(self, job_id: int) -> None:
        """What goes on for this job now."""
        if job_id != self._job_id:
            self._job_id, self._task = job_id, None
            self._rewrites, self._heard = {}, {}
        told = self._told
        tasks = await self._desk.run(self._queue.latest)
        if job_id != self._job_id or told != self._told:
            return  # what was told meanwhile is newer
        self._task = newest(tasks, job_id)
        going_on = [task for task in tasks if is_ours(task, job_id) and is_under_way(task)]
        self._rewrites = {task.id: _paragraph(task) for task in going_on if task.kind == REWRITE}
        self.changed.emit()

    def stop(self) -> None:
        if self._job_id is not None:
            self._desk.start(self._desk.run(self._letters.stop, self._job_id), owner=self._owner)

    def start_again(self) -> None:
        """What was interrupted."""
        if self._task is not None:
            self._desk.start(self._desk.run(self._queue.again, self._task.id), owner=self._owner)

    def _on_grew(self, event: LetterGrew) -> None:
        if event.job_id != self._job_id:
            return
        self._heard[event.task_id] = event.draft
        if not self._timer.isActive():
            self._timer.start()

    def _tell(self) -> None:
        heard, self._heard = self._heard, {}
        for task_id, draft in heard.items():
            part = self._rewrites.get(task_id)
            if part is not None:
                words = next((each.text for each in draft.paragraphs if each.id == part), "")
                self.paragraph_grew.emit(part, words)
            elif self.is_writing and self._task is not None and self._task.id == task_id:
                self.grew.emit(draft)

    def _on_task(self, event: TaskChanged) -> None:
        task = event.task
        if self._job_id is None or not is_ours(task, self._job_id):
            return
        self._told += 1
        if self._task is None or task.id >= self._task.id:
            self._task = task
        if task.kind == REWRITE:
            self._follow(task)
        self.changed.emit()

    def _follow(self, task: Task) -> None:
        if is_under_way(task):
            self._rewrites[task.id] = _paragraph(task)
        elif self._rewrites.pop(task.id, None) is not None and task.state is TaskState.SUCCEEDED and task.result:
            self.rewritten.emit(_paragraph(task), str(task.result.get("before", "")))


def _paragraph(task: Task) -> str:
    return str(task.payload.get("paragraph_id", ""))
