"""Everything made, newest first, with the chosen version as it would be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from careercoach_desktop.features.documents.model import (
    DocumentCard,
    DocumentRemoved,
    DocumentSaved,
    DocumentVersion,
)
from careercoach_desktop.features.documents.ui.document_row import DocumentRow
from careercoach_desktop.features.documents.ui.export import export_version
from careercoach_desktop.features.resumes.model import ResumeStyle
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    ComboButton,
    Desk,
    EmptyState,
    IconButton,
    ImagePages,
    Line,
    PageHeader,
    Scroll,
    Text,
    clear,
    moment_words,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.documents.service import DocumentService
    from careercoach_desktop.features.resumes.picture import PreviewPage
    from careercoach_desktop.features.resumes.service import ExportService

_LIST_WIDTH = 340
_PICTURE_WIDTH = 1240
"""How a version is shown; the export dialog offers the others."""


class DocumentsPage(QWidget):
    def __init__(self, desk: Desk, documents: DocumentService, exports: ExportService) -> None:
        super().__init__()
        self._desk = desk
        self._documents = documents
        self._exports = exports
        self._chosen: int | None = None
        self._version: DocumentVersion | None = None
        self._rows: list[DocumentRow] = []
        self._pictures: tuple[PreviewPage, ...] = ()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._full())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(PageHeader("Documents", line=True))
        layout.addWidget(self._stack, 1)
        for event in (DocumentSaved, DocumentRemoved):
            desk.on(event, lambda _event: self._reload(), owner=self)
        desk.on(ChangedElsewhere, lambda _event: self._catch_up(), owner=self)
        remove = QShortcut(QKeySequence(Qt.Key.Key_Delete), self)
        remove.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        remove.activated.connect(self._remove)

    def open_record(self, record: int | None) -> None:
        if record is not None:
            self._chosen = record
        self._reload()

    def _empty(self) -> QWidget:
        empty = EmptyState(
            "folder-open", "What you tailor and save for a job appears here, with every version.", action="Go to Jobs"
        )
        empty.acted.connect(lambda: self._desk.open("jobs"))
        return empty

    def _full(self) -> QWidget:
        content = QWidget()
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(20, 16, 16, 16)
        self._list.setSpacing(8)
        scroll = Scroll(content, name="Documents")
        scroll.setFixedWidth(_LIST_WIDTH)
        self._pages = ImagePages("Preview")
        self._pages.page_wanted.connect(self._draw)
        self._versions = ComboButton([], "Version", compact=True)
        self._versions.changed.connect(lambda key: self._desk.start(self._show_version(int(key)), owner=self))
        self._score = Text("", size=12, tone="second")
        export = Button("Export", "primary", icon="download-simple", compact=True)
        export.clicked.connect(self._export)
        remove = IconButton("trash", "Remove this document")
        remove.clicked.connect(self._remove)
        bar = row(self._versions, self._score, STRETCH, remove, export, spacing=8, margins=(20, 12, 20, 12))
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(bar)
        right.addWidget(Line())
        right.addWidget(self._pages, 1)
        page = QWidget()
        both = QHBoxLayout(page)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(scroll)
        both.addWidget(Line(vertical=True))
        both.addLayout(right, 1)
        return page

    def _catch_up(self) -> None:
        if self.isVisible():  # otherwise it is loaded when it comes to the front
            self._reload()

    def _reload(self) -> None:
        self._desk.start(self._load(), owner=self)

    async def _load(self) -> None:
        cards = await self._desk.run(self._documents.cards)
        self._stack.setCurrentIndex(1 if cards else 0)
        if not cards:
            self._chosen = self._version = None
            return
        if self._chosen not in {card.id for card in cards}:
            self._chosen = cards[0].id
        self._show_list(cards)
        await self._show_document(self._chosen)

    def _show_list(self, cards: list[DocumentCard]) -> None:
        clear(self._list)
        self._rows = []
        for card in cards:
            shown = DocumentRow(card)
            shown.set_selected(card.id == self._chosen)
            for pressed in (shown.clicked, shown.opened):
                pressed.connect(lambda document_id=card.id: self._choose(document_id))
            self._rows.append(shown)
            self._list.addWidget(shown)
        self._list.addStretch(1)

    def _choose(self, document_id: int) -> None:
        self._chosen = document_id
        for shown in self._rows:
            shown.set_selected(shown.document_id == document_id)
        self._desk.start(self._show_document(document_id), owner=self)

    async def _show_document(self, document_id: int) -> None:
        versions = await self._desk.run(self._documents.versions, document_id)
        choices = [(str(version.id), _version_words(version)) for version in versions]
        self._versions.set_choices(choices)
        self._versions.set_value(choices[0][0])
        await self._show_version(versions[0].id)

    async def _show_version(self, version_id: int) -> None:
        self._version = await self._desk.run(self._documents.version, version_id)
        before, after = (self._version.details.get(key) for key in ("score_before", "score_after"))
        self._score.setText(f"match {before} → {after}" if before is not None and after is not None else "")
        saved = await self._desk.run(self._documents.saved, version_id)
        preview = await self._desk.work(self._exports.preview, saved.data, saved.style or ResumeStyle(), _PICTURE_WIDTH)
        if self._version is None or self._version.id != version_id:
            return
        self._pictures = preview.pages
        self._pages.set_pages([page.size_mm for page in preview.pages])

    def _draw(self, index: int, _width_px: int) -> None:
        self._pages.set_page(index, self._pictures[index].png)

    def _export(self) -> None:
        if self._version is not None:
            export = export_version(self._desk, self._documents, self._exports, self._version.id, self)
            self._desk.start(export, owner=self)

    def _remove(self) -> None:
        chosen, self._chosen = self._chosen, None  # a second press before the list is new finds nothing to remove
        if chosen is not None:
            self._desk.start(self._remove_document(chosen), owner=self)

    async def _remove_document(self, document_id: int) -> None:
        async def remove() -> None:
            await self._desk.run(self._documents.remove, document_id)

        async def bring_back() -> None:
            await self._desk.run(self._documents.bring_back, document_id)

        await remove()
        change = self._desk.undo.push("Remove document", bring_back, remove)
        self._desk.offer_undo("Document removed.", change)


def _version_words(version: DocumentVersion) -> str:
    return f"Version {version.number} · {moment_words(version.created)}"
