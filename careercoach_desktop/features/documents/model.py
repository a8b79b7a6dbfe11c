"""Everything made or attached, with versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DocumentType(StrEnum):
    RESUME = "RESUME"
    COVER_LETTER = "COVER_LETTER"
    PORTFOLIO = "PORTFOLIO"
    TRANSCRIPT = "TRANSCRIPT"
    REFERENCE = "REFERENCE"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """One row of the Documents page."""

    id: int
    type: DocumentType
    title: str
    job_id: int | None
    job_title: str
    company: str
    version: int
    updated: datetime


@dataclass(frozen=True, slots=True)
class DocumentVersion:
    """``content`` is JSON: for a RESUME, ``ResumeData``. ``details`` holds scores, the changes made, the engine."""

    id: int
    document_id: int
    number: int
    name: str
    content: str
    details: dict[str, object]
    created: datetime


@dataclass(frozen=True, slots=True)
class DocumentSaved:
    document_id: int
    job_id: int | None


@dataclass(frozen=True, slots=True)
class DocumentRemoved:
    document_id: int
    job_id: int | None
