"""The whole application in the tests' own process: a main window, and data folders opened in it one after another.

Import the fixtures into a ``conftest.py`` together with those of ``tests.support.windows``::

    from tests.support.application import running  # noqa: F401
"""

from __future__ import annotations

import asyncio
import multiprocessing
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

from careercoach_desktop.app.application import Application
from careercoach_desktop.app.features import pages
from careercoach_desktop.app.recovery import RecoveryPage
from careercoach_desktop.app.single_instance import SingleInstance
from careercoach_desktop.app.window import MainWindow
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.feature import Provider
from careercoach_desktop.foundation.storage.files import private_folder
from careercoach_desktop.foundation.uikit import Desk, current_theme, keep_in

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


class Running:
    """One start of the application. ``start`` opens a folder, ``leave`` closes the window and waits for the end."""

    def __init__(self, loop: QEventLoop, qtbot: QtBot, folder: Path) -> None:
        self.folder = folder
        self.window = MainWindow(pages())
        self._loop = loop
        self._qtbot = qtbot
        self._life: asyncio.Task[None] | None = None
        self.application: Application | None = None

    def start(self, *, sample: bool = False, page: str = "") -> None:
        """``page`` is asked for while the data is still being opened."""
        with suppress(OSError, UserError):
            private_folder(self.folder)
        self.instance = SingleInstance(self.folder)
        assert self.instance.claim()
        self.application = Application(self.window, self.folder, self.instance, sample=sample)
        self.window.show_opening("jobs")
        self.window.show()
        self.window.activateWindow()
        self._life = self._loop.create_task(self.application.live())
        if page:
            self.window.page_requested.emit(page)
        self._qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def provider(self) -> Provider:
        """Of the workspace in front."""
        assert self.application is not None
        assert self.application._open is not None
        return self.application._open.workspace.provider

    @property
    def desk(self) -> Desk:
        assert self.application is not None
        assert self.application._desk is not None
        return self.application._desk

    def page(self, kind: type[W], timeout: int = 20_000) -> W:
        """Wait until a page of this class is in front and the services it stands on are there (recovery has none)."""
        assert self.application is not None
        in_front = self.window.current_page
        life = self.application

        def stands() -> bool:
            return life._ready or kind is RecoveryPage

        self._qtbot.waitUntil(lambda: isinstance(in_front(), kind) and stands(), timeout=timeout)
        page = self.window.current_page()
        assert isinstance(page, kind)
        return page

    def leave(self) -> None:
        life = self._life
        if life is not None and not life.done():
            self.window.close()
            self._qtbot.waitUntil(life.done, timeout=20_000)
            life.result()
            self.instance.release()


def at_work() -> set[str]:
    """Names of the threads and child processes that are alive now."""
    named = [thread for thread in threading.enumerate() if not thread.name.startswith("Dummy")]  # those are Qt's own
    threads = {f"{thread.name}#{thread.ident}" for thread in named}
    return threads | {f"process {child.pid}" for child in multiprocessing.active_children()}


@pytest.fixture
def running(qt_loop: QEventLoop, qtbot: QtBot, tmp_path: Path) -> Iterator[Running]:
    """Not started yet, on a folder that does not exist yet; what it remembers of the window is its own."""
    keep_in(tmp_path / "window.ini")
    made = Running(qt_loop, qtbot, tmp_path / "data")
    yield made
    made.leave()
    made.window.deleteLater()
    current_theme().choose("light")
