"""What the ResumeTailor answers: a flat list of edits by id, never a document.

The descriptions travel to the model as part of the schema, so they are short. Bounds are not in the schema (the API
takes none); whoever reads a proposal cuts it to size.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class EditKind(StrEnum):
    REWRITE = "rewrite"
    SUMMARY = "summary"
    ORDER = "order"
    ADD_SKILLS = "add_skills"
    HIDE = "hide"
    ADD_BULLET = "add_bullet"


class Edit(BaseModel):
    """One edit; which fields count depends on its kind."""

    model_config = ConfigDict(extra="forbid")

    kind: EditKind
    target: str
    """A short name: a bullet (rewrite, hide), an entry (order, hide, add_bullet), a skills group or ``skills`` (order,
    add_skills), ``summary``."""
    reason: str
    text: str = ""
    items: list[str] = Field(default_factory=list)
    rests_on: list[str] = Field(default_factory=list)


class Proposal(BaseModel):
    """The whole answer."""

    model_config = ConfigDict(extra="forbid")

    edits: list[Edit]
    impact: str = ""
    recommendations: list[str] = Field(default_factory=list)


class Mended(BaseModel):
    """A wording said again; ``number`` is the one it was asked about by."""

    model_config = ConfigDict(extra="forbid")

    number: int
    text: str


class Mending(BaseModel):
    """The answer to the one question about wordings that nothing proved."""

    model_config = ConfigDict(extra="forbid")

    wordings: list[Mended]
