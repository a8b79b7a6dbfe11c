"""What can be proved, and what a generated text claims."""

from __future__ import annotations

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
