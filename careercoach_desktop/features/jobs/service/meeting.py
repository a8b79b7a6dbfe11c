"""What the feature that keeps interviews needs of jobs: their names, their next conversation, their timeline."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from careercoach_desktop.features.jobs.model import JobChanged, JobName, TimelineKind
from careercoach_desktop.features.jobs.service.base import JobVerbs
from careercoach_desktop.features.jobs.store import JobStore, MeetingStore
from careercoach_desktop.foundation.storage.database import UnitOfWork

if TYPE_CHECKING:
    from sqlmodel import Session


def names_of(session: Session, job_ids: Collection[int]) -> dict[int, JobName]:
    """``MeetingVerbs.names`` where there is only a session: the search index is filled before services stand."""
    return MeetingStore(session).names(job_ids)


class MeetingVerbs(JobVerbs):
    """In the caller's transaction, so that a job and its interviews never say different things."""

    def names(self, job_ids: Collection[int]) -> dict[int, JobName]:
        """What these jobs are called and where they stand; those that were removed are left out."""
        with self._db.read() as session:
            return MeetingStore(session).names(job_ids)

    def set_next_interviews(self, unit: UnitOfWork, moments: Mapping[int, datetime | None]) -> None:
        """When the next conversation of each of these jobs begins; only what differs is written and told."""
        for job_id in MeetingStore(unit.session).set_next_interviews(moments):
            unit.emit(JobChanged(job_id))

    def with_interviews_before(self, moment: datetime) -> list[int]:
        """The jobs whose next conversation, as their cards have it, began before then."""
        with self._db.read() as session:
            return MeetingStore(session).with_interviews_before(moment)

    def take_back_event(self, unit: UnitOfWork, job_id: int, kind: TimelineKind, text: str) -> bool:
        """The newest entry of this kind goes, if it says exactly this: what it tells of was undone."""
        dropped = JobStore(unit.session).drop_event_saying(job_id, kind, text)
        if dropped:
            unit.emit(JobChanged(job_id))
        return dropped
