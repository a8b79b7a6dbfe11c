"""Applications: what was sent for a job, and what came of it.

A job that reaches APPLIED has an application from that moment on, in the same transaction; what was sent and where can
be added then or later. It follows the job: rejected with it, accepted with it.
"""

from __future__ import annotations

from datetime import date, datetime

from careercoach_desktop.features.jobs.model import (
    Application,
    ApplicationChanged,
    ApplicationStatus,
    EnclosureKind,
    JobStatus,
    TimelineKind,
)
from careercoach_desktop.features.jobs.service.base import JobVerbs, gone
from careercoach_desktop.features.jobs.store import ApplicationStore, JobStore
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import UnitOfWork

FOLLOWS = {
    JobStatus.APPLIED: ApplicationStatus.SUBMITTED,
    JobStatus.INTERVIEW_SCHEDULED: ApplicationStatus.UNDER_REVIEW,
    JobStatus.INTERVIEW_COMPLETED: ApplicationStatus.UNDER_REVIEW,
    JobStatus.OFFER_RECEIVED: ApplicationStatus.UNDER_REVIEW,
    JobStatus.ACCEPTED: ApplicationStatus.ACCEPTED,
    JobStatus.REJECTED: ApplicationStatus.REJECTED,
}
"""What the job's column says about its application; a job that was withdrawn leaves it as it was."""


class ApplyingVerbs(JobVerbs):
    """The verbs of applications."""

    def application(self, job_id: int) -> Application | None:
        """What was sent for the job, None when nothing is recorded."""
        with self._db.read() as session:
            return ApplicationStore(session).of_job(job_id)

    def applications(self) -> list[Application]:
        """Of every job that is there, the last submitted first."""
        with self._db.read() as session:
            return ApplicationStore(session).all()

    def record_application(self, application: Application) -> Application:
        """Record what was sent for a job; returns it with its id. A job has one application: UserError when one is
        recorded already (``update_application`` corrects it)."""
        with self._db.write() as unit:
            store = ApplicationStore(unit.session)
            self._there(unit, application.job_id)
            if store.of_job(application.job_id) is not None:
                raise UserError(
                    "An application is recorded for this job already.",
                    "Correct that one; what it says is kept.",
                    code="application-there",
                )
            recorded = application.model_copy(update={"id": store.insert(application, self._now())})
            self._told(unit, recorded, f"recorded {sent_words(recorded)}".strip())
            return recorded

    def update_application(self, application: Application, *, undoing: bool = False) -> Application:
        """Correct a recorded application; returns it as it was, which undo hands back with ``undoing``."""
        with self._db.write() as unit:
            store = ApplicationStore(unit.session)
            before = self._recorded(store, application.id)
            if application == before:
                return before
            store.update(application)
            if undoing:
                JobStore(unit.session).drop_last_event(application.job_id, TimelineKind.APPLIED)
                unit.emit(ApplicationChanged(application.job_id))
            else:
                self._told(unit, application, _changed_words(before, application))
            return before

    def take_back(self, application_id: int) -> None:
        """The application was not made after all; ``bring_back`` undoes it. The job stays where it is."""
        with self._db.write() as unit:
            store = ApplicationStore(unit.session)
            taken = self._recorded(store, application_id)
            store.set_taken_back(application_id, self._now())
            JobStore(unit.session).drop_last_event(taken.job_id, TimelineKind.APPLIED)
            unit.emit(ApplicationChanged(taken.job_id))

    def bring_back(self, application_id: int) -> None:
        """Undo ``take_back``."""
        with self._db.write() as unit:
            store = ApplicationStore(unit.session)
            taken = self._recorded(store, application_id)
            store.set_taken_back(application_id, None)
            self._told(unit, taken, f"recorded {sent_words(taken)}".strip())

    def _there(self, unit: UnitOfWork, job_id: int) -> None:
        if JobStore(unit.session).value(job_id, "id") is None:
            raise gone()

    def _told(self, unit: UnitOfWork, application: Application, words: str) -> None:
        """The timeline reads ``Application`` before the words."""
        JobStore(unit.session).add_event(application.job_id, TimelineKind.APPLIED, words, self._now())
        unit.emit(ApplicationChanged(application.job_id))

    @staticmethod
    def _recorded(store: ApplicationStore, application_id: int | None) -> Application:
        found = None if application_id is None else store.get(application_id)
        if found is None:
            raise UserError(
                "This application is no longer there.",
                "If its job was moved back just now, redo brings it back.",
                code="application-gone",
            )
        return found


