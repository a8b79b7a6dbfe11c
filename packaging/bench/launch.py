"""One start in a process of its own: ``python -m bench.launch app FOLDER JOBS`` or ``python -m bench.launch empty``.

Prints the moments (of the machine-wide clock) when the window was painted and, for the application, when it could be
used: its board showed all the jobs and a click on a card had opened the drawer; when that job's details had arrived;
and the longest the event loop kept anything waiting in between. Then leaves as a person does. What the application
imports is imported where it imports it.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPaintEvent

LOOK_EVERY_MS = 5
WATCHED_AFTER_S = 3.0
"""How much longer the loop is watched, while the application does what it keeps for idle moments."""
SIZE = (1440, 900)


def main(arguments: list[str]) -> int:
    if arguments == ["empty"]:
        return empty_window()
    kind, folder, jobs = arguments
    return application(Path(folder), int(jobs)) if kind == "app" else 2


def empty_window() -> int:
    """The least a Qt program can do."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Watched(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            super().paintEvent(event)
            QTimer.singleShot(0, self, self.tell)

        def tell(self) -> None:
            say(painted=time.perf_counter(), peak=peak())
            running.quit()

    running = QApplication(sys.argv[:1])
    window = Watched()
    window.resize(*SIZE)
    window.show()
    return running.exec()


def application(folder: Path, jobs: int) -> int:
    """The real start, with a window that notes what it shows."""
    from careercoach_desktop.app import main as start

    class Watched(start.MainWindow):
        """Looks every few milliseconds; ``moments`` are what it saw first when."""

        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            self.moments: dict[str, float] = {}
            self._turn = 0.0
            self._longest = 0.0

        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            super().paintEvent(event)
            if not self._turn:
                self._turn = time.perf_counter()
                QTimer.singleShot(0, self, self._begin)  # once the children are painted too

        def _begin(self) -> None:
            if not self.sidebar.isVisible() or not shows(self, "Jobs"):
                raise RuntimeError("The first window lacks its sidebar or its title.")
            self.moments["painted"] = self._turn = time.perf_counter()
            QTimer.singleShot(LOOK_EVERY_MS, self, self._look)

        def _look(self) -> None:
            now = time.perf_counter()
            self._longest = max(self._longest, (now - self._turn) * 1000 - LOOK_EVERY_MS)
            self._see(now)
            if now - self.moments.get("ready", now) > WATCHED_AFTER_S:
                say(**self.moments, longest=self._longest, peak=peak())
                self.close()
                return
            self._turn = time.perf_counter()
            QTimer.singleShot(LOOK_EVERY_MS, self, self._look)

        def _see(self, now: float) -> None:
            page: Any = self.current_page()
            board = getattr(page, "board", None)
            if board is None or board.cards.total() < jobs:
                return
            if "filled" not in self.moments:
                self.repaint()
                self.moments["filled"] = time.perf_counter()
                click(next(each.view for each in board.columns.values() if each.view.cards.rowCount()))
            elif "usable" not in self.moments and page.details.wanted is not None:
                self.repaint()
                self.moments["usable"] = time.perf_counter()
            elif "ready" not in self.moments and page.details.job is not None:
                self.moments["ready"] = now

    start.MainWindow = Watched  # type: ignore[misc]  # the start is measured, so it is left as it is
    return start.run(start.Launch(folder=folder, theme="light"))


def click(view: Any) -> None:
    """On its first card, as a mouse does: the events wait their turn in Qt's queue."""
    spot = QPointF(view.visualRect(view.cards.index(0)).center())
    place = QPointF(view.viewport().mapToGlobal(spot))
    button = Qt.MouseButton.LeftButton
    for kind, held in ((QEvent.Type.MouseButtonPress, button), (QEvent.Type.MouseButtonRelease, button.NoButton)):
        event = QMouseEvent(kind, spot, place, button, held, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.postEvent(view.viewport(), event)


def shows(window: Any, text: str) -> bool:
    """Whether a label with exactly this text is to be seen in the page in front."""
    from PySide6.QtWidgets import QLabel

    return any(label.text() == text and label.isVisible() for label in window.current_page().findChildren(QLabel))


def peak() -> float:
    from bench.figures import peak_memory

    return peak_memory()


def say(**moments: float) -> None:
    print(json.dumps(moments), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
