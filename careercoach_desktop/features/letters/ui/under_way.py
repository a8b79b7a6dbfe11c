"""How far letters that are being written have come, for whoever begins to look in the middle of one."""

from __future__ import annotations

from PySide6.QtCore import QObject

from careercoach_desktop.features.letters.model import LetterDraft, LetterGrew
from careercoach_desktop.foundation.tasks.model import TaskChanged
from careercoach_desktop.foundation.uikit import Desk


class LettersUnderWay(QObject):
    """One for the window; it listens from the start and forgets what has ended."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._drafts: dict[int, LetterDraft] = {}
        desk.on(LetterGrew, self._on_grew, owner=self)
        desk.on(TaskChanged, self._on_task, owner=self)

    def draft(self, task_id: int) -> LetterDraft | None:
        """What has come of the letter this task writes; None before its first words and after its end."""
        return self._drafts.get(task_id)

    def _on_grew(self, event: LetterGrew) -> None:
        self._drafts[event.task_id] = event.draft

    def _on_task(self, event: TaskChanged) -> None:
        if event.task.state.is_over:
            self._drafts.pop(event.task.id, None)
