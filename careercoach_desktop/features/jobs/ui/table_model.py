"""The table as a Qt model: the cards themselves in the order of the chosen column, and nothing kept for each cell.

A change that keeps every row where it is repaints them; any other is a reset, after which the view chooses the same
jobs again by their ids. Ten thousand rows are sorted in some twenty milliseconds, so nothing cleverer is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from careercoach_desktop.features.jobs.model import JobCard
from careercoach_desktop.features.jobs.ui.folding import folded
from careercoach_desktop.features.jobs.ui.table_columns import (
    COLUMNS,
    EDITABLE,
    TableColumn,
    cell_words,
    column_title,
    in_order,
    sort_value,
    spoken_cell,
)

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_OF_A_CELL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class JobTableModel(QAbstractTableModel):
    """``sorted`` after another column or direction was chosen."""

    sorted = Signal()

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._given: list[JobCard] = []
        self._cards: list[JobCard] = []
        self._rows: dict[int, int] | None = None
        self._sort: TableColumn | None = None
        self._descending = False

    @property
    def cards(self) -> Sequence[JobCard]:
        """In the order of the rows."""
        return self._cards

    @property
    def sort_column(self) -> TableColumn | None:
        """None for the order the cards came in."""
        return self._sort

    @property
    def descending(self) -> bool:
        return self._descending

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._cards):
            return None
        card, column = self._cards[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_words(card, column, _today())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_cell(card, column, _today())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column_title(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column_title(column)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _OF_A_CELL | Qt.ItemFlag.ItemIsEditable if COLUMNS[index.column()] in EDITABLE else _OF_A_CELL

    def row_of(self, job_id: int) -> int:
        """-1 when the job is not shown."""
        if self._rows is None:
            self._rows = {card.id: row for row, card in enumerate(self._cards)}
        return self._rows.get(job_id, -1)

    def id_at(self, row: int) -> int | None:
        return self._cards[row].id if 0 <= row < len(self._cards) else None

    # Changes -------------------------------------------------------------------------------------------------

    def show(self, cards: Sequence[JobCard]) -> None:
        """These are the cards now, in the order they have without a chosen column."""
        given = list(cards)
        changed = self._changed_in_place(given)
        self._given = given
        if changed is None:
            self._set(self._ordered())
        elif changed:
            for row, card in changed.items():
                self._cards[row] = card
            self.dataChanged.emit(self.index(min(changed), 0), self.index(max(changed), len(COLUMNS) - 1))

    def sort_by(self, column: TableColumn | None, *, descending: bool = False) -> None:
        """Order the rows; equal ones stay in the order they have now. None: the order the cards came in."""
        if (column, descending) == (self._sort, self._descending):
            return
        self._sort, self._descending = column, descending and column is not None
        self._set(in_order(self._cards, column, descending=descending) if column else list(self._given))
        self.sorted.emit()

    def _ordered(self) -> list[JobCard]:
        if self._sort is None:
            return list(self._given)
        return in_order(self._given, self._sort, descending=self._descending)

    def _set(self, cards: list[JobCard]) -> None:
        self.beginResetModel()
        self._cards, self._rows = cards, None
        self.endResetModel()

    def _changed_in_place(self, given: list[JobCard]) -> dict[int, JobCard] | None:
        """The rows with new content when every row may stay where it is; None when some must move, come or go."""
        if len(given) != len(self._given):
            return None
        sort, changed = self._sort, {}
        for old, new in zip(self._given, given, strict=True):
            if old is new:
                continue
            if sort is None and old.id != new.id:
                return None
            row = self.row_of(new.id)
            if row < 0 or (sort is not None and sort_value(self._cards[row], sort) != sort_value(new, sort)):
                return None
            if self._cards[row] != new:
                changed[row] = new
        return changed

    # Finding -------------------------------------------------------------------------------------------------

    def row_beginning(self, typed: str, start: int) -> int:
        """The first row from ``start`` on, and then from the top, whose title begins so, or has a word that does; -1
        when there is none."""
        wanted, count = folded(typed), len(self._cards)
        with_word = -1
        for step in range(count):
            row = (start + step) % count
            title = folded(self._cards[row].title)
            if title.startswith(wanted):
                return row
            if with_word < 0 and f" {wanted}" in title:
                with_word = row
        return with_word


def _today() -> date:
    return datetime.now().astimezone().date()
