"""The original beside the form: its pages as pictures, or its text, with the place a value was read from marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QStackedWidget, QTextEdit, QWidget

from careercoach_desktop.features.resumes.model import Region, Trace
from careercoach_desktop.foundation.uikit import (
    EmptyState,
    Highlight,
    ImagePages,
    Radius,
    Size,
    Space,
    column,
    current_theme,
    drop_shadow,
)

_LEAST_WIDTH = 260


class OriginalText(QTextEdit):
    """The text of an original without pages, set for reading. Marks a passage and brings it into view."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Text of the original")
        self.setProperty("kit", "paper")
        self.document().setDocumentMargin(Space.XXXL)
        self._mark: tuple[int, int] | None = None
        current_theme().changed.connect(self._paint_mark)

    def show_text(self, text: str) -> None:
        """Show another text; one paragraph per line."""
        font: QFont = current_theme().font(Size.BODY)
        self.document().setDefaultFont(font)
        self.setPlainText(text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(145.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spaced)
        self._mark = None
        self._paint_mark()

    def mark(self, passage: str, near: str = "") -> bool:
        """Mark ``passage`` (the first one after ``near``, if that is there); false when the text does not have it."""
        text = self.toPlainText()
        anchor = max(text.find(near), 0) if near else 0
        at = text.find(passage, anchor) if passage else -1
        if at < 0 and passage:
            at = text.find(passage)
        self._mark = (at, at + len(passage)) if at >= 0 else None
        self._paint_mark()
        if self._mark is None:
            return False
        cursor = self.textCursor()
        cursor.setPosition(at)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    @property
    def marked(self) -> str:
        """The passage that is marked now; empty when none is."""
        return self.toPlainText()[slice(*self._mark)] if self._mark else ""

    def _paint_mark(self) -> None:
        selections = []
        if self._mark is not None:
            selection = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setBackground(QColor(current_theme().color("soft")))
            look.setForeground(QColor(current_theme().color("on_soft")))
            selection.format = look
            selection.cursor = QTextCursor(self.document())
            selection.cursor.setPosition(self._mark[0])
            selection.cursor.setPosition(self._mark[1], QTextCursor.MoveMode.KeepAnchor)
            selections.append(selection)
        self.setExtraSelections(selections)


class Desktop(QWidget):
    """The sunken ground the text lies on, as the pages do; with the same soft shadow."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current_theme().color("sunken"))
        for child in self.findChildren(OriginalText):
            drop_shadow(painter, QRectF(child.geometry()), Radius.CONTROL, 16, 5)


class OriginalView(QStackedWidget):
    """``page_wanted(page, width_px)`` asks for a picture; ``clicked(page, x, y)`` in fractions of the page."""

    page_wanted = Signal(int, int)
    clicked = Signal(int, float, float)

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(_LEAST_WIDTH)  # else the widest sentence of a view that is not even shown decides
        self.pages = ImagePages("Pages of the original")
        # The second press of a double click on a card lands here: the keyboard stays with the field to be checked.
        self.pages.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.text = OriginalText()
        self._waiting = QWidget()
        around = Desktop()
        around.setLayout(column(self.text, margins=(Space.XXL, Space.XXL, Space.XXL, Space.XXL)))
        self._nothing = EmptyState("file-text", "This file could not be opened, so there is nothing to look at here. "
                                   "You can still type what it says.")  # fmt: skip
        self._written = EmptyState("note-pencil", "This résumé is written here; there is no file it was read from.")
        for each in (self._waiting, self.pages, around, self._nothing, self._written):
            self.addWidget(each)
        self._reading_view = around
        self.pages.page_wanted.connect(self.page_wanted)
        self.pages.page_clicked.connect(self.clicked)

    def show_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Pages of these widths and heights in points; their pictures are asked for as they come into view."""
        self.pages.set_pages(sizes)
        self.setCurrentWidget(self.pages)

    def show_text(self, text: str) -> None:
        """For an original without pages."""
        self.text.show_text(text)
        self.setCurrentWidget(self._reading_view)

    def show_unreadable(self) -> None:
        """For an original that gave neither pages nor text."""
        self.setCurrentWidget(self._nothing)

    def show_written(self) -> None:
        """For a résumé that has no original."""
        self.setCurrentWidget(self._written)

    def show_nothing(self) -> None:
        """While the original is being fetched."""
        self.setCurrentWidget(self._waiting)

    def set_picture(self, page: int, png: bytes) -> None:
        self.pages.set_page(page, png)

    def show_trace(self, trace: Trace | None, near: Trace | None = None, tone: str = "accent") -> None:
        """Mark where a value was read; nothing when it is not known. ``near`` helps to find a repeated word."""
        if self.currentWidget() is not self.pages:
            self.text.mark(trace.text if trace else "", near.text if near else "")
            return
        marks = [_mark_of(region, tone) for region in trace.regions] if trace else []
        if marks:
            self.pages.show_highlight(marks[0])
        self.pages.set_highlights(marks)


def _mark_of(region: Region, tone: str) -> Highlight:
    return Highlight(region.page, region.left, region.top, region.right - region.left, region.bottom - region.top, tone)
