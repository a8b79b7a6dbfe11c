"""One selection across the board's columns: plain clicks, ranges that reach from column to column, steps sideways.

A range across columns is a block: in every column from the one it begins in to the one it reaches, the cards between
the two heights.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelection, Qt

from careercoach_desktop.features.jobs.model import JobCard, JobStatus
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.features.jobs.ui.board_column import BoardColumn
from careercoach_desktop.features.jobs.ui.column_view import ROW_HEIGHT
from careercoach_desktop.features.jobs.ui.row_ranges import ranges_of

COLUMNS = tuple(JobStatus)


class BoardSelection:
    """What is selected in ``columns``, and where a range begins."""

    def __init__(self, cards: BoardCards, columns: Mapping[JobStatus, BoardColumn]) -> None:
        self._cards = cards
        self._columns = columns
        self._beginning: int | None = None

    def cards(self) -> list[JobCard]:
        """The selected cards in board order."""
        return [card for each in self._columns.values() for card in each.view.selected_cards()]

    def select(self, job_ids: list[int]) -> None:
        """Exactly these cards."""
        for each in self._columns.values():
            selection, model = each.view.selectionModel(), each.view.cards
            selection.select(ranges_of(model, map(model.row_of, job_ids)), selection.SelectionFlag.ClearAndSelect)

    def let_go_but_in(self, column: BoardColumn) -> None:
        """Nothing is selected in the other columns."""
        for each in self._columns.values():
            if each is not column and each.view.selectionModel().hasSelection():
                each.view.clearSelection()

    def begin_at(self, column: BoardColumn, row: int) -> None:
        """A range may begin at this card."""
        self._beginning = column.view.cards.id_at(row)

    def reach(self, column: BoardColumn, row: int) -> bool:
        """Select the range from where it begins to here. False when it begins in this column (the column's own list
        then selects it) or nowhere."""
        begin = self._cards.card(self._beginning) if self._beginning is not None else None
        start = -1 if begin is None else self._columns[begin.status].view.cards.row_of(begin.id)
        if begin is None or start < 0 or begin.status == column.status:
            return False
        self._select_block(COLUMNS.index(begin.status), start, COLUMNS.index(column.status), row)
        self._stand_on(column, row)
        return True

    def reach_sideways(self, column: BoardColumn, step: int) -> BoardColumn | None:
        """Let the range reach into the neighbouring column, or back out of it; the column it reaches now."""
        other = self._neighbour(column, step)
        if other is None:
            return None
        if self._beginning is None or self._cards.card(self._beginning) is None:
            self.begin_at(column, column.view.currentIndex().row())
        row = min(column.view.currentIndex().row(), other.view.cards.rowCount() - 1)
        if not self.reach(other, row):
            start = other.view.cards.row_of(self._beginning or 0)
            at = COLUMNS.index(other.status)
            self._select_block(at, max(start, 0), at, row)
            self._stand_on(other, row)
        return other

    def step_sideways(self, column: BoardColumn, step: int) -> BoardColumn | None:
        """Select the neighbouring card at about the same height alone; folded and empty columns are passed over."""
        other = self._neighbour(column, step)
        if other is None:
            return None
        height = column.view.visualRect(column.view.currentIndex()).center().y()
        row = (height + other.view.verticalOffset()) // ROW_HEIGHT
        row = max(0, min(row, other.view.cards.rowCount() - 1))
        self.let_go_but_in(other)
        other.view.setCurrentIndex(other.view.cards.index(row))
        other.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.begin_at(other, row)
        return other

    def _select_block(self, one: int, one_row: int, other: int, other_row: int) -> None:
        top, bottom = sorted((one_row, other_row))
        first, last = sorted((one, other))
        for place, status in enumerate(COLUMNS):
            each = self._columns[status]
            within = first <= place <= last and not each.is_folded
            end = min(bottom + 1, each.view.cards.rowCount()) if within else 0
            selection = each.view.selectionModel()
            if top >= end:
                selection.clearSelection()
                continue
            block = QItemSelection(each.view.cards.index(top), each.view.cards.index(end - 1))
            selection.select(block, selection.SelectionFlag.ClearAndSelect)

    @staticmethod
    def _stand_on(column: BoardColumn, row: int) -> None:
        selection = column.view.selectionModel()
        selection.setCurrentIndex(column.view.cards.index(row), selection.SelectionFlag.NoUpdate)
        column.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _neighbour(self, column: BoardColumn, step: int) -> BoardColumn | None:
        at = COLUMNS.index(column.status) + step
        while 0 <= at < len(COLUMNS):
            other = self._columns[COLUMNS[at]]
            if not other.is_folded and other.view.cards.rowCount():
                return other
            at += step
        return None
