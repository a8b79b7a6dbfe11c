"""The focus ring, for controls that paint themselves: shown for the keyboard, not after a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

_BY_MOUSE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)

# Qt cannot inherit from two of its classes; the mixin is one only for the type checker.
if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class FocusRing(_Widget):
    """Mixed in before a Qt widget: ``shows_ring`` is true while the focus came by keyboard or from code."""

    _ring = False

    @property
    def shows_ring(self) -> bool:
        return self._ring and self.hasFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _BY_MOUSE:
            self._ring = True
        elif event.reason() == Qt.FocusReason.MouseFocusReason:
            self._ring = False
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
