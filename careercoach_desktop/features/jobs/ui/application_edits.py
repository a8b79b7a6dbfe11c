"""Changes to applications, stored and undoable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from careercoach_desktop.features.jobs.model import Application, JobStatus, OfferedEnclosure
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.enclosing import EnclosureOffers


class ApplicationEdits:
    """Coroutines for whoever shows an application. ``offers`` None: nothing is offered to be sent along."""

    def __init__(self, desk: Desk, service: JobService, offers: EnclosureOffers | None) -> None:
        self._desk = desk
        self._service = service
        self._offers = offers

    async def of_job(self, job_id: int) -> Application | None:
        return await self._desk.run(self._service.application, job_id)

    async def offered(self, job_id: int) -> Sequence[OfferedEnclosure]:
        return [] if self._offers is None else await self._desk.run(self._offers.offered, job_id)

    async def save(self, application: Application) -> None:
        """Record it, or correct what is recorded."""
        if application.id is None:
            await self._record(application)
            return
        before = await self._desk.run(self._service.update_application, application)
        if before == application:
            return

        async def undo() -> None:
            await self._desk.run(self._service.update_application, before, undoing=True)

        async def redo() -> None:
            await self._desk.run(self._service.update_application, application)

        self._desk.undo.push(tr("Correct the application"), undo, redo)

    async def take_back(self, application: Application) -> None:
        """It was not made after all."""
        key = application.id or 0

        async def take() -> None:
            await self._desk.run(self._service.take_back, key)

        async def bring() -> None:
            await self._desk.run(self._service.bring_back, key)

        await take()
        change = self._desk.undo.push(tr("Take the application back"), bring, take)
        self._desk.offer_undo(tr("The application is no longer recorded."), change)

    async def give_reason(self, job_ids: Sequence[int], status: JobStatus, reason: str) -> None:
        """Say why jobs came into a column."""
        before = await self._desk.run(self._service.set_reason, list(job_ids), status, reason)

        async def put(reasons: Mapping[int, str]) -> None:
            await self._desk.run(self._service.put_reasons, status, reasons)

        self._desk.undo.push(tr("Add a reason"), lambda: put(before), lambda: put(dict.fromkeys(before, reason)))

    async def _record(self, application: Application) -> None:
        recorded = await self._desk.run(self._service.record_application, application)
        key = recorded.id or 0

        async def undo() -> None:
            await self._desk.run(self._service.take_back, key)

        async def redo() -> None:
            await self._desk.run(self._service.bring_back, key)

        self._desk.undo.push(tr("Record the application"), undo, redo)
