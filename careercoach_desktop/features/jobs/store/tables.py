"""The jobs' tables as the schema has them."""

from __future__ import annotations

from datetime import date, datetime
from typing import cast

from sqlalchemy import Index, Table, text
from sqlmodel import Field, SQLModel

from careercoach_desktop.features.jobs.model import CaptureState, JobStatus
from careercoach_desktop.foundation.storage.columns import UtcDateTime


class JobRow(SQLModel, table=True):
    """A posting, where it stands on the board, and how it was captured."""

    __tablename__ = "job"
    __table_args__ = (
        Index("ix_job_board", "deleted_at", "archived", "status", "rank"),
        Index("ix_job_search", "deleted_at", "search_text"),  # looked through as a whole, without the long descriptions
        Index("ix_job_also_at", "also_at", sqlite_where=text("also_at != '[]'")),  # only merged jobs have such
        Index("ix_job_merged_into", "merged_into", sqlite_where=text("merged_into IS NOT NULL")),
    )

    id: int | None = Field(default=None, primary_key=True)
    title: str
    company: str = Field(default="", index=True)
    company_url: str = ""
    location: str = ""
    work_mode: str | None = None
    job_type: str | None = None
    salary_min: float | None = None
    salary_max: float | None = None
    salary_currency: str = ""
    salary_period: str | None = None
    posted_date: date | None = None
    deadline: date | None = None
    description: str = ""
    requirements: str = "[]"
    responsibilities: str = "[]"
    benefits: str = "[]"
    url: str = Field(default="", index=True)
    source: str = ""
    board_id: str = Field(default="", index=True)
    closed: bool = False
    """The page says that the posting is no longer open."""
    also_at: str = "[]"
    origins: str = "{}"
    status: str = JobStatus.INTERESTED.value
    rank: float
    score: int | None = None
    match_report: str | None = None
    notes: str = ""
    tags: str = "[]"
    priority: bool = False
    archived: bool = False
    follow_up: date | None = None
    next_interview: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When the next conversation begins; kept by a higher feature, and past ones are for the reader to leave out."""
    merged_into: int | None = None
    """A duplicate that was merged away: the job it became part of. Such a row is also removed (``deleted_at``)."""
    search_text: str = ""
    """Folded title, company, location, tags and notes: the board's search finds any part of a word in it."""
    edited_fields: str = "[]"
    """Posting fields the person wrote; a capture never overwrites these."""
    capture: str = CaptureState.READ.value
    problem: str = ""
    typed_url: str = Field(default="", index=True)
    pasted_text: str = ""
    page_sha256: str | None = Field(default=None, foreign_key="blob.sha256")
    page_name: str = ""
    page_url: str = ""
    page_charset: str = ""
    page_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    page_text: str = ""
    """The whole page as Markdown, to read offline."""
    created: datetime = Field(sa_type=UtcDateTime)
    applied_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    entered_column: datetime = Field(sa_type=UtcDateTime)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class StatusChangeRow(SQLModel, table=True):
    """A move that stood. ``previous_entered`` and ``first_applied`` let an undo restore the dates exactly."""

    __tablename__ = "status_change"

    id: int | None = Field(default=None, primary_key=True)
    job_id: int = Field(foreign_key="job.id", index=True, ondelete="CASCADE")
    from_status: str
    to_status: str
    reason: str = ""
    at: datetime = Field(sa_type=UtcDateTime)
    previous_entered: datetime = Field(sa_type=UtcDateTime)
    first_applied: bool = False


class JobEventRow(SQLModel, table=True):
    """Everything else on a job's timeline."""

    __tablename__ = "job_event"

    id: int | None = Field(default=None, primary_key=True)
    job_id: int = Field(foreign_key="job.id", index=True, ondelete="CASCADE")
    kind: str
    text: str = ""
    at: datetime = Field(sa_type=UtcDateTime)


class ApplicationRow(SQLModel, table=True):
    """What was sent for a job. Taken-back ones stay for undo (``deleted_at``)."""

    __tablename__ = "application"

    id: int | None = Field(default=None, primary_key=True)
    job_id: int = Field(foreign_key="job.id", index=True, ondelete="CASCADE")
    method: str
    status: str
    enclosures: str = "[]"
    portal_url: str = ""
    confirmation: str = ""
    submitted: date | None = None
    responded: date | None = None
    notes: str = ""
    created: datetime = Field(sa_type=UtcDateTime)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ContactRow(SQLModel, table=True):
    """A person. Removed ones stay for thirty days (``deleted_at``)."""

    __tablename__ = "contact"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    company: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    link: str = ""
    notes: str = ""
    last_contact: date | None = None
    next_follow_up: date | None = None
    created: datetime = Field(sa_type=UtcDateTime)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class JobContactRow(SQLModel, table=True):
    """Which people belong to which job."""

    __tablename__ = "job_contact"

    job_id: int = Field(foreign_key="job.id", primary_key=True, ondelete="CASCADE")
    contact_id: int = Field(foreign_key="contact.id", primary_key=True, index=True, ondelete="CASCADE")
    relation: str


class SavedViewRow(SQLModel, table=True):
    """A named way of looking at the jobs page: filter, order, layout as JSON."""

    __tablename__ = "saved_view"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    definition: str
    position: float


class DistinctJobsRow(SQLModel, table=True):
    """Two jobs that look like one, and of which the person said that they are not. ``job_id`` is the smaller id."""

    __tablename__ = "distinct_jobs"

    job_id: int = Field(foreign_key="job.id", primary_key=True, ondelete="CASCADE")
    other_id: int = Field(foreign_key="job.id", primary_key=True, index=True, ondelete="CASCADE")


class JobImportRow(SQLModel, table=True):
    """A table or an exported file on its way in: what is left of it, how far it is, and what became of its rows.

    ``source`` is emptied when it is over; ``report`` stays, so that it can still be read what was not taken and why.
    """

    __tablename__ = "job_import"

    id: int | None = Field(default=None, primary_key=True)
    title: str
    source: str
    done: int = 0
    report: str = "{}"
    created: datetime = Field(sa_type=UtcDateTime)
    finished: datetime | None = Field(default=None, sa_type=UtcDateTime)


JOB = cast("Table", JobRow.__table__)  # type: ignore[attr-defined]  # SQLModel adds it when the class is made
CHANGE = cast("Table", StatusChangeRow.__table__)  # type: ignore[attr-defined]  # as above
EVENT = cast("Table", JobEventRow.__table__)  # type: ignore[attr-defined]  # as above
APPLICATION = cast("Table", ApplicationRow.__table__)  # type: ignore[attr-defined]  # as above
CONTACT = cast("Table", ContactRow.__table__)  # type: ignore[attr-defined]  # as above
JOB_CONTACT = cast("Table", JobContactRow.__table__)  # type: ignore[attr-defined]  # as above
SAVED_VIEW = cast("Table", SavedViewRow.__table__)  # type: ignore[attr-defined]  # as above
DISTINCT = cast("Table", DistinctJobsRow.__table__)  # type: ignore[attr-defined]  # as above
IMPORT = cast("Table", JobImportRow.__table__)  # type: ignore[attr-defined]  # as above
