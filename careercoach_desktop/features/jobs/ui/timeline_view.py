"""The jobs page as a timeline: what happened to the jobs that are shown, newest first, by day.

It is read a page at a time while somebody scrolls, and painted, so that fifty thousand events scroll like fifty.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from careercoach_desktop.features.jobs.model import (
    ApplicationChanged,
    HistoryEntry,
    HistoryMark,
    JobAdded,
    JobChanged,
    JobRemoved,
    JobsMoved,
    PostingRead,
    TimelineKind,
)
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.features.jobs.ui.history_model import HistoryModel, Row
from careercoach_desktop.features.jobs.ui.words import ENTRY_ICONS, day_words, entry_words, tr
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Chip,
    Desk,
    EmptyState,
    Radius,
    Size,
    Space,
    Weight,
    column,
    current_theme,
    focus_ring,
    paint_icon,
    row,
    surface,
)
from careercoach_desktop.foundation.uikit.focus import last_input
from careercoach_desktop.foundation.uikit.moments import clock_words

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService

_Index = QModelIndex | QPersistentModelIndex
PAGE = 300
"""Entries that are asked for at a time."""
ENOUGH = 60
"""New rows that fill a screen."""
MOST_AGAIN = 5_000
"""Who has scrolled further than this comes back to there when something changes."""
FEW = 500
"""So many jobs are asked for by their ids; more are picked from what comes."""
ROW_HEIGHT = 44
"""Of a day as of an entry: where all rows are as high, Qt need not measure them."""
_WIDEST = 860
_REST_MS = 120
KINDS = {
    "all": ("Everything", None),
    "moves": ("Moves", (TimelineKind.MOVED,)),
    "applications": ("Applications", (TimelineKind.APPLIED,)),
    "added": ("Added", (TimelineKind.ADDED, TimelineKind.READ, TimelineKind.MERGED)),
    "documents": ("Documents", (TimelineKind.TAILORED, TimelineKind.WRITTEN, TimelineKind.EXPORTED)),
    "interviews": ("Interviews", (TimelineKind.INTERVIEW,)),
    "people": ("People", (TimelineKind.CONTACTED, TimelineKind.REMINDED)),
    "edits": ("Edits", (TimelineKind.EDITED, TimelineKind.ARCHIVED)),
}


class HistoryDelegate(QStyledItemDelegate):
    """Paints a day or an entry."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        area = QRectF(option.rect)
        area.setWidth(min(area.width(), _WIDEST))
        what = _row_of(index)
        if isinstance(what, HistoryEntry):
            self._paint_entry(painter, area, option, what)
        else:
            theme = current_theme()
            painter.setFont(theme.font(Size.SMALL, Weight.BOLD))
            painter.setPen(theme.color("second"))
            words = area.adjusted(Space.M, 0, 0, -6)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignBottom), day_words(what, today_here()))

    def _paint_entry(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, one: HistoryEntry) -> None:
        theme = current_theme()
        state = option.state
        box = area.adjusted(0, 1, 0, -1)
        if state & QStyle.StateFlag.State_Selected:
            surface(painter, box, Radius.CONTROL, theme.color("soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            surface(painter, box, Radius.CONTROL, theme.color("hover"))
        if state & QStyle.StateFlag.State_HasFocus and last_input.by_keyboard:
            focus_ring(painter, box, Radius.CONTROL)
        icon = QRectF(area.left() + Space.M, area.top(), 16, area.height())
        paint_icon(painter, ENTRY_ICONS[one.entry.kind], "second", icon)
        clock = clock_words(one.entry.when)
        small = theme.font(Size.SMALL)
        room = area.adjusted(Space.M + 16 + Space.M, 0, -Space.M, 0)
        painter.setFont(small)
        painter.setPen(theme.color("third"))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(side), clock)
        room.setRight(room.right() - QFontMetricsF(small).horizontalAdvance(clock) - Space.M)
        top = QPointF(room.left(), room.center().y() - 4)
        left = _draw(painter, top, room.right(), one.title, theme.font(Size.BODY, Weight.MEDIUM), "text")
        if one.company:
            beside = QPointF(left + Space.S, top.y())
            _draw(painter, beside, room.right(), one.company, small, "third")
        below = QPointF(room.left(), room.center().y() + 13)
        _draw(painter, below, room.right(), entry_words(one.entry), small, "second")


class HistoryList(QTableView):
    """The rows; ``opened`` brings a job's id.

    A table of one column: Qt's list asks the model for every row again whenever some are added, its table for none.
    """

    opened = Signal(int)

    def __init__(self, model: HistoryModel) -> None:
        super().__init__()
        self._history = model
        self.setModel(model)
        self.setItemDelegate(HistoryDelegate(self))
        self.setAccessibleName(tr("What happened"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT // 2)
        self.clicked.connect(self._open)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._history.rowCount():
            self.setCurrentIndex(self._history.index(1))  # the first entry, below its day

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        one = self._history.row(index.row()) if index.isValid() else None
        if isinstance(one, HistoryEntry):
            self.opened.emit(one.entry.job_id)


class TimelineView(QWidget):
    """Shows the same jobs as the other layouts. ``open_wanted`` brings the id of a job to open."""

    open_wanted = Signal(int)

    def __init__(self, desk: Desk, service: JobService, cards: BoardCards) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self._cards = cards
        self._kind = "all"
        self._ids: frozenset[int] = frozenset()
        self._mark: HistoryMark | None = None
        self._turn = 0
        self._loading = False
        self._stale = True
        self.model = HistoryModel()
        self.model.more_wanted.connect(self._load_more)
        self.list = HistoryList(self.model)
        self.list.opened.connect(self.open_wanted)
        self.chips = {key: Chip(tr(words), checkable=True) for key, (words, _kinds) in KINDS.items()}
        for key, chip in self.chips.items():
            chip.clicked.connect(lambda _checked=False, key=key: self.show_kind(key))
        nothing = EmptyState("clock-counter-clockwise", tr("Nothing of this kind has happened to these jobs."))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(nothing)
        bar = row(*self.chips.values(), STRETCH, spacing=6, margins=(Space.XL, 0, Space.XL, 0))
        whole = column(bar, self._stack, spacing=Space.S)
        whole.setStretch(1, 1)
        self._stack.setContentsMargins(Space.S, 0, 0, 0)
        self.setLayout(whole)
        self.setFocusProxy(self.list)
        self._rest = QTimer(self)  # many changes at once are read once
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._reload)
        self._listen()
        self.show_kind("all")

    def show_kind(self, key: str) -> None:
        """Show only this kind of entries (a key of ``KINDS``)."""
        self._kind = key
        for each, chip in self.chips.items():
            chip.set_selected(each == key)
        self._reload()

    def set_covered(self, width: int) -> None:
        """So many pixels at the right edge are behind the drawer: rows end before them."""
        self.list.setContentsMargins(0, 0, width, 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._reload()

    def _listen(self) -> None:
        for kind in (JobAdded, JobChanged, JobRemoved, JobsMoved, PostingRead, ApplicationChanged, ChangedElsewhere):
            self._desk.on(kind, lambda _event: self._rest.start(), owner=self)
        self._cards.changed.connect(self._when_filtered)

    def _when_filtered(self) -> None:
        if self.isVisible() and frozenset(card.id for card in self._cards.shown_cards()) == self._ids:
            return
        self._rest.start()

    def _reload(self) -> None:
        """From the newest on; as much as was read before, so that the view can stay where it is."""
        self._rest.stop()
        self._stale = not self.isVisible()
        if self._stale:
            return
        self._ids = frozenset(card.id for card in self._cards.shown_cards())
        self._turn += 1
        self._loading = True
        wanted = min(max(ENOUGH, len(self.model.entries())), MOST_AGAIN)
        self._desk.start(self._load(self._turn, wanted, None), owner=self)

    def _load_more(self) -> None:
        if not self._loading:
            self._loading = True
            self._desk.start(self._load(self._turn, ENOUGH, self._mark), owner=self)

    async def _load(self, turn: int, wanted: int, mark: HistoryMark | None) -> None:
        first = mark is None
        some: Collection[int] | None = self._ids if len(self._ids) <= FEW else None
        kinds = KINDS[self._kind][1]
        found: list[HistoryEntry] = []
        has_more = True
        while has_more and len(found) < wanted:
            page = await self._desk.run(self._service.history, PAGE, mark, kinds=kinds, job_ids=some)
            if turn != self._turn:
                return
            found += [one for one in page if one.entry.job_id in self._ids]
            has_more = len(page) == PAGE
            if page:
                mark = HistoryMark(page[-1].entry.when, page[-1].entry.id)
        self._mark, self.model.has_more, self._loading = mark, has_more, False
        if first:
            self._replace(found)
        else:
            self.model.append(found)
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)

    def _replace(self, found: list[HistoryEntry]) -> None:
        if found == self.model.entries():
            return
        at = self.list.currentIndex()
        current = self.model.row(at.row()) if at.isValid() else None
        top = self.list.verticalScrollBar().value()
        self.model.fill(found)
        if isinstance(current, HistoryEntry) and (here := self.model.row_of(current.entry.id)) >= 0:
            self.list.setCurrentIndex(self.model.index(here))
        self.list.verticalScrollBar().setValue(top)


def _row_of(index: _Index) -> Row:
    model = index.model()
    assert isinstance(model, HistoryModel)  # noqa: S101 - the delegate has no other
    return model.row(index.row())


def _draw(painter: QPainter, at: QPointF, right: float, text: str, font: object, ink: str) -> float:
    """One line, cut where ``right`` is; returns where it ends."""
    painter.setFont(font)  # type: ignore[arg-type]  # a QFont of the theme
    painter.setPen(current_theme().color(ink))
    metrics = QFontMetricsF(painter.font())
    words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(right - at.x(), 0))
    painter.drawText(at, words)
    return at.x() + metrics.horizontalAdvance(words)
