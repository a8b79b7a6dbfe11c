"""Lanes: which tasks share workers.

Reading files and matching keep this computer busy; a few workers are enough, and they must never wait for something far
away. What waits for an answer from outside has a lane of its own, with threads of its own and as many seats as the
person allows.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

SEATS = 2
"""Of a lane for which nobody said how many."""
MOST_SEATS = 8


class Priority(IntEnum):
    """Who goes first. What is in the background leaves the last seat of a lane free when there are several."""

    BACKGROUND = -10
    WAITED_FOR = 0


@dataclass(frozen=True, slots=True)
class Lane:
    """``outages``: the codes of errors that say nobody was there and nothing was sent. A task of this lane that ends in
    one waits for as long as it takes, without a seat, and goes on by itself."""

    name: str
    outages: frozenset[str] = frozenset()


WORK = Lane("work")
"""Whatever keeps this computer itself busy; has workers instead of seats."""