def follow_move(
    unit: UnitOfWork, job_id: int, status: JobStatus, at: datetime, *, again: bool, applied: date | None = None
) -> None:
    """In a move's transaction: what the move makes of the job's application. Reaching APPLIED records one. ``again``:
    the move was undone before, so what was known then is known again. ``at`` is the moment of the move, ``applied`` the
    day when it is another."""
    store = ApplicationStore(unit.session)
    standing, wanted = store.of_job(job_id), FOLLOWS.get(status)
    if wanted is None or (standing is None and status is not JobStatus.APPLIED):
        return
    if standing is not None and not _moves_on(standing.status, wanted):
        return
    if not (again and store.revive(job_id, wanted, at)):
        before = standing or Application(job_id=job_id)
        day = before.submitted or (applied or at.astimezone().date() if status is JobStatus.APPLIED else None)
        store.replace(job_id, before.model_copy(update={"id": None, "status": wanted, "submitted": day}), at)
    unit.emit(ApplicationChanged(job_id))


def recall_application(
    unit: UnitOfWork, job_id: int, status: JobStatus, applied: datetime | None, now: datetime
) -> None:
    """In the transaction that brings a job in from elsewhere: a job that was applied to has an application, though all
    that is known of it may be the day."""
    store = ApplicationStore(unit.session)
    if (applied is None and status is not JobStatus.APPLIED) or store.of_job(job_id) is not None:
        return
    state = FOLLOWS.get(status, ApplicationStatus.SUBMITTED)
    day = (applied or now).astimezone().date()
    store.insert(Application(job_id=job_id, status=state, submitted=day), now)


def unfollow_move(unit: UnitOfWork, job_id: int, moved_at: datetime, now: datetime) -> None:
    """In the transaction that undoes a move: its application is as it was before."""
    if ApplicationStore(unit.session).unmake(job_id, moved_at, now):
        unit.emit(ApplicationChanged(job_id))


def sent_words(application: Application) -> str:
    """``with “Lena Marsh – master” version 3, through jobs.example.com``; empty when nothing is known of that."""
    named = {EnclosureKind.RESUME: 0, EnclosureKind.COVER_LETTER: 1, EnclosureKind.OTHER: 2}
    sent = [
        f"“{one.title}”" + (f" version {one.version}" if one.version is not None else "")
        for one in sorted(application.enclosures, key=lambda one: named[one.kind])
    ]
    parts = [f"with {' and '.join(sent)}"] if sent else []
    site = application.portal_url.split("://")[-1].split("/")[0].removeprefix("www.")
    parts += [f"through {site}"] if site else []
    parts += [f"confirmation {application.confirmation}"] if application.confirmation else []
    return ", ".join(parts)


def _moves_on(now: ApplicationStatus, wanted: ApplicationStatus) -> bool:
    """Whether a move changes the application: going back to APPLIED does not un-review it."""
    return now is not wanted and (wanted is not ApplicationStatus.SUBMITTED or now is ApplicationStatus.DRAFT)


def _changed_words(before: Application, after: Application) -> str:
    if before.status is not after.status:
        return f"is now {after.status.value.replace('_', ' ').lower()}"
    if before.responded is None and after.responded is not None:
        return "was answered"
    sent = sent_words(after)
    return f"sent {sent}" if sent and sent != sent_words(before) else "corrected"
