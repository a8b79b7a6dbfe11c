"""What the JobParser answers: each value with the numbers of the lines it stands in."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Fact(BaseModel):
    """A value and where it stands."""

    model_config = ConfigDict(extra="forbid")

    value: str
    lines: list[int]


class Pay(BaseModel):
    """``currency`` as ISO 4217, ``period`` HOUR, DAY, WEEK, MONTH or YEAR, both empty when not said."""

    model_config = ConfigDict(extra="forbid")

    minimum: float | None
    maximum: float | None
    currency: str
    period: str
    lines: list[int]


class PostingFindings(BaseModel):
    """The whole answer. Lists of numbers are the lines that make up the list; ``description`` its first and last."""

    model_config = ConfigDict(extra="forbid")

    is_single_posting: bool
    title: Fact | None = None
    company: Fact | None = None
    location: Fact | None = None
    work_mode: Fact | None = None
    job_type: Fact | None = None
    salary: Pay | None = None
    posted_date: Fact | None = None
    deadline: Fact | None = None
    requirements: list[int] = Field(default_factory=list)
    responsibilities: list[int] = Field(default_factory=list)
    benefits: list[int] = Field(default_factory=list)
    description: list[int] = Field(default_factory=list)
