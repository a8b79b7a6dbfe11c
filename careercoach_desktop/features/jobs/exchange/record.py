"""A job with everything that belongs to it, as it is written to a file and read from one."""

from __future__ import annotations

from datetime import date

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from careercoach_desktop.features.jobs.model import (
    Application,
    Contact,
    JobStatus,
    Posting,
    Relation,
    TimelineKind,
)

FORMAT = "careercoach.jobs"
VERSION = 1


class Move(BaseModel):
    """A change of status that stood."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    from_status: JobStatus
    to_status: JobStatus
    at: AwareDatetime
    reason: str = ""
    first_applied: bool = False
    previous_entered: AwareDatetime


class Event(BaseModel):
    """Anything else on the timeline."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    kind: TimelineKind
    at: AwareDatetime
    text: str = ""


class Person(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    contact: Contact
    relation: Relation = Relation.OTHER


class KeptPage(BaseModel):
    """The posting as it was captured, as text."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    text: str
    is_markdown: bool
    url: str = ""
    at: AwareDatetime | None = None


class JobRecord(BaseModel):
    """``edited`` are the posting's fields that the person wrote. What has no date here happens when it is imported. The
    match is not among it: it belongs to the résumé that is here, and is found anew."""

    model_config = ConfigDict(extra="ignore")

    posting: Posting
    status: JobStatus = JobStatus.INTERESTED
    tags: list[str] = Field(default_factory=list)
    notes: str = ""
    priority: bool = False
    archived: bool = False
    created: AwareDatetime | None = None
    entered_column: AwareDatetime | None = None
    applied: AwareDatetime | None = None
    follow_up: date | None = None
    also_at: list[str] = Field(default_factory=list)
    edited: list[str] = Field(default_factory=list)
    problem: str = ""
    history: list[Move] = Field(default_factory=list)
    events: list[Event] = Field(default_factory=list)
    applications: list[Application] = Field(default_factory=list)
    people: list[Person] = Field(default_factory=list)
    page: KeptPage | None = None
    line: int = 0
    """The row of the table it came from; 0 for none."""


class JobsFile(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="ignore")

    format: str = FORMAT
    version: int = VERSION
    exported: AwareDatetime | None = None
    jobs: list[JobRecord]
