"""The focus ring, for controls that paint themselves: shown to those who use the keyboard, not after a click.

Qt says why a widget got the focus, but a widget that is hidden under the pointer passes it on "by Tab" too. So, as in
browsers, what counts is the last thing the person touched: a key or the mouse. It is heard at the windows, which get
every key and click first, and few other events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

# Qt cannot inherit from two of its classes; the mixin is one only for the type checker.
if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_WATCHED = "kit-watched"


class _LastInput(QObject):
    """Whether the last thing touched was the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.by_keyboard = False

    def watch(self, window: QWindow | None) -> None:
        """Listen to a window; a second time does nothing."""
        if window is not None and not window.property(_WATCHED):
            window.setProperty(_WATCHED, True)  # noqa: FBT003 - Qt's method
            window.installEventFilter(self)

    def note(self, *, keyboard: bool) -> None:
        """Remember it, and let the focused widget show or hide its ring."""
        if keyboard != self.by_keyboard:
            self.by_keyboard = keyboard
            focused = QApplication.focusWidget()
            if focused is not None:
                focused.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() not in _MODIFIERS:
                self.note(keyboard=True)
        elif event.type() == QEvent.Type.MouseButtonPress:
            self.note(keyboard=False)
        return super().eventFilter(watched, event)


last_input = _LastInput()


class FocusRing(_Widget):
    """Mixed in before a Qt widget: paint a ring when ``shows_ring`` is true."""

    @property
    def shows_ring(self) -> bool:
        return self.hasFocus() and last_input.by_keyboard

    def focusInEvent(self, event: QFocusEvent) -> None:
        last_input.watch(self.window().windowHandle())
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class PressedByEnter(FocusRing):
    """Mixed in before a button that paints itself: Enter presses the one that has the keyboard; Qt knows only the
    space bar."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()  # type: ignore[attr-defined]  # a QAbstractButton's
            return
        super().keyPressEvent(event)
