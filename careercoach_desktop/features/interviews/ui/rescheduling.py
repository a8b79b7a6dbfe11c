"""Another time for a round: stored, told with its new time, undoable; steps of a key one after another at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercoach_desktop.features.interviews.model import Interview, InterviewLine, When
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.ui.calendar.events import event_of
from careercoach_desktop.features.interviews.ui.calendar.words import called, day_short, span_words, there_words
from careercoach_desktop.features.interviews.ui.interview_actions import no_longer_there
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.uikit import Desk
from careercoach_desktop.foundation.uikit.undo import Change

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service import InterviewService


class Rescheduling:
    """``move`` for the calendar."""

    def __init__(self, desk: Desk, service: InterviewService) -> None:
        self._desk = desk
        self._service = service
        self._nudged: tuple[Change, Interview] | None = None
        """The last step of a key, and the round as it was before the first of them."""

    async def move(self, line: InterviewLine, when: When, zone: str, *, nudged: bool = False) -> None:
        """The message says the time on the person's clock, of ``zone``, and there. ``nudged``: by a key; what follows
        another such step of this round directly is undone together with it."""
        run, service, interview_id = self._desk.run, self._service, line.interview.id
        try:
            before = await run(service.change, interview_id, {"when": when})
        except KeyError as error:
            raise no_longer_there() from error
        if nudged and self._nudged is not None and self._goes_on(interview_id):
            earlier, before = self._nudged
            self._desk.undo.forget(earlier)  # the new one takes its place, and its message's
        change = self._desk.undo.push(
            tr("Move “{0}”").format(called(line)),
            lambda: run(service.put, before),
            lambda: run(service.change, interview_id, {"when": when}),
        )
        self._nudged = (change, before) if nudged else None
        self._desk.offer_undo(moved_words(line, before.when, when, zone), change, action=tr("Undo"))

    def _goes_on(self, interview_id: int) -> bool:
        if self._nudged is None:
            return False
        change, before = self._nudged
        return before.id == interview_id and self._desk.undo.is_latest(change)


def moved_words(line: InterviewLine, before: When, when: When, zone: str) -> str:
    """``Marlow Energy moved to Thu 3 Dec, 14:00 – 15:00 (09:00 in New York).``; a new length says only the time."""
    changed = line.interview.model_copy(update={"when": when})
    event = event_of(InterviewLine(changed, line.title, line.company, line.status), zone_of(zone))
    time, there = span_words(event), there_words(event)
    if event.in_strip and event.first != event.last:
        day = time
    else:
        day = f"{day_short(event.first)}, {time[:1].lower() + time[1:]}"
    words = f"{day} ({there})" if there else day
    if before.start == when.start:
        return tr("{0} is now {1}.").format(called(line), words)
    return tr("{0} moved to {1}.").format(called(line), words)
