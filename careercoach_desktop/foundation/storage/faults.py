"""Turns what SQLite and the operating system say about the data file into sentences a person can act on."""

from __future__ import annotations

import errno
import sqlite3

from careercoach_desktop.foundation.errors import UserError

_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_LOCKED = {errno.EACCES, errno.EPERM, errno.EROFS}


def as_user_error(exc: BaseException) -> UserError | None:
    """What to tell the person about ``exc``; None when it is not about the disk or the file, so that it stays a bug.

    Codes: ``disk-full``, ``folder-read-only``, ``data-busy`` (transient), ``data-damaged``, ``disk-trouble``.
    """
    if isinstance(exc, UserError):
        return exc
    wrapped = getattr(exc, "orig", None)  # SQLAlchemy's errors carry SQLite's; importing them here costs 0.3 s
    if isinstance(wrapped, sqlite3.Error):
        return _from_sqlite(wrapped)
    if isinstance(exc, sqlite3.Error):
        return _from_sqlite(exc)
    if isinstance(exc, OSError):
        return _from_system(exc)
    return None


def disk_full() -> UserError:
    return UserError(
        "There is no room left on the disk, so this could not be saved.",
        "Free some space and try again; everything saved before is still there.",
        code="disk-full",
    )


def folder_read_only() -> UserError:
    return UserError(
        "Career Coach may not write to this folder.",
        "Allow writing to it, or choose another folder.",
        code="folder-read-only",
    )


def data_damaged() -> UserError:
    return UserError(
        "The data file is damaged.",
        "Close Career Coach and start it again; it will offer your last good backup.",
        code="data-damaged",
    )


def disk_trouble() -> UserError:
    return UserError(
        "The disk did not answer as it should, so this could not be saved.",
        "Check that the drive is connected and healthy, then try again.",
        code="disk-trouble",
    )


def _from_sqlite(exc: sqlite3.Error) -> UserError | None:
    full_code = getattr(exc, "sqlite_errorcode", None)
    if full_code is None:  # raised by the sqlite3 module itself: misuse, so a bug
        return None
    match full_code & 0xFF:  # the low byte is the family; the rest says which call
        case sqlite3.SQLITE_FULL:
            return disk_full()
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return folder_read_only()
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return UserError(
                "Another program is using your data just now.",
                "Wait a moment and try again.",
                code="data-busy",
                transient=True,
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return data_damaged()
        case sqlite3.SQLITE_IOERR:
            return disk_trouble()
        case _:
            return None


def _from_system(exc: OSError) -> UserError | None:
    if exc.errno in _SPACE:
        return disk_full()
    if exc.errno in _LOCKED:
        return folder_read_only()
    if exc.errno == errno.EIO:
        return disk_trouble()
    return None
