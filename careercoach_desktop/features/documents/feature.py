"""The face of documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.feature import Feature, Keys, Page, Provider
from careercoach_desktop.foundation.storage.search.model import SearchEntry, SearchSource

if TYPE_CHECKING:
    from careercoach_desktop.features.documents.service import DocumentService
    from careercoach_desktop.features.documents.ui.documents_panel import DocumentsPanel


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.documents.service import DocumentService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.foundation.storage.database import Database

    provider.offer(
        DocumentService,
        lambda: DocumentService(provider.get(Database), provider.get(JobService)),
    )


def _page(provider: Provider) -> Any:
    from careercoach_desktop.features.documents.service import DocumentService
    from careercoach_desktop.features.documents.ui.documents_page import DocumentsPage
    from careercoach_desktop.features.resumes.service import ExportService
    from careercoach_desktop.foundation.uikit import Desk

    return DocumentsPage(provider.get(Desk), provider.get(DocumentService), provider.get(ExportService))


def _service(provider: Provider) -> DocumentService:
    from careercoach_desktop.features.documents.service import DocumentService

    return provider.get(DocumentService)


def _drawer_panel(provider: Provider) -> object:
    from careercoach_desktop.features.jobs.ui import DrawerPanel
    from careercoach_desktop.foundation.uikit import Desk

    def build() -> DocumentsPanel:
        from careercoach_desktop.features.documents.ui.documents_panel import DocumentsPanel

        return DocumentsPanel(provider.get(Desk), provider.later(_service))

    return DrawerPanel("documents", "Documents", 60, build)


def _enclosures(provider: Provider) -> object:
    return _service(provider).enclosures


def _search_entries(session: Any, after: int, limit: int) -> Sequence[SearchEntry]:
    from careercoach_desktop.features.documents.store import search_entries

    return search_entries(session, after, limit)


FEATURE = Feature(
    "documents",
    _install,
    pages=(Page("documents", "Documents", "folder-open", 40, _page),),
    fills={"jobs.drawer": _drawer_panel, "jobs.enclosures": _enclosures},
    keys=(Keys("Among documents", ("Del",), "Remove the document"),),
    searches=(SearchSource("document", "Documents", "folder-open", "documents", _search_entries),),
)
