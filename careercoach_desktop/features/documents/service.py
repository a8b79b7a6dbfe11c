"""What a person can do with the things they made: keep versions, export, remove and bring back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from careercoach_desktop.features.documents.model import (
    DocumentCard,
    DocumentRemoved,
    DocumentSaved,
    DocumentType,
    DocumentVersion,
)
from careercoach_desktop.features.documents.store import DocumentStore
from careercoach_desktop.features.jobs.model import Enclosure, EnclosureKind, OfferedEnclosure, TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.storage.database import Database

_ENCLOSED = {DocumentType.RESUME: EnclosureKind.RESUME, DocumentType.COVER_LETTER: EnclosureKind.COVER_LETTER}
_STYLE = "style"
"""The detail of a version that says how it looks on paper."""


@dataclass(frozen=True)
class SavedResume:
    """A stored version, ready to be shown or set on paper; ``style`` is None until one was chosen for the document."""

    title: str
    data: ResumeData
    style: ResumeStyle | None = None


class DocumentService:
    """Verbs of the Documents page; a higher feature saves what it made through ``save_version``."""

    def __init__(self, database: Database, jobs: JobService, now: Callable[[], datetime] = utc_now) -> None:
        self._database = database
        self._jobs = jobs
        self._now = now

    def save_version(
        self,
        kind: DocumentType,
        title: str,
        content: str,
        *,
        name: str,
        details: Mapping[str, object],
        job_id: int | None = None,
        document_id: int | None = None,
    ) -> DocumentVersion:
        """A new version of ``document_id``, or of a new document when it is None."""
        with self._database.write() as unit:
            store = DocumentStore(unit.session)
            if document_id is None:
                document_id = store.add(kind, title, job_id, self._now())
            else:
                store.set_removed(document_id, None)
            version = store.add_version(document_id, name, content, details, self._now())
            unit.emit(DocumentSaved(document_id, job_id))
        return version

    def cards(self) -> list[DocumentCard]:
        """Every document, last changed first, with the job it was made for."""
        with self._database.read() as session:
            rows = DocumentStore(session).rows()
        jobs = {job.id: job for job in self._jobs.cards()}
        cards = []
        for row, newest in rows:
            job = jobs.get(row.job_id) if row.job_id is not None else None
            cards.append(
                DocumentCard(
                    id=row.id or 0,
                    type=DocumentType(row.type),
                    title=row.title,
                    job_id=row.job_id,
                    job_title=job.title if job else "",
                    company=job.company if job else "",
                    version=newest,
                    updated=row.updated,
                )
            )
        return cards

    def enclosures(self, job_id: int) -> list[OfferedEnclosure]:
        """What was made for the job and could be sent with an application, last changed first."""
        with self._database.read() as session:
            rows = DocumentStore(session).rows()
        return [
            OfferedEnclosure(
                Enclosure(kind=_ENCLOSED.get(DocumentType(row.type), EnclosureKind.OTHER), ref=f"document:{row.id}",
                          version=newest, title=row.title),
                "made for this job",
            )
            for row, newest in rows
            if row.job_id == job_id
        ]  # fmt: skip

    def versions(self, document_id: int) -> list[DocumentVersion]:
        """Newest first."""
        with self._database.read() as session:
            return DocumentStore(session).versions(document_id)

    def version(self, version_id: int) -> DocumentVersion:
        with self._database.read() as session:
            return DocumentStore(session).version(version_id)

    def remove(self, document_id: int) -> None:
        """Take it off the page; ``bring_back`` undoes it. Nothing is deleted."""
        self._set_removed(document_id, self._now())

    def bring_back(self, document_id: int) -> None:
        self._set_removed(document_id, None)

    def _set_removed(self, document_id: int, removed: datetime | None) -> None:
        with self._database.write() as unit:
            store = DocumentStore(unit.session)
            store.set_removed(document_id, removed)
            job_id = store.row(document_id).job_id
            unit.emit(DocumentRemoved(document_id, job_id) if removed else DocumentSaved(document_id, job_id))

    def saved(self, version_id: int) -> SavedResume:
        """A résumé version as data, with its document's title and look: its own, else that of the newest version that
        has one."""
        with self._database.read() as session:
            store = DocumentStore(session)
            version = store.version(version_id)
            title = store.row(version.document_id).title
            looks = [each.details.get(_STYLE) for each in (version, *store.versions(version.document_id))]
        style = next((ResumeStyle.model_validate(look) for look in looks if look), None)
        return SavedResume(title, ResumeData.model_validate_json(version.content), style)

    def restyle(self, version_id: int, style: ResumeStyle | None) -> ResumeStyle | None:
        """Change how a version looks on paper; returns its own look before (for undo)."""
        with self._database.write() as unit:
            store = DocumentStore(unit.session)
            version = store.version(version_id)
            store.set_detail(version_id, _STYLE, style.model_dump() if style is not None else None)
            job_id = store.row(version.document_id).job_id
            unit.emit(DocumentSaved(version.document_id, job_id))
        before = version.details.get(_STYLE)
        return ResumeStyle.model_validate(before) if before else None

    def note_export(self, version_id: int) -> None:
        """Tell the job's timeline that this version was handed over as a file."""
        with self._database.write() as unit:
            store = DocumentStore(unit.session)
            version = store.version(version_id)
            document = store.row(version.document_id)
            if document.job_id is not None:
                words = f"“{document.title}”, version {version.number}"
                self._jobs.record_event(unit, document.job_id, TimelineKind.EXPORTED, words)
