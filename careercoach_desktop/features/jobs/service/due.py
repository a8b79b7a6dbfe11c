"""What is due about jobs and people, computed in the transaction of the change it follows from, so it is never wrong.

Reminders have a day long before it comes, so nothing has to be computed when it does; the daily pass only lets go of
what time has settled (a deadline that is over) and looks after files of earlier versions.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from careercoach_desktop.features.jobs.model import (
    ApplicationChanged,
    ContactsChanged,
    DueLine,
    JobAdded,
    JobChanged,
    JobRemoved,
    JobsMoved,
    JobStatus,
    PostingFilled,
    PostingRead,
    TimelineKind,
)
from careercoach_desktop.features.jobs.service.base import Clock
from careercoach_desktop.features.jobs.store import ContactStore, DueBasis, DueStore, JobStore
from careercoach_desktop.features.reminders.model import Reminder, ReminderKind, RemindersChanged
from careercoach_desktop.features.reminders.service import ReminderService, Wish
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.settings.model import Settings, SettingsChanged
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork

log = logging.getLogger(__name__)

GIVEN_UP_AFTER = timedelta(days=90)
"""Silence that has lasted this much longer than one would ask after is no longer worth a reminder."""
CLOSED = (JobStatus.REJECTED, JobStatus.WITHDRAWN, JobStatus.ACCEPTED)
"""Where people of a job are no longer written to because of it."""
_AT_ONCE = 1000
_COMPUTED = (ReminderKind.DEADLINE, ReminderKind.NO_ANSWER)


@dataclass(frozen=True, slots=True)
class Finished:
    """A reminder that is done, for undo."""

    before: Reminder
    job_id: int | None


class DueService:
    """Listens to everything that may change what is due; offers what a person does about it."""

    def __init__(
        self, database: Database, reminders: ReminderService, settings: Callable[[], Settings], clock: Clock
    ) -> None:
        self._db = database
        self._reminders = reminders
        self._settings = settings
        self._now = clock
        self._writing = False
        bus = database.bus
        bus.within(JobAdded, self._on_added)
        bus.within(ContactsChanged, self._on_contacts)
        for kind in (JobAdded, JobRemoved, PostingRead, PostingFilled, ApplicationChanged):
            bus.within(kind, self._on_job)
        bus.within(JobChanged, self._on_job)
        bus.within(JobsMoved, lambda event, unit: unit.before_commit(self.keep_true, *event.job_ids))
        bus.within(RemindersChanged, self._on_reminders)
        bus.within(SettingsChanged, self._on_settings)

    def today(self) -> date:
        """In the person's own time."""
        return self._now().astimezone().date()

    # What is due -----------------------------------------------------------------------------------------------

    def lines(self, until: date | None = None) -> list[DueLine]:
        """What is not done and counts by that day (None: ever), the earliest first. What is about removed or archived
        jobs, or removed people, is left out: it comes back with them."""
        with self._db.read() as session:
            return self._named(DueStore(session), self._reminders.due(until))

    def of_job(self, job_id: int) -> list[DueLine]:
        """The same about one job, its people included."""
        with self._db.read() as session:
            store = DueStore(session)
            people = store.people_of([job_id]).get(job_id, [])
            return self._named(store, self._reminders.about([_job(job_id), *map(_contact, people)]))

    def count(self) -> int:
        """How many are due today or earlier."""
        return len(self.lines(self.today()))

    def news(self) -> list[DueLine]:
        """What is due and the system was not told of yet; from now on it was. Nothing where somebody wants quiet."""
        if self._current().notifications == "off":
            return []
        fresh = [line for line in self.lines(self.today()) if _is_news(line.reminder)]
        if fresh:
            self._reminders.mark_notified([line.reminder.id for line in fresh])
        return fresh

    # What the person does --------------------------------------------------------------------------------------

    def remind(self, job_ids: Sequence[int], day: date, text: str) -> list[Reminder]:
        """Reminders of the person's own about these jobs; what they are, for ``forget``."""
        with self._db.write():
            return [
                self._reminders.add(_job(job_id), ReminderKind.OWN, day, text.strip())
                for job_id in dict.fromkeys(job_ids)
            ]

    def forget(self, reminder_ids: Sequence[int]) -> list[Reminder]:
        """Take reminders away; what they were, for ``put_back``."""
        with self._db.write():
            return [self._reminders.drop(reminder_id) for reminder_id in reminder_ids]

    def put_back(self, reminders: Sequence[Reminder]) -> None:
        """Every one is exactly what it was."""
        with self._db.write():
            for reminder in reminders:
                self._reminders.put_back(reminder)

    def snooze(self, reminder_id: int, until: date) -> Reminder:
        """Put it off; what it was, for ``put_back``."""
        if until <= self.today():
            raise UserError("That day is not in the future.", "Choose tomorrow or later.", code="day-past")
        return self._reminders.snooze(reminder_id, until)

    def finish(self, reminder_id: int) -> Finished:
        """It is done, and the job's timeline says so; for ``unfinish``."""
        with self._db.write() as unit:
            before = self._reminders.finish(reminder_id)
            job_id = _id_of(before.subject, "job")
            if job_id is not None:
                words = before.text or _WORDS[before.kind]
                JobStore(unit.session).add_event(job_id, TimelineKind.REMINDED, words, self._now())
                unit.emit(JobChanged(job_id))
            return Finished(before, job_id)

    def unfinish(self, finished: Finished) -> None:
        """Undo of ``finish``, the timeline included."""
        with self._db.write() as unit:
            self._reminders.put_back(finished.before)
            if finished.job_id is not None:
                JobStore(unit.session).drop_last_event(finished.job_id, TimelineKind.REMINDED)
                unit.emit(JobChanged(finished.job_id))

    # Keeping it true -------------------------------------------------------------------------------------------

    def pass_over(self) -> None:
        """The daily pass over every job, some at a time: somebody who moves a card meanwhile does not wait."""
        with self._db.read() as session:
            job_ids = [base.job_id for base in DueStore(session).bases()]
        for start in range(0, len(job_ids), _AT_ONCE):
            with self._db.write() as unit:
                self.keep_true(unit, job_ids[start : start + _AT_ONCE])

    def keep_true(self, unit: UnitOfWork, job_ids: Collection[int] | None) -> None:
        """Let the reminders of these jobs (None: of all) be what follows from where they stand."""
        store = DueStore(unit.session)
        bases = store.bases(job_ids)
        with self._at_work():
            self._reminders.replace_many(unit, self._wishes(store, bases, every=job_ids is None))
            self._write_follow_ups(unit, store, bases)

    def plan(self, unit: UnitOfWork, contact_id: int, day: date | None) -> None:
        """When the person wants to get in touch with somebody again; the jobs they belong to follow."""
        self._reminders.replace(unit, _contact(contact_id), ReminderKind.FOLLOW_UP, day, reopen=True)

    def refresh(self, unit: UnitOfWork, job_ids: Collection[int]) -> None:
        """Who belongs to these jobs, or what is due about them, has changed."""
        if not self._writing:
            unit.before_commit(self._show_again, *job_ids)

    def _show_again(self, unit: UnitOfWork, job_ids: Collection[int]) -> None:
        store = DueStore(unit.session)
        with self._at_work():
            self._write_follow_ups(unit, store, store.bases(job_ids))

    def forget_gone(self) -> None:
        """Let go of reminders about records that are gone for good, before another one gets their number."""
        with self._db.write() as unit:
            store, gone = DueStore(unit.session), list[str]()
            subjects = self._reminders.subjects()
            for kind in ("job", "contact"):
                ids = {found: subject for subject in subjects if (found := _id_of(subject, kind)) is not None}
                gone += [ids[each] for each in ids.keys() - store.known(kind, ids)]
            self._reminders.forget(unit, gone)

    def _wishes(self, store: DueStore, bases: Sequence[DueBasis], *, every: bool) -> list[Wish]:
        """What is away keeps its reminders unseen, so that bringing it back is exact."""
        settings, today = self._current(), self.today()
        applied = [base.job_id for base in bases if base.status is JobStatus.APPLIED and not base.is_away]
        sent, contacted, answered = store.sent(applied), store.contacted(applied), store.answered(applied)
        open_now = {(one.subject, one.kind) for one in self._reminders.due()} if every else None
        wishes = []
        for base in bases:
            if base.is_away:
                continue
            closing = asking = None
            if base.status is JobStatus.INTERESTED and base.deadline is not None and base.deadline >= today:
                closing = base.deadline - timedelta(days=settings.reminder_deadline_days)
            if base.status is JobStatus.APPLIED and base.job_id not in answered:
                since = sent.get(base.job_id) or _local(base.entered_column)
                if base.job_id in contacted:
                    since = max(since, _local(contacted[base.job_id]))
                asking = since + timedelta(days=settings.reminder_no_answer_days)
                asking = asking if today - asking <= GIVEN_UP_AFTER else None
            subject = _job(base.job_id)
            for kind, due in zip(_COMPUTED, (closing, asking), strict=True):
                if due is not None or open_now is None or (subject, kind) in open_now:
                    wishes.append(Wish(subject, kind, due))
        return wishes

    def _write_follow_ups(self, unit: UnitOfWork, store: DueStore, bases: Sequence[DueBasis]) -> None:
        """Let every card say the nearest day on which something is due about it."""
        people = store.people_of([base.job_id for base in bases if base.status not in CLOSED])
        subjects = {_job(base.job_id) for base in bases} | {_contact(each) for some in people.values() for each in some}
        nearest: dict[str, date] = {}
        for one in self._reminders.about(subjects):
            nearest.setdefault(one.subject, one.day)
        days = {}
        for base in bases:
            about = (_job(base.job_id), *(_contact(each) for each in people.get(base.job_id, ())))
            day = None if base.is_away else min((nearest[each] for each in about if each in nearest), default=None)
            if day != base.follow_up:
                days[base.job_id] = day
        store.set_follow_ups(days)
        for job_id in days:
            unit.emit(JobChanged(job_id))

    def _mirror(self, unit: UnitOfWork, contact_ids: Sequence[int]) -> None:
        """A person's next follow-up is the day of the open reminder about them."""
        store, contacts = DueStore(unit.session), ContactStore(unit.session)
        days: dict[int, date] = {}
        for one in self._reminders.about([_contact(each) for each in contact_ids]):
            contact_id = _id_of(one.subject, "contact")
            if one.kind is ReminderKind.FOLLOW_UP and contact_id is not None:
                days.setdefault(contact_id, one.day)
        for contact in contacts.some(contact_ids):
            if contact.id is not None and contact.next_follow_up != days.get(contact.id):
                contacts.update(contact.model_copy(update={"next_follow_up": days.get(contact.id)}))
                unit.emit(ContactsChanged((contact.id,), tuple(store.jobs_of([contact.id]))))

    def _on_added(self, event: JobAdded, unit: UnitOfWork) -> None:
        """A job that comes with a day to follow up, from a table somebody kept, comes with a reminder."""
        if not self._writing:
            unit.before_commit(self._adopt_jobs, event.job_id)

    def _adopt_jobs(self, unit: UnitOfWork, job_ids: Collection[int]) -> None:
        oldest = self.today() - GIVEN_UP_AFTER
        bases = DueStore(unit.session).bases(job_ids)
        planned = {base.job_id: base.follow_up for base in bases if base.follow_up and base.follow_up >= oldest}
        self.keep_true(unit, job_ids)
        known = {(one.subject, one.day) for one in self._reminders.about([_job(each) for each in planned])}
        wishes = [
            Wish(_job(job_id), ReminderKind.FOLLOW_UP, day)
            for job_id, day in planned.items()
            if (_job(job_id), day) not in known  # what it says may have been worked out where it comes from
        ]
        with self._at_work():
            self._reminders.replace_many(unit, wishes)
        self._show_again(unit, planned)

    def _on_contacts(self, event: ContactsChanged, unit: UnitOfWork) -> None:
        """The same for people that come with a day."""
        if not self._writing:
            people = ContactStore(unit.session).some(event.contact_ids)
            planned = {each.id: each.next_follow_up for each in people if each.id and each.next_follow_up}
            known = {one.subject for one in self._reminders.about([_contact(each) for each in planned])}
            wishes = [
                Wish(_contact(contact_id), ReminderKind.FOLLOW_UP, day)
                for contact_id, day in planned.items()
                if _contact(contact_id) not in known
            ]
            self._reminders.replace_many(unit, wishes, reopen=True)

    def _on_job(self, event: Any, unit: UnitOfWork) -> None:
        fields = event.fields if isinstance(event, JobChanged) else ()
        if not self._writing and (not fields or "deadline" in fields):
            unit.before_commit(self.keep_true, event.job_id)

    def _on_reminders(self, event: RemindersChanged, unit: UnitOfWork) -> None:
        jobs = [found for each in event.subjects if (found := _id_of(each, "job")) is not None]
        people = [found for each in event.subjects if (found := _id_of(each, "contact")) is not None]
        if people:
            self._mirror(unit, people)
        self.refresh(unit, {*jobs, *DueStore(unit.session).jobs_of(people)})

    def _on_settings(self, event: SettingsChanged, unit: UnitOfWork) -> None:
        if any(name.startswith("reminder_") for name in event.names):
            self.keep_true(unit, None)

    def _current(self) -> Settings:
        """With a variable in the environment that is no value, moving a card must still work."""
        try:
            return self._settings()
        except UserError as problem:
            log.warning("reminders go by the usual days: %s", problem.code)
            return Settings.model_validate({})

    def _named(self, store: DueStore, reminders: Sequence[Reminder]) -> list[DueLine]:
        jobs = {found for one in reminders if (found := _id_of(one.subject, "job")) is not None}
        people = {found for one in reminders if (found := _id_of(one.subject, "contact")) is not None}
        bases = {base.job_id: base for base in store.bases(jobs) if not base.is_away}
        persons = store.people(people)
        settings = self._current()  # asked once: a thousand lines follow
        waits, zone = timedelta(days=settings.reminder_no_answer_days), _zone(settings)
        lines = []
        for one in reminders:
            job, person = _id_of(one.subject, "job"), _id_of(one.subject, "contact")
            if job in bases:
                base = bases[job]
                since = one.due - waits if one.kind is ReminderKind.NO_ANSWER else None
                interview = None if base.next_interview is None else base.next_interview.astimezone(zone)
                line = DueLine(one, base.title, base.company, job, None, base.deadline, since, interview)
                lines.append(line)
            elif person in persons:
                who = persons[person]
                lines.append(DueLine(one, who.name, who.company, contact_id=who.contact_id))
            elif job is None and person is None:  # of a higher feature, which says in the text what it is about
                lines.append(DueLine(one, one.text))
        return lines

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """What is written here follows from what is true already. There is one writer, so one flag is enough."""
        before, self._writing = self._writing, True
        try:
            yield
        finally:
            self._writing = before


_WORDS = {
    ReminderKind.DEADLINE: "Deadline",
    ReminderKind.NO_ANSWER: "No answer yet",
    ReminderKind.FOLLOW_UP: "Follow up",
    ReminderKind.INTERVIEW: "Interview",
    ReminderKind.THANK_YOU: "Thanked for the interview",
    ReminderKind.OWN: "Reminder",
}


def _is_news(reminder: Reminder) -> bool:
    """Of interviews the system is told ahead of their hour, by who keeps them."""
    return reminder.notified is None and reminder.kind is not ReminderKind.INTERVIEW


def _zone(settings: Settings) -> ZoneInfo | None:
    """The one the person lives in; None is the computer's own."""
    try:
        return ZoneInfo(settings.time_zone) if settings.time_zone else None
    except (KeyError, OSError, ValueError):  # a zone this computer does not know
        return None


def _job(job_id: int) -> str:
    return f"job:{job_id}"


def _contact(contact_id: int) -> str:
    return f"contact:{contact_id}"


def _id_of(subject: str, kind: str) -> int | None:
    name, _, number = subject.partition(":")
    return int(number) if name == kind and number.isdecimal() else None


def _local(moment: datetime) -> date:
    return moment.astimezone().date()
