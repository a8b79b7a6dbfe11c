"""What is due, with the names of what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from careercoach_desktop.features.reminders.model import Reminder


@dataclass(frozen=True, slots=True)
class DueLine:
    """A reminder as a person reads it. ``job_id`` is where it leads; a person without a job leads to the people.
    ``title`` is the job’s, or the person’s name; ``deadline`` is the job’s."""

    reminder: Reminder
    title: str
    company: str = ""
    job_id: int | None = None
    contact_id: int | None = None
    deadline: date | None = None
    since: date | None = None
    """For an application without an answer: since when."""
    interview: datetime | None = None
    """When the job’s next interview begins, on the person’s own clocks; midnight for a whole day."""
