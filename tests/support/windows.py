"""A real window for widget tests: a Desk on a qasync loop, and a way to await a coroutine while Qt runs.

Import the fixtures into a ``conftest.py`` or a test module::

    from tests.support.windows import await_, bus, desk, qt_loop, show  # noqa: F401
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.uikit.desk import Desk
from careercoach_desktop.foundation.uikit.layouts import column

T = TypeVar("T")
Await = Callable[[Coroutine[Any, Any, T]], T]


@pytest.fixture
def qt_loop(qapp: QApplication) -> Iterator[QEventLoop]:
    """An asyncio loop that runs whenever Qt's does, so ``qtbot.waitUntil`` drives coroutines too."""
    loop = QEventLoop(qapp)
    # Told to be the running loop rather than run: stopping a running one makes Qt refuse every later nested loop.
    asyncio.set_event_loop(loop)
    asyncio.events._set_running_loop(loop)
    yield loop
    pending = [task for task in asyncio.all_tasks(loop) if not task.done()]
    for task in pending:
        task.cancel()
    while not all(task.done() for task in pending):
        qapp.processEvents()
    asyncio.events._set_running_loop(None)
    loop.close()
    asyncio.set_event_loop(None)


@pytest.fixture
def await_(qt_loop: QEventLoop, qtbot: QtBot) -> Await[Any]:
    """``await_(coroutine)`` runs it with Qt running and returns its result, or raises what it raised."""

    def wait(coroutine: Coroutine[Any, Any, T]) -> T:
        task = qt_loop.create_task(coroutine)
        qtbot.waitUntil(task.done, timeout=10_000)
        return task.result()

    return wait


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., QWidget]:
    """``show(widget, …)`` puts widgets under each other into an active window that lives as long as the test."""
    windows: list[QWidget] = []  # qtbot itself keeps only weak references

    def make(*widgets: QWidget) -> QWidget:
        window = QWidget()
        window.setLayout(column(*widgets, margins=20))
        window.resize(420, 300)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return make


@pytest.fixture
def bus() -> Bus:
    return Bus()


@pytest.fixture
def desk(qt_loop: QEventLoop, qtbot: QtBot, bus: Bus) -> Iterator[Desk]:
    """A Desk with a small empty window for its toasts and dialogs. Override the ``bus`` fixture (``return
    database.bus``) to hear what services tell."""
    made = Desk(bus, loop=qt_loop)
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    window.show()
    made.set_window(window)
    yield made
    closing = qt_loop.create_task(made.close())
    qtbot.waitUntil(closing.done, timeout=10_000)


def settle(qapp: QApplication) -> None:
    """Let Qt finish what it has put off: deletions, layouts, queued signals."""
    for _round in range(5):
        qapp.processEvents()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
