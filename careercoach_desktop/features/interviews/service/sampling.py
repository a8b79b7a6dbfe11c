"""Rounds of the sample data, with a past nobody lived through here: no job moves, and the timeline says when it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC
from uuid import UUID, uuid5

from careercoach_desktop.features.interviews.model import SampleInterview
from careercoach_desktop.features.interviews.service.scheduling import SchedulingVerbs
from careercoach_desktop.features.interviews.service.telling import arranged_words, changed_words
from careercoach_desktop.features.interviews.store import InterviewStore
from careercoach_desktop.features.jobs.model import TimelineKind

_SAMPLE = UUID("5f0c4a52-9b1d-4c7e-8a57-0d8a3e1b7c11")


class SamplingVerbs(SchedulingVerbs):
    """Their jobs stand where they stand already."""

    def add_sample(self, rounds: Sequence[SampleInterview]) -> list[int]:
        """All in one transaction; their ids."""
        with self._db.write() as unit:
            store, zone, made = InterviewStore(unit.session), self.own_zone(), []
            for number, one in enumerate(rounds):
                name = f"{one.job_id}/{number}/{one.plan.when.start.astimezone(UTC).isoformat()}"
                arranged = self.arrange(one.job_id, one.plan, move_job=False, uid=str(uuid5(_SAMPLE, name)))
                before = arranged.interview
                came = {name: getattr(one, name) for name in ("completed", "outcome", "questions", "feedback")}
                after = before.model_copy(
                    update={**came, "followed_up": one.followed_up, "created": one.arranged, "updated": one.arranged}
                )
                store.update(before, after)
                self._unrecord(unit, one.job_id, arranged_words(before, zone))
                told = [(arranged_words(before, zone), one.arranged)]
                if one.completed is not None:
                    told.append((changed_words(before, after, zone), one.completed))
                for words, at in told:
                    self._below.jobs.record_event(unit, one.job_id, TimelineKind.INTERVIEW, words, at)
                self._told(unit, [after])
                made.append(after.id)
            return made
