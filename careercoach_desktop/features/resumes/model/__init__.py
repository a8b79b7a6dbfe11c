"""The résumé as data: a superset of JSON Resume 1.0.0, with ids and sources.

Every entry and every bullet has a stable ``id`` so that edits, evidence and versions can name it. A *path* names a
single value: ``"basics.email"``, ``"<entry id>.position"``, or a bullet's own id. ``ResumeData.traces`` maps paths
to where the value stands in the original file. ``interchange`` turns this into JSON Resume and back without loss.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from careercoach_desktop.features.resumes.model.events import (
    ProposalChanged,
    ResumeChanged,
    ResumeDuplicated,
    ResumeImported,
    ResumeRead,
    ResumeRemoved,
    ResumeRestored,
)

__all__ = [
    "ProposalChanged",
    "ResumeChanged",
    "ResumeDuplicated",
    "ResumeImported",
    "ResumeRead",
    "ResumeRemoved",
    "ResumeRestored",
]  # what is told from here though it stands in a file of its own

_PARTIAL_DATE = re.compile(r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")


def new_id() -> str:
    """A short random id for an entry or bullet (10 characters, unique within any résumé)."""
    return secrets.token_hex(5)


def _partial_date(value: str | None) -> str | None:
    if value is None or value == "":
        return None
    if not _PARTIAL_DATE.match(value):
        raise ValueError("a date is YYYY, YYYY-MM or YYYY-MM-DD")
    return value


PartialDate = Annotated[str | None, AfterValidator(_partial_date)]
"""``"2019"``, ``"2019-03"``, ``"2019-03-31"`` or None."""


class _Value(BaseModel):
    model_config = ConfigDict(extra="forbid", validate_assignment=True)


class _Entry(_Value):
    id: str = Field(default_factory=new_id)
    extra: dict[str, object] = Field(default_factory=dict)
    """JSON Resume keys we have no field for, kept so that a round trip loses nothing."""


class Region(_Value):
    """A rectangle on a page of the original, as fractions (0..1) of the page's width and height, origin top left."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class Trace(_Value):
    """Where a value was read: its regions, the text as it stood there, and how sure the reader is (0..1)."""

    regions: list[Region] = Field(default_factory=list)
    text: str = ""
    confidence: float = 1.0
    note: str = ""
    """Why it is doubtful, in a few words for the person, e.g. ``from “19”``; empty when sure."""


class Mark(_Value):
    """Emphasis or a link over a part of a bullet: characters ``start`` up to, not including, ``end`` of its text.

    The text itself stays plain, so that whoever compares, searches or checks it need not know about marks.
    """

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    bold: bool = False
    italic: bool = False
    url: str = ""


class Highlight(_Value):
    """One bullet; its marks are in order and do not overlap."""

    id: str = Field(default_factory=new_id)
    text: str
    marks: list[Mark] = Field(default_factory=list)


class Location(_Value):
    address: str = ""
    postal_code: str = ""
    city: str = ""
    region: str = ""
    country_code: str = ""
    text: str = ""
    """As written, e.g. ``Leeds, United Kingdom``; what is shown when set."""


class WebProfile(_Entry):
    network: str = ""
    username: str = ""
    url: str = ""


class Basics(_Value):
    name: str = ""
    label: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    summary: str = ""
    image: str = ""
    location: Location = Field(default_factory=Location)
    profiles: list[WebProfile] = Field(default_factory=list)
    extra: dict[str, object] = Field(default_factory=dict)


class Work(_Entry):
    name: str = ""
    """The employer."""
    position: str = ""
    location: str = ""
    url: str = ""
    start: PartialDate = None
    end: PartialDate = None
    current: bool = False
    summary: str = ""
    highlights: list[Highlight] = Field(default_factory=list)
    technologies: list[str] = Field(default_factory=list)
    work_mode: str = ""


class Volunteer(_Entry):
    organization: str = ""
    position: str = ""
    url: str = ""
    start: PartialDate = None
    end: PartialDate = None
    current: bool = False
    summary: str = ""
    highlights: list[Highlight] = Field(default_factory=list)


class Education(_Entry):
    institution: str = ""
    area: str = ""
    study_type: str = ""
    url: str = ""
    location: str = ""
    start: PartialDate = None
    end: PartialDate = None
    current: bool = False
    score: str = ""
    courses: list[str] = Field(default_factory=list)
    highlights: list[Highlight] = Field(default_factory=list)


class Skill(_Entry):
    """A group (``name`` = "Languages", ``keywords`` = [...]) or, without keywords, a single skill."""

    name: str = ""
    level: str = ""
    keywords: list[str] = Field(default_factory=list)
    category: str = ""


class Project(_Entry):
    name: str = ""
    description: str = ""
    url: str = ""
    start: PartialDate = None
    end: PartialDate = None
    current: bool = False
    roles: list[str] = Field(default_factory=list)
    entity: str = ""
    type: str = ""
    keywords: list[str] = Field(default_factory=list)
    highlights: list[Highlight] = Field(default_factory=list)


class Certificate(_Entry):
    name: str = ""
    date: PartialDate = None
    issuer: str = ""
    url: str = ""


class Publication(_Entry):
    name: str = ""
    publisher: str = ""
    release_date: PartialDate = None
    url: str = ""
    summary: str = ""


