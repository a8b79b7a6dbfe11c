"""Documents in a list that paints: what each is, what it was made for, how fresh. It can be dragged out of the app."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from careercoach_desktop.features.documents.model import DocumentCard
from careercoach_desktop.features.documents.ui.words import TYPE_ICONS, detail_words, job_words, spoken
from careercoach_desktop.foundation.uikit import (
    Size,
    Space,
    Weight,
    list_ground,
    paint_icon,
    paint_line,
)

CARD = Qt.ItemDataRole.UserRole
ROW = 66
_ICON = 20
_Index = QModelIndex | QPersistentModelIndex


class DocumentModel(QAbstractListModel):
    """Cards in the order they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[DocumentCard] = []

    @property
    def cards(self) -> list[DocumentCard]:
        return list(self._cards)

    def fill(self, cards: Sequence[DocumentCard]) -> None:
        self.beginResetModel()
        self._cards = list(cards)
        self.endResetModel()

    def row_of(self, document_id: int) -> int:
        """-1 for one that is not shown."""
        return next((at for at, card in enumerate(self._cards) if card.id == document_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._cards)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(card)
        if role == Qt.ItemDataRole.ToolTipRole:
            return card.title
        return None


class DocumentList(QListView):
    """``chosen`` brings the document that is shown now (None: none); ``drag_wanted`` those the person begins to drag,
    ``pressed_on`` those that may be dragged next, ``menu_wanted`` a spot on the screen."""

    chosen = Signal(object)
    drag_wanted = Signal(list)
    pressed_on = Signal(list)
    menu_wanted = Signal(QPoint)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.documents = DocumentModel(self)
        self.setModel(self.documents)
        self.setItemDelegate(_DocumentPainter(self))
        self.setAccessibleName("Documents")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setViewportMargins(0, Space.S, 0, Space.S)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self.activated.connect(lambda index: self.opened.emit(index.data(CARD)))
        self.selectionModel().currentChanged.connect(
            lambda index, _before: self.chosen.emit(index.data(CARD) if index.isValid() else None)
        )
        self.pressed.connect(lambda _index: self.pressed_on.emit(self.selected()))

    def show_cards(self, cards: Sequence[DocumentCard], choose: int | None) -> None:
        """Show these; ``choose`` is the current one then, or the first. What was selected stays so."""
        selected = {card.id for card in self.selected()}
        self.documents.fill(cards)
        if not cards:
            self.chosen.emit(None)
            return
        at = self.documents.row_of(choose) if choose is not None else -1
        self.setCurrentIndex(self.documents.index(max(at, 0)))
        for card in cards:
            if card.id in selected and len(selected) > 1:
                index = self.documents.index(self.documents.row_of(card.id))
                self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)

    def current(self) -> DocumentCard | None:
        found = self.currentIndex().data(CARD) if self.currentIndex().isValid() else None
        return found if isinstance(found, DocumentCard) else None

    def selected(self) -> list[DocumentCard]:
        """In the order they are shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.documents.cards[row] for row in rows]

    def startDrag(self, _actions: Qt.DropAction) -> None:
        self.drag_wanted.emit(self.selected())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (card := self.current()) is not None:
            self.opened.emit(card)
            return
        super().keyPressEvent(event)

    def _ask_for_menu(self, spot: QPoint) -> None:
        if self.indexAt(spot).isValid() or self.currentIndex().isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(spot))


class _DocumentPainter(QStyledItemDelegate):
    """Three lines: title, what for, what it is; a picture of its kind at the left."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        card: DocumentCard = index.data(CARD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = list_ground(painter, option)
        inner = area.adjusted(Space.M, 7, -Space.M, -7)
        purpose = job_words(card)
        lines = [(card.title, Size.BODY, Weight.MEDIUM, "text")]
        lines += [(f"for {purpose}", Size.SMALL, Weight.NORMAL, "second")] if purpose else []
        lines += [(" · ".join((detail_words(card), *card.tags)), Size.SMALL, Weight.NORMAL, "third")]
        top = inner.top() + (inner.height() - 17.0 * len(lines)) / 2
        icon = QRectF(inner.left(), top - 1, _ICON, 19)
        paint_icon(painter, "paperclip" if card.file else TYPE_ICONS[card.type], "second", icon, _ICON)
        inner.setLeft(inner.left() + _ICON + Space.M)
        for text, size, weight, ink in lines:
            paint_line(painter, QRectF(inner.left(), top, inner.width(), 17), text, size, weight, ink)
            top += 17
        painter.restore()
