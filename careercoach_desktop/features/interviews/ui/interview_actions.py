"""What is asked of a round in the drawer, the calendar and its detail, carried out and made undoable."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from careercoach_desktop.features.interviews.following_up import Wish
from careercoach_desktop.features.interviews.model import (
    Completed,
    Interview,
    InterviewLine,
    InterviewOutcome,
    When,
)
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.ui.complete_dialog import SAVE as TOOK_PLACE
from careercoach_desktop.features.interviews.ui.complete_dialog import CompleteDialog
from careercoach_desktop.features.interviews.ui.interview_action import InterviewAction
from careercoach_desktop.features.interviews.ui.schedule_dialog import (
    SAVE,
    Asked,
    JobChoice,
    ScheduleDialog,
    changes_of,
)
from careercoach_desktop.features.interviews.ui.when_form import likely_when
from careercoach_desktop.features.interviews.ui.words import own_words_inside, there_words, tr, type_word
from careercoach_desktop.features.jobs.model import Contact
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import Desk
from careercoach_desktop.foundation.uikit.undo import Change

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.features.interviews.ui.thanking import Thanking
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.contacts import ContactService


@dataclass(frozen=True)
class Services:
    """What rounds are arranged with; they may still be on their way."""

    interviews: InterviewService
    jobs: JobService
    people: ContactService


class InterviewActions(QObject):
    """One for the window. ``extra`` are what higher features offer (slot ``interviews.actions``), asked each time;
    ``export`` saves rounds as a calendar file."""

    def __init__(
        self,
        desk: Desk,
        services: Services,
        thanking: Thanking,
        *,
        extra: Callable[[], Sequence[InterviewAction]] = tuple,
        export: Callable[[Sequence[int]], Coroutine[Any, Any, object]] | None = None,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(desk)
        self.desk, self.services, self.thanking = desk, services, thanking
        self.extra, self.export, self.now = extra, export, now

    # Arranging -------------------------------------------------------------------------------------------------

    async def schedule(self, job_id: int | None = None, when: When | None = None) -> int | None:
        """Ask for a new round (of this job, at this time) and keep it; its id."""
        asked = await self.desk.run(self._ground, job_id, when)
        if not asked.jobs:
            raise UserError(
                tr("There is no job yet to be interviewed for."), tr("Add it to the board first."), code="no-job"
            )
        form = ScheduleDialog(self.desk, asked, lambda at: self.desk.run(self.services.interviews.conflicts, at))
        if await form.answer() != SAVE:
            return None
        run, service = self.desk.run, self.services.interviews
        done = await run(service.arrange, form.job_id(), form.plan(), move_job=form.moves_job())
        change = self.desk.undo.push(
            tr("Schedule “{0}”").format(called(done.interview)),
            lambda: run(service.take_back, done),
            lambda: run(service.do_again, done),
        )
        words = scheduled_words(done.interview.when, asked.own_zone, asked.now.date())
        self.desk.offer_undo(words, change, action=tr("Undo"))
        return done.interview.id

    async def edit(self, line: InterviewLine) -> None:
        """Ask for what is to be another way."""
        before = line.interview
        asked = await self.desk.run(self._ground, before.job_id, before.when, line)
        conflicts = self.services.interviews.conflicts
        form = ScheduleDialog(self.desk, asked, lambda at: self.desk.run(conflicts, at, before.id))
        if await form.answer() != SAVE:
            return
        changes = changes_of(before, form.plan())
        if changes:
            label = tr("Change “{0}”").format(called(before))
            await self.change(before, changes, label, said=tr("Interview changed."))

    async def change(self, of: Interview, changes: Mapping[str, object], label: str, *, said: str = "") -> None:
        """Set fields of a round; with ``said`` a message offers to undo it."""
        run, service = self.desk.run, self.services.interviews
        try:
            before = await run(service.change, of.id, changes)
        except KeyError as error:
            raise no_longer_there() from error
        change = self.desk.undo.push(
            label, lambda: run(service.put, before), lambda: run(service.change, of.id, changes)
        )
        if said:
            self.desk.offer_undo(said, change, action=tr("Undo"))

    # What became of it -----------------------------------------------------------------------------------------

    async def complete(self, line: InterviewLine) -> None:
        """It took place: ask how it went, and offer to thank them."""
        form = CompleteDialog(self.desk.window, line, more_ahead=await self.desk.run(self._more_ahead, line.interview))
        if await form.answer() != TOOK_PLACE:
            return
        run, one = self.desk.run, line.interview
        outcome, changes, moves = form.outcome(), form.changes(), form.moves_job()
        try:
            done = await run(self._complete, one.id, outcome, changes, moves)
        except KeyError as error:
            raise no_longer_there() from error
        service = self.services.interviews

        def again() -> None:
            service.do_again(done)
            if changes:
                service.change(one.id, changes)

        change = self.desk.undo.push(
            tr("“{0}” took place").format(called(one)), lambda: run(service.take_back, done), lambda: run(again)
        )
        if one.followed_up is None:
            self._offer_thanks(one.id, change)
        else:
            self.desk.offer_undo(tr("Noted."), change, action=tr("Undo"))

    def _offer_thanks(self, interview_id: int, change: Change) -> None:
        """Until it is undone that it took place: then there is nothing to thank for."""
        toast = self.desk.toast(
            tr("Noted. A few words of thanks go a long way."),
            tone="good",
            action=tr("Write them…"),
            on_action=lambda: self.thank(interview_id),
        )
        if toast is not None:
            toast.about = change
            self.desk.undo.left.connect(toast.leave_with)

    async def set_outcome(self, line: InterviewLine, outcome: InterviewOutcome) -> None:
        """What they decided; or that it is cancelled, or on again."""
        one, cancelled = line.interview, outcome is InterviewOutcome.CANCELLED
        if cancelled:
            said = tr("{0}: cancelled.").format(called(one))
        elif one.cancelled:
            said = tr("{0}: it takes place again.").format(called(one))
        else:
            said = ""
        await self.change(one, {"outcome": outcome}, tr("Outcome of “{0}”").format(called(one)), said=said)

    async def remove(self, line: InterviewLine) -> None:
        """Take it away; undo brings it back as it was."""
        run, service, one = self.desk.run, self.services.interviews, line.interview
        removed = await run(service.remove, [one.id])
        if not removed:
            return
        change = self.desk.undo.push(
            tr("Remove “{0}”").format(called(one)),
            lambda: run(service.restore, removed),
            lambda: run(service.remove, removed),
        )
        self.desk.offer_undo(tr("{0}: removed.").format(called(one)), change, action=tr("Undo"))

    async def thank(self, interview_id: int, wish: Wish = Wish.THANKS) -> None:
        """Write to who asked; what was sent is noted on the round."""
        try:
            line = await self.desk.run(self.services.interviews.line, interview_id)
        except KeyError as error:
            raise no_longer_there() from error
        if await self.thanking.write(line, wish, await self.desk.run(self._today)):
            today = await self.desk.run(self._today)
            await self.change(
                line.interview,
                {"followed_up": today},
                tr("Followed up “{0}”").format(called(line.interview)),
                said=tr("Noted: they have heard from you."),
            )

    async def mark_followed_up(self, line: InterviewLine, *, done: bool) -> None:
        day = await self.desk.run(self._today) if done else None
        await self.change(line.interview, {"followed_up": day}, tr("Followed up “{0}”").format(called(line.interview)))

    # What the form opens with; on the desk's thread ---------------------------------------------------------------

    def _complete(
        self, interview_id: int, outcome: InterviewOutcome, changes: Mapping[str, Any], moves: bool
    ) -> Completed:
        done = self.services.interviews.complete(interview_id, outcome, move_job=moves)
        if changes:
            self.services.interviews.change(interview_id, changes)
        return done

    def _more_ahead(self, one: Interview) -> bool:
        """Whether the job has other rounds still to come."""
        lines, now = self.services.interviews.for_job(one.job_id), self.now()
        return any(each.interview.is_ahead(now) for each in lines if each.interview.id != one.id)

    def _today(self) -> date:
        """Where the person lives."""
        return self.now().astimezone(zone_of(self.services.interviews.own_zone())).date()

    def _ground(self, job_id: int | None, when: When | None, line: InterviewLine | None = None) -> Asked:
        interviews = self.services.interviews
        own = interviews.own_zone()
        now = self.now().astimezone(zone_of(own))
        return Asked(
            own_zone=own,
            now=now,
            when=when or likely_when(now, own),
            jobs=self._jobs(job_id) if line is None else [_job_of(line)],
            interview=None if line is None else line.interview,
            known=self._known(job_id),
        )

    def _jobs(self, job_id: int | None) -> list[JobChoice]:
        """The one, or all that are on the board; each with the number of its next round."""
        rounds = self.services.interviews.next_rounds()
        if job_id is not None:
            job = self.services.jobs.job(job_id)
            posting = job.posting
            return [JobChoice(job.id, posting.title, posting.company, job.status, rounds.get(job.id, 1))]
        cards = sorted(self.services.jobs.cards(), key=lambda card: (card.title.casefold(), card.company.casefold()))
        return [JobChoice(card.id, card.title, card.company, card.status, rounds.get(card.id, 1)) for card in cards]

    def _known(self, job_id: int | None) -> list[Contact]:
        """People to pick from: those of the job, others at its company, then everybody."""
        people, found = self.services.people, dict[int, Contact]()
        near = []
        if job_id is not None:
            near = [each.contact for each in people.contacts_of(job_id)] + people.colleagues_of(job_id)
        for contact in [*near, *(each.contact for each in people.contacts())]:
            if contact.id is not None:
                found.setdefault(contact.id, contact)
        return list(found.values())


def called(interview: Interview) -> str:
    """``Round 2, video call``."""
    return tr("Round {0}, {1}").format(interview.round, type_word(interview.type).lower())


def scheduled_words(when: When, own: str, today: date) -> str:
    """``Scheduled for Thursday, 3 December, 16:00 – 17:00 (10:00 in New York).``"""
    here, there = own_words_inside(when, own, today), there_words(when, own)
    return tr("Scheduled for {0} ({1}).").format(here, there) if there else tr("Scheduled for {0}.").format(here)


def no_longer_there() -> UserError:
    return UserError(
        tr("This interview is no longer there."), tr("Undo brings back what was removed."), code="interview-gone"
    )


def _job_of(line: InterviewLine) -> JobChoice:
    return JobChoice(line.interview.job_id, line.title, line.company, line.status)
