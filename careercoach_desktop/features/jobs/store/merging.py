"""What a merge does to rows: whatever names a merged job names the kept one, in every table there is.

Which tables those are is asked of the schema, as for unused blobs: a feature that comes later is covered by its foreign
key. A row that would then be there twice (the same person linked to both jobs) stays with the merged job, which is
removed but kept, so taking a merge back gives exactly what was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Table, and_, insert, select, update
from sqlalchemy import delete as delete_rows
from sqlmodel import Session

from careercoach_desktop.features.jobs.model import MovedRows, OriginalPage, TimelineKind
from careercoach_desktop.features.jobs.store.among import among
from careercoach_desktop.features.jobs.store.jobs import JobStore
from careercoach_desktop.features.jobs.store.tables import DISTINCT, EVENT, JOB
from careercoach_desktop.foundation.storage.naming import TABLES

_KEY = "job.id"
_BY_SUBJECT = ("reminder",)
"""Tables that name a job as ``job:5``; tasks and calls are not among them, they are about what was."""


class MergeStore:
    """Queries on one session; the caller owns the transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def move_rows(self, before: int, after: int) -> list[MovedRows]:
        """Give every row that belongs to job ``before`` to job ``after``; what was moved."""
        moved = [self._move(table, column, before, after) for table, column in _references()]
        moved += [
            self._move(table, table.c.subject, f"job:{before}", f"job:{after}")
            for name in _BY_SUBJECT
            if (table := TABLES.tables.get(name)) is not None
        ]
        return [rows for rows in moved if rows.keys]

    def move_back(self, moved: Sequence[MovedRows]) -> None:
        """Undo ``move_rows``; rows that were removed or given to another job meanwhile are left alone."""
        connection = self._session.connection()
        for rows in reversed(moved):
            table = TABLES.tables[rows.table]
            column = table.c[rows.column]
            for key in rows.keys:
                same = [one == value for one, value in zip(_identity(table, column), key, strict=True)]
                connection.execute(update(table).where(column == rows.after, *same).values({column: rows.before}))

    def merge_away(self, job_ids: Sequence[int], into: int, at: datetime) -> None:
        JobStore(self._session).set_deleted(job_ids, at)
        self._session.connection().execute(update(JOB).where(among(JOB.c.id, job_ids)).values(merged_into=into))

    def bring_back(self, job_ids: Sequence[int]) -> list[int]:
        """Undo ``merge_away``; the ids that were there to be brought back."""
        merged = among(JOB.c.id, job_ids), JOB.c.merged_into.is_not(None)
        connection = self._session.connection()
        found = list(connection.execute(select(JOB.c.id).where(*merged)).scalars())
        connection.execute(update(JOB).where(among(JOB.c.id, found)).values(merged_into=None))
        return JobStore(self._session).set_deleted(found, None)

    def add_event(self, job_id: int, text: str, at: datetime) -> int:
        values = {"job_id": job_id, "kind": TimelineKind.MERGED.value, "text": text, "at": at}
        key = self._session.connection().execute(insert(EVENT).values(values)).inserted_primary_key
        return int(key[0])  # type: ignore[index]  # a single-row insert always has its key

    def drop_event(self, event_id: int) -> None:
        self._session.connection().execute(delete_rows(EVENT).where(EVENT.c.id == event_id))

    def pages(self, job_id: int) -> list[OriginalPage]:
        """The postings of what was merged into the job, as they were captured, the newest first."""
        names = ("page_text", "pasted_text", "page_url", "typed_url", "page_at", "created")
        query = select(*(JOB.c[name] for name in names)).where(JOB.c.merged_into == job_id)
        rows = self._session.connection().execute(query.order_by(JOB.c.id.desc())).mappings()
        return [
            OriginalPage(
                row["page_text"] or row["pasted_text"],
                is_markdown=bool(row["page_text"]),
                url=row["page_url"] or row["typed_url"],
                when=row["page_at"] or row["created"],
            )
            for row in rows
            if row["page_text"] or row["pasted_text"]
        ]

    def _move(self, table: Table, column: Column[Any], before: int | str, after: int | str) -> MovedRows:
        connection = self._session.connection()
        identity = _identity(table, column)
        keys = [tuple(row) for row in connection.execute(select(*identity).where(column == before))]
        moved = []
        for key in keys:
            same = and_(*(one == value for one, value in zip(identity, key, strict=True)), column == before)
            change = update(table).where(same).values({column: after}).prefix_with("OR IGNORE", dialect="sqlite")
            if connection.execute(change).rowcount:
                moved.append(key)
        return MovedRows(table.name, column.name, before, after, tuple(moved))


def _references() -> Iterator[tuple[Table, Column[Any]]]:
    """Every column that names a job, in the order of their tables' names."""
    for table in sorted(TABLES.tables.values(), key=lambda one: one.name):
        if table is not DISTINCT:  # what the person said of two cards is not about a third
            for key in table.foreign_keys:
                if key.target_fullname == _KEY:
                    yield table, key.parent
    yield JOB, JOB.c.merged_into


def _identity(table: Table, column: Column[Any]) -> list[Column[Any]]:
    """What tells a row of one job from the others of that job."""
    return [one for one in table.primary_key.columns if one is not column]
