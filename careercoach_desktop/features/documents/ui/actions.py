"""What can be done with documents from a menu, a button or a key; all of it can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.documents.model import DocumentCard, DocumentType, DocumentVersion
from careercoach_desktop.features.documents.ui.attaching import attach_files
from careercoach_desktop.features.documents.ui.dialogs import JobDialog, TagsDialog, TitleDialog
from careercoach_desktop.features.documents.ui.export import export_version
from careercoach_desktop.features.documents.ui.words import TYPE_WORDS
from careercoach_desktop.foundation.uikit import Desk, MenuEntry

if TYPE_CHECKING:
    from careercoach_desktop.features.documents.service import AttachmentService, DocumentService, HandingService
    from careercoach_desktop.features.resumes.service import ExportService


class DocumentActions:
    """``page`` is what dialogs stand on."""

    def __init__(
        self,
        desk: Desk,
        documents: DocumentService,
        attachments: AttachmentService,
        handing: HandingService,
        exports: ExportService,
        page: QWidget,
    ) -> None:
        self._desk = desk
        self._documents = documents
        self._attachments = attachments
        self._handing = handing
        self._exports = exports
        self._page = page

    # --- adding --------------------------------------------------------------------------------------------------

    async def choose_and_attach(self, job_id: int | None = None) -> int | None:
        """Ask for files and attach them; the document to show then."""
        return await self.attach(await self._desk.choose_files("Attach files"), job_id)

    async def attach(self, paths: Sequence[Path], job_id: int | None = None) -> int | None:
        """As ``attach_files``."""
        return await attach_files(self._desk, self._documents, self._attachments, paths, job_id)

    async def attach_version(self, card: DocumentCard) -> None:
        """Ask for a newer file of the document."""
        for path in (await self._desk.choose_files(f"A newer file of “{card.title}”"))[:1]:
            made = await self._desk.work(self._attachments.attach_version, card.id, path)
            self._desk.toast("That is the file you have." if made.known else f"“{card.title}” has a new version.")

    # --- changing ------------------------------------------------------------------------------------------------

    async def rename(self, card: DocumentCard) -> None:
        dialog = TitleDialog(card.title, self._page)
        if await dialog.answer() == "title" and dialog.title != card.title:
            title = dialog.title
            before = await self._desk.run(self._documents.rename, card.id, title)
            self._remember("renamed a document", self._documents.rename, card.id, before, title)

    async def retype(self, card: DocumentCard, kind: DocumentType) -> None:
        before = await self._desk.run(self._documents.retype, card.id, kind)
        self._remember("changed what a document is", self._documents.retype, card.id, before, kind)

    async def assign(self, card: DocumentCard, job_id: int | None) -> None:
        before = await self._desk.run(self._documents.assign, card.id, job_id)
        self._remember("changed a document’s job", self._documents.assign, card.id, before, job_id)

    async def tag(self, cards: Sequence[DocumentCard], known: Sequence[str]) -> None:
        dialog = TagsDialog(cards, known, self._page)
        if await dialog.answer() != "tags":
            return
        wanted = {card.id: dialog.tags_for(card) for card in cards}
        before = await self._desk.run(self._documents.set_tags, wanted)
        self._desk.undo.push(
            "changed tags",
            lambda: self._desk.run(self._documents.set_tags, before),
            lambda: self._desk.run(self._documents.set_tags, wanted),
        )

    async def choose_job(self, card: DocumentCard) -> None:
        """Ask for which job it is; any, or none."""
        jobs = await self._desk.run(self._documents.jobs)
        dialog = JobDialog(jobs, card.job_id, self._page)
        if await dialog.answer() == "job" and dialog.job_id != card.job_id:
            await self.assign(card, dialog.job_id)

    def _remember(self, label: str, verb: Callable[..., object], document_id: int, before: object, now: object) -> None:
        self._desk.undo.push(
            label,
            lambda: self._desk.run(verb, document_id, before),
            lambda: self._desk.run(verb, document_id, now),
        )

    async def restore(self, version: DocumentVersion) -> None:
        """The old version once more, on top; the ones between stay."""
        made = await self._desk.run(self._documents.restore, version.id)
        self._desk.toast(f"Version {version.number} is back, as version {made.number}.")

    async def remove(self, cards: Sequence[DocumentCard]) -> None:
        ids = [card.id for card in cards]

        async def remove() -> None:
            for document_id in ids:
                await self._desk.run(self._documents.remove, document_id)

        async def bring_back() -> None:
            for document_id in ids:
                await self._desk.run(self._documents.bring_back, document_id)

        await remove()
        what = "Document removed" if len(ids) == 1 else f"{len(ids)} documents removed"
        change = self._desk.undo.push(
            "removed a document" if len(ids) == 1 else "removed documents", bring_back, remove
        )
        self._desk.offer_undo(what, change)

    # --- handing over ----------------------------------------------------------------------------------------------

    async def hand_over(self, card: DocumentCard, version: DocumentVersion) -> None:
        """A résumé made here through the export dialog; anything else as the file it is."""
        if version.file is None and card.type is DocumentType.RESUME:
            await export_version(self._desk, self._documents, self._exports, version.id, self._page)
            return
        file = await self._desk.work(self._handing.file, version.id)
        target = await self._desk.choose_save("Save a copy", file.name)
        if target is not None:
            await self._desk.work(self._handing.save, version.id, target)
            self._desk.toast(
                f"Saved as “{target.name}”.", action="Show in folder", on_action=lambda: self._desk.reveal(target)
            )

    async def open_outside(self, version: DocumentVersion) -> None:
        """In the system's own program, as a copy: what is kept here stays as it is."""
        (path,) = await self._desk.work(self._handing.lay_out, [version.id])
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._desk.toast("No program here opens this kind of file.", tone="warn")

    # --- offering --------------------------------------------------------------------------------------------------

    def entries(self, card: DocumentCard, version: DocumentVersion) -> list[MenuEntry]:
        """What only makes sense for one document."""
        start = self._desk.start
        made = [MenuEntry("Rename…", lambda: start(self.rename(card)), "pencil-simple", "F2")]
        made.append(MenuEntry("For which job…", lambda: start(self.choose_job(card)), "briefcase"))
        if card.file is not None:
            made.append(MenuEntry("Attach a newer file…", lambda: start(self.attach_version(card)), "file-plus"))
            made.append(MenuEntry("Open", lambda: start(self.open_outside(version)), "arrow-square-out"))
        if card.job_id is not None:
            job_id = card.job_id
            made.append(MenuEntry("Show the job", lambda: self._desk.open("jobs", job_id), "arrow-right"))
        return made

    def type_entries(self, card: DocumentCard) -> list[MenuEntry]:
        """What an attached file can be said to be."""

        def entry(kind: DocumentType, words: str) -> MenuEntry:
            return MenuEntry(words, lambda: self._desk.start(self.retype(card, kind)), checked=kind is card.type)

        return [entry(kind, words) for kind, words in TYPE_WORDS.items()] if card.file is not None else []
