"""One start in a process of its own: ``python -m bench.launch app FOLDER JOBS`` or ``python -m bench.launch empty``.

Prints the moments (of the machine-wide clock) when the window was painted and, for the application, when its board
showed all the jobs; then leaves as a person does. What the application imports is imported where it imports it.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent

LOOK_EVERY_MS = 5
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
            say(painted=time.perf_counter())
            running.quit()

    running = QApplication(sys.argv[:1])
    window = Watched()
    window.resize(*SIZE)
    window.show()
    return running.exec()


def application(folder: Path, jobs: int) -> int:
    """The real start, with a window that notes when it was painted."""
    from careercoach_desktop.app import main as start

    class Watched(start.MainWindow):
        painted = 0.0

        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            super().paintEvent(event)
            if not self.painted:
                QTimer.singleShot(0, self, self.begin_to_look)  # once the children are painted too

        def begin_to_look(self) -> None:
            if not self.painted:
                self.painted = time.perf_counter()
                QTimer.singleShot(LOOK_EVERY_MS, self, self.look)

        def look(self) -> None:
            board: Any = getattr(self.current_page(), "board", None)
            if board is None or board.cards.total() < jobs:
                QTimer.singleShot(LOOK_EVERY_MS, self, self.look)
                return
            self.repaint()
            say(painted=self.painted, usable=time.perf_counter())
            self.close()

    start.MainWindow = Watched  # type: ignore[misc]  # the start is measured, so it is left as it is
    return start.run(start.Launch(folder=folder, theme="light"))


def say(**moments: float) -> None:
    from bench.figures import peak_memory

    print(json.dumps({**moments, "peak": peak_memory()}), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
