"""The practice page in a window, on the real services."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.features.practice.ui import PracticePage
from careercoach_desktop.features.practice.ui.session_view import Practising
from careercoach_desktop.features.practice.ui.setup_card import Grounds
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.uikit import Desk
from tests.support.windows import await_, desk, qt_loop, show  # noqa: F401 - fixtures
from tests.support.workspace import Place


@pytest.fixture
def bus(database: Database) -> Bus:
    """The desk hears what the services tell."""
    return database.bus


@pytest.fixture
def page(desk: Desk, place: Place, practice: PracticeService, show: Callable[..., QWidget]) -> PracticePage:  # noqa: F811
    """The page in a window; nothing was asked of it yet."""
    made = PracticePage(
        desk,
        Practising(practice, place.get(EvidenceService), place.queue),
        Grounds(practice, place.get(JobService), place.get(InterviewService), None),
    )
    window = show(made)
    window.layout().setContentsMargins(0, 0, 0, 0)
    window.resize(1232, 820)
    desk.set_window(window)
    return made
