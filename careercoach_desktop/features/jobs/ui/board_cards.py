"""The one set of cards that board, table and timeline show: every card there is, the view that filters and orders them,
and changes applied card by card.

The board's columns are models of their own (``models``); the other layouts take ``shown_cards()`` after ``changed``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from careercoach_desktop.features.jobs.filtering import in_order, ordering, passes, sifted, words_of
from careercoach_desktop.features.jobs.model import Archived, JobCard, JobFilter, JobStatus, Layout, SortKey, View
from careercoach_desktop.features.jobs.ui.column_model import ColumnModel
from careercoach_desktop.foundation.clock import today_here, utc_now

_LOCAL_STEP = 1024.0
_MANY = 200
"""More changed cards than this are put in at once."""


class BoardCards(QObject):
    """``changed`` after every change of which cards there are or are shown, or of what they say."""

    changed = Signal()
    view_changed = Signal()
    """Another filter, order, layout or choice of columns is shown; ``changed`` came before if cards did change."""
    view_wanted = Signal(object)
    """Somebody asks for another ``View``; the finder looks for its words and calls ``show_view``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[int, JobCard] = {}
        self._totals = dict.fromkeys(JobStatus, 0)
        self._view = self._wanted = View()
        self._found: Collection[int] | None = None
        self._words: tuple[str, ...] = ()
        self._order = ordering(SortKey.MANUAL)
        self._ordered: list[JobCard] | None = []
        """Every card in the order, so that another filter need not sort; None when that has to be done again."""
        self._shown: list[JobCard] | None = []
        self._progress: dict[int, float] = {}
        self._held: Counter[int] = Counter()
        self.models = {status: ColumnModel(status, self) for status in JobStatus}

    def card(self, job_id: int) -> JobCard | None:
        return self._cards.get(job_id)

    def all(self) -> dict[int, JobCard]:
        """Every card there is by its id, whatever the filter hides."""
        return dict(self._cards)

    @property
    def has_any(self) -> bool:
        """Whether there is any job at all, archived ones included."""
        return bool(self._cards)

    def total(self, status: JobStatus | None = None) -> int:
        """How many cards there are, whatever the filter hides; archived ones only when they are asked for."""
        return sum(self._totals.values()) if status is None else self._totals[status]

    def shown(self) -> int:
        """How many cards the filter lets through."""
        return sum(model.rowCount() for model in self.models.values())

    def shown_cards(self) -> list[JobCard]:
        """The cards the filter lets through in the chosen order (by hand: column after column). Not to be changed."""
        if self._shown is None:
            each = (card for model in self.models.values() for card in model.cards)
            manual = self._view.sort is SortKey.MANUAL
            self._shown = list(each) if manual else in_order(each, self._view.sort, descending=self._view.descending)
        return self._shown

    # The view ------------------------------------------------------------------------------------------------

    @property
    def view(self) -> View:
        """What is shown now: filter, order, layout, the table's hidden columns."""
        return self._view

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words searched for, which are marked wherever they are shown."""
        return self._words

    @property
    def found(self) -> Collection[int] | None:
        """The ids the searched words were found in; None when nothing is searched for."""
        return self._found

    @property
    def is_filtered(self) -> bool:
        """Whether anything but the archive's usual hiding is asked for."""
        return self._view.filter != JobFilter()

    @property
    def is_by_hand(self) -> bool:
        """Whether cards stand where the person put them."""
        return self._view.sort is SortKey.MANUAL

    def show_view(self, view: View, found: Collection[int] | None = None) -> None:
        """Show the cards as ``view`` says; ``found`` are the ids its filter's text was found in, if it has any."""
        old, self._view = self._view, view
        self._wanted = view
        if (view.sort, view.descending) != (old.sort, old.descending):
            self._order = ordering(view.sort, descending=view.descending)
            self._ordered = None
            for model in self.models.values():
                model.set_order(self._order)
        same = found is self._found and (view.filter, view.sort, view.descending) == (
            old.filter,
            old.sort,
            old.descending,
        )
        self._found = found
        self._words = words_of(view.filter.text)
        if view.filter.archived is not old.filter.archived:
            self._count_all()
        if not same:
            self._refill()
        self.view_changed.emit()

    def want(self, view: View) -> None:
        """Ask for a view."""
        self._wanted = view
        self.view_wanted.emit(view)

    def set_sort(self, key: SortKey, *, descending: bool = False) -> None:
        """Ask for another order."""
        self.want(self._wanted.model_copy(update={"sort": key, "descending": descending}))

    def set_filter(self, wanted: JobFilter) -> None:
        """Ask for another filter; what is searched for stays."""
        text = self._wanted.filter.text
        self.want(self._wanted.model_copy(update={"filter": wanted.model_copy(update={"text": text})}))

    def set_search(self, text: str) -> None:
        """Ask for the jobs that hold these words, within the filter."""
        wanted = self._wanted.filter.model_copy(update={"text": text})
        self.want(self._wanted.model_copy(update={"filter": wanted}))

    def set_layout(self, layout: Layout) -> None:
        """Ask for another layout."""
        self.want(self._wanted.model_copy(update={"layout": layout}))

    def set_hidden_columns(self, names: Sequence[str]) -> None:
        """Ask that the table hides exactly these columns."""
        self.want(self._wanted.model_copy(update={"hidden_columns": tuple(names)}))

    def show_all(self) -> None:
        """Ask for every job that is not archived."""
        self.want(self._wanted.model_copy(update={"filter": JobFilter()}))

    def found_again(self, found: Collection[int]) -> None:
        """The same words, but what they are found in has changed; cards follow as they are put."""
        self._found = found

    # Progress of reading -------------------------------------------------------------------------------------

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

    # Cards ---------------------------------------------------------------------------------------------------

    def fill(self, cards: Iterable[JobCard]) -> None:
        """Everything at once, in any order."""
        self._cards = {card.id: card for card in cards}
        self._ordered = None
        self._count_all()
        self._refill()

    def put(self, cards: Iterable[JobCard]) -> None:
        """Add new cards, and show changed ones where they belong now; held ones stay as they are shown."""
        free = [card for card in cards if not self._held[card.id]]
        if len(free) > _MANY:
            self._put_many(free)
            return
        for card in free:
            self._put_one(card)
        self._tell()

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
        """Cards that are no longer there."""
        gone = [card for job_id in job_ids if (card := self._cards.pop(job_id, None)) is not None]
        self._ordered = None if gone else self._ordered
        if len(gone) > _MANY:
            self._count_all()
            self._refill()
            return
        for card in gone:
            self._count(card, -1)
            self.models[card.status].take(card.id)
        self._tell()

    def top_of(self, status: JobStatus) -> int | None:
        """The id of the shown card that stands highest in the column by hand, above which a new one goes."""
        cards = self.models[status].cards
        if self.is_by_hand or not cards:
            return cards[0].id if cards else None
        return min(cards, key=ordering(SortKey.MANUAL)).id

    def place(self, job_ids: Sequence[int], status: JobStatus, before: int | None) -> None:
        """Show a move at once, with ranks of our own until the stored ones arrive; the order is the same."""
        above, below = self._ranks_around(set(job_ids), status, before)
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
        if len(moved) > _MANY:
            self._put_many(moved)
            return
        for card in moved:
            self._put_one(card)
        self._tell()

    def _ranks_around(
        self, moving: Collection[int], status: JobStatus, before: int | None
    ) -> tuple[float | None, float | None]:
        """The ranks a card above ``before`` (None: at the bottom) stands between; None where the column ends."""
        column: Sequence[JobCard] = self.models[status].cards
        if not self.is_by_hand:
            column = sorted(column, key=ordering(SortKey.MANUAL))
        row = len(column) if before is None else next((at for at, card in enumerate(column) if card.id == before), -1)
        slot = len(column) if row < 0 else row
        above = next((card.rank for card in reversed(column[:slot]) if card.id not in moving), None)
        below = next((card.rank for card in column[slot:] if card.id not in moving), None)
        return above, below

    def _put_many(self, cards: Sequence[JobCard]) -> None:
        """Columns filled anew: card by card, each would tell its list of every single change."""
        self._cards.update({card.id: card for card in cards})
        self._ordered = None
        self._count_all()
        self._refill()

    def _put_one(self, card: JobCard) -> None:
        old = self._cards.get(card.id)
        self._cards[card.id] = card
        self._ordered = None
        if old is not None and old.status != card.status:
            self.models[old.status].take(card.id)
        if old is not None:
            self._count(old, -1)
        self._count(card, 1)
        if passes(card, self._view.filter, today_here(), self._found):
            self.models[card.status].put(card)
        else:
            self.models[card.status].take(card.id)

    def _count(self, card: JobCard, by: int) -> None:
        if _counts(card, self._view.filter.archived):
            self._totals[card.status] += by

    def _count_all(self) -> None:
        archived = self._view.filter.archived
        counted = Counter([card.status for card in self._cards.values() if _counts(card, archived)])
        self._totals = {status: counted[status] for status in JobStatus}

    def _refill(self) -> None:
        if self._ordered is None:
            self._ordered = sorted(self._cards.values(), key=self._order)
        columns: dict[JobStatus, list[JobCard]] = {status: [] for status in JobStatus}
        left = sifted(self._ordered, self._view.filter, today_here(), self._found)
        for card in left:
            columns[card.status].append(card)
        for status, model in self.models.items():
            model.fill(columns[status])
        self._tell(None if self.is_by_hand else left)

    def _tell(self, shown: list[JobCard] | None = None) -> None:
        self._shown = shown
        self.changed.emit()


def _counts(card: JobCard, archived: Archived) -> bool:
    return archived is Archived.SHOWN or card.archived is (archived is Archived.ONLY)
