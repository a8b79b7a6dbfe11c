"""Real pages and forms over real services."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.evidence.bank import QuestionBank
from careercoach_desktop.features.evidence.service.coaching import StoryCoach
from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.evidence.ui import EvidenceActions
from careercoach_desktop.features.evidence.ui.stories_page import StoriesPage
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.uikit import Desk
from tests.support.windows import await_, desk, qt_loop  # noqa: F401 - fixtures

Stand = Callable[[QWidget], None]


@pytest.fixture
def bus(database: Database) -> Bus:
    """The desk hears what the services tell."""
    return database.bus


@pytest.fixture
def stand(qtbot: QtBot) -> Stand:
    """``stand(page)`` puts the page into an active window of a usual size."""
    pages: list[QWidget] = []  # qtbot itself keeps only weak references

    def put(page: QWidget) -> None:
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1072, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)

    return put


@pytest.fixture
def actions(desk: Desk, evidence: EvidenceService) -> EvidenceActions:  # noqa: F811
    return EvidenceActions(desk, evidence)


@pytest.fixture
def stories_page(desk: Desk, evidence: EvidenceService, actions: EvidenceActions, stand: Stand) -> StoriesPage:  # noqa: F811
    page = StoriesPage(desk, evidence, StoryCoach(QuestionBank()), actions)
    stand(page)
    return page
