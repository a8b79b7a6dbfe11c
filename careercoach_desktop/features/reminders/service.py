"""What a person can do with reminders, and what higher features ask to be reminded of, as verbs.

Reminders know records only by name (``job:5``); the feature that owns the record computes what is worth a reminder and
calls ``replace`` in the transaction of the change it follows from.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from careercoach_desktop.features.reminders.model import Reminder, ReminderKind, RemindersChanged, ReminderSettled
from careercoach_desktop.features.reminders.store import ReminderStore
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be computed for one record: ``due`` None withdraws the reminder of this kind."""

    subject: str
    kind: ReminderKind
    due: date | None


@dataclass
class _Written:
    """What ``replace_many`` has to write, gathered so that it is written at once."""

    fresh: list[dict[str, object]] = field(default_factory=list)
    stale: list[int] = field(default_factory=list)
    subjects: dict[str, None] = field(default_factory=dict)


class ReminderService:
    """Thread-safe. ``unit`` is the caller's transaction; None makes one."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._now = clock

    # What is due -----------------------------------------------------------------------------------------------

    def due(self, until: date | None = None) -> list[Reminder]:
        """What is not done and counts by that day (None: ever), the earliest first."""
        with self._db.read() as session:
            return ReminderStore(session).open_until(until)

    def about(self, subjects: Collection[str]) -> list[Reminder]:
        """What is open about these records, the earliest first."""
        with self._db.read() as session:
            return ReminderStore(session).about(subjects)

    def subjects(self) -> list[str]:
        """Every record that ever had a reminder."""
        with self._db.read() as session:
            return ReminderStore(session).subjects()

    # What the person does --------------------------------------------------------------------------------------

    def add(self, subject: str, kind: ReminderKind, due: date, text: str) -> Reminder:
        """A new reminder. For a day that has an open one of this kind already, the words come together there."""
        with self._db.write() as unit:
            store = ReminderStore(unit.session)
            there = store.at(subject, kind, due)
            if there is None:
                reminder_id = store.insert(self._values(subject, kind, due, text))
            else:
                reminder_id = there.id
                words = text if there.done or there.text in ("", text) else f"{there.text}; {text}"
                store.update(reminder_id, text=words, done=None, snoozed_until=None, notified=None)
            unit.emit(RemindersChanged((subject,)))
            return self._get(store, reminder_id)

    def snooze(self, reminder_id: int, until: date) -> Reminder:
        """Put it off to that day, when it is told of again; returns what it was, for ``put_back``."""
        return self._change(reminder_id, snoozed_until=until, notified=None)

    def finish(self, reminder_id: int) -> Reminder:
        """It is done; returns what it was, for ``put_back``."""
        with self._db.write() as unit:
            before = self._change(reminder_id, done=self._now())
            unit.emit(ReminderSettled(before))
            return before

    def drop(self, reminder_id: int) -> Reminder:
        """Take it away for good; returns what it was, for ``put_back``."""
        with self._db.write() as unit:
            store = ReminderStore(unit.session)
            before = self._get(store, reminder_id)
            store.delete([reminder_id])
            unit.emit(RemindersChanged((before.subject,)))
            return before

    def put_back(self, before: Reminder) -> None:
        """Undo of the verbs above: the reminder is exactly what it was. What is due already was seen, so the system
        is not asked to tell of it again."""
        seen = before.notified or (self._now() if before.day <= self._now().astimezone().date() else None)
        with self._db.write() as unit:
            store = ReminderStore(unit.session)
            there = store.at(before.subject, before.kind, before.due)
            if there is not None and there.id != before.id:
                store.delete([there.id])  # made for the same day meanwhile
            store.put(replace(before, notified=seen))
            unit.emit(RemindersChanged((before.subject,)))
            if there is not None and there.done is not None and before.done is None:
                unit.emit(ReminderSettled(before, there.done))

    # What other features ask for -------------------------------------------------------------------------------

    def replace(
        self, unit: UnitOfWork | None, subject: str, kind: ReminderKind, due: date | None, *, reopen: bool = False
    ) -> None:
        """Let the one reminder of this kind about the record be for ``due``, or let there be none.

        One for the same day stays as it is, done or put off; ``reopen`` makes it new, because somebody asked for it.
        """
        with self._joining(unit) as own:
            self.replace_many(own, [Wish(subject, kind, due)], reopen=reopen)

    def replace_many(self, unit: UnitOfWork, wishes: Iterable[Wish], *, reopen: bool = False) -> None:
        """``replace`` for many records; only what differs is written, and told once."""
        wishes = list(wishes)
        store = ReminderStore(unit.session)
        there: dict[tuple[str, ReminderKind], list[Reminder]] = {}
        for one in store.about({wish.subject for wish in wishes}, with_done=True):
            there.setdefault((one.subject, one.kind), []).append(one)
        written = _Written()
        for wish in wishes:
            self._fulfil(store, wish, there.get((wish.subject, wish.kind), []), written, reopen=reopen)
        store.delete(written.stale)
        store.insert_many(written.fresh)
        if written.subjects:
            unit.emit(RemindersChanged(tuple(written.subjects)))

    def forget(self, unit: UnitOfWork | None, subjects: Collection[str]) -> None:
        """These records are gone for good: nothing may remember them, or a new one with their number would inherit."""
        with self._joining(unit) as own:
            ReminderStore(own.session).delete_about(subjects)

    def mark_notified(self, ids: Collection[int]) -> None:
        """The system is being told of these; nobody is told twice."""
        with self._db.write() as unit:
            store = ReminderStore(unit.session)
            for reminder_id in ids:
                store.update(reminder_id, notified=self._now())

    # ---------------------------------------------------------------------------------------------------------------

    def _fulfil(
        self, store: ReminderStore, wish: Wish, there: list[Reminder], written: _Written, *, reopen: bool
    ) -> None:
        stale = [one.id for one in there if one.due != wish.due and one.done is None]
        written.stale += stale
        same = next((one for one in there if one.due == wish.due), None)
        missing = wish.due is not None and same is None
        again = same is not None and reopen and (same.done is not None or same.snoozed_until is not None)
        if wish.due is not None and missing:
            written.fresh.append(self._values(wish.subject, wish.kind, wish.due, ""))
        if same is not None and again:
            store.update(same.id, done=None, snoozed_until=None, notified=None)
        if stale or missing or again:
            written.subjects[wish.subject] = None

    def _values(self, subject: str, kind: ReminderKind, due: date, text: str) -> dict[str, object]:
        return {"subject": subject, "kind": kind.value, "due": due, "text": text, "created": self._now()}

    def _change(self, reminder_id: int, **values: object) -> Reminder:
        with self._db.write() as unit:
            store = ReminderStore(unit.session)
            before = self._get(store, reminder_id)
            store.update(reminder_id, **values)
            unit.emit(RemindersChanged((before.subject,)))
            return before

    def _joining(self, unit: UnitOfWork | None) -> AbstractContextManager[UnitOfWork]:
        return self._db.write() if unit is None else nullcontext(unit)

    @staticmethod
    def _get(store: ReminderStore, reminder_id: int) -> Reminder:
        found = store.get(reminder_id)
        if found is None:
            raise UserError(
                "This reminder is no longer there.",
                "What it was about has changed; look at the job or the person.",
                code="reminder-gone",
            )
        return found
