"""How the search stands, in the page's figures."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from careercoach_desktop.features.jobs.model import JobStatus
from careercoach_desktop.features.jobs.model.progress import Reached, Sent
from careercoach_desktop.features.today.model import Answers, Stage, StageCount, WeekCount

COLUMNS: dict[Stage, tuple[JobStatus, ...]] = {
    Stage.INTERESTED: (JobStatus.INTERESTED,),
    Stage.APPLIED: (JobStatus.APPLIED,),
    Stage.INTERVIEW: (JobStatus.INTERVIEW_SCHEDULED, JobStatus.INTERVIEW_COMPLETED),
    Stage.OFFER: (JobStatus.OFFER_RECEIVED,),
    Stage.ACCEPTED: (JobStatus.ACCEPTED,),
}
_FEW = 3
"""Of fewer waits nothing can be said."""


def from_stage_on(stage: Stage) -> tuple[JobStatus, ...]:
    """The columns of this stage and of all that come after it."""
    stages = list(COLUMNS)
    return tuple(status for each in stages[stages.index(stage) :] for status in COLUMNS[each])


def stages_of(reached: Sequence[Reached]) -> tuple[StageCount, ...]:
    """The funnel."""
    return tuple(
        StageCount(
            stage,
            reached=_came_to(stage, reached),
            there=sum(each.jobs for each in reached if each.status in columns and not each.archived),
            statuses=columns,
        )
        for stage, columns in COLUMNS.items()
    )


def answers_of(reached: Sequence[Reached], days: Sequence[int]) -> Answers:
    """``days``: how long each answer took of which that is known."""
    applied = from_stage_on(Stage.APPLIED)
    answered = sum(each.jobs for each in reached if each.heard and each.column in applied)
    median = round(statistics.median(days)) if len(days) >= _FEW else None
    return Answers(_came_to(Stage.APPLIED, reached), answered, median)


def weeks_of(sent: Callable[[date], Sequence[Sent]], today: date, count: int) -> tuple[WeekCount, ...]:
    """So many weeks, the present one last."""
    this = today - timedelta(days=today.weekday())
    weeks: dict[date, list[int]] = {this - timedelta(weeks=back): [] for back in reversed(range(count))}
    for each in sent(min(weeks)):
        monday = each.day - timedelta(days=each.day.weekday())
        if monday in weeks:  # an application may be noted for a day to come
            weeks[monday].append(each.job_id)
    return tuple(WeekCount(monday, tuple(job_ids)) for monday, job_ids in weeks.items())


def _came_to(stage: Stage, reached: Sequence[Reached]) -> int:
    columns = from_stage_on(stage)
    return sum(each.jobs for each in reached if each.column in columns)
