"""A way of looking at the jobs: which are shown, in what order and layout. Saved by name, it is a view."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class Layout(StrEnum):
    BOARD = "BOARD"
    TABLE = "TABLE"
    TIMELINE = "TIMELINE"


class Due(StrEnum):
    """Which deadlines are wanted."""

    THIS_WEEK = "THIS_WEEK"
    THIS_MONTH = "THIS_MONTH"
    PASSED = "PASSED"
    NONE = "NONE"


class Archived(StrEnum):
    HIDDEN = "HIDDEN"
    SHOWN = "SHOWN"
    ONLY = "ONLY"


class JobFilter(BaseModel):
    """What lets a card through; everything that is set must hold. Empty lets everything through that is not archived.

    Lists mean any of their values; statuses, modes and types are values of the enums (``REMOTE``).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = ""
    statuses: tuple[str, ...] = ()
    work_modes: tuple[str, ...] = ()
    job_types: tuple[str, ...] = ()
    salary_at_least: float | None = None
    """A year's pay in ``salary_currency``."""
    salary_currency: str = ""
    location: str = ""
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    match_from: int | None = None
    match_to: int | None = None
    due: Due | None = None
    priority: bool = False
    follow_up: bool = False
    """Only jobs where something is due: a follow-up, an answer that does not come."""
    archived: Archived = Archived.HIDDEN
    only: tuple[int, ...] = ()
    """Ids: these jobs and no others, such as those a figure elsewhere in the window counts."""


class SortKey(StrEnum):
    """``MANUAL`` is the board's own order."""

    MANUAL = "MANUAL"
    TITLE = "TITLE"
    COMPANY = "COMPANY"
    LOCATION = "LOCATION"
    STATUS = "STATUS"
    MATCH = "MATCH"
    SALARY = "SALARY"
    DEADLINE = "DEADLINE"
    POSTED = "POSTED"
    ADDED = "ADDED"
    APPLIED = "APPLIED"
    ENTERED = "ENTERED"
    SOURCE = "SOURCE"
    PRIORITY = "PRIORITY"
    TYPE = "TYPE"
    TAGS = "TAGS"
    FOLLOW_UP = "FOLLOW_UP"
    NEXT_INTERVIEW = "NEXT_INTERVIEW"


HIDDEN_AT_FIRST = ("TYPE", "APPLIED", "SOURCE", "FOLLOW_UP", "NEXT_INTERVIEW")
"""Columns a newcomer's table leaves out, so that the others have room."""


class View(BaseModel):
    """What a saved view keeps."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    filter: JobFilter = Field(default_factory=JobFilter)
    sort: SortKey = SortKey.MANUAL
    descending: bool = False
    layout: Layout = Layout.BOARD
    hidden_columns: tuple[str, ...] = HIDDEN_AT_FIRST
    """Columns of the table that are not shown."""


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view with the person's name for it; ``position`` orders them (ascending)."""

    id: int
    name: str
    view: View
    position: float = 0.0
