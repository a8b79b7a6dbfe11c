"""One window for one data folder: a second start raises the first window instead.

A local socket named after the folder is both the lock and the doorbell; Qt makes it a named pipe on Windows.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER_MS = 1500


class SingleInstance(QObject):
    """``raise_requested`` tells the first window that somebody started the application again."""

    raise_requested = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:20]
        self._name = f"careercoach-{digest}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._ring)

    def claim(self) -> bool:
        """True when this is the first window; otherwise the first one has been asked to come forward."""
        if self._server.listen(self._name):
            return True
        if self._ask_first():
            return False
        QLocalServer.removeServer(self._name)  # left behind by a process that was killed
        return self._server.listen(self._name)

    def release(self) -> None:
        self._server.close()

    def _ask_first(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_ANSWER_MS):
            return False
        socket.disconnectFromServer()
        return True

    def _ring(self) -> None:
        while (connection := self._server.nextPendingConnection()) is not None:
            connection.close()
            connection.deleteLater()
            self.raise_requested.emit()
