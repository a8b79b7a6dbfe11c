"""A list whose rows are all of one height, so that where each is follows from its number.

QListView asks the model about every row whenever one comes or goes; from Python that takes 50 ms for ten thousand rows.
This one is a QListView for everybody else (screen readers too), but counts instead: a hundred thousand rows take no
longer than ten.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

_Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction


class EvenList(QListView):
    """Rows of ``row_height`` pixels. Subclasses paint them."""

    def __init__(self, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_height = row_height
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.rowsRemoved.connect(self._lay_out)
            model.rowsMoved.connect(self._lay_out)

    # Where rows are ------------------------------------------------------------------------------------------

    def visualRect(self, index: _Index) -> QRect:
        if not index.isValid():
            return QRect()
        return QRect(0, index.row() * self._row_height - self._offset(), self.viewport().width(), self._row_height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = (point.y() + self._offset()) // self._row_height
        inside = 0 <= row < self._count() and 0 <= point.x() < self.viewport().width()
        return self.model().index(row, 0) if inside else QModelIndex()

    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not index.isValid():
            return
        top, room = index.row() * self._row_height, self.viewport().height()
        bar, bottom = self.verticalScrollBar(), (index.row() + 1) * self._row_height - room
        if hint == QAbstractItemView.ScrollHint.PositionAtTop or (
            hint == QAbstractItemView.ScrollHint.EnsureVisible and top < bar.value()
        ):
            bar.setValue(top)
        elif hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue((top + bottom) // 2)
        elif hint == QAbstractItemView.ScrollHint.PositionAtBottom or bottom > bar.value():
            bar.setValue(bottom)

    def moveCursor(self, action: _Move, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        last = self._count() - 1
        if last < 0:
            return QModelIndex()
        here = self.currentIndex().row()
        page = max(1, self.viewport().height() // self._row_height)
        steps = {
            _Move.MoveUp: here - 1,
            _Move.MovePrevious: here - 1,
            _Move.MoveDown: here + 1,
            _Move.MoveNext: here + 1,
            _Move.MovePageUp: here - page,
            _Move.MovePageDown: here + page,
            _Move.MoveHome: 0,
            _Move.MoveEnd: last,
        }
        return self.model().index(max(0, min(steps.get(action, here), last)), 0)

    def setSelection(self, area: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        area = area.normalized()
        first = max(0, (area.top() + self._offset()) // self._row_height)
        last = min(self._count() - 1, (area.bottom() + self._offset()) // self._row_height)
        rows = QItemSelection()
        if first <= last:
            rows.select(self.model().index(first, 0), self.model().index(last, 0))
        self.selectionModel().select(rows, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region, sight = QRegion(), self.viewport().rect()
        for at in range(selection.count()):
            span = selection.at(at)
            top = span.top() * self._row_height - self._offset()
            height = (span.bottom() - span.top() + 1) * self._row_height
            region += QRect(0, top, sight.width(), height).intersected(sight)
        return region

    # What changes --------------------------------------------------------------------------------------------

    def doItemsLayout(self) -> None:
        """Past QListView, which would look at every row."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """As far as the rows reach."""
        QAbstractItemView.updateGeometries(self)
        room = self.viewport().height()
        self.verticalScrollBar().setPageStep(room)
        self.verticalScrollBar().setRange(0, max(0, self._count() * self._row_height - room))

    def dataChanged(self, top_left: _Index, bottom_right: _Index, roles: Sequence[int] = ()) -> None:
        """Past QListView, which would lay out every row again: they are of one height, whatever they show."""
        QAbstractItemView.dataChanged(self, top_left, bottom_right, list(roles))

    def rowsInserted(self, parent: _Index, start: int, end: int) -> None:
        QAbstractItemView.rowsInserted(self, parent, start, end)
        self._lay_out()

    def rowsAboutToBeRemoved(self, parent: _Index, start: int, end: int) -> None:
        """Past QListView, as above."""
        QAbstractItemView.rowsAboutToBeRemoved(self, parent, start, end)

    def reset(self) -> None:
        super().reset()
        self._lay_out()

    def _lay_out(self, *_rows: object) -> None:
        self.updateGeometries()
        self.viewport().update()

    def _offset(self) -> int:
        return self.verticalScrollBar().value()

    def _count(self) -> int:
        model = self.model()
        return 0 if model is None else model.rowCount()
