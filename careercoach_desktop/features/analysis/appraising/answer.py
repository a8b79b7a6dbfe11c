"""What the JobAnalyzer answers. No bounds: the API takes none; whoever reads an answer looks at its figures."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from careercoach_desktop.features.analysis.model.job import RoleLevel


class _Said(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Quoted(_Said):
    """``quote``: the posting's words, copied."""

    text: str
    quote: str = ""


class LevelView(_Said):
    level: RoleLevel
    text: str
    quote: str = ""


class FigureView(_Said):
    score: int
    text: str


class Fit(_Said):
    """Only beside a résumé."""

    overall: FigureView
    skills: FigureView
    experience: FigureView


class JobView(_Said):
    verdict: str
    level: LevelView | None = None
    responsibilities: list[Quoted] = Field(default_factory=list)
    required: list[Quoted] = Field(default_factory=list)
    preferred: list[Quoted] = Field(default_factory=list)
    red_flags: list[Quoted] = Field(default_factory=list)
    highlights: list[Quoted] = Field(default_factory=list)
    fit: Fit | None = None
    gaps: list[Quoted] = Field(default_factory=list)
    recommendations: list[str] = Field(default_factory=list)
    salary_guess: str = ""
    tips: list[str] = Field(default_factory=list)
