"""Backing up everything to one file, from the settings page or by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.settings.service import BackupService

FILTERS = ("Career Coach backup (*.careercoach)", "All files (*)")


async def back_up_to_file(desk: Desk, backups: BackupService) -> None:
    """Ask where to, write the file, say so."""
    name = backups.suggested_name(today_here())
    target = await desk.choose_save("Back up everything to one file", name, FILTERS)
    if target is None:
        return
    await desk.work(backups.back_up_to, target)
    desk.toast(f"Everything is in {target.name}.", action="Show", on_action=lambda: desk.reveal(target), tone="good")
