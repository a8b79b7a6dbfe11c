"""Every résumé at a glance: drop files anywhere, find, open, choose the primary one, act on one or on several."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.resumes.model import (
    ReadingState,
    ResumeCard,
    ResumeChanged,
    ResumeImported,
    ResumeRead,
    ResumeRemoved,
)
from careercoach_desktop.features.resumes.ui.actions import PageWay, ResumeAction, ResumeActions
from careercoach_desktop.features.resumes.ui.file_card import ResumeFileCard
from careercoach_desktop.features.resumes.ui.importing import Importing
from careercoach_desktop.features.resumes.ui.selection_actions import SelectionActions
from careercoach_desktop.features.resumes.ui.selection_filter import TagFilter, WordFilter, tags_of
from careercoach_desktop.features.resumes.ui.selection_host import SelectionHost
from careercoach_desktop.features.resumes.ui.words import ACCEPTED, FILE_FILTERS, counted, is_doubted
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.tasks.model import TaskChanged, TaskState
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Desk,
    DropVeil,
    DropZone,
    EmptyState,
    FlowLayout,
    MenuEntry,
    PageHeader,
    Scroll,
    Space,
    column,
    dropped_files,
    holder,
    open_menu,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import ExportService, ResumeService


class ResumesPage(QWidget):
    """``open_record(id)`` shows the page with that résumé's card in focus."""

    def __init__(
        self,
        desk: Desk,
        resumes: ResumeService,
        exports: ExportService,
        further: Sequence[ResumeAction] = (),
        doors: Sequence[PageWay] = (),
    ) -> None:
        super().__init__()
        self._desk = desk
        self._resumes = resumes
        self._actions = ResumeActions(desk, resumes, exports, self, further)
        self._cards: dict[int, ResumeFileCard] = {}
        self._all: list[ResumeCard] = []
        self._wanted: int | None = None
        self._turn = asyncio.Lock()
        self._asked = self._answered = 0
        self._header = PageHeader("Résumés")
        self._add = Button("Add résumé", "primary", icon="plus")
        self._add.clicked.connect(self._open_adding)
        self._words = WordFilter()
        self._words.searched.connect(self._search)
        self._words.hide()
        self._doors = [self._door(each) for each in doors]
        self._header.add_action(self._words, *self._doors, self._add)
        self._tags = TagFilter()
        self._tags.changed.connect(self._show_filtered)
        self._flow = FlowLayout(Space.M)
        self._flow.setContentsMargins(Space.XL, Space.XS, Space.XL, Space.XL)
        ground = holder(self._flow)
        self._grid = Scroll(ground, "Résumés")
        several = SelectionActions(desk, resumes, exports, self)
        self.selecting = SelectionHost(desk, several, self, ground, lambda: self._cards, self._known_tags)
        self._empty = self._make_empty()
        self._no_match = EmptyState("magnifying-glass", "No résumé matches.", action="Show all")
        self._no_match.acted.connect(self.show_all)
        self._trouble = EmptyState("warning", "Your résumés could not be shown. Nothing of them was changed.",
                                   action="Try again")  # fmt: skip
        self._trouble.acted.connect(lambda: desk.start(self._load(), owner=self))
        self._stack = QStackedWidget()
        for each in (QWidget(), self._grid, self._empty, self._no_match, self._trouble):
            self._stack.addWidget(each)
        self.importing = Importing(desk, resumes, self._actions, self)
        lines = (self._header, self.importing.line, self._tags, self._stack, self.selecting.bar)
        self.setLayout(column(*lines, spacing=0))
        desk.keep_clear(self.selecting.bar)
        self._veil = DropVeil(self, "Let go to add it to your résumés")
        self.setAcceptDrops(True)
        for kind in (ResumeImported, ResumeChanged, ResumeRemoved, ChangedElsewhere):
            desk.on(kind, self._reload, owner=self)
        desk.on(ResumeRead, self._on_read, owner=self)
        desk.on(TaskChanged, self._on_task, owner=self)
        desk.start(self._load(), owner=self)

    def _door(self, way: PageWay) -> Button:
        button = Button(way.text, "ghost", icon=way.icon)
        button.clicked.connect(lambda: self._desk.open(way.page))
        button.hide()  # until it is known what there is
        return button

    # --- showing -----------------------------------------------------------------------------------------------

    def open_record(self, record: int | None) -> None:
        """Called by navigation."""
        self._wanted = record
        self._desk.start(self._load(), owner=self)

    def cards(self) -> list[ResumeFileCard]:
        """The cards in the order they are shown."""
        return list(self._cards.values())

    async def _reload(self, _event: object) -> None:
        if self.isVisible():  # navigation loads the page when it comes into view
            await self._load()

    async def _load(self) -> None:
        """Show what there is. Of many who ask while it is being looked up (an import), one looks again for all."""
        self._asked += 1
        mine = self._asked
        async with self._turn:
            if self._answered < mine:
                asked = self._asked
                await self._load_once()
                self._answered = asked

    async def _load_once(self) -> None:
        try:
            cards = await self._desk.run(self._resumes.cards)
            if words := self._words.words:
                self._words.tell(words, await self._desk.work(self._resumes.find, words))
        except UserError:
            if not self._all:
                self._stack.setCurrentWidget(self._trouble)
            raise
        self._show(cards)
        await self._desk.run(self._resumes.redraw_pictures)

    def _show(self, cards: Sequence[ResumeCard]) -> None:
        self._all = list(cards)
        if any(card.id == self._wanted and not self._passes(card) for card in cards):
            self._forget_filters()  # somebody comes here for a résumé that is filtered out
        self._tags.show_tags(cards)
        self._show_filtered()

    def _show_filtered(self) -> None:
        cards = [card for card in self._all if self._passes(card)]
        there = {card.id for card in cards}
        for gone in [resume_id for resume_id in self._cards if resume_id not in there]:
            widget = self._cards.pop(gone)
            self._flow.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        if [card.id for card in cards] != list(self._cards):
            self._arrange(cards)
        for card in cards:
            if self._cards[card.id].card != card:
                self._cards[card.id].show_card(card)
        self.selecting.show([card.id for card in cards])
        total, shown = len(self._all), len(cards)
        self._header.set_subtitle("" if not total else str(total) if shown == total else f"{shown} of {total}")
        for each in (self._add, self._words, *self._doors):
            each.setVisible(bool(total))
        self._stack.setCurrentWidget(self._grid if cards else self._no_match if total else self._empty)
        if self._wanted in self._cards:
            self._cards[self._wanted].setFocus(Qt.FocusReason.OtherFocusReason)
            self._wanted = None

    # --- finding -----------------------------------------------------------------------------------------------

    def focus_search(self) -> None:
        """Called by Ctrl+F."""
        if self._words.isVisible():
            self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._words.selectAll()

    def show_all(self) -> None:
        """Take every filter away."""
        self._forget_filters()
        self._show_filtered()

    def _search(self, _words: str) -> None:
        self._desk.start(self._load(), owner=self)

    def _passes(self, card: ResumeCard) -> bool:
        return self._tags.passes(card) and self._words.passes(card)

    def _forget_filters(self) -> None:
        self._tags.reset()
        self._words.clear()

    def _known_tags(self) -> list[str]:
        return tags_of(self._all)

    def _arrange(self, cards: Sequence[ResumeCard]) -> None:
        """New cards at their place; those that are there keep their widget (and the keyboard)."""
        before = self._cards
        self._cards = {}
        for card in cards:
            widget = before.get(card.id)
            if widget is None:
                widget = ResumeFileCard(card)
                widget.asked.connect(partial(self._on_asked, card.id))
                widget.arrow_pressed.connect(partial(self._go_beside, card.id))
                widget.menu_requested.connect(partial(self._open_menu, card.id))
            else:
                self._flow.removeWidget(widget)
            self._cards[card.id] = widget
            self._flow.addWidget(widget)
        for one, other in zip(self.cards(), self.cards()[1:], strict=False):
            QWidget.setTabOrder(one.menu_anchor(), other)

    def _make_empty(self) -> QWidget:
        hint = f"{ACCEPTED}. It stays on this computer."
        zone = DropZone("Drop your résumé here", hint=hint, button="Choose a file")
        zone.button.set_kind("primary")
        zone.setFixedSize(600, 260)
        zone.dropped.connect(self.add_files)
        zone.browse_requested.connect(self.browse)
        write = Button("Write a new one", "link", icon="note-pencil")
        write.clicked.connect(self.write_new)
        return holder(column(STRETCH, row(STRETCH, zone, STRETCH), row(STRETCH, write, STRETCH), STRETCH, STRETCH,
                             spacing=Space.L))  # fmt: skip

    def _go_beside(self, resume_id: int, key: int, held: bool) -> None:
        """The arrow keys go from card to card; with Shift held what they pass is selected."""
        cards = self.cards()
        at = cards.index(self._cards[resume_id])
        in_line = max(1, sum(card.y() == cards[0].y() for card in cards))
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -in_line, Qt.Key.Key_Down: in_line}
        to = at + step[Qt.Key(key)]
        if 0 <= to < len(cards):
            cards[to].setFocus(Qt.FocusReason.TabFocusReason)
            self._grid.ensureWidgetVisible(cards[to])
            if held:
                self.selecting.selection.extend(cards[to].card.id, start=resume_id)

    # --- adding ------------------------------------------------------------------------------------------------

    def browse(self) -> None:
        """Let the person choose files."""
        self._desk.start(self._choose(), owner=self)

    async def _choose(self) -> None:
        files = await self._desk.choose_files("Add résumés", FILE_FILTERS)
        if files:
            self.add_files(files)

    def write_new(self) -> None:
        """Begin a résumé here instead of adding a file."""
        self._desk.start(self._actions.write_new(), owner=self)

    def _open_adding(self) -> None:
        entries = [
            MenuEntry("Choose files…", self.browse, icon="file-arrow-up"),
            MenuEntry("Write a new one", self.write_new, icon="note-pencil"),
        ]
        open_menu(self._add, entries)

    def add_files(self, files: Sequence[Path]) -> None:
        """Import files and what is in folders; each that fails says why, the others go on."""
        self.importing.add(files)

    def _on_read(self, event: ResumeRead) -> None:
        self._desk.start(self._announce(event.resume_id), owner=self)

    async def _announce(self, resume_id: int) -> None:
        await self._load()
        card = self._cards.get(resume_id)
        if card is None or card.card.state is not ReadingState.READ or not self.isVisible():
            return
        if self.importing.covers(resume_id):
            return
        if is_doubted(card.card):
            self._desk.toast(
                card.card.problem,
                action="Type it in",
                on_action=lambda: self._desk.open("resumes.check", resume_id),
                tone="warn",
            )
            return
        said = self._desk.toast(
            f"Read {counted(card.card.fields, 'field')} from {card.card.file_name}",
            action="Check",
            on_action=lambda: self._desk.open("resumes.check", resume_id),
            tone="good",
        )
        if said is not None:  # whoever goes there another way need not be shown it
            said.about = ("resumes.check", resume_id)
            self._desk.open_requested.connect(said.leave_at)

    def _on_task(self, event: TaskChanged) -> None:
        task = event.task
        if task.state is TaskState.RUNNING and task.subject.startswith("resume:"):
            card = self._cards.get(int(task.subject.removeprefix("resume:")))
            if card is not None:
                card.show_progress(task.progress, task.note)

    # --- actions -----------------------------------------------------------------------------------------------

    def _on_asked(self, resume_id: int, what: str) -> None:
        card = self._cards[resume_id]
        if self.selecting.wants(resume_id, what):
            return
        if what == "menu":
            open_menu(card.menu_anchor(), self._actions.menu(card.card, self._known_tags))
        else:
            self._actions.do("open" if what == "click" else what, card.card)

    def _open_menu(self, resume_id: int, at: QPoint) -> None:
        """A right click, or the menu key, on a card."""
        card = self._cards[resume_id]
        several = self.selecting.menu(resume_id)
        open_menu(card, several or self._actions.menu(card.card, self._known_tags), at)

    # --- dropping ----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self._veil.lift(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._veil.lift(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.lift(over=False)
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.add_files(files)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._veil.setGeometry(self.rect())
