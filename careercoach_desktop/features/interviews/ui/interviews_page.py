"""The Interviews page: every round in a month, a week or a list, and its detail; invitations can be dropped on it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.interviews.model import (
    InterviewFilter,
    InterviewLine,
    InterviewOutcome,
    InterviewsChanged,
    InterviewSpan,
    When,
)
from careercoach_desktop.features.interviews.ui.calendar import Canvas, MonthView, WeekView
from careercoach_desktop.features.interviews.ui.calendar.data import CalendarData
from careercoach_desktop.features.interviews.ui.calendar.dragging import Spot
from careercoach_desktop.features.interviews.ui.calendar.events import Event, events_of
from careercoach_desktop.features.interviews.ui.calendar.layout import month_on, same_day_in, within_reach
from careercoach_desktop.features.interviews.ui.calendar.words import count_words, month_title, week_title
from careercoach_desktop.features.interviews.ui.interview_changes import InterviewChanges
from careercoach_desktop.features.interviews.ui.interview_filter import InterviewFilterLine
from careercoach_desktop.features.interviews.ui.interview_list import InterviewList
from careercoach_desktop.features.interviews.ui.words import tr, zone_city
from careercoach_desktop.features.jobs.model import JobChanged, JobRemoved, JobsMoved
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import (
    SEPARATOR,
    STRETCH,
    Button,
    Desk,
    Drawer,
    DropVeil,
    EmptyState,
    Heading,
    IconButton,
    MenuEntry,
    PageHeader,
    SearchField,
    SegmentedControl,
    Size,
    Space,
    Text,
    column,
    dropped_files,
    holder,
    open_menu,
    recall,
    remember,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service import InterviewService

MONTH, WEEK, LIST = "month", "week", "list"
_REMEMBERED = "interviews.layout"
_CALENDAR_FILES = (".ics", ".ical", ".ifb", ".icalendar")


class ShowsInterview(Protocol):
    """What the detail can do; a QWidget. ``close_wanted`` is a signal."""

    close_wanted: Any

    def show_interview(self, line: InterviewLine) -> None: ...


@dataclass(frozen=True)
class InterviewDoors:
    """What this page leads to. ``schedule`` asks for a new round, at a time that was chosen or at none; ``edit`` for
    another form of one; ``detail`` builds the widget in the drawer; ``take_files`` takes invitations."""

    schedule: Callable[[When | None], Awaitable[object]]
    edit: Callable[[InterviewLine], Awaitable[object]]
    detail: Callable[[], ShowsInterview] | None = None
    take_files: Callable[[Sequence[Path]], Awaitable[object]] | None = None


class InterviewsPage(QWidget):
    """``now`` is the clock, ``zone`` the person's zone as long as the service has not said."""

    def __init__(
        self,
        desk: Desk,
        service: InterviewService,
        doors: InterviewDoors,
        now: Callable[[], datetime],
        zone: str = "UTC",
    ) -> None:
        super().__init__()
        self._desk, self._service, self._doors, self._now = desk, service, doors, now
        self._layout = recall(_REMEMBERED, MONTH)
        self._listed: list[Event] = []
        self._any: bool | None = None
        self._loads = 0
        self._shown: int | None = None
        self.changes = InterviewChanges(desk, service)
        self.data = CalendarData(desk, service, zone)
        self.month = MonthView(zone, now)
        self.week = WeekView(zone, now)
        self.list = InterviewList(now)
        self._detail: ShowsInterview | None = None
        self._build()
        self._drawer = Drawer(self, tr("Interview"), width=420, remember="interviews.drawer")
        self._veil = DropVeil(self, tr("Let go to add the invitation"))
        self.setAcceptDrops(doors.take_files is not None)
        self._connect()
        self._listen()
        self.turn_to(self._layout if self._layout in (MONTH, WEEK, LIST) else MONTH)

    def _build(self) -> None:
        self.switch = SegmentedControl(((MONTH, tr("Month")), (WEEK, tr("Week")), (LIST, tr("List"))), tr("Layout"))
        self.search = SearchField(tr("Search interviews"))
        self.search.setMinimumWidth(120)
        self.search.setMaximumWidth(220)
        self.add = Button(tr("Schedule interview"), "primary", icon="plus")
        header = PageHeader(tr("Interviews"))
        header.add_beside(self.switch)
        header.add_action(self.search, self.add)
        self.title = Heading("", 2)
        self.before = IconButton("caret-left", tr("Previous"))
        self.after = IconButton("caret-right", tr("Next"))
        self.today = Button(tr("Today"), compact=True)
        self.filter = InterviewFilterLine()
        self.about = Text("", size=Size.SMALL, tone="third")
        self._turning = holder(row(self.before, self.today, self.after, Space.S, self.title, spacing=Space.XS))
        bar = row(self._turning, self.filter, STRETCH, self.about, spacing=Space.S, margins=(Space.XL, 0, Space.XL, 0))
        self._views = QStackedWidget()
        for view in (self.month, self.week, self.list):
            self._views.addWidget(view)
        self._empty = EmptyState(
            "calendar-blank",
            tr("Every round you are invited to has its place here, with who asks, what to prepare and how it went."),
            title=tr("No interviews yet"),
            action=tr("Schedule interview"),
        )
        self._nothing = EmptyState("magnifying-glass", tr("No interview matches."), action=tr("Show all"))
        self._bar = holder(bar)
        inside = column(self._bar, Space.S, self._views, spacing=0)
        inside.setStretch(2, 1)
        self._room = row(holder(inside), spacing=0)
        self._stack = QStackedWidget()
        for each in (holder(self._room), self._empty):
            self._stack.addWidget(each)
        self._views.addWidget(self._nothing)
        whole = column(header, self._stack, spacing=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        for view in (self.month, self.week):
            view.setContentsMargins(0, 0, 0, 0)
        self._views.setContentsMargins(Space.XL, 0, Space.XL - Space.S, Space.L)

    def _connect(self) -> None:
        self.switch.changed.connect(self.turn_to)
        self.search.searched.connect(lambda _text: self._filter_changed())
        self.filter.changed.connect(self._load_list)
        self._nothing.acted.connect(self.show_all)
        for button in (self.add, self._empty):
            signal = button.clicked if isinstance(button, Button) else button.acted
            signal.connect(lambda *_args: self._start(self._schedule(None)))
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.today.clicked.connect(self.go_to_today)
        self.data.arrived.connect(self._show)
        for view in (self.month, self.week):
            view.turn_wanted.connect(self.turn)
            view.left.connect(lambda _day: self._show())
            view.day_wanted.connect(self._open_day)
            view.create_wanted.connect(lambda when: self._start(self._schedule(when)))
            view.change_wanted.connect(self._move)
        for each in (self.month, self.week, self.list):
            each.chosen.connect(self._choose)
            each.walked.connect(self._follow)
            each.edit_wanted.connect(lambda line: self._start(self._edit(line)))
            each.remove_wanted.connect(lambda line: self._start(self.changes.remove(line)))
            each.menu_wanted.connect(self._open_menu)
        self._drawer.closed.connect(self._when_closed)
        self._drawer.installEventFilter(self)

    def _listen(self) -> None:
        for kind in (InterviewsChanged, JobChanged, JobsMoved, JobRemoved, ChangedElsewhere):
            self._desk.on(kind, lambda _event: self._when_changed(), owner=self)

    # What navigation and the keys call -----------------------------------------------------------------------

    def open_record(self, record: int | None) -> None:
        """Show a round, with its day around it."""
        if record is not None:
            self._start(self._open(record))
        else:
            self._show()

    def focus_search(self) -> None:
        """Ctrl+F."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @property
    def canvas(self) -> Canvas | None:
        """The calendar that is shown; None for the list."""
        return {MONTH: self.month, WEEK: self.week}.get(self._layout)

    @property
    def current(self) -> QWidget:
        """Month, week or list."""
        return self.canvas or self.list

    @property
    def is_open(self) -> bool:
        """Whether a round's detail is shown."""
        return self._drawer.is_open

    def turn_to(self, layout: str) -> None:
        """Show months, weeks or the list from now on; the day stays."""
        before = self.canvas
        self._layout = layout
        remember(_REMEMBERED, layout)
        self.switch.set_value(layout)
        canvas = self.canvas
        if canvas is not None and before is not None and canvas is not before:
            canvas.show_day(before.spot.day)
            canvas.go_to(Spot(before.spot.day, canvas.spot.minute), keep=True)
        self._views.setCurrentWidget(self.current)
        self._turning.setVisible(canvas is not None)
        self.filter.setVisible(canvas is None)
        if canvas is None:
            self._load_list()
        else:
            canvas.choose(self._shown)
            self._show()

    def turn(self, step: int) -> None:
        """To the next month or week, or to the one before."""
        canvas = self.canvas
        if canvas is None:
            return
        if canvas is self.month:
            day = same_day_in(month_on(self.month.month, step), canvas.spot.day.day)
        else:
            day = canvas.spot.day + timedelta(7 * step)
        canvas.show_day(within_reach(day))
        self._show()

    def go_to_today(self) -> None:
        """Where today is, with the keyboard on it."""
        canvas = self.canvas
        if canvas is None:
            self.list.show_events(self._listed, None, nearest=True)
            return
        canvas.show_day(canvas.today())
        canvas.go_to(Spot(canvas.today(), canvas.spot.minute))
        self._show()
        if canvas is self.week:
            self.week.scroll_to_work()

    def show_all(self) -> None:
        self.search.clear()
        self.filter.reset()

    async def schedule(self) -> None:
        """Ask for a new round at no time in particular."""
        await self._schedule(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_M: partial(self.turn_to, MONTH),
            Qt.Key.Key_W: partial(self.turn_to, WEEK),
            Qt.Key.Key_L: partial(self.turn_to, LIST),
            Qt.Key.Key_T: self.go_to_today,
        }
        if self._drawer.is_open:
            keys[Qt.Key.Key_Escape] = self._drawer.slide_out
        if event.key() in keys and not event.modifiers():
            had_keyboard = self.window().focusWidget() in (self.month, self.week, self.list)
            keys[event.key()]()
            if had_keyboard:
                self.current.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    # Showing -------------------------------------------------------------------------------------------------

    def _when_changed(self) -> None:
        self.data.invalidate()
        self._any = None
        if self.isVisible():
            self._show()
            if self.canvas is None:
                self._load_list()
            if self._shown is not None and self._drawer.is_open:
                self._start(self._show_detail(self._shown))

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._show()
        if self.canvas is None:
            self._load_list()

    def _show(self) -> None:
        """What is kept of the days that are shown; what is missing is asked for."""
        canvas = self.canvas
        self.about.setText(self._about())
        if canvas is None:
            return
        if self.data.zone != canvas.zone:
            for each in (self.month, self.week):
                each.zone = self.data.zone
        first, last = canvas.first_day(), canvas.last_day()
        self.data.want(first, last)
        events = self.data.events(first, last)
        if events is not None:
            canvas.show_events([one for one in events if matches(one, self.search.text())])
            if events:
                self._any = True
            elif self._any is None:
                self._start(self._look_for_any())
        title = month_title(self.month.month) if canvas is self.month else week_title(first)
        self.title.setText(title)
        self._show_what_fits()

    def _about(self) -> str:
        if self._layout == LIST:
            return count_words(len(self._listed))
        return tr("Times in {0}").format(zone_city(self.data.zone))

    def _show_what_fits(self) -> None:
        self._stack.setCurrentIndex(1 if self._any is False else 0)
        for widget in (self.switch, self.search, self.add):
            widget.setVisible(self._any is not False)

    async def _look_for_any(self) -> None:
        """Whether there are rounds at all, somewhere else than in the days that are shown."""
        found = await self._desk.run(self._service.listing, InterviewFilter())
        if self._any is None:
            self._any = bool(found)
            self._show_what_fits()

    def _filter_changed(self) -> None:
        if self.canvas is None:
            self._load_list()
        else:
            self._show()

    def _load_list(self) -> None:
        if self.canvas is None:
            self._start(self._load())

    async def _load(self) -> None:
        self._loads += 1
        load = self._loads
        wanted = self.filter.wanted(self.search.text())
        first = not self.list.interviews.rowCount()
        events = await self._desk.run(_listed, self._service, wanted)
        if load != self._loads or self.canvas is not None:
            return
        self._listed = events
        if wanted == InterviewFilter():
            self._any = bool(events)
        self.list.show_events(events, self._shown, nearest=first and wanted.when is InterviewSpan.ALL)
        self._views.setCurrentWidget(self.list if events else self._nothing)
        self.about.setText(self._about())
        self._show_what_fits()

    # The detail ----------------------------------------------------------------------------------------------

    def _choose(self, line: InterviewLine | None) -> None:
        if line is None:
            self._shown = None
            self._drawer.slide_out()
            return
        focused = self.window().focusWidget()
        self._show_line(line)
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, line: InterviewLine | None) -> None:
        """The keyboard moves on while the detail is open: it shows where that is."""
        if self._drawer.is_open and line is not None and line.interview.id != self._shown:
            self._show_line(line)

    def _show_line(self, line: InterviewLine) -> None:
        self._shown = line.interview.id
        if self._doors.detail is None:
            return
        if self._detail is None:
            self._detail = self._doors.detail()
            self._detail.close_wanted.connect(self._drawer.slide_out)
            self._drawer.set_content(self._detail)  # type: ignore[arg-type]  # a QWidget
        self._detail.show_interview(line)
        self._drawer.slide_in()

    async def _show_detail(self, interview_id: int) -> None:
        try:
            line = await self._desk.run(self._service.line, interview_id)
        except KeyError:  # it, or its job, is gone
            if interview_id == self._shown:
                self._drawer.slide_out()
            return
        if interview_id == self._shown and self._detail is not None:
            self._detail.show_interview(line)

    async def _open(self, interview_id: int) -> None:
        line = await self._desk.run(self._service.line, interview_id)
        self.search.clear()
        canvas = self.canvas
        self._shown = interview_id
        if canvas is None:
            self.filter.reset()
        else:
            day = self._day_of(line)
            canvas.show_day(day)
            canvas.go_to(Spot(day, canvas.spot.minute), keep=True)
            self._show()
            canvas.choose(interview_id)
        self._show_line(line)

    def _day_of(self, line: InterviewLine) -> date:
        canvas = self.canvas or self.month
        return line.interview.when.day if line.interview.when.all_day else canvas.here(line.interview.when.start).date()

    def _when_closed(self) -> None:
        self._shown = None
        self._room.setContentsMargins(0, 0, 0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._drawer and event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and self._drawer.is_open:
            self._room.setContentsMargins(0, 0, self._drawer.drawer_width() - Space.S, 0)
        return super().eventFilter(watched, event)

    # Acting --------------------------------------------------------------------------------------------------

    def _move(self, line: InterviewLine, when: When) -> None:
        self.data.put(line, when)
        self._start(self._store_move(line, when))

    async def _store_move(self, line: InterviewLine, when: When) -> None:
        try:
            await self.changes.move(line, when, self.data.zone)
        except BaseException:
            self._when_changed()  # back to what is stored
            raise

    async def _schedule(self, when: When | None) -> None:
        await self._doors.schedule(when)

    async def _edit(self, line: InterviewLine) -> None:
        await self._doors.edit(line)

    def _open_day(self, day: date) -> None:
        self.week.show_day(day)
        self.month.spot = Spot(day)
        self.turn_to(WEEK)
        self.week.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self, line: InterviewLine, spot: QPoint) -> None:
        cancelled = line.interview.cancelled
        outcome = InterviewOutcome.PENDING if cancelled else InterviewOutcome.CANCELLED
        entries = [
            MenuEntry(tr("Open"), partial(self._choose, line), "calendar-blank", "Space"),
            MenuEntry(tr("Edit…"), lambda: self._start(self._edit(line)), "pencil-simple", "Return"),
            MenuEntry(tr("Go to the job"), lambda: self._desk.open("jobs", line.interview.job_id), "briefcase"),
            SEPARATOR,
            MenuEntry(
                tr("It takes place after all") if cancelled else tr("It was cancelled"),
                lambda: self._start(self.changes.set_outcome(line, outcome)),
                "arrow-counter-clockwise" if cancelled else "prohibit",
            ),
            MenuEntry(tr("Remove"), lambda: self._start(self.changes.remove(line)), "trash", "Del", danger=True),
        ]
        open_menu(self, entries, self.mapFromGlobal(spot))  # type: ignore[arg-type]  # entries and a separator

    def _start(self, coroutine: Coroutine[Any, Any, object]) -> None:
        self._desk.start(coroutine, owner=self)

    # Invitations from outside --------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData(), _CALENDAR_FILES):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._veil.lift(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._veil.lift(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.lift(over=False)
        files = dropped_files(event.mimeData(), _CALENDAR_FILES)
        if files and self._doors.take_files is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._start(_awaited(self._doors.take_files(files)))


async def _awaited(asked: Awaitable[object]) -> None:
    await asked


def matches(event: Event, text: str) -> bool:
    """Whether every word stands somewhere in the round, its people or its job."""
    one, line = event.interview, event.line
    people = " ".join(f"{each.name} {each.title} {each.email}" for each in one.interviewers)
    said = " ".join((line.company, line.title, one.place, one.link, one.notes, one.questions, one.feedback, people))
    return all(word in said.casefold() for word in text.casefold().split())


def _listed(service: InterviewService, wanted: InterviewFilter) -> list[Event]:
    """On the desk's thread: what is over has the latest first when only that is wanted."""
    zone = service.own_zone()
    events = events_of(service.listing(wanted), zone)
    return events[::-1] if wanted.when is InterviewSpan.PAST else events
