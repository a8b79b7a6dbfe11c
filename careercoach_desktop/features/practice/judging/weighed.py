"""What the MockInterview agent answers about one answer. The order of the fields is the order in which they are
written: reasons come before the score, and the score before the longest part. What the schema says travels to the
model, so it is short."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from careercoach_desktop.features.practice.model import StarPart


class SaidPart(BaseModel):
    model_config = ConfigDict(extra="forbid")

    part: StarPart
    quote: str
    evidence: str


class WeighedAnswer(BaseModel):
    model_config = ConfigDict(extra="forbid")

    summary: str
    strengths: list[str]
    improvements: list[str]
    missing: list[str]
    star: list[SaidPart]
    score: int = Field(ge=0, le=100)
    suggested: str
    follow_up: str


class MendedSuggestion(BaseModel):
    model_config = ConfigDict(extra="forbid")

    suggested: str
