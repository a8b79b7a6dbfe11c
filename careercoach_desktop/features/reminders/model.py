"""What is due: the values of the reminders feature."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class ReminderKind(StrEnum):
    DEADLINE = "DEADLINE"
    """A posting closes soon and nothing was sent."""
    NO_ANSWER = "NO_ANSWER"
    """Applied some time ago and nothing has happened since."""
    FOLLOW_UP = "FOLLOW_UP"
    """The person planned to get in touch again."""
    INTERVIEW = "INTERVIEW"
    """A conversation is on that day."""
    THANK_YOU = "THANK_YOU"
    """A conversation took place, and nobody was thanked for it yet."""
    OWN = "OWN"
    """Something the person wrote."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """``subject`` names the record it is about: ``job:5`` or ``contact:3``. ``text`` is what the person wrote; it is
    empty for what is computed, because the kind says it all."""

    id: int
    subject: str
    kind: ReminderKind
    text: str
    due: date
    snoozed_until: date | None = None
    notified: datetime | None = None
    """When the system was asked to tell of it, so that it is told once."""
    done: datetime | None = None
    created: datetime | None = None

    @property
    def day(self) -> date:
        """When it counts: its own day, or the one it was put off to."""
        return self.snoozed_until or self.due


@dataclass(frozen=True, slots=True)
class RemindersChanged:
    """Reminders about these records were added, snoozed, done or taken back."""

    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReminderSettled:
    """Somebody said that this is done (``reminder`` is how it was before), or took that back: then ``undone`` is when
    they had said so."""

    reminder: Reminder
    undone: datetime | None = None
