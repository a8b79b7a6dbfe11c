"""Tables and queries of documents."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlmodel import Field, Session, SQLModel, UniqueConstraint, col, func, select

from careercoach_desktop.features.documents.model import AttachedFile, DocumentType, DocumentVersion
from careercoach_desktop.features.resumes.editing import values
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.foundation.storage.blobs import BlobRow, BlobStore
from careercoach_desktop.foundation.storage.columns import UtcDateTime
from careercoach_desktop.foundation.storage.search.index import SearchIndex
from careercoach_desktop.foundation.storage.search.model import SearchEntry

SEARCH_KIND = "document"
_MOST_FOUND = 1_000
_AT_ONCE = 500
"""Versions whose files are asked for in one query."""
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
        self,
        document_id: int,
        name: str,
        content: str,
        details: Mapping[str, object],
        now: datetime,
        file: AttachedFile | None = None,
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
        if file is not None:
            self._session.add(DocumentFileRow(version_id=row.id or 0, blob_sha256=file.sha256, name=file.name))
            self._session.flush()
        self._index(document)
        return _version(row, file)

    def put_blob(self, data: bytes, media_type: str) -> str:
        """Keep the bytes of a file; returns what names them."""
        return BlobStore(self._session).put(data, media_type)

    def blob(self, sha256: str) -> bytes:
        """The bytes of an attached file; raises as ``BlobStore.get`` does."""
        return BlobStore(self._session).get(sha256)

    def holder_of(self, sha256: str) -> DocumentRow | None:
        """The document that is there and has exactly this file as a version."""
        query = (
            select(DocumentRow)
            .join(DocumentVersionRow, col(DocumentVersionRow.document_id) == col(DocumentRow.id))
            .join(DocumentFileRow, col(DocumentFileRow.version_id) == col(DocumentVersionRow.id))
            .where(col(DocumentFileRow.blob_sha256) == sha256, col(DocumentRow.removed).is_(None))
        )
        return self._session.exec(query.limit(1)).first()

    def set_content(self, version_id: int, content: str) -> None:
        """The words found in an attached file. Nothing happens when the version is gone."""
        row = self._session.get(DocumentVersionRow, version_id)
        if row is None:
            return
        row.content = content
        self._session.flush()
        self._index(self._document(row.document_id))

    def change(self, document_id: int, now: datetime, **values: object) -> dict[str, object]:
        """Set ``title``, ``type`` or ``job_id``; returns what they were."""
        document = self._document(document_id)
        before = {name: getattr(document, name) for name in values}
        for name, value in values.items():
            setattr(document, name, value)
        document.updated = now
        self._session.flush()
        self._index(document)
        return before

    def set_tags(self, document_id: int, tags: Iterable[str]) -> tuple[str, ...]:
        """Returns the tags before."""
        document = self._document(document_id)
        before = tags_of(document)
        document.tags = json.dumps(list(tags), ensure_ascii=False)
        self._session.flush()
        self._index(document)
        return before

    def set_detail(self, version_id: int, key: str, value: object) -> None:
        """Set one detail of a version, take it away with None; raises KeyError when there is no such version."""
        row = self._session.get(DocumentVersionRow, version_id)
        if row is None:
            raise KeyError(version_id)
        details = {**json.loads(row.details), key: value}
        row.details = json.dumps({k: v for k, v in details.items() if k != key or v is not None}, ensure_ascii=False)
        self._session.add(row)

    def rows(self) -> list[tuple[DocumentRow, int, int, AttachedFile | None]]:
        """Documents that are not removed, last changed first, each with number, id and file of its newest version."""
        newest = func.max(DocumentVersionRow.number)
        query = (
            select(DocumentRow, newest, col(DocumentVersionRow.id))  # SQLite takes the other columns from that row
            .join(DocumentVersionRow, col(DocumentVersionRow.document_id) == col(DocumentRow.id))
            .where(col(DocumentRow.removed).is_(None))
            .group_by(col(DocumentRow.id))
            .order_by(col(DocumentRow.updated).desc(), col(DocumentRow.id).desc())
        )
        found = self._session.exec(query).all()
        files = self._files([version_id or 0 for _row, _number, version_id in found])
        return [(row, number, version_id or 0, files.get(version_id or 0)) for row, number, version_id in found]

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
        found = list(self._session.exec(query).all())
        files = self._files([row.id or 0 for row in found])
        return [_version(row, files.get(row.id or 0)) for row in found]

    def version(self, version_id: int) -> DocumentVersion:
        """Raises KeyError when there is no such version."""
        row = self._session.get(DocumentVersionRow, version_id)
        if row is None:
            raise KeyError(version_id)
        return _version(row, self._files([version_id]).get(version_id))

    def _files(self, version_ids: list[int]) -> dict[int, AttachedFile]:
        table, blob = DocumentFileRow, BlobRow
        columns = (col(table.version_id), col(table.name), col(blob.media_type), col(blob.size), col(blob.sha256))
        query = select(*columns).join(blob, col(blob.sha256) == col(table.blob_sha256))  # type: ignore[call-overload]
        found: dict[int, AttachedFile] = {}
        for first in range(0, len(version_ids), _AT_ONCE):
            some = version_ids[first : first + _AT_ONCE]
            rows = self._session.exec(query.where(col(table.version_id).in_(some)))
            found |= {version_id: AttachedFile(*rest) for version_id, *rest in rows}
        return found

    def set_removed(self, document_id: int, removed: datetime | None) -> None:
        document = self._document(document_id)
        document.removed = removed
        self._session.flush()
        self._index(document)

    def matching(self, text: str) -> frozenset[int]:
        """Documents in whose words the typed ones are found."""
        return frozenset(hit.record for hit in SearchIndex(self._session).search(text, SEARCH_KIND, _MOST_FOUND))

    def search_entry(self, document: DocumentRow) -> SearchEntry:
        """What is found of a document: its newest version."""
        newest = next(iter(self.versions(document.id or 0)), None)
        name, body = (newest.name, _words(document, newest)) if newest is not None else ("", "")
        parts = (_KINDS[DocumentType(document.type)], name, *tags_of(document))
        return SearchEntry(document.id or 0, document.title, " · ".join(part for part in parts if part), body)

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


def tags_of(document: DocumentRow) -> tuple[str, ...]:
    return tuple(json.loads(document.tags))


def _words(document: DocumentRow, version: DocumentVersion) -> str:
    """A résumé made here is kept as data; anything else as the text it is."""
    if document.type != DocumentType.RESUME.value or version.file is not None:
        return version.content
    return "\n".join(value.text for value in values(ResumeData.model_validate_json(version.content)))


def _version(row: DocumentVersionRow, file: AttachedFile | None) -> DocumentVersion:
    assert row.id is not None  # noqa: S101 - only stored rows come here
    return DocumentVersion(
        id=row.id,
        document_id=row.document_id,
        number=row.number,
        name=row.name,
        content=row.content,
        details=json.loads(row.details),
        created=row.created,
        file=file,
    )
