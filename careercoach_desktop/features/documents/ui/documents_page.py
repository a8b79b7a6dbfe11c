"""Everything made or attached: found, looked at, compared with what it was, handed over as a file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from careercoach_desktop.features.documents.model import DocumentCard, DocumentRemoved, DocumentSaved
from careercoach_desktop.features.documents.ui.actions import DocumentActions
from careercoach_desktop.features.documents.ui.detail import DocumentDetail
from careercoach_desktop.features.documents.ui.document_filter import FilterLine
from careercoach_desktop.features.documents.ui.document_list import DocumentList
from careercoach_desktop.features.documents.ui.dragging import DragOut
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import (
    SEPARATOR,
    Button,
    Desk,
    DropVeil,
    EmptyState,
    Line,
    MenuEntry,
    PageHeader,
    SearchField,
    Splitter,
    column,
    dropped_files,
    open_menu,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.documents.service import (
        AttachmentService,
        DocumentService,
        HandingService,
        SightService,
    )
    from careercoach_desktop.features.resumes.service import ExportService

_LIST_WIDTH = 372


class DocumentsPage(QWidget):
    def __init__(
        self,
        desk: Desk,
        documents: DocumentService,
        attachments: AttachmentService,
        handing: HandingService,
        sights: SightService,
        exports: ExportService,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._documents = documents
        self._all: list[DocumentCard] = []
        self._found: frozenset[int] | None = None
        self._wanted: int | None = None
        self._loads = 0
        self.document_actions = DocumentActions(desk, documents, attachments, handing, exports, self)
        self._search = SearchField("Search documents")
        self._search.searched.connect(lambda text: desk.start(self._find(text), owner=self))
        self._attach = Button("Attach files", icon="paperclip")
        self._attach.clicked.connect(self._choose_files)
        header = PageHeader("Documents")
        header.add_action(self._search, self._attach)
        self.filter = FilterLine()
        self.filter.changed.connect(self._show_filtered)
        self.list = DocumentList()
        self.drag = DragOut(desk, handing, self.list)
        self.detail = DocumentDetail(desk, documents, sights, self.document_actions)
        self._stack = QStackedWidget()
        self._empty = EmptyState(
            "folder-open",
            "Certificates, references, portfolios: drop any file here. What you tailor and write for a job joins them, "
            "with every version.",
            action="Attach files",
            link="Go to Jobs",
        )
        self._no_match = EmptyState("magnifying-glass", "No document matches.", action="Show all")
        self._both = Splitter(self.list, self.detail, remember="documents.divided")
        for each in (QWidget(), self._empty, self._no_match, self._both):
            self._stack.addWidget(each)
        self.list.setMinimumWidth(260)
        self._both.setSizes([_LIST_WIDTH, 10_000])
        self._both.setStretchFactor(1, 1)
        self._line = Line()
        self.setLayout(column(header, self.filter, self._line, self._stack, spacing=0))
        self._veil = DropVeil(self, "Let go to attach it")
        self.setAcceptDrops(True)
        self._connect()

    def _connect(self) -> None:
        self._empty.acted.connect(self._choose_files)
        self._empty.link_followed.connect(lambda: self._desk.open("jobs"))
        self._no_match.acted.connect(self.show_all)
        self.list.chosen.connect(self.detail.show_card)
        self.list.pressed_on.connect(self.drag.prepare)
        self.list.drag_wanted.connect(self.drag.begin)
        self.list.menu_wanted.connect(self._open_menu)
        self.list.opened.connect(lambda _card: self.detail.setFocus(Qt.FocusReason.OtherFocusReason))
        self.detail.more_wanted.connect(lambda button: self._open_menu(button.mapToGlobal(QPoint(0, button.height()))))
        for event in (DocumentSaved, DocumentRemoved):
            self._desk.on(event, self._when_changed, owner=self)
        self._desk.on(ChangedElsewhere, self._when_changed, owner=self)
        keys = {
            QKeySequence(Qt.Key.Key_Delete): self._remove,
            QKeySequence(Qt.Key.Key_F2): self._rename,
            QKeySequence(QKeySequence.StandardKey.Copy): self._copy,
            QKeySequence(QKeySequence.StandardKey.Paste): self._paste,
        }
        for key, run in keys.items():
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    # --- showing -----------------------------------------------------------------------------------------------

    def open_record(self, record: int | None) -> None:
        """Called by navigation."""
        if record is not None:
            self._wanted = record
            self.filter.reset()
            self._search.clear()
        self._reload()

    def focus_search(self) -> None:
        """Ctrl+F."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_all(self) -> None:
        self._search.clear()
        self._found = None
        self.filter.reset()

    def _when_changed(self, _event: object) -> None:
        if self.isVisible():  # otherwise it is loaded when it comes to the front
            self._reload()

    def _reload(self) -> None:
        self._desk.start(self._load(), owner=self)

    async def _load(self) -> None:
        self._loads += 1
        load = self._loads
        cards = await self._desk.run(self._documents.cards)
        text = self._search.text().strip()
        found = await self._desk.run(self._documents.matching, text) if text else None
        if load != self._loads:
            return
        self._all, self._found = cards, found
        self.filter.offer(cards)
        self._show_filtered()

    async def _find(self, text: str) -> None:
        text = text.strip()
        found = await self._desk.run(self._documents.matching, text) if text else None
        if text == self._search.text().strip():
            self._found = found
            self._show_filtered()

    def _show_filtered(self) -> None:
        cards = self.filter.wanted(self._found).of(self._all)
        for each in (self.filter, self._line, self._search):
            each.setVisible(bool(self._all))
        if cards:
            self._stack.setCurrentWidget(self._both)
        else:
            self._stack.setCurrentWidget(self._no_match if self._all else self._empty)
        current = self.list.current()
        choose = self._wanted if self._wanted is not None else (current.id if current else None)
        if choose == self._wanted and any(card.id == choose for card in cards):
            self._wanted = None  # else it is shown as soon as it is here
        self.list.show_cards(cards, choose)

    # --- acting ------------------------------------------------------------------------------------------------

    def _selected(self) -> list[DocumentCard]:
        current = self.list.current()
        return self.list.selected() or ([current] if current else [])

    def _choose_files(self) -> None:
        self._desk.start(self._attach_chosen(), owner=self)

    async def _attach_chosen(self) -> None:
        await self._show_attached(await self.document_actions.choose_and_attach())

    async def _show_attached(self, document_id: int | None) -> None:
        if document_id is not None:
            self._wanted = document_id
            await self._load()

    def _rename(self) -> None:
        if (card := self.list.current()) is not None:
            self._desk.start(self.document_actions.rename(card), owner=self)

    def _remove(self) -> None:
        cards = self._selected()
        self.list.clearSelection()  # a second press before the list is new finds nothing to remove
        self.list.setCurrentIndex(self.list.documents.index(-1))
        if cards:
            self._desk.start(self.document_actions.remove(cards), owner=self)

    def _copy(self) -> None:
        if cards := self._selected():
            self._desk.start(self.drag.copy(cards), owner=self)

    def _paste(self) -> None:
        if files := dropped_files(QApplication.clipboard().mimeData()):
            self._desk.start(self._attach_files(files), owner=self)

    async def _attach_files(self, files: Sequence[Path]) -> None:
        await self._show_attached(await self.document_actions.attach(files))

    def _tag(self, cards: list[DocumentCard]) -> None:
        known = list(dict.fromkeys(tag for card in self._all for tag in card.tags))
        self._desk.start(self.document_actions.tag(cards, known), owner=self)

    def _open_menu(self, spot: QPoint) -> None:
        cards = self._selected()
        if not cards:
            return
        entries: list[object] = []
        version = self.detail.version
        if len(cards) == 1 and version is not None:
            entries += self.document_actions.entries(cards[0], version)
            entries += (
                [SEPARATOR, *types, SEPARATOR]
                if (types := self.document_actions.type_entries(cards[0]))
                else [SEPARATOR]
            )
        copy = "Copy the file" if len(cards) == 1 else f"Copy {len(cards)} files"
        remove = "Remove" if len(cards) == 1 else f"Remove {len(cards)} documents"
        entries += [
            MenuEntry("Tags…", partial(self._tag, cards), "tag"),
            MenuEntry(copy, self._copy, "copy", "Ctrl+C"),
            SEPARATOR,
            MenuEntry(remove, self._remove, "trash", "Del", danger=True),
        ]
        open_menu(self, entries, self.mapFromGlobal(spot))  # type: ignore[arg-type]  # entries and separators

    # --- files from outside ------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()) and event.source() is None:
            event.acceptProposedAction()
            self._veil.lift(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._veil.lift(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.lift(over=False)
        files = dropped_files(event.mimeData())
        if files and event.source() is None:
            event.acceptProposedAction()
            self._desk.start(self._attach_files(files), owner=self)
