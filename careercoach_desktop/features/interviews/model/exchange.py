"""What an invitation would do, what the person decided about it, and what was done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from careercoach_desktop.features.interviews.model import Arranged, Interview, InterviewType
from careercoach_desktop.features.interviews.model.invitation import Invitation


@dataclass(frozen=True, slots=True)
class JobGuess:
    """``because``: the sender's address, the company's name or the title."""

    job_id: int
    because: str
    points: int


class News(StrEnum):
    """What an invitation says that we don't know yet."""

    NEW = "NEW"
    CHANGED = "CHANGED"
    OLDER = "OLDER"
    """It differs from what we have, but was made before; the person may still prefer it."""
    KNOWN = "KNOWN"
    CANCELLED = "CANCELLED"
    NOTHING_TO_CANCEL = "NOTHING_TO_CANCEL"


@dataclass(frozen=True, slots=True)
class Offer:
    """An invitation and what it would do. ``there``: the round it is about, when we have it (a removed one, too);
    ``changes``: the names of what would change; ``guesses``: jobs it may belong to, the likeliest first."""

    invitation: Invitation
    news: News
    there: Interview | None = None
    changes: tuple[str, ...] = ()
    guesses: tuple[JobGuess, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says. ``unreadable`` of its events could not be understood."""

    offers: tuple[Offer, ...]
    unreadable: int = 0
    own_zone: str = "UTC"
    """Where times without a zone were read."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person decided about one invitation: its job where it is new, and what they corrected."""

    invitation: Invitation
    job_id: int | None = None
    zone: str = ""
    """Where its time is meant, when the file could not say."""
    type: InterviewType | None = None
    with_text: bool = True
    """Whether its description becomes the round's notes."""
    anyway: bool = False
    """Also when it is older than what we have."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """For undo: rounds that are new, and those that were changed, as they were and as they are."""

    arranged: tuple[Arranged, ...] = ()
    before: tuple[Interview, ...] = ()
    after: tuple[Interview, ...] = ()

    @property
    def ids(self) -> tuple[int, ...]:
        return (*(each.interview.id for each in self.arranged), *(each.id for each in self.after))
