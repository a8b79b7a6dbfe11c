"""Attach any file: kept whole inside the one data file, its words found like everything else's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from careercoach_desktop.features.documents.looking import words_of
from careercoach_desktop.features.documents.model import Attached, AttachedFile, DocumentSaved, DocumentType
from careercoach_desktop.features.documents.naming import safe_name, title_of, type_of
from careercoach_desktop.features.documents.store import DocumentStore
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.documents.reading.sniff import media_type_of
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork
from careercoach_desktop.foundation.storage.files import read_whole
from careercoach_desktop.foundation.tasks.queue import TaskContext, TaskKind, TaskQueue

MAX_BYTES = 50 * 1024 * 1024
READ_TASK = "documents.read"
_UNKNOWN = "application/octet-stream"


class AttachmentService:
    """Call it off the Qt thread: it reads whole files."""

    def __init__(self, database: Database, queue: TaskQueue, now: Callable[[], datetime] = utc_now) -> None:
        self._database = database
        self._queue = queue
        self._now = now
        queue.register(TaskKind(READ_TASK, self._read, resume_after_crash=True))

    def attach(self, path: Path, *, job_id: int | None = None, kind: DocumentType | None = None) -> Attached:
        """Keep the file as a new document; its type is taken from its name when not said.

        Exactly these bytes attached before are not kept twice: the document that has them is named instead.
        UserError ``file-unreadable``, ``document-too-large`` and ``document-empty``.
        """
        data = self._bytes(path)
        with self._database.write() as unit:
            store = DocumentStore(unit.session)
            file = self._file(store, data, path.name)
            held = store.holder_of(file.sha256)
            if held is not None:
                return Attached(held.id or 0, held.title, known=True)
            title = title_of(path.name)
            document_id = store.add(kind or type_of(path.name), title, job_id, self._now())
            self._add(unit, document_id, file, job_id)
        return Attached(document_id, title)

    def attach_version(self, document_id: int, path: Path) -> Attached:
        """Keep the file as the newest version of a document that was attached.

        UserError as ``attach``, and ``document-made-here`` for what was made here. ``known`` when the newest version
        is exactly this file.
        """
        data = self._bytes(path)
        with self._database.write() as unit:
            store = DocumentStore(unit.session)
            document, newest = store.row(document_id), store.versions(document_id)[0]
            if newest.file is None:
                raise UserError(
                    f"“{document.title}” was made here; a file can’t take its place.",
                    "Attach the file as a document of its own.",
                    code="document-made-here",
                )
            file = self._file(store, data, path.name)
            if newest.file.sha256 == file.sha256:
                return Attached(document_id, document.title, known=True)
            self._add(unit, document_id, file, document.job_id)
        return Attached(document_id, document.title)

    def data(self, version_id: int) -> bytes:
        """The file of a version, byte for byte. KeyError for one that was made here; UserError ``blob-damaged``."""
        with self._database.read() as session:
            store = DocumentStore(session)
            file = store.version(version_id).file
            if file is None:
                raise KeyError(version_id)
            return store.blob(file.sha256)

    def _add(self, unit: UnitOfWork, document_id: int, file: AttachedFile, job_id: int | None) -> None:
        version = DocumentStore(unit.session).add_version(document_id, file.name, "", {}, self._now(), file)
        unit.emit(DocumentSaved(document_id, job_id))
        if file.media_type != _UNKNOWN:
            title = f"Reading “{file.name}”, so that its words can be found"
            self._queue.enqueue(unit, READ_TASK, title, {"version_id": version.id}, f"document:{document_id}")

    @staticmethod
    def _file(store: DocumentStore, data: bytes, name: str) -> AttachedFile:
        media_type = media_type_of(data, name) or _UNKNOWN
        return AttachedFile(safe_name(name), media_type, len(data), store.put_blob(data, media_type))

    @staticmethod
    def _bytes(path: Path) -> bytes:
        too_large = UserError(
            f"“{path.name}” is larger than {MAX_BYTES // (1024 * 1024)} MB.",
            "Attach a smaller copy; the original stays where it is.",
            code="document-too-large",
        )
        data = read_whole(path, MAX_BYTES, too_large)
        if not data:
            raise UserError(f"“{path.name}” is empty.", "Choose another file.", code="document-empty")
        return data

    def _read(self, context: TaskContext, payload: dict[str, Any]) -> None:
        version_id = int(payload["version_id"])
        with self._database.read() as session:
            file = DocumentStore(session).version(version_id).file
        if file is None:
            return
        words = context.in_child(words_of, self.data(version_id), file.name)
        with self._database.write() as unit:
            store = DocumentStore(unit.session)
            store.set_content(version_id, words)
            document_id = store.version(version_id).document_id
            unit.emit(DocumentSaved(document_id, store.row(document_id).job_id))
