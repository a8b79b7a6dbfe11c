"""The life of a task in one process: asked for, run, told, cancelled, started again, forgotten."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import TaskContext, TaskQueue
from tests.support.tasks import FakeClock, TaskWatch, enqueue, kind, running_queue


def test_a_task_runs_and_everyone_hears_of_each_step(database: Database) -> None:
    watch = TaskWatch(database)

    def shout(context: TaskContext, payload: dict[str, Any]) -> dict[str, object]:
        context.progress(0.5, "Halfway")
        return {"said": payload["word"].upper()}

    with running_queue(database, kind("shout", shout)) as queue:
        task_id = enqueue(database, queue, "shout", {"word": "hello"})
        done = watch.until_state(task_id, TaskState.SUCCEEDED)

    assert done.result == {"said": "HELLO"}
    assert (done.title, done.subject, done.attempts, done.progress) == ("Doing shout", "resume:1", 1, 1.0)
    assert done.started is not None
    assert done.finished is not None
    told = [(task.state, task.progress) for task in watch.of(task_id)]
    assert told == [
        (TaskState.QUEUED, None),
        (TaskState.RUNNING, None),
        (TaskState.RUNNING, 0.5),
        (TaskState.SUCCEEDED, 1.0),
    ]
    assert queue.active() == []
    assert queue.get(task_id) == done


def test_a_task_of_a_transaction_that_is_rolled_back_never_existed(database: Database) -> None:
    watch = TaskWatch(database)
    ran = threading.Event()

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        ran.set()

    with running_queue(database, kind("a", run), kind("marker", lambda context, payload: None)) as queue:
        with pytest.raises(ZeroDivisionError), database.write() as unit:
            _ = queue.enqueue(unit, "a", "Never", {}) / 0
        marker = enqueue(database, queue, "marker")
        watch.until_state(marker, TaskState.SUCCEEDED)
        assert [task.id for task in queue.latest()] == [marker]
    assert not ran.is_set()


def test_two_tasks_run_at_the_same_time_and_the_third_waits(database: Database) -> None:
    watch = TaskWatch(database)
    meeting, release = threading.Barrier(3, timeout=20), threading.Event()

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        if payload["meet"]:
            meeting.wait()
            release.wait(20)

    with running_queue(database, kind("a", run)) as queue:
        first, second = (enqueue(database, queue, "a", {"meet": True}) for _ in range(2))
        third = enqueue(database, queue, "a", {"meet": False})
        meeting.wait()
        assert [task.state for task in queue.active()] == [TaskState.RUNNING, TaskState.RUNNING, TaskState.QUEUED]
        release.set()
        for task_id in (first, second, third):
            watch.until_state(task_id, TaskState.SUCCEEDED)


def test_a_waiting_task_is_cancelled_at_once_and_never_runs(database: Database) -> None:
    queue = TaskQueue(database, ChildProcess())
    queue.register(kind("a", lambda context, payload: pytest.fail("it ran")))
    task_id = enqueue(database, queue, "a")
    queue.cancel(task_id)
    task = queue.get(task_id)
    assert task is not None
    assert task.state is TaskState.CANCELLED
    assert task.finished is not None
    assert queue._runner.run_next() is False


def test_a_running_task_stops_at_its_next_step_when_cancelled(database: Database) -> None:
    watch = TaskWatch(database)
    asked = threading.Event()

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        context.progress(0.1, "started")
        assert asked.wait(20)
        context.check_cancelled()
        pytest.fail("it went on")

    with running_queue(database, kind("a", run)) as queue:
        task_id = enqueue(database, queue, "a")
        watch.until(lambda task: task.note == "started")
        queue.cancel(task_id)
        assert watch.until(lambda task: task.cancelling).state is TaskState.RUNNING
        asked.set()
        over = watch.until_state(task_id, TaskState.CANCELLED)
    assert not over.cancelling
    assert over.error == ""


def test_a_user_error_is_shown_as_it_is_and_not_tried_again(database: Database) -> None:
    watch = TaskWatch(database)

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        raise UserError("This PDF is protected by a password.", "Save a copy without one.", code="pdf-encrypted")

    with running_queue(database, kind("a", run)) as queue:
        failed = watch.until_state(enqueue(database, queue, "a"), TaskState.FAILED)
    assert (failed.error, failed.next_step) == ("This PDF is protected by a password.", "Save a copy without one.")
    assert (failed.attempts, failed.interrupted) == (1, False)


def test_a_bug_fails_the_task_kindly_and_is_logged_without_what_it_said(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    watch = TaskWatch(database)

    def run(context: TaskContext, payload: dict[str, Any]) -> dict[str, object]:
        if "person" in payload:
            raise ValueError(payload["person"])
        return {}

    with running_queue(database, kind("a", run)) as queue:
        failed = watch.until_state(
            enqueue(database, queue, "a", {"person": "Lena Marsh, 12 Harbour Street"}), TaskState.FAILED
        )
        watch.until_state(enqueue(database, queue, "a"), TaskState.SUCCEEDED)  # the worker is still alive

    assert failed.error == "Something went wrong on our side."
    assert failed.next_step.startswith("Your data is safe.")
    assert "ValueError" in caplog.text
    assert "test_queue.py" in caplog.text
    assert "Lena" not in caplog.text


def test_a_result_that_cannot_be_kept_is_a_bug_of_the_task(database: Database) -> None:
    watch = TaskWatch(database)
    with running_queue(database, kind("a", lambda context, payload: {"when": object()})) as queue:
        failed = watch.until_state(enqueue(database, queue, "a"), TaskState.FAILED)
    assert failed.error == "Something went wrong on our side."


def test_a_failed_task_starts_again_with_all_its_tries(database: Database) -> None:
    watch = TaskWatch(database)
    broken = threading.Event()
    broken.set()

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        if broken.is_set():
            raise UserError("The disk is full.", "Free some space.", code="disk-full")

    with running_queue(database, kind("a", run)) as queue:
        task_id = enqueue(database, queue, "a")
        watch.until_state(task_id, TaskState.FAILED)
        broken.clear()
        queue.again(task_id)
        done = watch.until_state(task_id, TaskState.SUCCEEDED)
        queue.again(task_id)
        assert queue.get(task_id) == done, "what succeeded is not done twice"
    assert (done.error, done.next_step, done.attempts) == ("", "", 1)


def test_progress_is_written_at_most_five_times_a_second_and_the_last_word_counts(database: Database) -> None:
    watch = TaskWatch(database)
    heard = threading.Event()

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        for step in range(1000):
            context.progress(step / 1000, f"step {step}")
        assert heard.wait(20)

    with running_queue(database, kind("a", run)) as queue:
        task_id = enqueue(database, queue, "a")
        last = watch.until(lambda task: task.note == "step 999")
        heard.set()
        watch.until_state(task_id, TaskState.SUCCEEDED)
        first = watch.until(lambda task: task.note == "step 0")
    assert last.progress == 0.999
    between = watch.of(task_id)[watch.of(task_id).index(first) : watch.of(task_id).index(last) + 1]
    assert len(between) <= 15, "a thousand steps took far less than three seconds"


def test_events_of_one_task_arrive_in_the_order_they_were_committed(database: Database) -> None:
    watch = TaskWatch(database)

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        for step in range(20):
            context.progress(step / 20)

    with running_queue(database, kind("a", run)) as queue:
        ids = [enqueue(database, queue, "a") for _ in range(30)]
        for task_id in ids:
            watch.until_state(task_id, TaskState.SUCCEEDED)
    for task_id in ids:
        states = [task.state for task in watch.of(task_id)]
        assert states == sorted(states, key=[TaskState.QUEUED, TaskState.RUNNING, TaskState.SUCCEEDED].index)


def test_a_clean_stop_puts_running_work_back_and_the_next_start_finishes_it(database: Database) -> None:
    watch = TaskWatch(database)
    attempts: list[int] = []

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        attempts.append(1)
        while len(attempts) == 1:
            context.progress(0.2, "underway")

    with running_queue(database, kind("a", run)) as queue:
        task_id = enqueue(database, queue, "a")
        watch.until(lambda task: task.note == "underway")
    put_back = queue.get(task_id)
    assert put_back is not None
    assert (put_back.state, put_back.attempts, put_back.interrupted) == (TaskState.QUEUED, 0, False)
    with running_queue(database, kind("a", run)):
        watch.until_state(task_id, TaskState.SUCCEEDED)
    assert list(database.path.parent.glob("worker-*.lock")) == []


def test_a_task_that_will_not_stop_is_not_waited_for_and_keeps_its_claim(database: Database) -> None:
    watch, stubborn = TaskWatch(database), threading.Event()

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        context.progress(None, "deaf")
        assert stubborn.wait(20)

    queue = TaskQueue(database, ChildProcess())
    queue.register(kind("a", run))
    queue.start()
    task_id = enqueue(database, queue, "a")
    watch.until(lambda task: task.note == "deaf")
    assert queue.stop(timeout=0.1) is False
    left = queue.get(task_id)
    assert left is not None
    assert left.state is TaskState.RUNNING, "the next start will find it interrupted unless it ends by itself"
    stubborn.set()
    watch.until_state(task_id, TaskState.SUCCEEDED)
    assert queue.stop() is True


def test_a_task_of_a_kind_nobody_registered_waits_for_a_version_that_knows_it(database: Database) -> None:
    queue = TaskQueue(database, ChildProcess())
    queue.register(kind("a", lambda context, payload: None))
    task_id = enqueue(database, queue, "a")
    with running_queue(database, kind("b", lambda context, payload: None)) as other:
        watch = TaskWatch(database)
        watch.until_state(enqueue(database, other, "b"), TaskState.SUCCEEDED)
        assert [task.id for task in other.active()] == [task_id]
        with pytest.raises(KeyError), database.write() as unit:
            other.enqueue(unit, "a", "Unknown here", {})


def test_payloads_that_cannot_be_kept_are_refused_when_asked_for(database: Database) -> None:
    queue = TaskQueue(database, ChildProcess())
    queue.register(kind("a", lambda context, payload: None))
    with pytest.raises(TypeError), database.write() as unit:
        queue.enqueue(unit, "a", "Unkeepable", {"file": object()})
    assert queue.latest() == []


def test_done_work_is_forgotten_after_a_month_but_failures_are_kept(database: Database) -> None:
    clock, watch = FakeClock(), TaskWatch(database)

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        if payload:
            raise UserError("No.", code="no")

    with running_queue(database, kind("a", run), clock=clock) as queue:
        done, failed = enqueue(database, queue, "a"), enqueue(database, queue, "a", {"fail": True})
        watch.until_state(done, TaskState.SUCCEEDED)
        watch.until_state(failed, TaskState.FAILED)
        clock.now += timedelta(days=30)
        queue._prune()
        assert queue.get(done) is not None
        clock.now += timedelta(days=2)
        queue._prune()
        assert [task.id for task in queue.latest()] == [failed]
        queue.dismiss(failed)
        assert queue.latest() == []
        assert queue.get(failed) is not None
