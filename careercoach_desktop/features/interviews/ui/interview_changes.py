"""What the calendar and the list ask for, carried out and made undoable: another time, taking away, an outcome."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.interviews.model import InterviewLine, InterviewOutcome, When
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.ui.calendar.events import event_of
from careercoach_desktop.features.interviews.ui.calendar.words import called, day_short, span_words, there_words
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service import InterviewService


class InterviewChanges:
    """``KeyError`` of the service means that the round is gone: the person hears it in words."""

    def __init__(self, desk: Desk, service: InterviewService) -> None:
        self._desk = desk
        self._service = service

    async def move(self, line: InterviewLine, when: When, zone: str) -> None:
        """To another time; the message says which, on the person's clock and there."""
        named = called(line)
        await self._change(line, {"when": when}, tr("Move “{0}”").format(named), moved_words(line, when, zone))

    async def set_outcome(self, line: InterviewLine, outcome: InterviewOutcome) -> None:
        """Cancel it, or take that back."""
        named = called(line)
        cancelled = outcome is InterviewOutcome.CANCELLED
        label = tr("Cancel “{0}”") if cancelled else tr("Bring back “{0}”")
        said = tr("{0} cancelled") if cancelled else tr("{0} takes place again")
        await self._change(line, {"outcome": outcome}, label.format(named), said.format(named))

    async def remove(self, line: InterviewLine) -> None:
        """Take it away; undo brings it back as it was."""
        ids = await self._desk.run(self._service.remove, [line.interview.id])
        if not ids:
            return

        async def undo() -> None:
            await self._desk.run(self._service.restore, ids)

        async def redo() -> None:
            await self._desk.run(self._service.remove, ids)

        named = called(line)
        change = self._desk.undo.push(tr("Remove “{0}”").format(named), undo, redo)
        self._desk.offer_undo(tr("{0} removed").format(named), change, action=tr("Undo"))

    async def _change(self, line: InterviewLine, changes: Mapping[str, Any], label: str, said: str) -> None:
        try:
            before = await self._desk.run(self._service.change, line.interview.id, changes)
        except KeyError as error:
            raise UserError(
                tr("This interview is no longer there."), tr("The calendar shows what there is."), code="interview.gone"
            ) from error

        async def undo() -> None:
            await self._desk.run(self._service.put, before)

        async def redo() -> None:
            await self._desk.run(self._service.change, line.interview.id, changes)

        change = self._desk.undo.push(label, undo, redo)
        self._desk.offer_undo(said, change, action=tr("Undo"))


def moved_words(line: InterviewLine, when: When, zone: str) -> str:
    """``Marlow Energy moved to Thu 3 Dec, 14:00 – 15:00 (09:00 in New York)``; a new length says only the time."""
    before = line.interview.when
    changed = line.interview.model_copy(update={"when": when})
    event = event_of(InterviewLine(changed, line.title, line.company, line.status), zone_of(zone))
    time, there = span_words(event), there_words(event)
    if event.in_strip and event.first != event.last:
        day = time
    else:
        day = f"{day_short(event.first)}, {time[:1].lower() + time[1:]}"
    words = f"{day} ({there})" if there else day
    if before.start == when.start:
        return tr("{0} is now {1}").format(called(line), words)
    return tr("{0} moved to {1}").format(called(line), words)
