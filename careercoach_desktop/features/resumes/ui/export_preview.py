"""The right side of the export: the pages, the text of a text file, or what reads differently; below, the verdict."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.picture.preview import Preview
from careercoach_desktop.features.resumes.rereading.report import RereadReport
from careercoach_desktop.features.resumes.ui.reread_list import RereadLine, RereadList
from careercoach_desktop.features.resumes.ui.zoom_buttons import ZoomButtons
from careercoach_desktop.foundation.uikit import (
    ImagePages,
    MarkdownView,
    Scroll,
    Size,
    Space,
    Text,
    column,
    current_theme,
    row,
)

NOTES = {
    "docx": "Shown as PDF. Word gets the same words in its own styles; the look is simpler.",
    "html": "One file that opens in any browser, on a phone too, and prints well.",
    "md": "Readable as it is, and in every editor and wiki that knows Markdown.",
    "txt": "One line for each thing, nothing a form could break. To fill a form box by box, use “Copy into a form”.",
    "json": "JSON Resume 1.0.0. It keeps everything, also what is left off the page.",
}
ONE_PAGE_IN_WORD = "It is set tighter; where its pages end, Word decides."


class ExportPreview(QWidget):
    """``list_closed`` and ``list_shown`` tell whether what reads differently is in view, ``sharper_wanted`` that the
    pages are shown in another size than they were drawn for."""

    sharper_wanted = Signal()
    list_shown = Signal()
    list_closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pages = ImagePages("Preview")
        self.words = MarkdownView("Preview")
        self.source = QPlainTextEdit()
        self.source.setAccessibleName("Preview")
        self.source.setFont(current_theme().font(Size.BODY))
        self.source.setReadOnly(True)
        self._reading_room = Scroll(column(self.words, margins=Space.XL), "Preview")
        self._losses = RereadList()
        self._stack = QStackedWidget()
        for part in (self.pages, self._reading_room, self.source, self._losses):
            self._stack.addWidget(part)
        self._content: QWidget = self.pages
        self._note = Text("", size=Size.SMALL, tone="third", wrap=True)
        self._note.hide()
        self._line = RereadLine()
        self._line.list_wanted.connect(self.show_losses)
        self._losses.closed.connect(self._back)
        self.pages.page_wanted.connect(self._when_wanted)
        self._drawn_width = 0
        self._zoom = ZoomButtons(self.pages)
        below = row(self._note, self._zoom, spacing=Space.S)
        below.setStretch(0, 1)
        whole = column(self._stack, below, self._line, spacing=Space.S)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    @property
    def verdict(self) -> str:
        """What is said under the preview."""
        return self._line.text()

    @property
    def shows_losses(self) -> bool:
        return self._stack.currentWidget() is self._losses

    def width_px(self) -> int:
        """How wide a page should be drawn, in pixels of the screen."""
        return max(self.pages.picture_width, 200)

    def set_preview(self, preview: Preview, width_px: int) -> None:
        """Show pages, drawn ``width_px`` wide."""
        self.redraw(preview, width_px)
        self._show(self.pages)

    def redraw(self, preview: Preview, width_px: int) -> None:
        """The same pages in another size; whatever is in view stays there."""
        self._drawn_width = width_px
        pictures = [QImage.fromData(page.png) for page in preview.pages]
        self.pages.swap([page.size_mm for page in preview.pages], pictures, width_px)

    def _when_wanted(self, _page: int, width_px: int) -> None:
        if self._drawn_width and width_px != self._drawn_width:
            self._drawn_width = width_px  # asked once, for all pages
            self.sharper_wanted.emit()

    def set_markdown(self, text: str) -> None:
        """Show a text with headings and lists."""
        self.words.set_markdown(text)
        self._show(self._reading_room)

    def set_source(self, text: str) -> None:
        """Show a text letter by letter."""
        self.source.setPlainText(text)
        self._show(self.source)

    def set_note(self, text: str) -> None:
        """A sentence about the file, or none."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def set_reading(self) -> None:
        self._line.set_reading()

    def set_report(self, report: RereadReport, data: ResumeData) -> None:
        """What reading the file back has shown."""
        self._line.set_report(report)
        if not report.survived:
            self._losses.set_report(report, data)

    def show_losses(self) -> None:
        """Bring what reads differently into view."""
        self._stack.setCurrentWidget(self._losses)
        self._line.offer_list(offered=False)
        self._zoom.hide()
        self.list_shown.emit()

    def _back(self) -> None:
        self._show(self._content)
        self._line.offer_list(offered=True)
        self.list_closed.emit()

    def _show(self, content: QWidget) -> None:
        self._content = content
        self._zoom.setVisible(content is self.pages)
        self._stack.setCurrentWidget(content)
