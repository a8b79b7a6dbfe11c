"""Arranging rounds and changing them: each verb one transaction in which the job, its people and its timeline follow.

What others must hear of (another time, place, who asks) counts ``sequence`` on, an undo of it, too: a calendar that was
told of the change must believe that it was taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import uuid4

from careercoach_desktop.features.interviews.model import (
    Arranged,
    Completed,
    Interview,
    InterviewOutcome,
    InterviewPlan,
)
from careercoach_desktop.features.interviews.service.base import InterviewVerbs
from careercoach_desktop.features.interviews.service.noticing import know
from careercoach_desktop.features.interviews.service.people import People
from careercoach_desktop.features.interviews.service.telling import arranged_words, changed_words, removed_words
from careercoach_desktop.features.interviews.store import InterviewStore
from careercoach_desktop.features.jobs.model import JobStatus, Placement, Relation, TimelineKind
from careercoach_desktop.foundation.storage.database import UnitOfWork

CHANGEABLE = frozenset(
    {
        "type", "round", "when", "place", "link", "interviewers", "notes", "questions", "feedback", "outcome",
        "followed_up",
    }
)  # fmt: skip
_TOLD_OTHERS = ("type", "round", "place", "link", "interviewers")
_BEFORE_SCHEDULED = (JobStatus.INTERESTED, JobStatus.APPLIED)
_TOOK_PLACE = (InterviewOutcome.PASSED, InterviewOutcome.FAILED, InterviewOutcome.NO_DECISION)


class SchedulingVerbs(InterviewVerbs):
    """A job that was removed meanwhile raises UserError ``job-gone``; a round that is gone raises KeyError."""

    def schedule(self, job_id: int, plan: InterviewPlan, *, move_job: bool = True) -> Interview:
        """Arrange a round; ``move_job`` takes a job that has none yet to INTERVIEW_SCHEDULED with it."""
        return self.arrange(job_id, plan, move_job=move_job).interview

    def arrange(
        self, job_id: int, plan: InterviewPlan, *, move_job: bool = True, uid: str = "", organiser: str = ""
    ) -> Arranged:
        """The same, with what ``take_back`` needs. ``uid`` and ``organiser`` are those of an invitation."""
        with self._db.write() as unit:
            job = self._below.jobs.job(job_id)
            store = InterviewStore(unit.session)
            number = plan.round or min(store.last_round(job_id) + 1, 99)
            interview_id = store.insert(job_id, _clean(plan), uid or str(uuid4()), number, self._now())
            seated = People(self._below.contacts).seat(unit, job_id, job.posting.company, plan.interviewers)
            store.set_people(interview_id, seated.people)
            interview = self._interview(store.get(interview_id))
            if organiser:
                told = interview.model_copy(update={"organiser": organiser})
                store.update(interview, told)
                interview = told
            self._record(unit, job_id, arranged_words(interview, self.own_zone()))
            know(unit.session, self._below, interview, self._now())
            move = self._move(job_id, job.status, JobStatus.INTERVIEW_SCHEDULED) if move_job else ()
            self._told(unit, [interview])
            return Arranged(interview, move, tuple(seated.added), tuple(seated.linked))

    def change(self, interview_id: int, changes: Mapping[str, object], *, from_afar: bool = False) -> Interview:
        """Set fields by name; returns what it was, which ``put`` brings back. ``from_afar``: not by the person
        here, who has yet to hear of it. Raises pydantic's ValidationError for a value that is none, and KeyError for a
        field that is not a person's to change."""
        unknown = changes.keys() - CHANGEABLE
        if unknown:
            raise KeyError(", ".join(sorted(unknown)))
        with self._db.write() as unit:
            before = self._interview(InterviewStore(unit.session).get(interview_id))
            after = _checked(before, changes)
            if after.outcome in _TOOK_PLACE and after.completed is None:
                after = after.model_copy(update={"completed": self._now()})
            if _differ(before, after):
                self._write(unit, before, after)
                if not from_afar:
                    self._know(unit, before, after)
            return before

    def put(self, interview: Interview) -> None:
        """Make the round be exactly this, as it was before a change (or after it, for redo). Raises KeyError when it
        is gone for good."""
        with self._db.write() as unit:
            store = InterviewStore(unit.session)
            there = self._interview(store.get(interview.id, with_removed=True))
            if _differ(there, interview):
                self._write(unit, there, interview)
                self._know(unit, there, interview)

    def remove(self, ids: Iterable[int]) -> list[int]:
        """Take rounds away; they can be restored for thirty days. The ids that were there."""
        with self._db.write() as unit:
            store, zone, now = InterviewStore(unit.session), self.own_zone(), self._now()
            removed = store.set_removed(ids, now, now)
            interviews = self._interviews(store.some(removed, with_removed=True))
            for one in interviews:
                self._record(unit, one.job_id, removed_words(one, zone))
            self._told(unit, interviews)
            return removed

    def restore(self, ids: Iterable[int]) -> None:
        """Bring removed rounds back."""
        with self._db.write() as unit:
            store, zone = InterviewStore(unit.session), self.own_zone()
            interviews = self._interviews(store.some(store.set_removed(ids, None, self._now())))
            for one in interviews:
                know(unit.session, self._below, one, self._now())
                if not self._unrecord(unit, one.job_id, removed_words(one, zone)):
                    self._record(unit, one.job_id, arranged_words(one, zone))
            self._told(unit, interviews)

    def take_back(self, done: Arranged | Completed) -> None:
        """Undo of arranging or completing, the job's move and the people included."""
        with self._db.write() as unit:
            if isinstance(done, Completed):
                self.put(done.before)
            else:
                self._unarrange(unit, done)
            self._put_job_back(done.move)

    def do_again(self, done: Arranged | Completed) -> None:
        """Redo, after ``take_back``."""
        with self._db.write() as unit:
            if isinstance(done, Completed):
                self.put(done.after)
            else:
                self._arrange_again(unit, done)
            target = JobStatus.INTERVIEW_COMPLETED if isinstance(done, Completed) else JobStatus.INTERVIEW_SCHEDULED
            moved = [each.job_id for each in done.move if each.status is not target]
            job_id = (done.after if isinstance(done, Completed) else done.interview).job_id
            if job_id in moved:
                self._below.jobs.move([job_id], target)

    # --- writing -----------------------------------------------------------------------------------------------------

    def _unarrange(self, unit: UnitOfWork, arranged: Arranged) -> None:
        one, contacts = arranged.interview, self._below.contacts
        store = InterviewStore(unit.session)
        now = self._now()
        store.set_removed([one.id], now, now)
        self._unrecord(unit, one.job_id, arranged_words(one, self.own_zone()))
        for contact_id in arranged.linked:
            contacts.unlink(one.job_id, contact_id)
        contacts.remove(arranged.added)
        self._told(unit, [one])

    def _arrange_again(self, unit: UnitOfWork, arranged: Arranged) -> None:
        one, contacts = arranged.interview, self._below.contacts
        contacts.restore(arranged.added)
        for contact_id in arranged.linked:
            contacts.link(one.job_id, contact_id, Relation.INTERVIEWER)
        InterviewStore(unit.session).set_removed([one.id], None, self._now())
        self._record(unit, one.job_id, arranged_words(one, self.own_zone()))
        know(unit.session, self._below, one, self._now())
        self._told(unit, [one])

    def _know(self, unit: UnitOfWork, before: Interview, after: Interview) -> None:
        if before.when.start != after.when.start or before.cancelled is not after.cancelled:
            know(unit.session, self._below, after, self._now())

    def _write(self, unit: UnitOfWork, before: Interview, after: Interview) -> None:
        """The row, who asks, the timeline; and whoever follows is told."""
        store = InterviewStore(unit.session)
        if before.interviewers != after.interviewers:
            kept = store.get(before.id, with_removed=True)
            who = list(zip(before.interviewers, kept.people, strict=True))
            company = self._below.jobs.job(before.job_id).posting.company
            seated = People(self._below.contacts).seat(unit, before.job_id, company, after.interviewers, who)
            store.set_people(before.id, seated.people)
        told = _heard_by_others(before, after)
        sequence = before.sequence + 1 if told else before.sequence
        after = after.model_copy(update={"sequence": sequence, "updated": self._now()})
        store.update(before, after)
        self._follow_on_timeline(unit, before, after)
        self._told(unit, [after])

    def _follow_on_timeline(self, unit: UnitOfWork, before: Interview, after: Interview) -> None:
        """A change that was taken back did not stand, so what was said of it goes."""
        zone = self.own_zone()
        undone, words = changed_words(after, before, zone), changed_words(before, after, zone)
        if undone and self._unrecord(unit, after.job_id, undone):
            return
        if words:
            self._record(unit, after.job_id, words)

    def _move(self, job_id: int, status: JobStatus, target: JobStatus) -> tuple[Placement, ...]:
        """Forward only, and only by a step that belongs to interviews."""
        steps = (*_BEFORE_SCHEDULED, JobStatus.INTERVIEW_SCHEDULED)
        if status not in steps[: 2 if target is JobStatus.INTERVIEW_SCHEDULED else 3]:
            return ()
        return tuple(self._below.jobs.move([job_id], target))

    def _put_job_back(self, move: tuple[Placement, ...]) -> None:
        if move:
            self._below.jobs.put_back(move)

    def _record(self, unit: UnitOfWork, job_id: int, words: str) -> None:
        self._below.jobs.record_event(unit, job_id, TimelineKind.INTERVIEW, words)

    def _unrecord(self, unit: UnitOfWork, job_id: int, words: str) -> bool:
        return self._below.jobs.take_back_event(unit, job_id, TimelineKind.INTERVIEW, words)


def _clean(plan: InterviewPlan) -> InterviewPlan:
    words = {"place": " ".join(plan.place.split()), "link": plan.link.strip(), "notes": plan.notes.strip()}
    return plan.model_copy(update=words)


def _checked(before: Interview, changes: Mapping[str, object]) -> Interview:
    values = {name: getattr(before, name) for name in Interview.model_fields}
    return Interview.model_validate({**values, **changes})


def _differ(before: Interview, after: Interview) -> bool:
    settled = {"sequence": after.sequence, "updated": after.updated}
    return before.model_copy(update=settled) != after or not before.when.same(after.when)


def _heard_by_others(before: Interview, after: Interview) -> bool:
    if before.cancelled is not after.cancelled or (before.removed is None) is not (after.removed is None):
        return True
    return not before.when.same(after.when) or any(getattr(before, n) != getattr(after, n) for n in _TOLD_OTHERS)
