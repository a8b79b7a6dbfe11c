"""What the jobs feature tells the bus, in the past tense."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JobAdded:
    job_id: int


@dataclass(frozen=True, slots=True)
class JobChanged:
    """Fields, notes, tags, score or capture state changed. ``fields`` names what the person edited in the posting."""

    job_id: int
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PostingRead:
    """A capture finished: title, description and the rest are there (or the job's ``problem`` says why not)."""

    job_id: int


@dataclass(frozen=True, slots=True)
class JobsMoved:
    """Cards changed column or order."""

    job_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ScoresWanted:
    """The person asked for these jobs to be matched again; who matches hears it."""

    job_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class JobsBroughtBack:
    """Out of the archive or undeleted: nobody kept their match up to date while they were away."""

    job_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class JobsMerged:
    """Jobs became one, or a merge was taken back: whatever belongs to one of these now belongs to another."""

    job_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class JobRemoved:
    job_id: int


@dataclass(frozen=True, slots=True)
class PostingFilled:
    """Claude's findings were confirmed and filled in. ``before``: column values for ``FillService.put``, for undo."""

    job_id: int
    fields: tuple[str, ...]
    before: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ApplicationChanged:
    """An application was recorded, corrected or taken back."""

    job_id: int


@dataclass(frozen=True, slots=True)
class ContactsChanged:
    """People were added, corrected, removed or linked; ``job_ids`` are the jobs whose people changed."""

    contact_ids: tuple[int, ...]
    job_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedViewsChanged:
    """A view of the jobs page was saved, renamed, moved or removed."""


@dataclass(frozen=True, slots=True)
class DuplicateFound:
    """A posting was read that looks like jobs that are there already. Nothing was merged."""

    job_id: int
    others: tuple[int, ...]
