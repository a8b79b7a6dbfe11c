"""The table: the filtered jobs as rows that can be sorted, chosen and changed in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import JobCard, Layout, SortKey
from careercoach_desktop.features.jobs.model.view import HIDDEN_AT_FIRST
from careercoach_desktop.features.jobs.ui.board_actions import BoardActions
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.features.jobs.ui.column_choice import ColumnChoice
from careercoach_desktop.features.jobs.ui.job_table import JobTable
from careercoach_desktop.features.jobs.ui.table_columns import (
    COLUMNS,
    LOOKS,
    TableColumn,
    column_of,
    column_title,
    sort_key,
)
from careercoach_desktop.features.jobs.ui.table_editing import CellEditing
from careercoach_desktop.features.jobs.ui.table_model import JobTableModel
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import Desk, Space, column
from careercoach_desktop.foundation.uikit.menus import SEPARATOR, MenuEntry, open_menu

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService

_LEAST_BESIDE = 360
"""With less room than this beside the drawer, the table goes on behind it."""


class TableView(QWidget):
    """Shows what ``cards`` lets through; it follows only while it is in sight."""

    open_wanted = Signal(int)
    menu_wanted = Signal(QPoint)
    current_changed = Signal(int)
    escape_pressed = Signal()
    selection_changed = Signal()

    def __init__(self, desk: Desk, _service: JobService, cards: BoardCards, actions: BoardActions) -> None:
        super().__init__()
        self._desk = desk
        self._cards = cards
        self._actions = actions
        self._stale = True
        self._covered = 0
        self._sorted = (cards.view.sort, cards.view.descending)
        self._choice = ColumnChoice(self)
        self.model = JobTableModel(self)
        self.rows = JobTable(self.model, self._choice)
        self._editing = CellEditing(desk, cards, actions, self.rows)
        self._whole = column(self.rows, margins=(Space.M, 0, Space.M, 0))
        self.setLayout(self._whole)
        self.setFocusProxy(self.rows)
        self._show_view()
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

    def set_covered(self, width: int) -> None:
        """So many pixels at the right edge are behind the drawer: the columns keep to what is left."""
        self._covered = width
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        covered = self._covered if self.width() - self._covered >= _LEAST_BESIDE else 0
        self._whole.setContentsMargins(Space.M, 0, max(Space.M, covered + Space.S if covered else 0), 0)

    def clear_selection(self) -> None:
        self.rows.clearSelection()

    # Following -----------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _cards_changed(self) -> None:
        self._stale = True
        place = self.parentWidget()  # where it stands aside for "nothing found", and then holds nothing either
        in_front = self._cards.view.layout is Layout.TABLE and place is not None and place.isVisible()
        if in_front or self.isVisible():
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
        rows.head.sort_wanted.connect(self.sort_next)
        self._cards.view_changed.connect(self._show_view)

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

    def sort_next(self, which: TableColumn) -> None:
        """What a click on a head does: sort, turn round, back to the board's order."""
        view, first = self._cards.view, LOOKS[which].best_first
        if view.sort is not sort_key(which):
            self._cards.set_sort(sort_key(which), descending=first)
        elif view.descending is first:
            self._cards.set_sort(sort_key(which), descending=not first)
        else:
            self._cards.set_sort(SortKey.MANUAL)

    def _show_view(self) -> None:
        view = self._cards.view
        if (view.sort, view.descending) != self._sorted:
            self._sorted = (view.sort, view.descending)
            self.rows.verticalScrollBar().setValue(0)
        if self._cards.words != self.rows.words:
            self.rows.words = self._cards.words
            self.rows.viewport().update()
        self._choice.hide(view.hidden_columns)
        self.rows.head.show_sort(column_of(view.sort), descending=view.descending)

    def _switch_column(self, which: TableColumn) -> None:
        hidden = set(self._cards.view.hidden_columns) ^ {which.value}
        self._cards.set_hidden_columns([each.value for each in COLUMNS if each.value in hidden])

    def _reset_columns(self) -> None:
        self._choice.reset()
        self._cards.set_hidden_columns(HIDDEN_AT_FIRST)

    def _offer_columns(self, spot: QPoint) -> None:
        shown = set(self._choice.shown)
        entries: list[object] = []
        for each in self._choice.order:
            if each is not TableColumn.TITLE:
                switch = partial(self._switch_column, each)
                entries.append(MenuEntry(column_title(each), switch, checked=each in shown))
        back = MenuEntry(tr("Reset the columns"), self._reset_columns, icon="arrow-counter-clockwise")
        entries += [SEPARATOR, back]
        open_menu(self, entries, self.mapFromGlobal(spot))  # type: ignore[arg-type]  # entries and separators
