"""The Interviews page: every round in a month, a week or a list, and its detail; invitations can be dropped on it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from careercoach_desktop.features.interviews.model import InterviewLine, InterviewsChanged, When
from careercoach_desktop.features.interviews.ui.interview_actions import no_longer_there
from careercoach_desktop.features.interviews.ui.interview_views import LIST, MONTH, WEEK, InterviewViews
from careercoach_desktop.features.interviews.ui.rescheduling import Rescheduling
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.features.jobs.model import JobChanged, JobRemoved, JobsMoved
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import (
    Button,
    Desk,
    Drawer,
    DropVeil,
    EmptyState,
    IconButton,
    MenuEntry,
    PageHeader,
    SearchField,
    SegmentedControl,
    Space,
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

_LAYOUTS = ((MONTH, "Month"), (WEEK, "Week"), (LIST, "List"))
_REMEMBERED = "interviews.layout"
_CALENDAR_FILES = (".ics", ".ical", ".icalendar", ".vcs", ".eml")


class ShowsInterview(Protocol):
    """What the detail can do; a QWidget. ``close_wanted`` is a signal."""

    close_wanted: Any

    def show_interview(self, line: InterviewLine) -> None: ...


@dataclass(frozen=True)
class InterviewDoors:
    """What this page leads to. ``schedule`` asks for a new round, at a time that was chosen or at none, and returns its
    id; ``edit`` asks for another form of one; ``entries`` are what the menu of one offers; ``detail`` builds the widget
    in the drawer; ``take_files`` takes invitations; ``more`` is what the menu beside the buttons offers; ``thank`` and
    ``complete`` ask about a round that is over, for whoever comes from elsewhere to do so."""

    schedule: Callable[[When | None], Awaitable[int | None]]
    edit: Callable[[InterviewLine], Awaitable[object]]
    remove: Callable[[InterviewLine], Awaitable[object]]
    entries: Callable[[InterviewLine], Sequence[Any]]
    detail: Callable[[], ShowsInterview] | None = None
    take_files: Callable[[Sequence[Path]], Awaitable[object]] | None = None
    more: Callable[[], Sequence[Any]] | None = None
    thank: Callable[[int], Awaitable[object]] | None = None
    complete: Callable[[InterviewLine], Awaitable[object]] | None = None


class InterviewsPage(QWidget):
    """``now`` is the clock."""

    def __init__(
        self, desk: Desk, service: InterviewService, doors: InterviewDoors, now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._desk, self._service, self._doors = desk, service, doors
        self._shown: int | None = None
        self._detail: ShowsInterview | None = None
        self._rest = QTimer(self, singleShot=True, interval=0)  # changes that come together are looked at once
        self._rest.timeout.connect(self._when_changed)
        layout = recall(_REMEMBERED, MONTH)
        self._rescheduling = Rescheduling(desk, service)
        self.views = InterviewViews(desk, service, now, layout if layout in dict(_LAYOUTS) else MONTH)
        self._build()
        self._drawer = Drawer(self, tr("Interview"), width=420, remember="interviews.drawer")
        self._veil = DropVeil(self, tr("Let go to add the invitation"))
        self.setAcceptDrops(doors.take_files is not None)
        self._connect()
        for kind in (InterviewsChanged, JobChanged, JobsMoved, JobRemoved, SettingsChanged, ChangedElsewhere):
            desk.on(kind, lambda _event: self._rest.start(), owner=self)

    def _build(self) -> None:
        choices = [(key, tr(words)) for key, words in _LAYOUTS]
        self.switch = SegmentedControl(choices, tr("Layout"), self.views.layout_name)
        self.search = SearchField(tr("Search interviews"), placeholder=tr("Search"))
        self.search.setMinimumWidth(120)
        self.search.setMaximumWidth(220)
        self.add = Button(tr("Schedule interview"), "primary", icon="plus", name=tr("Schedule interview"))
        header = self._header = PageHeader(tr("Interviews"))
        header.add_beside(self.switch)
        self.more = IconButton("dots-three", tr("More about calendars"))
        self.more.setVisible(self._doors.more is not None)
        header.add_action(self.search, self.more, self.add)
        shorter = Button(tr("Schedule"), "primary", icon="plus").sizeHint().width() - self.add.sizeHint().width()
        needs = header.minimumSizeHint().width()
        self._head_needs = needs, needs + shorter
        self.empty = EmptyState(
            "calendar-blank",
            tr("Every round has its place here, with who asks and how it went. You can also drop an invitation here."),
            title=tr("No interviews yet"),
            action=tr("Schedule interview"),
        )
        self._room = row(self.views, spacing=0)
        self._stack = QStackedWidget()
        for each in (holder(self._room), self.empty):
            self._stack.addWidget(each)
        for each in (header, self._stack):  # the room a drawer takes must not keep the window from getting narrower
            each.setSizePolicy(QSizePolicy.Policy.Ignored, each.sizePolicy().verticalPolicy())
        whole = column(header, self._stack, spacing=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.switch.changed.connect(self.views.turn_to)
        self.search.searched.connect(self.views.search)
        self.add.clicked.connect(lambda: self._start(self.schedule()))
        if self._doors.more is not None:
            more = self._doors.more
            self.more.clicked.connect(lambda: open_menu(self.more, list(more())))
        self.empty.acted.connect(lambda: self._start(self.schedule()))
        views, doors = self.views, self._doors
        views.known.connect(self._show_known)
        views.turned.connect(self._note_layout)
        views.search_cleared.connect(self.search.clear)
        views.chosen.connect(self._choose)
        views.walked.connect(self._follow)
        views.edit_wanted.connect(lambda line: self._start(_awaited(doors.edit(line))))
        views.remove_wanted.connect(lambda line: self._start(_awaited(doors.remove(line))))
        views.menu_wanted.connect(self._open_menu)
        views.create_wanted.connect(lambda when: self._start(self._schedule(when)))
        views.change_wanted.connect(lambda line, when, nudged: self._start(self._move(line, when, nudged=nudged)))
        self._drawer.closed.connect(self._when_closed)
        self._drawer.installEventFilter(self)

    # What navigation and the keys call -----------------------------------------------------------------------

    def open_record(self, record: int | None) -> None:
        """Show a round, with its day around it."""
        if record is not None:
            self._start(self._open(record))

    def focus_search(self) -> None:
        """Ctrl+F."""
        if self._covered() and not self._header.contentsMargins().right():
            self._drawer.slide_out()  # it is so wide that it lies over the search
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @property
    def is_open(self) -> bool:
        """Whether a round's detail is shown."""
        return self._drawer.is_open

    async def schedule(self) -> None:
        """Ask for a new round, at no time in particular."""
        await self._schedule(None)

    async def thank(self, interview_id: int) -> None:
        """Show the round, and the letter of thanks for it."""
        await self._open(interview_id)
        if self._doors.thank is not None:
            await self._doors.thank(interview_id)

    async def complete(self, line: InterviewLine) -> None:
        """Show the round, and ask how it went."""
        await self._open(line.interview.id)
        if self._doors.complete is not None:
            await self._doors.complete(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        views = self.views
        keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_M: partial(views.turn_to, MONTH),
            Qt.Key.Key_W: partial(views.turn_to, WEEK),
            Qt.Key.Key_L: partial(views.turn_to, LIST),
            Qt.Key.Key_T: views.go_to_today,
        }
        if self._drawer.is_open:
            keys[Qt.Key.Key_Escape] = self._drawer.slide_out
        if event.key() not in keys or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        had_keyboard = self.window().focusWidget() is views.current
        keys[event.key()]()
        if had_keyboard:
            views.current.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Showing -------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Who comes here goes on with the arrows, not with the sidebar's buttons."""
        super().showEvent(event)
        if not event.spontaneous():
            self.views.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_layout(self, layout: str) -> None:
        self.switch.set_value(layout)
        remember(_REMEMBERED, layout)

    def _show_known(self, there: bool) -> None:
        self._stack.setCurrentIndex(0 if there else 1)
        for widget in (self.switch, self.search, self.add):
            widget.setVisible(there)

    def _when_changed(self) -> None:
        self.views.changed()
        if self.isVisible():  # otherwise it is loaded when it comes to the front
            self.views.reload()
        if self._shown is not None and self._drawer.is_open:
            self._start(self._show_again(self._shown))

    # The detail ----------------------------------------------------------------------------------------------

    def _choose(self, line: InterviewLine | None) -> None:
        if line is None:
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

    async def _show_again(self, interview_id: int) -> None:
        try:
            line = await self._desk.run(self._service.line, interview_id)
        except KeyError:  # it, or its job, is gone
            if interview_id == self._shown:
                self._drawer.slide_out()
            return
        if interview_id == self._shown and self._detail is not None:
            self._detail.show_interview(line)

    async def _open(self, interview_id: int) -> None:
        try:
            line = await self._desk.run(self._service.line, interview_id)
        except KeyError as error:
            raise no_longer_there() from error
        self.search.clear()
        self.views.reset()
        self.views.choose(line)
        self._show_line(line)

    def _when_closed(self) -> None:
        self._shown = None
        self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._drawer and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._make_room()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The calendar keeps its room beside the drawer, however wide that is made, and so does its head as long as
        there is some: a search that lies under the drawer can't be used."""
        covered = self._covered()
        self._room.setContentsMargins(0, 0, covered, 0)
        free, (whole, short) = self.width() - covered, self._head_needs
        fits = free >= short
        self.add.setText(tr("Schedule") if covered and fits and free < whole else tr("Schedule interview"))
        self._header.setContentsMargins(0, 0, covered if fits else 0, 0)

    def _covered(self) -> int:
        """How much of the page lies under the drawer."""
        return self._drawer.drawer_width() - Space.S if self._drawer.is_open else 0

    # Acting --------------------------------------------------------------------------------------------------

    async def _move(self, line: InterviewLine, when: When, *, nudged: bool) -> None:
        try:
            await self._rescheduling.move(line, when, self.views.data.zone, nudged=nudged)
        except Exception:
            self._rest.start()  # back to what is stored
            raise
        finally:
            self.views.data.stored(line.interview.id)

    async def _schedule(self, when: When | None) -> None:
        made = await self._doors.schedule(when)
        if made is not None:
            self.views.choose(await self._desk.run(self._service.line, made))

    def _open_menu(self, line: InterviewLine, spot: QPoint) -> None:
        own = [
            MenuEntry(tr("Open"), partial(self._show_line, line), "calendar-blank", "Space"),
            MenuEntry(tr("Go to the job"), partial(self._desk.open, "jobs", line.interview.job_id), "briefcase"),
        ]
        shown = own if self._doors.detail is not None else own[1:]
        open_menu(self, [*shown, *self._doors.entries(line)], self.mapFromGlobal(spot))

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