class Award(_Entry):
    title: str = ""
    date: PartialDate = None
    awarder: str = ""
    summary: str = ""


class Language(_Entry):
    language: str = ""
    fluency: str = ""


class Interest(_Entry):
    name: str = ""
    keywords: list[str] = Field(default_factory=list)


class Reference(_Entry):
    name: str = ""
    reference: str = ""


class Section(_Entry):
    """Anything the model has no noun for: a heading and its lines."""

    title: str = ""
    highlights: list[Highlight] = Field(default_factory=list)


class ResumeData(_Value):
    """Everything a résumé says. Lists keep the order of the document."""

    basics: Basics = Field(default_factory=Basics)
    work: list[Work] = Field(default_factory=list)
    volunteer: list[Volunteer] = Field(default_factory=list)
    education: list[Education] = Field(default_factory=list)
    skills: list[Skill] = Field(default_factory=list)
    projects: list[Project] = Field(default_factory=list)
    certificates: list[Certificate] = Field(default_factory=list)
    publications: list[Publication] = Field(default_factory=list)
    awards: list[Award] = Field(default_factory=list)
    languages: list[Language] = Field(default_factory=list)
    interests: list[Interest] = Field(default_factory=list)
    references: list[Reference] = Field(default_factory=list)
    sections: list[Section] = Field(default_factory=list)
    language: str = "en"
    """ISO 639-1 code of the language the résumé is written in."""
    traces: dict[str, Trace] = Field(default_factory=dict)
    extra: dict[str, object] = Field(default_factory=dict)
    hidden: list[str] = Field(default_factory=list)
    """Ids of entries, bullets and skill groups left off the page but kept here (tailoring hides, never deletes)."""

    def skill_names(self) -> list[str]:
        """Every single skill in order: keywords of groups, and groups without keywords by name."""
        return [word for group in self.skills for word in (group.keywords or [group.name]) if word]


class ResumeStyle(_Value):
    """How a résumé looks on paper; what it says is ``ResumeData``. The templates are named by ``typeset.TEMPLATES``."""

    template: str = "modern"
    paper: Literal["a4", "letter"] = "a4"
    accent: str = Field(default="#5442C9", pattern=r"^#[0-9A-Fa-f]{6}$")
    font: str = ""
    """The family of the running text; empty for the template's own."""
    order: list[str] = Field(default_factory=list)
    """Kinds of sections (``work``, ``education`` …, a custom section's id) in the wanted order; the rest follow as
    usual."""
    left_out: list[str] = Field(default_factory=list)
    """Kinds of sections that are kept but not printed."""
    one_page: bool = False
    """Tighten spacing, within what stays readable, until everything stands on one page."""
    photo: bool = False


class ReadingState(StrEnum):
    """What the importer has done with an original file."""

    READING = "READING"
    READ = "READ"
    FAILED = "FAILED"


@dataclass(frozen=True, slots=True)
class ResumeCard:
    """What the Résumés page shows of one résumé, without its data."""

    id: int
    title: str
    file_name: str
    is_primary: bool
    state: ReadingState
    checked: bool
    problem: str
    pages: int
    version: int
    updated: datetime
    thumbnail: bytes | None
    """PNG of the first page, or None while it is being made."""
    next_step: str = ""
    """With ``problem``: what the person can do now."""
    fields: int = 0
    """How many values were read or typed."""
    doubtful: int = 0
    """How many of them are worth a look."""
    tags: tuple[str, ...] = ()
    """Words of the person's own, in the order they gave them."""
    has_original: bool = True
    """False for one that was written here: there is no file to save, to look at or to read again."""


@dataclass(frozen=True, slots=True)
class Resume:
    """One résumé as the person has it now."""

    id: int
    title: str
    file_name: str
    media_type: str
    original_sha256: str | None
    """None for one that was written here."""
    is_primary: bool
    state: ReadingState
    checked: bool
    problem: str
    pages: int
    version: int
    read_seconds: float
    raw_text: str
    data: ResumeData
    updated: datetime
    next_step: str = ""
    warnings: tuple[str, ...] = ()
    """Short sentences of the reader about the file, e.g. that only the first pages were read."""
    style: ResumeStyle = field(default_factory=ResumeStyle)
    tags: tuple[str, ...] = ()

    @property
    def has_original(self) -> bool:
        """False for one that was written here."""
        return self.original_sha256 is not None


class VersionReason(StrEnum):
    """Why a version exists."""

    READ = "READ"
    EDITED = "EDITED"
    RESTORED = "RESTORED"
    SAVED = "SAVED"
    CORRECTED = "CORRECTED"
    """Suggested corrections were accepted."""
    COPIED = "COPIED"
    """The résumé is a copy of another one, which said this."""
    BEGUN = "BEGUN"
    """The résumé was begun here, with what the profile knew."""


@dataclass(frozen=True, slots=True)
class ResumeVersion:
    """One earlier (or the present) state of a résumé's data; ``fields`` is how many values it holds."""

    number: int
    name: str
    reason: VersionReason
    created: datetime
    changed: datetime
    fields: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What importing a file led to; ``duplicate`` when that very file was already there."""

    resume_id: int
    duplicate: bool
