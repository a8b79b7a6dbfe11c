"""Looking at rounds: one, a job's, a month's, a list's, what comes next, and what is at the same time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from careercoach_desktop.features.interviews.model import (
    Interview,
    InterviewFilter,
    InterviewLine,
    InterviewSpan,
    When,
)
from careercoach_desktop.features.interviews.service.base import InterviewVerbs
from careercoach_desktop.features.interviews.store import BriefStore, InterviewStore
from careercoach_desktop.features.jobs.filtering import folded

UNTOLD_FOR = timedelta(days=30)
"""Nobody remembers more of a conversation that is longer ago."""


class ListingVerbs(InterviewVerbs):
    """By time, the earliest first, unless said otherwise."""

    def get(self, interview_id: int) -> Interview:
        """Raises KeyError when it is gone."""
        with self._db.read() as session:
            return self._interview(InterviewStore(session).get(interview_id))

    def kept(self, interview_id: int) -> Interview:
        """Also one that was removed. Raises KeyError when it is gone for good."""
        with self._db.read() as session:
            return self._interview(InterviewStore(session).get(interview_id, with_removed=True))

    def line(self, interview_id: int) -> InterviewLine:
        """The same with its job and conflicts. Raises KeyError when it, or its job, is gone."""
        with self._db.read() as session:
            store = InterviewStore(session)
            lines = self._with_conflicts(store, [store.get(interview_id)])
        if not lines:
            raise KeyError(interview_id)
        return lines[0]

    def for_job(self, job_id: int) -> list[InterviewLine]:
        """Every round of one job."""
        with self._db.read() as session:
            store = InterviewStore(session)
            return self._with_conflicts(store, store.of_jobs([job_id]))

    def next_rounds(self) -> dict[int, int]:
        """The number the next round of a job gets, by job; jobs without a round are left out: theirs is 1."""
        with self._db.read() as session:
            return {job_id: min(number + 1, 99) for job_id, number in InterviewStore(session).last_rounds().items()}

    def between(self, start: datetime, end: datetime) -> list[InterviewLine]:
        """What takes some of the time between two moments (aware), cancelled rounds included."""
        with self._db.read() as session:
            store = InterviewStore(session)
            return self._with_conflicts(store, store.overlapping(start, end))

    def listing(self, wanted: InterviewFilter) -> list[InterviewLine]:
        """What the filter lets through; of what is past the latest first."""
        now = self._now()
        with self._db.read() as session:
            store = InterviewStore(session)
            kept = store.all() if wanted.job_id is None else store.of_jobs([wanted.job_id])
            if wanted.when is not InterviewSpan.ALL:
                ahead = wanted.when is InterviewSpan.UPCOMING
                kept = [one for one in kept if (one.row.ends > now) is ahead]
            lines = [line for line in self._with_conflicts(store, kept) if _lets_through(wanted, line)]
        return lines[::-1] if wanted.when is InterviewSpan.PAST else lines

    def upcoming(self, limit: int | None = 5, until: datetime | None = None) -> list[InterviewLine]:
        """What is under way or comes next (and begins before ``until``): no round that was cancelled, or that the
        person said is over."""
        with self._db.read() as session:
            store = InterviewStore(session)
            ahead = store.ahead(self._now(), until)
            there = self._below.jobs.names({job_id for _, job_id in ahead})
            ids = [each for each, job_id in ahead if job_id in there]
            return self._with_conflicts(store, store.some(ids[:limit]))

    def untold(self) -> list[InterviewLine]:
        """What is over, and nothing is kept of how it went, not even that it took place; what is long ago is let be."""
        now = self._now()
        with self._db.read() as session:
            return self._lines(InterviewStore(session).untold(now - UNTOLD_FOR, now))

    def last_completed(self, job_ids: Collection[int]) -> dict[int, InterviewLine]:
        """By job the last round that took place: the one that thanks are for."""
        with self._db.read() as session:
            rounds = [one for one in InterviewStore(session).of_jobs(job_ids) if one.row.completed is not None]
            last = {one.row.job_id: one for one in sorted(rounds, key=lambda one: one.row.ends)}
            return {line.interview.job_id: line for line in self._lines(list(last.values()))}

    def prepared(self, interview_ids: Collection[int]) -> dict[int, int]:
        """The rounds that have a preparation, and how many of the person's stories it names."""
        with self._db.read() as session:
            briefs = BriefStore(session).preparations(interview_ids)
        return {each: len(brief.preparation.story_ids) for each, brief in briefs.items() if brief.preparation}

    def conflicts(self, when: When, besides: int | None = None) -> list[InterviewLine]:
        """What is at that time already, but for the round ``besides``."""
        with self._db.read() as session:
            store = InterviewStore(session)
            there = self._with_conflicts(store, store.overlapping(when.start, when.end))
        return [line for line in there if line.interview.id != besides and _meets(line.interview, when)]


def _meets(interview: Interview, when: When) -> bool:
    return not interview.cancelled and interview.when.all_day is when.all_day


def _lets_through(wanted: InterviewFilter, line: InterviewLine) -> bool:
    one = line.interview
    if (wanted.types and one.type not in wanted.types) or (wanted.outcomes and one.outcome not in wanted.outcomes):
        return False
    words = folded(wanted.text).split()
    if not words:
        return True
    people = (part for each in one.interviewers for part in (each.name, each.title, each.email))
    said = (line.title, line.company, one.place, one.link, one.notes, one.questions, one.feedback, *people)
    everything = folded("\n".join(part for part in said if part))
    return all(word in everything for word in words)
