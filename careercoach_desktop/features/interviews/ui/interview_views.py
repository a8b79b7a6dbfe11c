"""The rounds in a month, a week or a list: turning, filtering, and going where somebody wants to be."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.interviews.model import InterviewFilter, InterviewLine, InterviewSpan, When
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.ui.calendar import Canvas, MonthView, WeekView
from careercoach_desktop.features.interviews.ui.calendar.data import CalendarData
from careercoach_desktop.features.interviews.ui.calendar.dragging import Spot
from careercoach_desktop.features.interviews.ui.calendar.events import Event, event_of, events_of
from careercoach_desktop.features.interviews.ui.calendar.layout import month_on, same_day_in, within_reach
from careercoach_desktop.features.interviews.ui.calendar.words import count_words, month_title, week_title
from careercoach_desktop.features.interviews.ui.interview_filter import InterviewFilterLine
from careercoach_desktop.features.interviews.ui.interview_list import InterviewList
from careercoach_desktop.features.interviews.ui.words import tr, zone_city
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Desk,
    EmptyState,
    Heading,
    IconButton,
    Size,
    Space,
    Text,
    column,
    holder,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service import InterviewService

MONTH, WEEK, LIST = "month", "week", "list"


class InterviewViews(QWidget):
    """``zone`` is taken for the person's until the service has said. What is asked of a round leaves as signals, the
    same from all three; ``known`` tells whether there are rounds at all; ``turned`` another view is shown."""

    chosen = Signal(object)
    walked = Signal(object)
    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    create_wanted = Signal(object)
    change_wanted = Signal(object, object, bool)
    """(InterviewLine, When, whether by one step of a key): it shall be at that time, and is shown there already."""
    known = Signal(bool)
    turned = Signal(str)
    search_cleared = Signal()
    """Everything is to be shown: the words searched for are no longer."""

    def __init__(
        self, desk: Desk, service: InterviewService, now: Callable[[], datetime], layout: str, zone: str = "UTC"
    ) -> None:
        super().__init__()
        self._desk, self._service = desk, service
        self._layout = layout
        self._text = ""
        self._chosen: int | None = None
        self._wanted = InterviewFilter()
        self._any: bool | None = None
        self._loads = 0
        self.data = CalendarData(desk, service, zone)
        self.month = MonthView(zone, now)
        self.week = WeekView(zone, now)
        self.list = InterviewList(now)
        self._build()
        self._connect()
        self.turn_to(layout)

    def _build(self) -> None:
        self.title = Heading("", 2)
        self.before = IconButton("caret-left", tr("Previous"))
        self.after = IconButton("caret-right", tr("Next"))
        self.today = Button(tr("Today"), compact=True)
        self.filter = InterviewFilterLine()
        self.about = Text("", size=Size.SMALL, tone="third")
        self._turning = holder(row(self.before, self.today, self.after, Space.S, self.title, spacing=Space.XS))
        bar = row(self._turning, self.filter, STRETCH, self.about, spacing=Space.S, margins=(Space.XL, 0, Space.XL, 0))
        self._stack = QStackedWidget()
        self._nothing = EmptyState("magnifying-glass", tr("No interview matches."), action=tr("Show all"))
        for view in (self.month, self.week, self.list, self._nothing):
            self._stack.addWidget(view)
        self._stack.setContentsMargins(Space.XL, 0, Space.XL - Space.S, Space.L)
        whole = column(bar, Space.S, self._stack, spacing=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.today.clicked.connect(self.go_to_today)
        self.filter.changed.connect(self._load_list)
        self._nothing.acted.connect(self._show_all)
        self.data.arrived.connect(self.refresh)
        for canvas in (self.month, self.week):
            canvas.turn_wanted.connect(self.turn)
            canvas.left.connect(lambda _day: self.refresh())
            canvas.day_wanted.connect(self._open_day)
            canvas.create_wanted.connect(self.create_wanted)
            canvas.change_wanted.connect(lambda line, when: self._change(line, when, nudged=False))
            canvas.nudge_wanted.connect(lambda line, when: self._change(line, when, nudged=True))
        for each in (self.month, self.week, self.list):
            for name in ("chosen", "walked"):
                getattr(each, name).connect(self._note)
                getattr(each, name).connect(getattr(self, name))
            each.edit_wanted.connect(self.edit_wanted)
            each.remove_wanted.connect(self.remove_wanted)
            each.menu_wanted.connect(self.menu_wanted)

    # What the page calls -------------------------------------------------------------------------------------

    @property
    def canvas(self) -> Canvas | None:
        """The calendar that is shown; None for the list."""
        return {MONTH: self.month, WEEK: self.week}.get(self._layout)

    @property
    def current(self) -> QWidget:
        """Month, week or list."""
        return self.canvas or self.list

    @property
    def layout_name(self) -> str:
        return self._layout

    def turn_to(self, layout: str) -> None:
        """Show months, weeks or the list from now on; the day stays."""
        before, self._layout = self.canvas, layout
        canvas = self.canvas
        if canvas is not None and before is not None and canvas is not before:
            canvas.show_day(before.spot.day)
            canvas.go_to(Spot(before.spot.day, canvas.spot.minute), keep=True)
        elif canvas is not None and before is None and (current := self.list.current()) is not None:
            self._bring(canvas, current.line)  # the list may have led anywhere
        self._stack.setCurrentWidget(self.current)
        self._turning.setVisible(canvas is not None)
        self.filter.setVisible(canvas is None)
        if canvas is not None:
            canvas.choose(self._chosen)
        self.reload()
        self.turned.emit(layout)

    def turn(self, step: int) -> None:
        """To the next month or week, or to the one before."""
        canvas = self.canvas
        if canvas is None:
            return
        if canvas is self.month:
            day = same_day_in(month_on(self.month.month, step), canvas.spot.day.day)
        else:
            day = within_reach(self.week.first_day() + timedelta(7 * step + 3))
        canvas.show_day(within_reach(day))
        self.refresh()

    def go_to_today(self) -> None:
        """Where today is, with the keyboard on it."""
        canvas = self.canvas
        if canvas is None:
            self.list.show_from_now()
            return
        canvas.show_day(canvas.today())
        canvas.go_to(Spot(canvas.today(), canvas.spot.minute))
        self.refresh()
        if canvas is self.week:
            self.week.scroll_to_work()

    def search(self, text: str) -> None:
        """Show only rounds that say these words."""
        self._text = text
        self.reload()

    def choose(self, line: InterviewLine | None) -> None:
        """Mark the round, and go to its day; None lets go."""
        self._chosen = line.interview.id if line is not None else None
        canvas = self.canvas
        if canvas is None:
            self.list.choose(self._chosen)
            return
        if line is not None:
            self._bring(canvas, line)
        canvas.choose(self._chosen)

    def changed(self) -> None:
        """What is stored is another: what is kept is fetched again with the next ``reload``."""
        self.data.invalidate()
        self._any = None

    def reload(self) -> None:
        """Show what is stored now."""
        self.refresh()
        self._load_list()

    def reset(self) -> None:
        """Filter nothing."""
        self._text = ""
        self.filter.reset()

    # Showing -------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()

    def refresh(self) -> None:
        """Show what is kept of these days; what is missing is asked for."""
        canvas = self.canvas
        if canvas is None:
            return
        for each in (self.month, self.week):
            each.zone = self.data.zone
        first, last = canvas.first_day(), canvas.last_day()
        self.title.setText(month_title(self.month.month) if canvas is self.month else week_title(first))
        self.about.setText(tr("Times in {0}").format(zone_city(self.data.zone)))
        self.data.want(first, last)
        events = self.data.events(first, last)
        shown = [one for one in events if matches(one, self._text)]
        canvas.show_events(shown)
        if self._text.strip() and self.data.is_whole(first, last):
            words = tr("{0} here. The list searches all.")  # an empty month is not “nothing anywhere”
            self.about.setText(words.format(count_words(len(shown))))
        if events:
            self._tell_known(there=True)
        elif self._any is None and self.data.is_whole(first, last):
            self._start(self._look_for_any())

    async def _look_for_any(self) -> None:
        """Whether there are rounds at all, elsewhere than in the days that are shown."""
        found = await self._desk.run(self._service.listing, InterviewFilter())
        if self._any is None:
            self._tell_known(there=bool(found))

    def _tell_known(self, *, there: bool) -> None:
        if there != self._any:
            self._any = there
            self.known.emit(there)

    def _load_list(self) -> None:
        if self.canvas is None:
            self._start(self._load())

    async def _load(self) -> None:
        self._loads += 1
        load, first = self._loads, not self.list.interviews.rowCount()
        wanted = self.filter.wanted(self._text)
        events = await self._desk.run(_listed, self._service, wanted)
        if load != self._loads or self.canvas is not None:
            return
        narrowed, self._wanted = wanted != self._wanted, wanted
        if events or wanted == InterviewFilter():
            self._tell_known(there=bool(events))
        self.list.show_events(events, self._chosen)
        if self._chosen is None and (first or narrowed):  # where it was before is nowhere in another list
            self.list.show_from_now() if wanted.when is InterviewSpan.ALL else self.list.scrollToTop()
        self._stack.setCurrentWidget(self.list if events else self._nothing)
        self.about.setText(count_words(len(events)))

    def _show_all(self) -> None:
        self.search_cleared.emit()
        self.reset()

    # Going and moving ----------------------------------------------------------------------------------------

    def _note(self, line: InterviewLine | None) -> None:
        self._chosen = line.interview.id if line is not None else None

    def _bring(self, canvas: Canvas, line: InterviewLine) -> None:
        """Show the round's day, unless it is shown."""
        event = event_of(line, zone_of(self.data.zone))
        if event.last < canvas.first_day() or event.first > canvas.last_day():
            canvas.show_day(within_reach(event.first))
            self.refresh()
        canvas.go_to(canvas.spot_of(event), keep=True)

    def _open_day(self, day: date) -> None:
        self.month.spot = Spot(day)
        self.week.show_day(day)
        self._chosen = None
        self.turn_to(WEEK)
        self.week.go_to(Spot(day, self.week.spot.minute))
        self.week.scroll_to(day)
        self.week.setFocus()

    def _change(self, line: InterviewLine, when: When, *, nudged: bool) -> None:
        """It is shown there at once, and stored by whoever hears of it."""
        self._chosen = line.interview.id
        self.data.put(line, when)
        canvas = self.canvas
        moved = next((one for one in canvas.events if one.id == self._chosen), None) if canvas is not None else None
        if canvas is not None and moved is None:
            changed = line.interview.model_copy(update={"when": when})
            self._bring(canvas, InterviewLine(changed, line.title, line.company, line.status, line.conflicts))
        if canvas is not None:
            canvas.choose(self._chosen)
        self.change_wanted.emit(line, when, nudged)

    def _start(self, coroutine: Coroutine[Any, Any, object]) -> None:
        self._desk.start(coroutine, owner=self)


def matches(event: Event, text: str) -> bool:
    """Whether every word stands somewhere in the round, its people or its job."""
    if not text.strip():
        return True
    one, line = event.interview, event.line
    people = " ".join(f"{each.name} {each.title} {each.email}" for each in one.interviewers)
    said = " ".join((line.company, line.title, one.place, one.link, one.notes, one.questions, one.feedback, people))
    return all(word in said.casefold() for word in text.casefold().split())


def _listed(service: InterviewService, wanted: InterviewFilter) -> list[Event]:
    """On the desk's thread: what is over has the latest first when only that is wanted."""
    events = events_of(service.listing(wanted), service.own_zone())
    return events[::-1] if wanted.when is InterviewSpan.PAST else events
