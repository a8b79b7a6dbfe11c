"""Who holds the data folder: operating-system locks, which end with their process however it ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from careercoach_desktop.foundation.storage.faults import as_user_error

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_NAME = "careercoach.lock"


class FileLock:
    """One exclusive lock on one small file. Not shared with child processes; a crash releases it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds it."""
        return self._descriptor is not None

    def acquire(self) -> bool:
        """Take the lock without waiting; False when somebody else has it. Raises UserError when the folder is closed
        to us (``folder-read-only``, ``disk-full``)."""
        if self._descriptor is not None:
            return True
        try:
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as exc:
            raise as_user_error(exc) or exc from exc
        if not _try_lock(descriptor):
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let go; harmless when not held. The file stays: removing it would let two processes lock different files."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


class DataFolderLock(FileLock):
    """Held by the one window that works on a data folder; ``acquire()`` is False when another window does."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / LOCK_NAME)


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
