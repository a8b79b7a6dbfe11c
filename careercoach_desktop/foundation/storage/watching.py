"""The window and the command line work on the same file: this notices what the other one changed.

SQLite keeps, for every connection, a number that changes when anybody else commits (``PRAGMA data_version``). All our
writes go through one connection, so on that one the number changes for other processes only.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.traces import frames

if TYPE_CHECKING:
    from careercoach_desktop.foundation.storage.database import Database

log = logging.getLogger(__name__)

LOOK_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class ChangedElsewhere:
    """Another process has committed something; nobody knows what, so whoever shows stored things reads them again."""


class Watcher:
    """Looks once a second on a thread of its own, and tells the bus. What was committed before it was made is not told;
    make it where queries may be made, before anything is read to be shown."""

    def __init__(self, database: Database, every: float = LOOK_SECONDS) -> None:
        self._database = database
        self._every = every
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="changes-elsewhere", daemon=True)
        database.changed_elsewhere()

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Harmless when it was never started."""
        self._stopping.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _watch(self) -> None:
        while not self._stopping.wait(self._every):
            try:
                if self._database.changed_elsewhere():
                    self._database.bus.tell(ChangedElsewhere())
            except UserError as problem:  # a drive that is away, say; whoever needs it next will hear of it
                log.warning("could not look for changes: %s", problem.code)
            except Exception as exc:  # noqa: BLE001 - the thread must go on
                log.error("looking for changes failed: %s", frames(exc))  # noqa: TRY400 - see frames
