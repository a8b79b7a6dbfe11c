"""Postings and what happened to them: the values of the jobs feature."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from careercoach_desktop.foundation.llm.model import Estimate

SURE = 0.5
"""A field read with less confidence is called a guess."""


class JobStatus(StrEnum):
    """The eight columns of the board, in their order."""

    INTERESTED = "INTERESTED"
    APPLIED = "APPLIED"
    INTERVIEW_SCHEDULED = "INTERVIEW_SCHEDULED"
    INTERVIEW_COMPLETED = "INTERVIEW_COMPLETED"
    OFFER_RECEIVED = "OFFER_RECEIVED"
    ACCEPTED = "ACCEPTED"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"


class WorkMode(StrEnum):
    REMOTE = "REMOTE"
    HYBRID = "HYBRID"
    ONSITE = "ONSITE"


class JobType(StrEnum):
    FULL_TIME = "FULL_TIME"
    PART_TIME = "PART_TIME"
    CONTRACT = "CONTRACT"
    INTERNSHIP = "INTERNSHIP"
    TEMPORARY = "TEMPORARY"


class SalaryPeriod(StrEnum):
    HOUR = "HOUR"
    DAY = "DAY"
    WEEK = "WEEK"
    MONTH = "MONTH"
    YEAR = "YEAR"


class FieldOrigin(BaseModel):
    """Where a captured field came from (``json-ld``, ``microdata``, ``page``, ``text``, ``claude``) and how sure we are
    (0..1)."""

    source: str
    confidence: float = 1.0
    line: str = ""
    """The page's line that a value of Claude's stands in."""


class Posting(BaseModel):
    """What a page, file or paste says about one job. Empty means the source does not say."""

    model_config = ConfigDict(extra="forbid")

    title: str = ""
    company: str = ""
    company_url: str = ""
    location: str = ""
    work_mode: WorkMode | None = None
    job_type: JobType | None = None
    salary_min: float | None = None
    salary_max: float | None = None
    salary_currency: str = ""
    """ISO 4217."""
    salary_period: SalaryPeriod | None = None
    posted_date: date | None = None
    deadline: date | None = None
    description: str = ""
    """Clean Markdown: no HTML, no scripts."""
    requirements: list[str] = Field(default_factory=list)
    responsibilities: list[str] = Field(default_factory=list)
    benefits: list[str] = Field(default_factory=list)
    url: str = ""
    """Canonical, without tracking parameters."""
    source: str = ""
    """The site it was found on, e.g. ``example.com``, or ``pasted text`` / ``file``."""
    origins: dict[str, FieldOrigin] = Field(default_factory=dict)


class CaptureState(StrEnum):
    READING = "READING"
    READ = "READ"
    FAILED = "FAILED"


@dataclass(frozen=True, slots=True)
class JobCard:
    """What the board paints of one job. ``rank`` orders a column (ascending)."""

    id: int
    title: str
    company: str
    location: str
    work_mode: WorkMode | None
    status: JobStatus
    rank: float
    score: int | None
    tags: tuple[str, ...]
    priority: bool
    deadline: date | None
    entered_column: datetime
    capture: CaptureState
    problem: str


@dataclass(frozen=True, slots=True)
class Job:
    """One job in full, as the drawer shows it."""

    id: int
    posting: Posting
    status: JobStatus
    rank: float
    score: int | None
    tags: tuple[str, ...]
    priority: bool
    notes: str
    archived: bool
    capture: CaptureState
    problem: str
    has_page: bool
    """Whether the page as captured is archived."""
    created: datetime
    applied: datetime | None
    entered_column: datetime


class TimelineKind(StrEnum):
    ADDED = "ADDED"
    MOVED = "MOVED"
    READ = "READ"
    EDITED = "EDITED"
    TAILORED = "TAILORED"
    EXPORTED = "EXPORTED"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something that happened to a job. For MOVED, ``from_status`` and ``to_status`` are set."""

    id: int
    job_id: int
    kind: TimelineKind
    when: datetime
    text: str
    from_status: JobStatus | None = None
    to_status: JobStatus | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a card stood, so that a move can be undone exactly."""

    job_id: int
    status: JobStatus
    rank: float


@dataclass(frozen=True, slots=True)
class JobAdded:
    job_id: int


@dataclass(frozen=True, slots=True)
class JobChanged:
    """Fields, notes, tags, score or capture state changed. ``fields`` names what the person edited in the posting."""

    job_id: int
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PostingRead:
    """A capture finished: title, description and the rest are there (or the job's ``problem`` says why not)."""

    job_id: int


@dataclass(frozen=True, slots=True)
class JobsMoved:
    """Cards changed column or order."""

    job_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class JobRemoved:
    job_id: int


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a posting gave: the job, and whether the same posting was there already (then nothing was added)."""

    job_id: int
    duplicate: bool = False


class ColumnOrder(StrEnum):
    """How a whole column can be put in order at once."""

    MATCH = "MATCH"
    DEADLINE = "DEADLINE"
    NEWEST = "NEWEST"


@dataclass(frozen=True, slots=True)
class OriginalPage:
    """The posting as it was captured: its text (Markdown for a page, plain for a paste) and when it was kept."""

    text: str
    is_markdown: bool
    url: str
    when: datetime


@dataclass(frozen=True, slots=True)
class FillOffer:
    """What Claude could look for on a job's page: fields by name, what that takes, and where the text would go."""

    fields: tuple[str, ...]
    estimate: Estimate
    host: str


@dataclass(frozen=True, slots=True)
class PostingFilled:
    """Claude's findings were confirmed and filled in. ``before``: column values for ``FillService.put``, for undo."""

    job_id: int
    fields: tuple[str, ...]
    before: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SampleJob:
    """One job of the sample data, with its past: ``history`` is (status, when) after INTERESTED, oldest first.
    ``score`` and ``match_report`` are what ``JobService.record_match`` would be told; without them it is matched later.
    """

    posting: Posting
    status: JobStatus
    created: datetime
    history: tuple[tuple[JobStatus, datetime], ...] = ()
    tags: tuple[str, ...] = ()
    notes: str = ""
    priority: bool = False
    score: int | None = None
    match_report: str = ""
