"""The board: eight columns side by side, one selection across them, keys and drags from card to card.

It shows and asks; what is asked for (``move_wanted`` and the others) the page carries out and makes undoable.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QPixmapCache, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from careercoach_desktop.features.jobs.model import ColumnOrder, JobCard, JobStatus
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.features.jobs.ui.board_column import FOLDED_WIDTH, BoardColumn
from careercoach_desktop.features.jobs.ui.board_selection import BoardSelection
from careercoach_desktop.features.jobs.ui.card_painting import CACHE_KIB, drag_picture
from careercoach_desktop.features.jobs.ui.column_model import dragged_ids, jobs_mime
from careercoach_desktop.features.jobs.ui.column_view import SIDE, ColumnView
from careercoach_desktop.features.jobs.ui.edge_scrolling import EdgeScroller
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import CARD_COLUMN, Space, holder, recall, remember, row

COLUMN_GAP = 10
WIDEST_COLUMN = 300
NARROWEST_COLUMN = 218
"""As narrow as columns get so that all of them fit, or so that none is sliced at the window's edge."""
SLIVER = 12
LATE = frozenset({JobStatus.ACCEPTED, JobStatus.REJECTED, JobStatus.WITHDRAWN})
"""Columns folded by themselves while they are empty."""
COLUMNS = tuple(JobStatus)


