"""The résumé as it will be printed, beside the form: drawn again after every change, in the child process.

One drawing is under way at a time. What changes meanwhile is drawn right after it, once, however often it changed.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careercoach_desktop.features.resumes.model import Region, ResumeData, ResumeStyle
from careercoach_desktop.features.resumes.ui.words import counted
from careercoach_desktop.features.resumes.ui.zoom_buttons import ZoomButtons
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.traces import frames
from careercoach_desktop.foundation.uikit import (
    Desk,
    Highlight,
    ImagePages,
    Line,
    Size,
    Space,
    Text,
    column,
    holder,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.picture import Preview
    from careercoach_desktop.features.resumes.service import ExportService

log = logging.getLogger(__name__)

_A4 = (210.0, 297.0)
_LEAST_WIDTH = 320
_NEAR = 0.012
"""How far beside a line a click still means it, as a fraction of the page's height."""


class PreviewPane(QWidget):
    """``chosen(path)`` when the person clicks on a value; ``drawn`` when a new picture stands on the screen.

    ``bar`` is the line below the pages, for whoever has something to offer about the look; the words at its left end
    say what the preview has to say (how many pages, which font is missing)."""

    chosen = Signal(str)
    drawn = Signal()

    def __init__(self, desk: Desk, exports: ExportService) -> None:
        super().__init__()
        self._desk = desk
        self._exports = exports
        self._data: ResumeData | None = None
        self._style = ResumeStyle()
        self._preview: Preview | None = None
        self._path = ""
        self._is_stale = False
        self._is_drawing = False
        self._is_broken = False
        self._drawing_width = 0
        self.setMinimumWidth(_LEAST_WIDTH)
        self.pages = ImagePages("Preview")
        self.pages.page_wanted.connect(self._on_page_wanted)
        self.pages.page_clicked.connect(self._on_clicked)
        self.note = Text("", size=Size.SMALL, tone="third", elide=True)
        self.bar: QHBoxLayout = row(spacing=Space.S)
        below = row(self.note, spacing=Space.S, margins=(Space.L, 6, Space.M, 6))
        below.addStretch(1)
        below.addLayout(self.bar)
        below.addWidget(ZoomButtons(self.pages))
        self._below = holder(below)
        self.setLayout(column(self.pages, Line(), self._below, spacing=0))
        desk.keep_clear(self._below)

    # --- what is shown -----------------------------------------------------------------------------------------

    def show_resume(self, data: ResumeData, style: ResumeStyle, *, anew: bool = True) -> None:
        """Show another résumé, or (not ``anew``) the same one as it is now. ``data`` stays the form's: call ``refresh``
        whenever it has changed."""
        self._data, self._style = data, style
        if anew:
            self._preview = None
            self.pages.set_pages([_A4])
            self.note.setText("")
        self.refresh()

    def set_style(self, style: ResumeStyle) -> None:
        """Show the same résumé in another look."""
        if style != self._style:
            self._style = style
            self.refresh()

    def clear(self) -> None:
        """Show nothing."""
        self._data = None
        self.pages.set_pages([])

    def refresh(self) -> None:
        """The résumé has changed: draw it again as soon as somebody can see it."""
        self._is_stale = True
        if self.isVisible() and not self._is_drawing and self._data is not None:
            self._is_drawing = True
            self._desk.start(self._draw(), owner=self)

    def point_at(self, path: str) -> None:
        """Outline the value at ``path`` and bring it into view."""
        self._path = path
        marks = self._marks()
        if marks:
            self.pages.show_highlight(marks[0])
        self.pages.set_highlights(marks)

    @property
    def preview(self) -> Preview | None:
        """What is on the screen."""
        return self._preview

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    # --- drawing -----------------------------------------------------------------------------------------------

    async def _draw(self) -> None:
        try:
            while self._is_stale and self.isVisible() and self._data is not None:
                self._is_stale = False
                await self._draw_once(self._data)
        finally:
            self._is_drawing = False

    async def _draw_once(self, data: ResumeData) -> None:
        still = data.model_copy(update={"traces": {}}).model_copy(deep=True)  # the form goes on changing its own
        width = self._drawing_width = self.pages.picture_width
        try:
            preview, pictures = await self._desk.work(_drawn, self._exports, still, self._style, width)
        except UserError as error:
            self._say(str(error), tone="amber")  # the picture before stays; the next change tries again
            return
        except Exception as bug:
            self._say("The page cannot be drawn. What you write is saved all the same.", tone="amber")
            if self._is_broken:  # told already; not again at every letter
                log.error("the preview failed again: %s", frames(bug))  # noqa: TRY400 - see frames
                return
            self._is_broken = True
            raise
        self._is_broken = False
        if data is not self._data:
            self._is_stale = True
            return
        self._show(preview, pictures, width)

    def _show(self, preview: Preview, pictures: list[QImage], width_px: int) -> None:
        self._preview = preview
        self.pages.swap([page.size_mm for page in preview.pages], pictures, width_px)
        self.pages.set_highlights(self._marks())
        if preview.notes:
            self._say(" ".join(preview.notes), tone="amber")
        else:
            self._say(counted(preview.page_count, "page"))
        self.drawn.emit()

    def _say(self, text: str, tone: str = "third") -> None:
        self.note.setText(text)
        self.note.set_tone(tone)

    def _on_page_wanted(self, _page: int, width_px: int) -> None:
        """All pages are drawn together, in the width that is wanted by then."""
        if not (self._is_drawing and width_px == self._drawing_width):
            self.refresh()

    # --- places ------------------------------------------------------------------------------------------------

    def _on_clicked(self, page: int, x: float, y: float) -> None:
        if self._preview is None or page >= len(self._preview.pages):
            return
        shown = self._preview.pages[page]
        path = shown.at(x, y)
        if not path:
            near = [(_distance(place.region, x, y), place.path) for place in shown.places]
            far, path = min(near, default=(1.0, ""))
            path = path if far <= _NEAR else ""
        if path:
            self.chosen.emit(path)

    def _marks(self) -> list[Highlight]:
        if self._preview is None or not self._path:
            return []
        return [_mark(region) for region in _lines(place.region for place in self._preview.places_of(self._path))]


def _drawn(exports: ExportService, data: ResumeData, style: ResumeStyle, width_px: int) -> tuple[Preview, list[QImage]]:
    """Off the Qt thread: the preview, and its pictures ready to paint."""
    preview = exports.preview(data, style, width_px, quick=True)
    return preview, [QImage.fromData(page.png) for page in preview.pages]


def _lines(regions: Iterable[Region]) -> list[Region]:
    """The regions with those joined that stand in one line: a bullet with a bold word is still one bullet."""
    lines: list[Region] = []
    for each in sorted(regions, key=lambda region: (region.page, region.top, region.left)):
        last = lines[-1] if lines else None
        middle = (each.top + each.bottom) / 2
        if last is not None and last.page == each.page and last.top <= middle <= last.bottom:
            lines[-1] = Region(
                page=last.page,
                left=min(last.left, each.left),
                top=min(last.top, each.top),
                right=max(last.right, each.right),
                bottom=max(last.bottom, each.bottom),
            )
        else:
            lines.append(each)
    return lines


def _mark(region: Region) -> Highlight:
    width, height = region.right - region.left, region.bottom - region.top
    return Highlight(region.page, region.left, region.top, width, height)


def _distance(region: Region, x: float, y: float) -> float:
    """How far a point lies outside a region; a line is forgiving to its left and right, less so above and below."""
    across = max(region.left - x, 0.0, x - region.right) / 8
    down = max(region.top - y, 0.0, y - region.bottom)
    return max(across, down)
