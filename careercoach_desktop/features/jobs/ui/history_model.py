"""The history of all jobs as rows: a day, then what happened on it. It grows as far as somebody scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from careercoach_desktop.features.jobs.model import HistoryEntry
from careercoach_desktop.features.jobs.ui.words import day_words, entry_words
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit.moments import clock_words

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
Row = date | HistoryEntry


class HistoryModel(QAbstractListModel):
    """``more_wanted`` when the view has come to the end and there is more (``has_more``)."""

    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self.has_more = False

    def row(self, at: int) -> Row:
        return self._rows[at]

    def entries(self) -> list[HistoryEntry]:
        return [one for one in self._rows if isinstance(one, HistoryEntry)]

    def fill(self, entries: Sequence[HistoryEntry]) -> None:
        """These and nothing else."""
        self.beginResetModel()
        self._rows = _with_days(entries, None)
        self.endResetModel()

    def append(self, entries: Sequence[HistoryEntry]) -> None:
        """Older ones."""
        last = next((_day(one) for one in reversed(self._rows) if isinstance(one, HistoryEntry)), None)
        rows = _with_days(entries, last)
        if rows:
            self.beginInsertRows(_NOWHERE, len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def row_of(self, entry_id: int) -> int:
        """-1 when it is not here."""
        found = (at for at, one in enumerate(self._rows) if isinstance(one, HistoryEntry) and one.entry.id == entry_id)
        return next(found, -1)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], HistoryEntry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        one = self._rows[index.row()]
        if isinstance(one, HistoryEntry):
            clock = clock_words(one.entry.when)
            return ", ".join(part for part in (one.title, one.company, entry_words(one.entry), clock) if part)
        return day_words(one, today_here())

    def canFetchMore(self, _parent: _Index) -> bool:
        return self.has_more

    def fetchMore(self, _parent: _Index) -> None:
        self.more_wanted.emit()


def _with_days(entries: Sequence[HistoryEntry], last: date | None) -> list[Row]:
    rows: list[Row] = []
    for one in entries:
        if _day(one) != last:
            last = _day(one)
            rows.append(last)
        rows.append(one)
    return rows


def _day(one: HistoryEntry) -> date:
    return one.entry.when.astimezone().date()
