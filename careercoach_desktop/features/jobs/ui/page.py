"""The Jobs page: a head with search and filters, the board, the drawer; postings can be pasted or dropped anywhere."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.jobs.model import (
    ImportReport,
    Job,
    JobAdded,
    JobCard,
    JobChanged,
    JobRemoved,
    JobsMoved,
    JobStatus,
    Posting,
    PostingRead,
)
from careercoach_desktop.features.jobs.ui.add_dialog import ADD, BY_HAND, FILE, TABLE, AddDialog
from careercoach_desktop.features.jobs.ui.board import Board
from careercoach_desktop.features.jobs.ui.board_actions import BoardActions
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.features.jobs.ui.card_menu import card_entries
from careercoach_desktop.features.jobs.ui.drawer import DrawerPanel, JobDrawer
from careercoach_desktop.features.jobs.ui.drop_veil import DropVeil
from careercoach_desktop.features.jobs.ui.duplicate_banner import DuplicateNotices
from careercoach_desktop.features.jobs.ui.edit_dialog import SAVE, EditDialog
from careercoach_desktop.features.jobs.ui.export_dialog import export_jobs
from careercoach_desktop.features.jobs.ui.filter_bar import FilterBar
from careercoach_desktop.features.jobs.ui.import_notices import ImportNotices, summary, tell_of_refused
from careercoach_desktop.features.jobs.ui.intake import FILE_FILTERS, TABLE_FILTERS, Intake, takes
from careercoach_desktop.features.jobs.ui.no_matches import NoMatches
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.tasks.model import TaskChanged
from careercoach_desktop.foundation.uikit import Button, Desk, column
from careercoach_desktop.foundation.uikit.cards import PageHeader
from careercoach_desktop.foundation.uikit.drawer import Drawer
from careercoach_desktop.foundation.uikit.fields import SearchField
from careercoach_desktop.foundation.uikit.menus import open_menu
from careercoach_desktop.foundation.uikit.notices import EmptyState

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.importing import ImportService

MANY = 400
"""More changed cards than this are read as a whole board."""


class JobsPage(QWidget):
    """Everything about jobs. ``panels`` come from this and from higher features."""

    def __init__(
        self, desk: Desk, service: JobService, panels: Sequence[DrawerPanel], imports: ImportService | None = None
    ) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self._touched: set[int] = set()
        self._found: frozenset[int] | None = None
        self._loaded = False
        self._cards = BoardCards(self)
        self.board = Board(self._cards)
        self.intake = Intake(desk, service, imports)
        self._alike = DuplicateNotices(desk, service, self)
        if imports is not None:
            self._imported = ImportNotices(desk, imports, self)
        self.changes = BoardActions(desk, service, self.board, self._refresh)
        self._search = SearchField(tr("Search jobs"), placeholder=tr("Search title, company, posting"))
        self._search.setFixedWidth(272)
        self._add = Button(tr("Add job"), "primary", icon="plus")
        self.filters = FilterBar()
        self._empty = EmptyState(
            "briefcase",
            tr("Paste a posting’s link or its text anywhere on this page, and it becomes a card."),
            title=tr("No jobs yet"),
            action=tr("Add job"),
        )
        self.nothing = NoMatches()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.board)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.nothing)
        header = PageHeader(tr("Jobs"))
        header.add_action(self._search, self._add)
        whole = column(header, self.filters, 10, self._stack, spacing=0)
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self._drawer = Drawer(self, tr("Job"), width=520, remember="jobs.drawer")
        self.details = JobDrawer(desk, service, panels)
        self._drawer.set_content(self.details)
        self._veil = DropVeil(self)
        self.setAcceptDrops(True)
        self._wire()
        self._listen()
        self._start(self._load())

    # What navigation calls -----------------------------------------------------------------------------------

    def open_record(self, record: int | None) -> None:
        """Open a job in the drawer."""
        if record is not None:
            self._show(record)

    def show_first(self, cards: Sequence[JobCard]) -> None:
        """Fill the board. What changes from now on is told to ``desk``, so nothing is missed while services wait."""
        self._loaded = True
        self._cards.fill(cards)
        self._show_counts()

    def focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    @property
    def open_job(self) -> Job | None:
        """The job in the drawer, once it is loaded."""
        return self.details.job if self._drawer.is_open else None

    # Adding --------------------------------------------------------------------------------------------------

    async def add(self) -> None:
        """Ask for a link, a text, a file or the fields, and add the job."""
        dialog = AddDialog(self.window())
        answer = await dialog.answer()
        if answer == ADD:
            await self._take_in(self.intake.add_text(dialog.text))
        elif answer == FILE:
            files = await self._desk.choose_files(tr("Choose saved postings"), FILE_FILTERS)
            await self._take_in(self.intake.add_files(files))
        elif answer == TABLE:
            await self.import_table()
        elif answer == BY_HAND:
            form = EditDialog(self.window(), Posting(), title=tr("Add a job by hand"), confirm=tr("Add job"))
            if await form.answer() == SAVE:
                posting = Posting(**form.changes())
                added = await self._desk.run(self._service.add_manually, posting)
                self._show_added(ImportReport(added=[added.job_id]))

    async def import_table(self) -> None:
        """Ask for a spreadsheet or an export, and take its jobs in."""
        files = await self._desk.choose_files(tr("Choose a table or an export"), TABLE_FILTERS)
        await self._take_in(self.intake.add_table(files))

    async def export(self) -> None:
        """Hand all jobs over as a file."""
        await export_jobs(self._desk, self._service)

    def paste(self) -> None:
        """Add what the clipboard holds."""
        data = QGuiApplication.clipboard().mimeData()
        if data is not None and takes(data):
            self._start(self._take_in(self.intake.add_mime(data)))

    async def _take_in(self, adding: Coroutine[Any, Any, ImportReport]) -> None:
        self._show_added(await adding)

    def _show_added(self, report: ImportReport) -> None:
        if report.added:
            self.changes.added(report.added)
            self._clear_filters_hiding_new()
            self._start(self._reveal(report.added))
        if not report.added and not report.refused and len(report.known) == 1 and report.known[0].job_id is not None:
            self._desk.toast(tr("You have this posting already; here it is."))
            self._show(report.known[0].job_id)
        elif report.known or report.refused:
            tell_of_refused(self._desk, report, summary(report))

    async def _reveal(self, job_ids: list[int]) -> None:
        await self._refresh(job_ids)
        self.board.select(job_ids)

    def _clear_filters_hiding_new(self) -> None:
        if self._found is not None or self.filters.is_active:
            self._search.clear()
            self.filters.reset()

    # Showing -------------------------------------------------------------------------------------------------

    async def _load(self) -> None:
        if not self._loaded:
            self.show_first(await self._desk.run(self._service.cards))

    async def _refresh(self, job_ids: Sequence[int]) -> None:
        """Show the stored state of these cards."""
        if self._found is not None:
            self._found = await self._desk.run(self._service.matching, self._search.text())
        if len(job_ids) > MANY:
            self._cards.fill(await self._desk.run(self._service.cards))
        else:
            cards = await self._desk.run(self._service.cards, list(job_ids))
            self._cards.put(cards)
            self._cards.take(set(job_ids) - {card.id for card in cards})
        in_drawer = self.details.wanted
        if in_drawer is not None and in_drawer in job_ids and self._drawer.is_open:
            if self._cards.card(in_drawer) is None:
                self._close_drawer()
            else:
                self.details.show_record(in_drawer)

    async def _catch_up(self) -> None:
        """Another process changed something: show what differs, and the job in the drawer again."""
        if not self._loaded:
            return
        stored = {card.id: card for card in await self._desk.run(self._service.cards)}
        shown = self._cards.all()
        different = {job_id for job_id in stored.keys() | shown.keys() if stored.get(job_id) != shown.get(job_id)}
        if self._drawer.is_open and self.details.wanted is not None:
            different.add(self.details.wanted)  # what its panels show is not all on its card
        if different:
            await self._refresh(list(different))

    async def _search_for(self, text: str) -> None:
        found = await self._desk.run(self._service.matching, text) if text.strip() else None
        if text == self._search.text():
            self._found = found
            self._filter()

    def _filter(self) -> None:
        found, passes = self._found, self.filters.passes
        if found is None and not self.filters.is_active:
            self._cards.set_filter(None)
        else:
            self._cards.set_filter(lambda card: (self._found is None or card.id in self._found) and passes(card))

    def _show_counts(self) -> None:
        filtered = self._found is not None or self.filters.is_active
        self.filters.show_counts(self._cards.shown(), self._cards.total(), filtered=filtered)
        empty = self._loaded and self._cards.total() == 0
        self.filters.setVisible(not empty)
        self._search.setVisible(not empty)
        self._add.setVisible(not empty)
        nothing = filtered and not empty and self._cards.shown() == 0
        if nothing:
            self.nothing.tell(self._search.text(), filtered=self.filters.is_active)
        self._stack.setCurrentWidget(self._empty if empty else self.nothing if nothing else self.board)

    def _show(self, job_id: int, *, clicked: bool = False) -> None:
        """Open a job in the drawer; after a click the keyboard stays on the board, so that the arrows go on."""
        self.details.show_record(job_id)
        self.board.select([job_id], focus=False)
        focused = self.window().focusWidget()
        if not self._drawer.is_open:
            self._drawer.slide_in()
        if not clicked:
            self.details.setFocus(Qt.FocusReason.OtherFocusReason)
        elif focused is not None:
            focused.setFocus(Qt.FocusReason.MouseFocusReason)

    def _close_drawer(self) -> None:
        self.details.forget()
        self._drawer.slide_out()

    def _escape(self) -> None:
        if self._drawer.is_open:
            self._close_drawer()
        else:
            self.board.clear_selection()

    def _follow(self, job_id: int) -> None:
        """The arrows move on while the drawer is open: it shows where they are."""
        if self._drawer.is_open and self.details.wanted != job_id:
            self.details.show_record(job_id)

    def _open_card_menu(self, spot: QPoint) -> None:
        cards = self.board.selected()
        if cards:
            open_menu(self, card_entries(cards, self.board, self.changes, self._desk), self.mapFromGlobal(spot))

    # Wires ---------------------------------------------------------------------------------------------------

    def _wire(self) -> None:
        self._search.searched.connect(lambda text: self._start(self._search_for(text)))
        self.filters.changed.connect(self._filter)
        self.filters.cleared.connect(self._search.clear)
        self.nothing.show_all_wanted.connect(self.filters.clear_all)
        self._add.clicked.connect(lambda: self._start(self.add()))
        self._empty.acted.connect(lambda: self._start(self.add()))
        self._cards.changed.connect(self._show_counts)
        self.board.open_wanted.connect(self._show)
        self.board.clicked.connect(lambda job_id: self._show(job_id, clicked=True))
        self.board.current_changed.connect(self._follow)
        self.board.escape_pressed.connect(self._escape)
        self.board.menu_wanted.connect(self._open_card_menu)
        self.details.close_wanted.connect(self._close_drawer)
        self.details.status_wanted.connect(self._move_from_drawer)
        self._drawer.opened.connect(self._make_room)
        self._drawer.closed.connect(lambda: self.board.set_covered(0))
        paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)

    def _listen(self) -> None:
        for kind in (JobAdded, JobChanged, JobRemoved, PostingRead):
            self._desk.on(kind, self._one_changed, owner=self)
        self._desk.on(JobsMoved, lambda event: self._touch(event.job_ids), owner=self)
        self._desk.on(TaskChanged, self._show_progress, owner=self)
        self._desk.on(ChangedElsewhere, lambda _event: self._start(self._catch_up()), owner=self)

    def _one_changed(self, event: Any) -> None:
        self._touch([event.job_id])

    def _touch(self, job_ids: Sequence[int]) -> None:
        """Changes that come together are shown together."""
        if not self._touched:
            QTimer.singleShot(0, self, lambda: self._start(self._refresh_touched()))
        self._touched.update(job_ids)

    async def _refresh_touched(self) -> None:
        touched, self._touched = list(self._touched), set()
        await self._refresh(touched)

    def _show_progress(self, changed: TaskChanged) -> None:
        subject, _, job_id = changed.task.subject.partition(":")
        if subject == "job" and changed.task.kind == "jobs.capture":
            over = changed.task.state.is_over
            self._cards.set_progress(int(job_id), None if over else changed.task.progress or 0.0)

    def _move_from_drawer(self, job_id: int, status: JobStatus) -> None:
        self._start(self.changes.move([job_id], status, self._cards.models[status].id_at(0)))

    def _make_room(self) -> None:
        self.board.set_covered(self._drawer.drawer_width())
        job_ids = [card.id for card in self.board.selected()]
        card = self._cards.card(job_ids[0]) if job_ids else None
        if card is not None:
            self.board.show_column(card.status)

    def _start(self, coroutine: Coroutine[Any, Any, object]) -> None:
        self._desk.start(coroutine, owner=self)

    # Drops of postings ---------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if takes(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._veil.lower_over(self)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.hide()
        if takes(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._start(self._take_in(self.intake.add_mime(event.mimeData())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._veil.setGeometry(self.rect())
