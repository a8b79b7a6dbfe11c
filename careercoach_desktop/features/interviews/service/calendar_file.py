"""A calendar file that follows what is kept here, in a folder the person chose, for calendars that read files.

It is written anew only when something in it is different, in one step, and nothing but a file of ours is ever replaced.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.interviews.model import InterviewsChanged
from careercoach_desktop.features.interviews.service.exchanging import CALENDAR_NAME, ExchangeService
from careercoach_desktop.features.interviews.service.standing import StandingTask
from careercoach_desktop.features.jobs.model import JobRemoved
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork
from careercoach_desktop.foundation.storage.files import write_whole
from careercoach_desktop.foundation.tasks.context import TaskContext
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import TaskKind, TaskQueue

if TYPE_CHECKING:
    from careercoach_desktop.foundation.settings.service import SettingsService

FILE_TASK = "interviews.calendar_file"
FILE_NAME = "Career Coach interviews.ics"
_FOLLOWED = {"calendar_file", "interview_notices"}
_LOOKED_AT = 64 * 2**10


@dataclass(frozen=True, slots=True)
class FileState:
    """``folder`` is empty when none is chosen; ``problem`` is why it could not be written the last time."""

    folder: str = ""
    problem: str = ""


class CalendarFileService:
    """Follows every change by itself, in the background."""

    def __init__(
        self, database: Database, exchange: ExchangeService, queue: TaskQueue, settings: SettingsService
    ) -> None:
        self._db = database
        self._exchange = exchange
        self._settings = settings
        self._task = StandingTask(database, queue, FILE_TASK, "Writing your calendar file")
        queue.register(TaskKind(FILE_TASK, self._run, resume_after_crash=True))
        database.bus.within(InterviewsChanged, self._follow)
        database.bus.within(JobRemoved, self._follow)
        database.bus.within(SettingsChanged, self._on_settings)

    def keep_in(self, folder: Path | None) -> None:
        """Keep it in this folder from now on; None keeps none. The file in the folder before stays where it is."""
        self._settings.choose(calendar_file="" if folder is None else str(folder))

    def state(self) -> FileState:
        folder = self._settings.current().calendar_file
        last = self._task.last() if folder else None
        failed = last is not None and last.state is TaskState.FAILED
        return FileState(folder, f"{last.error} {last.next_step}".strip() if last is not None and failed else "")

    def write_soon(self) -> int | None:
        """In the background; its task. None when no folder is chosen."""
        return self._task.ask() if self._settings.current().calendar_file else None

    def write(self, context: TaskContext | None = None) -> bool:
        """Now, if it is not up to date; whether it was written. With a ``context`` the work of many interviews is done
        in the child process. Raises UserError ``calendar-folder-gone``,
        ``calendar-file-foreign``, or as ``write_whole`` does."""
        from careercoach_desktop.features.interviews.invitations.writing import write_calendar

        said = self._settings.current().calendar_file
        if not said:
            return False
        folder = Path(said)
        if not folder.is_dir():
            raise UserError(
                f"The folder for your calendar file, “{folder.name}”, is not there.",
                "Connect its drive, or choose another folder in the settings.",
                code="calendar-folder-gone",
                place="settings.calendar",
            )
        target = folder / FILE_NAME
        make = partial(write_calendar, self._exchange.lines(), self._exchange.notices(), name=CALENDAR_NAME)
        data: bytes = make() if context is None else context.in_child(make)
        there = _content(target)
        if there == data:
            return False
        if there is not None and not _is_ours(there):
            raise UserError(
                f"There is another file called “{FILE_NAME}” in that folder, and it was left as it is.",
                "Move it, or choose another folder in the settings.",
                code="calendar-file-foreign",
                place="settings.calendar",
            )
        write_whole(target, data)
        return True

    def _run(self, context: TaskContext, _payload: dict[str, Any]) -> dict[str, object]:
        return {"written": self.write(context)}

    def _follow(self, _event: object, unit: UnitOfWork) -> None:
        unit.before_commit(self._ask_later)

    def _on_settings(self, event: SettingsChanged, unit: UnitOfWork) -> None:
        if _FOLLOWED & set(event.names):
            unit.before_commit(self._ask_later)

    def _ask_later(self, _unit: UnitOfWork, _things: object) -> None:
        self.write_soon()


def _content(target: Path) -> bytes | None:
    try:
        return target.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as exc:
        raise UserError(
            f"“{target.name}” could not be opened.",
            "Check that you may read and write it, or choose another folder in the settings.",
            code="file-unreadable",
            place="settings.calendar",
        ) from exc


def _is_ours(data: bytes) -> bool:
    from careercoach_desktop.features.interviews.invitations.writing import PRODUCT

    return f"PRODID:{PRODUCT}".encode() in data[:_LOOKED_AT]
