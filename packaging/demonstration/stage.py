"""The real application off-screen, and the way to wait for it: for what it tells, and until everything is shown.

Nothing here waits for a length of time. What takes time in the window is a task of the queue, a coroutine, a timer that
fires once or a movement; ``settled`` waits until there is none of them.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractAnimation, QTimer, SignalInstance
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QWidget

from careercoach_desktop.app.application import Application
from careercoach_desktop.app.features import pages
from careercoach_desktop.app.single_instance import SingleInstance
from careercoach_desktop.app.window import MainWindow
from careercoach_desktop.foundation.feature import Provider
from careercoach_desktop.foundation.tasks.model import TaskChanged
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.uikit import Desk, current_theme
from careercoach_desktop.foundation.uikit.toasts import Toast

E = TypeVar("E")
T = TypeVar("T")

SIZE = (1440, 900)
LOOK_AGAIN_S = 0.05
"""A coroutine that has come to a dialog does not end before the person answers."""
_QUIET_ROUNDS = 3
"""An event needs a turn of the loop to arrive and another one to be answered."""
_NEVER_DONE = {
    *("Application.live", "Application._make_safe", "Dialog.answer"),
    *("Announcer._keep_looking", "DueButton._keep_counting"),
}
"""Coroutines that wait for the person, for an idle moment or for the next quarter of an hour: no reason to wait for
them."""


class Faults(logging.Handler):
    """Keeps what the application logged as an error, so that a demonstration that hid one fails."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(self.format(record))


class Stage:
    """One application on ``folder``; ``open`` before anything else, ``leave`` at the end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.window = MainWindow(pages())
        self.window.show()
        self.window.resize(*SIZE)
        self.window.activateWindow()
        first = SingleInstance(folder)
        first.claim()
        self._application = Application(self.window, folder, first, sample=False)
        self._life: asyncio.Task[None] | None = None

    @property
    def desk(self) -> Desk:
        """The desk of the workspace in front."""
        return self._application.findChildren(Desk)[-1]

    def get(self, kind: type[T]) -> T:
        """A service of the workspace in front."""
        opened = self._application._open  # noqa: SLF001  the application hands its services to nobody but features
        if opened is None:
            raise RuntimeError("No workspace is open.")
        provider: Provider = opened.workspace.provider
        return provider.get(kind)

    def page(self, kind: type[T]) -> T:
        """The page in front, which must be of this kind."""
        page = self.window.current_page()
        if not isinstance(page, kind):
            raise TypeError(f"the page in front is {type(page).__name__}, not {kind.__name__}")
        return page

    async def open(self) -> None:
        self._life = asyncio.get_running_loop().create_task(self._application.live())
        await self.settled()

    async def open_sample(self) -> None:
        """Look around with the sample data, as the welcome screen's button does."""
        self._application.open_folder(self.folder, sample=True)
        await self.settled()

    async def show(self, page: str, record: int | None = None) -> None:
        self.window.activateWindow()  # a dialog that closed leaves no window active off-screen
        self.desk.open(page, record)
        await self.settled()

    async def leave(self) -> None:
        self.window.close()
        if self._life is not None:
            await self._life

    @asynccontextmanager
    async def hearing(
        self, kind: type[E], wanted: Callable[[E], bool] = lambda _event: True
    ) -> AsyncIterator[Awaitable[E]]:
        """Listen from now on; what is yielded can be awaited for the first such event after a commit.

        Waiting has no end of its own: whoever performs sets one around the whole step.
        """
        heard: asyncio.Future[E] = asyncio.get_running_loop().create_future()

        def hear(event: object) -> None:
            if isinstance(event, kind) and not heard.done() and wanted(event):
                heard.set_result(event)

        desk = self.desk
        desk.happened.connect(hear)
        try:
            yield heard
        finally:
            desk.happened.disconnect(hear)

    async def settled(self) -> None:
        """Wait until no task runs, no coroutine of the interface is under way and nothing moves."""
        quiet = 0
        while quiet < _QUIET_ROUNDS:
            await asyncio.sleep(0)  # one turn of Qt's loop: what was posted arrives
            quiet = 0 if await self._wait_for_something() else quiet + 1

    async def _wait_for_something(self) -> bool:
        under_way = [task for task in asyncio.all_tasks() if task is not asyncio.current_task() and not _idles(task)]
        if under_way:
            await asyncio.wait(under_way, timeout=LOOK_AGAIN_S)
            return True
        for movement in self.window.findChildren(QAbstractAnimation):
            if movement.state() is QAbstractAnimation.State.Running and movement.loopCount() > 0:
                await _once(movement.finished)
                return True
        for timer in self.window.findChildren(QTimer):
            if timer.isActive() and timer.isSingleShot() and not isinstance(timer.parent(), Toast):
                await _once(timer.timeout)
                return True
        return await self._wait_for_queue()

    async def _wait_for_queue(self) -> bool:
        if self._application._open is None:  # noqa: SLF001  between two workspaces
            return False
        async with self.hearing(TaskChanged, lambda event: event.task.state.is_over) as over:
            if not await self.desk.run(self.get(TaskQueue).active):
                return False
            await over
        return True

    async def picture(self, name: str, into: Path, dialog: QDialog | None = None) -> None:
        """``name-light.png`` and ``name-dark.png`` of the window, with the dialog over it where there is one."""
        self.forget_toasts()
        for look in ("light", "dark"):
            current_theme().choose(look)
            await self.settled()
            shot = self.window.grab()
            if dialog is not None:
                _lay_over(shot, dialog.grab())
            file = into / f"{name}-{look}.png"
            if not shot.save(str(file)):
                raise OSError(f"{file} could not be written")
        current_theme().choose("light")

    def forget_toasts(self) -> None:
        """Messages that pass by are no part of a screen."""
        for toast in self.window.findChildren(Toast):
            toast.leave()

    def dialog(self) -> QDialog:
        """The dialog in front."""
        return next(dialog for dialog in self.window.findChildren(QDialog) if dialog.isVisible())

    def find(self, kind: type[T], wanted: Callable[[T], bool] = lambda _widget: True) -> T:
        """The first visible widget of this kind; raises LookupError."""
        widgets: list[Any] = self.window.findChildren(kind)  # type: ignore[arg-type]  # a QWidget class
        for widget in widgets:
            if isinstance(widget, QWidget) and widget.isVisible() and wanted(widget):
                return widget
        raise LookupError(f"no such {kind.__name__} is on screen")


async def _once(signal: SignalInstance) -> None:
    """Wait for the next time the signal is emitted."""
    emitted: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def note(*_values: object) -> None:
        if not emitted.done():
            emitted.set_result(None)

    signal.connect(note)
    try:
        await emitted
    finally:
        signal.disconnect(note)


def _idles(task: asyncio.Task[Any]) -> bool:
    """Whether the task waits for a person or for an idle moment, at any depth."""
    awaited: Any = task.get_coro()
    while awaited is not None:
        if getattr(awaited, "__qualname__", "") in _NEVER_DONE:
            return True
        awaited = getattr(awaited, "cr_await", None)
    return False


def _lay_over(window: QPixmap, dialog: QPixmap) -> None:
    """Draw the dialog in the middle of the window, where a desktop puts it."""
    painter = QPainter(window)
    painter.drawPixmap((window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2, dialog)
    painter.end()
