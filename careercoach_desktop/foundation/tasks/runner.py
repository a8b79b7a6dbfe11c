"""Takes one task, runs it and writes down what became of it.

Every step is a row change in its own transaction, made only while the row still carries our name, so that a crash at
any point leaves a truthful record and two processes never both count a task as theirs.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.context import Cancelled, Clock, LookAgain, TaskContext, Why
from careercoach_desktop.foundation.tasks.lanes import SEATS, WORK, Lane, Priority
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged, TaskState
from careercoach_desktop.foundation.tasks.owners import LEASE, Owner
from careercoach_desktop.foundation.tasks.store import TaskStore
from careercoach_desktop.foundation.traces import frames

log = logging.getLogger(__name__)

RETRIES = 3
LEFT_BY_QUIT: dict[str, Any] = {
    "interrupted": True,
    "code": "left-by-quit",
    "error": "Career Coach was closed while this was running.",
    "next_step": "Start it again when you like; nothing repeats it by itself.",
}
FIRST_RETRY = timedelta(seconds=2)
OUTAGE_LOOK = timedelta(minutes=1)
"""How often a task that waits for the end of an outage tries, once its first tries are used up."""

Changes = dict[str, Any]


@dataclass(frozen=True)
class TaskKind:
    """What a feature registers.

    ``run(context, payload)`` works on a worker thread and returns a JSON-able result or None; it may run again after a
    crash or a quit, so it must tolerate its own earlier rows. ``resume_after_crash``: start it again without
    asking the person. ``repeatable``: false for what may cost something each time; such a task is offered again after a
    quit, too, instead of being put back in the queue. ``lane``: whose workers run it (see ``lanes``).
    """

    name: str
    run: Callable[[TaskContext, dict[str, Any]], dict[str, object] | None]
    resume_after_crash: bool = False
    repeatable: bool = True
    lane: Lane = WORK


class Runner:
    """The queue's hands. Thread-safe: every worker thread calls ``run_next``, a command calls ``run_this``.

    ``is_patient``: whether tasks outlast an outage; a command in a terminal rather ends and says why."""

    def __init__(
        self, database: Database, child: ChildProcess, clock: Clock, nudge: Callable[[], None], *, is_patient: bool
    ) -> None:
        self._database = database
        self._child = child
        self._clock = clock
        self._nudge = nudge
        self._is_patient = is_patient
        self._guard = threading.Lock()
        self._under_way: dict[int, TaskContext] = {}
        self._unsettled: dict[int, Changes] = {}
        self._quitting = False
        self.kinds: dict[str, TaskKind] = {}
        self.seats: dict[Lane, Callable[[], int]] = {}
        self.owner = Owner(database.path.parent)

    def run_next(self, lane: Lane = WORK) -> bool:
        """Run the most urgent task of a lane that is due, to its end; False when none is, or no seat is free."""
        kinds = self.kinds_of(lane)
        if lane is WORK:
            return self._run(self._claim(kinds))
        seats = self.seats.get(lane, lambda: SEATS)()
        return self._run(self._claim(kinds, seats=seats))

    def run_this(self, task_id: int) -> bool:
        """Run exactly this task to the end of one attempt; False when it is not due, or somebody else has it. It needs
        no seat: the person is there and waits for it."""
        return self._run(self._claim(self.kinds, task_id))

    def kinds_of(self, lane: Lane) -> list[str]:
        """The names of the kinds that share its workers."""
        return [kind.name for kind in self.kinds.values() if kind.lane == lane]

    def _run(self, claimed: tuple[Task, TaskContext] | None) -> bool:
        if claimed is None:
            return False
        task, context = claimed
        log.info("task %d (%s) starts, attempt %d", task.id, task.kind, task.attempts)
        changes = self._outcome(task, context)
        self._settle(task.id, changes)
        return True

    def interrupt(self, task_id: int, why: Why) -> None:
        """Ask one running task to stop; nothing happens when it does not run here."""
        with self._guard:
            context = self._under_way.get(task_id)
        if context is not None:
            context.interrupt(why)

    def quit(self) -> None:
        """Ask everything that runs here to stop, and what was just claimed not to begin."""
        with self._guard:
            self._quitting = True
            contexts = list(self._under_way.values())
        for context in contexts:
            context.interrupt(Why.QUITTING)

    def contexts(self) -> dict[int, TaskContext]:
        """What runs here now, by task id."""
        with self._guard:
            return dict(self._under_way)

    def renew(self, task_ids: list[int]) -> None:
        """Extend our claims; a task that is no longer ours is told to stop."""
        with self._database.write() as unit:
            store = TaskStore(unit.session)
            lost = [
                task_id
                for task_id in task_ids
                if store.change(task_id, {"lease_until": self._clock() + LEASE}, only_owner=self.owner.name) is None
            ]
        for task_id in lost:
            self.interrupt(task_id, Why.LOST)

    def settle_again(self) -> None:
        """Write the outcomes that could not be written, because the disk was full for instance."""
        with self._guard:
            waiting = list(self._unsettled.items())
        for task_id, changes in waiting:
            self._write(task_id, changes)
            with self._guard:
                del self._unsettled[task_id]

    def _claim(
        self, kinds: Collection[str], task_id: int | None = None, seats: int | None = None
    ) -> tuple[Task, TaskContext] | None:
        now = self._clock()
        with self._database.read() as session:
            if _next_seated(TaskStore(session), kinds, now, task_id, seats) is None:
                return None
        claimed: tuple[Task, TaskContext] | None = None
        try:
            with self._database.write() as unit:
                due = _next_seated(TaskStore(unit.session), kinds, now, task_id, seats)
                claimed = self._claim_within(unit, due, now)
        except BaseException:
            if claimed is not None:
                self._forget(claimed[0].id)
            raise
        return claimed

    def _claim_within(self, unit: UnitOfWork, due: Task | None, now: datetime) -> tuple[Task, TaskContext] | None:
        task = due and TaskStore(unit.session).change(due.id, _running(due, self.owner.name, now))
        if task is None:
            return None
        unit.emit(TaskChanged(task))
        return task, self._begin(task.id)  # known before the commit, so that no request to cancel can miss it

    def _begin(self, task_id: int) -> TaskContext:
        def report(fraction: float | None, note: str) -> None:
            self._write(task_id, {"progress": fraction, "note": note})

        context = TaskContext(task_id, report, self._child, self._clock, self._nudge)
        with self._guard:
            self._under_way[task_id] = context
            if self._quitting:
                context.interrupt(Why.QUITTING)
        return context

    def _outcome(self, task: Task, context: TaskContext) -> Changes:
        kind = self.kinds[task.kind]
        try:
            context.check_cancelled()
            result = kind.run(context, task.payload)
            json.dumps(result)
        except Exception as exc:  # noqa: BLE001 - whatever it is becomes the outcome of the task
            return self._unfinished(task, context.why, exc)
        return {"state": TaskState.SUCCEEDED.value, "progress": 1.0, "result": result} | self._over()

    def _unfinished(self, task: Task, why: Why | None, exc: Exception) -> Changes:
        if why is Why.QUITTING and not self.kinds[task.kind].repeatable:
            return {"state": TaskState.FAILED.value} | LEFT_BY_QUIT | self._over()
        if why is Why.QUITTING:
            return {"state": TaskState.QUEUED.value, "attempts": task.attempts - 1, "progress": None, "note": ""}
        if why is not None or isinstance(exc, Cancelled):
            return {"state": TaskState.CANCELLED.value} | self._over()
        if isinstance(exc, LookAgain):
            told: Changes = {"attempts": task.attempts - 1, "progress": exc.progress, "note": exc.note}
            return {"state": TaskState.QUEUED.value, "next_attempt": self._clock() + exc.after} | told
        if isinstance(exc, UserError) and self._is_outage(task, exc):
            return self._outlasting(task, exc)
        if isinstance(exc, UserError) and exc.transient and task.attempts <= RETRIES:
            pause = max(FIRST_RETRY * 2 ** (task.attempts - 1), timedelta(seconds=exc.wait))
            log.info("task %d (%s) tries again in %s", task.id, task.kind, pause)
            return {"state": TaskState.RETRYING.value, "next_attempt": self._clock() + pause} | _sentences(exc)
        if not isinstance(exc, UserError):
            log.error("task %d (%s) failed: %s", task.id, task.kind, frames(exc))
        return {"state": TaskState.FAILED.value} | _sentences(exc) | self._over()

    def _is_outage(self, task: Task, exc: UserError) -> bool:
        return self._is_patient and exc.code in self.kinds[task.kind].lane.outages

    def _outlasting(self, task: Task, exc: UserError) -> Changes:
        """As often as needed: what could not be sent was no try."""
        pause = FIRST_RETRY * 2 ** (task.attempts - 1) if task.attempts < RETRIES else OUTAGE_LOOK
        log.info("task %d (%s) waits for the end of an outage", task.id, task.kind)
        times: Changes = {"attempts": min(task.attempts, RETRIES - 1), "next_attempt": self._clock() + pause}
        return {"state": TaskState.RETRYING.value} | times | _sentences(exc)

    def _over(self) -> Changes:
        return {"finished": self._clock(), "next_attempt": None}

    def _settle(self, task_id: int, changes: Changes) -> None:
        unsaid = {"error": "", "next_step": "", "code": ""}
        whole = unsaid | changes | {"owner": "", "lease_until": None, "cancelling": False}
        try:
            self._write(task_id, whole)
        except Exception as exc:  # noqa: BLE001 - kept and written by the housekeeper
            log.error("the outcome of task %d is not written yet: %s", task_id, frames(exc))  # noqa: TRY400 - see frames
            with self._guard:
                self._unsettled[task_id] = whole
        finally:
            self._forget(task_id)

    def _forget(self, task_id: int) -> None:
        with self._guard:
            self._under_way.pop(task_id, None)

    def _write(self, task_id: int, changes: Changes) -> None:
        with self._database.write() as unit:
            task = TaskStore(unit.session).change(task_id, changes, only_owner=self.owner.name)
            if task is not None:
                unit.emit(TaskChanged(task))


def _next_seated(
    store: TaskStore, kinds: Collection[str], now: datetime, task_id: int | None, seats: int | None
) -> Task | None:
    """The task that may start now: due, and with a seat for it where those are counted. Of several seats the last is
    kept for what a person waits for."""
    due = store.next_due(kinds, now, task_id)
    if due is None or seats is None:
        return due
    is_background = due.priority < Priority.WAITED_FOR
    free = seats - store.under_way(kinds) - (1 if is_background and seats > 1 else 0)
    return due if free > 0 else None


def _running(due: Task, owner: str, now: datetime) -> Changes:
    return {
        "state": TaskState.RUNNING.value,
        "owner": owner,
        "lease_until": now + LEASE,
        "attempts": due.attempts + 1,
        "next_attempt": None,
        "progress": None,
        "note": "",
        "error": "",
        "next_step": "",
        "code": "",
        "started": now,
    }


def _sentences(exc: Exception) -> Changes:
    if isinstance(exc, UserError):
        return {"error": exc.message, "next_step": exc.next_step, "code": exc.code}
    return {
        "code": "bug",
        "error": "Something went wrong on our side.",
        "next_step": "Your data is safe. Start it again; if it fails again, please report it.",
    }
