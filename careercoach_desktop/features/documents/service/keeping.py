"""What a person can do with the things they made: keep versions, export, remove and bring back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from careercoach_desktop.features.documents.model import (
    DocumentCard,
    DocumentRemoved,
    DocumentSaved,
    DocumentType,
    DocumentVersion,
)
from careercoach_desktop.features.documents.store import DocumentStore, tags_of
from careercoach_desktop.features.jobs.model import Enclosure, EnclosureKind, OfferedEnclosure, TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
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
            rows = [
                (row, number, version_id, file, tags_of(row))
                for row, number, version_id, file in DocumentStore(session).rows()
            ]
        jobs = {job.id: job for job in self._jobs.cards()}
        cards = []
        for row, newest, version_id, file, tags in rows:
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
                    tags=tags,
                    file=file,
                    version_id=version_id,
                )
            )
        return cards

    def type_of(self, document_id: int) -> DocumentType:
        """Raises KeyError when it is not there any more."""
        with self._database.read() as session:
            return DocumentType(DocumentStore(session).row(document_id).type)

    def title_of(self, document_id: int) -> str:
        """Raises KeyError when it is not there any more."""
        with self._database.read() as session:
            return DocumentStore(session).row(document_id).title

    def card(self, document_id: int) -> DocumentCard:
        """Raises KeyError when it is not there any more."""
        found = next((card for card in self.cards() if card.id == document_id), None)
        if found is None:
            raise KeyError(document_id)
        return found

    def jobs(self) -> list[tuple[int, str]]:
        """The jobs a document can be for: id, and ``Hydrologist, Rio Claro``."""
        words = {job.id: ", ".join(part for part in (job.title, job.company) if part) for job in self._jobs.cards()}
        return sorted(words.items(), key=lambda job: job[1].casefold())

    def matching(self, text: str) -> frozenset[int]:
        """Documents that say this, in their title, tags or words."""
        with self._database.read() as session:
            return DocumentStore(session).matching(text)

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
            for row, newest, _version_id, _file in rows
            if row.job_id == job_id
        ]  # fmt: skip

    def versions(self, document_id: int) -> list[DocumentVersion]:
        """Newest first."""
        with self._database.read() as session:
            return DocumentStore(session).versions(document_id)

    def version(self, version_id: int) -> DocumentVersion:
        with self._database.read() as session:
            return DocumentStore(session).version(version_id)

    def rename(self, document_id: int, title: str) -> str:
        """Returns the title before. UserError ``document-untitled`` for nothing but blanks."""
        title = " ".join(title.split())
        if not title:
            raise UserError("A document needs a title.", "Type a few words to know it by.", code="document-untitled")
        return str(self._change(document_id, title=title)["title"])

    def retype(self, document_id: int, kind: DocumentType) -> DocumentType:
        """Say what an attached file is; returns what it was. UserError ``document-made-here`` for what was made here:
        that is what it is."""
        with self._database.read() as session:
            newest = DocumentStore(session).versions(document_id)[0]
        if newest.file is None:
            raise UserError(
                "This was made here, so what it is stands already.",
                "Attach a file of your own to choose its type.",
                code="document-made-here",
            )
        return DocumentType(str(self._change(document_id, type=kind.value)["type"]))

    def assign(self, document_id: int, job_id: int | None) -> int | None:
        """Say for which job it is (None: for none); returns the one before. KeyError for a job there is not."""
        if job_id is not None:
            self._jobs.job(job_id)
        before = self._change(document_id, job_id=job_id)["job_id"]
        return before if isinstance(before, int) else None

    def _change(self, document_id: int, **values: object) -> dict[str, object]:
        with self._database.write() as unit:
            store = DocumentStore(unit.session)
            before = store.change(document_id, self._now(), **values)
            unit.emit(DocumentSaved(document_id, store.row(document_id).job_id))
        return before

    def set_tags(self, tags: Mapping[int, Sequence[str]]) -> dict[int, tuple[str, ...]]:
        """Give each document exactly these tags; returns those before, for undo."""
        before = {}
        with self._database.write() as unit:
            store = DocumentStore(unit.session)
            for document_id, wanted in tags.items():
                unique = dict.fromkeys(" ".join(tag.split()) for tag in wanted)
                before[document_id] = store.set_tags(document_id, [tag for tag in unique if tag])
                unit.emit(DocumentSaved(document_id, store.row(document_id).job_id))
        return before

    def restore(self, version_id: int) -> DocumentVersion:
        """An old version once more, as the newest one; nothing in between is lost. The newest stays what it is when it
        says the same."""
        with self._database.write() as unit:
            store = DocumentStore(unit.session)
            old = store.version(version_id)
            newest = store.versions(old.document_id)[0]
            if newest.id == old.id:
                return newest
            made = store.add_version(
                old.document_id, f"Version {old.number} again", old.content, old.details, self._now(), old.file
            )
            unit.emit(DocumentSaved(old.document_id, store.row(old.document_id).job_id))
        return made

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
