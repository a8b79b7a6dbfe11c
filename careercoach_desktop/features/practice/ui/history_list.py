"""Practice interviews in a list that paints: what, when, how far, how well. A thousand are as quick as ten."""

from __future__ import annotations

from collections.abc import Sequence

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
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from careercoach_desktop.features.interviews.ui import TYPE_ICONS
from careercoach_desktop.features.practice.model import SessionLine, SessionState
from careercoach_desktop.features.practice.ui.words import counted, minutes_words, score_word, spoken_line
from careercoach_desktop.foundation.uikit import (
    TONES,
    Size,
    Space,
    Weight,
    current_theme,
    list_ground,
    moment_words,
    paint_icon,
    paint_line,
    surface,
)

LINE = Qt.ItemDataRole.UserRole
ROW = 56
_ICON = 20
_PILL = 20.0
_Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractListModel):
    """Sessions in the order they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[SessionLine] = []

    @property
    def lines(self) -> list[SessionLine]:
        return list(self._lines)

    def fill(self, lines: Sequence[SessionLine]) -> None:
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def row_of(self, session_id: int) -> int:
        """-1 for one that is not shown."""
        return next((at for at, line in enumerate(self._lines) if line.id == session_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.title
        return spoken_line(line) if role == Qt.ItemDataRole.AccessibleTextRole else None


class HistoryList(QListView):
    """``opened`` brings a session's id, ``remove_wanted`` the selected ones, ``menu_wanted`` a spot in the list."""

    opened = Signal(int)
    remove_wanted = Signal(list)
    menu_wanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.sessions = HistoryModel(self)
        self.setModel(self.sessions)
        self.setItemDelegate(_LinePainter(self))
        self.setAccessibleName("Practice interviews")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.menu_wanted)
        self.clicked.connect(self._on_clicked)

    def show_lines(self, lines: Sequence[SessionLine]) -> None:
        """Show these; the keyboard stays on the one it was on, or on its place."""
        current = self.current()
        at = self.currentIndex().row()
        self.sessions.fill(lines)
        if current is not None and lines:
            found = self.sessions.row_of(current.id)
            self.setCurrentIndex(self.sessions.index(found if found >= 0 else min(at, len(lines) - 1)))

    def current(self) -> SessionLine | None:
        found = self.currentIndex().data(LINE) if self.currentIndex().isValid() else None
        return found if isinstance(found, SessionLine) else None

    def selected(self) -> list[SessionLine]:
        """In the order they are shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.sessions.lines[row] for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (line := self.current()) is not None:
            self.opened.emit(line.id)
        elif event.key() == Qt.Key.Key_Delete and (chosen := self.selected()):
            self.remove_wanted.emit([line.id for line in chosen])
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if len(self.selectionModel().selectedIndexes()) <= 1:
            self.opened.emit(index.data(LINE).id)


class _LinePainter(QStyledItemDelegate):
    """Two lines, a picture of the kind at the left, the score at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: SessionLine = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = list_ground(painter, option).adjusted(Space.M, 0, -Space.M, 0)
        top = inner.center().y() - 17
        icon = QRectF(inner.left(), top, _ICON, 17)
        paint_icon(painter, TYPE_ICONS[line.type], "second", icon, _ICON)
        taken = _paint_standing(painter, inner, line)
        words = QRectF(inner.left() + _ICON + Space.M, top, inner.width() - _ICON - 2 * Space.M - taken, 17)
        paint_line(painter, words, line.title, Size.BODY, Weight.MEDIUM, "text")
        paint_line(painter, words.translated(0, 18), detail(line), Size.SMALL, Weight.NORMAL, "third")
        painter.restore()


def detail(line: SessionLine) -> str:
    """``3 Nov 16:20 · 5 of 6 answered · 12 min``."""
    parts = [moment_words(line.created), f"{line.answered} of {counted(line.count, 'question')}"]
    if line.seconds:
        parts.append(minutes_words(line.seconds))
    return " · ".join(parts)


def standing(line: SessionLine) -> tuple[str, str]:
    """What stands at the right, and its tone."""
    if line.state is SessionState.FINISHED and line.overall is not None:
        word, tone = score_word(line.overall)
        return f"{line.overall} · {word}", tone
    return ("paused" if line.state is SessionState.PAUSED else "not finished"), "accent"


def _paint_standing(painter: QPainter, area: QRectF, line: SessionLine) -> float:
    """A pill at the right; how wide it is."""
    text, tone = standing(line)
    ink, ground, _icon = TONES[tone]
    theme = current_theme()
    font = theme.font(Size.SMALL, Weight.BOLD)
    width = QFontMetricsF(font).horizontalAdvance(text) + 16
    pill = QRectF(area.right() - width, area.center().y() - _PILL / 2, width, _PILL)
    surface(painter, pill, _PILL / 2, theme.color(ground))
    painter.setFont(font)
    painter.setPen(theme.color(ink))
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), text)
    return width
