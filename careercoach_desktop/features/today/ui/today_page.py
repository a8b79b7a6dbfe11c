"""The page of the day: what needs the person first, then how the search stands, what comes and what happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.today.model import DayView
from careercoach_desktop.features.today.ui.arranging import Cards
from careercoach_desktop.features.today.ui.doors import Doors, Leading
from careercoach_desktop.features.today.ui.figure_cards import StandsCard, WeeksCard
from careercoach_desktop.features.today.ui.list_cards import LatelyCard, RoundsCard
from careercoach_desktop.features.today.ui.needs_card import FEW, NeedsCard
from careercoach_desktop.features.today.ui.words import date_words, greeting, tr
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.uikit import Button, Desk, EmptyState, PageHeader, Scroll, column

if TYPE_CHECKING:
    from careercoach_desktop.features.today.service import TodayService

_LATELY = 4
_LOOK_S = 20
"""How often a page in sight looks at the clock: a day begins, an interview is over. That reads nothing."""


class TodayPage(QWidget):
    """``changes`` are the events after which the day may be another; ``now`` is the clock."""

    def __init__(
        self,
        desk: Desk,
        service: TodayService,
        doors: Doors,
        changes: Sequence[type],
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__()
        self._desk, self._service, self._now = desk, service, now
        self._most = FEW
        self._stale = True
        self._date = ""
        self._day: DayView | None = None
        leading = Leading(desk, doors)
        self.header = PageHeader("")
        self.add = Button(tr("Add job"), "primary", icon="plus")
        self.add.clicked.connect(leading.add_job)
        self.header.add_action(self.add)
        self.needs, self.stands, self.weeks = NeedsCard(leading), StandsCard(leading), WeeksCard(leading)
        self.rounds, self.lately = RoundsCard(leading), LatelyCard(leading)
        self.cards = Cards([self.needs, self.stands, self.weeks, self.rounds, self.lately])
        self.empty = EmptyState(
            "sun",
            tr("Add a job you like: what needs you, what comes next and how the search stands will be here each day."),
            title=tr("Your days begin here"),
            action=tr("Add job"),
        )
        self.empty.acted.connect(leading.add_job)
        self._blank = QWidget()
        self._stack = QStackedWidget()
        scroll = Scroll(self.cards, tr("Today"))
        bar = scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: self.cards.leave_room(bar.sizeHint().width() if most else 0))
        for each in (self._blank, scroll, self.empty):
            self._stack.addWidget(each)
        whole = column(self.header, self._stack, spacing=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.needs.wanted.connect(self._show_so_many)
        self._rest = QTimer(self, singleShot=True, interval=0)  # changes that come together are looked at once
        self._rest.timeout.connect(self._load_soon)
        self._clock = QTimer(self, interval=_LOOK_S * 1000)
        self._clock.timeout.connect(self._look_at_the_clock)
        for kind in changes:
            desk.on(kind, lambda _event: self._when_changed(), owner=self)
        self._greet(now().astimezone(), "")

    def open_record(self, _record: int | None) -> None:
        """Called by navigation; what is shown is looked at when the page comes into sight."""

    @property
    def day(self) -> DayView | None:
        """What is shown; None until the first time it was read."""
        return self._day

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        if self._stale or self._is_over():
            self._load_soon()

    def hideEvent(self, event: QEvent) -> None:
        super().hideEvent(event)  # type: ignore[arg-type]  # a QHideEvent
        self._clock.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Another language or way of writing days."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LocaleChange, QEvent.Type.LanguageChange):
            self._when_changed()

    def _when_changed(self) -> None:
        self._stale = True
        if self.isVisible():  # otherwise it is read when it comes to the front
            self._rest.start()

    def _look_at_the_clock(self) -> None:
        if self._is_over():
            self._load_soon()

    def _is_over(self) -> bool:
        """Whether the day, its time for a greeting, or an interview on the page is over."""
        if self._day is None:
            return False
        now = self._now().astimezone(self._day.now.tzinfo)
        return now >= self._day.until or greeting(self._day.now, "") != greeting(now, "")

    def _show_so_many(self, most: int) -> None:
        self._most = most
        self._load_soon()

    def _load_soon(self) -> None:
        self._stale = False
        self._desk.start(self._load(), owner=self)

    async def _load(self) -> None:
        self._show(await self._desk.run(self._service.day, needs=self._most, lately=_LATELY))

    def _show(self, day: DayView) -> None:
        self._day = day
        self._greet(day.now, day.name)
        for card in (self.needs, self.stands, self.weeks, self.rounds, self.lately):
            card.show_day(day)
        nothing = not day.jobs and not day.needs and not day.interviews and not day.lately
        self.header.show_actions(on=not nothing)  # its own button is in the middle then
        self._stack.setCurrentIndex(2 if nothing else 1)
        for before, after in pairwise(self._controls()):
            QWidget.setTabOrder(before, after)

    def _greet(self, now: datetime, name: str) -> None:
        if self.header.title() != (words := greeting(now, name)):
            self.header.set_title(words)
        if self._date != (words := date_words(now.date())):
            self._date = words
            self.header.set_subtitle(words)

    def _controls(self) -> list[QWidget]:
        """In the order in which Tab goes through them: as they are read."""
        needs = [each for line in self.needs.lines.lines for each in (line.line, line.more, line.button)]
        rounds = [self.rounds.all, *self.rounds.lines.lines, self.rounds.schedule]
        lately = [self.lately.all, *self.lately.lines.lines]
        return [self.add, *needs, self.needs.all, *self.stands.bars.bars, *self.weeks.bars.bars, *rounds, *lately]
