"""Fields for a day, a time of day and a length: typed freely, stepped with the arrow keys, or chosen."""

from __future__ import annotations

from datetime import date, time, timedelta

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from careercoach_desktop.features.interviews.ui.typed import (
    read_any_day,
    read_days,
    read_minutes,
    read_time,
    written_any_day,
    written_minutes,
    written_time,
)
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.uikit import (
    IconButton,
    MenuEntry,
    Radius,
    Space,
    TextField,
    column,
    current_theme,
    open_menu,
    row,
    surface,
)
from careercoach_desktop.foundation.uikit.month import Month
from careercoach_desktop.foundation.uikit.painting import round_corners

STEP = 15
LENGTHS = (15, 30, 45, 60, 90, 120, 180, 240)
DAY = 24 * 60
_EARLIEST, _LATEST = date(1970, 1, 1), date(9998, 12, 31)


class _Typed(TextField):
    """``changed`` as it is typed; wrong is said when the field is left, not while somebody is still typing."""

    changed = Signal()
    such_as = ""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.textChanged.connect(self._when_typed)
        self.editingFinished.connect(self.settle)

    def is_right(self) -> bool:
        raise NotImplementedError

    def step(self, by: int) -> None:
        raise NotImplementedError

    def written(self) -> str:
        """What stands in it, in the way it is written."""
        raise NotImplementedError

    def settle(self) -> None:
        """Write what was typed as it is understood, or say that it is not."""
        if not self.is_right():
            self.set_state("error", self.such_as)
        elif self.text() != self.written():
            self.setText(self.written())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.step(by)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the form must not change what stands in it."""
        event.ignore()

    def _when_typed(self) -> None:
        if self.state == "error" and self.is_right():
            self.set_state("plain")
        self.changed.emit()


class TimeField(_Typed):
    """Up and Down go to the next quarter of an hour."""

    def __init__(self, name: str, moment: time | None = None) -> None:
        super().__init__(name)
        self.such_as = tr("such as {0}").format(written_time(time(10, 30)))
        self.setFixedWidth(92)
        if moment is not None:
            self.set_value(moment)

    def value(self) -> time | None:
        return read_time(self.text())

    def set_value(self, moment: time) -> None:
        self.setText(written_time(moment))

    def is_right(self) -> bool:
        return self.value() is not None

    def written(self) -> str:
        there = self.value()
        return written_time(there) if there is not None else self.text()

    def step(self, by: int) -> None:
        there = self.value() or time(9)
        minutes = there.hour * 60 + there.minute
        on = (minutes // STEP + 1 if by > 0 else -(-minutes // STEP) - 1) * STEP % DAY
        self.set_value(time(on // 60, on % 60))


class LengthField(QWidget):
    """How long it takes: typed, or from a short list. For whole days it counts days."""

    changed = Signal()

    def __init__(self, name: str, minutes: int = 60) -> None:
        super().__init__()
        self.field = _Length(name)
        self.field.changed.connect(self.changed)
        self._choices = IconButton("caret-down", tr("Usual lengths"))
        self._choices.clicked.connect(self._offer)
        self.setLayout(row(self.field, self._choices, spacing=2))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.field)
        self._hours = 60
        self.set_minutes(minutes)

    def minutes(self) -> int | None:
        return self.field.minutes()

    def set_minutes(self, minutes: int) -> None:
        self.field.set_minutes(minutes)

    def count_days(self, *, on: bool) -> None:
        """Whole days instead of minutes, or back."""
        if on == self.field.days:
            return
        if on:
            self._hours = self.minutes() or 60
        self.field.days = on
        self.field.such_as = tr("such as {0}").format(tr("1 day") if on else written_minutes(45))
        self._choices.setVisible(not on)
        self.set_minutes(DAY if on else self._hours)

    def _offer(self) -> None:
        present = self.minutes()
        entries = [
            MenuEntry(written_minutes(each), lambda each=each: self.set_minutes(each), checked=each == present)  # type: ignore[misc]  # mypy does not see the default's type
            for each in LENGTHS
        ]
        open_menu(self._choices, entries)


class _Length(_Typed):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.days = False
        self.such_as = tr("such as {0}").format(written_minutes(45))
        self.setFixedWidth(92)

    def minutes(self) -> int | None:
        if self.days:
            days = read_days(self.text())
            return None if days is None else days * DAY
        return read_minutes(self.text())

    def set_minutes(self, minutes: int) -> None:
        self.setText(self._words(minutes))

    def is_right(self) -> bool:
        return self.minutes() is not None

    def written(self) -> str:
        there = self.minutes()
        return self.text() if there is None else self._words(there)

    def step(self, by: int) -> None:
        unit = DAY if self.days else STEP
        there = self.minutes() or (DAY if self.days else 60)
        on = (there // unit + 1 if by > 0 else -(-there // unit) - 1) * unit
        if self._words(on) and unit <= on <= 14 * DAY:
            self.set_minutes(on)

    def _words(self, minutes: int) -> str:
        if not self.days:
            return written_minutes(minutes)
        days = max(1, round(minutes / DAY))
        return tr("1 day") if days == 1 else tr("{0} days").format(days)


class DayField(QWidget):
    """A day: typed (“Friday”, “3 Dec”, “2026-12-03”) or chosen from a month."""

    changed = Signal()

    def __init__(self, name: str, day: date, today: date) -> None:
        super().__init__()
        self._name, self._today = name, today
        self.field = _Day(name, today)
        self.field.changed.connect(self.changed)
        self.button = IconButton("calendar-blank", tr("Choose the day from a month"))
        self.button.clicked.connect(self._choose)
        self.setLayout(row(self.field, self.button, spacing=2))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.field)
        self.set_day(day)

    def day(self) -> date | None:
        return self.field.day()

    def set_day(self, day: date) -> None:
        self.field.setText(written_any_day(day))

    def _choose(self) -> None:
        popup = _MonthPopup(self.button, self._name, self.day(), self._today)
        popup.month.chosen.connect(self.set_day)
        popup.month.chosen.connect(popup.close)
        popup.open_below(self.field)


class _Day(_Typed):
    def __init__(self, name: str, today: date) -> None:
        super().__init__(name)
        self._today = today
        self.such_as = tr("such as {0}").format(written_any_day(today + timedelta(7)))
        self.setFixedWidth(142)

    def day(self) -> date | None:
        day = read_any_day(self.text(), self._today)
        return day if day is not None and _EARLIEST <= day <= _LATEST else None

    def is_right(self) -> bool:
        return self.day() is not None

    def written(self) -> str:
        day = self.day()
        return self.text() if day is None else written_any_day(day)

    def step(self, by: int) -> None:
        day = self.day() or self._today
        if _EARLIEST < day < _LATEST:
            self.setText(written_any_day(day + timedelta(by)))


class _MonthPopup(QFrame):
    def __init__(self, owner: QWidget, name: str, day: date | None, today: date) -> None:
        super().__init__(owner, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # the click that closes it must not open it again
        self.setAccessibleName(name)
        self.month = Month(name, day, today=today)
        self.setLayout(column(self.month, margins=Space.M))

    def open_below(self, field: QWidget) -> None:
        self.adjustSize()
        spot = field.mapToGlobal(QPoint(0, field.height() + 4))
        screen = field.screen().availableGeometry()
        top = min(spot.y(), screen.bottom() - self.height() - Space.S)
        self.move(min(spot.x(), screen.right() - self.width() - Space.S), max(top, screen.top()))
        round_corners(self, Radius.PANEL)
        self.show()
        self.month.grid.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        owner = self.parentWidget()
        if owner is not None:
            owner.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        surface(QPainter(self), QRectF(self.rect()), Radius.PANEL, theme.color("surface"), theme.color("line"))
