"""The queue's table: one row per task, the only record of what was asked and how far it came."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, func
from sqlmodel import Field, Session, SQLModel, col, delete, or_, select

from careercoach_desktop.foundation.storage.columns import UtcDateTime
from careercoach_desktop.foundation.tasks.model import Task, TaskState

_WAITING = (TaskState.QUEUED.value, TaskState.RETRYING.value)
_UNDER_WAY = (*_WAITING, TaskState.RUNNING.value)


class TaskRow(SQLModel, table=True):
    """``owner`` is the queue that runs it now (empty: nobody) and ``lease_until`` how long that claim is good."""

    __tablename__ = "task"
    __table_args__ = {"sqlite_autoincrement": True}  # an id is never used twice, so an old notice names its own task

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    title: str
    subject: str = Field(default="", index=True)
    payload: dict[str, Any] = Field(sa_type=JSON)
    state: str = Field(index=True)
    progress: float | None = None
    note: str = ""
    attempts: int = 0
    next_attempt: datetime | None = Field(default=None, sa_type=UtcDateTime)
    interrupted: bool = False
    cancelling: bool = False
    dismissed: bool = False
    error: str = ""
    next_step: str = ""
    code: str = ""
    result: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    owner: str = ""
    lease_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created: datetime = Field(sa_type=UtcDateTime)
    started: datetime | None = Field(default=None, sa_type=UtcDateTime)
    finished: datetime | None = Field(default=None, sa_type=UtcDateTime)
    priority: int = 0


class TaskStore:
    """Works inside the caller's transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self, kind: str, title: str, subject: str, payload: dict[str, Any], now: datetime, priority: int = 0
    ) -> Task:
        row = TaskRow(
            kind=kind,
            title=title,
            subject=subject,
            payload=payload,
            state=TaskState.QUEUED.value,
            created=now,
            priority=priority,
        )
        self._session.add(row)
        self._session.flush()
        return _task(row)

    def get(self, task_id: int) -> Task | None:
        row = self._session.get(TaskRow, task_id)
        return None if row is None else _task(row)

    def change(self, task_id: int, values: Mapping[str, object], *, only_owner: str | None = None) -> Task | None:
        """Set columns; None (and nothing changed) when it is gone, or no longer runs for ``only_owner``."""
        row = self._session.get(TaskRow, task_id, populate_existing=True)
        if row is None or (only_owner is not None and row.owner != only_owner):
            return None
        for name, value in values.items():
            setattr(row, name, value)
        self._session.add(row)
        self._session.flush()
        return _task(row)

    def next_due(self, kinds: Collection[str], now: datetime, task_id: int | None = None) -> Task | None:
        """The most urgent task that may start now, of those the oldest; or the one asked for if it may."""
        is_due = or_(col(TaskRow.next_attempt).is_(None), col(TaskRow.next_attempt) <= now)
        ready = (col(TaskRow.state).in_(_WAITING), is_due, col(TaskRow.kind).in_(kinds))
        rows = select(TaskRow).where(*ready).order_by(col(TaskRow.priority).desc(), col(TaskRow.id)).limit(1)
        if task_id is not None:
            rows = rows.where(col(TaskRow.id) == task_id)
        row = self._session.exec(rows).first()
        return None if row is None else _task(row)

    def under_way(self, kinds: Collection[str]) -> int:
        """How many tasks of these kinds run, in this process or another."""
        wanted = (col(TaskRow.state) == TaskState.RUNNING.value, col(TaskRow.kind).in_(kinds))
        return self._session.exec(select(func.count()).select_from(TaskRow).where(*wanted)).one()

    def retrying(self, kinds: Collection[str], codes: Collection[str]) -> list[int]:
        """Tasks of these kinds that wait for their next try after one of these errors; oldest first."""
        wanted = (
            col(TaskRow.state) == TaskState.RETRYING.value,
            col(TaskRow.kind).in_(kinds),
            col(TaskRow.code).in_(codes),
        )
        return [row.id or 0 for row in self._session.exec(select(TaskRow).where(*wanted).order_by(col(TaskRow.id)))]

    def next_attempt(self, kinds: Collection[str]) -> datetime | None:
        """When the earliest task that waits for its time is due; None when none does."""
        when = (
            select(col(TaskRow.next_attempt))
            .where(
                col(TaskRow.state).in_(_WAITING),
                col(TaskRow.next_attempt).is_not(None),
                col(TaskRow.kind).in_(kinds),
            )
            .order_by(col(TaskRow.next_attempt))
            .limit(1)
        )
        return self._session.exec(when).first()

    def running(self) -> list[tuple[Task, str, datetime | None]]:
        """Every task somebody claims to run, with the claimant and the end of the lease."""
        rows = self._session.exec(select(TaskRow).where(col(TaskRow.state) == TaskState.RUNNING.value)).all()
        return [(_task(row), row.owner, row.lease_until) for row in rows]

    def active(self) -> list[Task]:
        """Under way or waiting, and interrupted ones still on offer; oldest first."""
        on_offer = col(TaskRow.interrupted) & ~col(TaskRow.dismissed)
        rows = select(TaskRow).where(or_(col(TaskRow.state).in_(_UNDER_WAY), on_offer)).order_by(col(TaskRow.id))
        return [_task(row) for row in self._session.exec(rows)]

    def latest(self, limit: int) -> list[Task]:
        """Newest first, whatever became of them, except dismissed ones."""
        rows = select(TaskRow).where(~col(TaskRow.dismissed)).order_by(col(TaskRow.id).desc()).limit(limit)
        return [_task(row) for row in self._session.exec(rows)]

    def prune(self, before: datetime) -> int:
        """Forget tasks that succeeded before then; the number forgotten."""
        old = delete(TaskRow).where(col(TaskRow.state) == TaskState.SUCCEEDED.value, col(TaskRow.finished) < before)
        return int(self._session.connection().execute(old).rowcount)


def _task(row: TaskRow) -> Task:
    if row.id is None:
        raise ValueError("The task was not stored yet")
    return Task(
        id=row.id,
        kind=row.kind,
        title=row.title,
        subject=row.subject,
        payload=row.payload,
        state=TaskState(row.state),
        progress=row.progress,
        note=row.note,
        attempts=row.attempts,
        next_attempt=row.next_attempt,
        interrupted=row.interrupted,
        error=row.error,
        next_step=row.next_step,
        code=row.code,
        result=row.result,
        created=row.created,
        started=row.started,
        finished=row.finished,
        cancelling=row.cancelling,
        dismissed=row.dismissed,
        priority=row.priority,
    )
