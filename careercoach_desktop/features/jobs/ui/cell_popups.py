"""What opens on a cell of the table to change it: the tags, the deadline. Clicking elsewhere keeps what was chosen,
Escape keeps what was there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.ui.days import EXAMPLE_DAY, read_day, written_day
from careercoach_desktop.features.jobs.ui.tag_field import TagField
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import Button, Space, TextField, column, current_theme, surface
from careercoach_desktop.foundation.uikit.month import Month
from careercoach_desktop.foundation.uikit.painting import round_corners
from careercoach_desktop.foundation.uikit.tokens import Radius

_TAGS_WIDTH = 300


class CellPopup(QWidget):
    """A small window over the table that closes when anything else is clicked."""

    def __init__(self, owner: QWidget, name: str) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        self.setWindowTitle(name)

    def open_at(self, cell: QRect) -> None:
        """Below the cell (global coordinates), or above it where the screen ends."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(cell.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = max(room.left(), min(cell.left(), room.right() - self.width()))
        below = cell.bottom() + 2
        top = below if below + self.height() <= room.bottom() else cell.top() - self.height() - 2
        self.move(QPoint(left, top))
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        surface(painter, self.rect().toRectF(), Radius.CARD, theme.color("surface"), theme.color("line"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        round_corners(self, Radius.CARD)


class TagsPopup(CellPopup):
    """``done`` brings the tags when it closes and they are others than before."""

    done = Signal(list)

    def __init__(self, owner: QWidget, tags: Iterable[str], known: Iterable[str]) -> None:
        super().__init__(owner, tr("Tags"))
        self._before = list(tags)
        self._given_up = False
        self.field = TagField(tr("Tags"), self._before, known)
        self.setLayout(column(self.field, margins=Space.M))
        self.setFixedWidth(_TAGS_WIDTH)
        self.setFocusProxy(self.field)
        self.field.changed.connect(lambda _tags: self.adjustSize())

    def open_at(self, cell: QRect) -> None:
        super().open_at(cell)
        self.field.begin_adding()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._given_up = True
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        tags = self.field.typed()
        if not self._given_up and tags != self._before:
            self.done.emit(tags)


class DayPopup(CellPopup):
    """``done`` brings the day, or None for no deadline, as soon as one is chosen."""

    done = Signal(object)

    def __init__(self, owner: QWidget, day: date | None, today: date) -> None:
        super().__init__(owner, tr("Deadline"))
        self._day = day
        placeholder = tr("such as {0}").format(written_day(EXAMPLE_DAY))
        self.field = TextField(tr("Deadline"), text=written_day(day) if day else "", placeholder=placeholder)
        self.month = Month(tr("Deadline"), day, today=today)
        self.none = Button(tr("No deadline"), "ghost", compact=True, icon="x")
        self.setLayout(column(self.field, self.month, self.none, spacing=Space.S, margins=Space.M))
        self.none.setHidden(day is None)
        self.field.textEdited.connect(self._typed)
        self.field.returnPressed.connect(self._take_typed)
        self.month.chosen.connect(self._take)
        self.none.clicked.connect(lambda: self._take(None))

    def open_at(self, cell: QRect) -> None:
        super().open_at(cell)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.selectAll()

    def _typed(self, text: str) -> None:
        day = read_day(text)
        wrong = bool(text.strip()) and day is None
        self.field.set_state("plain")
        if day is not None:
            self.month.go_to(day)
        self.field.setAccessibleDescription(self.field.placeholderText() if wrong else "")

    def _take_typed(self) -> None:
        text = self.field.text().strip()
        day = read_day(text)
        if text and day is None:
            self.field.set_state("error", tr("such as {0}").format(written_day(EXAMPLE_DAY)))
        else:
            self._take(day)

    def _take(self, day: date | None) -> None:
        if day != self._day:
            self.done.emit(day)
        self.close()
