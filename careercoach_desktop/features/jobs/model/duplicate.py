"""Two cards for one job: how sure that is, and what becomes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Likeness(StrEnum):
    """SAME: nothing but the same posting has this address or this number at its board. LIKELY: a person would think
    so, and is asked."""

    SAME = "SAME"
    LIKELY = "LIKELY"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A job that looks like another one, and why, in words (``same company and place, almost the same title``)."""

    job_id: int
    title: str
    company: str
    location: str
    added: datetime
    likeness: Likeness
    reason: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge changed, as ``unmerge`` needs it. ``before`` and ``after`` are columns of the kept job; ``moved``
    names, by table, whose rows became the kept job's."""

    keep: int
    others: tuple[int, ...]
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    moved: tuple[MovedRows, ...] = ()
    event: int = 0


@dataclass(frozen=True, slots=True)
class MovedRows:
    """Rows of ``table`` (by their key without the job) whose ``column`` named ``before`` and names ``after`` now."""

    table: str
    column: str
    before: int | str
    after: int | str
    keys: tuple[tuple[Any, ...], ...]
