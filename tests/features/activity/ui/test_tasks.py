"""The list of tasks says what became of each and offers what can be done about it, while it happens."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.activity.service import ActivityService
from careercoach_desktop.features.activity.ui.task_list import TaskList
from careercoach_desktop.features.activity.ui.words import task_line
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import TaskContext, TaskKind
from careercoach_desktop.foundation.uikit import Desk
from careercoach_desktop.foundation.uikit.gallery import sample_task
from tests.support.tasks import enqueue
from tests.support.windows import settle
from tests.support.workspace import Place


@pytest.fixture
def tasks(desk: Desk, service: ActivityService, show: Callable[..., QWidget]) -> TaskList:
    made = TaskList(desk, service)
    show(made).resize(900, 600)
    return made


def listed(tasks: TaskList) -> list[tuple[str, TaskState]]:
    return [(row.task.title, row.task.state) for row in tasks.rows]


def fail(_context: TaskContext, _payload: dict[str, object]) -> None:
    raise UserError("Claude does not accept your key.", "Enter a new one.", code="claude-key-refused", place="settings")


def test_nothing_yet_is_said_with_one_sentence(tasks: TaskList) -> None:
    assert tasks._empty.isVisible()
    assert not tasks._scroll.isVisible()


def test_a_task_is_followed_from_its_start_to_its_end(
    tasks: TaskList, place: Place, database: Database, qtbot: QtBot
) -> None:
    goes_on = threading.Event()

    def brew(context: TaskContext, _payload: dict[str, object]) -> None:
        context.progress(0.5, "Boiling")
        goes_on.wait(10)

    place.queue.register(TaskKind("brew", brew))
    enqueue(database, place.queue, "brew")
    qtbot.waitUntil(lambda: listed(tasks) == [("Doing brew", TaskState.QUEUED)])
    place.queue.start()
    qtbot.waitUntil(lambda: tasks.rows[0]._bar.value() == 0.5)
    assert "Boiling" in tasks.rows[0]._state.text()
    assert tasks.rows[0].cancel.isVisible()
    goes_on.set()
    qtbot.waitUntil(lambda: listed(tasks) == [("Doing brew", TaskState.SUCCEEDED)])
    assert tasks.rows[0]._state.text().startswith("Done · ")
    assert not tasks.rows[0].cancel.isVisible()


def test_a_running_task_can_be_cancelled_and_started_again(
    tasks: TaskList, place: Place, database: Database, qtbot: QtBot
) -> None:
    def wait(context: TaskContext, _payload: dict[str, object]) -> None:
        told = threading.Event()
        with context.stopping(told.set):
            told.wait(10)
        context.check_cancelled()

    place.queue.register(TaskKind("wait", wait))
    enqueue(database, place.queue, "wait")
    place.queue.start()
    qtbot.waitUntil(lambda: bool(tasks.rows) and tasks.rows[0].task.state is TaskState.RUNNING)
    tasks.rows[0].cancel.click()
    qtbot.waitUntil(lambda: tasks.rows[0].task.state is TaskState.CANCELLED)
    tasks.rows[0].again.click()
    qtbot.waitUntil(lambda: tasks.rows[0].task.state is TaskState.RUNNING)


def test_a_failure_says_what_to_do_and_leads_there(
    tasks: TaskList, desk: Desk, place: Place, database: Database, qtbot: QtBot
) -> None:
    place.queue.register(TaskKind("fail", fail))
    enqueue(database, place.queue, "fail")
    place.queue.start()
    qtbot.waitUntil(lambda: bool(tasks.rows) and tasks.rows[0].task.state is TaskState.FAILED)
    [row] = tasks.rows
    assert row._problem.text() == "Claude does not accept your key. Enter a new one."
    assert row.remedy.isVisible()
    with qtbot.waitSignal(desk.open_requested) as asked:
        row.remedy.click()
    assert asked.args == ["settings", "claude"]


def test_dismissed_here_or_elsewhere_it_leaves_the_list(
    tasks: TaskList, place: Place, database: Database, qtbot: QtBot, await_: Callable, desk: Desk
) -> None:
    place.queue.register(TaskKind("fail", fail))
    for _ in range(2):
        enqueue(database, place.queue, "fail")
    place.queue.start()
    qtbot.waitUntil(lambda: [state for _, state in listed(tasks)] == [TaskState.FAILED] * 2)
    newest, oldest = tasks.rows
    newest.dismiss.click()
    qtbot.waitUntil(lambda: [row.task.id for row in tasks.rows] == [oldest.task.id])
    await_(desk.run(place.queue.dismiss, oldest.task.id))
    qtbot.waitUntil(lambda: not tasks.rows)
    assert tasks._empty.isVisible()


def test_newest_first_and_older_ones_on_demand(
    desk: Desk,
    place: Place,
    database: Database,
    service: ActivityService,
    show: Callable[..., QWidget],
    qtbot: QtBot,
) -> None:
    place.queue.register(TaskKind("fail", fail))
    ids = [enqueue(database, place.queue, "fail") for _ in range(53)]
    tasks = TaskList(desk, service)
    show(tasks)
    qtbot.waitUntil(tasks._older.isVisible)
    assert [row.task.id for row in tasks.rows] == ids[:2:-1]
    tasks._older.click()
    qtbot.waitUntil(lambda: [row.task.id for row in tasks.rows] == ids[::-1])
    assert not tasks._older.isVisible()


def test_a_retry_says_how_often_and_when() -> None:
    waiting = sample_task(1, "Brewing", TaskState.RETRYING)
    soon = datetime.now(UTC) + timedelta(seconds=1)
    said = task_line(replace(waiting, attempts=2, next_attempt=soon))
    assert said.startswith("Will be tried again · tried twice so far · next try at ")


def test_the_line_above_the_first_row_goes_with_the_order(
    tasks: TaskList, place: Place, database: Database, qtbot: QtBot, qapp: object
) -> None:
    place.queue.register(TaskKind("fail", fail))
    for _ in range(3):
        enqueue(database, place.queue, "fail")
    qtbot.waitUntil(lambda: len(tasks.rows) == 3)
    settle(qapp)  # type: ignore[arg-type]
    assert [row._line.isVisible() for row in tasks.rows] == [False, True, True]
