"""What the CoverLetter agent answers. The order of the fields is the order in which they are written, so that the
letter can be read while it grows; what the schema says travels to the model, so it is short."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class WrittenParagraph(BaseModel):
    model_config = ConfigDict(extra="forbid")

    text: str
    rests_on: list[str]


class WrittenLetter(BaseModel):
    model_config = ConfigDict(extra="forbid")

    subject: str
    greeting: str
    paragraphs: list[WrittenParagraph]
    closing: str
    key_points: list[str]
    suggestions: list[str]


class RewrittenParagraph(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: str
    text: str
    rests_on: list[str]


class RewrittenParagraphs(BaseModel):
    model_config = ConfigDict(extra="forbid")

    paragraphs: list[RewrittenParagraph]
