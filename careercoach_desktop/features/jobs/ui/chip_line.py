"""Chips in one line that never makes the window wider: what does not fit is counted by a last chip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit.chips import Chip

GAP = 6
HEIGHT = 24


class ChipLine(QWidget):
    """``more_wanted`` when the chip that stands for the others is pressed."""

    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chips: list[Chip] = []
        self._more = Chip("+")
        self._more.setParent(self)
        self._more.clicked.connect(self.more_wanted)
        self._more.hide()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show these, and delete those shown before."""
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = list(chips)
        before: QWidget | None = None
        for chip in self._chips:
            chip.setParent(self)
            if before is not None:
                QWidget.setTabOrder(before, chip)
            before = chip
        if before is not None:
            QWidget.setTabOrder(before, self._more)
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(sum(chip.sizeHint().width() + GAP for chip in self._chips) - GAP * bool(self._chips), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        widths = [chip.sizeHint().width() for chip in self._chips]
        fitting = self._fitting(widths, self.width())
        left = 0
        for at, (chip, width) in enumerate(zip(self._chips, widths, strict=True)):
            if at < fitting:
                chip.setGeometry(left, 0, width, HEIGHT)
                left += width + GAP
            chip.setVisible(at < fitting)
        hidden = len(self._chips) - fitting
        self._more.setVisible(hidden > 0)
        if hidden:
            self._more.setText(tr("+{0}").format(hidden))
            self._more.setAccessibleName(tr("{0} more; show the filter").format(hidden))
            self._more.setGeometry(left, 0, self._more.sizeHint().width(), HEIGHT)

    def _fitting(self, widths: list[int], room: int) -> int:
        """How many of the chips there is room for, with the last one that counts the others where it is needed."""
        if sum(widths) + GAP * (len(widths) - 1) <= room:
            return len(widths)
        left = room - self._more.sizeHint().width() - 10
        count = 0
        while count < len(widths) and left >= widths[count] + GAP:
            left -= widths[count] + GAP
            count += 1
        return count
