"""What a model makes of a whole session. The overall score stays the mean of the answers' scores, and skills likewise:
figures that follow from others are worked out, not asked for."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from careercoach_desktop.features.practice.judging.evaluating import MOST_REMARKS
from careercoach_desktop.features.practice.model import SessionResult
from careercoach_desktop.foundation.llm.saying import clipped


class AnalysedSession(BaseModel):
    """What the MockInterview agent answers about a session; None where no question looked for it."""

    model_config = ConfigDict(extra="forbid")

    summary: str
    strengths: list[str]
    areas: list[str]
    next_steps: list[str]
    technical: int | None = Field(ge=0, le=100)
    communication: int | None = Field(ge=0, le=100)
    problem_solving: int | None = Field(ge=0, le=100)


def analysed(told: AnalysedSession, local: SessionResult, made_by: str) -> SessionResult:
    """The rules' result with what the model says of it."""
    return grown_result(told, local, made_by).model_copy(
        update={
            "technical": told.technical,
            "communication": told.communication,
            "problem_solving": told.problem_solving,
        }
    )


def grown_result(told: AnalysedSession, local: SessionResult, made_by: str) -> SessionResult:
    """As much as has come of it, with the rules' scores until the model's are there."""
    return local.model_copy(
        update={
            "summary": clipped(told.summary, 600) or local.summary,
            "strengths": _remarks(told.strengths) or local.strengths,
            "areas": _remarks(told.areas) or local.areas,
            "next_steps": _remarks(told.next_steps) or local.next_steps,
            "made_by": made_by,
        }
    )


def _remarks(told: list[str]) -> tuple[str, ...]:
    return tuple(text for each in told if (text := clipped(each)))[:MOST_REMARKS]
