"""Words in an order of the person's own: a chip is moved by dragging it, or with Alt and the arrow keys."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.ui.editor_reorder import DragHandle
from careercoach_desktop.foundation.uikit import Chip, ChipInput, current_theme


class ChipLine(QWidget):
    """Where letting go puts the word."""

    def __init__(self, chips: QWidget) -> None:
        super().__init__(chips)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().color("accent"))
        painter.drawRoundedRect(QRectF(self.rect()), 1, 1)


class MovableChips(ChipInput):
    """``changed`` also brings the words in a new order."""

    def __init__(self, name: str, values: Iterable[str] = ()) -> None:
        self._line: ChipLine | None = None
        super().__init__(name, values)
        self._line = ChipLine(self)

    def move_word(self, word: str, gap: int) -> None:
        """Put a word into gap number ``gap`` (0: before the first)."""
        words = self.values()
        at = words.index(word)
        to = gap - 1 if gap > at else gap
        if to == at or not 0 <= to < len(words):
            return
        words.insert(to, words.pop(at))
        self.set_values(words)
        self._chips[to].show()  # now, not when Qt gets round to it: it gets the keyboard
        self._chips[to].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(self.values())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, Chip) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            gaps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 2}  # one back, or behind the one that follows
            if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in gaps:
                self.move_word(watched.text(), self._chips.index(watched) + gaps[Qt.Key(event.key())])
                return True
            return False
        return super().eventFilter(watched, event)

    def _chip(self, value: str) -> Chip:
        chip = super()._chip(value)
        chip.setAccessibleDescription("Delete removes it, Alt with an arrow key moves it")
        chip.installEventFilter(self)
        handle = DragHandle(chip)
        handle.moved.connect(self._show_gap)
        handle.dropped.connect(lambda at: self._drop(value, at))
        handle.cancelled.connect(self._hide_gap)
        return chip

    def _gap_at(self, at: QPoint) -> int:
        """The gap between two words that is nearest to a global point."""
        place = self.mapFromGlobal(at)
        nearest, best = 0, float("inf")
        for number, chip in enumerate(self._chips):
            area = chip.geometry()
            beside = max(0, area.top() - place.y(), place.y() - area.bottom()) * 8
            for gap, x in ((number, area.left()), (number + 1, area.right())):
                far = abs(place.x() - x) + beside
                if far < best:
                    nearest, best = gap, far
        return nearest

    def _show_gap(self, at: QPoint) -> None:
        gap = self._gap_at(at)
        if self._line is None or not self._chips:
            return
        chip = self._chips[min(gap, len(self._chips) - 1)].geometry()
        x = chip.right() + 2 if gap == len(self._chips) else chip.left() - 4
        self._line.setGeometry(max(0, x), chip.top(), 2, chip.height())
        self._line.raise_()
        self._line.show()

    def _hide_gap(self) -> None:
        if self._line is not None:
            self._line.hide()

    def _drop(self, value: str, at: QPoint) -> None:
        self._hide_gap()
        if value in self.values():
            self.move_word(value, self._gap_at(at))
