"""What every group of verbs of the résumé service stands on: the database, the clock, and how a version is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import ReadingState, ResumeChanged, ResumeData, VersionReason
from careercoach_desktop.features.resumes.service.likeness import doubt_about
from careercoach_desktop.features.resumes.service.reading import ResumeReading, contact_of
from careercoach_desktop.features.resumes.store import ResumeRow, ResumeStore
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork
from careercoach_desktop.foundation.tasks.queue import TaskQueue

SITTING = timedelta(minutes=30)
"""Edits that follow each other within this time are one version."""
_ONE_SITTING = (VersionReason.EDITED, VersionReason.CORRECTED)


class ResumeVerbs:
    """``clock`` returns aware datetimes. Verbs raise UserError ``resume-gone`` for an id that is not there."""

    def __init__(
        self, database: Database, queue: TaskQueue, profile: ProfileService, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self._database = database
        self._profile = profile
        self._clock = clock
        self._reading = ResumeReading(database, queue, profile, clock)

    def _keep(self, unit: UnitOfWork, row: ResumeRow, data: ResumeData, reason: VersionReason) -> int:
        store = ResumeStore(unit.session)
        resume_id, now = row.id or 0, self._clock()
        said = store.data(resume_id, row.version)
        present = store.version_row(resume_id, row.version)
        same_sitting = (
            reason in _ONE_SITTING
            and present is not None
            and present.reason == reason
            and not present.name
            and now - present.changed < SITTING
        )
        if same_sitting and present is not None:
            number = store.overwrite_version(row, present, data, now)
        else:
            number = store.write_version(row, data, reason, now)
        if row.state == ReadingState.FAILED:  # typed by hand instead
            row.state, row.problem, row.next_step = ReadingState.READ, "", ""
            store.add(row)
        if row.problem and not doubt_about(data):  # what was read was next to nothing, what was typed since is enough
            row.problem = row.next_step = ""
            store.add(row)
        if store.primary() is None and not row.problem and row.fields:
            store.give_mark(row)
        if row.is_primary and row.original_sha256 is None:  # written here: nobody checks it, so the profile follows it
            self._profile.correct_contact(unit, contact_of(said), contact_of(data))
        unit.emit(ResumeChanged(resume_id))
        return number


def live(store: ResumeStore, resume_id: int) -> ResumeRow:
    """The row of a résumé that is there; raises UserError ``resume-gone`` otherwise."""
    row = store.get(resume_id)
    if row is None or row.removed is not None:
        raise gone()
    return row


def original_of(store: ResumeStore, row: ResumeRow) -> bytes:
    """The file it was read from; raises UserError ``resume-no-original`` for one that was written here."""
    if row.original_sha256 is None:
        raise UserError(
            "This résumé was written here, so there is no file it was read from.",
            "Export it to get a file.",
            code="resume-no-original",
        )
    return store.original(row.original_sha256)


def gone() -> UserError:
    """What to say when a résumé was removed meanwhile."""
    return UserError(
        "This résumé is no longer here.", "It may have been deleted; undo brings it back.", code="resume-gone"
    )
