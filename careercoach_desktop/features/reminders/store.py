"""The reminders' table and every query on it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from careercoach_desktop.foundation.storage.columns import UtcDateTime


class ReminderRow(SQLModel, table=True):
    """One thing to be reminded of. What is computed (``DEADLINE``, ``NO_ANSWER``) is kept once per record and day."""

    __tablename__ = "reminder"
    __table_args__ = (UniqueConstraint("subject", "kind", "due", name="uq_reminder_subject"),)

    id: int | None = Field(default=None, primary_key=True)
    subject: str = Field(index=True)
    kind: str
    text: str
    due: date
    snoozed_until: date | None = None
    notified: datetime | None = Field(default=None, sa_type=UtcDateTime)
    done: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created: datetime = Field(sa_type=UtcDateTime)
