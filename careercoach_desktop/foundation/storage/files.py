"""Putting files where they belong so that a crash at any moment leaves either the old one or the new one, whole."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.faults import as_user_error, disk_full

DATABASE_NAME = "careercoach.db"
BACKUPS_NAME = "backups"
_UNFINISHED = ".partial"
_SPARE_BYTES = 2**20
_NO_SUCH_FLUSH = {errno.EINVAL, errno.ENOTSUP}
"""What a file system answers that cannot flush a folder: memory sticks and network drives, mostly."""


@contextmanager
def disk_faults_named() -> Iterator[None]:
    """Whatever the disk or SQLite complains about in the block leaves it as a UserError; bugs leave it as they are."""
    try:
        yield
    except UserError:
        raise
    except Exception as exc:
        known = as_user_error(exc)
        if known is None:
            raise
        raise known from exc


def private_folder(folder: Path) -> None:
    """Make sure it exists; what we create is readable by its owner only.

    Raises UserError ``folder-is-file`` and ``folder-unusable``, and OSError for what the disk says about it.
    """
    if folder.exists() and not folder.is_dir():
        raise UserError(f"“{folder.name}” is a file, not a folder.", "Choose a folder.", code="folder-is-file")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileNotFoundError, NotADirectoryError) as exc:  # no such drive, or a file on the way there
        raise UserError(
            f"“{folder}” cannot be made.", "Connect the drive, or choose another folder.", code="folder-unusable"
        ) from exc


def private_file(path: Path) -> None:
    """Create it empty, readable by its owner only; raises FileExistsError when it is there."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def require_room(folder: Path, size: int) -> None:
    """Raises UserError ``disk-full`` when ``size`` bytes would not fit into ``folder``."""
    if shutil.disk_usage(folder).free < size + _SPARE_BYTES:
        raise disk_full()


def flush(path: Path) -> None:
    """Return once the file, or the folder's list of files, has reached the disk."""
    if path.is_dir() and sys.platform == "win32":  # folders cannot be flushed there
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    except OSError as exc:
        if not path.is_dir() or exc.errno not in _NO_SUCH_FLUSH:
            raise
    finally:
        os.close(descriptor)


def move_into_place(finished: Path, target: Path) -> None:
    """Replace ``target`` by ``finished`` in one step and durably; both are in the same folder."""
    flush(finished)
    finished.replace(target)
    flush(target.parent)


def write_whole(target: Path, content: bytes) -> None:
    """Write a file the person asked for, readable by whom they usually let read theirs; the one there is replaced.

    Raises UserError ``disk-full``, ``folder-read-only``, ``disk-trouble`` or ``file-unwritable``; then an old file is
    as it was, and nothing is left beside it.
    """
    # A name of its own, not built on the target's: that may be as long as names can be.
    unfinished = target.with_name(f".{uuid4().hex}{_UNFINISHED}")
    try:
        if target.is_dir():
            raise IsADirectoryError(target)
        with disk_faults_named():
            try:
                with unfinished.open("xb") as file:
                    file.write(content)
                move_into_place(unfinished, target)
            finally:
                with suppress(OSError):
                    unfinished.unlink(missing_ok=True)
    except OSError as exc:
        raise UserError(
            f"“{target.name}” could not be saved there.",
            "Choose another folder or another name.",
            code="file-unwritable",
        ) from exc


def read_whole(path: Path, largest: int, too_large: UserError) -> bytes:
    """The bytes of a file the person chose. Raises ``too_large`` for one of more than ``largest`` bytes, before reading
    it, and UserError ``file-unreadable`` for one that cannot be opened."""
    try:
        if path.stat().st_size > largest:
            raise too_large
        return path.read_bytes()
    except OSError as exc:
        raise UserError(
            f"“{path.name}” could not be opened.",
            "Check that it is a file, still there, and that you may read it.",
            code="file-unreadable",
        ) from exc


def stamp(moment: datetime) -> str:
    """``2026-11-23-130205`` in UTC: sorts by time and is a legal file name everywhere."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d-%H%M%S")


def from_stamp(text: str) -> datetime:
    """Raises ValueError when ``text`` is not a stamp."""
    return datetime.strptime(text, "%Y-%m-%d-%H%M%S").replace(tzinfo=UTC)


def unused(path: Path) -> Path:
    """``path``, or the same with a number when that is taken."""
    candidate, number = path, 1
    while candidate.exists():
        number += 1
        candidate = path.with_stem(f"{path.stem}-{number}")
    return candidate


def companions(database: Path) -> list[Path]:
    """SQLite's own files beside a database that was not closed: the write-ahead log and its index."""
    return [path for end in ("-wal", "-shm") if (path := database.with_name(database.name + end)).exists()]


def size_with_log(database: Path) -> int:
    """Bytes a copy may need at most."""
    return sum(path.stat().st_size for path in [database, *companions(database)])


def keep_aside(database: Path, aside: Path) -> None:
    """Give the database and its log a second name, and take the log away from it; the database itself stays in place.

    A log left beside a restored database would be played into it, so it must be gone before the restored one arrives.
    """
    try:
        os.link(database, aside)
    except OSError:  # this file system has no second names
        shutil.copy2(database, aside)
        flush(aside)
    for companion in companions(database):
        companion.replace(aside.with_name(aside.name + companion.name.removeprefix(database.name)))
    flush(database.parent)