class Board(QScrollArea):
    """Shows ``cards`` in eight columns."""

    clicked = Signal(int)
    open_wanted = Signal(int)
    """Asked by keyboard or menu: the keyboard wants to go along."""
    move_wanted = Signal(list, JobStatus, object)
    """(job ids in their order, target column, the id they go above or None for the bottom)."""
    arranging_refused = Signal()
    """Cards were to be put elsewhere in their column, which is sorted."""
    delete_wanted = Signal(list)
    sort_wanted = Signal(JobStatus, ColumnOrder)
    menu_wanted = Signal(QPoint)
    escape_pressed = Signal()
    current_changed = Signal(int)
    """The card the arrows are on."""
    selection_changed = Signal()

    def __init__(self, cards: BoardCards) -> None:
        super().__init__()
        self.cards = cards
        self._covered = 0
        QPixmapCache.setCacheLimit(max(QPixmapCache.cacheLimit(), CACHE_KIB))
        self._scroller = EdgeScroller(self)
        self.columns = {status: BoardColumn(model, cards.progress) for status, model in cards.models.items()}
        self._selection = BoardSelection(cards, self.columns)
        self._row = row(*self.columns.values(), spacing=COLUMN_GAP, margins=(Space.XL, 0, Space.XL, Space.M))
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        inside = holder(self._row)
        inside.setAutoFillBackground(False)
        self.setWidget(inside)
        self._set_up()
        for each in self.columns.values():
            self._wire(each)
        cards.changed.connect(self._cards_changed)
        cards.view_changed.connect(self._view_changed)
        self._cards_changed()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Board"))
        self.viewport().setAutoFillBackground(False)

    def _wire(self, each: BoardColumn) -> None:
        view = each.view
        view.opened.connect(self.clicked)
        view.selecting_alone.connect(lambda: self._selection.let_go_but_in(each))
        view.drag_wanted.connect(lambda grip: self._drag(view, grip))
        view.dropped_here.connect(lambda data, at: self._drop(each, dragged_ids(data), at))
        view.drag_over.connect(lambda spot: self._scroller.over(view, spot))
        view.menu_wanted.connect(self.menu_wanted)
        view.focused.connect(lambda: self._column_focused(view))
        view.key_filter = lambda event: self._key(each, event)
        view.range_filter = lambda at: self._selection.reach(each, at)
        view.anchored.connect(lambda at: self._selection.begin_at(each, at))
        view.selectionModel().selectionChanged.connect(lambda _new, _old: self.selection_changed.emit())
        view.cards.modelReset.connect(self.selection_changed)
        view.selectionModel().currentChanged.connect(lambda index, _old: self._current_moved(each, index.row()))
        view.cards.dropped.connect(lambda ids, before: self.move_wanted.emit(ids, each.status, before))
        each.dropped_on_head.connect(lambda data: self._drop(each, dragged_ids(data), 0))
        each.fold_wanted.connect(lambda: self._fold(each, folded=True))
        each.unfold_wanted.connect(lambda: self._fold(each, folded=False))
        each.sort_wanted.connect(lambda by: self.sort_wanted.emit(each.status, by))

    # Selection -----------------------------------------------------------------------------------------------

    def selected(self) -> list[JobCard]:
        """The selected cards in board order; the card the arrows are on when none is."""
        cards = self.chosen()
        if cards:
            return cards
        view = self._focused_view()
        row_here = view.currentIndex().row() if view else -1
        return [view.cards.cards[row_here]] if view and row_here >= 0 else []

    def chosen(self) -> list[JobCard]:
        """Only those that are really selected."""
        return self._selection.cards()

    def select(self, job_ids: list[int], *, focus: bool = True) -> None:
        """Select exactly these cards; the first becomes the current one and comes into sight."""
        self._selection.select(job_ids)
        first = self.cards.card(job_ids[0]) if job_ids else None
        if first is None:
            return
        each = self.columns[first.status]
        index = each.view.cards.index(each.view.cards.row_of(first.id))
        if not index.isValid():
            return
        each.view.selectionModel().setCurrentIndex(index, each.view.selectionModel().SelectionFlag.NoUpdate)
        each.view.scrollTo(index)
        self._selection.begin_at(each, index.row())
        self.show_column(first.status)
        if focus and not each.is_folded:
            each.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_selection(self) -> None:
        self._selection.select([])

    def _focused_view(self) -> ColumnView | None:
        return next((each.view for each in self.columns.values() if each.view.hasFocus()), None)

    def _column_focused(self, view: ColumnView) -> None:
        """Tab reaches the board once: at the column it was last in."""
        for each in self.columns.values():
            wanted = Qt.FocusPolicy.StrongFocus if each.view is view else Qt.FocusPolicy.ClickFocus
            each.view.setFocusPolicy(wanted)
        self._current_moved(self.columns[view.cards.status], view.currentIndex().row())

    def _current_moved(self, each: BoardColumn, at: int) -> None:
        job_id = each.view.cards.id_at(at)
        if job_id is not None and each.view.hasFocus() and not each.view.cards.is_taking:
            self.current_changed.emit(job_id)

    # Keys ----------------------------------------------------------------------------------------------------

    def _key(self, each: BoardColumn, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.AltModifier:
            return self._move_by_key(each, key)
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        if held == Qt.KeyboardModifier.ShiftModifier and sideways:
            reached = self._selection.reach_sideways(each, sideways)
            if reached is not None:
                self.show_column(reached.status)
            return True
        if held != Qt.KeyboardModifier.NoModifier:
            return False
        if sideways:
            reached = self._selection.step_sideways(each, sideways)
            if reached is not None:
                self.show_column(reached.status)
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            job_id = each.view.cards.id_at(each.view.currentIndex().row())
            if job_id is not None:
                self.open_wanted.emit(job_id)
            return True
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.selected():
            self.delete_wanted.emit([card.id for card in self.selected()])
            return True
        if key == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
            return True
        return False

    def _move_by_key(self, each: BoardColumn, key: int) -> bool:
        ids = [card.id for card in self.selected()]
        if not ids:
            return False
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            at = COLUMNS.index(each.status) + (-1 if key == Qt.Key.Key_Left else 1)
            if 0 <= at < len(COLUMNS):
                target = COLUMNS[at]
                self.move_wanted.emit(ids, target, self.cards.top_of(target))
            return True
        if key not in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            return False
        if not self.cards.is_by_hand:
            self.arranging_refused.emit()
            return True
        model = each.view.cards
        rows = sorted(model.row_of(job_id) for job_id in ids if model.row_of(job_id) >= 0)
        if rows and key == Qt.Key.Key_Up and rows[0] > 0:
            self.move_wanted.emit([model.cards[at].id for at in rows], each.status, model.id_at(rows[0] - 1))
        if rows and key == Qt.Key.Key_Down and rows[-1] < model.rowCount() - 1:
            self.move_wanted.emit([model.cards[at].id for at in rows], each.status, model.id_at(rows[-1] + 2))
        return True

    # Drags ---------------------------------------------------------------------------------------------------

    def _drag(self, view: ColumnView, grip: QPoint) -> None:
        cards = self.selected()
        held = view.cards.cards[view.currentIndex().row()] if view.currentIndex().isValid() else None
        if held is None or not cards:
            return
        today = view.today()
        picture, corner = drag_picture(held, len(cards), view.card_width, self.devicePixelRatioF(), today)
        drag = QDrag(view)
        drag.setMimeData(jobs_mime(cards))
        drag.setPixmap(picture)
        drag.setHotSpot(grip - QPoint(SIDE, 4) + corner.toPoint())
        lifted = frozenset(card.id for card in cards)
        for each in self.columns.values():
            each.view.set_lifted(lifted)
        try:
            drag.exec(Qt.DropAction.MoveAction)
        finally:
            self._scroller.stop()
            for each in self.columns.values():
                each.view.set_lifted(frozenset())
                each.view.show_drop(None)

    def _drop(self, each: BoardColumn, ids: list[int], at: int) -> None:
        """Cards landed above row ``at``; landing where they stood is no move."""
        if not self.cards.is_by_hand:
            self._drop_sorted(each, ids)
            return
        model = each.view.cards
        moving = set(ids)
        before = next((card.id for card in model.cards[at:] if card.id not in moving), None)
        rows = [model.row_of(job_id) for job_id in ids]
        together = rows == list(range(rows[0], rows[0] + len(rows))) and rows[0] >= 0 if rows else False
        if together and rows[0] <= at <= rows[-1] + 1:
            return
        # Outside the drag's own event, because undo, toasts and the like may follow.
        QTimer.singleShot(0, self, lambda: self.move_wanted.emit(ids, each.status, before))

    def _drop_sorted(self, each: BoardColumn, ids: list[int]) -> None:
        """Sorted cards can change their column, not their place in it."""
        cards = [card for card in map(self.cards.card, ids) if card is not None]
        away = [card.id for card in cards if card.status != each.status]
        if away:
            QTimer.singleShot(0, self, lambda: self.move_wanted.emit(away, each.status, self.cards.top_of(each.status)))
        elif cards:
            QTimer.singleShot(0, self, self.arranging_refused.emit)

    # Columns -------------------------------------------------------------------------------------------------

    def set_covered(self, pixels: int) -> None:
        """A drawer lies over the right edge: leave room to scroll every column out from under it."""
        self._covered = pixels
        self._row.setContentsMargins(Space.XL, 0, Space.XL + pixels, Space.M)

    def show_column(self, status: JobStatus) -> None:
        """Scroll sideways until the column is in sight, beside the drawer if there is one."""
        QTimer.singleShot(0, self, lambda: self._bring_into_sight(status))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _bring_into_sight(self, status: JobStatus) -> None:
        each, bar = self.columns[status], self.horizontalScrollBar()
        left, right = each.x() - Space.XL, each.x() + each.width() + Space.XL
        sight = self.viewport().width() - self._covered
        if right > bar.value() + sight:
            bar.setValue(right - sight)
        if left < bar.value():
            bar.setValue(left)

    def _fold(self, each: BoardColumn, *, folded: bool) -> None:
        remember(f"jobs.column.{each.status}", "folded" if folded else "open")
        self._cards_changed()
        if not folded:
            self.show_column(each.status)

    def _view_changed(self) -> None:
        for each in self.columns.values():
            each.view.show_words(self.cards.words)
            each.view.is_sorted = not self.cards.is_by_hand

    def _cards_changed(self) -> None:
        for status, each in self.columns.items():
            each.set_count(each.view.cards.rowCount(), self.cards.total(status))
            kept = recall(f"jobs.column.{status}", "")
            folded = kept == "folded" or (kept != "open" and status in LATE and self.cards.total(status) == 0)
            if folded != each.is_folded:
                each.set_folded(folded)
        self._share_width()

    def _share_width(self) -> None:
        """Columns take the room there is when all of them fit; otherwise they have their usual width, perhaps a little
        less, and the board scrolls."""
        folded = sum(each.is_folded for each in self.columns.values())
        gaps = 2 * Space.XL + COLUMN_GAP * (len(COLUMNS) - 1) + FOLDED_WIDTH * folded
        room, left_over = divmod(self.viewport().width() - gaps, max(len(COLUMNS) - folded, 1))
        if NARROWEST_COLUMN <= room < WIDEST_COLUMN:
            width = room
        elif room >= WIDEST_COLUMN:
            width, left_over = WIDEST_COLUMN, 0
        else:
            widths = range(CARD_COLUMN, NARROWEST_COLUMN - 1, -1)
            width, left_over = next((each for each in widths if not self._slices(each)), CARD_COLUMN), 0
        for each in self.columns.values():
            wider = int(left_over > 0 and not each.is_folded)  # a pixel each, so that the last ends at the page's edge
            left_over -= wider
            each.set_card_width(width + wider - 2 * SIDE)

    def _slices(self, width: int) -> bool:
        """Whether, with columns this wide, the window's edge would cut a folded one or leave a sliver of another."""
        edge, left = self.viewport().width(), Space.XL
        for each in self.columns.values():
            if each.is_folded and left < edge < left + FOLDED_WIDTH:
                return True
            if not each.is_folded and 0 < edge - left < SLIVER:
                return True
            left += (FOLDED_WIDTH if each.is_folded else width) + COLUMN_GAP
        return False
