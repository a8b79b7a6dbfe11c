"""A month to choose a day from: painted, quiet, and all of it within reach of the keyboard."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit.buttons import IconButton
from careercoach_desktop.foundation.uikit.focus import FocusRing
from careercoach_desktop.foundation.uikit.layouts import STRETCH, column, row
from careercoach_desktop.foundation.uikit.painting import focus_ring, surface
from careercoach_desktop.foundation.uikit.texts import Text
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import Radius, Size, Weight

_CELL = 32
_WEEKS = 6
_EARLIEST, _LATEST = 2, 9_998
"""Years whose months have whole weeks around them, as far as Python's calendar goes."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class MonthGrid(FocusRing, QWidget):
    """``chosen`` when a day is clicked or Enter is pressed on it; ``turned`` when another month is shown."""

    chosen = Signal(object)
    turned = Signal()
    accessible_role = QAccessible.Role.Table

    def __init__(self, name: str, day: date | None = None, *, today: date | None = None) -> None:
        super().__init__()
        self._name = name
        self._today = today or today_here()
        self._day = day
        self._at = day or self._today
        self._hovered: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._say()

    @property
    def at(self) -> date:
        """The day the keyboard is on; its month is shown."""
        return self._at

    def go_to(self, day: date) -> None:
        """Put the keyboard on a day and show its month."""
        if not _EARLIEST <= day.year <= _LATEST:
            return
        turns = (day.year, day.month) != (self._at.year, self._at.month)
        self._at = day
        self._say()
        self.update()
        if turns:
            self.turned.emit()

    def turn(self, months: int) -> None:
        """Show a month later or (negative) earlier."""
        whole = self._at.year * 12 + self._at.month - 1 + months
        if _EARLIEST * 12 <= whole < (_LATEST + 1) * 12:
            first = date(whole // 12, whole % 12 + 1, 1)
            self.go_to(first.replace(day=min(self._at.day, QDate(first.year, first.month, 1).daysInMonth())))

    def accessible_value(self) -> str:
        """The day the keyboard is on."""
        return QLocale().toString(QDate(self._at.year, self._at.month, self._at.day), QLocale.FormatType.LongFormat)

    def sizeHint(self) -> QSize:
        return QSize(7 * _CELL, (_WEEKS + 1) * _CELL - 8)

    # Painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(Size.TINY, Weight.MEDIUM))
        painter.setPen(theme.color("third"))
        first_day = QLocale().firstDayOfWeek().value
        for place in range(7):
            letters = QLocale().dayName((first_day - 1 + place) % 7 + 1, QLocale.FormatType.ShortFormat)[:2]
            painter.drawText(QRectF(place * _CELL, 0, _CELL, _CELL - 8), Qt.AlignmentFlag.AlignCenter, letters)
        for place in range(7 * _WEEKS):
            self._paint_day(painter, self._first() + timedelta(place), place)

    def _paint_day(self, painter: QPainter, day: date, place: int) -> None:
        theme, area = current_theme(), self._area(place)
        here, chosen = day.month == self._at.month, day == self._day
        if chosen:
            surface(painter, area, Radius.CONTROL, theme.color("accent"))
        elif day == self._hovered:
            surface(painter, area, Radius.CONTROL, theme.color("hover"))
        ink = "on_accent" if chosen else "accent" if day == self._today else "text" if here else "third"
        bold = chosen or day == self._today
        painter.setFont(theme.font(Size.SMALL, Weight.BOLD if bold else Weight.NORMAL))
        painter.setPen(theme.color(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, QLocale().toString(day.day))
        if self.shows_ring and day == self._at:
            focus_ring(painter, area, Radius.CONTROL)

    def _first(self) -> date:
        """The day in the upper left corner."""
        first = self._at.replace(day=1)
        return first - timedelta((first.isoweekday() - QLocale().firstDayOfWeek().value) % 7)

    @staticmethod
    def _area(place: int) -> QRectF:
        return QRectF(place % 7 * _CELL + 2, (place // 7 + 1) * _CELL - 6, _CELL - 4, _CELL - 4)

    # Mouse and keys ------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if day != self._hovered:
            self._hovered = day
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self._choose(day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.turn(-1 if event.angleDelta().y() > 0 else 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _STEPS:
            self.go_to(self._at + timedelta(_STEPS[key]))  # type: ignore[index]  # Qt's keys are whole numbers
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self._at)
        else:
            super().keyPressEvent(event)

    def _choose(self, day: date) -> None:
        self._day = day
        self.go_to(day)
        self.chosen.emit(day)

    def _day_at(self, spot: QPointF) -> date | None:
        for place in range(7 * _WEEKS):
            if self._area(place).adjusted(-2, -2, 2, 2).contains(spot):
                return self._first() + timedelta(place)
        return None

    def _say(self) -> None:
        self.setAccessibleName(f"{self._name}: {self.accessible_value()}")


class Month(QWidget):
    """The grid with its month above it and the way to the ones beside it."""

    chosen = Signal(object)

    def __init__(self, name: str, day: date | None = None, *, today: date | None = None) -> None:
        super().__init__()
        self.grid = MonthGrid(name, day, today=today)
        self._title = Text("", weight=Weight.MEDIUM)
        earlier, later = (
            IconButton("caret-left", self.tr("Month before")),
            IconButton("caret-right", self.tr("Month after")),
        )
        earlier.clicked.connect(lambda: self.grid.turn(-1))
        later.clicked.connect(lambda: self.grid.turn(1))
        self.grid.chosen.connect(self.chosen)
        self.grid.turned.connect(self._say)
        head = row(self._title, STRETCH, earlier, later, spacing=0, margins=(8, 0, 2, 0))
        self.setLayout(column(head, self.grid, spacing=2))
        self.setFocusProxy(self.grid)
        self._say()

    def go_to(self, day: date) -> None:
        """Show the month of a day."""
        self.grid.go_to(day)

    def _say(self) -> None:
        at = self.grid.at
        name = QLocale().standaloneMonthName(at.month)
        self._title.setText(f"{name[:1].upper()}{name[1:]} {at.year}")
