"""What stands around every page: the strip tells what runs and what went wrong, the sidebar who and how many."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from careercoach_desktop.app.welcome import WelcomePage
from careercoach_desktop.features.activity.ui.activity_page import ActivityPage
from careercoach_desktop.features.interviews.model import InterviewOutcome, InterviewPlan, When
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.settings.service import BackupService
from careercoach_desktop.features.settings.ui.settings_page import SettingsPage
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.model import CallRecorded, ClaudeReached, ClaudeUnreachable
from careercoach_desktop.foundation.llm.store import LedgerStore
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import TaskKind, TaskQueue
from tests.support.application import Running
from tests.support.dialogs import button, toasts
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


def test_a_failure_that_settings_can_mend_leads_there(open_window: Running, await_: Await, qtbot: QtBot) -> None:
    strip, queue = open_window.window.strip, open_window.provider.get(TaskQueue)

    def refuse(*_arguments: object) -> None:
        raise UserError("There is no Claude key yet.", "Add yours.", code="claude-no-key", place="settings")

    queue.register(TaskKind(KIND, refuse))
    await_(open_window.desk.run(begin, open_window))
    qtbot.waitUntil(strip._remedy.isVisible, timeout=20_000)
    button(strip, "Open Settings").click()
    assert open_window.page(SettingsPage).section == "claude"


def test_a_click_on_the_strip_opens_activity_and_the_sidebar_counts_what_runs(
    open_window: Running, await_: Await, qtbot: QtBot
) -> None:
    goes_on = threading.Event()
    open_window.provider.get(TaskQueue).register(TaskKind(KIND, lambda *_: goes_on.wait(10) and None))
    await_(open_window.desk.run(begin, open_window))
    entry = open_window.window.sidebar.entry("activity")
    qtbot.waitUntil(lambda: entry.count == 1, timeout=20_000)
    qtbot.mouseClick(open_window.window.strip, Qt.MouseButton.LeftButton)
    page = open_window.page(ActivityPage)
    qtbot.waitUntil(lambda: [row.task.title for row in page.tasks.rows] == ["Brewing tea"])
    goes_on.set()
    qtbot.waitUntil(lambda: entry.count is None, timeout=20_000)


def test_the_strip_shows_what_the_month_cost_once_something_was_spent(open_window: Running, qtbot: QtBot) -> None:
    strip, database = open_window.window.strip, open_window.provider.get(Database)
    qtbot.waitUntil(lambda: strip.text() == "Everything is saved")
    assert not strip._trailing.isVisible()
    call = {"agent": "a", "agent_version": 1, "model": "m", "endpoint": "e", "outcome": "ANSWERED"}

    def spend() -> None:
        with database.write() as unit:
            add = LedgerStore(unit.session).add
            unit.emit(CallRecorded(add(call | {"cost": 1_420_000_000, "started": utc_now()})))

    open_window.desk.start(open_window.desk.run(spend))
    month = QLocale().standaloneMonthName(utc_now().astimezone().month)
    qtbot.waitUntil(lambda: strip._trailing.text() == f"{month}: $1.42 of $10")
    settings = open_window.provider.get(SettingsService)
    open_window.desk.start(open_window.desk.run(lambda: settings.choose(claude_monthly_budget=None)))
    qtbot.waitUntil(lambda: strip._trailing.text() == f"{month}: $1.42")


def test_a_claude_that_cannot_be_reached_is_said_once_until_it_answers(open_window: Running, qtbot: QtBot) -> None:
    strip, bus = open_window.window.strip, open_window.provider.get(Database).bus
    said = "Claude can’t be reached. Everything that needs no Claude goes on."
    for _ in range(3):
        bus.tell(ClaudeUnreachable("api.anthropic.com"))
    qtbot.waitUntil(lambda: toasts(open_window.desk) == [said])
    assert strip.text().endswith("Claude can’t be reached at the moment")
    bus.tell(ClaudeReached("api.anthropic.com"))
    qtbot.waitUntil(lambda: toasts(open_window.desk) == [])
    assert strip.text().startswith("Everything is saved")
    assert "reached" not in strip.text()
    bus.tell(ClaudeUnreachable("localhost:11434"))
    qtbot.waitUntil(lambda: any("The server at localhost:11434" in text for text in toasts(open_window.desk)))


def test_a_backup_is_said_in_the_strip(open_window: Running, await_: Await, qtbot: QtBot) -> None:
    strip = open_window.window.strip
    qtbot.waitUntil(lambda: strip.text() == "Everything is saved")
    await_(open_window.desk.work(open_window.provider.get(BackupService).back_up_daily))
    qtbot.waitUntil(lambda: strip.text().startswith("Everything is saved · last backup "))


def test_the_sidebar_counts_the_interviews_that_are_to_come(open_window: Running, await_: Await, qtbot: QtBot) -> None:
    desk, entry = open_window.desk, open_window.window.sidebar.entry("interviews")
    interviews = open_window.provider.get(InterviewService)
    added = await_(desk.run(open_window.provider.get(JobService).add_manually, Posting(title="Baker")))
    tomorrow = When.at(utc_now() + timedelta(days=1), "UTC")
    arranged = await_(desk.run(interviews.schedule, added.job_id, InterviewPlan(when=tomorrow)))
    qtbot.waitUntil(lambda: entry.count == 1)
    await_(desk.run(interviews.change, arranged.id, {"outcome": InterviewOutcome.CANCELLED}))
    qtbot.waitUntil(lambda: entry.count is None)


def test_the_sidebar_counts_the_jobs_and_names_the_person(open_window: Running, await_: Await, qtbot: QtBot) -> None:
    desk, sidebar = open_window.desk, open_window.window.sidebar
    jobs = open_window.provider.get(JobService)
    added = await_(desk.run(jobs.add_manually, Posting(title="Baker")))
    qtbot.waitUntil(lambda: sidebar.entry("jobs").count == 1)
    await_(desk.run(jobs.archive, [added.job_id]))
    qtbot.waitUntil(lambda: sidebar.entry("jobs").count is None)
    await_(desk.run(jobs.archive, [added.job_id], archived=False))
    qtbot.waitUntil(lambda: sidebar.entry("jobs").count == 1)
    await_(desk.run(jobs.delete, [added.job_id]))
    qtbot.waitUntil(lambda: sidebar.entry("jobs").count is None)
    await_(desk.run(open_window.provider.get(ProfileService).save, Profile(name="Lena Marsh")))
    qtbot.waitUntil(lambda: "Lena Marsh" in sidebar._person.accessibleName())
