"""Table and queries of tailorings: a draft, the résumé it started from, and the person's decisions."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, Session, SQLModel, col, select

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.tailoring.model import Draft, Tailoring
from careercoach_desktop.foundation.storage.columns import UtcDateTime


class TailoringRow(SQLModel, table=True):
    __tablename__ = "tailoring"

    id: int | None = Field(default=None, primary_key=True)
    resume_id: int = Field(foreign_key="resume.id", ondelete="CASCADE", index=True)
    job_id: int = Field(foreign_key="job.id", ondelete="CASCADE", index=True)
    document_id: int | None = Field(default=None, foreign_key="document.id", ondelete="SET NULL")
    base_version: int
    base: str
    draft: str
    created: datetime = Field(sa_type=UtcDateTime)
    updated: datetime = Field(sa_type=UtcDateTime)


class TailoringStore:
    """Everything the tailoring feature asks of the database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, resume_id: int, job_id: int, base_version: int, base: ResumeData, draft: Draft, now: datetime) -> int:
        """Keep a new draft; returns its id."""
        row = TailoringRow(
            resume_id=resume_id,
            job_id=job_id,
            base_version=base_version,
            base=base.model_dump_json(),
            draft=draft.model_dump_json(),
            created=now,
            updated=now,
        )
        self._session.add(row)
        self._session.flush()
        assert row.id is not None  # noqa: S101 - flush just gave it one
        return row.id

    def get(self, tailoring_id: int) -> Tailoring:
        """Raises KeyError when there is none."""
        return _tailoring(self._row(tailoring_id))

    def latest_for(self, job_id: int) -> Tailoring | None:
        """The newest draft for a job."""
        query = select(TailoringRow).where(TailoringRow.job_id == job_id).order_by(col(TailoringRow.id).desc()).limit(1)
        row = self._session.exec(query).first()
        return None if row is None else _tailoring(row)

    def base(self, tailoring_id: int) -> ResumeData:
        """The résumé as it was when the draft was made."""
        return ResumeData.model_validate_json(self._row(tailoring_id).base)

    def save_draft(self, tailoring_id: int, draft: Draft, now: datetime) -> None:
        row = self._row(tailoring_id)
        row.draft, row.updated = draft.model_dump_json(), now

    def set_document(self, tailoring_id: int, document_id: int) -> None:
        self._row(tailoring_id).document_id = document_id

    def _row(self, tailoring_id: int) -> TailoringRow:
        row = self._session.get(TailoringRow, tailoring_id)
        if row is None:
            raise KeyError(tailoring_id)
        return row


def _tailoring(row: TailoringRow) -> Tailoring:
    assert row.id is not None  # noqa: S101 - only stored rows come here
    return Tailoring(
        id=row.id,
        resume_id=row.resume_id,
        job_id=row.job_id,
        document_id=row.document_id,
        base_version=row.base_version,
        draft=Draft.model_validate_json(row.draft),
        created=row.created,
        updated=row.updated,
    )
