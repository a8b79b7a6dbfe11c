"""The settings page as the application puts it together, on a real folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.interviews.service.calendar_file import CalendarFileService
from careercoach_desktop.features.interviews.service.syncing import SyncService
from careercoach_desktop.features.practice.service.speaking import SpeakingService
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.profile.ui import ProfilePanel
from careercoach_desktop.features.settings.service import (
    BackupService,
    ChoosingService,
    ClaudeSettings,
    DataDoor,
    TakeoutService,
)
from careercoach_desktop.features.settings.ui.pages import settings_page
from careercoach_desktop.features.settings.ui.settings_page import SettingsPage
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.uikit import Desk, current_theme, keep_in
from careercoach_desktop.foundation.web.browsers import Browser
from tests.support.workspace import Place

OpenPage = Callable[..., SettingsPage]


@pytest.fixture
def opened() -> list[Path]:
    """The folders the application was asked to open."""
    return []


@pytest.fixture
def browsers() -> list[Browser]:
    """Those that are installed."""
    return []


@pytest.fixture
def open_page(
    desk: Desk,
    place: Place,
    opened: list[Path],
    browsers: list[Browser],
    tmp_path: Path,
    show: Callable[..., QWidget],
) -> Iterator[OpenPage]:
    """``open_page("claude")`` builds the page and shows that section."""
    keep_in(tmp_path / "window.ini")

    def make(section: str = "profile") -> SettingsPage:
        page = settings_page(
            desk,
            choosing=place.get(ChoosingService),
            claude=place.get(ClaudeSettings),
            backups=place.get(BackupService),
            door=DataDoor(place.folder, opened.append),
            takeout=place.get(TakeoutService),
            queue=place.get(TaskQueue),
            sync=place.get(SyncService),
            calendar_file=place.get(CalendarFileService),
            find_browsers=lambda: browsers,
            profile=lambda: ProfilePanel(desk, place.get(ProfileService)),
            speaking=place.get(SpeakingService),
        )
        window = show(page)
        window.resize(1072, 900)
        desk.set_window(window)
        page.open_section(section)
        return page

    yield make
    current_theme().choose("light")
