"""Where the page leads: every line and every figure opens what it speaks of."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from careercoach_desktop.features.interviews.model import InterviewLine
from careercoach_desktop.features.jobs.ui import Reminding
from careercoach_desktop.features.today.model import Need, NeedKind, Stage
from careercoach_desktop.foundation.uikit import Desk, RecordPlace

JOBS, PEOPLE, INTERVIEWS = "jobs", "jobs.people", "interviews"
_PANELS = {
    NeedKind.DEADLINE: "tailor",
    NeedKind.FOLLOW_UP: "contacts",
    NeedKind.NO_ANSWER: "contacts",
    NeedKind.THANK_YOU: "interviews",
}
"""The part of the job’s drawer where that is done; it opens where it was left for everything else."""


@dataclass(frozen=True)
class Doors:
    """What others do when they are asked. ``add_job`` is the dialog of the jobs page, ``show_jobs`` shows exactly
    these, ``that_reached`` knows which a stage counts (it reads), ``show_history`` shows what happened to all of them;
    ``thank`` and ``tell`` ask about a round that is over, ``schedule`` for a new one."""

    reminding: Reminding
    add_job: Callable[[], Awaitable[object]]
    show_jobs: Callable[[Sequence[int]], object]
    that_reached: Callable[[Stage], Sequence[int]]
    show_history: Callable[[], object]
    schedule: Callable[[], Awaitable[object]]
    thank: Callable[[int], Awaitable[object]]
    tell: Callable[[InterviewLine], Awaitable[object]]


class Leading:
    """Opens what a line is about, and does what its button says."""

    def __init__(self, desk: Desk, doors: Doors) -> None:
        self._desk, self._doors = desk, doors

    def open(self, need: Need) -> None:
        """The round, the job or the person."""
        if need.interview is not None:
            self.open_round(need.interview)
        elif need.job_id is not None:
            self._desk.open(JOBS, need.job_id)
        elif need.contact_id is not None:
            self._desk.open(PEOPLE, need.contact_id)

    def act(self, need: Need) -> None:
        """What the need asks for, as far as one press can bring the person there."""
        line = need.interview
        if need.kind is NeedKind.THANK_YOU and line is not None:
            self._start(self._doors.thank(line.interview.id))
        elif need.kind is NeedKind.OUTCOME and line is not None:
            self._start(self._doors.tell(line))
        elif need.kind in _PANELS and need.job_id is not None:
            self._desk.open(JOBS, place=RecordPlace(need.job_id, _PANELS[need.kind]))
        else:
            self.open(need)

    def open_round(self, line: InterviewLine) -> None:
        self._desk.open(INTERVIEWS, line.interview.id)

    def open_job(self, job_id: int) -> None:
        self._desk.open(JOBS, job_id)

    def open_interviews(self) -> None:
        self._desk.open(INTERVIEWS)

    def open_history(self) -> None:
        self._doors.show_history()

    def show_jobs(self, job_ids: Sequence[int]) -> None:
        self._doors.show_jobs(job_ids)

    def show_stage(self, stage: Stage) -> None:
        """The jobs a bar of the funnel counts."""
        self._desk.start(self._show_stage(stage))

    async def _show_stage(self, stage: Stage) -> None:
        self._doors.show_jobs(await self._desk.run(self._doors.that_reached, stage))

    def entries(self, need: Need) -> list[Any]:
        """What the menu of a reminder offers."""
        if need.reminder_id is None:
            return []
        return self._doors.reminding.entries(need.reminder_id, need.name)

    def add_job(self) -> None:
        self._start(self._doors.add_job())

    def schedule(self) -> None:
        self._start(self._doors.schedule())

    def _start(self, asked: Awaitable[object]) -> None:
        self._desk.start(_awaited(asked))


async def _awaited(asked: Awaitable[object]) -> None:
    await asked
