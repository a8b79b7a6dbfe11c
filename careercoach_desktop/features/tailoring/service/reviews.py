"""What the review screen is given, and what it gives back for undo."""

from __future__ import annotations

from dataclasses import dataclass, field

from careercoach_desktop.features.jobs.model import Job
from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
from careercoach_desktop.features.tailoring.model import Change, Tailoring


@dataclass(frozen=True)
class Review:
    """What the review screen needs in one reading: the draft, both résumés and whose they are."""

    tailoring: Tailoring
    job: Job
    resume_title: str
    base: ResumeData
    result: ResumeData
    author: str = ""
    """The name of the model that proposed it; empty for the engine on this computer."""
    style: ResumeStyle = field(default_factory=ResumeStyle)
    """How the result looks on paper."""


@dataclass(frozen=True)
class Stage:
    """One state of the résumé for this job that can be compared with another."""

    label: str
    data: ResumeData


@dataclass(frozen=True, slots=True)
class EvidenceAdded:
    """A fact the person stated, and how things were before, for undo."""

    note: str
    notes_before: str
    notes_after: str
    changes_before: tuple[Change, ...]
