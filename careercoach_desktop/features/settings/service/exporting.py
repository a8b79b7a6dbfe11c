"""Taking everything out into one file of open formats: long work, so a task with progress that can be stopped."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from careercoach_desktop.features.settings.model import TakenOut
from careercoach_desktop.features.settings.service.takeout import Takeout, suppress_gone
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.storage.files import disk_faults_named, move_into_place
from careercoach_desktop.foundation.tasks.queue import TaskContext, TaskKind, TaskQueue

EXPORT_TASK = "settings.export"


class TakeoutService:
    """``start`` from the window; ``write`` does the same at once, for the command line. Call it off the Qt thread.

    ``takeout`` is made when it is wanted: it needs every other service.
    """

    def __init__(
        self,
        database: Database,
        queue: TaskQueue,
        takeout: Callable[[], Takeout],
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self._database = database
        self._queue = queue
        self._takeout = takeout
        self._clock = clock
        queue.register(TaskKind(EXPORT_TASK, self._run))

    def suggested_name(self, today: date) -> str:
        return f"career-coach-{today.isoformat()}.zip"

    def start(self, target: Path) -> int:
        """Queue it; the task's id. ``TakenOut`` tells when the file is there."""
        title = f"Exporting everything to “{target.name}”"
        with self._database.write() as unit:
            return self._queue.enqueue(unit, EXPORT_TASK, title, {"target": str(target)})

    def write(self, target: Path, progress: Callable[[float, str], None] = lambda _part, _words: None) -> None:
        """Write the file; an old one there is replaced only by a whole one. ``progress`` may raise to stop it.

        Raises UserError ``disk-full``, ``folder-read-only``, ``disk-trouble`` or ``file-unwritable``.
        """
        # A name of its own, not built on the target's: that may be as long as names can be.
        unfinished = target.with_name(f".{uuid4().hex}.partial")
        try:
            with disk_faults_named():
                try:
                    self._fill(unfinished, progress)
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
        self._database.bus.tell(TakenOut(target))

    def _fill(self, path: Path, progress: Callable[[float, str], None]) -> None:
        count, steps = self._takeout().steps(self._clock().astimezone().date())
        with zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED) as archive:
            for number, (words, files) in enumerate(steps):
                progress(number / count, words)
                with suppress_gone():
                    for name, content in files:
                        archive.writestr(name, content)

    def _run(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object]:
        self.write(Path(payload["target"]), context.progress)
        return {"path": payload["target"]}
