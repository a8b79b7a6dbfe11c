"""The drawer's Documents tab: what was made for this job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.documents.model import DocumentRemoved, DocumentSaved
from careercoach_desktop.features.documents.ui.document_row import DocumentRow
from careercoach_desktop.features.jobs.model import Job
from careercoach_desktop.foundation.uikit import Desk, Scroll, Space, Text, clear, column

if TYPE_CHECKING:
    from careercoach_desktop.features.documents.service import DocumentService


class DocumentsPanel(QWidget):
    def __init__(self, desk: Desk, documents: DocumentService) -> None:
        super().__init__()
        self._desk = desk
        self._documents = documents
        self._job: Job | None = None
        self._body = column(spacing=8, margins=(Space.XL, Space.L, Space.XL, Space.XL))
        self.setLayout(column(Scroll(column(self._body, spacing=0), "Documents")))
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
            words = "Nothing saved for this job yet. A résumé you tailor and save appears here."
            self._body.addWidget(Text(words, tone="second", wrap=True))
        for card in cards:
            shown = DocumentRow(card)
            for pressed in (shown.clicked, shown.opened):
                pressed.connect(lambda document_id=card.id: self._desk.open("documents", document_id))
            self._body.addWidget(shown)
        self._body.addStretch(1)
