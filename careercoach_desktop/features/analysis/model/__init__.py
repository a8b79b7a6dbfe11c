"""What is found in a résumé, and the scores that follow from it.

A *finding* is one thing to know, with every place where it shows. Scores are nothing but 100 less the points of the
findings, so that every point lost has its reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from careercoach_desktop.foundation.documents.examining import SeenAt


class _Value(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Topic(StrEnum):
    """What a finding is about."""

    FILE = "FILE"
    CONTACT = "CONTACT"
    SUMMARY = "SUMMARY"
    EXPERIENCE = "EXPERIENCE"
    EDUCATION = "EDUCATION"
    SKILLS = "SKILLS"
    WRITING = "WRITING"


class Severity(StrEnum):
    IMPORTANT = "IMPORTANT"
    WORTH_DOING = "WORTH_DOING"
    DETAIL = "DETAIL"


class ScoreKind(StrEnum):
    """The scores. ``OVERALL`` is the weighted mean of the others."""

    OVERALL = "OVERALL"
    ATS = "ATS"
    READABILITY = "READABILITY"
    SUMMARY = "SUMMARY"
    EXPERIENCE = "EXPERIENCE"
    EDUCATION = "EDUCATION"
    SKILLS = "SKILLS"


class Place(_Value):
    """Where a finding shows: ``path`` names a value of the résumé, ``seen`` a part of a page of the file; perhaps
    neither, for what is not there at all."""

    path: str = ""
    quote: str = ""
    """The words there, cut to about 90 characters."""
    seen: SeenAt | None = None


class Correction(_Value):
    """One value to write, where ``before`` still stands. ``after`` None takes the bullet or entry away."""

    path: str
    before: str | list[str]
    after: str | list[str] | None


class Fix(_Value):
    """What can be put right without knowing more than the résumé says."""

    label: str
    corrections: list[Correction]


class Finding(_Value):
    """``text`` says what, ``why`` says why it matters, each in one short sentence. ``extent`` (0..1) is how much of
    the résumé it concerns; the points it costs follow from that."""

    rule: str
    topic: Topic
    severity: Severity
    text: str
    why: str
    extent: float = Field(default=1.0, ge=0.0, le=1.0)
    places: list[Place] = Field(default_factory=list)
    fix: Fix | None = None


class Loss(_Value):
    """Points that one rule took from a score."""

    rule: str
    points: int


class Score(_Value):
    """0..100. ``losses`` explain what is missing to 100, the largest first; those of ``OVERALL`` are empty: it is the
    mean of the other scores by ``weight``, which is in percent."""

    kind: ScoreKind
    value: int
    weight: int = 0
    losses: list[Loss] = Field(default_factory=list)


class Analysis(_Value):
    """What rules on this computer say of a résumé, and of its original file where there is one."""

    scores: list[Score]
    findings: list[Finding]
    rules_version: int

    def score(self, kind: ScoreKind) -> int:
        return next(score.value for score in self.scores if score.kind is kind)

    def finding(self, rule: str) -> Finding | None:
        return next((finding for finding in self.findings if finding.rule == rule), None)


@dataclass(frozen=True, slots=True)
class ResumeAnalysis:
    """An analysis of one résumé as it is now."""

    resume_id: int
    title: str
    version: int
    checked: bool
    """Whether the person has looked at what was read."""
    analysis: Analysis
    made: datetime
