"""Taking what is ours out of a calendar that is left, when the person wants that; then its password is forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.interviews.store import Link
from careercoach_desktop.foundation.calendars.model import Account, EventChanged
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import UnitOfWork
from careercoach_desktop.foundation.tasks.context import TaskContext
from careercoach_desktop.foundation.tasks.lanes import Lane
from careercoach_desktop.foundation.tasks.queue import TaskKind, TaskQueue

if TYPE_CHECKING:
    from careercoach_desktop.foundation.calendars.server import CalendarServer

LEAVE_TASK = "interviews.leave"


class Leaving:
    """``password`` finds the one for a server and a name, ``forget`` lets go of it."""

    def __init__(
        self,
        queue: TaskQueue,
        lane: Lane,
        connect: Callable[[Account], CalendarServer],
        password: Callable[[str, str], str],
        forget: Callable[[str, str], None],
    ) -> None:
        self._queue = queue
        self._connect = connect
        self._password = password
        self._forget = forget
        queue.register(TaskKind(LEAVE_TASK, self._run, resume_after_crash=True, lane=lane))

    def start(self, unit: UnitOfWork, server: str, user: str, links: Iterable[Link]) -> int:
        """Queue it; the task's number."""
        events = [[link.href, link.etag] for link in links if link.href]
        payload = {"server": server, "user": user, "events": events}
        return self._queue.enqueue(unit, LEAVE_TASK, "Taking interviews out of your calendar", payload)

    def stop(self, server: str, user: str) -> None:
        """Take nothing more out there: it is in use again."""
        for task in self._queue.active():
            if task.kind == LEAVE_TASK and (task.payload["server"], task.payload["user"]) == (server, user):
                self._queue.cancel(task.id)
                self._queue.dismiss(task.id)

    def _run(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object]:
        """What was changed there since we last looked is not ours alone any more, and stays."""
        server, user = str(payload["server"]), str(payload["user"])
        password = self._password(server, user)
        if not password:
            raise UserError(
                "The password of the calendar server you left is not on this computer any more.",
                "Your interviews are still in that calendar; take them out there.",
                code="calendar-password",
            )
        kept = 0
        with self._connect(Account(server, user, password)) as door, context.stopping(door.close):
            for number, (href, etag) in enumerate(payload["events"]):
                context.check_cancelled()
                context.progress(number / len(payload["events"]), "Taking interviews out of your calendar")
                try:
                    door.delete(href, etag)
                except EventChanged:
                    kept += 1
        self._forget(server, user)
        return {"kept": kept}
