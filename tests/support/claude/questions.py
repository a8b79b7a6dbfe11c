"""What the fake's own tests ask."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

MODEL = "claude-sonnet-5-5"


class Posting(BaseModel):
    title: str
    score: int = Field(ge=1, le=100)
    skills: list[str] = Field(min_length=1)
    note: str | None = None


def question(words: str = "Which job is this?", **more: Any) -> dict[str, Any]:
    """Arguments of ``messages.create`` and its like."""
    return {"model": MODEL, "max_tokens": 2_000, "messages": [{"role": "user", "content": words}]} | more


def marked(text: str, **mark: str) -> dict[str, Any]:
    """A block that ends a prefix worth keeping."""
    return {"type": "text", "text": text, "cache_control": {"type": "ephemeral"} | mark}
