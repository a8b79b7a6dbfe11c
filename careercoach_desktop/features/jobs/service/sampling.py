"""The sample data's jobs, with a believable past, for people who want to look around first."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from careercoach_desktop.features.jobs.model import JobAdded, JobStatus, Posting, SampleJob, TimelineKind
from careercoach_desktop.features.jobs.service.base import JobVerbs
from careercoach_desktop.features.jobs.service.ranking import STEP
from careercoach_desktop.features.jobs.store import JobStore, Standing
from careercoach_desktop.foundation.storage.database import UnitOfWork

DAYS_BETWEEN_STEPS = 6
_WAY_TO = {
    JobStatus.INTERESTED: (),
    JobStatus.APPLIED: (JobStatus.APPLIED,),
    JobStatus.INTERVIEW_SCHEDULED: (JobStatus.APPLIED, JobStatus.INTERVIEW_SCHEDULED),
    JobStatus.INTERVIEW_COMPLETED: (
        JobStatus.APPLIED,
        JobStatus.INTERVIEW_SCHEDULED,
        JobStatus.INTERVIEW_COMPLETED,
    ),
    JobStatus.OFFER_RECEIVED: (
        JobStatus.APPLIED,
        JobStatus.INTERVIEW_SCHEDULED,
        JobStatus.INTERVIEW_COMPLETED,
        JobStatus.OFFER_RECEIVED,
    ),
    JobStatus.ACCEPTED: (JobStatus.APPLIED, JobStatus.INTERVIEW_COMPLETED, JobStatus.ACCEPTED),
    JobStatus.REJECTED: (JobStatus.APPLIED, JobStatus.REJECTED),
    JobStatus.WITHDRAWN: (JobStatus.APPLIED, JobStatus.WITHDRAWN),
}


class SampleVerbs(JobVerbs):
    """Adding the sample data."""

    def add_sample(self, entries: Sequence[SampleJob]) -> list[int]:
        """Add sample jobs with their past in one transaction, in the order given within each column; their ids."""
        with self._db.write() as unit:
            ids = [self._add_one_sample(unit, entry, STEP * (index + 1)) for index, entry in enumerate(entries)]
            for job_id in ids:
                unit.emit(JobAdded(job_id))
            return ids

    def _add_one_sample(self, unit: UnitOfWork, entry: SampleJob, rank: float) -> int:
        store = JobStore(unit.session)
        moves = entry.history or (() if entry.status == JobStatus.INTERESTED else ((entry.status, entry.created),))
        applied = next((when for status, when in moves if status == JobStatus.APPLIED), None)
        values: dict[str, object] = {
            "created": entry.created,
            "entered_column": moves[-1][1] if moves else entry.created,
            "applied_at": applied,
            "status": entry.status.value,
            "rank": rank,
            "tags": json.dumps(list(entry.tags)),
            "notes": entry.notes,
            "priority": entry.priority,
        }
        job_id = self._insert(unit, entry.posting, values)
        store.add_event(job_id, TimelineKind.ADDED, "from the sample data", entry.created)
        standing = Standing(job_id, JobStatus.INTERESTED, rank, entry.created, None)
        for status, when in moves:
            first = status == JobStatus.APPLIED and standing.applied is None
            store.add_change(standing, status, when, first_applied=first)
            standing = Standing(job_id, status, rank, when, when if first else standing.applied)
        return job_id


def read_sample(entries: Sequence[Mapping[str, Any]], now: datetime) -> list[SampleJob]:
    """``resources/sample/jobs.json`` as jobs whose days lie relative to ``now``.

    Each entry holds ``Posting`` fields, ``posted_days_ago`` and ``deadline_in_days`` (days or null), ``status``,
    ``days_in_column``, ``tags``, ``priority`` and ``notes``. Raises pydantic's ValidationError when it does not.
    """
    return [_sample_job(entry, now) for entry in entries]


def _sample_job(entry: Mapping[str, Any], now: datetime) -> SampleJob:
    today = now.astimezone().date()
    posted, deadline = entry.get("posted_days_ago"), entry.get("deadline_in_days")
    fields = {name: value for name, value in entry.items() if name in Posting.model_fields}
    fields["posted_date"] = None if posted is None else today - timedelta(days=posted)
    fields["deadline"] = None if deadline is None else today + timedelta(days=deadline)
    status = JobStatus(entry["status"])
    entered = now - timedelta(days=entry["days_in_column"])
    way = _WAY_TO[status]
    history = tuple(
        (step, entered - timedelta(days=DAYS_BETWEEN_STEPS * (len(way) - 1 - at))) for at, step in enumerate(way)
    )
    created = history[0][1] - timedelta(days=2) if history else entered
    tags, notes, priority = tuple(entry.get("tags", ())), entry.get("notes", ""), entry.get("priority", False)
    return SampleJob(Posting.model_validate(fields), status, created, history, tags, notes, priority)
