"""How well a résumé fits a posting, with the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.model import Estimate


class Need(StrEnum):
    MUST = "MUST"
    NICE = "NICE"


class PartKind(StrEnum):
    MUST_HAVE = "MUST_HAVE"
    NICE_TO_HAVE = "NICE_TO_HAVE"
    EXPERIENCE = "EXPERIENCE"
    EDUCATION = "EDUCATION"
    PLACE = "PLACE"
    SALARY = "SALARY"


class Place(BaseModel):
    """Where in the résumé a keyword stands."""

    model_config = ConfigDict(extra="forbid")

    path: str
    label: str
    """``Brightwater, 2023`` or ``Skills``."""
    quote: str
    """The words around it, at most about 90 characters."""


class Keyword(BaseModel):
    """Something the posting asks for."""

    model_config = ConfigDict(extra="forbid")

    term: str
    """As the field writes it: ``Apache Spark``."""
    need: Need
    found: bool
    places: list[Place] = Field(default_factory=list)
    asked: str = ""
    """The sentence of the posting that asks for it."""
    times_asked: int = 1
    same_as: str = ""
    """The résumé's wording when it differs from the posting's (``workflow orchestration (Airflow)``)."""
    related: list[str] = Field(default_factory=list)
    """For a missing keyword: neighbours of it that the résumé does list."""
    years_asked: int | None = None
    """Years of experience with this very thing, where the posting says so."""
    years_shown: float | None = None
    """Years in jobs whose own text names it, in halves; None when no years are asked."""


def terms_of(keywords: Sequence[Keyword], *, found: bool, most: int | None = None) -> str:
    """The terms that the résumé has, or lacks, as one line; those that are no musts say so."""
    wanted = [each for each in keywords if each.found is found][:most]
    return ", ".join(each.term if each.need is Need.MUST else f"{each.term} (optional)" for each in wanted)


class Part(BaseModel):
    """One bar of the score. ``value`` 0..1, or None when the posting does not say (then it does not count)."""

    model_config = ConfigDict(extra="forbid")

    kind: PartKind
    value: float | None
    weight: float
    text: str
    """``9 of 11``, ``6 years, 5 asked``, ``met``, ``fits``, ``near``, ``not stated``: at most about 17 letters."""
    because: str = ""
    """The posting's sentence that caused it."""
    counted: str = ""
    """What was counted in the résumé, where that needs saying: ``Your work since 2018 adds up to 8 years.``"""


class MatchReport(BaseModel):
    """``score`` is 0..100, or None when the posting asks for nothing the matcher can weigh."""

    model_config = ConfigDict(extra="forbid")

    score: int | None
    parts: list[Part] = Field(default_factory=list)
    keywords: list[Keyword] = Field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MatchComputed:
    """A job's stored match was brought up to date."""

    job_id: int


@dataclass(frozen=True, slots=True)
class ResumeFit:
    """One of several résumés beside one job; ``score`` is None when there is nothing to weigh."""

    resume_id: int
    title: str
    score: int | None


# What Claude makes of it ------------------------------------------------------------------------------------------

FAR = 30
"""Points between two scores of which one must be wrong."""


class Judgement(BaseModel):
    """What Claude says of one job: a view beside the score that is computed here, never in its place."""

    model_config = ConfigDict(extra="forbid")

    score: int = Field(ge=0, le=100)
    reasons: list[str] = Field(default_factory=list)
    gaps: list[str] = Field(default_factory=list)


@dataclass(frozen=True, slots=True)
class JudgementView:
    """``is_current``: it rests on the résumé, the wishes and the posting as they are now."""

    judgement: Judgement
    model: str
    created: datetime
    is_current: bool


def is_far(judged: int, computed: int | None) -> bool:
    """Whether Claude's score is so far from the computed one that the person should look for themselves."""
    return computed is not None and abs(judged - computed) >= FAR


class JudgeWay(StrEnum):
    """``AT_ONCE``: one question after the other. ``BATCH``: all together, at half price, within a day."""

    AT_ONCE = "AT_ONCE"
    BATCH = "BATCH"


@dataclass(frozen=True, slots=True)
class JudgeOffer:
    """What asking would take; nothing was sent. ``jobs`` would be asked about, ``known`` were judged just so before,
    ``unread`` have no posting to judge. ``problem``: why Claude can't be asked. ``seconds``: about so long, None for a
    batch."""

    jobs: int
    known: int
    unread: int
    way: JudgeWay
    estimate: Estimate
    host: str
    seconds: float | None
    problem: UserError | None = None


@dataclass(frozen=True, slots=True)
class JobsJudged:
    """Claude's view of these jobs was written down."""

    job_ids: tuple[int, ...]
    resume_id: int
