"""The sample data's jobs, with a believable past, for people who want to look around first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from careercoach_desktop.features.jobs.model import (
    Application,
    ApplicationChanged,
    JobAdded,
    JobStatus,
    SampleJob,
    TimelineKind,
)
from careercoach_desktop.features.jobs.service.applying import FOLLOWS, follow_move, sent_words
from careercoach_desktop.features.jobs.service.base import JobVerbs
from careercoach_desktop.features.jobs.service.ranking import STEP
from careercoach_desktop.features.jobs.store import ApplicationStore, JobStore, Standing
from careercoach_desktop.foundation.storage.database import UnitOfWork

_WRITTEN_AFTER = timedelta(minutes=4)


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
            "score": entry.score,
            "match_report": entry.match_report or None,
        }
        job_id = self._insert(unit, entry.posting, values)
        store.add_event(job_id, TimelineKind.ADDED, "from the sample data", entry.created)
        self._let_pass(unit, entry, Standing(job_id, JobStatus.INTERESTED, rank, entry.created, None), moves)
        return job_id

    def _let_pass(
        self, unit: UnitOfWork, entry: SampleJob, standing: Standing, moves: Sequence[tuple[JobStatus, datetime]]
    ) -> None:
        """Let the job go its way, with what was sent on it."""
        store, job_id = JobStore(unit.session), standing.job_id
        for number, (status, when) in enumerate(moves, start=1):
            first = status == JobStatus.APPLIED and standing.applied is None
            reason = entry.reason if number == len(moves) else ""
            store.add_change(standing, status, when, first_applied=first, reason=reason)
            if first and entry.application is not None:
                _record(unit, job_id, entry.application, when)
            else:
                follow_move(unit, job_id, status, when, again=False)
            standing = Standing(job_id, status, standing.rank, when, when if first else standing.applied)


def _record(unit: UnitOfWork, job_id: int, application: Application, applied: datetime) -> None:
    """The application that the first move to APPLIED makes, with what the person wrote down a few minutes later."""
    own = {"job_id": job_id, "status": FOLLOWS[JobStatus.APPLIED], "submitted": applied.astimezone().date()}
    ApplicationStore(unit.session).insert(application.model_copy(update=own), applied)
    unit.emit(ApplicationChanged(job_id))
    if sent := sent_words(application):
        JobStore(unit.session).add_event(job_id, TimelineKind.APPLIED, f"recorded {sent}", applied + _WRITTEN_AFTER)
