"""Tables and queries of letters and of the frames a person keeps for them."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, Session, SQLModel, col, select

from careercoach_desktop.features.letters.model import Letter, LetterDraft, LetterTemplate, LetterWishes
from careercoach_desktop.foundation.storage.columns import UtcDateTime


class LetterRow(SQLModel, table=True):
    __tablename__ = "letter"

    id: int | None = Field(default=None, primary_key=True)
    job_id: int = Field(foreign_key="job.id", ondelete="CASCADE", index=True)
    resume_id: int | None = Field(default=None, foreign_key="resume.id", ondelete="SET NULL", index=True)
    document_id: int | None = Field(default=None, foreign_key="document.id", ondelete="SET NULL")
    base_version: int
    wishes: str
    draft: str
    created: datetime = Field(sa_type=UtcDateTime)
    updated: datetime = Field(sa_type=UtcDateTime)


class LetterTemplateRow(SQLModel, table=True):
    __tablename__ = "letter_template"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    content: str
    created: datetime = Field(sa_type=UtcDateTime)
    removed: datetime | None = Field(default=None, sa_type=UtcDateTime)


class LetterStore:
    """Everything the letters feature asks of the database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self, job_id: int, resume_id: int, base_version: int, wishes: LetterWishes, draft: LetterDraft, now: datetime
    ) -> int:
        """Keep a new letter; returns its id."""
        row = LetterRow(
            job_id=job_id,
            resume_id=resume_id,
            base_version=base_version,
            wishes=wishes.model_dump_json(),
            draft=draft.model_dump_json(),
            created=now,
            updated=now,
        )
        self._session.add(row)
        self._session.flush()
        assert row.id is not None  # noqa: S101 - flush just gave it one
        return row.id

    def get(self, letter_id: int) -> Letter:
        """Raises KeyError when there is none."""
        return _letter(self._row(letter_id))

    def latest_for(self, job_id: int) -> Letter | None:
        """The newest letter for a job."""
        query = select(LetterRow).where(LetterRow.job_id == job_id).order_by(col(LetterRow.id).desc()).limit(1)
        row = self._session.exec(query).first()
        return None if row is None else _letter(row)

    def drop(self, letter_id: int) -> None:
        """Raises KeyError when there is none."""
        self._session.delete(self._row(letter_id))

    def put_back(self, letter: Letter) -> None:
        """A dropped one, with its own id; one that is there stays as it is."""
        if self._session.get(LetterRow, letter.id) is None:
            row = LetterRow(
                id=letter.id,
                job_id=letter.job_id,
                resume_id=letter.resume_id,
                document_id=letter.document_id,
                base_version=letter.base_version,
                wishes=letter.wishes.model_dump_json(),
                draft=letter.draft.model_dump_json(),
                created=letter.created,
                updated=letter.updated,
            )
            self._session.add(row)

    def save_draft(self, letter_id: int, draft: LetterDraft, now: datetime) -> None:
        row = self._row(letter_id)
        row.draft, row.updated = draft.model_dump_json(), now

    def set_document(self, letter_id: int, document_id: int) -> None:
        self._row(letter_id).document_id = document_id

    def templates(self) -> list[LetterTemplate]:
        """By name."""
        query = select(LetterTemplateRow).where(col(LetterTemplateRow.removed).is_(None))
        rows = self._session.exec(query.order_by(col(LetterTemplateRow.name)))
        return [LetterTemplate(row.id or 0, row.name, row.content) for row in rows]

    def put_template(self, name: str, content: str, now: datetime) -> int:
        """Keep a frame under its name, in place of one that is called so; returns its id."""
        query = select(LetterTemplateRow).where(
            LetterTemplateRow.name == name, col(LetterTemplateRow.removed).is_(None)
        )
        row = self._session.exec(query).first() or LetterTemplateRow(name=name, content=content, created=now)
        row.content = content
        self._session.add(row)
        self._session.flush()
        assert row.id is not None  # noqa: S101 - flush just gave it one
        return row.id

    def set_template_removed(self, template_id: int, removed: datetime | None) -> None:
        """Raises KeyError when there is none."""
        row = self._session.get(LetterTemplateRow, template_id)
        if row is None:
            raise KeyError(template_id)
        row.removed = removed

    def _row(self, letter_id: int) -> LetterRow:
        row = self._session.get(LetterRow, letter_id)
        if row is None:
            raise KeyError(letter_id)
        return row


def _letter(row: LetterRow) -> Letter:
    assert row.id is not None  # noqa: S101 - only stored rows come here
    return Letter(
        id=row.id,
        job_id=row.job_id,
        resume_id=row.resume_id,
        document_id=row.document_id,
        base_version=row.base_version,
        wishes=LetterWishes.model_validate_json(row.wishes),
        draft=LetterDraft.model_validate_json(row.draft),
        created=row.created,
        updated=row.updated,
    )
