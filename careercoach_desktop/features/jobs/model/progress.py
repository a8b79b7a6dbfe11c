"""How far a search has come: jobs counted by the columns they reached, applications and what was heard of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.model import JobStatus

UNANSWERED = "No answer"
"""The reason for a rejection that is none: nobody ever wrote."""


@dataclass(frozen=True, slots=True)
class Reached:
    """``jobs`` jobs that stand in ``status`` and came as far as ``column``: where they stand, or, of those that were
    rejected or withdrawn, where they stood last before that. ``heard``: something came back, if only a refusal."""

    status: JobStatus
    column: JobStatus
    archived: bool
    heard: bool
    jobs: int


@dataclass(frozen=True, slots=True)
class Sent:
    """That a job was applied for, and on which day."""

    job_id: int
    day: date
