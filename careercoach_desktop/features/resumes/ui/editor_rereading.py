"""Reading a file again puts another version on top; undo brings back what was there before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.model import ReadingState, ResumeRead
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import ResumeService


class ReadingAgain(QObject):
    """Starts it, and offers undo once it is done: until then there is nothing to take back."""

    def __init__(self, desk: Desk, resumes: ResumeService, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._resumes = resumes
        self._before: dict[int, int] = {}
        desk.on(ResumeRead, self._on_read, owner=self)

    async def start(self, resume_id: int) -> None:
        """Queue the reading. UserError as ``ResumeService.read_again``."""
        resume = await self._desk.run(self._resumes.resume, resume_id)
        if resume.state is ReadingState.READING:
            return
        self._before[resume_id] = resume.version
        await self._desk.run(self._resumes.read_again, resume_id)

    async def _on_read(self, event: ResumeRead) -> None:
        before = self._before.pop(event.resume_id, 0)
        if not before:
            return
        resume = await self._desk.run(self._resumes.resume, event.resume_id)
        if resume.version == before:
            return  # it could not be read: nothing has changed
        self._desk.undo.push(
            f"read “{resume.file_name}” again",
            lambda: self._desk.run(self._resumes.restore_version, resume.id, before),
            lambda: self._desk.run(self._resumes.restore_version, resume.id, resume.version),
            scope=("resume", resume.id),
        )
