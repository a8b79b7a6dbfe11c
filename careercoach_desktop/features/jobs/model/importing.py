"""What became of something that was taken in many at once."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class NotTaken(BaseModel):
    """A row, file or link that gave no new job. ``job_id``: the one that was there already, if that is why."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    what: str
    """What it was, in the words of its source."""
    why: str
    line: int = 0
    """Its row in the table; 0 for none."""
    job_id: int | None = None


class ImportReport(BaseModel):
    """``added``: ids in the order of the source. ``known``: was there already. ``refused``: could not be read."""

    model_config = ConfigDict(extra="ignore")

    added: list[int] = Field(default_factory=list)
    known: list[NotTaken] = Field(default_factory=list)
    refused: list[NotTaken] = Field(default_factory=list)
    contacts: list[int] = Field(default_factory=list)
    """People who were added with them."""
