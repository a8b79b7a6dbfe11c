"""The rows of the table: paints them, chooses among them, and says what is asked for by mouse and keys.

It knows no service. ``TableView`` around it decides what is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QHoverEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView, QToolTip

from careercoach_desktop.features.jobs.model import JobCard
from careercoach_desktop.features.jobs.ui.column_choice import ColumnChoice
from careercoach_desktop.features.jobs.ui.highlights import marked_in
from careercoach_desktop.features.jobs.ui.row_ranges import ranges_of
from careercoach_desktop.features.jobs.ui.table_columns import (
    COLUMNS,
    EDITABLE,
    TableColumn,
    shared_widths,
)
from careercoach_desktop.features.jobs.ui.table_header import TableHeader, ring_is_wanted
from careercoach_desktop.features.jobs.ui.table_model import JobTableModel
from careercoach_desktop.features.jobs.ui.table_painting import (
    ROW_HEIGHT,
    RowLayout,
    RowLook,
    cell_tip,
    row_picture,
)
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit.painting import focus_ring
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import Radius

_SELECT = QItemSelectionModel.SelectionFlag
_CLICKED_WITHIN = 4


class JobTable(QTableView):
    """Rows of ``model`` in the columns of ``choice``."""

    opened = Signal(int)
    """Enter or a double click."""
    edit_wanted = Signal(int, object)
    """(job id, the editable column)."""
    menu_wanted = Signal(QPoint)
    delete_wanted = Signal()
    escape_pressed = Signal()
    current_changed = Signal(int)
    selection_changed = Signal()
    """Other jobs are chosen than before."""

    def __init__(self, model: JobTableModel, choice: ColumnChoice) -> None:
        super().__init__()
        self._jobs = model
        self._choice = choice
        self._layout = RowLayout((), 0)
        self.words: tuple[str, ...] = ()
        """The searched words, marked where they stand."""
        self._hovered = (-1, -1)
        self._pressed = (-1, -1)
        self._pressed_spot = QPoint()
        self._several_pressed = False
        self._typed = ""
        self._typed_at = QElapsedTimer()
        self._kept: tuple[list[int], int | None, int, int] = ([], None, 0, 0)
        self.head = TableHeader(self)
        self.setHorizontalHeader(self.head)
        model.modelAboutToBeReset.connect(self._keep)
        self.setModel(model)
        model.modelReset.connect(self._choose_again)
        self._set_up()
        self._wire_head()
        self._arrange()

    def _set_up(self) -> None:
        self.setAccessibleName(tr("Jobs"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().hide()
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)
        current_theme().changed.connect(self.viewport().update)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.selection_changed.emit())
        self.selectionModel().currentChanged.connect(self._current_moved)

    def _wire_head(self) -> None:
        self.head.width_chosen.connect(self._choice.set_width)
        self.head.move_wanted.connect(self._choice.move)
        self.head.sectionMoved.connect(lambda *_moved: self._take_order())
        self._choice.changed.connect(self._arrange)

    @staticmethod
    def today() -> date:
        """The person's day: deadlines are told in it."""
        return today_here()

    # Selection -----------------------------------------------------------------------------------------------

    def selected_cards(self) -> list[JobCard]:
        """In the order of the rows."""
        cards = self._jobs.cards
        return [cards[row] for top, bottom in self._spans() for row in range(top, bottom + 1)]

    def current_card(self) -> JobCard | None:
        row = self.currentIndex().row()
        return self._jobs.cards[row] if 0 <= row < len(self._jobs.cards) else None

    def select_ids(self, job_ids: Sequence[int]) -> None:
        """Choose exactly these; the first becomes the current one and comes into sight."""
        self._choose(job_ids)
        row = self._jobs.row_of(job_ids[0]) if job_ids else -1
        if row >= 0:
            self._make_current(row)
            self.scrollTo(self._jobs.index(row, max(self.currentIndex().column(), 0)))

    def _spans(self) -> list[tuple[int, int]]:
        chosen = self.selectionModel().selection()
        return sorted({(chosen.at(each).top(), chosen.at(each).bottom()) for each in range(chosen.count())})

    def _choose(self, job_ids: Sequence[int]) -> None:
        selection = ranges_of(self._jobs, map(self._jobs.row_of, job_ids), len(COLUMNS) - 1)
        self.selectionModel().select(selection, _SELECT.ClearAndSelect)

    def _make_current(self, row: int) -> None:
        column = self.currentIndex().column()
        shown = column if column >= 0 and not self.isColumnHidden(column) else 0
        self.selectionModel().setCurrentIndex(self._jobs.index(row, shown), _SELECT.NoUpdate)

    def _keep(self) -> None:
        """Before the rows change: who is chosen, who is current (in which column), how far it is scrolled."""
        current = self.current_card()
        chosen = [card.id for card in self.selected_cards()]
        column = max(self.currentIndex().column(), 0)
        self._kept = (chosen, current.id if current else None, column, self.verticalScrollBar().value())

    def _choose_again(self) -> None:
        chosen, current, column, scrolled = self._kept
        self._hovered = (-1, -1)
        self._choose(chosen)
        row = self._jobs.row_of(current) if current is not None else -1
        if row >= 0:
            self.selectionModel().setCurrentIndex(self._jobs.index(row, column), _SELECT.NoUpdate)
        self.updateGeometries()
        self.verticalScrollBar().setValue(scrolled)
        if chosen and not self.selectionModel().hasSelection():
            self.selection_changed.emit()

    def _current_moved(self, index: QModelIndex, _old: QModelIndex) -> None:
        job_id = self._jobs.id_at(index.row())
        if job_id is not None and self.hasFocus():
            self.current_changed.emit(job_id)

    # Columns -------------------------------------------------------------------------------------------------

    def _take_order(self) -> None:
        self._choice.put_in_order([COLUMNS[self.head.logicalIndex(at)] for at in range(len(COLUMNS))])

    def _arrange(self) -> None:
        """Columns as they were chosen; what is left of the width is shared."""
        was = self.head.blockSignals(True)  # noqa: FBT003 - Qt's way; moving a section by code is nobody's wish
        for at, column in enumerate(self._choice.order):
            self.head.moveSection(self.head.visualIndex(COLUMNS.index(column)), at)
        self.head.blockSignals(was)
        shown = self._choice.shown
        for logical, column in enumerate(COLUMNS):
            self.setColumnHidden(logical, column not in shown)
        widths = shared_widths(shown, max(self.viewport().width(), 320), self._choice.widths)
        self.head.arrange(widths)
        cells, left = [], 0
        for column in shown:
            cells.append((column, left, widths[column]))
            left += widths[column]
        self._layout = RowLayout(tuple(cells), left)
        self.head.viewport().update()
        self.updateGeometries()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def cell_area(self, job_id: int, column: TableColumn) -> QRect:
        """Where a cell is in the viewport, brought into sight."""
        index = self._jobs.index(self._jobs.row_of(job_id), COLUMNS.index(column))
        self.scrollTo(index)
        return self.visualRect(index)

    # Mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        self._pressed, self._pressed_spot = self._cell_at(spot), spot
        index = self.indexAt(spot)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        chosen = index.isValid() and self.selectionModel().isSelected(index)
        self._several_pressed = plain and chosen and self._counts_several()
        if self._several_pressed and event.button() == Qt.MouseButton.LeftButton:
            # Qt would let the others go at once; a click on what can be changed is about all that are chosen.
            self.selectionModel().setCurrentIndex(index, _SELECT.NoUpdate)
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        row, logical = self._cell_at(spot)
        clicked = (row, logical) == self._pressed and row >= 0
        near = (spot - self._pressed_spot).manhattanLength() < _CLICKED_WITHIN
        left = event.button() == Qt.MouseButton.LeftButton
        super().mouseReleaseEvent(event)
        if not (clicked and near and left and event.modifiers() == Qt.KeyboardModifier.NoModifier):
            return
        if COLUMNS[logical] in EDITABLE and self._over_words(row, logical, spot):
            self.edit_wanted.emit(self._jobs.cards[row].id, COLUMNS[logical])
        elif self._several_pressed:
            self.select_ids([self._jobs.cards[row].id])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row, logical = self._cell_at(event.position().toPoint())
        if row >= 0 and COLUMNS[logical] not in EDITABLE and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._jobs.cards[row].id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        if not self.selectionModel().isSelected(index):
            self.select_ids([self._jobs.cards[index.row()].id])
        spot = event.globalPos()
        if not by_mouse:
            spot = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        self.menu_wanted.emit(spot)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHoverEvent) and event.type() != QEvent.Type.HoverLeave:
            self._hover(self._cell_at(event.position().toPoint()))
        elif event.type() in {QEvent.Type.HoverLeave, QEvent.Type.Leave}:
            self._hover((-1, -1))
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def tip_at(self, spot: QPoint) -> str:
        """What a cell could not show whole."""
        row, logical = self._cell_at(spot)
        if row < 0:
            return ""
        return cell_tip(self._jobs.cards[row], COLUMNS[logical], self.columnWidth(logical), self.today())

    def _hover(self, cell: tuple[int, int]) -> None:
        if cell == self._hovered:
            return
        for row in {self._hovered[0], cell[0]} - {-1}:
            top = row * ROW_HEIGHT - self.verticalOffset()
            self.viewport().update(0, top, self.viewport().width(), ROW_HEIGHT)
        self._hovered = cell
        editable = cell[1] >= 0 and COLUMNS[cell[1]] in EDITABLE
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if editable else Qt.CursorShape.ArrowCursor)

    def _cell_at(self, spot: QPoint) -> tuple[int, int]:
        index = self.indexAt(spot)
        return (index.row(), index.column()) if index.isValid() else (-1, -1)

    def _over_words(self, row: int, logical: int, spot: QPoint) -> bool:
        """Inside what is painted as changeable, not in the gap above or below it."""
        return self.visualRect(self._jobs.index(row, logical)).adjusted(1, 6, -3, -6).contains(spot)

    def _counts_several(self) -> bool:
        spans = self._spans()
        return len(spans) > 1 or any(bottom > top for top, bottom in spans)

    # Keys ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        card = self.current_card()
        if held == Qt.KeyboardModifier.NoModifier and self._plain_key(key, card):
            return
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._jobs.rowCount():
            self._leap(0 if key == Qt.Key.Key_Home else self._jobs.rowCount() - 1, held)
            return
        super().keyPressEvent(event)

    def _plain_key(self, key: int, card: JobCard | None) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and card is not None:
            self.opened.emit(card.id)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and card is not None:
            self.delete_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        elif key == Qt.Key.Key_Space and self._is_typing():
            self.keyboardSearch(" ")
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Space) and card is not None:
            column = COLUMNS[self.currentIndex().column()]
            self.edit_wanted.emit(card.id, column if column in EDITABLE else TableColumn.STATUS)
        else:
            return False
        return True

    def _leap(self, row: int, held: Qt.KeyboardModifier) -> None:
        """To the first or the last row; with Shift everything on the way is chosen."""
        start = max(self.currentIndex().row(), 0)
        index = self._jobs.index(row, max(self.currentIndex().column(), 0))
        if held & Qt.KeyboardModifier.ShiftModifier:
            top, bottom = self._jobs.index(min(start, row), 0), self._jobs.index(max(start, row), len(COLUMNS) - 1)
            self.selectionModel().select(QItemSelection(top, bottom), _SELECT.ClearAndSelect)
            self.selectionModel().setCurrentIndex(index, _SELECT.NoUpdate)
        else:
            self.selectionModel().setCurrentIndex(index, _SELECT.ClearAndSelect | _SELECT.Rows)
        self.scrollTo(index)

    def keyboardSearch(self, letters: str) -> None:
        """Typing goes to the next title that begins so; the same letter again to the one after it."""
        typing = self._is_typing()
        again = typing and self._typed == letters
        self._typed = self._typed + letters if typing and not again else letters
        self._typed_at.restart()
        start = self.currentIndex().row()
        row = self._jobs.row_beginning(self._typed, max(start + (not typing or again), 0))
        if row >= 0:
            index = self._jobs.index(row, max(self.currentIndex().column(), 0))
            self.selectionModel().setCurrentIndex(index, _SELECT.ClearAndSelect | _SELECT.Rows)
            self.scrollTo(index)

    def _is_typing(self) -> bool:
        patience = QApplication.keyboardInputInterval()
        return bool(self._typed) and self._typed_at.isValid() and self._typed_at.elapsed() < patience

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentIndex().row() < 0 and self._jobs.rowCount():
            self._make_current(0)
        self.viewport().update()

    # Painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every row in sight, without asking a delegate for each of its cells."""
        painter = QPainter(self.viewport())
        down, across, area = self.verticalOffset(), self.horizontalOffset(), event.rect()
        first, last = max(0, (area.top() + down) // ROW_HEIGHT), (area.bottom() + down) // ROW_HEIGHT
        spans, ratio, today = self._spans(), self.devicePixelRatioF(), self.today()
        for row, card in enumerate(self._jobs.cards[first : last + 1], first):
            hovered = row == self._hovered[0]
            over = COLUMNS[self._hovered[1]] if hovered and COLUMNS[self._hovered[1]] in EDITABLE else None
            selected = any(top <= row <= bottom for top, bottom in spans)
            look = RowLook(selected, hovered, over, marked_in(card, self.words))
            picture = row_picture(card, look, self._layout, ratio, today)
            painter.drawPixmap(-across, row * ROW_HEIGHT - down, picture)
        if ring_is_wanted(self) and self.currentIndex().isValid():
            cell = QRectF(self.visualRect(self.currentIndex())).adjusted(1, 2, -2, -3)
            focus_ring(painter, cell, Radius.CONTROL)
