"""How far the search has come: what a page of figures asks of all jobs at once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from careercoach_desktop.features.jobs.model import JobCard, JobStatus
from careercoach_desktop.features.jobs.model.progress import Reached, Sent
from careercoach_desktop.features.jobs.service.base import JobVerbs
from careercoach_desktop.features.jobs.store import JobStore, ProgressStore


class ProgressVerbs(JobVerbs):
    """Only looks."""

    def reached(self) -> list[Reached]:
        """All jobs in a few numbers; archived ones only when they were applied for."""
        with self._db.read() as session:
            return ProgressStore(session).reached()

    def that_reached(self, columns: Collection[JobStatus]) -> list[int]:
        """The jobs that came as far as one of these columns, as ``Reached`` counts them."""
        with self._db.read() as session:
            return ProgressStore(session).that_reached(tuple(columns))

    def sent(self, since: date) -> list[Sent]:
        """What was applied for on that day and later, the earliest first; a job has one application."""
        with self._db.read() as session:
            return ProgressStore(session).sent(since)

    def answered_after(self) -> list[int]:
        """How many days it took until something was heard, for every application of which that is known. What was
        heard before it was sent (somebody rang first) is no answer to it."""
        with self._db.read() as session:
            known = ProgressStore(session).answers()
        days = []
        for sent, noted, moment in known:
            told = None if moment is None else moment.astimezone().date()
            heard = min(day for day in (noted, told) if day is not None)
            if heard >= sent:
                days.append((heard - sent).days)
        return days

    def in_column(self, status: JobStatus) -> list[JobCard]:
        """The cards of one column of the board, in its order."""
        with self._db.read() as session:
            return JobStore(session).cards(status=status)
