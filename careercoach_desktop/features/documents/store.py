"""Tables and queries of documents."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Field, Session, SQLModel, UniqueConstraint, col, func, select

from careercoach_desktop.features.documents.model import DocumentType, DocumentVersion
from careercoach_desktop.features.resumes.editing import values
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.foundation.storage.columns import UtcDateTime
from careercoach_desktop.foundation.storage.search.index import SearchIndex
from careercoach_desktop.foundation.storage.search.model import SearchEntry

SEARCH_KIND = "document"
_KINDS = {
    DocumentType.RESUME: "Résumé",
    DocumentType.COVER_LETTER: "Cover letter",
    DocumentType.PORTFOLIO: "Portfolio",
    DocumentType.TRANSCRIPT: "Transcript",
    DocumentType.REFERENCE: "Reference",
    DocumentType.OTHER: "Document",
}


class DocumentRow(SQLModel, table=True):
    __tablename__ = "document"

    id: int | None = Field(default=None, primary_key=True)
    type: str
    title: str
    job_id: int | None = Field(default=None, foreign_key="job.id", ondelete="SET NULL", index=True)
    created: datetime = Field(sa_type=UtcDateTime)
    updated: datetime = Field(sa_type=UtcDateTime)
    removed: datetime | None = Field(default=None, sa_type=UtcDateTime)
    tags: str = "[]"


class DocumentVersionRow(SQLModel, table=True):
    __tablename__ = "document_version"
    __table_args__ = (UniqueConstraint("document_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", ondelete="CASCADE", index=True)
    number: int
    name: str
    content: str
    details: str
    created: datetime = Field(sa_type=UtcDateTime)


class DocumentFileRow(SQLModel, table=True):
    """The file a version was attached as; what is made here has none."""

    __tablename__ = "document_file"

    version_id: int = Field(primary_key=True, foreign_key="document_version.id", ondelete="CASCADE")
    blob_sha256: str = Field(foreign_key="blob.sha256", index=True, max_length=64)
    name: str


class DocumentStore:
    """Everything the documents feature asks of the database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, kind: DocumentType, title: str, job_id: int | None, now: datetime) -> int:
        """A new document without versions; returns its id."""
        row = DocumentRow(type=kind.value, title=title, job_id=job_id, created=now, updated=now)
        self._session.add(row)
        self._session.flush()
        assert row.id is not None  # noqa: S101 - flush just gave it one
        return row.id

    def add_version(
        self, document_id: int, name: str, content: str, details: Mapping[str, object], now: datetime
    ) -> DocumentVersion:
        """The next version of a document; raises KeyError when there is no such document."""
        document = self._document(document_id)
        last = self._session.exec(
            select(func.max(DocumentVersionRow.number)).where(DocumentVersionRow.document_id == document_id)
        ).one()
        row = DocumentVersionRow(
            document_id=document_id,
            number=(last or 0) + 1,
            name=name,
            content=content,
            details=json.dumps(details, ensure_ascii=False),
            created=now,
        )
        document.updated = now
        self._session.add(row)
        self._session.flush()
        self._index(document)
        return _version(row)

    def set_detail(self, version_id: int, key: str, value: object) -> None:
        """Set one detail of a version, take it away with None; raises KeyError when there is no such version."""
        row = self._session.get(DocumentVersionRow, version_id)
        if row is None:
            raise KeyError(version_id)
        details = {**json.loads(row.details), key: value}
        row.details = json.dumps({k: v for k, v in details.items() if k != key or v is not None}, ensure_ascii=False)
        self._session.add(row)

    def rows(self) -> list[tuple[DocumentRow, int]]:
        """Documents that are not removed, last changed first, each with the number of its newest version."""
        newest = func.max(DocumentVersionRow.number)
        query = (
            select(DocumentRow, newest)
            .join(DocumentVersionRow, col(DocumentVersionRow.document_id) == col(DocumentRow.id))
            .where(col(DocumentRow.removed).is_(None))
            .group_by(col(DocumentRow.id))
            .order_by(col(DocumentRow.updated).desc())
        )
        return [(row, newest) for row, newest in self._session.exec(query).all()]

    def row(self, document_id: int) -> DocumentRow:
        """Raises KeyError when there is no such document."""
        return self._document(document_id)

    def versions(self, document_id: int) -> list[DocumentVersion]:
        """Newest first."""
        query = (
            select(DocumentVersionRow)
            .where(DocumentVersionRow.document_id == document_id)
            .order_by(col(DocumentVersionRow.number).desc())
        )
        return [_version(row) for row in self._session.exec(query).all()]

    def version(self, version_id: int) -> DocumentVersion:
        """Raises KeyError when there is no such version."""
        row = self._session.get(DocumentVersionRow, version_id)
        if row is None:
            raise KeyError(version_id)
        return _version(row)

    def set_removed(self, document_id: int, removed: datetime | None) -> None:
        document = self._document(document_id)
        document.removed = removed
        self._session.flush()
        self._index(document)

    def search_entry(self, document: DocumentRow) -> SearchEntry:
        """What is found of a document: its newest version."""
        newest = next(iter(self.versions(document.id or 0)), None)
        name, body = (newest.name, _words(document, newest.content)) if newest is not None else ("", "")
        kind = _KINDS[DocumentType(document.type)]
        return SearchEntry(document.id or 0, document.title, " · ".join(part for part in (kind, name) if part), body)

    def _index(self, document: DocumentRow) -> None:
        index = SearchIndex(self._session)
        if document.removed is not None:
            index.remove(SEARCH_KIND, document.id or 0)
        else:
            index.put(SEARCH_KIND, self.search_entry(document))

    def _document(self, document_id: int) -> DocumentRow:
        row = self._session.get(DocumentRow, document_id)
        if row is None:
            raise KeyError(document_id)
        return row


def search_entries(session: Session, after: int, limit: int) -> list[SearchEntry]:
    """The next documents by id, for filling the search index."""
    query = select(DocumentRow).where(col(DocumentRow.removed).is_(None), col(DocumentRow.id) > after)
    store = DocumentStore(session)
    return [store.search_entry(row) for row in session.exec(query.order_by(col(DocumentRow.id)).limit(limit))]


def _words(document: DocumentRow, content: str) -> str:
    """A tailored résumé is kept as data; anything else as the text it is."""
    if document.type != DocumentType.RESUME.value:
        return content
    return "\n".join(value.text for value in values(ResumeData.model_validate_json(content)))


def _version(row: DocumentVersionRow) -> DocumentVersion:
    assert row.id is not None  # noqa: S101 - only stored rows come here
    return DocumentVersion(
        id=row.id,
        document_id=row.document_id,
        number=row.number,
        name=row.name,
        content=row.content,
        details=json.loads(row.details),
        created=row.created,
    )
