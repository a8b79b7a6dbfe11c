"""Changing jobs where they stand in the table: each editable column has its own small way, and all go through the same
verbs as elsewhere, so that undo and the other layouts know of it."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QMenu

from careercoach_desktop.features.jobs.model import JobCard, JobStatus
from careercoach_desktop.features.jobs.ui.board_actions import BoardActions
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.features.jobs.ui.cell_popups import CellPopup, DayPopup, TagsPopup
from careercoach_desktop.features.jobs.ui.job_table import JobTable
from careercoach_desktop.features.jobs.ui.status_mark import status_icon
from careercoach_desktop.features.jobs.ui.table_columns import TableColumn
from careercoach_desktop.features.jobs.ui.tags_dialog import ask_for_tags
from careercoach_desktop.features.jobs.ui.words import status_word
from careercoach_desktop.foundation.uikit import Desk
from careercoach_desktop.foundation.uikit.menus import MenuEntry, open_menu


class CellEditing:
    """Opens what changes a cell of ``rows``."""

    def __init__(self, desk: Desk, cards: BoardCards, actions: BoardActions, rows: JobTable) -> None:
        self._desk = desk
        self._cards = cards
        self._actions = actions
        self._rows = rows
        self.popup: CellPopup | QMenu | None = None

    def begin(self, job_ids: Sequence[int], job_id: int, column: TableColumn) -> None:
        """Change ``column`` of these jobs, at the cell of ``job_id``. A deadline is changed of that one alone."""
        card = self._cards.card(job_id)
        if card is None:
            return
        if column is TableColumn.STATUS:
            self._offer_statuses(list(job_ids), card)
        elif column is TableColumn.PRIORITY:
            self._start(self._actions.set_priority(list(job_ids), not card.priority))
        elif column is TableColumn.TAGS and len(job_ids) > 1:
            self._start(ask_for_tags(self._actions.many, self._cards, job_ids, self._rows.window()))
        elif column is TableColumn.TAGS:
            self._edit_tags(card)
        elif column is TableColumn.DEADLINE:
            self._edit_deadline(card)

    def _offer_statuses(self, job_ids: list[int], card: JobCard) -> None:
        place = self._rows.cell_area(card.id, TableColumn.STATUS)
        entries = [
            MenuEntry(status_word(status), partial(self._move, job_ids, status), checked=status is card.status)
            for status in JobStatus
        ]
        spot = self._rows.viewport().mapTo(self._rows, place.bottomLeft())
        self.popup = menu = open_menu(self._rows, entries, QPoint(spot.x(), spot.y() + 1))
        for action, status in zip(menu.actions(), JobStatus, strict=True):
            action.setCheckable(True)  # said by screen readers; what is seen is the status's own mark
            action.setChecked(status is card.status)
            action.setIcon(status_icon(status))
        menu.setActiveAction(menu.actions()[list(JobStatus).index(card.status)])

    def _move(self, job_ids: list[int], status: JobStatus) -> None:
        wanted = [one for one in job_ids if (card := self._cards.card(one)) is not None and card.status is not status]
        if wanted:
            self._start(self._actions.move_to_top(wanted, status))

    def _edit_tags(self, card: JobCard) -> None:
        popup = TagsPopup(self._rows, card.tags, self._actions.many.known_tags())
        popup.done.connect(lambda tags: self._start(self._actions.many.set_tags(card.id, tags)))
        self._open(popup, card, TableColumn.TAGS)

    def _edit_deadline(self, card: JobCard) -> None:
        popup = DayPopup(self._rows, card.deadline, self._rows.today())
        popup.done.connect(lambda day: self._start(self._actions.many.set_deadline(card.id, day)))
        self._open(popup, card, TableColumn.DEADLINE)

    def _open(self, popup: CellPopup, card: JobCard, column: TableColumn) -> None:
        place = self._rows.cell_area(card.id, column)
        self.popup = popup
        popup.open_at(QRect(self._rows.viewport().mapToGlobal(place.topLeft()), place.size()))

    def _start(self, coroutine: Coroutine[Any, Any, object]) -> None:
        self._desk.start(coroutine, owner=self._rows)
