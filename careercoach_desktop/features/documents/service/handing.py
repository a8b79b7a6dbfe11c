"""Documents as files for other programs: dragged out, copied, opened. Each is written only when it is asked for."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from careercoach_desktop.features.documents.model import DocumentType, DocumentVersion
from careercoach_desktop.features.documents.naming import file_stem
from careercoach_desktop.features.documents.service.attaching import AttachmentService
from careercoach_desktop.features.documents.service.keeping import DocumentService
from careercoach_desktop.features.resumes.model import ResumeStyle
from careercoach_desktop.features.resumes.service import ExportService
from careercoach_desktop.foundation.storage.files import private_folder, write_whole

Writer = Callable[[DocumentVersion], tuple[str, bytes]]
"""A version made by a higher feature as a file: its suffix (``.pdf``) and its bytes."""


@dataclass(frozen=True, slots=True)
class HandedFile:
    name: str
    data: bytes


class HandingService:
    """``writers`` are what higher features put into the slot ``documents.writers``. Slow: call it off the Qt thread.

    Files for a drag or the clipboard lie in a folder of this process, readable by nobody else, which goes with it:
    the program they are dropped on reads them in its own time.
    """

    def __init__(
        self,
        documents: DocumentService,
        attachments: AttachmentService,
        exports: ExportService,
        writers: Callable[[], Mapping[DocumentType, Writer]],
    ) -> None:
        self._documents = documents
        self._attachments = attachments
        self._exports = exports
        self._writers = writers
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def file(self, version_id: int) -> HandedFile:
        """The version as a file: the attached one byte for byte, a résumé as PDF, a letter as its feature writes it."""
        version = self._documents.version(version_id)
        if version.file is not None:
            return HandedFile(version.file.name, self._attachments.data(version_id))
        kind = self._documents.type_of(version.document_id)
        writer = self._writers().get(kind)
        if writer is not None:
            suffix, data = writer(version)
        elif kind is DocumentType.RESUME:
            saved = self._documents.saved(version_id)
            suffix, data = ".pdf", self._exports.typeset(saved.data, saved.style or ResumeStyle(), "pdf")[0]
        else:
            suffix, data = ".txt", version.content.encode()
        return HandedFile(f"{file_stem(self._documents.title_of(version.document_id))}{suffix}", data)

    def lay_out(self, version_ids: Sequence[int]) -> list[Path]:
        """Write the versions as files for another program to take."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="careercoach-")
        paths = []
        for version_id in version_ids:
            handed = self.file(version_id)
            place = Path(self._folder.name) / str(version_id) / handed.name
            private_folder(place.parent)
            write_whole(place, handed.data)
            paths.append(place)
        return paths

    def save(self, version_id: int, target: Path) -> None:
        """Write the version where the person chose. UserError as ``write_whole``."""
        write_whole(target, self.file(version_id).data)
        self._documents.note_export(version_id)
