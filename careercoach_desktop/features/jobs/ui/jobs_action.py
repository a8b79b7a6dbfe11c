"""What higher features can do with several jobs at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class JobsAction:
    """Stands in the bar at the foot while several jobs are chosen, and in a card's menu; ``run`` gets their ids."""

    text: str
    icon: str
    run: Callable[[Sequence[int]], object]
