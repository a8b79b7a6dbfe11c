"""The table of analyses: one per résumé, and later one per résumé and job."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped
from sqlmodel import Field, Session, SQLModel, col, select

from careercoach_desktop.foundation.storage.columns import UtcDateTime


class ResumeAnalysisRow(SQLModel, table=True):
    """``content`` is an ``Analysis`` as JSON, true for what ``basis`` is the digest of. ``facts`` are the ``FileFacts``
    of the original file, which never changes; empty where it could not be examined."""

    __tablename__ = "resume_analysis"
    __table_args__ = (
        UniqueConstraint("resume_id", "job_id"),
        # NULLs are never equal, so the constraint above allows any number of analyses without a job.
        Index("uq_resume_analysis_resume_id", "resume_id", unique=True, sqlite_where=text("job_id IS NULL")),
    )

    id: int | None = Field(default=None, primary_key=True)
    resume_id: int = Field(foreign_key="resume.id", ondelete="CASCADE")
    job_id: int | None = Field(default=None, foreign_key="job.id", ondelete="CASCADE", index=True)
    version: int
    basis: str
    made_by: str
    overall: int
    ats: int
    readability: int
    content: str
    facts: str = ""
    facts_version: int = 0
    created: datetime = Field(sa_type=UtcDateTime)


class ResumeJudgementRow(SQLModel, table=True):
    """What Claude judged of a résumé: ``content`` as JSON, true for what ``basis`` is the digest of; ``made_by`` the
    model's id. The latest per résumé and job, or per résumé alone."""

    __tablename__ = "resume_judgement"
    __table_args__ = (
        UniqueConstraint("job_id", "resume_id"),
        Index("uq_resume_judgement_resume_id_alone", "resume_id", unique=True, sqlite_where=text("job_id IS NULL")),
    )

    id: int | None = Field(default=None, primary_key=True)
    job_id: int | None = Field(default=None, foreign_key="job.id", ondelete="CASCADE")
    resume_id: int = Field(foreign_key="resume.id", ondelete="CASCADE", index=True)
    basis: str
    made_by: str
    content: str
    created: datetime = Field(sa_type=UtcDateTime)


class JobAnalysisRow(SQLModel, table=True):
    """What Claude said of a job: ``content`` is a ``JobAnalysis`` as JSON, true for what ``basis`` is the digest of;
    ``made_by`` the model's id. The latest per job and résumé, or per job alone. What the rules say is never stored: it
    is worked out in milliseconds whenever it is shown."""

    __tablename__ = "job_analysis"
    __table_args__ = (
        UniqueConstraint("job_id", "resume_id"),
        Index("uq_job_analysis_job_id_alone", "job_id", unique=True, sqlite_where=text("resume_id IS NULL")),
    )

    id: int | None = Field(default=None, primary_key=True)
    job_id: int = Field(foreign_key="job.id", ondelete="CASCADE")
    resume_id: int | None = Field(default=None, foreign_key="resume.id", ondelete="CASCADE", index=True)
    basis: str
    made_by: str
    content: str
    created: datetime = Field(sa_type=UtcDateTime)


class AnalysisStore:
    """The queries of analyses, on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_resume(self, resume_id: int) -> ResumeAnalysisRow | None:
        """The one that looks at no job."""
        table = ResumeAnalysisRow
        query = select(table).where(col(table.resume_id) == resume_id, col(table.job_id).is_(None))
        return self._session.exec(query).first()

    def judgement(self, resume_id: int, job_id: int | None) -> ResumeJudgementRow | None:
        """Claude's latest for this job, or for none."""
        table = ResumeJudgementRow
        return self._session.exec(
            select(table).where(col(table.resume_id) == resume_id, _is(col(table.job_id), job_id))
        ).first()

    def newest_judgement(self, resume_id: int) -> ResumeJudgementRow | None:
        """Claude's latest of all, whatever it was for."""
        table = ResumeJudgementRow
        query = select(table).where(col(table.resume_id) == resume_id)
        return self._session.exec(query.order_by(col(table.created).desc(), col(table.id).desc()).limit(1)).first()

    def put_judgement(self, row: ResumeJudgementRow) -> None:
        """Store it in place of the one before."""
        self.forget_judgement(row.resume_id, row.job_id)
        self._session.add(row)
        self._session.flush()

    def forget_judgement(self, resume_id: int, job_id: int | None) -> bool:
        """Whether there was one."""
        row = self.judgement(resume_id, job_id)
        if row is None:
            return False
        self._session.delete(row)
        self._session.flush()
        return True

    def of_job(self, job_id: int, resume_id: int | None) -> JobAnalysisRow | None:
        """Claude's latest analysis of a job, beside this résumé or none."""
        table = JobAnalysisRow
        return self._session.exec(
            select(table).where(col(table.job_id) == job_id, _is(col(table.resume_id), resume_id))
        ).first()

    def put_of_job(self, row: JobAnalysisRow) -> None:
        """Store it in place of the one before."""
        self.forget_of_job(row.job_id, row.resume_id)
        self._session.add(row)
        self._session.flush()

    def forget_of_job(self, job_id: int, resume_id: int | None) -> bool:
        """Whether there was one."""
        row = self.of_job(job_id, resume_id)
        if row is None:
            return False
        self._session.delete(row)
        self._session.flush()
        return True

    def put(self, row: ResumeAnalysisRow) -> None:
        """Store a new row, or what was changed of one."""
        self._session.add(row)
        self._session.flush()


def _is(column: Mapped[int | None], value: int | None) -> ColumnElement[bool]:
    return column.is_(None) if value is None else column == value
