"""People at companies, and how they are linked to jobs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


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
