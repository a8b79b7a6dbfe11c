"""One window for one data folder: a second start raises the first window instead.

The operating system's lock on the folder decides who is first (it ends with its process, however that ends). A local
socket named after the folder is only the doorbell.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.files import private_folder
from careercoach_desktop.foundation.storage.instance import DataFolderLock

FOLDER_KEY = "data.folder"
"""Under which the window remembers the folder it showed last."""
_ANSWER_MS = 1500


class SingleInstance(QObject):
    """``raise_requested`` tells the first window that somebody started the application again."""

    raise_requested = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _name_of(folder)
        self._lock = DataFolderLock(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer_door)

    def claim(self) -> bool:
        """True when this is the folder's window; otherwise the first one has been asked to come forward.

        A folder that can't be written is nobody's: opening it will say so in the window.
        """
        try:
            first = self._lock.acquire()
        except UserError:
            return True
        if not first:
            self._ring()
            return False
        self._server.listen(self._name)
        return True

    def move_to(self, folder: Path) -> None:
        """Hold another folder instead, because the window is about to show it.

        Raises UserError when another window shows that folder; the old one is then still held.
        """
        if DataFolderLock(folder).path == self._lock.path:
            return
        private_folder(folder)
        lock = DataFolderLock(folder)
        if not lock.acquire():
            raise UserError(
                f"“{folder.name}” is already open in another window.", "Close that window first.", code="folder-in-use"
            )
        self.release()
        self._lock = lock
        self._name = _name_of(folder)
        self._server.listen(self._name)

    def release(self) -> None:
        self._server.close()
        self._lock.release()

    def _ring(self) -> None:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_ANSWER_MS):
            socket.disconnectFromServer()

    def _answer_door(self) -> None:
        while (connection := self._server.nextPendingConnection()) is not None:
            connection.close()
            connection.deleteLater()
            self.raise_requested.emit()


def _name_of(folder: Path) -> str:
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:20]
    return f"careercoach-{digest}"
