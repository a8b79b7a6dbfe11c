"""What the ResumeAnalyzer answers. Short field names and no bounds: the schema travels with every call, and the API
takes no bounds; whoever reads an answer looks at its figures.

What stands in the résumé is named by its id and never repeated, so an answer stays small.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from careercoach_desktop.features.analysis.model.judgement import KeywordStanding, Priority, Section


class _Said(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SectionRemark(_Said):
    section: Section
    score: int
    text: str


class Remark(_Said):
    text: str
    rests_on: list[str] = Field(default_factory=list)


class KeywordRemark(_Said):
    term: str
    standing: KeywordStanding
    text: str


class Rewriting(_Said):
    """``target``: the id of the text that ``after`` would replace; both empty for advice without a wording."""

    section: Section
    priority: Priority
    issue: str
    suggestion: str
    impact: str
    target: str = ""
    after: str = ""


class ResumeReview(_Said):
    verdict: str
    overall: int
    sections: list[SectionRemark] = Field(default_factory=list)
    strengths: list[Remark] = Field(default_factory=list)
    weaknesses: list[Remark] = Field(default_factory=list)
    keywords: list[KeywordRemark] = Field(default_factory=list)
    suggestions: list[Rewriting] = Field(default_factory=list)
