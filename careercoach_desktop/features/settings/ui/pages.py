"""Puts the sections together: which there are, in which order, and what each is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.settings.ui.page_parts import stacked, tr
from careercoach_desktop.features.settings.ui.settings_page import Section, SettingsPage
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service.calendar_file import CalendarFileService
    from careercoach_desktop.features.interviews.service.syncing import SyncService
    from careercoach_desktop.features.practice.service.speaking import SpeakingService
    from careercoach_desktop.features.settings.service import (
        BackupService,
        ChoosingService,
        ClaudeSettings,
        DataDoor,
        TakeoutService,
    )
    from careercoach_desktop.foundation.tasks.queue import TaskQueue
    from careercoach_desktop.foundation.web.browsers import Browser


def settings_page(
    desk: Desk,
    *,
    choosing: ChoosingService,
    claude: ClaudeSettings,
    backups: BackupService,
    door: DataDoor,
    takeout: TakeoutService,
    queue: TaskQueue,
    sync: SyncService,
    calendar_file: CalendarFileService,
    find_browsers: Callable[[], Sequence[Browser]],
    profile: Callable[[], QWidget],
    speaking: SpeakingService,
) -> SettingsPage:
    """``profile`` builds the profile feature's own panel."""

    def about() -> QWidget:
        from careercoach_desktop.features.settings.ui.about_section import AboutSection

        return AboutSection()

    def appearance() -> QWidget:
        from careercoach_desktop.features.settings.ui.appearance import AppearanceSection

        return AppearanceSection(desk, choosing)

    def of_claude() -> QWidget:
        from careercoach_desktop.features.settings.ui.claude_section import ClaudeSection

        return ClaudeSection(desk, claude, choosing)

    def calendar() -> QWidget:
        from careercoach_desktop.features.settings.ui.calendar_section import CalendarSection

        return CalendarSection(desk, choosing, sync, calendar_file)

    def data() -> QWidget:
        from careercoach_desktop.features.settings.ui.data_section import DataSection

        return DataSection(desk, backups, door, takeout, queue)

    def reminders() -> QWidget:
        from careercoach_desktop.features.settings.ui.reminders_section import RemindersSection

        return RemindersSection(desk, choosing)

    def voice() -> QWidget:
        from careercoach_desktop.features.settings.ui.voice_section import VoiceSection

        return VoiceSection(desk, choosing, speaking)

    def web() -> QWidget:
        from careercoach_desktop.features.settings.ui.web_section import WebSection

        return WebSection(desk, choosing, find_browsers)

    return SettingsPage(
        [
            Section("profile", tr("Profile"), "user", lambda: stacked(profile(), name=tr("Profile"))),
            Section("claude", "Claude", "sparkle", of_claude),
            Section("appearance", tr("Appearance"), "palette", appearance),
            Section("reminders", tr("Reminders"), "bell", reminders),
            Section("voice", tr("Voice"), "microphone", voice),
            Section("calendar", tr("Calendar"), "calendar-blank", calendar),
            Section("web", tr("Web pages"), "globe", web),
            Section("data", tr("Data"), "database", data),
            Section("about", tr("About"), "info", about),
        ]
    )
