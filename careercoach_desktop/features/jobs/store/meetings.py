"""Queries on when the next conversation about a job is, and on what a job is called."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlmodel import Session

from careercoach_desktop.features.jobs.model import JobName, JobStatus
from careercoach_desktop.features.jobs.store.among import among
from careercoach_desktop.features.jobs.store.tables import JOB
from careercoach_desktop.foundation.storage.columns import UtcDateTime


class MeetingStore:
    """Queries on one session; the caller owns the transaction."""

    def __init__(self, session: Session) -> None:
        self._connection = session.connection()

    def names(self, job_ids: Collection[int]) -> dict[int, JobName]:
        """Of those that are there, archived ones included."""
        query = select(JOB.c.id, JOB.c.title, JOB.c.company, JOB.c.status)
        rows = self._connection.execute(query.where(among(JOB.c.id, job_ids), JOB.c.deleted_at.is_(None)))
        status = {each.value: each for each in JobStatus}
        return {row[0]: JobName(row[1], row[2], status[row[3]]) for row in rows}

    def set_next_interviews(self, moments: Mapping[int, datetime | None]) -> list[int]:
        """The ids of the jobs for which that is news; removed ones follow too, and come back as they should be."""
        query = select(JOB.c.id, JOB.c.next_interview).where(among(JOB.c.id, moments))
        changed = [row[0] for row in self._connection.execute(query) if row[1] != moments[row[0]]]
        if changed:
            value = bindparam("moment", type_=UtcDateTime)
            statement = update(JOB).where(JOB.c.id == bindparam("at")).values(next_interview=value)
            self._connection.execute(statement, [{"at": job_id, "moment": moments[job_id]} for job_id in changed])
        return changed

    def with_interviews_before(self, moment: datetime) -> list[int]:
        return list(self._connection.execute(select(JOB.c.id).where(JOB.c.next_interview < moment)).scalars())
