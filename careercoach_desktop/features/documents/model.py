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
class AttachedFile:
    """A file as it was attached. ``name`` is safe on every system; ``size`` in bytes; ``sha256`` names its blob."""

    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """One row of the Documents page. ``file`` is None for what was made here; ``version_id`` is the newest version."""

    id: int
    type: DocumentType
    title: str
    job_id: int | None
    job_title: str
    company: str
    version: int
    updated: datetime
    tags: tuple[str, ...] = ()
    file: AttachedFile | None = None
    version_id: int = 0


@dataclass(frozen=True, slots=True)
class DocumentVersion:
    """``content`` is JSON for a RESUME made here (``ResumeData``), else text: a letter, or the words of a ``file``.

    ``details`` holds scores, the changes made, the engine."""

    id: int
    document_id: int
    number: int
    name: str
    content: str
    details: dict[str, object]
    created: datetime
    file: AttachedFile | None = None


@dataclass(frozen=True, slots=True)
class Attached:
    """What became of a file: ``known`` when exactly these bytes were attached before, and nothing was added."""

    document_id: int
    title: str
    known: bool = False


@dataclass(frozen=True, slots=True)
class DocumentSaved:
    document_id: int
    job_id: int | None


@dataclass(frozen=True, slots=True)
class DocumentRemoved:
    document_id: int
    job_id: int | None
