"""The table: the filtered jobs as rows that can be sorted, chosen and changed in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import JobCard, SortKey
from careercoach_desktop.features.jobs.ui.board_actions import BoardActions
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.features.jobs.ui.column_choice import ColumnChoice
from careercoach_desktop.features.jobs.ui.job_table import JobTable
from careercoach_desktop.features.jobs.ui.table_columns import COLUMNS, LOOKS, TableColumn, column_title
from careercoach_desktop.features.jobs.ui.table_editing import CellEditing
from careercoach_desktop.features.jobs.ui.table_model import JobTableModel
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import Desk, Space, column
from careercoach_desktop.foundation.uikit.menus import SEPARATOR, MenuEntry, open_menu
from careercoach_desktop.foundation.uikit.remembered import recall, remember

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService

_SORT = "jobs.table.sort"
_UP, _DOWN = "up", "down"


class TableView(QWidget):
    """Shows what ``cards`` lets through; it follows only while it is in sight."""

    open_wanted = Signal(int)
    menu_wanted = Signal(QPoint)
    current_changed = Signal(int)
    escape_pressed = Signal()
    selection_changed = Signal()
    sort_changed = Signal(object, bool)
    """The order a saved view can keep (a ``SortKey``; None for a column it has no word for), descending."""
    columns_changed = Signal()

    def __init__(self, desk: Desk, service: JobService, cards: BoardCards, actions: BoardActions) -> None:
        super().__init__()
        self._desk = desk
        self._cards = cards
        self._actions = actions
        self._stale = True
        self._choice = ColumnChoice(self)
        self.model = JobTableModel(self)
        self.rows = JobTable(self.model, self._choice)
        self._editing = CellEditing(desk, service, cards, actions, self.rows)
        whole = column(self.rows, margins=(Space.M, 0, Space.M, 0))
        self.setLayout(whole)
        self.setFocusProxy(self.rows)
        self._recall_sort()
        self._wire()

    # What the page calls -------------------------------------------------------------------------------------

    def selected(self) -> list[JobCard]:
        """The chosen jobs in the order of the rows; the one the arrows are on when none is."""
        chosen = self.rows.selected_cards()
        current = self.rows.current_card()
        return chosen or ([current] if current is not None else [])

    def chosen(self) -> list[JobCard]:
        """Only those that are really chosen."""
        return self.rows.selected_cards()

    def select(self, ids: Sequence[int]) -> None:
        """Choose exactly these; the first comes into sight."""
        self._follow()
        self.rows.select_ids(list(ids))

    def clear_selection(self) -> None:
        self.rows.clearSelection()

    @property
    def hidden_columns(self) -> tuple[str, ...]:
        """As a saved view keeps them."""
        return self._choice.hidden

    def hide_columns(self, names: Sequence[str]) -> None:
        """Hide exactly these columns, as a saved view says."""
        self._choice.hide(names)

    @property
    def sort(self) -> tuple[SortKey | None, bool]:
        """The order as a saved view keeps it, and whether it is descending; MANUAL without a chosen column."""
        sorts = self.model.sort_column
        return (SortKey.MANUAL if sorts is None else LOOKS[sorts].sort), self.model.descending

    def sort_as(self, key: SortKey, *, descending: bool) -> None:
        """Sort as a saved view says; an order that is no column's is the one the cards come in."""
        wanted = next((each for each in COLUMNS if LOOKS[each].sort is key), None)
        self.model.sort_by(wanted, descending=descending)

    # Following -----------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _cards_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._follow()

    def _follow(self) -> None:
        if self._stale:
            self._stale = False
            self.model.show(self._cards.shown_cards())

    # Wires ---------------------------------------------------------------------------------------------------

    def _wire(self) -> None:
        rows = self.rows
        self._cards.changed.connect(self._cards_changed)
        rows.opened.connect(self.open_wanted)
        rows.menu_wanted.connect(self.menu_wanted)
        rows.current_changed.connect(self.current_changed)
        rows.escape_pressed.connect(self._escape)
        rows.selection_changed.connect(self.selection_changed)
        rows.delete_wanted.connect(self._delete)
        rows.edit_wanted.connect(self._edit)
        rows.head.menu_wanted.connect(self._offer_columns)
        self.model.sorted.connect(self._sorted)
        self._choice.changed.connect(self.columns_changed)

    def _edit(self, job_id: int, which: TableColumn) -> None:
        """The chosen jobs together when the row is one of them, else that one alone."""
        chosen = [card.id for card in self.rows.selected_cards()]
        self._editing.begin(chosen if job_id in chosen else [job_id], job_id, which)

    def _delete(self) -> None:
        ids = [card.id for card in self.selected()]
        if ids:
            self._desk.start(self._actions.delete(ids), owner=self)

    def _escape(self) -> None:
        if len(self.rows.selected_cards()) > 1:
            self.rows.clearSelection()
        else:
            self.escape_pressed.emit()

    def _sorted(self) -> None:
        sorts = self.model.sort_column
        way = _DOWN if self.model.descending else _UP
        remember(_SORT, f"{sorts.value} {way}" if sorts else "")
        key, descending = self.sort
        self.sort_changed.emit(key, descending)
        self.rows.head.viewport().update()

    def _recall_sort(self) -> None:
        name, _, way = recall(_SORT, "").partition(" ")
        if name in set(TableColumn):
            self.model.sort_by(TableColumn(name), descending=way == _DOWN)

    def _offer_columns(self, spot: QPoint) -> None:
        shown = set(self._choice.shown)
        entries: list[object] = []
        for each in self._choice.order:
            if each is not TableColumn.TITLE:
                switch = partial(self._choice.show, each, shown=each not in shown)
                entries.append(MenuEntry(column_title(each), switch, checked=each in shown))
        back = MenuEntry(tr("Columns as they were at first"), self._choice.reset, icon="arrow-counter-clockwise")
        entries += [SEPARATOR, back]
        open_menu(self, entries, self.mapFromGlobal(spot))  # type: ignore[arg-type]  # entries and separators
