"""Tables of interviews: rounds, who asks, what was told of in time, briefings, and where a round stands on a server."""

from __future__ import annotations

from datetime import date, datetime
from typing import cast

from sqlalchemy import Index, Table, UniqueConstraint
from sqlmodel import Field, SQLModel

from careercoach_desktop.foundation.storage.columns import UtcDateTime


class InterviewRow(SQLModel, table=True):
    """``local_start`` is the time on the wall (ISO, with ``fold`` beside it); ``starts`` and ``ends`` follow from it
    and stand here so that a month is one query."""

    __tablename__ = "interview"
    __table_args__ = (Index("ix_interview_time", "removed", "starts", "ends"),)

    id: int | None = Field(default=None, primary_key=True)
    job_id: int = Field(foreign_key="job.id", ondelete="CASCADE", index=True)
    type: str
    round: int
    local_start: str
    fold: int = 0
    zone: str
    minutes: int
    all_day: bool = False
    starts: datetime = Field(sa_type=UtcDateTime)
    ends: datetime = Field(sa_type=UtcDateTime)
    place: str = ""
    link: str = ""
    notes: str = ""
    questions: str = ""
    feedback: str = ""
    outcome: str
    completed: datetime | None = Field(default=None, sa_type=UtcDateTime)
    followed_up: date | None = None
    uid: str = Field(unique=True)
    sequence: int = 0
    organiser: str = ""
    created: datetime = Field(sa_type=UtcDateTime)
    updated: datetime = Field(sa_type=UtcDateTime)
    removed: datetime | None = Field(default=None, sa_type=UtcDateTime)


class InterviewerRow(SQLModel, table=True):
    """Who asks. ``name`` stays when the contact is forgotten."""

    __tablename__ = "interviewer"

    id: int | None = Field(default=None, primary_key=True)
    interview_id: int = Field(foreign_key="interview.id", ondelete="CASCADE", index=True)
    contact_id: int | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL", index=True)
    name: str
    position: int


class InterviewNoticeRow(SQLModel, table=True):
    """That the system was asked to tell of an interview: once for each beginning and each time ahead."""

    __tablename__ = "interview_notice"
    __table_args__ = (UniqueConstraint("interview_id", "starts", "ahead"),)

    id: int | None = Field(default=None, primary_key=True)
    interview_id: int = Field(foreign_key="interview.id", ondelete="CASCADE", index=True)
    starts: datetime = Field(sa_type=UtcDateTime)
    ahead: int
    """Minutes before the beginning."""
    told: datetime = Field(sa_type=UtcDateTime)


class InterviewBriefRow(SQLModel, table=True):
    """The latest briefing about one subject. ``content`` is the whole of it as JSON."""

    __tablename__ = "interview_brief"
    __table_args__ = (UniqueConstraint("kind", "subject"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    subject: str
    interview_id: int | None = Field(default=None, foreign_key="interview.id", ondelete="CASCADE", index=True)
    contact_id: int | None = Field(default=None, foreign_key="contact.id", ondelete="CASCADE", index=True)
    content: str
    created: datetime = Field(sa_type=UtcDateTime)


class CalendarLinkRow(SQLModel, table=True):
    """Where an interview stands on a calendar server: ``etag`` as the server named that version, ``digest`` of what we
    last saw there, so that a change on either side is known from the other."""

    __tablename__ = "calendar_link"

    interview_id: int = Field(primary_key=True, foreign_key="interview.id", ondelete="CASCADE")
    calendar: str
    href: str
    etag: str
    digest: str
    synced: datetime = Field(sa_type=UtcDateTime)


INTERVIEW = cast("Table", InterviewRow.__table__)  # type: ignore[attr-defined]  # SQLModel adds it when the class is made
INTERVIEWER = cast("Table", InterviewerRow.__table__)  # type: ignore[attr-defined]  # as above
NOTICE = cast("Table", InterviewNoticeRow.__table__)  # type: ignore[attr-defined]  # as above
