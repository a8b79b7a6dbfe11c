"""Tables of practice interviews: sessions, their questions, every try at an answer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from careercoach_desktop.foundation.storage.columns import UtcDateTime


class PracticeSessionRow(SQLModel, table=True):
    """``setup`` and ``result`` are JSON; the scores stand beside them for the history and its curves."""

    __tablename__ = "practice_session"
    __table_args__ = (Index("ix_practice_session_history", "removed", "created"),)

    id: int | None = Field(default=None, primary_key=True)
    job_id: int | None = Field(default=None, foreign_key="job.id", ondelete="SET NULL", index=True)
    interview_id: int | None = Field(default=None, foreign_key="interview.id", ondelete="SET NULL", index=True)
    type: str
    title: str
    setup: str
    state: str
    result: str | None = None
    made_by: str = ""
    overall: int | None = None
    technical: int | None = None
    communication: int | None = None
    problem_solving: int | None = None
    created: datetime = Field(sa_type=UtcDateTime)
    updated: datetime = Field(sa_type=UtcDateTime)
    finished: datetime | None = Field(default=None, sa_type=UtcDateTime)
    removed: datetime | None = Field(default=None, sa_type=UtcDateTime)


class PracticeQuestionRow(SQLModel, table=True):
    """``content`` is JSON; ``draft`` is what was typed so far and not handed in."""

    __tablename__ = "practice_question"
    __table_args__ = (UniqueConstraint("session_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    session_id: int = Field(foreign_key="practice_session.id", ondelete="CASCADE", index=True)
    position: float
    """A follow-up gets a place between two others."""
    follows: int | None = Field(default=None, foreign_key="practice_question.id", ondelete="SET NULL")
    category: str = ""
    content: str
    made_by: str
    state: str
    draft: str = ""
    seconds: int = 0


class PracticeAnswerRow(SQLModel, table=True):
    """``local``, ``evaluation`` and ``speech`` are JSON; ``score`` is the one that counts."""

    __tablename__ = "practice_answer"
    __table_args__ = (UniqueConstraint("question_id", "attempt"),)

    id: int | None = Field(default=None, primary_key=True)
    question_id: int = Field(foreign_key="practice_question.id", ondelete="CASCADE", index=True)
    attempt: int
    text: str
    seconds: int
    speech: str | None = None
    local: str
    evaluation: str | None = None
    score: int
    recording: str | None = Field(default=None, foreign_key="blob.sha256", index=True)
    created: datetime = Field(sa_type=UtcDateTime)
