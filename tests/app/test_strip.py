"""The activity strip tells what is so, also when that changes while it looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from careercoach_desktop.app.activity import StripPresenter
from careercoach_desktop.features.activity.service import ActivityService
from careercoach_desktop.features.tailoring.service import TAILOR
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.model import Task
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.uikit import ActivityStrip, Desk, SidebarNav
from tests.support.dialogs import words
from tests.support.windows import Await
from tests.support.workspace import Place


@pytest.fixture
def bus(database: Database) -> Bus:
    return database.bus


class SettledMeanwhile:
    """The queue, whose one task is settled just after it was looked at, as what a crash left behind is at a start."""

    def __init__(self, queue: TaskQueue, task_id: int) -> None:
        self._queue = queue
        self._task_id = task_id

    def active(self) -> list[Task]:
        seen = self._queue.active()
        self._queue.cancel(self._task_id)
        return seen


def test_what_is_settled_while_the_strip_reads_is_shown_as_it_is_now(
    place: Place,
    desk: Desk,
    show: Callable[..., QWidget],
    await_: Await[Any],
) -> None:
    with place.database.write() as unit:
        title = "Tailoring for “Baker”"
        task_id = place.queue.enqueue(unit, TAILOR, title, {"job_id": 1, "resume_id": 1})
    strip = ActivityStrip()
    show(strip)
    queue: Any = SettledMeanwhile(place.queue, task_id)
    sidebar = SidebarNav()
    sidebar.add("activity", "Activity", "lightning", below=True)
    presenter = StripPresenter(strip, sidebar, desk, queue, place.get(ActivityService), place.folder)
    await_(presenter.load())
    assert title not in words(strip)
    assert any(text.startswith("Everything is saved") for text in words(strip))
