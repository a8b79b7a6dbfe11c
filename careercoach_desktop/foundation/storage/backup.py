"""One file is the backup: making it while the application works, keeping a week of them, and going back to one.

A backup is an ordinary data file without a log. It is written under another name, checked, and only then takes its
place; going back never deletes what was there.
"""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.faults import data_damaged
from careercoach_desktop.foundation.storage.files import (
    BACKUPS_NAME,
    DATABASE_NAME,
    companions,
    disk_faults_named,
    from_stamp,
    keep_aside,
    move_into_place,
    private_file,
    private_folder,
    require_room,
    size_with_log,
    stamp,
    unused,
)
from careercoach_desktop.foundation.storage.inspection import Condition, inspect, is_whole
from careercoach_desktop.foundation.storage.revisions import MIGRATIONS, known_revisions

if TYPE_CHECKING:
    from careercoach_desktop.foundation.storage.database import Database

AUTOMATIC = "automatic"
BEFORE_UPDATE = "before-update"
BEFORE_RESTORE = "before-restore"
KEPT = {AUTOMATIC: 7, BEFORE_UPDATE: 3, BEFORE_RESTORE: 3}
LAST_ELSEWHERE = "last-elsewhere"
"""In the folder of the backups: when the last one was written to a file the person chose."""
_UNFINISHED = ".part"
_ABANDONED_AFTER_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Backup:
    """``kind`` is ``automatic``, ``before-update`` or ``before-restore``; ``size`` is in bytes."""

    path: Path
    made: datetime
    kind: str
    size: int


def back_up(database: Database, target: Path) -> None:
    """Write everything as it is at this moment into the one file ``target``, while others go on reading and writing.

    An existing ``target`` is replaced once the new one is complete. Raises UserError: ``backup-over-data``,
    ``backup-folder-missing``, ``disk-full``, ``folder-read-only``, ``data-damaged``.
    """
    if target.resolve() == database.path.resolve():
        raise UserError(
            "A backup cannot replace the data it is made from.", "Choose another name.", code="backup-over-data"
        )
    if not target.parent.is_dir():
        raise UserError(
            "The folder for the backup is not there.",
            "Connect the drive or choose another folder.",
            code="backup-folder-missing",
        )
    copy_consistently(database.path, target)


def automatic_backup(database: Database, folder: Path, now: datetime | None = None) -> Path | None:
    """The backup of the day, if there is none yet (None then); keeps the newest seven. Call it in an idle moment.

    Raises UserError as ``back_up`` does; older backups are only removed once the new one is complete.
    """
    moment = now or utc_now()
    with disk_faults_named():
        made_before = [backup.made.date() for backup in list_backups(folder) if backup.kind == AUTOMATIC]
        if moment.astimezone(UTC).date() in made_before:
            return None
        _remove_unfinished(folder)
        return _keep(database.path, folder, AUTOMATIC, moment)


def keep_before_update(path: Path, folder: Path, now: datetime | None = None) -> Path:
    """The safety copy made before a migration touches an existing file."""
    with disk_faults_named():
        return _keep(path, folder, BEFORE_UPDATE, now or utc_now())


def list_backups(folder: Path) -> list[Backup]:
    """The backups kept in the data folder, newest first; whether they are good is not looked at."""
    found = []
    for path in (folder / BACKUPS_NAME).glob("*.db"):
        kind = next((kind for kind in KEPT if path.stem.startswith(kind + "-")), None)
        if kind is not None:
            made = _made(path.stem.removeprefix(kind + "-"))
            if made is not None:
                found.append(Backup(path, made, kind, path.stat().st_size))
    return sorted(found, key=lambda backup: (backup.made, backup.path.name), reverse=True)


def good_backups(folder: Path, migrations: Path = MIGRATIONS) -> tuple[Backup, ...]:
    """Those of ``list_backups`` that are whole and can be opened by this version, newest first."""
    revisions = known_revisions(migrations)
    return tuple(backup for backup in list_backups(folder) if inspect(backup.path, revisions).condition.is_usable)


def note_backup_elsewhere(folder: Path, now: datetime | None = None) -> None:
    """Remember in the data folder that ``back_up`` has just written a file somewhere else."""
    with disk_faults_named():
        private_folder(folder / BACKUPS_NAME)
        (folder / BACKUPS_NAME / LAST_ELSEWHERE).write_text(stamp(now or utc_now()), encoding="ascii")


def last_backup_time(folder: Path) -> datetime | None:
    """When the newest backup was made (UTC), in the data folder or elsewhere; None when there is none."""
    known = [_last_elsewhere(folder), *(backup.made for backup in list_backups(folder)[:1])]
    return max((moment for moment in known if moment is not None), default=None)


def restore(backup: Path, folder: Path, migrations: Path = MIGRATIONS, now: datetime | None = None) -> Path | None:
    """Make ``backup`` the data of ``folder``, which may be empty, new, or hold data; that is kept as a backup first.

    The database must be closed. Returns where the data that was there is kept, or None when there was none. Raises
    UserError and changes nothing: ``backup-missing``, ``backup-damaged``, ``backup-not-ours``, ``backup-newer``,
    ``data-in-use``, ``disk-full``, ``folder-read-only``.
    """
    check_backup(backup, migrations)
    with disk_faults_named():
        private_folder(folder)
        ready = _ready_copy(backup, folder)
        try:
            kept = _keep_existing(folder, migrations, now or utc_now())
            move_into_place(ready, folder / DATABASE_NAME)
        finally:
            ready.unlink(missing_ok=True)
    return kept


