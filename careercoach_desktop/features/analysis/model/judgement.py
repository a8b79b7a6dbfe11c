"""What Claude judges of a résumé. Its figures are its own: the scores beside them come from the rules and stay so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from careercoach_desktop.features.evidence.model import Claim, Quote
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.model import Estimate


class _Value(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Section(StrEnum):
    """The part of a résumé that something is said about."""

    OVERALL = "overall"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    SKILLS = "skills"
    OTHER = "other"


class Priority(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class KeywordStanding(StrEnum):
    """How a word the field looks for stands in the résumé."""

    SHOWN = "shown"
    WEAK = "weak"
    MISSING = "missing"
    OVERUSED = "overused"


class Target(_Value):
    """What the résumé is judged for: a stored job, a role or industry in the person's words, or nothing in particular.

    ``language`` (ISO 639-1) is the one the judgement is written in.
    """

    job_id: int | None = None
    role: str = ""
    language: str = "en"
    title: str = ""
    """What the person knows the target by: “Senior Data Engineer, Northwind”; empty for nothing in particular."""


class Impression(_Value):
    """``score`` is Claude's own figure, 0..100; None when it gave none that counts."""

    section: Section
    score: int | None
    text: str


class Observation(_Value):
    """A strength or a weakness, with the person's own words it rests on."""

    text: str
    quotes: list[Quote] = Field(default_factory=list)


class KeywordNote(_Value):
    term: str
    standing: KeywordStanding
    text: str


class Suggestion(_Value):
    """Something to do. With ``after`` it can be applied at ``path`` where ``before`` still stands; with ``claims``,
    which nothing proves, it can't until the person has proved them."""

    id: str
    section: Section
    priority: Priority
    issue: str
    text: str
    impact: str
    path: str = ""
    label: str = ""
    before: str = ""
    after: str = ""
    claims: list[Claim] = Field(default_factory=list)

    @property
    def is_edit(self) -> bool:
        return bool(self.after)

    @property
    def is_proved(self) -> bool:
        return not self.claims


class Judgement(_Value):
    """``dropped`` counts what Claude said that could not be shown: it named no place, or words that are not there."""

    target: Target
    overall: int | None
    verdict: str
    impressions: list[Impression] = Field(default_factory=list)
    strengths: list[Observation] = Field(default_factory=list)
    weaknesses: list[Observation] = Field(default_factory=list)
    keywords: list[KeywordNote] = Field(default_factory=list)
    suggestions: list[Suggestion] = Field(default_factory=list)
    dropped: int = 0
    cost: int | None = None
    """Nano-dollars; None when nobody knows."""
    is_part: bool = False
    """Claude was stopped, or cut off, before it had said everything."""

    def suggestion(self, suggestion_id: str) -> Suggestion | None:
        return next((each for each in self.suggestions if each.id == suggestion_id), None)


class SuggestionState(StrEnum):
    """How a suggestion stands to the résumé as it is now."""

    OPEN = "OPEN"
    APPLIED = "APPLIED"
    CHANGED = "CHANGED"
    """The text it is about was written anew or is gone."""


@dataclass(frozen=True, slots=True)
class ResumeJudgement:
    """The latest judgement of a résumé (for one job, or for none). ``is_stale``: the résumé or the posting says
    something else by now, beside what was applied from here."""

    resume_id: int
    job_id: int | None
    judgement: Judgement
    model: str
    made: datetime
    is_stale: bool
    states: dict[str, SuggestionState]


@dataclass(frozen=True, slots=True)
class ClaudeOffer:
    """What asking Claude would take and where the words would go; or, in ``problem``, why it can't be asked."""

    model: str
    host: str
    estimate: Estimate | None = None
    problem: UserError | None = None


@dataclass(frozen=True, slots=True)
class JudgementChanged:
    """A judgement of this résumé came, or was changed."""

    resume_id: int
    job_id: int | None


@dataclass(frozen=True, slots=True)
class ClaudeGrew:
    """What Claude has said so far to the task of this id; nothing of it was checked yet. ``remarks``: how many."""

    task_id: int
    verdict: str
    remarks: int
