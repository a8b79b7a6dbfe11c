"""The columns of the table as a person arranged them: their order and widths, remembered from start to start.

Which are hidden belongs to the view, which may be saved by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from careercoach_desktop.features.jobs.ui.table_columns import COLUMNS, TableColumn
from careercoach_desktop.foundation.uikit.remembered import recall, remember

_ORDER, _WIDTHS = "jobs.table.order", "jobs.table.widths"
_NONE = "-"
"""An ini file cannot hold an empty list."""


class ColumnChoice(QObject):
    """``changed`` after every choice. The title is always shown: a row must say what it is."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order = _whole(recall(_ORDER, [column.value for column in COLUMNS]))
        self._hidden: set[TableColumn] = set()
        self._widths = _widths(recall(_WIDTHS, [_NONE]))

    @property
    def order(self) -> tuple[TableColumn, ...]:
        """All columns, hidden ones too."""
        return tuple(self._order)

    @property
    def shown(self) -> tuple[TableColumn, ...]:
        return tuple(column for column in self._order if column not in self._hidden)

    @property
    def widths(self) -> dict[TableColumn, int]:
        """Of the columns whose width a person chose."""
        return dict(self._widths)

    def hide(self, names: Iterable[str]) -> None:
        """Hide exactly these; names that are no column are left out."""
        wanted = {TableColumn(name) for name in names if name in set(TableColumn)} - {TableColumn.TITLE}
        if wanted != self._hidden:
            self._hidden = wanted
            self.changed.emit()

    def put_in_order(self, order: Sequence[TableColumn]) -> None:
        """All columns, from left to right."""
        if list(order) != self._order:
            self._order = _whole([column.value for column in order])
            remember(_ORDER, [column.value for column in self._order])
            self.changed.emit()

    def move(self, column: TableColumn, step: int) -> None:
        """One place to the left (-1) or the right (1) among those that are shown."""
        shown = list(self.shown)
        at = shown.index(column) + step if column in shown else -1
        if not 0 <= at < len(shown):
            return
        order = [each for each in self._order if each is not column]
        order.insert(order.index(shown[at]) + (step > 0), column)
        self.put_in_order(order)

    def set_width(self, column: TableColumn, width: int) -> None:
        self._widths[column] = width
        remember(_WIDTHS, [f"{each.value}={pixels}" for each, pixels in self._widths.items()])
        self.changed.emit()

    def reset(self) -> None:
        """In the order and as wide as at first."""
        self._order, self._widths = list(COLUMNS), {}
        remember(_ORDER, [column.value for column in COLUMNS])
        remember(_WIDTHS, [_NONE])
        self.changed.emit()


def _whole(names: Iterable[str]) -> list[TableColumn]:
    """Each column once; those that are not named (a newer one) at the end."""
    named = [TableColumn(name) for name in dict.fromkeys(names) if name in set(TableColumn)]
    return [*named, *(column for column in COLUMNS if column not in named)]


def _widths(texts: Iterable[str]) -> dict[TableColumn, int]:
    """Of ``COMPANY=200``; what is no column or no number is left out."""
    pairs = (text.partition("=")[::2] for text in texts)
    return {TableColumn(name): int(pixels) for name, pixels in pairs if name in set(TableColumn) and pixels.isdigit()}
