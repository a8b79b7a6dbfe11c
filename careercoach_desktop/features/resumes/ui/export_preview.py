"""The right side of the export: the pages, the text of a text file, or what reads differently; below, the verdict."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.picture.preview import Preview
from careercoach_desktop.features.resumes.rereading.report import RereadReport
from careercoach_desktop.features.resumes.ui.reread_list import RereadLine, RereadList
from careercoach_desktop.foundation.uikit import (
    ImagePages,
    MarkdownView,
    Scroll,
    Size,
    Space,
    Text,
    column,
    current_theme,
)

NOTES = {
    "docx": "Shown as PDF. The Word file says the same in Word’s own styles, which you can change there.",
    "html": "One file that opens in any browser, on a phone too, and prints well.",
    "md": "Readable as it is, and in every editor and wiki that knows Markdown.",
    "txt": "One line for each thing, nothing a form could break. To fill a form box by box, use “Copy into a form”.",
    "json": "JSON Resume 1.0.0. It keeps everything, also what is left off the page.",
}
ONE_PAGE_IN_WORD = "It is set tighter; where its pages end, Word decides."


class ExportPreview(QWidget):
    """``list_closed`` and ``list_shown`` tell whether what reads differently is in view."""

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
        whole = column(self._stack, self._note, self._line, spacing=Space.S)
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
        return max(round((self.pages.width() - 60) * self.pages.devicePixelRatioF()), 200)

    def set_preview(self, preview: Preview) -> None:
        """Show pages."""
        self.pages.set_pages([page.size_mm for page in preview.pages])
        for number, page in enumerate(preview.pages):
            self.pages.set_page(number, page.png)
        self._show(self.pages)

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
        self.list_shown.emit()

    def _back(self) -> None:
        self._stack.setCurrentWidget(self._content)
        self.list_closed.emit()

    def _show(self, content: QWidget) -> None:
        self._content = content
        self._stack.setCurrentWidget(content)
