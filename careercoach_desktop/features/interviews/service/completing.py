"""A round took place: what came of it, and the job follows."""

from __future__ import annotations

from careercoach_desktop.features.interviews.model import Completed, InterviewOutcome
from careercoach_desktop.features.interviews.service.scheduling import SchedulingVerbs
from careercoach_desktop.features.interviews.store import InterviewStore
from careercoach_desktop.features.jobs.model import JobStatus


class CompletingVerbs(SchedulingVerbs):
    """Never backwards: a job with an offer stays where it is."""

    def complete(
        self, interview_id: int, outcome: InterviewOutcome = InterviewOutcome.PENDING, *, move_job: bool = True
    ) -> Completed:
        """The person says that it took place; ``take_back`` undoes it, the job's move included. One that was completed
        before only gets the outcome. Raises KeyError when it is gone."""
        with self._db.write() as unit:
            before = self._interview(InterviewStore(unit.session).get(interview_id))
            done = {"outcome": outcome, "completed": before.completed or self._now()}
            after = before.model_copy(update=done)
            if after != before:
                self._write(unit, before, after)
                after = self._interview(InterviewStore(unit.session).get(interview_id))
            status = self._below.jobs.job(before.job_id).status
            move = self._move(before.job_id, status, JobStatus.INTERVIEW_COMPLETED) if move_job else ()
            return Completed(before, after, move)
