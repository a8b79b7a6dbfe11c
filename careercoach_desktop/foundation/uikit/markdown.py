"""Shows Markdown: postings and notes in comfortable lines, as tall as they are, never from the network."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QMargins, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextListFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QTextEdit

from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import Size, Weight

Marks = Callable[[str], Sequence[tuple[int, int]]]
"""Which parts of a text to mark: (start, end) in Python's characters, never overlapping."""
_SAFE_SCHEMES: Final = frozenset({"http", "https", "mailto"})
_HEADING_SIZES: Final = {1: Size.TITLE, 2: Size.LARGE, 3: Size.BODY, 4: Size.BODY, 5: Size.BODY, 6: Size.BODY}
_LINE_HEIGHT = 125.0
_LONGEST = 400_000
_QT_BULLETS: Final = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)
_BULLET = 2.0
"""Radius of the dot before a list item."""
_BULLET_GAP = 11.0
"""From its middle to the text."""


class MarkdownView(QTextBrowser):
    """Read-only. Links open in the browser when they are http, https or mailto; pictures and anything else that would
    be fetched are not. It grows to its content: put it into a ``Scroll``."""

    def __init__(self, name: str, text: str = "") -> None:
        super().__init__()
        self._source = ""
        self._marks: Marks | None = None
        self._bulleted: list[QTextBlock] = []
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(20)
        self.setViewportMargins(QMargins(0, 0, 0, 0))
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self._follow)
        current_theme().changed.connect(self._show)
        self.set_markdown(text)

    def markdown(self) -> str:
        """What was set."""
        return self._source

    def set_markdown(self, text: str) -> None:
        """Show this text; very long ones are cut at 400,000 characters."""
        self._source = text
        self._show()

    def mark(self, marks: Marks | None) -> None:
        """Mark parts of every text that is shown from now on; None marks nothing."""
        self._marks = marks
        self._show_marks()

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing is loaded, from the network or from the disk."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page around it scrolls

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().color("third"))
        layout, seen = self.document().documentLayout(), event.rect()
        first = bisect_left(
            self._bulleted, float(seen.top()), key=lambda block: layout.blockBoundingRect(block).bottom()
        )
        for block in self._bulleted[first:]:
            area = layout.blockBoundingRect(block)
            if area.top() > seen.bottom():
                break
            if not block.layout().lineCount():
                continue
            line = block.layout().lineAt(0)
            baseline = area.top() + line.y() + line.ascent()
            middle = baseline - QFontMetricsF(block.charFormat().font()).xHeight() / 2
            painter.drawEllipse(QPointF(area.left() + line.x() - _BULLET_GAP, middle), _BULLET, _BULLET)

    def sizeHint(self) -> QSize:
        return QSize(360, self.height())

    def _show(self) -> None:
        document = self.document()
        document.setDefaultFont(current_theme().font(Size.BODY))
        features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
        document.setMarkdown(self._source[:_LONGEST], QTextDocument.MarkdownFeature(features))
        self._style()
        self._show_marks()
        self._fit()

    def _show_marks(self) -> None:
        form = QTextCharFormat()
        form.setBackground(current_theme().color("soft"))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(current_theme().color("accent"))
        text = self.document().toPlainText()
        selections = []
        for start, end in self._marks(text) if self._marks is not None else ():
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(_qt_length(text[:start]))
            cursor.setPosition(_qt_length(text[:end]), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, form
            selections.append(selection)
        self.setExtraSelections(selections)

    def _style(self) -> None:
        """Give headings, paragraphs and links the kit's sizes and colours (Markdown import knows only Qt's)."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        block = self.document().begin()
        first = True
        self._bulleted = []
        while block.isValid():
            self._note_bullet(block)
            cursor.setPosition(block.position())
            form = QTextBlockFormat(block.blockFormat())
            level = form.headingLevel()
            form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            in_list = block.textList() is not None
            form.setTopMargin(0 if first else (16 if level in (1, 2) else 12) if level else 0)
            form.setBottomMargin(4 if level or in_list else 8)
            cursor.setBlockFormat(form)
            if form.intProperty(QTextBlockFormat.Property.BlockQuoteLevel):
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                quoted = QTextCharFormat()
                quoted.setForeground(current_theme().color("second"))
                cursor.mergeCharFormat(quoted)
            first = False
            block = block.next()
        cursor.endEditBlock()
        self._restyle_words()
        frame = QTextFrameFormat(self.document().rootFrame().frameFormat())
        frame.setMargin(0)
        self.document().rootFrame().setFrameFormat(frame)

    def _note_bullet(self, block: QTextBlock) -> None:
        """Qt's own bullets are as heavy as the letters and touch them: they are replaced by small dots."""
        items = block.textList()
        if items is None:
            return
        form = QTextListFormat(items.format())
        if form.style() in _QT_BULLETS:
            form.setStyle(QTextListFormat.Style.ListStyleUndefined)
            items.setFormat(form)
        if form.style() == QTextListFormat.Style.ListStyleUndefined:
            self._bulleted.append(block)

    def _restyle_words(self) -> None:
        """Headings in the kit's sizes, links in its accent, bold as semibold (the weight its fonts have), pictures as
        their words."""
        spans: list[tuple[int, int, QTextCharFormat, int]] = []
        block = self.document().begin()
        while block.isValid():
            part = block.begin()
            while not part.atEnd():
                fragment = part.fragment()
                level = block.blockFormat().headingLevel()
                spans.append((fragment.position(), fragment.length(), fragment.charFormat(), level))
                part += 1
            block = block.next()
        cursor = QTextCursor(self.document())
        for position, length, form, level in reversed(spans):  # backwards, because pictures change the length
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            if form.isImageFormat():
                cursor.insertText(_words_for(form.toImageFormat()), QTextCharFormat())
            elif level or form.isAnchor() or form.fontWeight() > Weight.BOLD:
                cursor.setCharFormat(_restyled(form, level))

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        height = round(self.document().size().height() + 1)
        if height != self.height():
            self.setFixedHeight(max(height, 20))

    def _follow(self, link: QUrl) -> None:
        if link.scheme().lower() in _SAFE_SCHEMES:
            QDesktopServices.openUrl(link)


def _qt_length(text: str) -> int:
    """How long Qt takes the text to be: what is beyond 16 bits counts twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _restyled(form: QTextCharFormat, level: int) -> QTextCharFormat:
    changed = QTextCharFormat(form)
    if level:
        changed.clearProperty(QTextCharFormat.Property.FontSizeAdjustment.value)
        changed.setProperty(QTextCharFormat.Property.FontPixelSize.value, _HEADING_SIZES.get(level, Size.BODY))
    if level or form.fontWeight() > Weight.BOLD:
        changed.setFontWeight(QFont.Weight.DemiBold)
    if form.isAnchor():
        changed.setForeground(QColor(current_theme().color("on_soft")))
        changed.setFontUnderline(False)
    return changed


def _words_for(image: QTextImageFormat) -> str:
    words = str(image.property(QTextCharFormat.Property.ImageAltText) or "").strip()
    return f"[picture: {words}]" if words else ""
