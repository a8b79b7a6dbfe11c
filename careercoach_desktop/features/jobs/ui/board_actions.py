"""What board, table and drawer ask for, carried out and made undoable: moving, sorting, removing, marking.

A move is shown at once and stored in the background; should storing fail, the cards go back to where the file says.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from careercoach_desktop.features.jobs.model import ColumnOrder, JobStatus, Placement, SortKey
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.features.jobs.ui.many_actions import ManyActions
from careercoach_desktop.features.jobs.ui.words import count_word, status_word, tr
from careercoach_desktop.foundation.uikit import Desk
from careercoach_desktop.foundation.uikit.undo import Change

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService

Refresh = Callable[[Sequence[int]], Awaitable[None]]


Select = Callable[[list[int]], object]


class BoardActions(QObject):
    """``refresh(ids)`` shows the stored state of these cards; ``select(ids)`` selects them in whatever shows them."""

    moved = Signal(list, JobStatus)
    """(ids, status): the person moved these jobs to another status, and that is stored. Not after undo and redo."""

    def __init__(
        self, desk: Desk, service: JobService, cards: BoardCards, refresh: Refresh, select: Select, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service = service
        self._cards = cards
        self._refresh = refresh
        self._select = select
        self.many = ManyActions(desk, service, cards, refresh)

    async def move(self, job_ids: Sequence[int], status: JobStatus, before: int | None) -> None:
        """Put cards into a column (or reorder it); undo puts them back exactly."""
        cards = [card for card in map(self._cards.card, job_ids) if card is not None]
        elsewhere = [card.id for card in cards if card.status != status]
        self._cards.place(job_ids, status, before)
        self._select(list(job_ids))
        try:
            with self._cards.holding(job_ids):
                placements = await self._desk.run(self._service.move, list(job_ids), status, before)
        except BaseException:
            await self._refresh(job_ids)
            raise
        named = self._named(job_ids)
        change = self._undoable_placements(tr("Move {0}").format(named), placements)
        if elsewhere:
            said = tr("{0} moved to {1}").format(named, status_word(status))
            self._desk.offer_undo(said, change, action=tr("Undo"))
            self.moved.emit(elsewhere, status)

    async def move_to_top(self, job_ids: Sequence[int], status: JobStatus) -> None:
        """Put cards on top of a column."""
        await self.move(job_ids, status, self._cards.top_of(status))

    async def sort(self, status: JobStatus, by: ColumnOrder) -> None:
        """Order a whole column."""
        placements = await self._desk.run(self._service.sort_column, status, by)
        change = self._undoable_placements(tr("Sort {0}").format(status_word(status)), placements)
        self._desk.offer_undo(tr("{0} sorted").format(status_word(status)), change, action=tr("Undo"))

    def tell_sorted(self) -> None:
        """Cards were to be put elsewhere among sorted ones: say why they stay, and offer the way there."""
        self._desk.toast(
            tr("These cards are sorted, so they keep their places."),
            action=tr("Arrange by hand"),
            on_action=lambda: self._cards.set_sort(SortKey.MANUAL),
            kind="jobs.sorted",
        )

    async def delete(self, job_ids: Sequence[int]) -> None:
        """Remove cards; undo brings them back where they stood."""
        named = self._named(job_ids)
        removed = await self._desk.run(self._service.delete, list(job_ids))

        async def undo() -> None:
            await self._desk.run(self._service.restore, removed)

        async def redo() -> None:
            await self._desk.run(self._service.delete, removed)

        change = self._desk.undo.push(tr("Remove {0}").format(named), undo, redo)
        self._desk.offer_undo(tr("{0} removed").format(named), change, action=tr("Undo"))

    async def set_priority(self, job_ids: Sequence[int], priority: bool) -> None:
        """Mark cards as a priority, or no longer."""
        await self.many.set_priority(job_ids, priority)

    def added(self, job_ids: Sequence[int]) -> None:
        """Jobs were added: undo removes them."""

        async def undo() -> None:
            await self._desk.run(self._service.delete, list(job_ids))

        async def redo() -> None:
            await self._desk.run(self._service.restore, list(job_ids))

        self._desk.undo.push(tr("Add {0}").format(count_word(len(job_ids))), undo, redo)

    def _undoable_placements(self, label: str, before: list[Placement]) -> Change:
        state = {"back": before, "forward": before}

        async def undo() -> None:
            state["forward"] = await self._desk.run(self._service.put_back, state["back"])

        async def redo() -> None:
            state["back"] = await self._desk.run(self._service.put_back, state["forward"])

        return self._desk.undo.push(label, undo, redo)

    def _named(self, job_ids: Sequence[int]) -> str:
        card = self._cards.card(job_ids[0]) if len(job_ids) == 1 else None
        return f"“{card.title}”" if card is not None else count_word(len(job_ids))
