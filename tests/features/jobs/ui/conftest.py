"""A jobs page on a real file, shown in a real window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.jobs.ui.panels import own_panels
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.uikit import Desk
from tests.support.claude.fixtures import claude  # noqa: F401 - fixtures
from tests.support.connected import connected, no_keychain  # noqa: F401 - fixtures
from tests.support.windows import await_, desk, qt_loop, show  # noqa: F401 - fixtures
from tests.support.workspace import place  # noqa: F401 - fixtures


@pytest.fixture
def bus(database: Database) -> Bus:
    return database.bus


@pytest.fixture
def page(desk: Desk, jobs: JobService, five: list[int], qtbot: QtBot) -> Iterator[JobsPage]:  # noqa: F811
    """The page with five interested jobs, A at the top, in a window the desk speaks through."""
    made = JobsPage(desk, jobs, own_panels(desk, jobs))
    qtbot.addWidget(made)
    made.resize(1232, 820)
    made.show()
    desk.set_window(made)
    qtbot.waitUntil(lambda: made.board.cards.total() == 5)
    qtbot.waitUntil(made.isActiveWindow)
    return made
