"""Two cards become one, and can become two again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careercoach_desktop.features.jobs.model import (
    CaptureState,
    Job,
    JobAdded,
    JobChanged,
    JobRemoved,
    JobsBroughtBack,
    JobsMerged,
    Merged,
    MovedRows,
    OriginalPage,
)
from careercoach_desktop.features.jobs.service.base import gone
from careercoach_desktop.features.jobs.service.capturing import CaptureVerbs
from careercoach_desktop.features.jobs.store import POSTING_FIELDS, JobStore
from careercoach_desktop.features.jobs.store.jobs import job_of
from careercoach_desktop.features.reminders.model import RemindersChanged
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import UnitOfWork


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge would give: the job that stays, the ones that go, and what becomes of it."""

    keep: Job
    others: tuple[Job, ...]
    result: Job


class MergeVerbs(CaptureVerbs):
    """Merging loses nothing: see ``uniting`` for columns, ``store.merging`` for everything that names the job."""

    def merge_preview(self, keep: int, others: Sequence[int]) -> MergePreview:
        """Look before you merge. Raises UserError as ``merge``."""
        with self._db.read() as session:
            kept, rows = self._rows(JobStore(session), keep, others)
        values = _united(kept, rows)
        return MergePreview(job_of(kept), tuple(map(job_of, rows)), job_of({**kept, **values}))

    def merge(self, keep: int, others: Sequence[int]) -> Merged:
        """Make ``others`` part of ``keep``; what it gives back is what ``unmerge`` takes.

        Raises UserError ``job-gone``, ``merge-itself``, and ``job-reading`` while one of them is still being read.
        """
        from careercoach_desktop.features.jobs.store.merging import MergeStore

        with self._db.write() as unit:
            store, merging = JobStore(unit.session), MergeStore(unit.session)
            kept, rows = self._rows(store, keep, others)
            values = _united(kept, rows)
            now = self._now()
            moved: list[MovedRows] = []
            for row in rows:
                moved += merging.move_rows(row["id"], keep)
            merging.merge_away([row["id"] for row in rows], keep, now)
            store.update(keep, values)
            event = merging.add_event(keep, "; ".join(map(_named, rows)), now)
            self._tell_merged(unit, keep, [row["id"] for row in rows], tuple(values))
            before = {name: kept[name] for name in values}
            return Merged(keep, tuple(row["id"] for row in rows), before, values, tuple(moved), event)

    def unmerge(self, merged: Merged) -> None:
        """Take a merge back exactly. What was changed on the kept job since then stays as it is now."""
        from careercoach_desktop.features.jobs.store.merging import MergeStore

        with self._db.write() as unit:
            store, merging = JobStore(unit.session), MergeStore(unit.session)
            row = store.row(merged.keep)
            if row is not None:
                untouched = {name: value for name, value in merged.before.items() if row[name] == merged.after[name]}
                store.update(merged.keep, untouched)
            merging.drop_event(merged.event)
            merging.move_back(merged.moved)
            back = merging.bring_back(merged.others)
            if back:
                unit.emit(JobsBroughtBack(tuple(back)))
            for job_id in back:
                unit.emit(JobAdded(job_id))
            if row is not None:
                unit.emit(JobChanged(merged.keep, _posting_fields(merged.before)))
            unit.emit(RemindersChanged(tuple(f"job:{one}" for one in (merged.keep, *back))))
            unit.emit(JobsMerged((merged.keep, *back)))

    def originals(self, job_id: int) -> list[OriginalPage]:
        """Every posting kept for the job as it was captured: its own first, then those of merged duplicates."""
        from careercoach_desktop.features.jobs.store.merging import MergeStore

        own = self.original(job_id)
        with self._db.read() as session:
            others = MergeStore(session).pages(job_id)
        seen = set() if own is None else {own.text}
        different = [page for page in others if page.text not in seen]
        return different if own is None else [own, *different]

    @staticmethod
    def _tell_merged(unit: UnitOfWork, keep: int, others: Sequence[int], changed: tuple[str, ...]) -> None:
        for job_id in others:
            unit.emit(JobRemoved(job_id))
        unit.emit(JobChanged(keep, _posting_fields(changed)))
        unit.emit(RemindersChanged(tuple(f"job:{one}" for one in (keep, *others))))
        unit.emit(JobsMerged((keep, *others)))

    @staticmethod
    def _rows(store: JobStore, keep: int, others: Sequence[int]) -> tuple[Mapping[str, Any], list[Mapping[str, Any]]]:
        wanted = list(dict.fromkeys(others))
        if not wanted or keep in wanted:
            raise UserError("A job can’t be merged with itself.", "Choose two different jobs.", code="merge-itself")
        rows = [store.row(job_id) for job_id in (keep, *wanted)]
        found = [row for row in rows if row is not None]
        if len(found) < len(rows):
            raise gone()
        if any(row["capture"] == CaptureState.READING.value for row in found):
            raise UserError(
                "One of these jobs is still being read.", "Wait a moment, then merge them.", code="job-reading"
            )
        return found[0], found[1:]


def _united(keep: Mapping[str, Any], others: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    from careercoach_desktop.features.jobs.service.uniting import united

    values: dict[str, Any] = {}
    for other in others:
        values |= united({**keep, **values}, other)
    return {name: value for name, value in values.items() if value != keep[name]}


def _posting_fields(names: Sequence[str] | Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(name for name in names if name in POSTING_FIELDS and name != "origins")


def _named(row: Mapping[str, Any]) -> str:
    """``“Baker” at Crumb``, for the timeline."""
    at = f" at {row['company']}" if row["company"] else ""
    return f"“{row['title']}”{at}"
