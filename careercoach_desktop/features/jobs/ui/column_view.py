"""The cards inside a column: copies their pictures, takes clicks and keys, starts drags, shows where one lands.

A card answers a click with ``opened``; Ctrl and Shift select several. What moves where is decided by the board,
which hears ``key_pressed`` first and owns the drag across columns.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHoverEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QScrollBar,
)

from careercoach_desktop.features.jobs.model import JobCard
from careercoach_desktop.features.jobs.ui.card_painting import CARD_HEIGHT, CardLook, card_picture
from careercoach_desktop.features.jobs.ui.column_model import JOBS_MIME, ColumnModel
from careercoach_desktop.features.jobs.ui.even_list import EvenList
from careercoach_desktop.features.jobs.ui.highlights import marked_in
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit.focus import last_input
from careercoach_desktop.foundation.uikit.painting import focus_ring
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import Radius

_Index = QModelIndex | QPersistentModelIndex
GAP = 8
ROW_HEIGHT = CARD_HEIGHT + GAP
SIDE = 8
BAR = SIDE
BAR_LOOK = "QScrollBar::handle:vertical { margin: 2px 1px 2px 4px; border-radius: 1px; }"
"""The bar takes the clicks of the column's whole margin; what is seen of it leaves the cards alone."""
RING = 4
"""How far the keyboard's ring stands out from its card."""
DOT = 4
DROP_SHIFT = 8
"""How far the cards below a drop line step aside."""


