"""Suggested corrections as a person finds them later: each with how it stands to the résumé as it is now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from careercoach_desktop.features.resumes.correcting.difference import Difference, Standing

CORRECT_TASK = "resumes.correct"
"""The kind of the task that asks for them."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    difference: Difference
    standing: Standing
    skipped: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a decision."""
        return self.standing is Standing.OPEN and not self.skipped


@dataclass(frozen=True, slots=True)
class Proposal:
    """Made for ``version``; ``left_out``: suggestions the file did not bear out. ``cost`` in nano-dollars or None."""

    resume_id: int
    version: int
    suggestions: tuple[Suggestion, ...]
    left_out: int
    model: str
    cost: int | None
    created: datetime

    @property
    def open(self) -> tuple[Suggestion, ...]:
        return tuple(one for one in self.suggestions if one.is_open)
