"""Changes to one job's posting, made from the drawer: stored, and undone like everything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from careercoach_desktop.features.jobs.model import Job
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService


class JobEdits(QObject):
    """Every verb starts what it does and returns; what goes wrong is shown by the desk."""

    def __init__(self, desk: Desk, service: JobService, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service = service

    def edit(self, job: Job, changes: Mapping[str, Any]) -> None:
        """Set fields of the posting."""
        self._desk.start(self._edit(job, dict(changes)))

    def confirm(self, job: Job, fields: Sequence[str]) -> None:
        """What was guessed is right."""
        self._desk.start(self._confirm(job, list(fields)))

    def set_tags(self, job: Job, tags: Sequence[str]) -> None:
        if tuple(tags) != job.tags:
            self._desk.start(self._set_tags(job.id, tuple(tags)))

    def set_priority(self, job: Job, priority: bool) -> None:
        self._desk.start(self._set_priority(job.id, priority))

    async def _edit(self, job: Job, changes: dict[str, Any]) -> None:
        previous = await self._desk.run(self._service.edit, job.id, changes)
        if not previous:
            return

        async def undo() -> None:
            await self._desk.run(self._service.edit, job.id, previous, undoing=True)

        async def redo() -> None:
            await self._desk.run(self._service.edit, job.id, changes)

        self._desk.undo.push(tr("Edit “{0}”").format(job.posting.title), undo, redo)

    async def _confirm(self, job: Job, fields: list[str]) -> None:
        fresh = await self._desk.run(self._service.confirm_fields, job.id, fields)
        if not fresh:
            return

        async def undo() -> None:
            await self._desk.run(self._service.confirm_fields, job.id, fresh, undoing=True)

        async def redo() -> None:
            await self._desk.run(self._service.confirm_fields, job.id, fresh)

        self._desk.undo.push(tr("Check “{0}”").format(job.posting.title), undo, redo)

    async def _set_tags(self, job_id: int, wanted: tuple[str, ...]) -> None:
        previous = await self._desk.run(self._service.set_tags, job_id, wanted)

        async def put(values: tuple[str, ...]) -> None:
            await self._desk.run(self._service.set_tags, job_id, values)

        self._desk.undo.push(tr("Change tags"), lambda: put(previous), lambda: put(wanted))

    async def _set_priority(self, job_id: int, priority: bool) -> None:
        async def put(value: bool) -> None:
            await self._desk.run(self._service.set_priority, job_id, value)

        await put(priority)
        label = tr("Mark as priority") if priority else tr("Unmark as priority")
        self._desk.undo.push(label, lambda: put(not priority), lambda: put(priority))
