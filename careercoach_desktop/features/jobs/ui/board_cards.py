"""The board's cards in memory: one model per status, one filter, and changes applied card by card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from careercoach_desktop.features.jobs.model import JobCard, JobStatus
from careercoach_desktop.features.jobs.ui.column_model import ColumnModel
from careercoach_desktop.foundation.clock import utc_now

CardFilter = Callable[[JobCard], bool]
_LOCAL_STEP = 1024.0


class BoardCards(QObject):
    """``changed`` after every change of which cards there are or are shown."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[int, JobCard] = {}
        self._totals = dict.fromkeys(JobStatus, 0)
        self._filter: CardFilter | None = None
        self._progress: dict[int, float] = {}
        self._held: Counter[int] = Counter()
        self.models = {status: ColumnModel(status, self) for status in JobStatus}

    def card(self, job_id: int) -> JobCard | None:
        return self._cards.get(job_id)

    def all(self) -> dict[int, JobCard]:
        """Every card there is by its id, whatever the filter hides."""
        return dict(self._cards)

    def total(self, status: JobStatus | None = None) -> int:
        """How many cards there are, whatever the filter hides."""
        return len(self._cards) if status is None else self._totals[status]

    def shown(self) -> int:
        return sum(model.rowCount() for model in self.models.values())

    def progress(self, job_id: int) -> float | None:
        """How far the card's reading is, 0..1."""
        return self._progress.get(job_id)

    def set_progress(self, job_id: int, fraction: float | None) -> None:
        card = self._cards.get(job_id)
        if fraction is None:
            self._progress.pop(job_id, None)
        else:
            self._progress[job_id] = round(fraction, 2)
        if card is not None:
            self.models[card.status].repaint_card(job_id)

    def fill(self, cards: Iterable[JobCard]) -> None:
        """Everything at once; ``cards`` in board order."""
        self._cards = {card.id: card for card in cards}
        self._refill()

    def set_filter(self, passes: CardFilter | None) -> None:
        """Show only the cards that pass."""
        self._filter = passes
        self._refill()

    def put(self, cards: Iterable[JobCard]) -> None:
        """Add new cards, and show changed ones where they belong now; held ones stay as they are shown."""
        for card in cards:
            if not self._held[card.id]:
                self._put_one(card)
        self.changed.emit()

    @contextmanager
    def holding(self, job_ids: Sequence[int]) -> Iterator[None]:
        """While a move is being stored, what was read before it must not put its cards back for a moment."""
        self._held.update(job_ids)
        try:
            yield
        finally:
            self._held.subtract(job_ids)
            self._held += Counter()  # forget the zeros

    def take(self, job_ids: Iterable[int]) -> None:
        """Cards that are no longer on the board."""
        for job_id in job_ids:
            card = self._cards.pop(job_id, None)
            if card is not None:
                self._totals[card.status] -= 1
                self.models[card.status].take(job_id)
        self.changed.emit()

    def place(self, job_ids: Sequence[int], status: JobStatus, before: int | None) -> None:
        """Show a move at once, with ranks of our own until the stored ones arrive; the order is the same."""
        staying = [card for card in self.models[status].cards if card.id not in set(job_ids)]
        slot = next((row for row, card in enumerate(staying) if card.id == before), len(staying))
        above = staying[slot - 1].rank if slot > 0 else None
        below = staying[slot].rank if slot < len(staying) else None
        if above is None:
            above = (below if below is not None else 0.0) - _LOCAL_STEP * (len(job_ids) + 1)
        if below is None:
            below = above + _LOCAL_STEP * (len(job_ids) + 1)
        step = (below - above) / (len(job_ids) + 1)
        now = utc_now()
        moved = []
        for position, job_id in enumerate(job_ids, start=1):
            card = self._cards.get(job_id)
            if card is not None:
                entered = card.entered_column if card.status == status else now
                moved.append(replace(card, status=status, rank=above + step * position, entered_column=entered))
        for card in moved:
            self._put_one(card)
        self.changed.emit()

    def _put_one(self, card: JobCard) -> None:
        old = self._cards.get(card.id)
        self._cards[card.id] = card
        if old is not None and old.status != card.status:
            self.models[old.status].take(card.id)
        if old is not None:
            self._totals[old.status] -= 1
        self._totals[card.status] += 1
        if self._filter is None or self._filter(card):
            self.models[card.status].put(card)
        else:
            self.models[card.status].take(card.id)

    def _refill(self) -> None:
        columns: dict[JobStatus, list[JobCard]] = {status: [] for status in JobStatus}
        self._totals = dict.fromkeys(JobStatus, 0)
        for card in self._cards.values():
            self._totals[card.status] += 1
            if self._filter is None or self._filter(card):
                columns[card.status].append(card)
        for status, model in self.models.items():
            model.fill(sorted(columns[status], key=_order))
        self.changed.emit()


def _order(card: JobCard) -> tuple[float, int]:
    return (card.rank, -card.id)
