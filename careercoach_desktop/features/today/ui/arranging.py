"""Cards beside each other where there is room, below each other where there is none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from careercoach_desktop.foundation.uikit import Space

THREE, TWO = 960, 600
"""From so many pixels on there are three columns, or two."""
Place = tuple[int, int, int]
"""Row, column, and over how many columns it goes."""
PLACES: dict[int, Sequence[Place]] = {
    3: ((0, 0, 4), (0, 4, 2), (1, 0, 2), (1, 2, 2), (1, 4, 2)),
    2: ((0, 0, 6), (1, 0, 3), (1, 3, 3), (2, 0, 3), (2, 3, 3)),
    1: ((0, 0, 6), (1, 0, 6), (2, 0, 6), (3, 0, 6), (4, 0, 6)),
}
"""Where each of the five cards stands, of six narrow columns."""


class Cards(QWidget):
    """The first card is the wide one."""

    def __init__(self, cards: Sequence[QWidget]) -> None:
        super().__init__()
        self._cards = list(cards)
        self._columns = 0
        self._grid = QGridLayout(self)
        self.leave_room(0)
        self._grid.setSpacing(Space.L)
        for each in range(6):
            self._grid.setColumnStretch(each, 1)
            self._grid.setColumnMinimumWidth(each, 0)
        for card in self._cards:
            card.setMinimumWidth(1)  # the columns are even, whatever the cards say
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._arrange(3)

    @property
    def columns(self) -> int:
        """How many stand beside each other."""
        return self._columns

    def leave_room(self, bar: int) -> None:
        """``bar``: so many pixels beside the cards are a scroll bar’s, and the cards still end below the button."""
        self._grid.setContentsMargins(Space.XL, Space.XS, max(0, Space.XL - bar), Space.XL)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self._arrange(3 if width >= THREE else 2 if width >= TWO else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for card in self._cards:
            self._grid.removeWidget(card)
        for card, (line, at, over) in zip(self._cards, PLACES[columns], strict=True):
            self._grid.addWidget(card, line, at, 1, over)
        last = max(line for line, _at, _over in PLACES[columns]) + 1
        for line in range(8):
            self._grid.setRowStretch(line, 1 if line == last else 0)
