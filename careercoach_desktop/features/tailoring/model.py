"""A résumé for one job, as changes to accept or reject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from careercoach_desktop.features.evidence.model import Claim, Quote
from careercoach_desktop.foundation.llm.model import Estimate

LOCAL = "local"
"""The engine on this computer, as ``Draft.engine`` names it."""


class ChangeKind(StrEnum):
    SUMMARY = "SUMMARY"
    REWRITE = "REWRITE"
    BULLET_ORDER = "BULLET_ORDER"
    SKILLS_ORDER = "SKILLS_ORDER"
    ENTRY_ORDER = "ENTRY_ORDER"
    HIDE = "HIDE"


class Decision(StrEnum):
    ACCEPTED = "ACCEPTED"
    REJECTED = "REJECTED"


class Change(BaseModel):
    """One operation on the résumé.

    ``target`` names what it touches: ``basics.summary``, a bullet id (REWRITE, HIDE), an entry id (BULLET_ORDER, HIDE),
    ``skills`` (SKILLS_ORDER, ids of groups or ``<group id>`` for the keywords of one group), or a list name such as
    ``projects`` (ENTRY_ORDER).
    """

    model_config = ConfigDict(extra="forbid")

    id: str
    kind: ChangeKind
    target: str
    title: str
    """``Brightwater · bullet 2``."""
    headline: str
    """A few words under the title: ``Names the Spark work they ask for``."""
    reason: str
    """Why, in a sentence or two: what the posting asks and what the change does about it."""
    evidence: list[Quote] = Field(default_factory=list)
    before: str = ""
    after: str = ""
    """For texts: the wording. For orders: the items one per line, for people; ``order`` is what counts."""
    order: list[str] = Field(default_factory=list)
    """For orders: ids (or keywords, for the keywords of one skills group) in the new order."""
    added: list[str] = Field(default_factory=list)
    """SKILLS_ORDER: skills in evidence that join the list; with target ``skills`` as skills of their own."""
    renamed: dict[str, str] = Field(default_factory=dict)
    """SKILLS_ORDER of one group: keywords in the posting's wording (``K8s`` → ``Kubernetes (K8s)``)."""
    claims: list[Claim] = Field(default_factory=list)
    """Unsupported claims the truth check found in ``after``."""
    decision: Decision = Decision.ACCEPTED
    edited: str | None = None
    """The person's own wording instead of ``after``."""

    @property
    def supported(self) -> bool:
        return not self.claims

    @property
    def text(self) -> str:
        return self.after if self.edited is None else self.edited


class Draft(BaseModel):
    """What an engine proposes for one résumé and one job."""

    model_config = ConfigDict(extra="forbid")

    engine: str
    """``local`` or the id of the model that proposed it."""
    changes: list[Change] = Field(default_factory=list)
    recommendations: list[str] = Field(default_factory=list)
    """What a model would look at next, in its own words; nothing of it is in the résumé."""
    score_before: int | None = None
    score_after: int | None = None

    @property
    def is_local(self) -> bool:
        return self.engine == LOCAL


@dataclass(frozen=True, slots=True)
class Tailoring:
    """A stored draft with the person's decisions so far."""

    id: int
    resume_id: int
    job_id: int
    document_id: int | None
    base_version: int
    """Which version of the résumé it started from."""
    draft: Draft
    created: datetime
    updated: datetime


@dataclass(frozen=True, slots=True)
class ClaudeOffer:
    """Tailoring with Claude: the model's name, what it would take (None without a key) and where the words would go."""

    model: str
    estimate: Estimate | None
    host: str


@dataclass(frozen=True, slots=True)
class TailoringReady:
    tailoring_id: int
    job_id: int


@dataclass(frozen=True, slots=True)
class TailoringChanged:
    tailoring_id: int
    job_id: int
