"""The person's data as a whole: where it is, copies of it, and going back to one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from careercoach_desktop.features.settings.model import BackedUp
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.backup import (
    automatic_backup,
    back_up,
    last_backup_time,
    note_backup_elsewhere,
    restore,
)
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.storage.files import disk_faults_named, private_folder, size_with_log

QUICK_BYTES = 200 * 2**20
"""What is copied and checked in a moment, so that leaving need not wait."""


class DataDoor:
    """The folder that is open, and the way to open another one in the same window (the application provides it)."""

    def __init__(self, folder: Path, open_folder: Callable[[Path], None]) -> None:
        self.folder = folder
        self._open_folder = open_folder

    def open(self, folder: Path) -> None:
        """On the Qt thread; the window shows the other folder's data when it is open."""
        self._open_folder(folder)


class BackupService:
    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder

    def back_up_to(self, target: Path) -> None:
        """One verified file that holds everything. Raises UserError when it can't be written."""
        back_up(self._database, target)
        note_backup_elsewhere(self._folder)
        self._database.bus.tell(BackedUp(target))

    def back_up_daily(self) -> None:
        """The automatic copy beside the data, at most once a day."""
        made = automatic_backup(self._database, self._folder)
        if made is not None:
            self._database.bus.tell(BackedUp(made))

    def back_up_before_leaving(self) -> None:
        """The copy of a day whose idle moments were too few; a large file waits for one tomorrow instead of now."""
        if size_with_log(self._database.path) <= QUICK_BYTES:
            self.back_up_daily()

    def last(self) -> datetime | None:
        """When everything was last copied, wherever to (UTC); None when it never was."""
        return last_backup_time(self._folder)

    @staticmethod
    def restore_into(backup: Path, folder: Path) -> None:
        """Unpack a backup into an empty folder. Raises UserError when the folder isn't empty or the file isn't ours."""
        with disk_faults_named():
            private_folder(folder)
            if any(folder.iterdir()):
                raise UserError(
                    f"“{folder.name}” is not empty, and restoring there could mix two people’s data.",
                    "Choose or make an empty folder.",
                    code="folder-not-empty",
                )
        restore(backup, folder)

    def suggested_name(self, today: date) -> str:
        return f"career-coach-{today.isoformat()}.careercoach"
