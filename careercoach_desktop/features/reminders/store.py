"""The reminders' table and every query on it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from itertools import islice
from typing import Any, cast

from sqlalchemy import Table, UniqueConstraint, delete, func, insert, select, update
from sqlmodel import Field, Session, SQLModel

from careercoach_desktop.features.reminders.model import Reminder, ReminderKind
from careercoach_desktop.foundation.storage.columns import UtcDateTime

_AT_ONCE = 500
"""Names in one query: SQLite takes a limited number."""


class ReminderRow(SQLModel, table=True):
    """One thing to be reminded of. What is computed (``DEADLINE``, ``NO_ANSWER``) is kept once per record and day."""

    __tablename__ = "reminder"
    __table_args__ = (UniqueConstraint("subject", "kind", "due", name="uq_reminder_subject"),)

    id: int | None = Field(default=None, primary_key=True)
    subject: str = Field(index=True)
    kind: str
    text: str
    due: date
    snoozed_until: date | None = None
    notified: datetime | None = Field(default=None, sa_type=UtcDateTime)
    done: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created: datetime = Field(sa_type=UtcDateTime)


REMINDER = cast("Table", ReminderRow.__table__)  # type: ignore[attr-defined]  # SQLModel adds it when the class is made
_DAY = func.coalesce(REMINDER.c.snoozed_until, REMINDER.c.due)
_COLUMNS = tuple(REMINDER.c[each.name] for each in fields(Reminder))
_KINDS = {each.value: each for each in ReminderKind}
_OPEN = REMINDER.c.done.is_(None)


class ReminderStore:
    """Queries on one session; the caller owns the transaction."""

    def __init__(self, session: Session) -> None:
        self._connection = session.connection()

    def get(self, reminder_id: int) -> Reminder | None:
        return next(iter(self._found(REMINDER.c.id == reminder_id)), None)

    def at(self, subject: str, kind: ReminderKind, due: date) -> Reminder | None:
        """The one of this kind for this day, done or not."""
        which = (REMINDER.c.subject == subject, REMINDER.c.kind == kind.value, REMINDER.c.due == due)
        return next(iter(self._found(*which)), None)

    def open_until(self, day: date | None) -> list[Reminder]:
        """Those that are not done and count by that day (None: all), the earliest first."""
        return self._found(_OPEN) if day is None else self._found(_OPEN, day >= _DAY)

    def about(self, subjects: Collection[str], *, with_done: bool = False) -> list[Reminder]:
        """Everything about these records, the earliest first."""
        found: list[Reminder] = []
        for some in _batches(subjects):
            which = REMINDER.c.subject.in_(some)
            found += self._found(which) if with_done else self._found(which, _OPEN)
        return sorted(found, key=lambda one: (one.day, one.id))

    def subjects(self) -> list[str]:
        """Every record that has a reminder."""
        return list(self._connection.execute(select(REMINDER.c.subject).distinct()).scalars())

    def insert(self, reminder: Mapping[str, Any]) -> int:
        key = self._connection.execute(insert(REMINDER).values(reminder)).inserted_primary_key
        return int(key[0])  # type: ignore[index]  # a single-row insert always has its key

    def insert_many(self, reminders: Sequence[Mapping[str, Any]]) -> None:
        if reminders:
            self._connection.execute(insert(REMINDER), list(reminders))

    def put(self, reminder: Reminder) -> None:
        """Make the row be exactly this, whether it is there or not; under another id where its own is taken."""
        values = {name: getattr(reminder, name) for name in REMINDER.columns.keys()}  # noqa: SIM118 - a collection of SQLAlchemy's
        values["kind"] = reminder.kind.value
        there = self.get(reminder.id)
        if there is not None and (there.subject, there.kind, there.created) != (
            reminder.subject,
            reminder.kind,
            reminder.created,
        ):
            del values["id"]
        else:
            self.delete([reminder.id])
        self._connection.execute(insert(REMINDER).values(values))

    def update(self, reminder_id: int, **values: Any) -> None:
        self._connection.execute(update(REMINDER).where(REMINDER.c.id == reminder_id).values(values))

    def delete(self, ids: Iterable[int]) -> None:
        for some in _batches(ids):
            self._connection.execute(delete(REMINDER).where(REMINDER.c.id.in_(some)))

    def delete_about(self, subjects: Collection[str]) -> None:
        for some in _batches(subjects):
            self._connection.execute(delete(REMINDER).where(REMINDER.c.subject.in_(some)))

    def _found(self, *which: Any) -> list[Reminder]:
        query = select(*_COLUMNS).where(*which).order_by(_DAY, REMINDER.c.id)
        return [_reminder(row) for row in self._connection.execute(query)]


def _reminder(row: Any) -> Reminder:
    """A thousand are read for one look at what is due, so by position."""
    key, subject, kind, *rest = row
    return Reminder(key, subject, _KINDS[kind], *rest)


def _batches(things: Iterable[Any]) -> Iterable[Sequence[Any]]:
    rest = iter(things)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
