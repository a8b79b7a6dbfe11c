"""The real application in this process, opened on a folder off-screen, for what is measured with its window."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from demonstration.stage import Stage
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from qasync import QEventLoop

from bench.figures import Figure
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.foundation.uikit import current_theme, keep_in

T = TypeVar("T")


def run(measure: Callable[[Stage], Coroutine[Any, Any, list[Figure]]], folder: Path) -> list[Figure]:
    """Open ``folder``, wait until everything is shown, measure, leave."""
    QCoreApplication.setApplicationName("CareerCoach")
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    logging.basicConfig(level=logging.ERROR, stream=sys.stderr)
    keep_in(folder / "window.ini")
    current_theme().choose("light")
    loop = QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop:
        return loop.run_until_complete(_perform(measure, folder))


async def _perform(measure: Callable[[Stage], Coroutine[Any, Any, list[Figure]]], folder: Path) -> list[Figure]:
    stage = Stage(folder)
    await stage.open()
    figures = await measure(stage)
    await stage.leave()
    return figures


def paint_now(window: QWidget) -> None:
    """Paint what has changed, without waiting for the screen's next turn."""
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))


def frame(window: QWidget) -> float:
    """Milliseconds to paint the whole window."""
    begin = time.perf_counter()
    window.repaint()
    return (time.perf_counter() - begin) * 1000


def cards_in_sight(page: JobsPage) -> int:
    """How many cards the board shows, wholly or in part."""
    seen = 0
    for column in page.board.columns.values():
        view = column.view
        if view.isVisible() and not column.visibleRegion().isEmpty():
            rows = range(view.cards.rowCount())
            inside = view.viewport().rect()
            seen += sum(1 for _ in _until_out_of(inside.bottom(), view, rows))
    return seen


def _until_out_of(bottom: int, view: Any, rows: range) -> Any:
    for row in rows:
        if view.visualRect(view.cards.index(row)).top() > bottom:
            return
        yield row
