"""Whether the process that claimed a task still lives.

Process ids are reused and, in sandboxes, not even visible to each other. So every running queue locks a small file
named after it; the operating system drops the lock the moment the process ends, however it ends.
"""

from __future__ import annotations

import logging
import os
import time
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.instance import FileLock

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)


class Owner:
    """This process's queue. ``name`` is what the task rows carry: process id and a random part."""

    def __init__(self, folder: Path) -> None:
        self.name = f"{os.getpid()}-{uuid4().hex}"
        self._folder = folder
        self._lock = FileLock(_lock_file(folder, self.name))

    def appear(self) -> None:
        """Be alive in the eyes of other processes, and clear away the marks of those that are gone."""
        try:
            self._lock.acquire()
        except OSError:  # some network drives cannot lock; there the lease alone speaks for us
            log.warning("no file locks in the data folder; crashed tasks are noticed after a minute")
            return
        for path in self._folder.glob(_lock_file(self._folder, "*").name):
            if path != self._lock.path and _is_old(path):
                _clear_if_free(FileLock(path))

    def leave(self) -> None:
        """Be gone: whatever still carries our name may be taken over."""
        self._lock.release()
        self._lock.path.unlink(missing_ok=True)

    def is_dead(self, name: str, lease_until: datetime | None, now: datetime) -> bool:
        """Whether the claim of ``name`` is void: its process is gone, or cannot be seen and let its lease run out."""
        if name == self.name:
            return False
        lock = FileLock(_lock_file(self._folder, name))
        if not lock.path.exists():
            return True
        was_free = _clear_if_free(lock)
        return was_free if was_free is not None else lease_until is None or lease_until < now


def _is_old(path: Path) -> bool:
    """A young file may belong to a process that has not locked it yet; one that is gone by now needs nothing."""
    try:
        return time.time() - path.stat().st_mtime > LEASE.total_seconds()
    except FileNotFoundError:
        return False


def _clear_if_free(lock: FileLock) -> bool | None:
    """Whether nobody holds it, and then its file is removed; None when that cannot be found out here."""
    try:
        was_free = lock.acquire()
        if was_free:
            lock.release()
            lock.path.unlink(missing_ok=True)
    except (OSError, UserError):
        return None
    return was_free


def _lock_file(folder: Path, name: str) -> Path:
    return folder / f"worker-{name}.lock"
