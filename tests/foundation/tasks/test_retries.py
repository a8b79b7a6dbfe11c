"""Trying again: only for errors worth it, three times, after 2, 4 and 8 seconds."""

from __future__ import annotations

from typing import Any

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.model import Task, TaskState
from careercoach_desktop.foundation.tasks.queue import TaskContext, TaskQueue
from tests.support.tasks import FakeClock, TaskWatch, enqueue, kind, running_queue


class Flaky:
    """Fails ``times`` times, then works."""

    def __init__(self, times: int, error: Exception) -> None:
        self.left, self.error = times, error

    def __call__(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object]:
        if self.left:
            self.left -= 1
            raise self.error
        return {"worked": True}


BUSY = UserError("The page did not answer.", "Check your connection.", code="web-timeout", transient=True)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def stand_still(database: Database, clock: FakeClock, *kinds: Any) -> TaskQueue:
    """A queue without threads: the test takes each step itself."""
    queue = TaskQueue(database, ChildProcess(), clock=clock)
    for each in kinds:
        queue.register(each)
    return queue


def now(queue: TaskQueue, task_id: int) -> Task:
    task = queue.get(task_id)
    assert task is not None
    return task


def test_waits_two_four_and_eight_seconds_then_gives_up(database: Database, clock: FakeClock) -> None:
    queue = stand_still(database, clock, kind("a", Flaky(99, BUSY)))
    task_id = enqueue(database, queue, "a")
    for attempt, pause in enumerate((2, 4, 8), start=1):
        assert queue._runner.run_next()
        task = now(queue, task_id)
        assert (task.state, task.attempts, task.error) == (TaskState.RETRYING, attempt, "The page did not answer.")
        assert task.next_attempt is not None
        assert (task.next_attempt - clock.now).total_seconds() == pause
        clock.advance(pause - 0.001)
        assert queue._runner.run_next() is False, "too early"
        clock.advance(0.001)
    assert queue._runner.run_next()
    task = now(queue, task_id)
    assert (task.state, task.attempts, task.next_step) == (TaskState.FAILED, 4, "Check your connection.")
    clock.advance(3600)
    assert queue._runner.run_next() is False


def test_success_after_a_retry_leaves_no_trace_of_the_error(database: Database, clock: FakeClock) -> None:
    queue = stand_still(database, clock, kind("a", Flaky(1, BUSY)))
    task_id = enqueue(database, queue, "a")
    queue._runner.run_next()
    clock.advance(2)
    queue._runner.run_next()
    task = now(queue, task_id)
    assert (task.state, task.error, task.next_attempt) == (TaskState.SUCCEEDED, "", None)


def test_a_task_waiting_for_its_retry_can_be_cancelled(database: Database, clock: FakeClock) -> None:
    queue = stand_still(database, clock, kind("a", Flaky(99, BUSY)))
    task_id = enqueue(database, queue, "a")
    queue._runner.run_next()
    queue.cancel(task_id)
    clock.advance(60)
    assert queue._runner.run_next() is False
    assert now(queue, task_id).state is TaskState.CANCELLED


def test_the_threads_wake_up_for_a_retry_by_themselves(database: Database, clock: FakeClock) -> None:
    watch = TaskWatch(database)
    with running_queue(database, kind("a", Flaky(1, BUSY)), clock=clock) as queue:
        task_id = enqueue(database, queue, "a")
        watch.until_state(task_id, TaskState.RETRYING)
        clock.advance(2)
        queue._nudge()
        watch.until_state(task_id, TaskState.SUCCEEDED)
