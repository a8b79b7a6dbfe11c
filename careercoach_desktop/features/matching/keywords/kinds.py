"""What a sentence of a posting is for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LineKind(StrEnum):
    """What a sentence is for."""

    TITLE = "title"
    MUST = "must"
    NICE = "nice"
    DUTY = "duty"
    ASIDE = "aside"
    """Benefits, the company, how to apply: nothing there is asked. Nor is what a posting says it does not need."""
    OPEN = "open"
    """No heading says; counts as asked when the posting has no section for requirements."""


@dataclass(frozen=True, slots=True)
class Line:
    """``text`` is one clause, ``sentence`` all of what the posting says there: what a person is shown."""

    text: str
    kind: LineKind
    sentence: str
