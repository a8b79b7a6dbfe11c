"""One door to the system's notifications. Where there are none, ``show`` says so, and the window speaks instead."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from careercoach_desktop.foundation.uikit.icons import icon

if TYPE_CHECKING:
    from careercoach_desktop.foundation.uikit.desk import Desk

_SHOWN_MS = 10_000
_IN_TRAY_MS = 60_000
"""How long the tray holds us after a message, so that a click on it still finds somebody."""


class Notifier(Protocol):
    """What the application needs of the system. ``clicked`` is a signal that brings the key of what was clicked."""

    @property
    def clicked(self) -> Any: ...

    async def show(self, title: str, text: str, key: str) -> bool: ...


class SystemNotifications(QObject):
    """Linux desktops over D-Bus; Windows and macOS through a tray icon that is there only as long as the message."""

    clicked = Signal(str)
    _heard = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._tray: QSystemTrayIcon | None = None
        self._key = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_IN_TRAY_MS)
        self._rest.timeout.connect(self._leave_tray)
        self._heard.connect(self.clicked, Qt.ConnectionType.QueuedConnection)
        self._bus = None
        if sys.platform.startswith("linux"):
            from careercoach_desktop.foundation.freedesktop import DesktopNotifications

            self._bus = DesktopNotifications(self._heard.emit)
            self.destroyed.connect(self._bus.close)

    async def show(self, title: str, text: str, key: str) -> bool:
        """Whether the system took it. Short words only: they may stand on a locked screen."""
        if self._bus is not None:
            return await self._desk.work(self._bus.show, title, text, key)
        return self._show_from_tray(title, text, key)

    def _show_from_tray(self, title: str, text: str, key: str) -> bool:
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return False
        if self._tray is None:
            self._tray = QSystemTrayIcon(icon("briefcase", "accent"), self)
            self._tray.setToolTip("Career Coach")
            self._tray.messageClicked.connect(lambda: self.clicked.emit(self._key))
            self._tray.activated.connect(lambda _reason: self.clicked.emit(self._key))
        self._key = key
        self._tray.show()
        self._tray.showMessage(title, text, icon("briefcase", "accent"), _SHOWN_MS)
        self._rest.start()
        return True

    def _leave_tray(self) -> None:
        if self._tray is not None:
            self._tray.hide()
