"""A résumé for one job, as changes to accept or reject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from careercoach_desktop.features.evidence.model import Claim, Quote
from careercoach_desktop.features.matching.model import Need
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
    ADD_BULLET = "ADD_BULLET"
    """A point of the person's own that this résumé lacks joins its entry."""


class Decision(StrEnum):
    ACCEPTED = "ACCEPTED"
    REJECTED = "REJECTED"


class Change(BaseModel):
    """One operation on the résumé.

    ``target`` names what it touches: ``basics.summary``, a bullet id (REWRITE, HIDE), an entry id (BULLET_ORDER, HIDE,
    ADD_BULLET), ``skills`` (SKILLS_ORDER, ids of groups or ``<group id>`` for the keywords of one group), or a list
    name such as ``projects`` (ENTRY_ORDER).
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
    decided: bool = False
    """The person said so, not only the engine."""
    edited: str | None = None
    """The person's own wording instead of ``after``."""
    bullet_id: str = ""
    """ADD_BULLET: the id the new bullet gets."""
    kept: bool = False
    """Taken over from the tailoring before, because the person had accepted or worded it."""

    @property
    def supported(self) -> bool:
        return not self.claims

    @property
    def text(self) -> str:
        return self.after if self.edited is None else self.edited


TEXTS = (ChangeKind.SUMMARY, ChangeKind.REWRITE, ChangeKind.ADD_BULLET)
"""Changes that say something, so that it can be worded, checked and mended."""


class Wishes(BaseModel):
    """What the person asks of a tailoring. ``keep``: take over what they accepted or worded the last time."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    focus: tuple[str, ...] = ()
    """What to bring out, in the person's own words; it is no evidence."""
    keep: bool = False


class Alignment(BaseModel):
    """One thing the posting asks for, and whether the résumé says it without and with the accepted changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    term: str
    need: Need
    before: bool
    after: bool


class Draft(BaseModel):
    """What an engine proposes for one résumé and one job."""

    model_config = ConfigDict(extra="forbid")

    engine: str
    """``local`` or the id of the model that proposed it."""
    changes: list[Change] = Field(default_factory=list)
    recommendations: list[str] = Field(default_factory=list)
    """What a model would look at next, in its own words; nothing of it is in the résumé."""
    impact: str = ""
    """What the changes do together, in a model's own words."""
    score_before: int | None = None
    score_after: int | None = None
    ats_before: int | None = None
    ats_after: int | None = None
    """How easily a program reads it, by the rules of this computer."""
    alignment: list[Alignment] = Field(default_factory=list)
    focus: tuple[str, ...] = ()
    """What the person asked to bring out."""
    incomplete: bool = False
    """The answer was cancelled or cut; this is what had come by then."""
    mended: int = 0
    """How many wordings the model had to say again before they rested on evidence."""

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

    @property
    def is_decided(self) -> bool:
        """Whether the person has had a say in it: saved it, or worded, accepted or rejected something."""
        return self.document_id is not None or any(
            change.kept or change.decided or change.edited is not None for change in self.draft.changes
        )


@dataclass(frozen=True, slots=True)
class ClaudeOffer:
    """Tailoring with Claude: the model's name, what it would take (None without a key) and where the words would go."""

    model: str
    estimate: Estimate | None
    host: str


@dataclass(frozen=True, slots=True)
class GrowingChange:
    """A change as it comes, before it is checked."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class TailoringGrows:
    """What Claude has proposed so far for a job; told several times while the answer comes."""

    task_id: int
    job_id: int
    changes: tuple[GrowingChange, ...]


@dataclass(frozen=True, slots=True)
class TailoringReady:
    """A draft was stored; ``incomplete``: of an answer that broke off."""

    tailoring_id: int
    job_id: int
    incomplete: bool = False


@dataclass(frozen=True, slots=True)
class TailoringChanged:
    tailoring_id: int
    job_id: int
