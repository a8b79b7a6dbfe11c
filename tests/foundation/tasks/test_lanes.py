"""Lanes: what waits for an answer from far away has seats of its own; who is waited for goes first; an outage is
outlasted."""

from __future__ import annotations

import threading
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.context import Cancelled
from careercoach_desktop.foundation.tasks.lanes import Lane, Priority
from careercoach_desktop.foundation.tasks.model import Task, TaskState
from careercoach_desktop.foundation.tasks.queue import LookAgain, TaskContext, TaskKind, TaskQueue
from tests.support.tasks import FakeClock, TaskWatch, kind, running_queue

FAR = Lane("far", outages=frozenset({"far-unreachable"}))
AWAY = UserError("Nobody can be reached.", "Check your connection.", code="far-unreachable", transient=True)


class Held:
    """A task that runs until it is let go, and tells who began."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self.begun: list[str] = []
        self._let_go: set[str] = set()

    def __call__(self, context: TaskContext, payload: dict[str, Any]) -> None:
        name = payload["name"]
        with self._changed:
            self.begun.append(name)
            self._changed.notify_all()

        def give_up() -> None:
            self.let_go(name)

        with context.stopping(give_up), self._changed:
            assert self._changed.wait_for(lambda: name in self._let_go, 20)
        context.check_cancelled()

    def let_go(self, *names: str) -> None:
        with self._changed:
            self._let_go.update(names)
            self._changed.notify_all()

    def until_begun(self, *names: str) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: set(names) <= set(self.begun), 20), self.begun


def ask(
    database: Database, queue: TaskQueue, name: str, *, of: str = "ask", priority: Priority = Priority.WAITED_FOR
) -> int:
    with database.write() as unit:
        return queue.enqueue(unit, of, name, {"name": name}, priority=priority)


def now(queue: TaskQueue, task_id: int) -> Task:
    task = queue.get(task_id)
    assert task is not None
    return task


def stand_still(database: Database, clock: FakeClock, *kinds: TaskKind, workers: int = 2) -> TaskQueue:
    """A queue without threads: the test takes each step itself."""
    queue = TaskQueue(database, ChildProcess(), clock=clock, workers=workers)
    for each in kinds:
        queue.register(each)
    return queue


def test_tasks_that_wait_for_an_answer_never_take_the_workers_that_read_files(database: Database) -> None:
    watch, held = TaskWatch(database), Held()
    with running_queue(
        database, kind("ask", held, lane=FAR), kind("read", lambda context, payload: None), workers=1
    ) as queue:
        asked = [ask(database, queue, name) for name in ("a", "b")]
        held.until_begun("a", "b")
        for _ in range(3):
            watch.until_state(ask(database, queue, "a file", of="read"), TaskState.SUCCEEDED)
        assert [now(queue, task_id).state for task_id in asked] == [TaskState.RUNNING] * 2
        held.let_go("a", "b")
        for task_id in asked:
            watch.until_state(task_id, TaskState.SUCCEEDED)


def test_no_more_run_at_once_than_there_are_seats_and_more_seats_count_at_once(database: Database) -> None:
    watch, held, seats = TaskWatch(database), Held(), [2]
    with running_queue(database, kind("ask", held, lane=FAR), kind("read", lambda context, payload: None)) as queue:
        queue.seat(FAR, lambda: seats[0])
        asked = {name: ask(database, queue, name) for name in "abcde"}
        held.until_begun("a", "b")
        watch.until_state(ask(database, queue, "a file", of="read"), TaskState.SUCCEEDED)
        assert queue._runner.run_next(FAR) is False, "both seats are taken"

        seats[0] = 4
        queue.wake(FAR)
        held.until_begun("c", "d")
        assert queue._runner.run_next(FAR) is False

        held.let_go("a")
        held.until_begun("e")
        held.let_go(*"bcde")
        for task_id in asked.values():
            watch.until_state(task_id, TaskState.SUCCEEDED)


def test_fewer_seats_let_what_runs_end_and_nothing_new_begin(database: Database) -> None:
    watch, held, seats = TaskWatch(database), Held(), [2]
    with running_queue(database, kind("ask", held, lane=FAR)) as queue:
        queue.seat(FAR, lambda: seats[0])
        asked = {name: ask(database, queue, name) for name in "abc"}
        held.until_begun("a", "b")
        seats[0] = 1
        held.let_go("a")
        watch.until_state(asked["a"], TaskState.SUCCEEDED)
        assert queue._runner.run_next(FAR) is False
        assert now(queue, asked["c"]).state is TaskState.QUEUED
        held.let_go("b", "c")
        watch.until_state(asked["c"], TaskState.SUCCEEDED)


def test_what_a_person_waits_for_goes_before_the_background_and_a_seat_is_kept_for_it(database: Database) -> None:
    watch, held = TaskWatch(database), Held()
    with running_queue(database, kind("ask", held, lane=FAR)) as queue:
        queue.seat(FAR, lambda: 2)
        background = {name: ask(database, queue, name, priority=Priority.BACKGROUND) for name in ("b1", "b2", "b3")}
        held.until_begun("b1")
        assert queue._runner.run_next(FAR) is False, "the last seat is not for them"

        waited_for = ask(database, queue, "me")
        held.until_begun("me")
        assert held.begun == ["b1", "me"]
        held.let_go("me", "b1", "b2", "b3")
        watch.until_state(waited_for, TaskState.SUCCEEDED)
        for task_id in background.values():
            watch.until_state(task_id, TaskState.SUCCEEDED)


def test_of_those_that_wait_the_more_urgent_begins_then_the_older(database: Database) -> None:
    order: list[str] = []

    def note(context: TaskContext, payload: dict[str, Any]) -> None:
        order.append(payload["name"])

    queue = stand_still(database, FakeClock(), kind("read", note))
    for name, priority in (
        ("pass", Priority.BACKGROUND),
        ("first", Priority.WAITED_FOR),
        ("second", Priority.WAITED_FOR),
    ):
        ask(database, queue, name, of="read", priority=priority)
    while queue._runner.run_next():
        pass
    assert order == ["first", "second", "pass"]


def test_one_seat_serves_the_background_too(database: Database) -> None:
    watch, held = TaskWatch(database), Held()
    held.let_go("b")
    with running_queue(database, kind("ask", held, lane=FAR)) as queue:
        queue.seat(FAR, lambda: 1)
        watch.until_state(ask(database, queue, "b", priority=Priority.BACKGROUND), TaskState.SUCCEEDED)


def test_one_that_fails_each_time_blocks_nobody(database: Database) -> None:
    watch = TaskWatch(database)

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        if payload["name"] == "bad":
            raise ValueError("a bug")
        if payload["name"] == "busy":
            raise UserError("Too many questions.", code="far-busy", transient=True, wait=3600)

    with running_queue(database, kind("ask", run, lane=FAR)) as queue:
        queue.seat(FAR, lambda: 1)
        bad, busy, good = (ask(database, queue, name) for name in ("bad", "busy", "good"))
        watch.until_state(good, TaskState.SUCCEEDED)
        watch.until_state(bad, TaskState.FAILED)
        assert now(queue, busy).state is TaskState.RETRYING, "it holds no seat while it waits"


def test_an_outage_is_outlasted_however_long_it_takes(database: Database) -> None:
    clock, away = FakeClock(), [True]

    def run(context: TaskContext, payload: dict[str, Any]) -> dict[str, object]:
        if away[0]:
            raise AWAY
        return {"said": "hello"}

    queue = stand_still(database, clock, kind("ask", run, lane=FAR))
    task_id = ask(database, queue, "a")
    pauses = []
    for _ in range(20):
        assert queue._runner.run_next(FAR)
        task = now(queue, task_id)
        assert (task.state, task.error) == (TaskState.RETRYING, "Nobody can be reached.")
        assert task.next_attempt is not None
        pauses.append((task.next_attempt - clock.now).total_seconds())
        assert queue._runner.run_next(FAR) is False, "too early"
        clock.advance(pauses[-1])
    assert pauses == [2, 4, *[60] * 18]
    away[0] = False
    assert queue._runner.run_next(FAR)
    assert now(queue, task_id).result == {"said": "hello"}


def test_the_end_of_an_outage_lets_what_waited_for_it_start_at_once(database: Database) -> None:
    clock, watch, away = FakeClock(), TaskWatch(database), [True]

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        if payload["name"] == "busy":
            raise UserError("Too many questions.", code="far-busy", transient=True, wait=3600)
        if away[0]:
            raise AWAY

    with running_queue(database, kind("ask", run, lane=FAR), clock=clock) as queue:
        first, second, busy = (ask(database, queue, name) for name in ("a", "b", "busy"))
        for task_id in (first, second, busy):
            watch.until_state(task_id, TaskState.RETRYING)
        away[0] = False
        queue.outage_over(FAR)
        for task_id in (first, second):
            watch.until_state(task_id, TaskState.SUCCEEDED)
        assert now(queue, busy).state is TaskState.RETRYING, "that one was asked to wait by somebody who was there"


def test_a_command_in_a_terminal_does_not_wait_for_the_end_of_an_outage(database: Database) -> None:
    clock = FakeClock()

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        raise AWAY

    queue = stand_still(database, clock, kind("ask", run, lane=FAR), workers=0)
    task_id = ask(database, queue, "a")
    for _ in range(4):
        queue._runner.run_this(task_id)
        clock.advance(60)
    assert (now(queue, task_id).state, now(queue, task_id).code) == (TaskState.FAILED, "far-unreachable")


def test_a_task_that_looks_again_later_gives_its_seat_back_and_has_not_failed(database: Database) -> None:
    clock, looks, order = FakeClock(), [3], []

    def look(context: TaskContext, payload: dict[str, Any]) -> dict[str, object]:
        order.append(payload["name"])
        if payload["name"] == "other":
            return {}
        looks[0] -= 1
        if looks[0]:
            raise LookAgain(timedelta(minutes=10), "Claude works on it", 0.25)
        return {"there": True}

    queue = stand_still(database, clock, kind("ask", look, lane=FAR))
    queue.seat(FAR, lambda: 1)
    task_id, other = ask(database, queue, "batch"), ask(database, queue, "other")
    assert queue._runner.run_next(FAR)
    waiting = now(queue, task_id)
    assert (waiting.state, waiting.note, waiting.progress) == (TaskState.QUEUED, "Claude works on it", 0.25)
    assert (waiting.attempts, waiting.error) == (0, "")
    assert queue._runner.run_next(FAR)
    assert now(queue, other).state is TaskState.SUCCEEDED
    assert queue._runner.run_next(FAR) is False, "too early to look again"
    for _ in range(2):
        clock.advance(600)
        assert queue._runner.run_next(FAR)
    assert (now(queue, task_id).state, now(queue, task_id).attempts) == (TaskState.SUCCEEDED, 1)
    assert order == ["batch", "other", "batch", "batch"]


def test_one_that_waits_to_look_again_is_cancelled_at_once(database: Database) -> None:
    clock = FakeClock()

    def look(context: TaskContext, payload: dict[str, Any]) -> None:
        raise LookAgain(timedelta(minutes=10))

    queue = stand_still(database, clock, kind("ask", look, lane=FAR))
    task_id = ask(database, queue, "batch")
    queue._runner.run_next(FAR)
    queue.cancel(task_id)
    clock.advance(601)
    assert queue._runner.run_next(FAR) is False
    assert now(queue, task_id).state is TaskState.CANCELLED


@pytest.mark.parametrize("repeatable", [True, False])
def test_leaving_ends_what_waits_and_only_what_costs_nothing_goes_on_by_itself(
    database: Database, repeatable: bool
) -> None:
    held = Held()
    with running_queue(database, kind("ask", held, lane=FAR, repeatable=repeatable)) as queue:
        task_id, waiting = ask(database, queue, "a"), None
        queue.seat(FAR, lambda: 1)
        held.until_begun("a")
        waiting = ask(database, queue, "b")
    left = now(queue, task_id)
    assert now(queue, waiting).state is TaskState.QUEUED, "nothing was sent for it: it starts with the next start"
    if repeatable:
        assert (left.state, left.interrupted) == (TaskState.QUEUED, False)
    else:
        assert (left.state, left.interrupted, left.code) == (TaskState.FAILED, True, "left-by-quit")


def test_a_seat_held_by_another_process_counts(database: Database) -> None:
    """Two windows can't be open on one folder, but a command beside it asks Claude too."""
    held, clock = Held(), FakeClock()
    beside = stand_still(database, clock, kind("ask", held, lane=FAR), workers=0)
    ours = stand_still(database, clock, kind("ask", held, lane=FAR))
    ours.seat(FAR, lambda: 1)
    theirs = ask(database, beside, "theirs")

    def run() -> None:
        with suppress(Cancelled):
            beside.run_here(theirs)

    thread = threading.Thread(target=run)
    thread.start()
    held.until_begun("theirs")
    task_id = ask(database, ours, "ours")
    assert ours._runner.run_next(FAR) is False
    held.let_go("theirs", "ours")
    thread.join(20)
    assert ours._runner.run_next(FAR)
    assert now(ours, task_id).state is TaskState.SUCCEEDED
    assert beside.stop()
