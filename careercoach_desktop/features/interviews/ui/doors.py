"""Where the Interviews page leads: the form of a round, its detail, invitations that are dropped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.interviews.model import InterviewLine, When
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.ui.interviews_page import InterviewDoors
from careercoach_desktop.features.interviews.ui.schedule_dialog import (
    SAVE,
    Asked,
    JobChoice,
    ScheduleDialog,
    changes_of,
)
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.features.jobs.service import JobService


class ByForm:
    """Rounds arranged and changed with the form; every change can be undone."""

    def __init__(self, desk: Desk, service: InterviewService, jobs: JobService, now: Callable[[], datetime]) -> None:
        self._desk, self._service, self._jobs, self._now = desk, service, jobs, now

    def doors(self) -> InterviewDoors:
        return InterviewDoors(self.schedule, self.edit)

    async def schedule(self, when: When | None) -> None:
        """Ask for a new round, and keep it."""
        zone = await self._desk.run(self._service.own_zone)
        cards = await self._desk.run(self._jobs.cards)
        jobs = [JobChoice(card.id, card.title, card.company, card.status) for card in cards]
        asked = Asked(zone, self._now().astimezone(zone_of(zone)), when or self._next_hour(zone), jobs)
        form = ScheduleDialog(self._desk, asked, lambda at: self._desk.run(self._service.conflicts, at))
        if await form.answer() != SAVE:
            return
        done = await self._desk.run(self._service.arrange, form.job_id(), form.plan(), move_job=form.moves_job())

        async def undo() -> None:
            await self._desk.run(self._service.take_back, done)

        async def redo() -> None:
            await self._desk.run(self._service.do_again, done)

        change = self._desk.undo.push(tr("Schedule an interview"), undo, redo)
        self._desk.offer_undo(tr("Interview scheduled"), change, action=tr("Undo"))

    async def edit(self, line: InterviewLine) -> None:
        """Ask for what is to be another way."""
        zone = await self._desk.run(self._service.own_zone)
        one = line.interview
        jobs = [JobChoice(one.job_id, line.title, line.company, line.status)]
        asked = Asked(zone, self._now().astimezone(zone_of(zone)), one.when, jobs, one)
        form = ScheduleDialog(self._desk, asked, lambda at: self._desk.run(self._service.conflicts, at, one.id))
        if await form.answer() != SAVE:
            return
        changes: Mapping[str, Any] = changes_of(one, form.plan())
        if not changes:
            return
        before = await self._desk.run(self._service.change, one.id, changes)

        async def undo() -> None:
            await self._desk.run(self._service.put, before)

        async def redo() -> None:
            await self._desk.run(self._service.change, one.id, changes)

        change = self._desk.undo.push(tr("Change an interview"), undo, redo)
        self._desk.offer_undo(tr("Interview changed"), change, action=tr("Undo"))

    def _next_hour(self, zone: str) -> When:
        """Tomorrow at ten: a time that can be meant."""
        here = self._now().astimezone(zone_of(zone)) + timedelta(days=1)
        return When(local=here.replace(hour=10, minute=0, second=0, microsecond=0, tzinfo=None), zone=zone)
