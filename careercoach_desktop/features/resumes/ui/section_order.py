"""The sections of the page in their order: drag them, or move them with Alt and the arrows; Space hides and shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from careercoach_desktop.foundation.uikit import (
    Radius,
    Size,
    current_theme,
    focus_ring,
    paint_icon,
    surface,
)

_ROW = 30
_BOX = 16
_KEY = Qt.ItemDataRole.UserRole
_SHOWN: Final = Qt.CheckState.Checked
_HIDDEN: Final = Qt.CheckState.Unchecked
_Index = QModelIndex | QPersistentModelIndex


class SectionOrder(QListWidget):
    """``changed`` after every move and every hiding, ``moved`` before it after a move; ``order()`` and ``left_out()``
    are lists of keys."""

    changed = Signal()
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Sections in order. Alt and the arrow keys move one, Space shows or hides it.")
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(_Row(self))
        self.setFixedHeight(0)

    def set_sections(self, sections: Iterable[tuple[str, str]], left_out: Iterable[str]) -> None:
        """(key, title) in order; tells nothing."""
        away = set(left_out)
        self.clear()
        for key, title in sections:
            item = QListWidgetItem(title)
            item.setData(_KEY, key)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsDragEnabled
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(_HIDDEN if key in away else _SHOWN)
            self.addItem(item)
        self.setFixedHeight(self.count() * _ROW + 2)
        if self.count():
            self.setCurrentRow(0)

    def order(self) -> list[str]:
        return [str(item.data(_KEY)) for item in self._items()]

    def left_out(self) -> list[str]:
        return [str(item.data(_KEY)) for item in self._items() if item.checkState() is _HIDDEN]

    def move_row(self, row: int, step: int) -> None:
        """Move one section up (-1) or down (1); nothing happens at the ends."""
        if not (0 <= row < self.count() and 0 <= row + step < self.count()):
            return
        self.insertItem(row + step, self.takeItem(row))
        self.setCurrentRow(row + step)
        self.moved.emit()
        self.changed.emit()

    def toggle(self, row: int) -> None:
        """Show what is hidden, hide what is shown."""
        item = self.item(row)
        if item is not None:
            item.setCheckState(_SHOWN if item.checkState() is _HIDDEN else _HIDDEN)
            self.changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(240, self.count() * _ROW + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_row(self.currentRow(), step)
        elif event.key() == Qt.Key.Key_Space:
            self.toggle(self.currentRow())
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        before = self.order()
        super().dropEvent(event)
        if self.order() != before:
            self.moved.emit()
            self.changed.emit()

    def _items(self) -> list[QListWidgetItem]:
        found = (self.item(row) for row in range(self.count()))
        return [item for item in found if item is not None]


class _Row(QStyledItemDelegate):
    """Grip, check box and title, as the kit draws them."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = current_theme()
        area = QRectF(option.rect).adjusted(1, 1, -1, -1)
        state = option.state
        if state & QStyle.StateFlag.State_MouseOver:
            surface(painter, area, Radius.CONTROL, theme.color("sunken"))
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, area, Radius.CONTROL)
        paint_icon(painter, "dots-six-vertical", "third", QRectF(area.left() + 4, area.top(), 16, area.height()), 14)
        shown = index.data(Qt.ItemDataRole.CheckStateRole) == _SHOWN.value
        box = QRectF(area.left() + 26, area.center().y() - _BOX / 2, _BOX, _BOX)
        if shown:
            surface(painter, box, Radius.TAG, theme.color("accent"))
            paint_icon(painter, "check", "on_accent", box, 12)
        else:
            surface(painter, box, Radius.TAG, theme.color("surface"), theme.color("line_strong"))
        painter.setFont(theme.font(Size.BODY))
        painter.setPen(theme.color("text" if shown else "third"))
        words = area.adjusted(26 + _BOX + 8, 0, -4, -1)
        title = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, round(words.width()))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), title)

    def editorEvent(
        self, event: QEvent, _model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """A click on the box hides or shows; anywhere else it only chooses the row, so that it can be dragged."""
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        left = option.rect.left()
        if not left + 22 <= event.position().x() <= left + 26 + _BOX + 6:
            return False
        view = self.parent()
        if isinstance(view, SectionOrder):
            view.toggle(index.row())
        return True
