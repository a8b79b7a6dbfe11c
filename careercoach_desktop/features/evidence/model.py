"""What can be proved, what a person keeps as proof, and what a generated text claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class ClaimKind(StrEnum):
    EMPLOYER = "EMPLOYER"
    TITLE = "TITLE"
    DATE = "DATE"
    NUMBER = "NUMBER"
    DEGREE = "DEGREE"
    CERTIFICATE = "CERTIFICATE"
    SKILL = "SKILL"
    STATEMENT = "STATEMENT"
    """A whole sentence that says what no evidence says."""


class Quote(BaseModel):
    """A piece of the person's own evidence."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: str
    """Which value of the résumé it is (see ``resumes.model``), or ``profile.notes`` and the like."""
    label: str
    """Where, for the person: ``Brightwater, 2022 – now`` or ``Skills``."""
    text: str


class Claim(BaseModel):
    """One checkable statement in a draft."""

    model_config = ConfigDict(extra="forbid")

    kind: ClaimKind
    text: str
    path: str = ""
    """Which value of the draft makes it; empty for plain text."""
    supported: bool
    evidence: list[Quote] = Field(default_factory=list)
    reason: str = ""
    """For unsupported claims: what is missing, in one short sentence for the person."""


class TruthReport(BaseModel):
    model_config = ConfigDict(extra="forbid")

    claims: list[Claim] = Field(default_factory=list)

    @property
    def unsupported(self) -> list[Claim]:
        return [claim for claim in self.claims if not claim.supported]


@dataclass(frozen=True, slots=True)
class StoryText:
    """What a person tells: a situation, what there was to do, what they did, what came of it (STAR)."""

    title: str = ""
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    skills: tuple[str, ...] = ()
    happened: str = ""
    """When, in the person's own words: ``spring 2023``."""

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """The four parts with their names, empty ones too."""
        return (
            ("Situation", self.situation),
            ("Task", self.task),
            ("Action", self.action),
            ("Result", self.result),
        )


@dataclass(frozen=True, slots=True)
class Story:
    """A story that is kept; ``bullets`` is how many bullets of résumés that are there are linked to it, ``questions``
    what the person said it answers, in the order they said so."""

    id: int
    text: StoryText
    created: datetime
    updated: datetime
    bullets: int = 0
    questions: tuple[StoryQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceMark:
    """A bullet the person stands by: its words when it was marked, a story that tells more, the skills it shows."""

    resume_id: int
    bullet_id: str
    text: str
    created: datetime
    story_id: int | None = None
    skills: tuple[str, ...] = ()


class Standing(StrEnum):
    """What became of a marked bullet in its résumé."""

    SAME = "SAME"
    REWORDED = "REWORDED"
    GONE = "GONE"


@dataclass(frozen=True, slots=True)
class MarkedBullet:
    """A mark with where it stands now."""

    mark: EvidenceMark
    resume_title: str
    standing: Standing
    now: str
    """What the bullet says now; what it said when it was marked, when it is gone."""
    story_title: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceChanged:
    """A mark of this résumé was set, changed or taken away."""

    resume_id: int


@dataclass(frozen=True, slots=True)
class StoriesChanged:
    """A story was added, changed, taken away or brought back."""

    story_id: int


@dataclass(frozen=True, slots=True)
class StoryQuestion:
    """A question a story answers. ``bank_id`` names it where it is one of the question bank."""

    story_id: int
    question: str
    bank_id: str
    created: datetime


@dataclass(frozen=True, slots=True)
class StoryGap:
    """What a story lacks to be told well: ``part`` is the field of ``StoryText`` it belongs to."""

    part: str
    said: str
    """For the person, a sentence."""


@dataclass(frozen=True, slots=True)
class StoryMatch:
    """How well a story answers a question: 0–100, and why, in a few words for the person (“both are about …”)."""

    story: Story
    score: int
    reason: str
    linked: bool = False
    """The person said themselves that it answers the question."""


@dataclass(frozen=True, slots=True)
class StoryBegun:
    """A story that was begun from a bullet, with the bullet's mark before, for undo."""

    story_id: int
    before: EvidenceMark | None


@dataclass(frozen=True, slots=True)
class SuggestedQuestion:
    """A question of the bank that a story could answer, and why, in a few words."""

    bank_id: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class StoryLook:
    """What rules see in a story: what it lacks, the figures in it, what it could answer beside what it is linked to."""

    gaps: tuple[StoryGap, ...]
    numbers: tuple[str, ...]
    suggested: tuple[SuggestedQuestion, ...]
