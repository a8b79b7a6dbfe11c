"""What happened over all jobs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.model import TimelineEntry


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One thing that happened, with the job it happened to."""

    entry: TimelineEntry
    title: str
    company: str


@dataclass(frozen=True, slots=True, order=True)
class HistoryMark:
    """A place in the history; what is asked for ``before`` it is older. Ids tell apart what happened in one moment."""

    when: datetime
    id: int
