"""The pages of an original, for looking at them beside the form. Drawn in the child process, never here."""

from __future__ import annotations

from dataclasses import dataclass

from careercoach_desktop.features.resumes.service.resumes import ResumeService
from careercoach_desktop.foundation.documents.reading import page_image, page_sizes
from careercoach_desktop.foundation.tasks.child import ChildProcess


@dataclass(frozen=True, slots=True)
class OriginalPage:
    """Width and height of one page in points."""

    width: float
    height: float


class OriginalService:
    """Slow (a page takes some 20 ms, or as long as the child process is busy): call it through ``Desk.work``."""

    def __init__(self, resumes: ResumeService, child: ChildProcess) -> None:
        self._resumes = resumes
        self._child = child

    def pages(self, resume_id: int) -> list[OriginalPage]:
        """The pages of the original; empty when it has none (DOCX, text). UserError when it cannot be opened."""
        data, media_type = self._resumes.original(resume_id)
        found = self._child.call(page_sizes, data, media_type)
        return [OriginalPage(width, height) for width, height in found]

    def picture(self, resume_id: int, page: int, width_px: int) -> bytes:
        """PNG of one page (from 0), ``width_px`` wide; empty for originals without pages."""
        data, media_type = self._resumes.original(resume_id)
        png: bytes = self._child.call(page_image, data, media_type, page, width_px)
        return png
