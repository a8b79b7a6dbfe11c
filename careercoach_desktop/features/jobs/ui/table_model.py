"""The table as a Qt model: the cards themselves in the order they are shown in, and nothing kept for each cell.

A change that keeps every row where it is repaints them; any other is a reset, after which the view chooses the same
jobs again by their ids.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from careercoach_desktop.features.jobs.filtering import folded
from careercoach_desktop.features.jobs.model import JobCard
from careercoach_desktop.features.jobs.ui.table_columns import (
    COLUMNS,
    EDITABLE,
    cell_words,
    column_title,
    spoken_cell,
)
from careercoach_desktop.foundation.clock import today_here

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_OF_A_CELL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class JobTableModel(QAbstractTableModel):
    """Rows of ``show``, columns in the order of ``TableColumn``."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._cards: list[JobCard] = []
        self._rows: dict[int, int] | None = None

    @property
    def cards(self) -> Sequence[JobCard]:
        """In the order of the rows."""
        return self._cards

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._cards):
            return None
        card, column = self._cards[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_words(card, column, today_here())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_cell(card, column, today_here())
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
        """These are the rows now."""
        if len(cards) == len(self._cards) and all(
            old is new or old.id == new.id for old, new in zip(self._cards, cards, strict=True)
        ):
            self._show_in_place(list(cards))
            return
        self.beginResetModel()
        self._cards, self._rows = list(cards), None
        self.endResetModel()

    def _show_in_place(self, cards: list[JobCard]) -> None:
        changed = [row for row, (old, new) in enumerate(zip(self._cards, cards, strict=True)) if old is not new]
        self._cards = cards
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(COLUMNS) - 1))

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
