"""What a version looks like: pages set or drawn, or text; and what changed between two of them.

Attached files are drawn in the child process: they are hostile until parsed.
"""

from __future__ import annotations

from dataclasses import dataclass

from careercoach_desktop.features.documents.model import DocumentType, DocumentVersion
from careercoach_desktop.features.documents.service.attaching import AttachmentService
from careercoach_desktop.features.documents.service.keeping import DocumentService
from careercoach_desktop.features.resumes.comparing import Segment, difference
from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
from careercoach_desktop.features.resumes.revisions import Comparison, compare
from careercoach_desktop.features.resumes.service import ExportService
from careercoach_desktop.foundation.documents.reading import page_image, page_sizes
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.tasks.child import ChildProcess

_PICTURE_WIDTH = 1240


@dataclass(frozen=True, slots=True)
class Sight:
    """What there is to see: ``sizes`` of pages (any unit), with their ``pictures`` where they are drawn already;
    else ``text``. Nothing of both: the file can't be shown here."""

    sizes: tuple[tuple[float, float], ...] = ()
    pictures: tuple[bytes, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class TextComparison:
    """Two texts as runs of words, before and after."""

    before: list[Segment]
    after: list[Segment]

    @property
    def is_same(self) -> bool:
        return [each.text for each in self.before] == [each.text for each in self.after]


class SightService:
    """Slow: call it off the Qt thread."""

    def __init__(
        self, documents: DocumentService, attachments: AttachmentService, exports: ExportService, child: ChildProcess
    ) -> None:
        self._documents = documents
        self._attachments = attachments
        self._exports = exports
        self._child = child

    def sight(self, version_id: int) -> Sight:
        """A résumé made here as it would be printed; a PDF or picture by its pages; else the words there are."""
        version = self._documents.version(version_id)
        if version.file is not None:
            return Sight(sizes=self._sizes(version), text=version.content)
        if not self._is_resume(version):
            return Sight(text=version.content)
        saved = self._documents.saved(version_id)
        pages = self._exports.preview(saved.data, saved.style or ResumeStyle(), _PICTURE_WIDTH).pages
        return Sight(tuple(page.size_mm for page in pages), tuple(page.png for page in pages))

    def picture(self, version_id: int, page: int, width_px: int) -> bytes:
        """PNG of one page (from 0) of an attached file."""
        version = self._documents.version(version_id)
        if version.file is None:
            raise KeyError(version_id)
        data = self._attachments.data(version_id)
        png: bytes = self._child.call(page_image, data, version.file.media_type, page, width_px)
        return png

    def comparison(self, before_id: int, after_id: int) -> Comparison | TextComparison:
        """What changed from one version to the other: values of a résumé, else words."""
        before, after = self._documents.version(before_id), self._documents.version(after_id)
        if all(self._is_resume(each) for each in (before, after)):
            return compare(
                ResumeData.model_validate_json(before.content), ResumeData.model_validate_json(after.content)
            )
        return TextComparison(*difference(before.content, after.content))

    def _sizes(self, version: DocumentVersion) -> tuple[tuple[float, float], ...]:
        if version.file is None:
            return ()
        try:
            found = self._child.call(page_sizes, self._attachments.data(version.id), version.file.media_type)
        except UserError:  # a broken or protected file is kept all the same; its words, if any, are shown
            return ()
        return tuple(found)

    def _is_resume(self, version: DocumentVersion) -> bool:
        return version.file is None and self._documents.type_of(version.document_id) is DocumentType.RESUME
