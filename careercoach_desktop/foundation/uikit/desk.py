"""What every page gets: the way from the Qt thread to the services and back, and the words said to the person.

Services are synchronous and touch the disk, so ``run`` sends them, in order, to one background thread. What they tell
the bus arrives here as ``happened``, on the Qt thread. A coroutine given to ``start`` cannot fail unseen: a
``UserError`` becomes a message, anything else is logged with its trace and shown as one friendly dialog.
"""

from __future__ import annotations

import asyncio
import inspect
import logging
import sys
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QProcess, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.traces import frames
from careercoach_desktop.foundation.uikit import dialogs
from careercoach_desktop.foundation.uikit.second_press import second_press
from careercoach_desktop.foundation.uikit.toasts import Toast, ToastHost
from careercoach_desktop.foundation.uikit.undo import Change, UndoStack

P = ParamSpec("P")
R = TypeVar("R")
E = TypeVar("E")

log = logging.getLogger(__name__)

REMEDIES = {
    "settings": ("Open Settings", "settings", "claude"),
    "settings.web": ("Open Settings", "settings", "web"),
    "settings.calendar": ("Open Settings", "settings", "calendar"),
    "settings.voice": ("Open Settings", "settings", "voice"),
}
"""What ``UserError.place`` may say: the words of the button that leads there, the page, the part of it."""


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """A place inside a record: the ``path`` of a value, or a rectangle ``region`` on a page of its file, as the page
    that shows such records understands them."""

    record: int
    path: str = ""
    region: object = None


