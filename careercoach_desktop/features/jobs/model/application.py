"""An application for a job: what was sent, where, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class ApplicationMethod(StrEnum):
    MANUAL = "MANUAL"
    AUTOMATED = "AUTOMATED"


class ApplicationStatus(StrEnum):
    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    UNDER_REVIEW = "UNDER_REVIEW"
    REJECTED = "REJECTED"
    ACCEPTED = "ACCEPTED"


class EnclosureKind(StrEnum):
    RESUME = "RESUME"
    COVER_LETTER = "COVER_LETTER"
    OTHER = "OTHER"


class Enclosure(BaseModel):
    """Something that was sent along, named so that it can be found again."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: EnclosureKind
    ref: str
    """``resume:3`` or ``document:12``; empty for something that is not kept here."""
    version: int | None = None
    """The version that was sent; None when it has none."""
    title: str
    """As it was called then."""


class Application(BaseModel):
    """``id`` is None until it is recorded."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: int | None = None
    job_id: int
    method: ApplicationMethod = ApplicationMethod.MANUAL
    status: ApplicationStatus = ApplicationStatus.SUBMITTED
    enclosures: list[Enclosure] = Field(default_factory=list)
    portal_url: str = ""
    confirmation: str = ""
    """The number or code the employer's site gave."""
    submitted: date | None = None
    responded: date | None = None
    """When the employer answered."""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class OfferedEnclosure:
    """Something a higher feature offers to record with an application for a job, the likeliest first."""

    enclosure: Enclosure
    hint: str = ""
    """``tailored for this job, 3 days ago``."""
