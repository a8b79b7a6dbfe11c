"""What Claude judged of how a job fits, the latest per job and résumé. What the local matcher finds is the job’s."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

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
