"""Rounds under each other, by day, in a list that paints: the same that the calendar shows, with words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from careercoach_desktop.features.interviews.model.naming import OUTCOME_NAMES
from careercoach_desktop.features.interviews.ui.calendar.events import Event
from careercoach_desktop.features.interviews.ui.calendar.painting import mark_of
from careercoach_desktop.features.interviews.ui.calendar.words import (
    called,
    day_short,
    near_day,
    round_words,
    span_words,
    spoken,
    there_words,
    tip,
    weekday,
)
from careercoach_desktop.features.interviews.ui.words import away_words, tr
from careercoach_desktop.foundation.uikit import (
    Size,
    Space,
    Weight,
    current_theme,
    list_ground,
    paint_icon,
    paint_line,
    plain_tip,
)

EVENT = Qt.ItemDataRole.UserRole
FIRST_OF_DAY = Qt.ItemDataRole.UserRole + 1
ROW = 58
_DAY_WIDTH = 128
_TIME_WIDTH = 170
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_Index = QModelIndex | QPersistentModelIndex


class InterviewModel(QAbstractListModel):
    """Events in the order they are given; the first of each day says so."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._events: list[Event] = []

    @property
    def events(self) -> list[Event]:
        return list(self._events)

    def fill(self, events: Sequence[Event]) -> None:
        self.beginResetModel()
        self._events = list(events)
        self.endResetModel()

    def row_of(self, interview_id: int | None) -> int:
        """-1 for one that is not shown."""
        return next((at for at, event in enumerate(self._events) if event.id == interview_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._events)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = index.row()
        event = self._events[row]
        if role == EVENT:
            return event
        if role == FIRST_OF_DAY:
            return row == 0 or self._events[row - 1].first != event.first
        if role == Qt.ItemDataRole.DisplayRole:
            return called(event.line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(event, self._now())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(tip(event, self._now()))
        return None


class InterviewList(QListView):
    """``chosen`` brings the line that is current now (None: none); ``pressed_line`` one that was clicked or called for
    with Space; ``edit_wanted`` after a double click or Return; ``menu_wanted`` a line and a spot on the screen."""

    walked = Signal(object)
    chosen = Signal(object)
    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._clicked: Event | None = None
        self.interviews = InterviewModel(now, self)
        self.setModel(self.interviews)
        self.setItemDelegate(_InterviewPainter(now, self))
        self.setAccessibleName(tr("Interviews"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setViewportMargins(0, 0, 0, Space.S)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self.clicked.connect(self._when_clicked)
        self.selectionModel().currentChanged.connect(lambda _index, _before: self._tell_walked())

    def show_events(self, events: Sequence[Event], choose: int | None) -> None:
        """Show these; ``choose`` is the current one then. Where that is gone, what follows it is: the keyboard does not
        begin at the top again."""
        top, before = self.verticalScrollBar().value(), self.current()
        row = self.currentIndex().row()
        self.interviews.fill(events)
        if before is not None and before.id == choose and events and self.interviews.row_of(choose) < 0:
            choose = events[min(row, len(events) - 1)].id
        self.choose(choose)
        self.verticalScrollBar().setValue(top)

    def show_from_now(self) -> None:
        """Scroll to the first that is not over."""
        now, events = self._now(), self.interviews.events
        row = next((at for at, event in enumerate(events) if not event.is_past(now)), len(events) - 1)
        self.scrollTo(self.interviews.index(row), QListView.ScrollHint.PositionAtTop)

    def current(self) -> Event | None:
        found = self.currentIndex().data(EVENT) if self.currentIndex().isValid() else None
        return found if isinstance(found, Event) else None

    def choose(self, interview_id: int | None) -> None:
        """Make it the current one without telling."""
        self.selectionModel().blockSignals(True)  # noqa: FBT003 - Qt's method
        self.setCurrentIndex(self.interviews.index(self.interviews.row_of(interview_id)))
        self.selectionModel().blockSignals(False)  # noqa: FBT003
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.current()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if current is not None and plain:
            wishes = {
                Qt.Key.Key_Return: self.edit_wanted,
                Qt.Key.Key_Enter: self.edit_wanted,
                Qt.Key.Key_Space: self.chosen,
                Qt.Key.Key_Delete: self.remove_wanted,
            }
            if (wish := wishes.get(Qt.Key(event.key()))) is not None:
                wish.emit(current.line)
                return
        super().keyPressEvent(event)
        if event.text():
            event.ignore()  # letters belong to the page

    def keyboardSearch(self, _search: str) -> None:
        """Letters belong to the page."""

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """The first click may have moved the rows: what it hit counts."""
        if self._clicked is not None:
            self.edit_wanted.emit(self._clicked.line)

    def _when_clicked(self, index: QModelIndex) -> None:
        found = index.data(EVENT)
        if isinstance(found, Event):
            self._clicked = found
            self.chosen.emit(found.line)

    def _tell_walked(self) -> None:
        current = self.current()
        self.walked.emit(current.line if current is not None else None)

    def _ask_for_menu(self, spot: QPoint) -> None:
        index = self.indexAt(spot)
        found = index.data(EVENT) if index.isValid() else self.current()
        if isinstance(found, Event):
            self.menu_wanted.emit(found.line, self.viewport().mapToGlobal(spot))


class _InterviewPainter(QStyledItemDelegate):
    """At the left the day, for its first round; then when, whose round, what kind, with whom."""

    def __init__(self, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(320, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        event: Event = index.data(EVENT)
        now = self._now()
        today = now.astimezone(event.start.tzinfo).date()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(option.rect)
        if index.data(FIRST_OF_DAY):
            self._paint_day(painter, whole, event.first, today, first=index.row() == 0)
        option.rect = option.rect.adjusted(_DAY_WIDTH, 0, 0, 0)
        area = list_ground(painter, option).adjusted(Space.M, 7, -Space.M, -7)
        quiet = event.interview.cancelled or event.is_past(now)
        time = QRectF(area.left(), area.top(), min(_TIME_WIDTH, area.width() * 0.4), 20)
        paint_line(painter, time, span_words(event), Size.BODY, Weight.NORMAL, "third" if quiet else "text")
        below = time.translated(0, 20)
        paint_line(painter, below, there_words(event), Size.SMALL, Weight.NORMAL, "third")
        words = QRectF(time.right() + Space.M, area.top(), area.right() - time.right() - Space.M, 20)
        words.setRight(self._paint_standing(painter, words, event, now))
        self._paint_words(painter, words, event, quiet=quiet)
        painter.restore()

    @staticmethod
    def _paint_day(painter: QPainter, area: QRectF, day: date, today: date, *, first: bool) -> None:
        if not first:
            line = QRectF(area.left(), area.top(), area.width() - Space.S, 1)
            painter.fillRect(line, current_theme().color("line"))
        words = QRectF(area.left(), area.top() + 9, _DAY_WIDTH - Space.S, 20)
        near = abs((day - today).days) <= 1
        ink = "accent" if day == today else "second" if day < today else "text"
        paint_line(painter, words, near_day(day, today), Size.BODY, Weight.BOLD, ink)
        beside = day_short(day) if near else away_words(day, today) if day.year == today.year else weekday(day)
        paint_line(painter, words.translated(0, 19), beside, Size.SMALL, Weight.NORMAL, "third")

    @staticmethod
    def _paint_words(painter: QPainter, area: QRectF, event: Event, *, quiet: bool) -> None:
        line, one = event.line, event.interview
        people = ", ".join(each.name for each in one.interviewers)
        font = current_theme().font(Size.BODY, Weight.MEDIUM)
        font.setStrikeOut(one.cancelled)
        painter.setFont(font)
        painter.setPen(current_theme().color("third" if quiet else "text"))
        title = " · ".join(part for part in (line.company, line.title) if part) or called(line)
        shown = QFontMetricsF(font).elidedText(title, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        detail = " · ".join(part for part in (round_words(line), people, one.place) if part)
        paint_line(painter, area.translated(0, 20), detail, Size.SMALL, Weight.NORMAL, "third" if quiet else "second")

    @staticmethod
    def _paint_standing(painter: QPainter, area: QRectF, event: Event, now: datetime) -> float:
        """What came of it, or that it overlaps, at the right; where it begins."""
        name, ink = mark_of(event, now)
        words = ""
        if name == "warning":
            words = tr("Overlaps another round")
        elif event.is_past(now) or event.interview.cancelled:
            waits = event.interview.awaits_word(now)
            words = tr("How did it go?") if waits else tr(OUTCOME_NAMES[event.interview.outcome])
        font = current_theme().font(Size.SMALL)
        width = QFontMetricsF(font).horizontalAdvance(words)
        if width + 120 > area.width():
            words, width = "", 0.0
        painter.setFont(font)
        painter.setPen(current_theme().color(ink if ink in ("amber", "green", "red") else "third"))
        spot = area.translated(0, 10)
        painter.drawText(spot, _RIGHT, words)
        icon = QRectF(spot.right() - width - 22, spot.top(), 16, spot.height())
        paint_icon(painter, name, ink, icon)
        return icon.left() - Space.M
