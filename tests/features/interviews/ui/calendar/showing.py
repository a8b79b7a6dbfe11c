"""Rounds made up for the calendar's own tests, and canvases in a window."""

from __future__ import annotations

from datetime import UTC, date, datetime

from careercoach_desktop.features.interviews.model import (
    Interview,
    InterviewLine,
    InterviewOutcome,
    When,
)
from careercoach_desktop.features.interviews.ui.calendar.canvas import Canvas
from careercoach_desktop.features.interviews.ui.calendar.events import events_of
from careercoach_desktop.features.jobs.model import JobStatus

NOW = datetime(2026, 11, 26, 12, 20, tzinfo=UTC)
"""Thursday, twenty past one in Berlin."""
TODAY = date(2026, 11, 26)
BERLIN = "Europe/Berlin"


def a_round(
    number: int,
    local: str,
    *,
    zone: str = BERLIN,
    minutes: int = 60,
    all_day: bool = False,
    outcome: InterviewOutcome = InterviewOutcome.PENDING,
    company: str = "Halden Rail",
    conflicts: tuple[int, ...] = (),
) -> InterviewLine:
    when = When(local=datetime.fromisoformat(local), zone=zone, minutes=minutes, all_day=all_day)
    made = Interview(
        id=number,
        job_id=1,
        type="PANEL",
        round=1,
        when=when,
        outcome=outcome,
        uid=f"u{number}",
        created=NOW,
        updated=NOW,
    )  # type: ignore[arg-type]  # a type by its name
    return InterviewLine(made, "Signal engineer", company, JobStatus.APPLIED, conflicts)


def put(canvas: Canvas, *lines: InterviewLine) -> None:
    """Show those that are in its stretch."""
    events = events_of(lines, canvas.zone)
    canvas.show_events([one for one in events if one.first <= canvas.last_day() and one.last >= canvas.first_day()])