class ColumnView(EvenList):
    """One column's cards."""

    opened = Signal(int)
    """A card was clicked."""
    selecting_alone = Signal()
    """A plain click selects here only: other columns let go."""
    drag_wanted = Signal(object)
    """The pointer left with a card; carries the grip inside the card as a QPoint."""
    dropped_here = Signal(object, int)
    """(QMimeData, row) of cards dropped here."""
    drag_over = Signal(QPoint)
    """Where a drag is, in global coordinates (for scrolling near the edges)."""
    menu_wanted = Signal(QPoint)
    focused = Signal()
    takes_drop = Signal(bool)
    """Cards that are dragged would land in this column, which is sorted: anywhere, or no longer."""
    anchored = Signal(int)
    """A range may begin at this row: the card there was clicked, or walked to, without Shift."""

    def __init__(self, model: ColumnModel, name: str, progress_of: Callable[[int], float | None]) -> None:
        super().__init__(ROW_HEIGHT)
        self.card_width = 210
        self.drop_row: int | None = None
        self.words: tuple[str, ...] = ()
        self.is_sorted = False
        self.key_filter: Callable[[QKeyEvent], bool] | None = None
        self.range_filter: Callable[[int], bool] | None = None
        """Asked first when a card is clicked with Shift: true when the range has been selected already."""
        self._lifted: frozenset[int] = frozenset()
        self._grip = QPoint()
        self._pressed_on = -1
        self._dragging = False
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.setModel(model)
        self.setAccessibleName(name)
        self._progress_of = progress_of
        self._hovered = QPersistentModelIndex()
        self._set_up()

    def show_words(self, words: tuple[str, ...]) -> None:
        """Mark these folded words on the cards."""
        if words != self.words:
            self.words = words
            self.viewport().update()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setAutoScroll(False)
        self.setDropIndicatorShown(False)
        self.verticalScrollBar().setSingleStep(28)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        current_theme().changed.connect(self.viewport().update)
        self._lay_bar_over()

    def _lay_bar_over(self) -> None:
        """A scroll bar in the column's margin, so that cards keep their width when it comes and goes."""
        own = self.verticalScrollBar()
        own.rangeChanged.connect(self._follow_range)
        own.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(own.setValue)
        self._bar.setStyleSheet(BAR_LOOK)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar.hide()

    def _follow_range(self, least: int, most: int) -> None:
        self._bar.setRange(least, most)
        self._bar.setPageStep(self.verticalScrollBar().pageStep())
        self._bar.setSingleStep(self.verticalScrollBar().singleStep())
        self._bar.setVisible(most > least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bar.setGeometry(self.width() - BAR, 2, BAR, self.height() - 4)

    @property
    def cards(self) -> ColumnModel:
        model = self.model()
        assert isinstance(model, ColumnModel)  # noqa: S101 - set in the constructor
        return model

    @staticmethod
    def today() -> date:
        """The person's day: ages and deadlines are told in it."""
        return today_here()

    def selected_cards(self) -> list[JobCard]:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.cards.cards[row] for row in rows]

    def set_lifted(self, job_ids: frozenset[int]) -> None:
        """Fade the cards that are being dragged."""
        self._lifted = job_ids
        self.viewport().update()

    def set_card_width(self, width: int) -> None:
        if width != self.card_width:
            self.card_width = width
            self.viewport().update()

    # Mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragging = False
        index = self.indexAt(event.position().toPoint())
        self._pressed_on = index.row()
        self._grip = event.position().toPoint() - self.visualRect(index).topLeft() if index.isValid() else QPoint()
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if index.isValid() and shift and self.range_filter is not None and self.range_filter(index.row()):
            return
        if index.isValid() and not shift:
            self.anchored.emit(index.row())
        plain = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if not plain and not (index.isValid() and self.selectionModel().isSelected(index)):
            self.selecting_alone.emit()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        clicked = event.button() == Qt.MouseButton.LeftButton and row >= 0 and row == self._pressed_on
        self._pressed_on = -1
        if clicked and not self._dragging and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.selecting_alone.emit()
            self.opened.emit(self.cards.cards[row].id)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        self._dragging = True
        self.drag_wanted.emit(self._grip)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos()) if event.reason() == QContextMenuEvent.Reason.Mouse else self.currentIndex()
        if not index.isValid():
            super().contextMenuEvent(event)
            return
        if not self.selectionModel().isSelected(index):
            self.selecting_alone.emit()
            self.setCurrentIndex(index)
        spot = event.pos() if event.reason() == QContextMenuEvent.Reason.Mouse else self.visualRect(index).center()
        self.menu_wanted.emit(self.viewport().mapToGlobal(spot))

    # Keys ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.key_filter is not None and self.key_filter(event):
            event.accept()
            return
        moves = {
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
        }
        alone = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if event.key() not in moves:
            super().keyPressEvent(event)
            return
        if event.modifiers() in alone:
            self.selecting_alone.emit()
        super().keyPressEvent(event)
        if event.modifiers() in alone:
            self.anchored.emit(self.currentIndex().row())
        self.scrollTo(self.currentIndex())

    def keyboardSearch(self, _search: str) -> None:
        """Typing does nothing on the board: letters belong to the search field."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        last_input.watch(self.window().windowHandle())
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cards.rowCount():
            self.selectionModel().setCurrentIndex(self.cards.index(0), self.selectionModel().SelectionFlag.NoUpdate)
        self.focused.emit()

    # Drops ---------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._answer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._answer(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        if not event.mimeData().hasFormat(JOBS_MIME):
            event.ignore()
            return
        row = self.row_for_drop(event.position().toPoint().y())
        self.show_drop(None)
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.dropped_here.emit(event.mimeData(), row)

    def row_for_drop(self, y: int) -> int:
        """The row a drop at ``y`` (in the viewport) goes above; the row count for the bottom."""
        offset = y + self.verticalOffset()
        return max(0, min(round(offset / ROW_HEIGHT), self.cards.rowCount()))

    def show_drop(self, row: int | None) -> None:
        """Draw the line above ``row``, or take it away; a sorted column shows that it takes cards, not where."""
        line, anywhere = (None, row is not None) if self.is_sorted else (row, False)
        if line != self.drop_row:
            self.drop_row = line
            self.viewport().update()
        self.takes_drop.emit(anywhere)

    def _answer(self, event: QDragMoveEvent) -> None:
        if not event.mimeData().hasFormat(JOBS_MIME):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        spot = event.position().toPoint()
        self.show_drop(self.row_for_drop(spot.y()))
        self.drag_over.emit(self.viewport().mapToGlobal(spot))

    # Painting ------------------------------------------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHoverEvent) and event.type() != QEvent.Type.HoverLeave:
            self._hovered = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        elif event.type() in {QEvent.Type.HoverLeave, QEvent.Type.Leave}:
            self._hovered = QPersistentModelIndex()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every card in sight, without a delegate: Qt would come back to Python some six times for every card, and each
        time wait for the interpreter when another thread has it. That took most of a frame beside a busy worker."""
        painter = QPainter(self.viewport())
        offset, area = self.verticalOffset(), event.rect()
        first, last = max(0, (area.top() + offset - DROP_SHIFT) // ROW_HEIGHT), (area.bottom() + offset) // ROW_HEIGHT
        chosen = self.selectionModel().selection()
        spans = [(chosen.at(each).top(), chosen.at(each).bottom()) for each in range(chosen.count())]
        ringed = self.currentIndex().row() if last_input.by_keyboard and self.hasFocus() else -1
        ratio, today, hovered = self.devicePixelRatioF(), self.today(), self._hovered.row()
        for row, card in enumerate(self.cards.cards[first : last + 1], first):
            selected = any(top <= row <= bottom for top, bottom in spans)
            words, progress = marked_in(card, self.words), self._progress_of(card.id)
            look = CardLook(selected, hovered=row == hovered, progress=progress, words=words)
            shift = DROP_SHIFT if self.drop_row is not None and row >= self.drop_row else 0
            top = row * ROW_HEIGHT - offset + GAP // 2 + shift
            painter.setOpacity(0.45 if card.id in self._lifted else 1.0)
            painter.drawPixmap(SIDE, top, card_picture(card, look, self.card_width, ratio, today))
            painter.setOpacity(1.0)
            if row == ringed:
                around = QRectF(SIDE, top, self.card_width, CARD_HEIGHT).adjusted(-RING, -RING, RING, RING)
                focus_ring(painter, around, Radius.CARD + RING)
        if self.drop_row is not None:
            self._paint_drop(painter, self.drop_row)

    def _paint_drop(self, painter: QPainter, row: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = current_theme().color("accent")
        y = row * ROW_HEIGHT - self.verticalOffset() + DROP_SHIFT / 2
        # From margin to margin: the dragged card, which hangs over the gap, hides only what lies between them.
        left, right = DOT + 0.5, self.viewport().width() - 2.0
        painter.setPen(QPen(accent, 2))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(QPointF(left, y), DOT, DOT)
