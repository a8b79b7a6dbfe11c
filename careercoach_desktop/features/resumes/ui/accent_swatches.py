"""The colour of headings and lines: a few that print well, and any other."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QColorDialog, QSizePolicy, QWidget

from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    FocusRing,
    Space,
    current_theme,
    focus_ring,
    paint_icon,
    plain_tip,
    row,
    surface,
)

SWATCHES = (
    ("#5442C9", "Violet"),
    ("#1F5FA8", "Blue"),
    ("#0B6E6E", "Teal"),
    ("#1B7F53", "Green"),
    ("#A33A2C", "Brick"),
    ("#8A5A00", "Ochre"),
    ("#1C1B22", "Ink"),
)
"""All with a contrast of more than 4.5:1 on white paper."""
_SIDE = 24


class Swatch(FocusRing, QWidget):
    """One colour to click. ``chosen`` brings it."""

    accessible_role = QAccessible.Role.RadioButton

    chosen = Signal(str)

    def __init__(self, colour: str, name: str) -> None:
        super().__init__()
        self.colour = colour
        self._name = name
        self._selected = False
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
        self.setFixedSize(_SIDE, _SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def accessible_press(self) -> None:
        self.chosen.emit(self.colour)

    def set_selected(self, selected: bool) -> None:
        self._selected = selected
        self.setAccessibleDescription("selected" if selected else "")
        self.update()

    def set_colour(self, colour: str) -> None:
        self.colour = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        ink = QColor(self.colour)
        surface(painter, area.adjusted(3, 3, -3, -3), (_SIDE - 6) / 2, ink, current_theme().color("line_strong"))
        if self._selected:
            light = ink.lightnessF() < 0.6
            paint_icon(painter, "check", "#FFFFFF" if light else "#1C1B22", area, 12)
        if self.shows_ring:
            focus_ring(painter, area, _SIDE / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.colour)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.colour)
        else:
            super().keyPressEvent(event)


class AccentSwatches(QWidget):
    """``changed`` brings the colour as ``#RRGGBB``."""

    accessible_role = QAccessible.Role.Grouping

    changed = Signal(str)

    def __init__(self, value: str) -> None:
        super().__init__()
        self.setAccessibleName("Colour")
        self._swatches = [Swatch(*each) for each in SWATCHES]
        self._own = Swatch(value, "Your own colour")
        self._other = Button("Other…", "ghost", compact=True, name="Choose another colour")
        self._other.clicked.connect(self._ask)
        for swatch in (*self._swatches, self._own):
            swatch.chosen.connect(self._choose)
        self.setLayout(row(*self._swatches, self._own, self._other, STRETCH, spacing=Space.XS))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._value = value
        self.set_value(value)

    def value(self) -> str:
        return self._value

    def set_value(self, colour: str) -> None:
        """Choose without telling; a colour that is none of ours gets a place of its own."""
        self._value = colour.upper()
        known = self._value in dict(SWATCHES)
        self._own.setVisible(not known)
        if not known:
            self._own.set_colour(self._value)
        for swatch in (*self._swatches, self._own):
            swatch.set_selected(swatch.colour.upper() == self._value)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 28)

    def _choose(self, colour: str) -> None:
        if colour.upper() != self._value:
            self.set_value(colour)
            self.changed.emit(self._value)

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._value), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle("Colour of headings")
        dialog.colorSelected.connect(lambda colour: self._choose(colour.name()))
        dialog.open()
