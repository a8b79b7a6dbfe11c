"""The day as a person meets it, read from what other features keep. Nothing here is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from careercoach_desktop.features.interviews.model import InterviewLine, InterviewsChanged
from careercoach_desktop.features.interviews.model.brief import BriefChanged
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.jobs.model import (
    ApplicationChanged,
    ContactsChanged,
    JobAdded,
    JobChanged,
    JobRemoved,
    JobsBroughtBack,
    JobsMerged,
    JobsMoved,
    PostingFilled,
    PostingRead,
    TimelineKind,
)
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.due import DueService
from careercoach_desktop.features.profile.model import ProfileChanged
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.reminders.model import RemindersChanged
from careercoach_desktop.features.today.model import DayView, Stage
from careercoach_desktop.features.today.service.calling import first_name
from careercoach_desktop.features.today.service.needs import Needs
from careercoach_desktop.features.today.service.progress import answers_of, from_stage_on, stages_of, weeks_of
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere

__all__ = ["CHANGES", "Below", "TodayService"]

CHANGES: tuple[type, ...] = (
    JobAdded,
    JobChanged,
    JobRemoved,
    JobsMoved,
    JobsBroughtBack,
    JobsMerged,
    PostingRead,
    PostingFilled,
    ApplicationChanged,
    ContactsChanged,
    InterviewsChanged,
    BriefChanged,
    RemindersChanged,
    ProfileChanged,
    SettingsChanged,
    ChangedElsewhere,
)
"""After any of these the day may be another; and when ``DayView.until`` has come."""
LATELY = frozenset(TimelineKind) - {TimelineKind.READ, TimelineKind.EDITED, TimelineKind.MERGED}
"""What happened in a search; how a posting was read and corrected is housekeeping."""
WEEKS = 8


@dataclass(frozen=True)
class Below:
    """The services a day is read from."""

    jobs: JobService
    due: DueService
    interviews: InterviewService
    profile: ProfileService


class TodayService:
    """Thread-safe; only reads. ``now`` returns aware datetimes."""

    def __init__(self, below: Below, now: Callable[[], datetime] = utc_now) -> None:
        self._below = below
        self._now = now
        self._needs = Needs(below.jobs, below.due, below.interviews)

    def day(self, needs: int = 6, interviews: int = 4, lately: int = 6) -> DayView:
        """The present day; at most so many of each."""
        jobs = self._below.jobs
        now = self._now().astimezone(zone_of(self._below.interviews.own_zone()))
        wanted = self._needs.on(now)
        week, coming = wanted.rounds, self._coming(wanted.rounds, interviews)
        reached = jobs.reached()
        return DayView(
            name=first_name(self._below.profile.profile().name),
            now=now,
            jobs=jobs.count(with_archived=True),
            needs=self._needs.told(wanted.needs[:needs]),
            more_needs=max(0, len(wanted.needs) - needs),
            stages=stages_of(reached),
            answers=answers_of(reached, jobs.answered_after()),
            weeks=weeks_of(jobs.sent, now.date(), WEEKS),
            interviews=tuple(coming),
            lately=tuple(jobs.history(lately, kinds=LATELY)),
            until=_until(now, [*week, *coming]),
        )

    def that_reached(self, stage: Stage) -> tuple[int, ...]:
        """The jobs that a stage of the funnel counts, for whoever wants to see them."""
        return tuple(self._below.jobs.that_reached(from_stage_on(stage)))

    def _coming(self, week: list[InterviewLine], limit: int) -> list[InterviewLine]:
        """What comes next, however far ahead."""
        return week[:limit] if len(week) >= limit else self._below.interviews.upcoming(limit)


def _until(now: datetime, rounds: list[InterviewLine]) -> datetime:
    midnight = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    ends = (line.interview.when.end for line in rounds)
    return min([midnight, *(end for end in ends if end > now)]).astimezone(now.tzinfo)