class Desk(QObject):
    """One per window. ``loop`` is the asyncio loop that runs inside Qt's; by default the running one."""

    happened = Signal(object)
    open_requested = Signal(str, object)
    _arrived = Signal(object)

    def __init__(
        self, bus: Bus, *, loop: asyncio.AbstractEventLoop | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._loop = loop
        self._window: QWidget | None = None
        self._toasts: ToastHost | None = None
        self._ordered = ThreadPoolExecutor(1, thread_name_prefix="desk-run")
        self._several = ThreadPoolExecutor(3, thread_name_prefix="desk-work")
        self._tasks: set[asyncio.Task[None]] = set()
        self._asked: set[asyncio.Future[Any]] = set()
        self._listeners: dict[type, list[Callable[[Any], object]]] = {}
        self._telling_of_bug = False
        self._closed = False
        self.undo = UndoStack(self, self.settled)
        self._arrived.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._stop_listening = bus.after_any(self._arrived.emit)

    def set_window(self, window: QWidget) -> None:
        """The window on which toasts and dialogs stand."""
        self._window = window
        self._toasts = ToastHost(window)
        second_press.watch(window.windowHandle())

    @property
    def window(self) -> QWidget | None:
        """On which a dialog stands that no page opens."""
        return self._window

    @property
    def toasts(self) -> ToastHost | None:
        return self._toasts

    async def run(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call a service on the one ordered background thread and return what it returns (or raise what it raises).

        Calls finish in the order they were made. A call that has begun is not interrupted by cancellation.
        """
        asked = self._current_loop().run_in_executor(self._ordered, partial(function, *args, **kwargs))
        self._asked.add(asked)
        asked.add_done_callback(self._asked.discard)
        return await asyncio.shield(asked)

    async def work(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The same for short background work that needs no order, on three threads."""
        return await self._in(self._several, partial(function, *args, **kwargs))

    def start(self, coroutine: Coroutine[Any, Any, object], *, owner: QObject | None = None) -> asyncio.Task[None]:
        """Run a coroutine of the interface; its errors are shown. Cancelled when ``owner`` dies or the desk closes;
        what it has asked of a service by then is done all the same."""
        task = self._current_loop().create_task(self._guard(coroutine))
        self._tasks.add(task)

        def abandon() -> None:
            task.cancel()

        connection = owner.destroyed.connect(abandon) if owner is not None else None

        def forget(_done: asyncio.Task[None]) -> None:
            self._tasks.discard(task)
            coroutine.close()  # when it was cancelled before its first step
            if owner is not None and connection is not None and shiboken6.isValid(owner):
                owner.destroyed.disconnect(connection)

        task.add_done_callback(forget)
        return task

    def on(self, kind: type[E], slot: Callable[[E], object], *, owner: QObject) -> None:
        """Call ``slot(event)`` on the Qt thread after every committed event of exactly this class, while ``owner``
        lives. A coroutine function is started as with ``start``."""
        listeners = self._listeners.setdefault(kind, [])
        listeners.append(slot)
        owner.destroyed.connect(lambda: listeners.remove(slot))

    def toast(
        self,
        text: str,
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        tone: str = "neutral",
        kind: str = "",
    ) -> Toast | None:
        """Say something in passing. ``tone``: neutral, accent, good, warn or bad; ``on_action`` may be a coroutine
        function; a message of a ``kind`` takes the place of the one before of that kind. The returned toast can be told
        to ``leave()``; None without a window."""
        if self._toasts is None:
            log.info("a message found no window to stand on")
            return None
        answer = partial(self._call, on_action) if on_action is not None else None
        return self._toasts.show(text, action=action, on_action=answer, tone=tone, kind=kind)

    def offer_undo(self, text: str, change: Change, *, action: str = "Undo") -> None:
        """Say what was done and offer to undo exactly that; the offer goes when it is undone another way."""
        toast = self.toast(text, action=action, on_action=partial(self.undo.take_back, change))
        if toast is not None:
            toast.about = change
            self.undo.left.connect(toast.leave_with)

    def keep_clear(self, bar: QWidget) -> None:
        """Toasts stand above this bar at the bottom of a page while it is in sight; call after ``set_window``."""
        if self._toasts is not None:
            self._toasts.stand_above(bar)

    def keep_toasts_under(self, card: QWidget) -> None:
        """While this card near the bottom is in sight, only one toast is, below it; call after ``set_window``."""
        if self._toasts is not None:
            self._toasts.stand_under(card)

    def toasts_over(self, place: QWidget) -> None:
        """While this part of a page is in sight, toasts stand over it rather than in the middle of the window, where
        somebody may be writing; call after ``set_window``."""
        if self._toasts is not None:
            self._toasts.stand_over(place)

    def open(
        self, page: str, record: int | None = None, *, section: str = "", place: RecordPlace | None = None
    ) -> None:
        """Go to a page, and to a record, a place in a record or a named section; the application listens to
        ``open_requested``."""
        self.open_requested.emit(page, place or section or record)

    def open_remedy(self, place: str) -> None:
        """Go to where the person can put right what went wrong; ``place`` as ``UserError`` has it."""
        _words, page, section = REMEDIES[place]
        self.open(page, section=section)

    async def ask(self, title: str, text: str, *, confirm: str, cancel: str = "Cancel", danger: bool = False) -> bool:
        """Ask before what cannot be undone; true when confirmed."""
        return await dialogs.ask(self._window, title, text, confirm=confirm, cancel=cancel, danger=danger)

    async def choose_files(self, title: str, filters: Sequence[str] = ()) -> list[Path]:
        """Files to open; empty when the person changed their mind. Filters as ``"PDF (*.pdf)"``."""
        return await dialogs.choose_files(self._window, title, tuple(filters))

    async def choose_save(self, title: str, suggested: str, filters: Sequence[str] = ()) -> Path | None:
        """Where to save a file that is suggested to be called ``suggested``."""
        return await dialogs.choose_save(self._window, title, suggested, tuple(filters))

    async def choose_folder(self, title: str) -> Path | None:
        """An existing folder."""
        return await dialogs.choose_folder(self._window, title)

    def reveal(self, path: Path) -> None:
        """Show the file in the system's file manager (its folder, where the manager cannot select)."""
        if sys.platform == "win32":
            QProcess.startDetached("explorer", ["/select,", str(path)])
        elif sys.platform == "darwin":
            QProcess.startDetached("open", ["-R", str(path)])
        else:
            folder = path if path.is_dir() else path.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def report(self, error: BaseException) -> None:
        """Show an error the way ``start`` does, for code that catches (and logs) its own."""
        if isinstance(error, UserError):
            log.info("told the person: %s", error.code)
            self._tell_of(error)
            return
        if not self._telling_of_bug and not self._closed:
            self._telling_of_bug = True
            self.start(self._tell_of_bug(error))

    def _tell_of(self, error: UserError) -> None:
        """Once while it is to be seen: ten things that fail for one reason say it once."""
        said = str(error)
        if self._toasts is not None and any(said == toast.accessibleName() for toast in self._toasts.toasts):
            return
        if error.place in REMEDIES:
            action = REMEDIES[error.place][0]
            self.toast(said, tone="bad", action=action, on_action=partial(self.open_remedy, error.place))
        else:
            self.toast(said, tone="bad")

    async def settled(self) -> None:
        """Wait until what was asked of the services by now is done, and whoever asked has gone on."""
        if asked := set(self._asked):
            await asyncio.wait(asked)
        for _step in range(3):  # those who asked, also a moment ago, are woken and do what follows
            await asyncio.sleep(0)

    async def drain(self) -> None:
        """Wait until everything asked of the services is done, also what a page asks while it is being hidden."""
        await asyncio.sleep(0)  # coroutines that were just started ask in their first step
        while self._asked:
            await asyncio.wait(set(self._asked))
            await asyncio.sleep(0)

    async def close(self) -> None:
        """Finish what was asked of the services, stop listening, cancel the rest. The window stays alive meanwhile."""
        await self.drain()
        self._closed = True
        self._stop_listening()
        running = [task for task in self._tasks if task is not asyncio.current_task()]
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        for pool in (self._ordered, self._several):
            await self._current_loop().run_in_executor(None, partial(pool.shutdown, wait=True, cancel_futures=True))

    async def _in(self, pool: ThreadPoolExecutor, call: Callable[[], R]) -> R:
        return await self._current_loop().run_in_executor(pool, call)

    def _current_loop(self) -> asyncio.AbstractEventLoop:
        return self._loop if self._loop is not None else asyncio.get_running_loop()

    async def _guard(self, coroutine: Coroutine[Any, Any, object]) -> None:
        try:
            await coroutine
        except UserError as error:
            self.report(error)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is logged and shown
            log.error("a step of the interface failed: %s", frames(error))  # noqa: TRY400 - see frames
            self.report(error)

    async def _tell_of_bug(self, error: BaseException) -> None:
        try:
            await dialogs.show_bug(self._window, error)
        finally:
            self._telling_of_bug = False

    def _tell(self, event: object) -> None:
        if self._closed:
            return
        for slot in list(self._listeners.get(type(event), ())):
            self._call(slot, event)
        self.happened.emit(event)

    def _call(self, function: Callable[..., object], *args: object) -> None:
        try:
            result = function(*args)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is logged and shown
            log.error("a listener of the interface failed: %s", frames(error))  # noqa: TRY400 - see frames
            self.report(error)
            return
        if inspect.iscoroutine(result):
            self.start(result)
