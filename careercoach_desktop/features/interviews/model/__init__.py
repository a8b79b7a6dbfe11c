"""Interviews as values: a round with its time, its people, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from careercoach_desktop.features.interviews.model.when import When
from careercoach_desktop.features.jobs.model import JobStatus, Placement

__all__ = [
    "Arranged",
    "Completed",
    "Interview",
    "InterviewFilter",
    "InterviewLine",
    "InterviewOutcome",
    "InterviewPlan",
    "InterviewSpan",
    "InterviewType",
    "Interviewer",
    "InterviewsChanged",
    "SampleInterview",
    "When",
]


class InterviewType(StrEnum):
    PHONE_SCREEN = "PHONE_SCREEN"
    VIDEO_CALL = "VIDEO_CALL"
    IN_PERSON = "IN_PERSON"
    TECHNICAL = "TECHNICAL"
    BEHAVIORAL = "BEHAVIORAL"
    PANEL = "PANEL"
    FINAL = "FINAL"
    OTHER = "OTHER"


class InterviewOutcome(StrEnum):
    PENDING = "PENDING"
    PASSED = "PASSED"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"
    NO_DECISION = "NO_DECISION"


class Interviewer(BaseModel):
    """Somebody who asks. They are a contact of the job too (``contact_id``), where title, e-mail, phone and link live;
    None until they are kept, or when the contact was removed: then only the name is left."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    title: str = ""
    email: str = ""
    phone: str = ""
    link: str = ""
    """A LinkedIn or other profile page."""
    contact_id: int | None = None


class InterviewPlan(BaseModel):
    """What a person arranges. ``round`` None counts on from the job's last one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: InterviewType = InterviewType.VIDEO_CALL
    when: When
    round: int | None = Field(default=None, ge=1, le=99)
    place: str = ""
    link: str = ""
    interviewers: tuple[Interviewer, ...] = ()
    notes: str = ""
    """What to prepare."""


class Interview(BaseModel):
    """One round as it is kept. ``sequence`` counts the times it was changed in a way others must hear of (RFC 5545)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: int
    job_id: int
    type: InterviewType
    round: int
    when: When
    place: str = ""
    link: str = ""
    interviewers: tuple[Interviewer, ...] = ()
    notes: str = ""
    questions: str = ""
    """What was asked, as the person remembers it."""
    feedback: str = ""
    """What they said, and what the person thought of it."""
    outcome: InterviewOutcome = InterviewOutcome.PENDING
    completed: datetime | None = None
    """When the person said that it took place."""
    followed_up: date | None = None
    """When they were thanked or written to."""
    uid: str
    sequence: int = 0
    organiser: str = ""
    """The e-mail address of who sent the invitation this was made from; empty when the person arranged it here."""
    created: datetime
    updated: datetime
    removed: datetime | None = None

    @property
    def cancelled(self) -> bool:
        return self.outcome is InterviewOutcome.CANCELLED

    def has_begun(self, now: datetime) -> bool:
        """From now on somebody may want to write down how it goes."""
        return self.completed is not None or self.when.start <= now

    def awaits_word(self, now: datetime) -> bool:
        """Whether the person can say that it took place: from its beginning on, until they have."""
        return self.completed is None and not self.cancelled and self.has_begun(now)

    def is_ahead(self, now: datetime) -> bool:
        """Whether there is something left to prepare for."""
        return not self.cancelled and not self.has_begun(now)


@dataclass(frozen=True, slots=True)
class InterviewLine:
    """An interview with what its job is called, for lists and calendars. ``conflicts``: ids of others at that time."""

    interview: Interview
    title: str
    company: str
    status: JobStatus
    conflicts: tuple[int, ...] = ()


class InterviewSpan(StrEnum):
    ALL = "ALL"
    UPCOMING = "UPCOMING"
    """What is not over."""
    PAST = "PAST"


@dataclass(frozen=True, slots=True)
class InterviewFilter:
    """Which rounds a list shows. ``text``: every word of it stands somewhere in the round, its people or its job;
    empty tuples leave everything in."""

    text: str = ""
    types: tuple[InterviewType, ...] = ()
    outcomes: tuple[InterviewOutcome, ...] = ()
    when: InterviewSpan = InterviewSpan.ALL
    job_id: int | None = None


@dataclass(frozen=True, slots=True)
class Arranged:
    """A round that was arranged, for ``take_back`` and ``do_again``: where the job stood before it moved with it (empty
    when it did not), and the people who were kept, or linked to the job, because of it."""

    interview: Interview
    move: tuple[Placement, ...] = ()
    added: tuple[int, ...] = ()
    linked: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Completed:
    """A round that took place, for ``take_back`` and ``do_again``; ``move`` as for ``Arranged``."""

    before: Interview
    after: Interview
    move: tuple[Placement, ...] = ()


@dataclass(frozen=True, slots=True)
class SampleInterview:
    """A round of the sample data with its past. ``completed`` None: it is still to come."""

    job_id: int
    plan: InterviewPlan
    arranged: datetime
    completed: datetime | None = None
    outcome: InterviewOutcome = InterviewOutcome.PENDING
    questions: str = ""
    feedback: str = ""
    followed_up: date | None = None


@dataclass(frozen=True, slots=True)
class InterviewsChanged:
    """Interviews were arranged, moved, changed, removed or brought back."""

    interview_ids: tuple[int, ...]
    job_ids: tuple[int, ...]
