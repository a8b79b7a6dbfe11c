"""What the agents of interviews answer. No bounds: the API takes none; whoever reads an answer looks at its parts."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class _Said(BaseModel):
    model_config = ConfigDict(extra="forbid")


class LikelyView(_Said):
    """``stories``: ids as the listing of stories has them (``s3``), the best first."""

    text: str
    because: str = ""
    stories: list[str] = Field(default_factory=list)


class PrepView(_Said):
    focus: str
    likely: list[LikelyView] = Field(default_factory=list)
    ask: list[str] = Field(default_factory=list)
    checklist: list[str] = Field(default_factory=list)


class SummaryPoint(_Said):
    """``quote``: words of the pasted text, copied."""

    text: str
    quote: str


class SummarySection(_Said):
    heading: str
    points: list[SummaryPoint] = Field(default_factory=list)


class SummaryView(_Said):
    sections: list[SummarySection] = Field(default_factory=list)
