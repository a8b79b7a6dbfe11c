"""The second press of a double click belongs to what the first one hit.

A first click may open a drawer or scroll what lies under the pointer; what has come there since was not meant. It is
heard at the window, which knows where both presses went.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_WATCHED = "kit-presses-watched"


class _SecondPress(QObject):
    """Swallows it where the first one's widget is still shown, but elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self._first: QWidget | None = None
        self._swallows = False

    def watch(self, window: QWindow | None) -> None:
        """Listen to a window; a second time does nothing."""
        if window is not None and not window.property(_WATCHED):
            window.setProperty(_WATCHED, True)  # noqa: FBT003 - Qt's method
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and isinstance(watched, QWindow):
            kind = event.type()
            doubled = event.flags() & Qt.MouseEventFlag.MouseEventCreatedDoubleClick
            if kind == QEvent.Type.MouseButtonPress and not doubled:
                self._first, self._swallows = _widget_at(watched, event.position()), False
            elif kind == QEvent.Type.MouseButtonDblClick:
                self._swallows = self._moved_away(_widget_at(watched, event.position()))
                return self._swallows
            elif kind == QEvent.Type.MouseButtonRelease and self._swallows:
                self._swallows = False
                return True
        return False

    def _moved_away(self, hit: QWidget | None) -> bool:
        first = self._first
        return first is not None and isValid(first) and first.isVisible() and hit is not first


def _widget_at(window: QWindow, at: QPointF) -> QWidget | None:
    whole = next((each for each in QApplication.topLevelWidgets() if each.windowHandle() is window), None)
    return (whole.childAt(at.toPoint()) or whole) if whole is not None else None


second_press = _SecondPress()
