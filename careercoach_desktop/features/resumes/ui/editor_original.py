"""The original file beside a form: its pages fetched as they are looked at, the place of a value marked, a click on it
answered with the value that was read there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.editing import trace_of
from careercoach_desktop.features.resumes.model import Resume
from careercoach_desktop.features.resumes.ui.form import ResumeForm
from careercoach_desktop.features.resumes.ui.original_view import OriginalView
from careercoach_desktop.foundation.documents.reading.sniff import PAGED
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import OriginalPage, OriginalService


class OriginalReader(QObject):
    """Keeps ``view`` beside ``form``; ``page`` is what they stand in. Call ``look`` when the view comes into sight."""

    def __init__(
        self, desk: Desk, originals: OriginalService, view: OriginalView, form: ResumeForm, page: QWidget
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._originals = originals
        self._view = view
        self._form = form
        self._page = page
        self._resume_id: int | None = None
        self._unseen: list[tuple[int, int]] = []
        view.page_wanted.connect(self._on_page_wanted)
        view.clicked.connect(self._on_clicked)

    async def load(self, resume: Resume) -> None:
        """Show the original of another résumé."""
        self._resume_id = resume.id
        self._view.show_nothing()
        self._unseen.clear()
        pages: list[OriginalPage] = []
        if resume.media_type in PAGED:
            try:
                pages = await self._desk.work(self._originals.pages, resume.id)
            except UserError:
                # The banner already says that this file could not be opened; its text (if any) is shown instead.
                pages = []
        if self._resume_id != resume.id:
            return
        if pages:
            self._view.show_pages([(page.width, page.height) for page in pages])
        elif resume.raw_text:
            self._view.show_text(resume.raw_text)
        elif not resume.has_original:
            self._view.show_written()
        else:
            self._view.show_unreadable()

    def look(self) -> None:
        """Somebody looks now: fetch what was wanted while nobody did."""
        wanted, self._unseen = self._unseen, []
        for page, width_px in wanted:
            self._on_page_wanted(page, width_px)

    def point_at(self, path: str) -> None:
        """Mark where the value at ``path`` was read."""
        data = self._form.data
        tone = "warn" if path in self._form.doubts() else "accent"
        self._view.show_trace(trace_of(data, path), trace_of(data, self._neighbour(path)), tone)

    def _neighbour(self, path: str) -> str:
        """The path of the first value of the same entry, to find a word that stands in the text many times."""
        owner = path.rpartition(".")[0]
        for name in ("name", "institution", "title"):
            other = f"{owner}.{name}"
            if owner and other in self._form.data.traces:
                return other
        return ""

    def _on_clicked(self, page: int, x: float, y: float) -> None:
        """Go to the value that was read there; to the most exact one when several were read from one line."""
        hits: list[tuple[float, str]] = []
        for path, trace in self._form.data.traces.items():
            for region in trace.regions:
                if region.page == page and region.left <= x <= region.right and region.top <= y <= region.bottom:
                    area = (region.right - region.left) * (region.bottom - region.top)
                    hits.append((area, f"{path.removesuffix('current')}end" if path.endswith(".current") else path))
        for _area, path in sorted(hits):
            if self._form.go_to(path):
                return

    def _on_page_wanted(self, page: int, width_px: int) -> None:
        if not self._view.isVisible():
            self._unseen.append((page, width_px))  # drawn when somebody looks
        elif self._resume_id is not None:
            self._desk.start(self._fetch_page(self._resume_id, page, width_px), owner=self._page)

    async def _fetch_page(self, resume_id: int, page: int, width_px: int) -> None:
        png = await self._desk.work(self._originals.picture, resume_id, page, width_px)
        if self._resume_id == resume_id:
            self._view.set_picture(page, png)
