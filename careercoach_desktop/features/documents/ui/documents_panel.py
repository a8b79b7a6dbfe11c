"""The drawer's Documents tab: what was made or attached for this job, and a place to attach more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.documents.model import DocumentCard, DocumentRemoved, DocumentSaved
from careercoach_desktop.features.documents.ui.attaching import attach_files
from careercoach_desktop.features.documents.ui.words import detail_words
from careercoach_desktop.features.jobs.model import Job
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    ClickCard,
    Desk,
    Scroll,
    Space,
    Text,
    clear,
    column,
    dropped_files,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.documents.service import AttachmentService, DocumentService


class DocumentsPanel(QWidget):
    def __init__(self, desk: Desk, documents: DocumentService, attachments: AttachmentService) -> None:
        super().__init__()
        self._desk = desk
        self._documents = documents
        self._attachments = attachments
        self._job: Job | None = None
        self._body = column(spacing=8)
        self.attach = Button("Attach a file", icon="paperclip", compact=True)
        self.attach.clicked.connect(lambda: desk.start(self._choose(), owner=self))
        whole = column(self._body, row(self.attach, STRETCH), spacing=Space.M,
                       margins=(Space.XL, Space.L, Space.XL, Space.XL))  # fmt: skip
        whole.addStretch(1)
        self.setLayout(column(Scroll(column(whole, spacing=0), "Documents")))
        self.setAcceptDrops(True)
        for event in (DocumentSaved, DocumentRemoved):
            desk.on(event, lambda _event: self._reload(), owner=self)

    def show_job(self, job: Job) -> None:
        self._job = job
        self._reload()

    def _reload(self) -> None:
        if self._job is not None:
            self._desk.start(self._load(self._job), owner=self)

    async def _load(self, job: Job) -> None:
        cards = [card for card in await self._desk.run(self._documents.cards) if card.job_id == job.id]
        if self._job is not job:
            return
        clear(self._body)
        if not cards:
            words = "Nothing saved for this job yet. What you tailor and write for it appears here."
            self._body.addWidget(Text(words, tone="second", wrap=True))
        for card in cards:
            self._body.addWidget(self._shown(card))

    def _shown(self, card: DocumentCard) -> ClickCard:
        made = ClickCard(card.title)
        made.add(
            column(
                Text(card.title, weight=600, elide=True),
                Text(detail_words(card), size=12, tone="third", elide=True),
                spacing=2,
            )
        )
        for pressed in (made.clicked, made.opened):
            pressed.connect(lambda: self._desk.open("documents", card.id))
        return made

    async def _choose(self) -> None:
        await self._attach(await self._desk.choose_files("Attach files"))

    async def _attach(self, paths: Sequence[Path]) -> None:
        if self._job is not None:
            await attach_files(self._desk, self._documents, self._attachments, paths, self._job.id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if files := dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self._desk.start(self._attach(files), owner=self)
