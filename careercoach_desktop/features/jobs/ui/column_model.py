"""The cards of one column as a Qt model: small changes in, small changes out, never a reset for a move.

A model knows only the cards the filter lets through. Their order is the board's own (by rank, then newest first) unless
another is set.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from careercoach_desktop.features.jobs.filtering import BoardKey, board_key
from careercoach_desktop.features.jobs.model import CaptureState, JobCard, JobStatus
from careercoach_desktop.features.jobs.ui.meeting_words import interview_words, lowered
from careercoach_desktop.features.jobs.ui.words import (
    closed_words,
    days_since,
    due_word,
    place_words,
    status_word,
    tr,
    wants_follow_up,
)
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit.texts import plain_tip

JOBS_MIME = "application/x-careercoach-jobs"
_Index = QModelIndex | QPersistentModelIndex
_OF_A_CARD = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)


class ColumnModel(QAbstractListModel):
    """``dropped`` asks for a move: (job ids, the id they go above or None for the bottom)."""

    dropped = Signal(list, object)

    def __init__(self, status: JobStatus, parent: Any = None) -> None:
        super().__init__(parent)
        self.status = status
        self._cards: list[JobCard] = []
        self._order: Callable[[JobCard], BoardKey] = board_key
        self._here: dict[int, JobCard] = {}
        self.is_taking = False
        """The arrows' place goes to a neighbour then, which nobody asked for."""

    @property
    def cards(self) -> Sequence[JobCard]:
        return self._cards

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and default
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(card, today_here())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(tooltip(card, today_here()))
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return _OF_A_CARD if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def row_of(self, job_id: int) -> int:
        """-1 when the card is not here."""
        card = self._here.get(job_id)
        return -1 if card is None else self._place(card)

    def id_at(self, row: int) -> int | None:
        return self._cards[row].id if 0 <= row < len(self._cards) else None

    # Changes -------------------------------------------------------------------------------------------------

    def set_order(self, order: Callable[[JobCard], BoardKey]) -> None:
        """The key cards stand by from the next ``fill`` on."""
        self._order = order

    def fill(self, cards: Iterable[JobCard]) -> None:
        """Everything at once; ``cards`` in their order. The same cards in the same order keep selection and place."""
        cards = list(cards)
        same = [card.id for card in cards] == [card.id for card in self._cards]
        if not same:
            self.beginResetModel()
        self._cards = cards
        self._here = {card.id: card for card in cards}
        if not same:
            self.endResetModel()
        elif cards:
            self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))

    def put(self, card: JobCard) -> None:
        """Add the card, or show its new content at its (perhaps new) place."""
        known = self._here.get(card.id)
        row = self._place(card)
        if known is None:
            self.beginInsertRows(QModelIndex(), row, row)
            self._insert(row, card)
            self.endInsertRows()
            return
        old = self._place(known)
        if self._order(known) == self._order(card):
            self._cards[old] = self._here[card.id] = card
            self.dataChanged.emit(self.index(old), self.index(old))
        else:
            self._shift(old, row, card)

    def take(self, job_id: int) -> None:
        """Remove the card if it is here."""
        row = self.row_of(job_id)
        if row < 0:
            return
        self.is_taking = True
        self.beginRemoveRows(QModelIndex(), row, row)
        self._delete(row)
        self.endRemoveRows()
        self.is_taking = False

    def repaint_card(self, job_id: int) -> None:
        """Something outside the card's own values (its progress) changed."""
        row = self.row_of(job_id)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    def _shift(self, old: int, place: int, card: JobCard) -> None:
        """From row ``old`` to above what stands at ``place`` now."""
        new = place - 1 if place > old else place
        root = QModelIndex()
        moves = new != old and self.beginMoveRows(root, old, old, root, place)
        self._delete(old)
        self._insert(new, card)
        if moves:
            self.endMoveRows()
        self.dataChanged.emit(self.index(new), self.index(new))

    def _place(self, card: JobCard) -> int:
        """The row its key belongs at."""
        return bisect_left(self._cards, self._order(card), key=self._order)

    def _insert(self, row: int, card: JobCard) -> None:
        self._here[card.id] = card
        self._cards.insert(row, card)

    def _delete(self, row: int) -> None:
        del self._here[self._cards[row].id], self._cards[row]

    # Drag and drop -------------------------------------------------------------------------------------------

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [JOBS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted(index.row() for index in indexes)
        return jobs_mime([self._cards[row] for row in rows])

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, _parent: _Index
    ) -> bool:
        return data.hasFormat(JOBS_MIME)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, _column: int, parent: _Index) -> bool:
        """Ask for the move; the cards themselves follow when it is stored, so Qt must not remove rows."""
        ids = dragged_ids(data)
        if not ids or action == Qt.DropAction.IgnoreAction:
            return False
        target = row if row >= 0 else parent.row()
        self.dropped.emit(ids, self.id_at(target) if target >= 0 else None)
        return True


def jobs_mime(cards: Sequence[JobCard]) -> QMimeData:
    """Cards on their way: their ids for us, their titles for others."""
    data = QMimeData()
    data.setData(JOBS_MIME, QByteArray(json.dumps([card.id for card in cards]).encode()))
    data.setText("\n".join(f"{card.title}, {card.company}".strip(", ") for card in cards))
    return data


def dragged_ids(data: QMimeData) -> list[int]:
    """The ids in ``data``; empty when it holds no cards of ours."""
    if not data.hasFormat(JOBS_MIME):
        return []
    return [int(one) for one in json.loads(bytes(data.data(JOBS_MIME).data()))]


def spoken(card: JobCard, today: date) -> str:
    """The card for a screen reader."""
    parts = [card.title, card.company, place_words(card.location, card.work_mode), status_word(card.status)]
    if card.score is not None:
        parts.append(tr("match {0}").format(card.score))
    if card.priority:
        parts.append(tr("priority"))
    meeting = interview_words(card, today)
    if meeting:
        parts.append(tr("interview {0}").format(lowered(meeting)))
    elif wants_follow_up(card, today):
        parts.append(due_word(card.status).lower())
    if card.closed:
        parts.append(tr("the page says it is closed"))
    if card.capture == CaptureState.READING:
        parts.append(tr("being read"))
    if card.capture == CaptureState.FAILED:
        parts.append(card.problem)
    return ", ".join(part for part in parts if part)


def tooltip(card: JobCard, today: date) -> str:
    """Only what the card itself may have had to cut short or leave out."""
    if card.capture == CaptureState.FAILED:
        return card.problem
    lines = [card.title, card.company, place_words(card.location, card.work_mode)]
    told = [line for line in lines if line] if max(map(len, lines)) > 26 else []
    if wants_follow_up(card, today) and card.status == JobStatus.APPLIED:
        told.append(tr("Applied {0} days ago").format(days_since(card.entered_column, today)))
    if card.closed:
        told.append(closed_words())
    return "\n".join(told)
