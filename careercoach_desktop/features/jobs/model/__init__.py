"""Postings and what happened to them: the values of the jobs feature."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from careercoach_desktop.features.jobs.model.application import (
    Application,
    ApplicationMethod,
    ApplicationStatus,
    Enclosure,
    EnclosureKind,
    OfferedEnclosure,
)
from careercoach_desktop.features.jobs.model.contact import (
    Contact,
    Imported,
    ImportedEntry,
    ImportOutcome,
    JobContact,
    LinkedJob,
    Noted,
    PersonRow,
    Relation,
)
from careercoach_desktop.features.jobs.model.due import DueLine
from careercoach_desktop.features.jobs.model.duplicate import Duplicate, Likeness, Merged, MovedRows
from careercoach_desktop.features.jobs.model.events import (
    ApplicationChanged,
    ContactsChanged,
    DuplicateFound,
    JobAdded,
    JobChanged,
    JobRemoved,
    JobsBroughtBack,
    JobsMerged,
    JobsMoved,
    PostingFilled,
    PostingRead,
    SavedViewsChanged,
    ScoresWanted,
)
from careercoach_desktop.features.jobs.model.history import HistoryEntry, HistoryMark
from careercoach_desktop.features.jobs.model.importing import ImportReport, NotTaken
from careercoach_desktop.features.jobs.model.view import Archived, Due, JobFilter, Layout, SavedView, SortKey, View
from careercoach_desktop.foundation.llm.model import Estimate

__all__ = [
    "Application",
    "ApplicationChanged",
    "ApplicationMethod",
    "ApplicationStatus",
    "Archived",
    "Contact",
    "ContactsChanged",
    "Due",
    "DueLine",
    "Duplicate",
    "DuplicateFound",
    "Enclosure",
    "EnclosureKind",
    "HistoryEntry",
    "HistoryMark",
    "ImportOutcome",
    "ImportReport",
    "Imported",
    "ImportedEntry",
    "JobAdded",
    "JobChanged",
    "JobContact",
    "JobFilter",
    "JobRemoved",
    "JobsBroughtBack",
    "JobsMerged",
    "JobsMoved",
    "Layout",
    "Likeness",
    "LinkedJob",
    "Merged",
    "MovedRows",
    "NotTaken",
    "Noted",
    "OfferedEnclosure",
    "PersonRow",
    "PostingFilled",
    "PostingRead",
    "Relation",
    "SavedView",
    "SavedViewsChanged",
    "ScoresWanted",
    "SortKey",
    "View",
]  # what is told from here though it stands in a file of its own

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
    """Where a captured field came from (``json-ld``, ``microdata``, ``site``, ``page``, ``text``, ``claude``,
    ``greenhouse`` …) and how sure we are (0..1)."""

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
    board_id: str = ""
    """``greenhouse:acme:4012``: the job board, its customer and its number for the posting, where the page says so."""
    closed: bool = False
    """The page says that it is no longer open."""
    origins: dict[str, FieldOrigin] = Field(default_factory=dict)


class CaptureState(StrEnum):
    READING = "READING"
    READ = "READ"
    FAILED = "FAILED"


@dataclass(slots=True, unsafe_hash=True)
class JobCard:
    """What the board paints of one job. ``rank`` orders a column (ascending).

    Nobody changes one, though they could: frozen ones take five times as long to make, and every start makes them all.
    """

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
    job_type: JobType | None = None
    salary_min: float | None = None
    salary_max: float | None = None
    salary_currency: str = ""
    salary_period: SalaryPeriod | None = None
    source: str = ""
    posted: date | None = None
    created: datetime | None = None
    applied: datetime | None = None
    follow_up: date | None = None
    """When the person wanted to get in touch again, or a reminder is due: the nearest such day."""
    archived: bool = False
    closed: bool = False
    """Its page said that it is no longer open."""
    next_interview: datetime | None = None
    """When the next conversation begins; one that has begun is for the reader to leave out."""


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
    follow_up: date | None = None
    next_interview: datetime | None = None
    """As on its card."""
    also_at: tuple[str, ...] = ()
    """Other addresses of the same posting, from merged duplicates."""
    referred_by: tuple[str, ...] = ()
    """The names of who has put in a word for the person."""


class TimelineKind(StrEnum):
    ADDED = "ADDED"
    MOVED = "MOVED"
    READ = "READ"
    EDITED = "EDITED"
    TAILORED = "TAILORED"
    WRITTEN = "WRITTEN"
    EXPORTED = "EXPORTED"
    APPLIED = "APPLIED"
    MERGED = "MERGED"
    ARCHIVED = "ARCHIVED"
    CONTACTED = "CONTACTED"
    REMINDED = "REMINDED"
    INTERVIEW = "INTERVIEW"
    """A round was arranged, put on another time, cancelled, or took place."""


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
class Added:
    """What adding a posting gave: the job, and whether the same posting was there already (then nothing was added)."""

    job_id: int
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class JobName:
    """What a job is called and where it stands, for what belongs to it."""

    title: str
    company: str
    status: JobStatus


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
    reason: str = ""
    """Why it came to where it is, for one that was rejected or withdrawn."""
    application: Application | None = None
    """What was sent when it was applied for, and when that was answered; whatever ``job_id`` it says."""
