"""What a posting says, read closely: level, duties, demands, what to be wary of, what speaks for it, how it fits.

Everything says whose it is: found by rules on this computer, or said by Claude; and quotes the posting where it rests
on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class _Value(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Author(StrEnum):
    RULES = "RULES"
    CLAUDE = "CLAUDE"


class RoleLevel(StrEnum):
    INTERNSHIP = "internship"
    ENTRY = "entry"
    MID = "mid"
    SENIOR = "senior"
    LEAD = "lead"
    HEAD = "head"


class FigureKind(StrEnum):
    OVERALL = "overall"
    SKILLS = "skills"
    EXPERIENCE = "experience"


class Point(_Value):
    """``text`` is the remark, ``quote`` the posting's own words it rests on, empty where it rests on none.
    ``serious``: a reason to stop and ask before anything else."""

    text: str
    quote: str = ""
    by: Author = Author.RULES
    serious: bool = False


class LevelFound(_Value):
    level: RoleLevel
    text: str
    quote: str = ""
    by: Author = Author.RULES


class SkillAsked(_Value):
    """``shown``: whether the résumé it was compared with has it; None without one."""

    term: str
    quote: str = ""
    shown: bool | None = None
    by: Author = Author.RULES


class Figure(_Value):
    """0..100 with its reason; ``value`` None where nothing can be weighed (or Claude's was none)."""

    kind: FigureKind
    value: int | None
    text: str
    by: Author = Author.RULES


class JobAnalysis(_Value):
    """``salary_guess`` is Claude's alone and never a fact. ``dropped`` counts what Claude said with words that are not
    in the posting. ``language`` is the one Claude wrote in; ``cost`` in nano-dollars, None when unknown."""

    levels: list[LevelFound] = Field(default_factory=list)
    responsibilities: list[Point] = Field(default_factory=list)
    required: list[SkillAsked] = Field(default_factory=list)
    preferred: list[SkillAsked] = Field(default_factory=list)
    red_flags: list[Point] = Field(default_factory=list)
    highlights: list[Point] = Field(default_factory=list)
    figures: list[Figure] = Field(default_factory=list)
    gaps: list[Point] = Field(default_factory=list)
    recommendations: list[Point] = Field(default_factory=list)
    salary: list[Point] = Field(default_factory=list)
    salary_guess: str = ""
    tips: list[Point] = Field(default_factory=list)
    verdict: str = ""
    dropped: int = 0
    cost: int | None = None
    is_part: bool = False
    """Claude was stopped, or cut off, before it had said everything."""


@dataclass(frozen=True, slots=True)
class Pay:
    """What another job of the person's pays, a year, in one currency."""

    job_id: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class AnalysedJob:
    """A job as it is now by the rules, and Claude's latest view of it where there is one. ``is_stale``: the posting or
    the résumé says something else than when Claude looked."""

    job_id: int
    resume_id: int | None
    rules: JobAnalysis
    claude: JobAnalysis | None = None
    model: str = ""
    made: datetime | None = None
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class JobAnalysed:
    """Claude's view of a job came, or was put away."""

    job_id: int
