"""The Jobs page: a head with layouts, search and filters, the jobs, the drawer; postings can be pasted or dropped
anywhere."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import (
    Archived,
    Job,
    JobAdded,
    JobCard,
    JobChanged,
    JobFilter,
    JobRemoved,
    JobsMoved,
    JobStatus,
    Layout,
    PostingRead,
)
from careercoach_desktop.features.jobs.ui.adding import Adding
from careercoach_desktop.features.jobs.ui.after_moves import AfterMoves
from careercoach_desktop.features.jobs.ui.board_actions import BoardActions
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.features.jobs.ui.card_menu import card_entries
from careercoach_desktop.features.jobs.ui.drawer import DrawerPanel, JobDrawer
from careercoach_desktop.features.jobs.ui.due_button import due_buttons
from careercoach_desktop.features.jobs.ui.duplicate_banner import DuplicateNotices
from careercoach_desktop.features.jobs.ui.export_dialog import export_jobs
from careercoach_desktop.features.jobs.ui.filter_bar import FilterBar
from careercoach_desktop.features.jobs.ui.filter_popover import FilterPopover
from careercoach_desktop.features.jobs.ui.finding import Finder
from careercoach_desktop.features.jobs.ui.import_notices import ImportNotices
from careercoach_desktop.features.jobs.ui.intake import Intake, takes
from careercoach_desktop.features.jobs.ui.jobs_action import JobsAction
from careercoach_desktop.features.jobs.ui.layout_stack import LayoutStack
from careercoach_desktop.features.jobs.ui.selection_bar import SelectionBar
from careercoach_desktop.features.jobs.ui.sort_menu import SortButton
from careercoach_desktop.features.jobs.ui.view_menu import ViewButton
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.tasks.model import TaskChanged
from careercoach_desktop.foundation.uikit import Button, Desk, DropVeil, RecordPlace, SegmentedControl, column
from careercoach_desktop.foundation.uikit.cards import PageHeader
from careercoach_desktop.foundation.uikit.drawer import Drawer
from careercoach_desktop.foundation.uikit.fields import SearchField
from careercoach_desktop.foundation.uikit.menus import open_menu

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.enclosing import EnclosureOffers
    from careercoach_desktop.features.jobs.service.importing import ImportService
    from careercoach_desktop.features.jobs.ui.reminding import Reminding

MANY = 400
"""More changed cards than this are read as a whole board."""


class JobsPage(QWidget):
    """Everything about jobs. ``panels`` come from this and from higher features, ``actions`` on jobs from those."""

    def __init__(
        self,
        desk: Desk,
        service: JobService,
        panels: Sequence[DrawerPanel],
        *,
        offers: EnclosureOffers | None = None,
        imports: ImportService | None = None,
        reminding: Reminding | None = None,
        actions: Sequence[JobsAction] = (),
    ) -> None:
        super().__init__()
        self._more = actions
        self._reminding = reminding
        self._desk = desk
        self._service = service
        self._touched: set[int] = set()
        self._loaded = False
        self._searched = ""
        self._cards = BoardCards(self)
        self._finder = Finder(desk, service, self._cards)
        self.layouts = LayoutStack(desk, service, self._cards)
        self.board = self.layouts.board
        self._alike = DuplicateNotices(desk, service, self)
        if imports is not None:
            self._imported = ImportNotices(desk, imports, self)
        self.changes = BoardActions(desk, service, self._cards, self._refresh, self.layouts.select, self)
        self.layouts.set_actions(self.changes)
        self.adding = Adding(desk, service, Intake(desk, service, imports), self)
        self._switch = SegmentedControl(self.layouts.choices(), tr("Layout"))
        self._search = SearchField(tr("Search jobs"), placeholder=tr("Search jobs and notes"))
        self._search.setMinimumWidth(120)
        self._search.setMaximumWidth(260)
        self.views = ViewButton(desk, service, self._cards)
        self._filter = Button(tr("Filter"), icon="funnel")
        self._popover: FilterPopover | None = None
        self._add = Button(tr("Add job"), "primary", icon="plus")
        self.sort = SortButton(self._cards)
        self.filters = FilterBar(self.sort)
        header = PageHeader(tr("Jobs"))
        header.add_beside(self._switch, self.views)
        header.add_action(*due_buttons(desk, reminding), self._search, self._filter, self._add)
        self.selection = SelectionBar(desk, self._cards, self.changes, self.layouts.chosen, actions)
        whole = column(header, self.filters, 10, self.layouts, self.selection, spacing=0)
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self._drawer = Drawer(self, tr("Job"), width=520, remember="jobs.drawer")
        self.details = JobDrawer(desk, service, panels, reminding=reminding)
        self._drawer.set_content(self.details)
        self.after_moves = AfterMoves(desk, service, self, offers)
        self._veil = DropVeil(self, tr("Drop the posting to add it"))
        self.setAcceptDrops(True)
        self._wire()
        self._listen()
        desk.keep_clear(self.selection)
        self._finder.restore()
        self._start(self._load())
        self._start(self.views.load())

    # What navigation calls -----------------------------------------------------------------------------------

    def open_record(self, record: int | None) -> None:
        """Open a job in the drawer."""
        if record is not None:
            self._show(record)

    def open_place(self, place: RecordPlace) -> None:
        """Open a job in the drawer, at the tab of this name."""
        self._show(place.record)
        self.details.show_panel(place.path)

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

    def show_only(self, job_ids: Sequence[int]) -> None:
        """These jobs and no others, in the layout that is shown; archived ones when there are such among them."""
        cards = [self._cards.card(job_id) for job_id in job_ids]
        away = any(card is None or card.archived for card in cards)  # None: not read yet
        exactly = JobFilter(only=tuple(job_ids), archived=Archived.SHOWN if away else Archived.HIDDEN)
        self._cards.want(self._cards.view.model_copy(update={"filter": exactly}))

    def show_history(self) -> None:
        """What happened to all jobs."""
        self._cards.want(self._cards.view.model_copy(update={"filter": JobFilter(), "layout": Layout.TIMELINE}))

    async def add(self) -> None:
        """Ask for a link, a text, a file or the fields, and add the job."""
        await self.adding.ask()

    async def export(self) -> None:
        """Hand all jobs over as a file."""
        await export_jobs(self._desk, self._service)

    # Showing -------------------------------------------------------------------------------------------------

    async def _load(self) -> None:
        if not self._loaded:
            self.show_first(await self._desk.run(self._service.cards, with_archived=True))

    async def _refresh(self, job_ids: Sequence[int]) -> None:
        """Show the stored state of these cards."""
        await self._finder.look_again()
        if len(job_ids) > MANY:
            self._cards.fill(await self._desk.run(self._service.cards, with_archived=True))
        else:
            cards = await self._desk.run(self._service.cards, list(job_ids), with_archived=True)
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
        stored = {card.id: card for card in await self._desk.run(self._service.cards, with_archived=True)}
        shown = self._cards.all()
        different = {job_id for job_id in stored.keys() | shown.keys() if stored.get(job_id) != shown.get(job_id)}
        if self._drawer.is_open and self.details.wanted is not None:
            different.add(self.details.wanted)  # what its panels show is not all on its card
        if different:
            await self._refresh(list(different))

    def _show_added(self, job_ids: list[int]) -> None:
        self.changes.added(job_ids)
        if self._cards.is_filtered:  # or what is new might be hidden
            self._cards.show_all()
        self._start(self._reveal(job_ids))

    async def _reveal(self, job_ids: list[int]) -> None:
        await self._refresh(job_ids)
        self.layouts.select(job_ids)

    def _search_for(self, text: str) -> None:
        if text.strip() != self._cards.view.filter.text.strip():
            self._cards.set_search(text)

    def _open_filter(self) -> None:
        if self._popover is None:
            self._popover = FilterPopover(self._filter, self._cards)
        self._popover.open_below(self._filter)

    def _show_all(self) -> None:
        if self._cards.is_filtered:
            self._cards.show_all()
        else:
            self._cards.set_filter(JobFilter(archived=Archived.SHOWN))

    def _show_view(self) -> None:
        """Switch, search field and chips say what is shown, wherever it was asked for."""
        view = self._cards.view
        self.layouts.turn_to(view.layout)
        self._switch.set_value((view.layout if self.layouts.knows(view.layout) else Layout.BOARD).value)
        self.filters.show_filter(view.filter)
        self.sort.setVisible(view.layout is not Layout.TIMELINE)  # there, days are the order
        if view.filter.text.strip() != self._searched:  # what is being typed meanwhile stays
            self._searched = view.filter.text.strip()
            if self._search.text().strip() != self._searched:
                self._search.setText(view.filter.text)
        self.details.mark_words(self._cards.words)
        self._show_counts()

    def _show_counts(self) -> None:
        filtered = self._cards.is_filtered
        self.filters.show_counts(self._cards.shown(), self._cards.total(), filtered=filtered)
        empty = self._loaded and not self._cards.has_any
        self.filters.setVisible(not empty)
        for widget in (self.views, self._search, self._filter, self._add):
            widget.setVisible(not empty)
        self._switch.setVisible(not empty and len(self.layouts.choices()) > 1)
        nothing = not empty and self._loaded and self._cards.shown() == 0
        if nothing:
            self.layouts.nothing.tell(self._cards.view.filter)
        self.layouts.show_what_fits(empty=empty, nothing=nothing)

    def _show(self, job_id: int, *, clicked: bool = False) -> None:
        """Open a job in the drawer; after a click the keyboard stays on the board, so that the arrows go on."""
        self.details.show_record(job_id)
        self.layouts.select([job_id], focus=False)
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
            self.layouts.clear_selection()

    def _follow(self, job_id: int) -> None:
        """The arrows move on while the drawer is open: it shows where they are."""
        if self._drawer.is_open and self.details.wanted != job_id:
            self.details.show_record(job_id)

    def _show_neighbour(self, step: int) -> None:
        """The keyboard stays in the drawer."""
        listed = [card.id for card in self._cards.shown_cards()]
        at = listed.index(self.details.wanted) + step if self.details.wanted in listed else -1
        if 0 <= at < len(listed):
            self.details.show_record(listed[at])
            self.layouts.select([listed[at]], focus=False)

    def _open_card_menu(self, spot: QPoint) -> None:
        self._offer(self.layouts.selected(), spot, self._show)

    def _open_drawer_menu(self, spot: QPoint) -> None:
        card = self._cards.card(self.details.wanted) if self.details.wanted is not None else None
        if card is not None:
            self._offer([card], spot)

    def _offer(self, cards: list[JobCard], spot: QPoint, open_job: Callable[[int], None] | None = None) -> None:
        if cards:
            remind = self._reminding.remind if self._reminding is not None else None
            entries = card_entries(cards, self.changes, self._desk, open_job, remind, self._more)
            open_menu(self, entries, self.mapFromGlobal(spot))

    # Wires ---------------------------------------------------------------------------------------------------

    def _wire(self) -> None:
        self._search.searched.connect(self._search_for)
        self._filter.clicked.connect(self._open_filter)
        self._switch.changed.connect(lambda key: self._cards.set_layout(Layout(key)))
        self.filters.filter_wanted.connect(self._cards.set_filter)
        self.filters.more_wanted.connect(self._filter.click)
        self.filters.cleared.connect(self._cards.show_all)
        self.layouts.nothing.show_all_wanted.connect(self._show_all)
        self.adding.added.connect(self._show_added)
        self.adding.known.connect(self._show)
        self._add.clicked.connect(lambda: self._start(self.add()))
        self.layouts.empty.acted.connect(lambda: self._start(self.add()))
        self._cards.changed.connect(self._show_counts)
        self._cards.view_changed.connect(self._show_view)
        self.layouts.open_wanted.connect(self._show)
        self.layouts.menu_wanted.connect(self._open_card_menu)
        self.details.menu_wanted.connect(self._open_drawer_menu)
        self.board.open_wanted.connect(self._show)
        self.board.move_wanted.connect(lambda *asked: self._start(self.changes.move(*asked)))
        self.board.arranging_refused.connect(self.changes.tell_sorted)
        self.board.sort_wanted.connect(lambda *asked: self._start(self.changes.sort(*asked)))
        self.board.delete_wanted.connect(lambda ids: self._start(self.changes.delete(ids)))
        self.board.clicked.connect(lambda job_id: self._show(job_id, clicked=True))
        self.layouts.current_changed.connect(self._follow)
        self.layouts.escape_pressed.connect(self._escape)
        self.layouts.selection_changed.connect(self.selection.look_soon)
        self.selection.none_wanted.connect(self.layouts.clear_selection)
        self.changes.moved.connect(self.after_moves.ask)
        self.details.close_wanted.connect(self._close_drawer)
        self.details.status_wanted.connect(self._move_from_drawer)
        self.details.neighbour_wanted.connect(self._show_neighbour)
        self._drawer.opened.connect(self._make_room)
        self._drawer.closed.connect(lambda: self._cover(0))
        paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        paste.setContext(Qt.ShortcutContext.WindowShortcut)  # also while the keyboard is in the sidebar
        paste.activated.connect(self.adding.paste)

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
        self._start(self.changes.move_to_top([job_id], status))

    def _cover(self, width: int) -> None:
        self.layouts.set_covered(width)
        self.selection.set_covered(width)

    def _make_room(self) -> None:
        self._cover(self._drawer.drawer_width())
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
            self._veil.lift(over=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._veil.lift(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.lift(over=False)
        if takes(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.adding.take(event.mimeData())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._veil.setGeometry(self.rect())
