"""What higher features can do with a round."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from careercoach_desktop.features.interviews.model import InterviewLine


@dataclass(frozen=True)
class InterviewAction:
    """Stands in the menu of a round and among the buttons of its detail; ``run`` gets the round."""

    label: str
    icon: str
    run: Callable[[InterviewLine], object]
