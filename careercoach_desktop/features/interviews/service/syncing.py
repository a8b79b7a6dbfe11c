"""Interviews kept the same here and in a calendar on the person's server.

Only events of ours are ever read or written there, each at an address that follows from its name, so that being killed
at any point leaves nothing double and nothing lost. What is done there (another time, another place, called off) is
done here, can be taken back, and is told; whatever is taken away there is cancelled here, never removed.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.interviews.model import InterviewsChanged
from careercoach_desktop.features.interviews.model.exchange import TakenIn
from careercoach_desktop.features.interviews.service.base import Below
from careercoach_desktop.features.interviews.service.exchanging import ExchangeService
from careercoach_desktop.features.interviews.service.leaving import Leaving
from careercoach_desktop.features.interviews.service.standing import StandingTask
from careercoach_desktop.features.interviews.store import CalendarStore
from careercoach_desktop.features.jobs.model import JobRemoved
from careercoach_desktop.foundation.calendars.model import Account, ServerCalendar
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.settings.endpoints import host_of
from careercoach_desktop.foundation.settings.keychain import Keychain, Secret, SecretPlace
from careercoach_desktop.foundation.storage.database import UnitOfWork
from careercoach_desktop.foundation.tasks.context import TaskContext
from careercoach_desktop.foundation.tasks.lanes import Lane
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import TaskKind, TaskQueue

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.foundation.calendars.server import CalendarServer
    from careercoach_desktop.foundation.settings.service import SettingsService

log = logging.getLogger(__name__)

SYNC_TASK = "interviews.sync"
CALENDAR = Lane("calendar", outages=frozenset({"calendar-offline"}))
_SETTINGS = ("calendar_server", "calendar_user", "calendar_name", "calendar_title")


@dataclass(frozen=True, slots=True)
class CalendarSynced:
    """A pass is over. ``told`` are sentences for the person; ``taken`` what changed here, for undo."""

    told: tuple[str, ...]
    taken: TakenIn


@dataclass(frozen=True, slots=True)
class SyncState:
    """``calendar`` is its address, empty when none is chosen; ``title`` what it is called. ``problem`` is why the last
    pass ended early."""

    server: str = ""
    user: str = ""
    calendar: str = ""
    has_password: bool = False
    running: bool = False
    last: datetime | None = None
    problem: str = ""
    told: tuple[str, ...] = ()
    title: str = ""
    until_closed: bool = False


class SyncService:
    """``connect`` opens a server; the Keychain has its password under a name of its own."""

    def __init__(
        self,
        below: Below,
        interviews: InterviewService,
        exchange: ExchangeService,
        queue: TaskQueue,
        settings: SettingsService,
        keychain: Keychain,
        connect: Callable[[Account], CalendarServer] | None = None,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._below = below
        self._db = below.database
        self._interviews = interviews
        self._exchange = exchange
        self._settings = settings
        self._keychain = keychain
        self._connect = connect or _connect
        self._leaving = Leaving(queue, CALENDAR, self._connect, self._password, self._left)
        self._task = StandingTask(self._db, queue, SYNC_TASK, "Keeping your calendar up to date")
        self._now = now
        self._passing = 0
        """The thread that makes a pass now: what changes because of it needs no pass of its own."""
        queue.register(TaskKind(SYNC_TASK, self._run, resume_after_crash=True, lane=CALENDAR))
        queue.seat(CALENDAR, lambda: 1)
        self._db.bus.within(InterviewsChanged, self._follow)
        self._db.bus.within(JobRemoved, self._follow)

    # Setting up ---------------------------------------------------------------------------------------------------

    def find_calendars(self, address: str, user: str, password: str) -> list[ServerCalendar]:
        """The calendars at a server; nothing is kept. An empty password is the one that is kept for this name there.
        Raises UserError as ``CalendarServer.calendars`` does."""
        from careercoach_desktop.foundation.calendars.session import checked_address

        address, user = checked_address(address), user.strip()
        password = password or self._password(address, user)
        if not user or not password:
            raise UserError("A calendar server wants a name and a password.", "Enter both.", code="calendar-password")
        with self._connect(Account(address, user, password)) as server:
            return server.calendars()

    def use(
        self, address: str, user: str, password: str, calendar: str, title: str = "", *, take_along: bool = False
    ) -> SecretPlace:
        """Keep interviews in this calendar from now on; says where the password is kept. What is in the calendar chosen
        before stays there; with ``take_along`` it comes here (and is taken out there, on whatever server that is). The
        password of a server that is left is forgotten."""
        from careercoach_desktop.foundation.calendars.session import checked_address

        address, user, before = checked_address(address), user.strip(), self._settings.current()
        place = self._keychain.keep(_account(address, user), password) if password else SecretPlace.KEYCHAIN
        same = _account(before.calendar_server, before.calendar_user) == _account(address, user)
        self._leaving.stop(address, user)
        with self._db.write() as unit:
            store = CalendarStore(unit.session)
            links = [link for link in store.links().values() if link.href]
            takes_out = take_along and not same and bool(links)
            if takes_out:
                self._leaving.start(unit, before.calendar_server, before.calendar_user, links)
            if before.calendar_name != calendar and not (take_along and same):
                store.drop_links()
            self._settings.choose(
                calendar_server=address, calendar_user=user, calendar_name=calendar, calendar_title=title
            )
        self.sync_soon()
        if before.calendar_server and not same and not takes_out:
            self._left(before.calendar_server, before.calendar_user)
        return place

    def forget(self, *, take_out: bool = False) -> None:
        """Keep them nowhere any more, and forget the password. What is in the calendar stays there, unless ``take_out``
        says otherwise; then the password is forgotten once that is done."""
        current = self._settings.current()
        with self._db.write() as unit:
            store = CalendarStore(unit.session)
            links = [link for link in store.links().values() if link.href]
            if take_out and links:
                self._leaving.start(unit, current.calendar_server, current.calendar_user, links)
            store.drop_links()
            for name in _SETTINGS:
                self._settings.forget(name)
        if current.calendar_server and not (take_out and links):
            self._keychain.remove(_account(current.calendar_server, current.calendar_user))

    def state(self) -> SyncState:
        """How it stands. Asks the keychain, so call it off the Qt thread."""
        current = self._settings.current()
        if not current.calendar_name:
            return SyncState(current.calendar_server, current.calendar_user)
        last, secret = self._task.last(), self._secret(current.calendar_server, current.calendar_user)
        with self._db.read() as session:
            links = CalendarStore(session).links().values()
        times = [link.synced for link in links]
        good = last is not None and last.state is TaskState.SUCCEEDED
        if last is not None and good and last.finished is not None:
            times.append(last.finished)
        failed = last is not None and last.state is TaskState.FAILED
        result = (last.result or {}) if last is not None and good else {}
        told = result.get("told", ())
        return SyncState(
            current.calendar_server,
            current.calendar_user,
            current.calendar_name,
            has_password=secret is not None and bool(secret.text),
            running=self._task.running(),
            last=max(times, default=None),
            problem=f"{last.error} {last.next_step}".strip() if last is not None and failed else "",
            told=tuple(map(str, told)) if isinstance(told, Sequence) else (),
            title=current.calendar_title,
            until_closed=secret is not None and secret.place is SecretPlace.SESSION,
        )

    # Doing --------------------------------------------------------------------------------------------------------

    def sync_soon(self) -> int | None:
        """In the background, unless one waits already; its task. None when no calendar is chosen."""
        return self._task.ask() if self._settings.current().calendar_name else None

    def start_sync(self) -> int:
        """Now, because the person asked; its task. Raises UserError ``calendar-none-chosen``."""
        if not self._settings.current().calendar_name:
            raise UserError(
                "No calendar on a server is chosen yet.",
                "Choose one in the settings, under Calendar.",
                code="calendar-none-chosen",
                place="settings.calendar",
            )
        return self._task.ask(waited_for=True)

    def take_back(self, taken: TakenIn) -> None:
        """Undo of what a pass changed here; the calendar follows."""
        self._exchange.take_back(taken)

    def take_again(self, taken: TakenIn) -> None:
        self._exchange.take_in_again(taken)

    def _follow(self, _event: object, unit: UnitOfWork) -> None:
        if threading.get_ident() != self._passing:
            unit.before_commit(self._ask_later)

    def _ask_later(self, _unit: UnitOfWork, _things: object) -> None:
        self.sync_soon()

    def _run(self, context: TaskContext, _payload: dict[str, Any]) -> dict[str, object]:
        from careercoach_desktop.features.interviews.service.sync_pass import SyncPass

        current = self._settings.current()
        if not current.calendar_name:
            return {"told": []}
        password = self._password(current.calendar_server, current.calendar_user)
        if not password:
            raise UserError(
                "The password of your calendar server is not kept on this computer any more.",
                "Enter it in the settings, under Calendar.",
                code="calendar-password",
                place="settings.calendar",
            )
        account = Account(current.calendar_server, current.calendar_user, password)
        with self._connect(account) as server, context.stopping(server.close):
            calendar = current.calendar_name
            done = SyncPass(self._below, self._interviews, self._exchange, server, calendar, context, self._now)
            self._passing = threading.get_ident()
            try:
                done.run()
            except Exception:
                context.check_cancelled()  # the connection was taken away because the task was to stop
                raise
            finally:
                self._passing = 0
        synced = CalendarSynced(tuple(done.told), done.taken())
        self._db.bus.tell(synced)
        return {"told": list(synced.told), "put": done.put, "changed": len(synced.taken.after)}

    def _left(self, server: str, user: str) -> None:
        """The new calendar works whether or not the old password could be taken out of a keychain that is locked."""
        current = self._settings.current()
        if _account(current.calendar_server, current.calendar_user) == _account(server, user):
            return  # it was chosen again meanwhile
        try:
            self._keychain.remove(_account(server, user))
        except UserError as error:
            log.warning("the password of the calendar server before is still kept: %s", error.code)

    def _password(self, address: str, user: str) -> str:
        secret = self._secret(address, user)
        return secret.text if secret is not None else ""

    def _secret(self, address: str, user: str) -> Secret | None:
        return self._keychain.find(_account(address, user)) if address and user else None


def _account(address: str, user: str) -> str:
    """Under which name the keychain has it; another one than any key for Claude."""
    return f"calendar:{user}@{host_of(address)}"


def _connect(account: Account) -> CalendarServer:
    from careercoach_desktop.foundation.calendars.server import CalendarServer

    return CalendarServer(account)
