"""The face of settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.feature import Feature, Page, Provider

if TYPE_CHECKING:
    from careercoach_desktop.foundation.terminal.commands import CommandLine


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.settings.service import BackupService
    from careercoach_desktop.foundation.storage.database import Database

    def build() -> BackupService:
        database = provider.get(Database)
        return BackupService(database, database.path.parent)

    provider.offer(BackupService, build)


def _page(provider: Provider) -> Any:
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.profile.ui import ProfilePanel
    from careercoach_desktop.features.settings.service import BackupService, DataDoor
    from careercoach_desktop.features.settings.ui.settings_page import SettingsPage
    from careercoach_desktop.foundation.uikit import Desk

    desk = provider.get(Desk)
    panel = ProfilePanel(desk, provider.get(ProfileService))
    return SettingsPage(desk, provider.get(BackupService), provider.get(DataDoor), panel)


def _commands(line: CommandLine) -> None:
    from careercoach_desktop.features.settings.cli import add_commands

    add_commands(line)


FEATURE = Feature(
    "settings", _install, pages=(Page("settings", "Settings", "gear-six", 99, _page, below=True),), commands=_commands
)
