"""The face of documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.feature import Feature, Keys, Page, Provider
from careercoach_desktop.foundation.storage.search.model import SearchEntry, SearchSource

if TYPE_CHECKING:
    from careercoach_desktop.features.documents.service import AttachmentService, DocumentService
    from careercoach_desktop.features.documents.ui.documents_panel import DocumentsPanel
    from careercoach_desktop.foundation.terminal.commands import CommandLine


WRITERS = "documents.writers"
"""Pairs of a document type and a ``Writer``: how what a higher feature makes becomes a file."""


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.documents.service import (
        AttachmentService,
        DocumentService,
        HandingService,
        SightService,
    )
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.resumes.service import ExportService
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    provider.offer(
        DocumentService,
        lambda: DocumentService(provider.get(Database), provider.get(JobService)),
    )
    provider.offer(
        AttachmentService,
        lambda: AttachmentService(provider.get(Database), provider.get(TaskQueue)),
    )
    provider.offer(
        HandingService,
        lambda: HandingService(
            provider.get(DocumentService),
            provider.get(AttachmentService),
            provider.get(ExportService),
            lambda: _writers(provider),
        ),
    )
    provider.offer(
        SightService,
        lambda: SightService(
            provider.get(DocumentService),
            provider.get(AttachmentService),
            provider.get(ExportService),
            provider.get(ChildProcess),
        ),
    )
    provider.get(AttachmentService)  # registers its task kind before the queue starts


def _writers(provider: Provider) -> dict[Any, Any]:
    return dict(provider.filled(WRITERS))


def _page(provider: Provider) -> Any:
    from careercoach_desktop.features.documents.service import (
        AttachmentService,
        DocumentService,
        HandingService,
        SightService,
    )
    from careercoach_desktop.features.documents.ui.documents_page import DocumentsPage
    from careercoach_desktop.features.resumes.service import ExportService
    from careercoach_desktop.foundation.uikit import Desk

    return DocumentsPage(
        provider.get(Desk),
        provider.get(DocumentService),
        provider.get(AttachmentService),
        provider.get(HandingService),
        provider.get(SightService),
        provider.get(ExportService),
    )


def _service(provider: Provider) -> DocumentService:
    from careercoach_desktop.features.documents.service import DocumentService

    return provider.get(DocumentService)


def _attachments(provider: Provider) -> AttachmentService:
    from careercoach_desktop.features.documents.service import AttachmentService

    return provider.get(AttachmentService)


def _drawer_panel(provider: Provider) -> object:
    from careercoach_desktop.features.jobs.ui import DrawerPanel
    from careercoach_desktop.foundation.uikit import Desk

    def build() -> DocumentsPanel:
        from careercoach_desktop.features.documents.ui.documents_panel import DocumentsPanel

        return DocumentsPanel(provider.get(Desk), provider.later(_service), provider.later(_attachments))

    return DrawerPanel("documents", "Documents", 60, build)


def _enclosures(provider: Provider) -> object:
    return _service(provider).enclosures


def _search_entries(session: Any, after: int, limit: int) -> Sequence[SearchEntry]:
    from careercoach_desktop.features.documents.store import search_entries

    return search_entries(session, after, limit)


def _commands(line: CommandLine) -> None:
    from careercoach_desktop.features.documents.cli import add_commands

    add_commands(line)


FEATURE = Feature(
    "documents",
    _install,
    pages=(Page("documents", "Documents", "folder-open", 40, _page),),
    slots=(WRITERS,),
    commands=_commands,
    fills={"jobs.drawer": _drawer_panel, "jobs.enclosures": _enclosures},
    keys=(
        Keys("Among documents", ("Del",), "Remove the documents"),
        Keys("Among documents", ("F2",), "Rename the document"),
        Keys("Among documents", ("Ctrl+C",), "Copy the files, to paste them into a folder or an e-mail"),
        Keys("Among documents", ("Ctrl+V",), "Attach the files on the clipboard"),
    ),
    searches=(SearchSource("document", "Documents", "folder-open", "documents", _search_entries, version=2),),
)
