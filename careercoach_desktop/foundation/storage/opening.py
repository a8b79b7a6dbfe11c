"""The door to a data folder: look first, refuse what must not be touched, keep a copy, bring it up to date, open it."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

from sqlalchemy import MetaData

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.backup import (
    Backup,
    good_backups,
    keep_before_update,
    recover_from,
    set_damaged_aside,
)
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.storage.files import (
    DATABASE_NAME,
    disk_faults_named,
    private_file,
    private_folder,
)
from careercoach_desktop.foundation.storage.inspection import Condition, Finding, inspect
from careercoach_desktop.foundation.storage.revisions import MIGRATIONS, known_revisions, migrate

__all__ = ["DamagedDatabase", "open_database", "recover_from"]

log = logging.getLogger(__name__)


class DamagedDatabase(UserError):  # noqa: N818 - says what was found
    """The data file is damaged (``data-damaged``) or gone (``data-missing``).

    ``backups`` are the good ones, newest first. Offer ``recover_from(folder, backup)``, or
    ``open_database(..., start_empty=True)``; both keep the damaged file under a dated name.
    """

    def __init__(self, message: str, next_step: str, *, code: str, backups: tuple[Backup, ...]) -> None:
        super().__init__(message, next_step, code=code)
        self.backups = backups


def open_database(
    folder: Path, bus: Bus, metadata: MetaData, *, migrations: Path = MIGRATIONS, start_empty: bool = False
) -> Database:
    """Open ``folder/careercoach.db``, creating folder and file when they are missing.

    An older file is copied into ``backups/`` and migrated. Raises UserError: ``data-newer`` and ``data-not-ours`` (the
    file stays as it is, byte for byte), ``disk-full``, ``folder-read-only``, ``data-busy``; DamagedDatabase.
    """
    with disk_faults_named():
        private_folder(folder)
        revisions = known_revisions(migrations)
        finding = _approved(folder, revisions, migrations, start_empty=start_empty)
        path = folder / DATABASE_NAME
        if finding.condition is Condition.ABSENT:
            with suppress(FileExistsError):  # a window and a command began here at once; migrating takes turns
                private_file(path)
        if finding.condition is Condition.OLDER:
            keep_before_update(path, folder)
        database = Database(path, bus)
        try:
            if finding.condition is not Condition.CURRENT:
                log.info("data file goes from revision %s to %s", finding.revision or "none", revisions[-1])
                migrate(database.engine, metadata, migrations)
            _require_writable(database)
        except BaseException:
            database.close()
            raise
    return database


def _approved(folder: Path, revisions: list[str], migrations: Path, *, start_empty: bool) -> Finding:
    path = folder / DATABASE_NAME
    finding = inspect(path, revisions)
    if finding.condition is Condition.NEWER:
        raise UserError(
            "Your data was last used with a newer version of Career Coach, so it was left untouched.",
            "Update Career Coach and start it again.",
            code="data-newer",
        )
    if finding.condition is Condition.FOREIGN:
        raise UserError(
            f"The file {DATABASE_NAME} in this folder belongs to another program, so it was left untouched.",
            "Choose another data folder.",
            code="data-not-ours",
        )
    if finding.condition is Condition.DAMAGED:
        if not start_empty:
            raise _damaged(folder, migrations)
        set_damaged_aside(folder)
        return Finding(Condition.ABSENT)
    if finding.condition in (Condition.ABSENT, Condition.EMPTY) and not start_empty:
        _refuse_to_forget(folder, migrations)
    return finding


def _refuse_to_forget(folder: Path, migrations: Path) -> None:
    """No data file, but backups of one: something took it away, and an empty start would look like a total loss."""
    backups = good_backups(folder, migrations)
    if backups:
        raise DamagedDatabase(
            "Your data file is missing from its folder, but there are backups of it.",
            "Go back to the last backup, or start empty.",
            code="data-missing",
            backups=backups,
        )


def _damaged(folder: Path, migrations: Path) -> DamagedDatabase:
    backups = good_backups(folder, migrations)
    if backups:
        next_step = "Go back to the last good backup; the damaged file is kept."
    else:
        next_step = "There is no backup in the data folder. Restore one of your own, or start empty; the file is kept."
    return DamagedDatabase("Your data file is damaged.", next_step, code="data-damaged", backups=backups)


def _require_writable(database: Database) -> None:
    """Say now that the folder is read-only, not at the first thing the person saves."""
    with database.write() as unit:
        unit.session.connection()  # takes the write lock, and gives it back unused
