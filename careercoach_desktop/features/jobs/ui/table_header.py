"""The head of the table: quiet words, an arrow at the column that sorts, widths and order a person may change.

By keyboard: Tab reaches it, the arrows go from column to column, Enter or Space sorts, Ctrl and the arrows move the
column, Down (or the menu key) offers the columns.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from careercoach_desktop.features.jobs.ui.table_columns import COLUMNS, TableColumn, column_title
from careercoach_desktop.features.jobs.ui.table_painting import PAD
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit.focus import FocusRing, last_input
from careercoach_desktop.foundation.uikit.icons import paint_icon
from careercoach_desktop.foundation.uikit.painting import focus_ring
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import Radius, Size, Weight

HEIGHT = 34
_ARROW = 12
_NARROWEST = 44


class TableHeader(FocusRing, QHeaderView):
    """``sort_wanted`` names a column; ``menu_wanted`` a place in global coordinates."""

    sort_wanted = Signal(object)
    menu_wanted = Signal(QPoint)
    width_chosen = Signal(object, int)
    """A person dragged a column's edge: (column, its width)."""
    move_wanted = Signal(object, int)
    """Move this column one place: (column, -1 or 1)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sort: TableColumn | None = None
        self._descending = False
        self._at = 0
        self._pressed_at = QPoint()
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(_NARROWEST)
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Columns"))
        self._arranging = False
        self.sectionResized.connect(self._resized)
        current_theme().changed.connect(self.viewport().update)
        self._say()

    @property
    def current(self) -> TableColumn:
        """The column the keyboard is at."""
        return COLUMNS[self.logicalIndex(self._at)] if self.logicalIndex(self._at) >= 0 else COLUMNS[0]

    def show_sort(self, column: TableColumn | None, *, descending: bool) -> None:
        """Which column the rows are sorted by; None for the board's order."""
        self._sort, self._descending = column, descending
        self._say()

    def arrange(self, widths: dict[TableColumn, int]) -> None:
        """Set widths that were worked out rather than chosen."""
        self._arranging = True
        try:
            for column, width in widths.items():
                self.resizeSection(COLUMNS.index(column), width)
        finally:
            self._arranging = False

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    # Painting ------------------------------------------------------------------------------------------------

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        theme, column = current_theme(), COLUMNS[logical]
        sorts = self._sort is column
        painter.save()
        painter.fillRect(rect, theme.color("window"))
        font = theme.font(Size.SMALL, Weight.MEDIUM)
        painter.setFont(font)
        painter.setPen(theme.color("text" if sorts else "second"))
        area = QRectF(rect).adjusted(PAD, 0, -PAD - (_ARROW + 4 if sorts else 0), -1)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(column_title(column), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if sorts:
            left = area.left() + metrics.horizontalAdvance(shown) + 4
            name = "caret-down" if self._descending else "caret-up"
            paint_icon(painter, name, "accent", QRectF(left, rect.top(), _ARROW, rect.height() - 1), _ARROW)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        if self.shows_ring and self.visualIndex(logical) == self._at:
            focus_ring(painter, QRectF(rect).adjusted(1, 3, -1, -4), Radius.CONTROL)
        painter.restore()

    # Mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click sorts; a press that dragged a column or its edge does not."""
        spot = event.position().toPoint()
        on_an_edge = self.cursor().shape() == Qt.CursorShape.SplitHCursor
        clicked = (spot - self._pressed_at).manhattanLength() < 4 and not on_an_edge
        super().mouseReleaseEvent(event)
        logical = self.logicalIndexAt(spot)
        if event.button() == Qt.MouseButton.LeftButton and clicked and logical >= 0:
            self.sort_wanted.emit(COLUMNS[logical])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        else:
            self._offer_below()

    def _offer_below(self) -> None:
        left = self.sectionViewportPosition(self.logicalIndex(self._at))
        self.menu_wanted.emit(self.viewport().mapToGlobal(QPoint(left, HEIGHT)))

    def _resized(self, logical: int, _old: int, new: int) -> None:
        if not self._arranging and new > 0:
            self.width_chosen.emit(COLUMNS[logical], new)

    # Keys ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if key in steps and held == Qt.KeyboardModifier.ControlModifier:
            self.move_wanted.emit(self.current, steps[key])
        elif key in steps and held == Qt.KeyboardModifier.NoModifier:
            self.go_to(self._at + steps[key], steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.sort_wanted.emit(self.current)
        elif key == Qt.Key.Key_Down:
            self._offer_below()
        else:
            event.ignore()

    def go_to(self, visual: int, step: int = 1) -> None:
        """Put the keyboard at the column there, or the next one that is shown."""
        while 0 <= visual < self.count() and self.isSectionHidden(self.logicalIndex(visual)):
            visual += step
        if 0 <= visual < self.count():
            self._at = visual
            self._say()
            self.viewport().update()

    def follow(self, column: TableColumn) -> None:
        """The column was moved: the keyboard stays at it."""
        self._at = self.visualIndex(COLUMNS.index(column))
        self._say()

    def _say(self) -> None:
        column, sorts = self.current, self._sort
        way = tr("descending") if self._descending else tr("ascending")
        order = tr("sorted by {0}, {1}").format(column_title(sorts), way) if sorts else tr("in the board’s order")
        self.setAccessibleDescription(f"{column_title(column)}; {order}")
        self.viewport().update()


def ring_is_wanted(widget: QWidget) -> bool:
    """Whether a ring shows where the keyboard is."""
    return widget.hasFocus() and last_input.by_keyboard
