"""What follows from rounds: when a job's next conversation is, and what is due about it. Worked out in the transaction
of the change it follows from, so a card and the bell never say what the calendar does not.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from careercoach_desktop.features.interviews.model import InterviewOutcome, InterviewsChanged
from careercoach_desktop.features.interviews.model.when import DAY_MINUTES, zone_of
from careercoach_desktop.features.interviews.service.base import Below, own_zone
from careercoach_desktop.features.interviews.store import InterviewStore, Kept
from careercoach_desktop.features.jobs.model import (
    JobAdded,
    JobRemoved,
    JobsMerged,
    JobsMoved,
    JobStatus,
)
from careercoach_desktop.features.reminders.model import ReminderKind, ReminderSettled
from careercoach_desktop.features.reminders.service import ReminderService, Wish
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.storage.database import UnitOfWork

THANKS_AFTER = timedelta(days=1)
THANKS_UNTIL = timedelta(days=14)
"""Later than this a word of thanks surprises more than it pleases."""
_CLOSED = (JobStatus.REJECTED, JobStatus.WITHDRAWN, JobStatus.ACCEPTED)


class Following:
    """Listens from the moment it is made."""

    def __init__(self, below: Below, reminders: ReminderService, now: Callable[[], datetime] = utc_now) -> None:
        self._below = below
        self._reminders = reminders
        self._now = now
        bus = below.database.bus
        bus.within(InterviewsChanged, lambda event, unit: unit.before_commit(self.keep_true, *event.job_ids))
        bus.within(JobsMerged, lambda event, unit: unit.before_commit(self.keep_true, *event.job_ids))
        bus.within(JobsMoved, lambda event, unit: unit.before_commit(self._keep_those_with_rounds, *event.job_ids))
        for kind in (JobAdded, JobRemoved):
            bus.within(kind, self._on_job)
        bus.within(SettingsChanged, self._on_settings)
        bus.within(ReminderSettled, self._on_settled)

    def keep_true(self, unit: UnitOfWork, job_ids: Collection[int]) -> None:
        """Let the next conversation of these jobs, and what is due about it, be what follows from their rounds."""
        now, zone = self._now(), zone_of(own_zone(self._below.settings))
        rounds: dict[int, list[Kept]] = {job_id: [] for job_id in job_ids}
        for kept in InterviewStore(unit.session).of_jobs(job_ids):
            rounds[kept.row.job_id].append(kept)
        ahead = {job_id: _next(some, now) for job_id, some in rounds.items()}
        moments = {job_id: None if one is None else _moment(one, zone) for job_id, one in ahead.items()}
        self._below.jobs.set_next_interviews(unit, moments)
        names = self._below.jobs.names(job_ids)
        wishes = []
        for job_id in names:  # what is about a removed job stays as it is, unseen, and comes back with it
            one = ahead[job_id]
            day = None if one is None else _day(one, one.row.starts, zone)
            thanks = None if names[job_id].status in _CLOSED else _thanks(rounds[job_id], now, zone)
            subject = f"job:{job_id}"
            wishes += [Wish(subject, ReminderKind.INTERVIEW, day), Wish(subject, ReminderKind.THANK_YOU, thanks)]
        self._reminders.replace_many(unit, wishes)

    def pass_over(self) -> None:
        """What time has settled: conversations that are over are nobody's next, and nobody is thanked so late."""
        now = self._now()
        settled = {*self._below.jobs.with_interviews_before(now), *self._to_be_thanked_no_more(now)}
        if settled:
            with self._below.database.write() as unit:
                self.keep_true(unit, settled)

    def _to_be_thanked_no_more(self, now: datetime) -> set[int]:
        today = now.astimezone(zone_of(own_zone(self._below.settings))).date()
        late = self._reminders.due(today - THANKS_UNTIL - timedelta(days=1))
        about = {int(one.subject.removeprefix("job:")) for one in late if one.kind is ReminderKind.THANK_YOU}
        return set(self._below.jobs.names(about)) if about else set()

    def _keep_those_with_rounds(self, unit: UnitOfWork, job_ids: Collection[int]) -> None:
        """Most jobs that are moved or added have none."""
        have = InterviewStore(unit.session).jobs_with_rounds(job_ids)
        if have:
            self.keep_true(unit, have)

    def _on_job(self, event: Any, unit: UnitOfWork) -> None:
        unit.before_commit(self._keep_those_with_rounds, event.job_id)

    def _on_settings(self, event: SettingsChanged, unit: UnitOfWork) -> None:
        if "time_zone" in event.names:
            self.keep_true(unit, InterviewStore(unit.session).jobs_with_rounds())

    def _on_settled(self, event: ReminderSettled, unit: UnitOfWork) -> None:
        """Whoever says in the bell that they have thanked has followed up; taken back there, it is taken back here."""
        kind, _, number = event.reminder.subject.partition(":")
        if event.reminder.kind is not ReminderKind.THANK_YOU or kind != "job":
            return
        store, zone = InterviewStore(unit.session), zone_of(own_zone(self._below.settings))
        last = _last_that_took_place(store.of_jobs([int(number)]))
        moment = event.undone or self._now()
        day = moment.astimezone(zone).date()
        known = None if event.undone is None else day
        if last is None or last.row.followed_up != known:  # it was noted, or changed, in the round itself
            return
        store.set_followed_up(last.row.id, None if event.undone else day)
        unit.emit(InterviewsChanged((last.row.id,), (last.row.job_id,)))


def _last_that_took_place(rounds: Sequence[Kept]) -> Kept | None:
    return max((one for one in rounds if one.row.completed is not None), key=lambda one: one.row.ends, default=None)


def _next(rounds: Sequence[Kept], now: datetime) -> Kept | None:
    """The one that is under way, or comes next."""
    cancelled = InterviewOutcome.CANCELLED.value
    return next(
        (one for one in rounds if one.row.ends > now and one.row.completed is None and one.row.outcome != cancelled),
        None,
    )


def _thanks(rounds: Sequence[Kept], now: datetime, zone: tzinfo) -> date | None:
    """The day after the last round that took place, unless somebody was written to since, or it is long ago."""
    last = _last_that_took_place(rounds)
    if last is None:
        return None
    unwanted = (InterviewOutcome.FAILED.value, InterviewOutcome.CANCELLED.value)
    if last.row.followed_up is not None or last.row.outcome in unwanted:
        return None
    days = last.row.minutes // DAY_MINUTES if last.row.all_day else 1
    day = _day(last, last.row.starts, zone) + days * THANKS_AFTER
    return day if now.astimezone(zone).date() - day <= THANKS_UNTIL else None


def _moment(one: Kept, zone: tzinfo) -> datetime:
    """When it begins; a whole day begins at the person's own midnight, wherever it takes place."""
    return datetime.combine(_day(one, one.row.starts, zone), time(), zone) if one.row.all_day else one.row.starts


def _day(one: Kept, moment: datetime, zone: tzinfo) -> date:
    """The person's own day; whole days are the same everywhere."""
    if one.row.all_day:
        return date.fromisoformat(one.row.local_start[:10])
    return moment.astimezone(zone).date()
