"""The ledger as a table that stays quick with ten thousand rows: a plain model and a delegate that paints."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from careercoach_desktop.features.activity.model import OUTCOMES, agent_words
from careercoach_desktop.features.activity.ui.words import count_words, price_words, tr
from careercoach_desktop.foundation.llm.model import AiCall
from careercoach_desktop.foundation.llm.words import model_name
from careercoach_desktop.foundation.uikit import current_theme, moment_words, paint_icon

Index = QModelIndex | QPersistentModelIndex

_ROW = 34
_PAD = 8


class Column(IntEnum):
    WHEN = 0
    AGENT = 1
    MODEL = 2
    SENT = 3
    CACHED = 4
    RECEIVED = 5
    COST = 6
    TIME = 7
    OUTCOME = 8


_HEADS = ("When", "For", "Model", "Tokens in", "Cached", "Tokens out", "Cost", "Time", "Outcome")
_WIDTHS = (104, 0, 146, 80, 68, 90, 74, 58, 184)
_FIGURES = (Column.SENT, Column.CACHED, Column.RECEIVED, Column.COST, Column.TIME)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CallModel(QAbstractTableModel):
    """Calls, newest first. ``more_wanted`` when the view comes near the end and there are older ones."""

    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._calls: list[AiCall] = []
        self._more = False
        self._asked = False

    @property
    def calls(self) -> list[AiCall]:
        return list(self._calls)

    def call(self, row: int) -> AiCall:
        return self._calls[row]

    def set_calls(self, calls: Sequence[AiCall], *, more: bool) -> None:
        self.beginResetModel()
        self._calls = list(calls)
        self._more, self._asked = more, False
        self.endResetModel()

    def add_older(self, calls: Sequence[AiCall], *, more: bool) -> None:
        self._more, self._asked = more, False
        if calls:
            first = len(self._calls)
            self.beginInsertRows(QModelIndex(), first, first + len(calls) - 1)
            self._calls.extend(calls)
            self.endInsertRows()

    def update(self, call: AiCall) -> bool:
        """Show what became of a call that is listed; False when it is not."""
        for row, known in enumerate(self._calls):
            if known.id == call.id:
                self._calls[row] = call
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(_HEADS) - 1))
                return True
            if known.id < call.id:
                break
        return False

    def add_newest(self, call: AiCall) -> None:
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._calls.insert(0, call)
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self._calls)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(_HEADS)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, _parent: Index) -> None:
        self._asked = True
        self.more_wanted.emit()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(_HEADS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in _FIGURES else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _text(self._calls[index.row()], Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.SENT:
            usage = self._calls[index.row()].usage
            return tr("{count} of them were written to the cache").format(count=count_words(usage.cache_write))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.COST:
            return _searches_words(self._calls[index.row()].usage.searches)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in _FIGURES else _LEFT
        if role == Qt.ItemDataRole.UserRole:
            return self._calls[index.row()].outcome
        return None


def _searches_words(searches: int) -> str:
    """Of what a call cost beside its tokens; empty when that is all."""
    if not searches:
        return ""
    return tr("with 1 web search") if searches == 1 else tr("with {count} web searches").format(count=searches)


def _text(call: AiCall, column: Column) -> str:
    match column:
        case Column.WHEN:
            return moment_words(call.started)
        case Column.AGENT:
            return agent_words(call.agent)
        case Column.MODEL:
            return model_name(call.model)
        case Column.SENT:
            return count_words(call.usage.prompt) if call.usage.prompt else "–"
        case Column.CACHED:
            return count_words(call.usage.cache_read) if call.usage.cache_read else "–"
        case Column.RECEIVED:
            return count_words(call.usage.output) if call.usage.output else "–"
        case Column.COST:
            return "–" if call.cost is None and call.seconds is None else price_words(call.cost)
        case Column.TIME:
            return f"{call.seconds:.1f} s" if call.seconds else "–"
        case Column.OUTCOME:
            return tr(OUTCOMES[call.outcome][0])


class _CallPainter(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(40, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        area = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.color("soft"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.color("line"))
        inner = area.adjusted(_PAD, 0, -_PAD, -1)
        ink = "text" if index.column() in (Column.AGENT, Column.COST) else "second"
        if index.column() == Column.OUTCOME:
            _words, icon, ink = OUTCOMES[index.data(Qt.ItemDataRole.UserRole)]
            paint_icon(painter, icon, ink, QRectF(inner.left(), inner.top(), 16, inner.height()))
            inner.setLeft(inner.left() + 22)
        painter.setFont(theme.font())
        painter.setPen(theme.color(ink))
        text = str(index.data())
        shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(_RIGHT if index.column() in _FIGURES else _LEFT), shown)


class CallTable(QTableView):
    """The view; the column of what it was for takes the room that is left."""

    def __init__(self, model: CallModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(_CallPainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setFont(current_theme().font(12, 500))
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column, width in enumerate(_WIDTHS):
            if width:
                head.resizeSection(column, width)
        head.setSectionResizeMode(Column.AGENT, QHeaderView.ResizeMode.Stretch)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():  # who comes with the keyboard sees where they are
            self.selectRow(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnHidden(Column.CACHED, self.width() < 980)
