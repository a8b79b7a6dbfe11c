"""Long work of a command: run here, cancelled or left by Ctrl+C, and told on one line."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.feature import Provider
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import TaskContext, TaskQueue
from careercoach_desktop.foundation.terminal import shell as shell_module
from careercoach_desktop.foundation.terminal.shell import Shell, progress_words, target
from tests.support.tasks import enqueue, kind


@dataclass
class Folder:
    """A data folder with nothing but a database and a queue."""

    folder: Path
    provider: Provider


@pytest.fixture
def queue(database: Database) -> Iterator[TaskQueue]:
    child = ChildProcess()
    made = TaskQueue(database, child, workers=0)
    yield made
    made.stop()
    child.stop()


@pytest.fixture
def shell(database: Database, queue: TaskQueue) -> Shell:
    provider = Provider()
    provider.offer(Database, lambda: database)
    provider.offer(TaskQueue, lambda: queue)
    folder = database.path.parent
    return Shell(lambda _folder, _child: Folder(folder, provider), lambda: folder)


def until_told(begun: threading.Event) -> Any:
    """A task that runs until it is told to stop."""

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        begun.set()
        while True:
            context.check_cancelled()
            threading.Event().wait(0.01)

    return run


def press_ctrl_c_when(begun: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python raises KeyboardInterrupt where the main thread waits; so does this, once the task runs."""
    waits, pressed = shell_module._watched, False

    def watched(ending: Any) -> Any:
        nonlocal pressed
        if not pressed:
            pressed = True
            assert begun.wait(20)
            raise KeyboardInterrupt
        return waits(ending)

    monkeypatch.setattr(shell_module, "_watched", watched)


def test_own_tasks_are_run_and_what_they_queue_too(shell: Shell, database: Database, queue: TaskQueue) -> None:
    ran: list[str] = []

    def first(context: TaskContext, payload: dict[str, Any]) -> None:
        ran.append("first")
        enqueue(database, queue, "second")

    queue.register(kind("first", first))
    queue.register(kind("second", lambda context, payload: ran.append("second")))
    theirs = enqueue(database, queue, "second")  # before the command opened anything
    shell.open()
    enqueue(database, queue, "first")
    shell.finish_own()
    assert ran == ["first", "second"]
    other = queue.get(theirs)
    assert other is not None
    assert other.state is TaskState.QUEUED


def test_ctrl_c_cancels_what_was_asked_for(
    shell: Shell, database: Database, queue: TaskQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()
    queue.register(kind("endless", until_told(begun)))
    shell.open()
    task_id = enqueue(database, queue, "endless")
    press_ctrl_c_when(begun, monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        shell.finish_own()
    task = queue.get(task_id)
    assert task is not None
    assert task.state is TaskState.CANCELLED


def test_ctrl_c_leaves_for_later_what_only_follows(
    shell: Shell, database: Database, queue: TaskQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, follower = threading.Event(), []

    def first(context: TaskContext, payload: dict[str, Any]) -> None:
        follower.append(enqueue(database, queue, "endless"))

    queue.register(kind("first", first))
    queue.register(kind("endless", until_told(begun)))
    shell.open()
    shell.finish(enqueue(database, queue, "first"))
    shell._queued.pop(0)
    press_ctrl_c_when(begun, monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        shell.finish(follower[0], leave=True)
    task = queue.get(follower[0])
    assert task is not None
    assert (task.state, task.attempts) == (TaskState.QUEUED, 0)


def test_a_failed_task_is_an_error_to_tell(shell: Shell, database: Database, queue: TaskQueue) -> None:
    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        raise UserError("The page is gone.", "Paste its text.")

    queue.register(kind("fetch", run))
    done = shell.finish(enqueue(database, queue, "fetch"))
    with pytest.raises(UserError, match="The page is gone"):
        shell.require_done(done)


def test_progress_is_said_in_one_line(shell: Shell, database: Database, queue: TaskQueue) -> None:
    said: list[str] = []

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        context.progress(0.4, "Drawing the first page\x1b[2J")

    queue.register(kind("read", run))
    queue.run_here(enqueue(database, queue, "read"), lambda task: said.append(progress_words(task)))
    assert said[2] == "Doing read · 40 % · Drawing the first page"


def test_a_result_is_never_written_over_by_accident(tmp_path: Path) -> None:
    there = tmp_path / "there.pdf"
    assert target(there, force=False) == there
    there.touch()
    with pytest.raises(UserError) as told:
        target(there, force=False)
    assert told.value.code == "file-exists"
    assert target(there, force=True) == there
    with pytest.raises(UserError) as told:
        target(tmp_path / "nowhere" / "x.pdf", force=True)
    assert told.value.code == "folder-missing"
