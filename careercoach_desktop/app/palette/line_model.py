"""The palette's lines as a Qt list; heads of groups cannot be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from careercoach_desktop.app.palette.lines import Head, Line

LINE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class LineModel(QAbstractListModel):
    """``step(row, by)`` walks over the heads."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []

    def show(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def step(self, row: int, by: int) -> int:
        """The row ``by`` choosable lines further, as far as there are any; -1 when there is none at all."""
        rows = [at for at, line in enumerate(self._lines) if not isinstance(line, Head)]
        if not rows:
            return -1
        at = rows.index(row) if row in rows else (-1 if by > 0 else len(rows))
        return rows[max(0, min(at + by, len(rows) - 1))]

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row())
        if line is None:
            return None
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.title if isinstance(line, Head) else line.spoken
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self.line(index.row()), Head):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
