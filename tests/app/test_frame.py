"""What stands around every page: the strip tells what runs and what went wrong, the sidebar who and how many."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from careercoach_desktop.app.welcome import WelcomePage
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.settings.service import BackupService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import TaskKind, TaskQueue
from tests.support.application import Running
from tests.support.dialogs import button
from tests.support.windows import Await

KIND = "tests.brewing"


@pytest.fixture
def open_window(running: Running) -> Running:
    running.start()
    running.page(WelcomePage)
    return running


def fail(*_arguments: object) -> None:
    raise UserError("The kettle is empty.", "Fill it.", code="kettle")


def begin(window: Running) -> int:
    """Queue a task that fails; its id."""
    queue = window.provider.get(TaskQueue)
    with window.provider.get(Database).write() as unit:
        return queue.enqueue(unit, KIND, "Brewing tea", {})


def test_a_task_that_failed_stays_in_the_strip_until_it_is_dismissed(
    open_window: Running, await_: Await, qtbot: QtBot
) -> None:
    strip, queue = open_window.window.strip, open_window.provider.get(TaskQueue)
    queue.register(TaskKind(KIND, fail))
    task_id = await_(open_window.desk.run(begin, open_window))
    qtbot.waitUntil(strip._dismiss.isVisible, timeout=20_000)
    assert "Brewing tea" in strip.text()
    button(strip, strip._dismiss.text()).click()
    qtbot.waitUntil(lambda: strip.text().startswith("Everything is saved"))
    task = await_(open_window.desk.run(queue.get, task_id))
    assert task is not None
    assert task.state is TaskState.FAILED, "its record stays"


def test_a_backup_is_said_in_the_strip(open_window: Running, await_: Await, qtbot: QtBot) -> None:
    strip = open_window.window.strip
    qtbot.waitUntil(lambda: strip.text() == "Everything is saved")
    await_(open_window.desk.work(open_window.provider.get(BackupService).back_up_daily))
    qtbot.waitUntil(lambda: strip.text().startswith("Everything is saved · last backup "))


def test_the_sidebar_counts_the_jobs_and_names_the_person(open_window: Running, await_: Await, qtbot: QtBot) -> None:
    desk, sidebar = open_window.desk, open_window.window.sidebar
    jobs = open_window.provider.get(JobService)
    added = await_(desk.run(jobs.add_manually, Posting(title="Baker")))
    qtbot.waitUntil(lambda: sidebar.entry("jobs").count == 1)
    await_(desk.run(jobs.delete, [added.job_id]))
    qtbot.waitUntil(lambda: sidebar.entry("jobs").count is None)
    await_(desk.run(open_window.provider.get(ProfileService).save, Profile(name="Lena Marsh")))
    qtbot.waitUntil(lambda: "Lena Marsh" in sidebar._person.accessibleName())
