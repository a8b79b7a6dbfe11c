"""The durable queue: long work is a row first and runs afterwards, so that nothing asked for is ever forgotten.

Rows live in the same file as the data they are about and are written in the same transaction. A clean stop puts running
tasks back in the queue; after a crash they are offered to the person again, or started again where that is safe.
Every change is told as ``TaskChanged`` after its commit.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.context import PROGRESS_EVERY, Cancelled, Clock, LookAgain, TaskContext, Why
from careercoach_desktop.foundation.tasks.foreground import Foreground, Tell
from careercoach_desktop.foundation.tasks.lanes import MOST_SEATS, WORK, Lane, Priority
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged, TaskState
from careercoach_desktop.foundation.tasks.pool import Crew, WorkerPool
from careercoach_desktop.foundation.tasks.runner import RETRIES, Runner, TaskKind
from careercoach_desktop.foundation.tasks.store import TaskStore

__all__ = ["Cancelled", "LookAgain", "Priority", "TaskContext", "TaskKind", "TaskQueue"]

log = logging.getLogger(__name__)

BEAT = timedelta(seconds=4)
KEPT = timedelta(days=31)
PRUNE_EVERY = timedelta(days=1)
_RESTARTABLE = (TaskState.FAILED, TaskState.CANCELLED)


class TaskQueue:
    """One per process. Every method that touches the file must be called off the Qt thread.

    ``workers`` are those of the lane ``WORK``. Without any it starts nothing by itself and runs only what ``run_here``
    names (the command line).
    """

    def __init__(self, database: Database, child: ChildProcess, *, workers: int = 2, clock: Clock = utc_now) -> None:
        self._database = database
        self._clock = clock
        self._has_workers = workers > 0
        self._runner = Runner(database, child, clock, self._nudge, is_patient=self._has_workers)
        self._pool = WorkerPool(self._keep_house)
        self._crews: dict[Lane, Crew] = {WORK: self._hired(WORK, workers)}
        self._ended_outages: set[Lane] = set()
        self._is_started = False
        self._stopped = threading.Event()
        self._has_appeared = False
        self._pruned: datetime | None = None
        self._renewed: datetime | None = None
        self._stop_listening = database.bus.after(TaskChanged, self._on_change)

    def register(self, kind: TaskKind) -> None:
        """Say how to run tasks of this kind; raises ValueError when it is registered twice."""
        if kind.name in self._runner.kinds:
            raise ValueError(f"task kind {kind.name} is registered twice")
        self._runner.kinds = self._runner.kinds | {kind.name: kind}
        if kind.lane not in self._crews:
            hired = self._hired(kind.lane, MOST_SEATS if self._has_workers else 0)
            self._crews = self._crews | {kind.lane: hired}
        self.wake(kind.lane)

    def seat(self, lane: Lane, seats: Callable[[], int]) -> None:
        """Say how many tasks of a lane may run at once (at most ``MOST_SEATS``), in all processes together; asked anew
        each time one could start. ``wake`` it when there may be more of them."""
        self._runner.seats[lane] = seats

    def wake(self, lane: Lane) -> None:
        """More of its tasks may start than a moment ago."""
        if lane in self._crews:
            self._crews[lane].wake()

    def outage_over(self, lane: Lane) -> None:
        """What waits for that in this lane is to try again now; may be called on any thread."""
        self._ended_outages.add(lane)
        self._nudge()

    def enqueue(
        self,
        unit: UnitOfWork,
        kind: str,
        title: str,
        payload: dict[str, Any],
        subject: str = "",
        *,
        priority: Priority = Priority.WAITED_FOR,
    ) -> int:
        """Add a task to the caller's transaction and return its id; it starts once that is committed.

        ``payload`` is JSON-able; raises TypeError when it is not, KeyError when the kind is unknown.
        """
        if kind not in self._runner.kinds:
            raise KeyError(kind)
        json.dumps(payload)
        task = TaskStore(unit.session).add(kind, title, subject, payload, self._clock(), priority)
        unit.emit(TaskChanged(task))
        return task.id

    def cancel(self, task_id: int) -> None:
        """Stop it: at once when it waits, as soon as it can when it runs. Harmless when it is over or gone."""
        with self._database.write() as unit:
            store = TaskStore(unit.session)
            task = store.get(task_id)
            if task is None or task.state.is_over:
                return
            if task.state is TaskState.RUNNING:
                changed = store.change(task_id, {"cancelling": True})
            else:
                over = {"state": TaskState.CANCELLED.value, "finished": self._clock(), "next_attempt": None}
                changed = store.change(task_id, over | {"error": "", "next_step": "", "code": ""})
            if changed is not None:
                unit.emit(TaskChanged(changed))

    def again(self, task_id: int) -> None:
        """Start a failed, interrupted or cancelled task again, with all its tries. Harmless otherwise."""
        with self._database.write() as unit:
            store = TaskStore(unit.session)
            task = store.get(task_id)
            if task is None or task.state not in _RESTARTABLE:
                return
            fresh: dict[str, object] = {"attempts": 0, "progress": None, "note": ""}
            fresh |= {"error": "", "next_step": "", "code": ""}
            flags: dict[str, object] = {"interrupted": False, "dismissed": False, "cancelling": False}
            times: dict[str, object] = {"next_attempt": None, "started": None, "finished": None}
            changed = store.change(task_id, {"state": TaskState.QUEUED.value} | fresh | flags | times)
            if changed is not None:
                unit.emit(TaskChanged(changed))

    def dismiss(self, task_id: int) -> None:
        """No longer offer or list a task that is over; its record stays. Harmless otherwise."""
        with self._database.write() as unit:
            store = TaskStore(unit.session)
            task = store.get(task_id)
            if task is None or not task.state.is_over:
                return
            changed = store.change(task_id, {"dismissed": True, "interrupted": False})
            if changed is not None:
                unit.emit(TaskChanged(changed))

    def get(self, task_id: int) -> Task | None:
        """The task as it stands; None when there is none."""
        with self._database.read() as session:
            return TaskStore(session).get(task_id)

    def active(self) -> list[Task]:
        """Queued, running, retrying, and interrupted ones on offer; oldest first."""
        with self._database.read() as session:
            return TaskStore(session).active()

    def latest(self, limit: int = 100) -> list[Task]:
        """Newest first, whatever became of them, except dismissed ones."""
        with self._database.read() as session:
            return TaskStore(session).latest(limit)

    def start(self) -> None:
        """Begin to work, after taking over what a crash left behind; register the kinds first.

        Returns at once and touches no file on the calling thread: ``TaskChanged`` tells of what was taken over.
        """
        self._is_started = True
        self._pool.start()

    def run_here(self, task_id: int, tell: Tell = lambda _task: None) -> Task:
        """Run exactly this task on the calling thread, retries included, and return it as it ended.

        When another process has it already, its end is waited for. ``tell`` hears how far it is. ``cancel`` (from
        another thread) and ``stop`` end it early. For a queue without workers, which never starts anybody else's tasks;
        raises RuntimeError for one with workers, KeyError when there is no such task.
        """
        if self._has_workers:
            raise RuntimeError("This queue has workers; they run its tasks.")
        if not self._is_started:
            self._appear()
            self.start()  # the housekeeper alone: it renews the lease, and hears of a cancellation elsewhere
        return Foreground(self._database, self._runner, task_id, tell).finish(self._stopped)

    def stop(self, timeout: float = 5.0) -> bool:
        """Put running tasks back in the queue and end the threads; may be called on the Qt thread.

        False when a task did not stop in ``timeout`` seconds; it then counts as interrupted at the next start.
        """
        self._stopped.set()
        self._pool.ask_to_stop()
        self._runner.quit()
        all_ended = self._pool.join(timeout)
        self._stop_listening()
        if all_ended:
            self._runner.owner.leave()
        return all_ended

    def _on_change(self, happened: TaskChanged) -> None:
        task = happened.task
        if task.next_attempt is not None:
            self._nudge()
        elif task.state is TaskState.QUEUED and task.kind in self._runner.kinds:
            self.wake(self._runner.kinds[task.kind].lane)
        elif task.cancelling:
            self._runner.interrupt(task.id, Why.CANCELLED)

    def _nudge(self) -> None:
        self._pool.call_housekeeper()

    def _hired(self, lane: Lane, workers: int) -> Crew:
        return self._pool.hire(lane.name, partial(self._run_next, lane), workers)

    def _run_next(self, lane: Lane) -> bool:
        return self._has_appeared and self._runner.run_next(lane)

    def _keep_house(self) -> float:
        """Everything that is done now and then; returns seconds until the next time."""
        now = self._clock()
        self._appear()
        self._runner.settle_again()
        contexts = self._runner.contexts()
        for context in contexts.values():
            context.report_held_back()
        if self._renewed is None or now - self._renewed >= BEAT:
            self._beat(list(contexts))
            self._renewed = now
        while self._ended_outages:
            self._try_now(self._ended_outages.pop())
        pause = min(BEAT, self._wake_for_due(now))
        if any(context.has_unreported for context in self._runner.contexts().values()):
            pause = PROGRESS_EVERY
        return pause.total_seconds()

    def _appear(self) -> None:
        """Before any claim: a claim without a living owner would be taken over."""
        if not self._has_appeared:
            self._runner.owner.appear()
            self._has_appeared = True

    def _beat(self, running_here: list[int]) -> None:
        if running_here:
            self._runner.renew(running_here)
        with self._database.read() as session:
            elsewhere_cancelled = [task.id for task, _, _ in TaskStore(session).running() if task.cancelling]
        for task_id in elsewhere_cancelled:
            self._runner.interrupt(task_id, Why.CANCELLED)
        self._adopt_orphans()
        self._prune()

    def _try_now(self, lane: Lane) -> None:
        with self._database.write() as unit:
            store = TaskStore(unit.session)
            for task_id in store.retrying(self._runner.kinds_of(lane), lane.outages):
                changed = store.change(task_id, {"next_attempt": self._clock()})
                if changed is not None:
                    unit.emit(TaskChanged(changed))

    def _wake_for_due(self, now: datetime) -> timedelta:
        with self._database.read() as session:
            store = TaskStore(session)
            for lane in self._crews:
                if store.next_due(self._runner.kinds_of(lane), now) is not None:
                    self.wake(lane)
            retry = store.next_attempt(self._runner.kinds)
        return BEAT if retry is None or retry <= now else retry - now

    def _adopt_orphans(self) -> None:
        now = self._clock()
        with self._database.read() as session:
            claims = TaskStore(session).running()
        for task, owner, lease_until in claims:
            if self._runner.owner.is_dead(owner, lease_until, now):
                self._adopt(task, owner, now)

    def _adopt(self, task: Task, owner: str, now: datetime) -> None:
        kind = self._runner.kinds.get(task.kind)
        values: dict[str, object] = {"owner": "", "lease_until": None, "progress": None, "cancelling": False}
        if task.cancelling:
            values |= {"state": TaskState.CANCELLED.value, "finished": now}
        elif (
            kind is not None and kind.resume_after_crash and task.attempts <= RETRIES
        ):  # not one that kills us each time
            values |= {"state": TaskState.QUEUED.value}
        else:
            values |= {
                "state": TaskState.FAILED.value,
                "finished": now,
                "interrupted": True,
                "code": "left-by-crash",
                "error": "Career Coach stopped unexpectedly while this was running.",
                "next_step": "Start it again; everything saved before that is still there.",
            }
        log.info("task %d (%s) was left behind by a process that ended", task.id, task.kind)
        with self._database.write() as unit:
            changed = TaskStore(unit.session).change(task.id, values, only_owner=owner)
            if changed is not None:
                unit.emit(TaskChanged(changed))

    def _prune(self) -> None:
        now = self._clock()
        if self._pruned is None or now - self._pruned >= PRUNE_EVERY:
            with self._database.write() as unit:
                TaskStore(unit.session).prune(now - KEPT)
            self._pruned = now
