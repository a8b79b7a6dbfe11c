"""Rows as a selection: neighbouring ones as one range, because Qt tells of and keeps every range."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionRange


def ranges_of(model: QAbstractItemModel, rows: Iterable[int], last: int = 0) -> QItemSelection:
    """These rows from the first column to the ``last``; rows below nought (what is not shown) are left out."""
    wanted = sorted({row for row in rows if row >= 0})
    selection, start = QItemSelection(), 0
    for at in range(1, len(wanted) + 1):
        if at == len(wanted) or wanted[at] != wanted[at - 1] + 1:
            first, end = model.index(wanted[start], 0), model.index(wanted[at - 1], last)
            selection.append(QItemSelectionRange(first, end))
            start = at
    return selection
