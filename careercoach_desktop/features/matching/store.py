"""What Claude judged of how a job fits, the latest per job and résumé. What the local matcher finds is the job’s."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Field, Session, SQLModel, UniqueConstraint, col, select

from careercoach_desktop.foundation.storage.columns import UtcDateTime


class JobJudgementRow(SQLModel, table=True):
    """``content`` is a ``Judgement`` as JSON, true for what ``basis`` is the digest of; ``made_by`` the model's id."""

    __tablename__ = "job_judgement"
    __table_args__ = (UniqueConstraint("job_id", "resume_id"),)

    id: int | None = Field(default=None, primary_key=True)
    job_id: int = Field(foreign_key="job.id", ondelete="CASCADE")
    resume_id: int = Field(foreign_key="resume.id", ondelete="CASCADE", index=True)
    basis: str
    made_by: str
    content: str
    created: datetime = Field(sa_type=UtcDateTime)


class JudgementStore:
    """Works inside the caller's transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, row: JobJudgementRow) -> None:
        """In the place of the one there was for this job and résumé."""
        before = self.get(row.job_id, row.resume_id)
        if before is not None:
            self._session.delete(before)
            self._session.flush()
        self._session.add(row)
        self._session.flush()

    def get(self, job_id: int, resume_id: int) -> JobJudgementRow | None:
        wanted = (col(JobJudgementRow.job_id) == job_id, col(JobJudgementRow.resume_id) == resume_id)
        return self._session.exec(select(JobJudgementRow).where(*wanted)).first()

    def bases(self, job_ids: Collection[int], resume_id: int) -> dict[int, tuple[str, str]]:
        """What each judgement rests on and which model made it, by job."""
        wanted = (col(JobJudgementRow.job_id).in_(job_ids), col(JobJudgementRow.resume_id) == resume_id)
        rows = self._session.exec(select(JobJudgementRow).where(*wanted))
        return {row.job_id: (row.basis, row.made_by) for row in rows}
