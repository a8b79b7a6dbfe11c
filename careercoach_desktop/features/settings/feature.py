"""The face of settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.feature import Action, Feature, Page, Provider

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


async def _back_up(provider: Provider) -> None:
    from careercoach_desktop.features.settings.service import BackupService
    from careercoach_desktop.features.settings.ui.backing_up import back_up_to_file
    from careercoach_desktop.foundation.uikit import Desk

    await back_up_to_file(provider.get(Desk), provider.get(BackupService))


def _show_folder(provider: Provider) -> None:
    from careercoach_desktop.features.settings.service import DataDoor
    from careercoach_desktop.foundation.uikit import Desk

    provider.get(Desk).reveal(provider.get(DataDoor).folder)


FEATURE = Feature(
    "settings",
    _install,
    pages=(Page("settings", "Settings", "gear-six", 99, _page, below=True),),
    commands=_commands,
    actions=(
        Action(
            "settings.back_up", "Back up to a file…", "download-simple", _back_up, keywords=("backup", "export", "save")
        ),
        Action("settings.folder", "Show the data folder", "folder-open", _show_folder, keywords=("files", "disk")),
    ),
)
