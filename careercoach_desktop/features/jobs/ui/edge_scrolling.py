"""Scrolling while a card is dragged near an edge, faster the nearer it is, up and down as well as sideways."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea

from careercoach_desktop.features.jobs.ui.column_view import ColumnView

EDGE = 48
"""Pixels from an edge within which a drag scrolls."""
FASTEST = 18
"""Pixels a tick."""
TICK_MS = 16


class EdgeScroller:
    """Told where the drag is (``over``); scrolls the column and the board until ``stop``."""

    def __init__(self, board: QScrollArea) -> None:
        self._board = board
        self._view: ColumnView | None = None
        self._spot = QPoint()
        self._timer = QTimer(board)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def over(self, view: ColumnView, spot: QPoint) -> None:
        """The drag is over ``view``, at ``spot`` in global coordinates."""
        self._view = view
        self._spot = spot
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._view = None

    def tick(self) -> None:
        """One step; the drop line follows."""
        if self._view is None:
            return
        here = self._view.viewport().mapFromGlobal(self._spot)
        down = speed(here.y(), self._view.viewport().height())
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + down)
        across = speed(self._board.viewport().mapFromGlobal(self._spot).x(), self._board.viewport().width())
        self._board.horizontalScrollBar().setValue(self._board.horizontalScrollBar().value() + across)
        if down and self._view.drop_row is not None:
            self._view.show_drop(self._view.row_for_drop(here.y()))


def speed(position: int, length: int) -> int:
    """Pixels to scroll a tick: negative near the beginning, positive near the end, 0 in between."""
    if position < 0 or position > length:
        return 0
    before, after = EDGE - position, position - (length - EDGE)
    if before > 0:
        return -max(1, FASTEST * before // EDGE)
    return max(1, FASTEST * after // EDGE) if after > 0 else 0
