"""Selecting with the mouse: a band drawn over the empty ground between the cards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QRubberBand, QWidget

_REACH = 6
"""Pixels the pointer moves before a click becomes a band."""


class SelectionBand(QObject):
    """``banded`` brings the ids of the cards under the band while it is drawn; ``ground_clicked`` a click beside the
    cards. ``places`` tells where the cards are, in the ground's own coordinates."""

    banded = Signal(list)
    ground_clicked = Signal()

    def __init__(self, ground: QWidget, places: Callable[[], dict[int, QRect]]) -> None:
        super().__init__(ground)
        self._ground = ground
        self._places = places
        self._start: QPoint | None = None
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, ground)
        ground.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            at = event.position().toPoint()
            if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
                self._start = at
                return True
            if event.type() == QEvent.Type.MouseMove and self._start is not None:
                self._draw(QRect(self._start, at).normalized())
                return True
            if event.type() == QEvent.Type.MouseButtonRelease and self._start is not None:
                self._end()
                return True
        return super().eventFilter(watched, event)

    def _draw(self, area: QRect) -> None:
        if not self._band.isVisible() and max(area.width(), area.height()) < _REACH:
            return
        self._band.setGeometry(area)
        self._band.show()
        self._band.raise_()
        self.banded.emit([each for each, place in self._places().items() if place.intersects(area)])

    def _end(self) -> None:
        drawn, self._start = self._band.isVisible(), None
        self._band.hide()
        if not drawn:
            self.ground_clicked.emit()
