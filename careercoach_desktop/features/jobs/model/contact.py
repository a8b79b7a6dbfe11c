"""People at companies, and how they are linked to jobs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.model import JobStatus


class Relation(StrEnum):
    """What a person is for a job."""

    RECRUITER = "RECRUITER"
    HIRING_MANAGER = "HIRING_MANAGER"
    INTERVIEWER = "INTERVIEWER"
    REFERRAL = "REFERRAL"
    COLLEAGUE = "COLLEAGUE"
    OTHER = "OTHER"


class Contact(BaseModel):
    """``id`` is None until it is kept."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: int | None = None
    name: str
    company: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    link: str = ""
    """A profile page."""
    notes: str = ""
    last_contact: date | None = None
    next_follow_up: date | None = None


@dataclass(frozen=True, slots=True)
class JobContact:
    """A person and what they are for one job."""

    contact: Contact
    job_id: int
    relation: Relation


@dataclass(frozen=True, slots=True)
class LinkedJob:
    """A job somebody belongs to, in a few words."""

    job_id: int
    title: str
    company: str
    status: JobStatus
    relation: Relation
    archived: bool = False


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as the list of people shows them."""

    contact: Contact
    jobs: tuple[LinkedJob, ...] = ()


@dataclass(frozen=True, slots=True)
class Noted:
    """That somebody was written to, for undo: the person as they were, and the jobs on whose timelines it stands."""

    before: Contact
    after: Contact
    job_ids: tuple[int, ...]


class ImportOutcome(StrEnum):
    """What became of one entry of an address book."""

    ADDED = "ADDED"
    COMPLETED = "COMPLETED"
    """The person was there; what was missing was filled in."""
    KNOWN = "KNOWN"
    """The person was there, and nothing was new."""
    REFUSED = "REFUSED"


@dataclass(frozen=True, slots=True)
class ImportedEntry:
    """``number`` counts the entries of the file from 1; ``reason`` says why one was refused."""

    number: int
    name: str
    outcome: ImportOutcome
    contact_id: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """An address book that was read, entry by entry; ``before`` holds the people that were completed, for undo."""

    entries: tuple[ImportedEntry, ...]
    before: tuple[Contact, ...] = ()
    after: tuple[Contact, ...] = ()

    def count(self, outcome: ImportOutcome) -> int:
        return sum(entry.outcome is outcome for entry in self.entries)

    @property
    def added(self) -> list[int]:
        """The ids of who is new."""
        entries = (entry for entry in self.entries if entry.outcome is ImportOutcome.ADDED)
        return [entry.contact_id for entry in entries if entry.contact_id is not None]
