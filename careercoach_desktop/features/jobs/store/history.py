"""What happened over all jobs, newest first, a page at a time: nobody reads fifty thousand events at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, cast

from sqlalchemy import Select, literal, null, select, tuple_, union_all
from sqlmodel import Session

from careercoach_desktop.features.jobs.model import JobStatus, TimelineEntry, TimelineKind
from careercoach_desktop.features.jobs.model.history import HistoryEntry, HistoryMark
from careercoach_desktop.features.jobs.store.among import among
from careercoach_desktop.features.jobs.store.tables import CHANGE, EVENT, JOB
from careercoach_desktop.foundation.storage.columns import UtcDateTime


class HistoryStore:
    """Queries on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def entries(
        self,
        limit: int,
        before: HistoryMark | None,
        kinds: Collection[TimelineKind] | None,
        job_ids: Collection[int] | None,
    ) -> list[HistoryEntry]:
        """The newest ``limit`` events and moves of jobs that are there. Each half is cut before they are put together,
        so that a page costs the same however long the history is. Move ids are negative, as on a job's timeline."""
        halves = [_events(before, kinds, job_ids).limit(limit).subquery()]
        if kinds is None or TimelineKind.MOVED in kinds:
            halves.append(_moves(before, job_ids).limit(limit).subquery())
        both = union_all(*(select(half) for half in halves)).subquery()
        query = select(both, JOB.c.title, JOB.c.company).join_from(both, JOB, JOB.c.id == both.c.job_id)
        query = query.order_by(both.c.at.desc(), both.c.id.desc()).limit(limit)
        return [_entry(cast("Mapping[str, Any]", row)) for row in self._session.connection().execute(query).mappings()]


def _events(
    before: HistoryMark | None, kinds: Collection[TimelineKind] | None, job_ids: Collection[int] | None
) -> Select[Any]:
    query = _of_jobs_here(
        EVENT, job_ids, EVENT.c.id, EVENT.c.kind, EVENT.c.text, null().label("from_status"), null().label("to_status"),
        literal("").label("reason"),
    )  # fmt: skip
    if kinds is not None:
        query = query.where(EVENT.c.kind.in_([kind.value for kind in kinds]))
    if before is not None:
        query = query.where(tuple_(EVENT.c.at, EVENT.c.id) < _mark(before, before.id))
    return query.order_by(EVENT.c.at.desc(), EVENT.c.id.desc())


def _moves(before: HistoryMark | None, job_ids: Collection[int] | None) -> Select[Any]:
    query = _of_jobs_here(
        CHANGE, job_ids, (-CHANGE.c.id).label("id"), literal(TimelineKind.MOVED.value).label("kind"),
        literal("").label("text"), CHANGE.c.from_status, CHANGE.c.to_status, CHANGE.c.reason,
    )  # fmt: skip
    if before is not None:
        query = query.where(tuple_(CHANGE.c.at, -CHANGE.c.id) < _mark(before, before.id))
    return query.order_by(CHANGE.c.at.desc(), CHANGE.c.id)


def _of_jobs_here(table: Any, job_ids: Collection[int] | None, *columns: Any) -> Select[Any]:
    query = select(*columns, table.c.job_id, table.c.at)
    removed = select(JOB.c.id).where(JOB.c.deleted_at.is_not(None))  # from an index; jobs themselves are long rows
    query = query.where(table.c.job_id.not_in(removed))
    return query if job_ids is None else query.where(among(table.c.job_id, job_ids))


def _mark(before: HistoryMark, key: int) -> Any:
    return tuple_(literal(before.when, UtcDateTime), literal(key))


def _entry(row: Mapping[str, Any]) -> HistoryEntry:
    source, target = (JobStatus(row[name]) if row[name] else None for name in ("from_status", "to_status"))
    kind = TimelineKind(row["kind"])
    entry = TimelineEntry(row["id"], row["job_id"], kind, row["at"], row["text"], source, target, row["reason"])
    return HistoryEntry(entry, row["title"], row["company"])
