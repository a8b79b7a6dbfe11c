"""What a day's page shows, as values. Nothing here is stored: everything is read from what other features keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from careercoach_desktop.features.interviews.model import InterviewLine
from careercoach_desktop.features.jobs.model import JobStatus
from careercoach_desktop.features.jobs.model.history import HistoryEntry


class NeedKind(StrEnum):
    """Why something needs the person, most pressing kind first where days are equal."""

    INTERVIEW = "INTERVIEW"
    """A conversation comes within a week: prepare, rehearse."""
    OFFER = "OFFER"
    """An offer waits for an answer."""
    THANK_YOU = "THANK_YOU"
    """A conversation took place and nobody was thanked."""
    OUTCOME = "OUTCOME"
    """A conversation is over and nothing is written of how it went."""
    DEADLINE = "DEADLINE"
    """A posting closes and nothing was sent."""
    FOLLOW_UP = "FOLLOW_UP"
    """The person planned to get in touch."""
    NO_ANSWER = "NO_ANSWER"
    """Applied some time ago and nothing has happened since."""
    OWN = "OWN"
    """Something the person wrote."""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to do. At least one of ``job_id`` and ``contact_id`` is set; ``name`` is what the line is headed by
    (the job's title, or the person's name), ``company`` beside it."""

    kind: NeedKind
    day: date
    """When it counts: the day of the conversation, the deadline, the reminder's own day; today for an offer and for a
    conversation that nothing is written of."""
    name: str
    company: str
    job_id: int | None = None
    contact_id: int | None = None
    text: str = ""
    """What the person wrote (OWN, FOLLOW_UP)."""
    since: date | None = None
    """Since when it has waited: the day of applying (NO_ANSWER), of the conversation (THANK_YOU, OUTCOME), of the offer
    (OFFER)."""
    match: int | None = None
    """The job's match score, 0–100, where one is known (DEADLINE)."""
    reminder_id: int | None = None
    """What can be ticked off or put off; None for what only ends by being done."""
    interview: InterviewLine | None = None
    prepared: bool = False
    """A preparation brief stands (INTERVIEW)."""
    stories: int = 0
    """How many of the person's stories that brief names (INTERVIEW)."""


class Stage(StrEnum):
    """How far a job came, in the funnel's order."""

    INTERESTED = "INTERESTED"
    APPLIED = "APPLIED"
    INTERVIEW = "INTERVIEW"
    OFFER = "OFFER"
    ACCEPTED = "ACCEPTED"


@dataclass(frozen=True, slots=True)
class StageCount:
    """``reached`` jobs came at least this far, whatever became of them since (a rejection after an interview still
    counts under INTERVIEW; one without an application only under INTERESTED). An archived job counts when it was
    applied for: what was only looked at and put away is no part of the search. ``there`` are the cards that the board
    has in ``statuses`` now."""

    stage: Stage
    reached: int
    there: int
    statuses: tuple[JobStatus, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """Of ``applied`` applications (as many as reached APPLIED), ``answered`` heard back: a step forward, a round, a
    refusal, anything but silence. ``median_days`` is how long that took, None where fewer than three are known."""

    applied: int
    answered: int
    median_days: int | None


@dataclass(frozen=True, slots=True)
class WeekCount:
    """``job_ids`` were applied to in the week that begins on ``monday``, so that a click shows exactly them."""

    monday: date
    job_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """Everything on the page. ``needs`` are the most pressing, ``more_needs`` says how many are left out; ``weeks`` are
    the last eight, oldest first, the present one last; ``interviews`` the next ones; ``lately`` newest first."""

    name: str
    """The person's first name; empty where none is known."""
    now: datetime
    """Aware, in the person's own zone."""
    jobs: int
    """All that are there, archived ones included."""
    needs: tuple[Need, ...]
    more_needs: int
    stages: tuple[StageCount, ...]
    answers: Answers
    weeks: tuple[WeekCount, ...]
    interviews: tuple[InterviewLine, ...]
    lately: tuple[HistoryEntry, ...]
    until: datetime
    """When this stops being true by itself: a round is over, or the person's day is."""