def recover_from(folder: Path, backup: Path, migrations: Path = MIGRATIONS, now: datetime | None = None) -> Path | None:
    """Put ``backup`` in the place of a damaged data file, which is kept beside it under a dated name and returned.

    None when the data file was missing altogether. Raises UserError as ``restore`` does.
    """
    check_backup(backup, migrations)
    with disk_faults_named():
        path = folder / DATABASE_NAME
        ready = _ready_copy(backup, folder)
        try:
            aside = _damaged_name(folder, now) if path.exists() else None
            if aside is not None:
                keep_aside(path, aside)
            move_into_place(ready, path)
        finally:
            ready.unlink(missing_ok=True)
    return aside


def set_damaged_aside(folder: Path, now: datetime | None = None) -> Path | None:
    """Make room for a new, empty data file; where the damaged one is kept, or None when there was none."""
    path = folder / DATABASE_NAME
    if not path.exists():
        return None
    with disk_faults_named():
        aside = _damaged_name(folder, now)
        keep_aside(path, aside)
        path.unlink()
    return aside


def check_backup(backup: Path, migrations: Path = MIGRATIONS) -> None:
    """Raises UserError ``backup-missing``, ``backup-damaged``, ``backup-not-ours`` or ``backup-newer``."""
    with disk_faults_named():
        condition = inspect(backup, known_revisions(migrations)).condition
    refusals = {
        Condition.ABSENT: ("This backup is no longer there.", "Choose another one.", "backup-missing"),
        Condition.DAMAGED: ("This backup is damaged.", "Choose an older one.", "backup-damaged"),
        Condition.EMPTY: ("This file is empty.", "Choose another backup.", "backup-not-ours"),
        Condition.FOREIGN: ("This file is not a Career Coach backup.", "Choose another file.", "backup-not-ours"),
        Condition.NEWER: (
            "This backup was made by a newer version of Career Coach.",
            "Update Career Coach, then restore it.",
            "backup-newer",
        ),
    }
    if condition in refusals:
        message, next_step, code = refusals[condition]
        raise UserError(message, next_step, code=code)


def copy_consistently(source: Path, target: Path) -> None:
    """A complete, checked, single-file copy of ``source`` as it is at this moment; open writers are not disturbed."""
    with disk_faults_named():
        require_room(target.parent, size_with_log(source))
        unfinished = target.with_name(f".{target.name}-{uuid4().hex}{_UNFINISHED}")
        private_file(unfinished)
        try:
            _copy_pages(source, unfinished)
            move_into_place(unfinished, target)
        finally:
            unfinished.unlink(missing_ok=True)


def _copy_pages(source: Path, target: Path) -> None:
    reading = sqlite3.connect(source.resolve().as_uri() + "?mode=rw", uri=True, timeout=10)
    writing = sqlite3.connect(target)
    try:
        reading.execute("PRAGMA query_only=ON")
        reading.backup(writing)  # all pages in one step: one snapshot
        writing.execute("PRAGMA journal_mode=DELETE")  # otherwise opening it would need a second file
        if not is_whole(writing, thorough=True):
            raise data_damaged()
    finally:
        writing.close()
        reading.close()


def _keep(source: Path, folder: Path, kind: str, moment: datetime) -> Path:
    private_folder(folder / BACKUPS_NAME)
    target = unused(folder / BACKUPS_NAME / f"{kind}-{stamp(moment)}.db")
    copy_consistently(source, target)
    same_kind = [backup for backup in list_backups(folder) if backup.kind == kind]
    for old in same_kind[KEPT[kind] :]:
        old.path.unlink()
    return target


def _ready_copy(backup: Path, folder: Path) -> Path:
    ready = folder / f".restoring-{uuid4().hex}{_UNFINISHED}"
    copy_consistently(backup, ready)
    return ready


def _keep_existing(folder: Path, migrations: Path, moment: datetime) -> Path | None:
    path = folder / DATABASE_NAME
    condition = inspect(path, known_revisions(migrations)).condition
    if condition is Condition.ABSENT:
        return None
    if condition is Condition.DAMAGED:
        aside = _damaged_name(folder, moment)
        keep_aside(path, aside)
        return aside
    _require_closed(path)
    if condition is Condition.EMPTY:
        return None
    return _keep(path, folder, BEFORE_RESTORE, moment)


def _require_closed(path: Path) -> None:
    """Fold a left-over log into the file; SQLite allows that only when nobody else has it open."""
    connection = sqlite3.connect(path, timeout=1, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as exc:
        if exc.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise
        raise UserError(
            "Career Coach is still working with this folder.",
            "Close its other windows and commands, then restore again.",
            code="data-in-use",
        ) from exc
    finally:
        connection.close()
    if companions(path):
        raise RuntimeError("The write-ahead log is still there after it was folded in")


def _damaged_name(folder: Path, now: datetime | None) -> Path:
    return unused(folder / f"careercoach-damaged-{stamp(now or utc_now())}.db")


def _last_elsewhere(folder: Path) -> datetime | None:
    path = folder / BACKUPS_NAME / LAST_ELSEWHERE
    return _made(path.read_text(encoding="ascii", errors="replace")) if path.is_file() else None


def _made(text: str) -> datetime | None:
    try:
        return from_stamp(text[:17])
    except ValueError:
        return None


def _remove_unfinished(folder: Path) -> None:
    """What an earlier crash left half-written; what is younger may still be growing."""
    for place in (folder, folder / BACKUPS_NAME):
        for path in place.glob(f".*{_UNFINISHED}*"):
            if time.time() - path.stat().st_mtime > _ABANDONED_AFTER_SECONDS:
                path.unlink(missing_ok=True)
