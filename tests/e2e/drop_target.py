"""A small window of another program to drop files on, as a folder or an e-mail would be.

``python -m tests.e2e.drop_target X Y FOLDER`` shows a square at the given place; files dropped on it are copied there.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel


class Target(QLabel):
    def __init__(self, folder: Path) -> None:
        super().__init__("drop here")
        self._folder = folder
        self.setWindowTitle("Folder")
        self.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setFixedSize(120, 90)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            shutil.copy(url.toLocalFile(), self._folder)


def main() -> int:
    application = QApplication(sys.argv[:1])
    target = Target(Path(sys.argv[3]))
    target.move(int(sys.argv[1]), int(sys.argv[2]))
    target.show()
    print("ready", flush=True)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
