"""Interviews going out as calendar files and coming in as invitations.

What an invitation is taken for (a new round, another time for one we have, a cancellation) is worked out first and
shown; nothing happens before the person has said which job it belongs to. Whatever it does is taken back in one step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from careercoach_desktop.features.interviews.invitations.guessing import JobToGuess, guess_jobs
from careercoach_desktop.features.interviews.model import (
    Arranged,
    Interview,
    Interviewer,
    InterviewFilter,
    InterviewLine,
    InterviewOutcome,
    InterviewPlan,
)
from careercoach_desktop.features.interviews.model.exchange import Choice, News, Offer, Reading, TakenIn
from careercoach_desktop.features.interviews.model.invitation import Invitation, InvitationFile
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.service.base import Below
from careercoach_desktop.features.interviews.store import CalendarStore, InterviewStore
from careercoach_desktop.features.jobs.model import JobStatus
from careercoach_desktop.foundation.errors import UserError

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.foundation.tasks.child import ChildProcess

READING_SECONDS = 20.0
CALENDAR_NAME = "Interviews"
_FEW = 50
"""As many are written in less time than a visit to the child process takes."""
_OVER = (JobStatus.REJECTED, JobStatus.WITHDRAWN, JobStatus.ACCEPTED)
_OPEN_FIRST = (JobStatus.INTERVIEW_SCHEDULED, JobStatus.APPLIED, JobStatus.INTERVIEW_COMPLETED, JobStatus.INTERESTED)


class ExchangeService:
    """``own_emails``: the person's addresses, who are no interviewers of their own."""

    def __init__(
        self,
        below: Below,
        interviews: InterviewService,
        child: ChildProcess,
        own_emails: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        self._below = below
        self._db = below.database
        self._interviews = interviews
        self._child = child
        self._own_emails = own_emails

    # Out ----------------------------------------------------------------------------------------------------------

    def notices(self) -> tuple[int, ...]:
        """How many minutes before an interview somebody wants to be told."""
        return tuple(int(each) for each in self._below.settings().interview_notices.split())

    def export(self, ids: Iterable[int] | None = None, *, with_notes: bool = False) -> bytes:
        """These rounds (None: all of them) as a calendar file. Raises KeyError for one that is gone, UserError
        ``interviews-none`` when there are none."""
        from careercoach_desktop.features.interviews.invitations.writing import write_calendar

        lines = self.lines() if ids is None else [self._interviews.line(each) for each in ids]
        if not lines:
            raise UserError("There are no interviews to export yet.", "Add one first.", code="interviews-none")
        name = CALENDAR_NAME if ids is None else ""
        make = partial(write_calendar, lines, self.notices(), with_notes=with_notes, name=name)
        data: bytes = make() if len(lines) <= _FEW else self._child.call(make)
        return data

    def lines(self) -> list[InterviewLine]:
        """Every round there is."""
        return self._interviews.listing(InterviewFilter())

    # In -----------------------------------------------------------------------------------------------------------

    def read(self, data: bytes) -> Reading:
        """What a calendar file (an e-mail, a pasted text) would do. Changes nothing. Raises UserError as
        ``read_invitations`` and ``ChildProcess.call`` do."""
        from careercoach_desktop.features.interviews.invitations.lines import LARGEST_FILE, too_large
        from careercoach_desktop.features.interviews.invitations.reading import read_invitations

        if len(data) > LARGEST_FILE:
            raise too_large()
        own, emails = self._interviews.own_zone(), tuple(self._own_emails())
        file = self._child.call(read_invitations, data, own, emails, timeout=READING_SECONDS)
        if not isinstance(file, InvitationFile):
            raise TypeError(f"a reader gave {type(file).__name__} instead of an InvitationFile")
        with self._db.read():
            offers = self._offers(file.invitations)
        return Reading(tuple(offers), file.unreadable, own)

    def open_jobs(self) -> list[tuple[int, str]]:
        """The jobs an interview may be for, those that are under way first, as people call them."""
        cards = [card for card in self._below.jobs.cards() if card.status not in _OVER]
        order = {status: at for at, status in enumerate(_OPEN_FIRST)}
        cards.sort(key=lambda card: (order.get(card.status, len(order)), card.company.casefold(), card.title))
        return [(card.id, " · ".join(part for part in (card.title, card.company) if part)) for card in cards]

    def take_in(self, choices: Iterable[Choice]) -> TakenIn:
        """Arrange what is new, change what changed, cancel what was called off; all in one transaction. What is older
        than what we have changes nothing. Raises UserError ``calendar-job``, ``calendar-zone`` or ``job-gone``."""
        arranged: list[Arranged] = []
        changed: dict[int, tuple[Interview, Interview]] = {}
        with self._db.write():
            for choice in choices:
                done = self._take(choice)
                if isinstance(done, Arranged):
                    arranged.append(done)
                for before, after in [] if done is None or isinstance(done, Arranged) else done:
                    changed[after.id] = (changed.get(after.id, (before, after))[0], after)
        befores, afters = zip(*changed.values(), strict=True) if changed else ((), ())
        return TakenIn(tuple(arranged), befores, afters)

    def take_back(self, taken: TakenIn) -> None:
        """Undo of ``take_in``."""
        with self._db.write():
            for each in taken.before:
                self._put(each)
            for arranged in reversed(taken.arranged):
                self._interviews.take_back(arranged)

    def take_in_again(self, taken: TakenIn) -> None:
        """Redo, after ``take_back``."""
        with self._db.write():
            for arranged in taken.arranged:
                self._interviews.do_again(arranged)
            for each in taken.after:
                self._put(each)

    # --------------------------------------------------------------------------------------------------------------

    def _offers(self, invitations: Sequence[Invitation]) -> list[Offer]:
        jobs: list[JobToGuess] | None = None
        offers = []
        for invitation in invitations:
            offer = self._offer(invitation)
            if offer.news is News.NEW:
                jobs = self._jobs() if jobs is None else jobs
                offer = Offer(invitation, News.NEW, guesses=tuple(guess_jobs(invitation, jobs)))
            offers.append(offer)
        return offers

    def _offer(self, invitation: Invitation) -> Offer:
        there = self._there(invitation)
        if not there:
            return Offer(invitation, News.NOTHING_TO_CANCEL if invitation.cancelled else News.NEW)
        one = there[0]
        if invitation.cancelled:
            standing = [each for each in there if not each.cancelled and each.removed is None]
            if not standing:
                return Offer(invitation, News.KNOWN, one)
            news = News.OLDER if _is_older(invitation, standing[0]) else News.CANCELLED
            return Offer(invitation, news, standing[0], ("outcome",))
        changes = tuple(_changes(one, invitation, ""))
        if not changes:
            return Offer(invitation, News.KNOWN, one)
        return Offer(invitation, News.OLDER if _is_older(invitation, one) else News.CHANGED, one, changes)

    def _there(self, invitation: Invitation) -> list[Interview]:
        """The rounds we have of it; all of a series where the whole of it is called off."""
        with self._db.read() as session:
            found = CalendarStore(session).of_event(invitation.uid, whole=invitation.cancelled)
        return [self._interviews.kept(each) for each in found]

    def _jobs(self) -> list[JobToGuess]:
        emails: dict[int, list[str]] = {}
        for row in self._below.contacts.contacts():
            for job in row.jobs if row.contact.email else ():
                emails.setdefault(job.job_id, []).append(row.contact.email)
        cards = (card for card in self._below.jobs.cards() if card.status not in _OVER)
        return [JobToGuess(card.id, card.title, card.company, tuple(emails.get(card.id, ()))) for card in cards]

    def _take(self, choice: Choice) -> Arranged | list[tuple[Interview, Interview]] | None:
        invitation = choice.invitation
        offer = self._offer(invitation)
        if offer.news is News.NEW:
            return self._arrange(choice)
        if offer.there is None or offer.news is News.KNOWN or (offer.news is News.OLDER and not choice.anyway):
            return None
        if not invitation.cancelled:
            return [self._change(offer.there, _changes(offer.there, invitation, choice.zone), invitation.sequence)]
        called_off = [each for each in self._there(invitation) if not each.cancelled and each.removed is None]
        outcome = {"outcome": InterviewOutcome.CANCELLED}
        return [self._change(each, outcome, invitation.sequence) for each in called_off]

    def _arrange(self, choice: Choice) -> Arranged:
        invitation, when = choice.invitation, choice.invitation.when
        if when is None:
            raise UserError("This invitation says no time.", "Add the interview yourself.", code="calendar-unreadable")
        if choice.job_id is None:
            raise UserError(
                "Nobody has said yet which job this interview is for.", "Choose the job.", code="calendar-job"
            )
        if invitation.needs_zone and not choice.zone:
            raise UserError(
                "The time zone of this invitation is not known here.",
                "Say which time zone its time is meant in.",
                code="calendar-zone",
            )
        plan = InterviewPlan(
            type=choice.type or invitation.type,
            when=when.model_copy(update={"zone": _checked(choice.zone)}) if choice.zone else when,
            place=invitation.place,
            link=invitation.link,
            interviewers=invitation.interviewers,
            notes=invitation.text if choice.with_text else "",
        )
        arranged = self._interviews.arrange(choice.job_id, plan, uid=invitation.uid, organiser=invitation.organiser)
        one = self._numbered(arranged.interview, invitation.sequence)
        return Arranged(one, arranged.move, arranged.added, arranged.linked)

    def _change(self, before: Interview, changes: Mapping[str, object], sequence: int) -> tuple[Interview, Interview]:
        """One that was removed comes back with it."""
        if before.removed is not None:
            self._interviews.restore([before.id])
        self._interviews.change(before.id, changes)
        return before, self._numbered(self._interviews.get(before.id), sequence)

    def _numbered(self, interview: Interview, sequence: int) -> Interview:
        """Not behind the version that was taken in, so that the next one is told from it."""
        if sequence <= interview.sequence:
            return interview
        told = interview.model_copy(update={"sequence": sequence})
        with self._db.write() as unit:
            InterviewStore(unit.session).update(interview, told)
        return told

    def _put(self, interview: Interview) -> None:
        if interview.removed is not None:
            self._interviews.remove([interview.id])
        else:
            self._interviews.put(interview)


def _is_older(invitation: Invitation, there: Interview) -> bool:
    """By its number; of two that are no higher, the one that was made after our last change is still the newer."""
    made_later = invitation.stamped is not None and invitation.stamped > there.updated
    return invitation.sequence <= there.sequence and not made_later


def _changes(there: Interview, invitation: Invitation, zone: str) -> dict[str, object]:
    """What the invitation says otherwise. What it leaves out stays, and so does everybody the person added."""
    found: dict[str, object] = {}
    when = invitation.when
    if when is not None and zone:
        when = when.model_copy(update={"zone": _checked(zone)})
    if when is not None and not _same_time(there, when.start, when.minutes, all_day=when.all_day):
        found["when"] = when
    for name in ("place", "link"):
        said = getattr(invitation, name)
        if said and said != getattr(there, name):
            found[name] = said
    known = {each.email.lower() for each in there.interviewers if each.email} | {
        each.name.casefold() for each in there.interviewers
    }
    new = tuple(each for each in invitation.interviewers if not ({each.email.lower(), each.name.casefold()} & known))
    if new:
        found["interviewers"] = (*there.interviewers, *(Interviewer.model_validate(each) for each in new))
    if there.cancelled:
        found["outcome"] = InterviewOutcome.PENDING
    if there.removed is not None:
        found["type"] = there.type  # so that it comes back
    return found


def _same_time(there: Interview, start: datetime, minutes: int, *, all_day: bool) -> bool:
    when = there.when
    if all_day or when.all_day:
        return when.all_day is all_day and when.start == start and when.minutes == minutes
    return when.start == start and when.minutes == minutes


def _checked(zone: str) -> str:
    try:
        zone_of(zone)
    except ValueError as exc:
        raise UserError(
            f"“{zone}” is no time zone this computer knows.",
            "Write it as Europe/Berlin or as UTC+05:30.",
            code="calendar-zone",
        ) from exc
    return zone
