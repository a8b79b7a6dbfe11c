"""Choosing a time zone by its city, country, abbreviation or offset."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.timing.zones import ZoneChoice, choice_of, find_zones, offset_text
from careercoach_desktop.features.interviews.ui.words import clock, tr, zone_city
from careercoach_desktop.foundation.uikit import (
    Button,
    Desk,
    Radius,
    SearchField,
    Size,
    Space,
    Text,
    Weight,
    column,
    current_theme,
    list_ground,
    paint_line,
    surface,
)
from careercoach_desktop.foundation.uikit.painting import round_corners

CHOICE = Qt.ItemDataRole.UserRole
_WIDTH, _HEIGHT, _ROW = 380, 340, 34
_Index = QModelIndex | QPersistentModelIndex


class ZoneField(Button):
    """Shows the zone; opens a list to search. ``changed`` when a person chose another one."""

    changed = Signal()

    def __init__(self, desk: Desk, own: str, zone: str, at: datetime) -> None:
        super().__init__("", icon="globe-simple", name=tr("Time zone"))
        self._desk, self._own, self._zone, self._at = desk, own, zone, at
        self.set_trailing_icon("caret-down")
        self.clicked.connect(self.open_choices)
        self.popup: ZonePopup | None = None
        self._show()

    def zone(self) -> str:
        return self._zone

    def set_zone(self, zone: str) -> None:
        """Without telling."""
        self._zone = zone
        self._show()

    def set_moment(self, at: datetime) -> None:
        """The moment (aware) whose offset and clock are shown."""
        if at != self._at:
            self._at = at
            self._show()

    def open_choices(self) -> None:
        self.popup = ZonePopup(self, self._desk, self._own, self._at)
        self.popup.chosen.connect(self._choose)
        self.popup.open_below()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open_choices()
            return
        super().keyPressEvent(event)

    def _choose(self, zone: str) -> None:
        if zone != self._zone:
            self.set_zone(zone)
            self.changed.emit()

    def _show(self) -> None:
        there = self._at.astimezone(zone_of(self._zone))
        short = there.tzname() or ""
        offset = offset_text(round((there.utcoffset() or there - there).total_seconds() / 60))
        parts = [part for part in (short if short.isalpha() else "", offset) if part]
        about = "" if self._zone.startswith("UTC") else ", ".join(dict.fromkeys(parts))
        words = f"{zone_city(self._zone)} ({about})" if about else zone_city(self._zone)
        self.setText(words)
        self.setAccessibleName(tr("Time zone: {0}").format(words))


class ZonePopup(QFrame):
    """A search and what it finds; Enter takes the row that is marked."""

    chosen = Signal(str)

    def __init__(self, owner: QWidget, desk: Desk, own: str, at: datetime) -> None:
        super().__init__(owner, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.setAccessibleName(tr("Time zone"))
        self._owner, self._desk, self._own, self._at = owner, desk, own, at
        self._wanted = ""
        self.search = SearchField(tr("Search a city, country or offset"), delay=40)
        self.search.searched.connect(self._find)
        self.search.installEventFilter(self)
        self.list = QListView()
        self.list.setAccessibleName(tr("Time zones"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        self.zones = _Zones(self)
        self.list.setModel(self.zones)
        self.list.setItemDelegate(_ZonePainter(at, self))
        self.list.clicked.connect(self._take)
        self.list.activated.connect(self._take)
        self._none = Text(tr("No zone is called that. Try the capital, or an offset such as UTC+2."), tone="second",
                          size=Size.SMALL, wrap=True)  # fmt: skip
        self._none.hide()
        self.setLayout(column(self.search, self._none, self.list, spacing=Space.S, margins=Space.M))
        self.setFixedSize(_WIDTH, _HEIGHT)

    def open_below(self) -> None:
        owner = self._owner
        spot, screen = owner.mapToGlobal(QPoint(0, owner.height() + 4)), owner.screen().availableGeometry()
        top = min(spot.y(), screen.bottom() - _HEIGHT - Space.S)
        self.move(min(spot.x(), screen.right() - _WIDTH - Space.S), max(top, screen.top()))
        round_corners(self, Radius.PANEL)
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)
        self._find("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list and Enter takes, while one goes on typing."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key, at = event.key(), self.list.currentIndex().row()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                on = at + (1 if key == Qt.Key.Key_Down else -1)
                if 0 <= on < self.zones.rowCount():
                    self.list.setCurrentIndex(self.zones.index(on))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._desk.start(self._take_first(), owner=self)
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        owner = self.parentWidget()
        if owner is not None:
            owner.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        surface(QPainter(self), QRectF(self.rect()), Radius.PANEL, theme.color("surface"), theme.color("line"))

    def _find(self, typed: str) -> None:
        self._desk.start(self._show_found(typed), owner=self)

    async def _show_found(self, typed: str) -> None:
        self._wanted = typed
        found = await self._desk.work(find_zones, typed, self._at, self._own, QLocale().bcp47Name())
        if self._wanted != typed:
            return  # more was typed meanwhile
        own = [choice_of(self._own, self._at)] if not typed and not any(z.name == self._own for z in found) else []
        self.zones.fill([*own, *found])
        self._none.setVisible(not found)
        self.list.setVisible(bool(found))
        if found:
            self.list.setCurrentIndex(self.zones.index(0))

    async def _take_first(self) -> None:
        """Enter before the list has caught up with what was typed means the first that it will show."""
        if self.search.text() != self._wanted:
            await self._show_found(self.search.text())
        self._take(self.list.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        choice = index.data(CHOICE) if index.isValid() else None
        if isinstance(choice, ZoneChoice):
            self.chosen.emit(choice.name)
            self.close()


class _Zones(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._choices: list[ZoneChoice] = []

    def fill(self, choices: Sequence[ZoneChoice]) -> None:
        self.beginResetModel()
        self._choices = list(choices)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        choice = self._choices[index.row()]
        if role == CHOICE:
            return choice
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (choice.city, choice.country, choice.short, offset_text(choice.offset))
            return ", ".join(part for part in parts if part)
        return None


class _ZonePainter(QStyledItemDelegate):
    """City and country; at the right the offset and what the clocks show there."""

    def __init__(self, at: datetime, parent: QObject) -> None:
        super().__init__(parent)
        self._at = at

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        choice: ZoneChoice = index.data(CHOICE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = list_ground(painter, option).adjusted(Space.M, 0, -Space.M, 0)
        there = clock(self._at.astimezone(zone_of(choice.name)))
        right = " · ".join(part for part in (choice.short, offset_text(choice.offset), there) if part)
        theme = current_theme()
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(theme.color("second"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), right)
        room = area.width() - QFontMetricsF(theme.font(Size.SMALL)).horizontalAdvance(right) - Space.M
        city = QFontMetricsF(theme.font(Size.BODY, Weight.MEDIUM)).horizontalAdvance(choice.city)
        first = QRectF(area.left(), area.top(), min(city + 1, room), area.height())
        paint_line(painter, first, choice.city, Size.BODY, Weight.MEDIUM, "text")
        left = first.right() + Space.S
        if left < area.left() + room:
            rest = QRectF(left, area.top(), area.left() + room - left, area.height())
            paint_line(painter, rest, choice.country, Size.SMALL, Weight.NORMAL, "third")
        painter.restore()
