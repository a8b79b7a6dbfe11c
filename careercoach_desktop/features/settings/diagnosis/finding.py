"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    OK = "ok"
    WARN = "warn"
    """Works, but something is missing."""
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """``found``: a few words; ``to_do``: a sentence, empty when there is nothing to do."""

    name: str
    state: State
    found: str
    to_do: str = ""
