"""What a person can do with jobs, as verbs; each is one transaction and tells the bus what happened."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from careercoach_desktop.features.jobs.model import (
    CaptureState,
    Job,
    JobAdded,
    JobCard,
    JobChanged,
    JobRemoved,
    JobsBroughtBack,
    Posting,
    TimelineEntry,
    TimelineKind,
)
from careercoach_desktop.features.jobs.model.history import HistoryEntry, HistoryMark
from careercoach_desktop.features.jobs.service.applying import ApplyingVerbs
from careercoach_desktop.features.jobs.service.base import Previous, gone, named_fields
from careercoach_desktop.features.jobs.service.capturing import CAPTURE_TASK
from careercoach_desktop.features.jobs.service.exporting import ExportVerbs
from careercoach_desktop.features.jobs.service.many import ManyVerbs
from careercoach_desktop.features.jobs.service.matches import MatchVerbs
from careercoach_desktop.features.jobs.service.meeting import MeetingVerbs
from careercoach_desktop.features.jobs.service.merging import MergeVerbs
from careercoach_desktop.features.jobs.service.moving import BoardVerbs
from careercoach_desktop.features.jobs.service.progress import ProgressVerbs
from careercoach_desktop.features.jobs.service.sampling import SampleVerbs
from careercoach_desktop.features.jobs.service.viewing import ViewVerbs
from careercoach_desktop.features.jobs.store import HistoryStore, JobStore, folded, posting_values
from careercoach_desktop.foundation.choosing import the_one
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import UnitOfWork

__all__ = ["CAPTURE_TASK", "JobService"]

KEPT_AFTER_REMOVAL = timedelta(days=30)


class JobService(
    BoardVerbs,
    MergeVerbs,
    ApplyingVerbs,
    ManyVerbs,
    ExportVerbs,
    MatchVerbs,
    MeetingVerbs,
    ProgressVerbs,
    SampleVerbs,
    ViewVerbs,
):
    """The jobs feature: adding (``CaptureVerbs``), merging (``MergeVerbs``), moving (``BoardVerbs``), applying
    (``ApplyingVerbs``), what is done with several at once (``ManyVerbs``), what matching and
    interviews keep (``MatchVerbs``, ``MeetingVerbs``), how far all of it
    has come (``ProgressVerbs``), saved views (``ViewVerbs``), and everything about one job."""

    def cards(self, job_ids: Sequence[int] | None = None, *, with_archived: bool = False) -> list[JobCard]:
        """The board's cards in column order; with ``job_ids`` only those that are still there."""
        with self._db.read() as session:
            return JobStore(session).cards(job_ids, with_archived=with_archived)

    def count(self, *, with_archived: bool = False) -> int:
        """How many cards the board has."""
        with self._db.read() as session:
            return JobStore(session).count(with_archived=with_archived)

    def job(self, job_id: int) -> Job:
        """One job in full; raises UserError when it was removed."""
        with self._db.read() as session:
            job = JobStore(session).job(job_id)
        if job is None:
            raise gone()
        return job

    def named(self, words: str) -> int:
        """The id of the job that ``words`` mean: its id, or words of its title and company that no other has.

        Raises UserError as ``choosing.the_one``.
        """
        cards = self.cards(with_archived=True)
        names = {card.id: ", ".join(part for part in (card.title, card.company) if part) for card in cards}
        return the_one(words, names, "job")

    def timeline(self, job_id: int) -> list[TimelineEntry]:
        """What happened to the job, newest first."""
        with self._db.read() as session:
            return JobStore(session).timeline(job_id)

    def history(
        self,
        limit: int,
        before: HistoryMark | None = None,
        *,
        kinds: Collection[TimelineKind] | None = None,
        job_ids: Collection[int] | None = None,
    ) -> list[HistoryEntry]:
        """What happened over all jobs (or only these), newest first: at most ``limit`` entries
        older than ``before``, of any or of these kinds."""
        with self._db.read() as session:
            return HistoryStore(session).entries(limit, before, kinds, job_ids)

    def matching(self, text: str) -> frozenset[int]:
        """Ids of the jobs that hold every word, whatever its accents: any part of a word of the title, company, place,
        tags or notes, the beginning of one of the description."""
        words = folded(text.encode(errors="ignore").decode()).split()
        with self._db.read() as session:
            return JobStore(session).matching(words)

    def edit(self, job_id: int, changes: Mapping[str, Any], *, undoing: bool = False) -> dict[str, Any]:
        """Set posting fields by name; returns their previous values, which undo hands back with ``undoing``.

        Raises pydantic's ValidationError for values the model refuses. Fields the person edited are safe from
        later captures; undoing gives those free again that were free before, and takes the entry off the timeline.
        """
        with self._db.write() as unit:
            store = JobStore(unit.session)
            job = store.job(job_id)
            if job is None:
                raise gone()
            posting = Posting.model_validate({**job.posting.model_dump(), **changes})
            if not posting.title.strip():
                raise UserError("A job needs a title.", "Write the job’s title.", code="title-missing")
            changed = [name for name in changes if getattr(posting, name) != getattr(job.posting, name)]
            if not changed:
                return {}
            edited = set(json.loads(store.value(job_id, "edited_fields")))
            written = edited & set(changed)
            if undoing:
                edited -= set(changed) - (changes.written if isinstance(changes, Previous) else frozenset())
            else:
                edited |= set(changed)
            store.update(job_id, {**posting_values(posting, changed), "edited_fields": json.dumps(sorted(edited))})
            if undoing:
                store.drop_last_event(job_id, TimelineKind.EDITED)
            else:
                store.add_event(job_id, TimelineKind.EDITED, named_fields(changed), self._now())
            unit.emit(JobChanged(job_id, tuple(changed)))
            return Previous(((name, getattr(job.posting, name)) for name in changed), written=written)

    def confirm_fields(self, job_id: int, fields: Sequence[str], *, undoing: bool = False) -> list[str]:
        """The person looked at these fields and they are right: they count as written by the person from now on, for
        later captures, too. Returns those that did not before, which undo hands back with ``undoing``."""
        with self._db.write() as unit:
            store = JobStore(unit.session)
            kept = store.value(job_id, "edited_fields")
            if kept is None:
                raise gone()
            edited = set(json.loads(kept))
            fresh = [name for name in fields if (name in edited) == undoing]
            if fresh:
                edited = edited - set(fresh) if undoing else edited | set(fresh)
                store.update(job_id, {"edited_fields": json.dumps(sorted(edited))})
                unit.emit(JobChanged(job_id))
            return fresh

    def set_notes(self, job_id: int, notes: str) -> str:
        """Returns the notes as they were."""
        return str(self._set(job_id, "notes", notes))

    def set_tags(self, job_id: int, tags: Sequence[str]) -> tuple[str, ...]:
        """Each tag once, in the order given; returns the tags as they were."""
        clean = list(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
        return tuple(json.loads(self._set(job_id, "tags", json.dumps(clean))))

    def set_priority(self, job_id: int, priority: bool) -> bool:
        """Returns what it was."""
        return bool(self._set(job_id, "priority", priority))

    def delete(self, job_ids: Sequence[int]) -> list[int]:
        """Take jobs off the board; they can be restored for thirty days. Returns the ids that were there."""
        with self._db.write() as unit:
            removed = JobStore(unit.session).set_deleted(job_ids, self._now())
            for job_id in removed:
                unit.emit(JobRemoved(job_id))
            return removed

    def restore(self, job_ids: Sequence[int]) -> None:
        """Bring removed jobs back exactly where they stood; one that was removed while it was read is read again."""
        busy = {task.subject for task in self._queue.active()}
        with self._db.write() as unit:
            store = JobStore(unit.session)
            restored = store.set_deleted(job_ids, None)
            if restored:
                unit.emit(JobsBroughtBack(tuple(restored)))
            for job_id in restored:
                unit.emit(JobAdded(job_id))
                unread = store.value(job_id, "capture") == CaptureState.READING.value
                if unread and f"job:{job_id}" not in busy:
                    self._restart(unit, self._source(unit, job_id), {})

    def purge_removed(self) -> int:
        """Forget for good what was removed more than thirty days ago; how many jobs."""
        with self._db.write() as unit:
            return JobStore(unit.session).purge(self._now() - KEPT_AFTER_REMOVAL)

    def record_event(
        self, unit: UnitOfWork | None, job_id: int, kind: TimelineKind, text: str, at: datetime | None = None
    ) -> None:
        """For higher features: put something on a job's timeline, in the caller's transaction or its own; ``at`` when
        it was not just now."""
        if unit is None:
            with self._db.write() as own:
                self.record_event(own, job_id, kind, text, at)
            return
        JobStore(unit.session).add_event(job_id, kind, text, at or self._now())
        unit.emit(JobChanged(job_id))

    def _set(self, job_id: int, column: str, value: Any) -> Any:
        with self._db.write() as unit:
            store = JobStore(unit.session)
            previous = store.value(job_id, column)
            if previous is None:
                raise gone()
            if previous != value:
                store.update(job_id, {column: value})
                unit.emit(JobChanged(job_id))
            return previous
