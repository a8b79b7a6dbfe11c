"""The feature's face: its pages, and that looking at it costs nothing before the first paint."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.profile import feature as profile_feature
from careercoach_desktop.features.resumes.feature import FEATURE
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.feature import Provider
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.uikit import Desk, icons
from tests.support.windows import desk, qt_loop  # noqa: F401 - fixtures

HEAVY = ("sqlmodel", "sqlalchemy", "alembic", "typst", "dateparser", "docx", "pypdf", "pypdfium2", "pebble")


@pytest.fixture
def bus(database: Database) -> Bus:
    return database.bus


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("careercoach_desktop.features.resumes.feature", (*HEAVY, "PySide6")),
        ("careercoach_desktop.features.profile.feature", (*HEAVY, "PySide6")),
        ("careercoach_desktop.features.resumes.ui", HEAVY),
        ("careercoach_desktop.features.profile.ui", HEAVY),
    ],
)
def test_importing_it_loads_nothing_heavy(module: str, heavy: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print([name for name in {heavy!r} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_its_pages_are_built_from_what_it_and_the_profile_offer(
    database: Database,
    queue: TaskQueue,
    child: ChildProcess,
    desk: Desk,  # noqa: F811
    talk: Claude,
    qtbot: QtBot,
) -> None:
    provider = Provider()
    foundation = (Database, database), (TaskQueue, queue), (ChildProcess, child), (Desk, desk), (Claude, talk)
    for kind, made in foundation:
        provider.offer(kind, lambda made=made: made)
    for slot in FEATURE.slots:
        provider.declare_slot(slot)
    profile_feature.FEATURE.install(provider)
    FEATURE.install(provider)
    assert provider.get(ResumeService).cards() == []
    for page in FEATURE.pages:
        assert page.icon in icons.NAMES
        widget = page.build(provider)
        assert isinstance(widget, QWidget)
        qtbot.addWidget(widget)
        widget.open_record(None)
    assert [(page.name, page.in_sidebar, page.under) for page in FEATURE.pages] == [
        ("resumes", True, ""), ("resumes.check", False, "resumes"),
        ("resumes.edit", False, "resumes"), ("resumes.versions", False, "resumes"),
    ]  # fmt: skip
