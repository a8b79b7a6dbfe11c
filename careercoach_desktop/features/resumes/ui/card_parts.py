"""What a résumé's card is made of besides words: its first page, its tags, the mark that selects it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from careercoach_desktop.features.resumes.model import ReadingState, ResumeCard
from careercoach_desktop.features.resumes.ui.words import is_doubted
from careercoach_desktop.foundation.uikit import (
    Radius,
    Size,
    Weight,
    current_theme,
    drop_shadow,
    paint_icon,
    plain_tip,
    surface,
)
from careercoach_desktop.foundation.uikit.tokens import LIGHT

PICTURE_HEIGHT = 214
_TAG_HEIGHT = 18
_TAG_PADDING = 6
_MARK = 24


class PickMark(QAbstractButton):
    """A round mark in the corner of a card: a check when the card is selected. The keyboard has Space for it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(_MARK, _MARK)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def nextCheckState(self) -> None:
        """The selection decides, not the click."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        area = QRectF(3, 3, _MARK - 6, _MARK - 6)
        if self.isChecked():
            surface(painter, area, area.width() / 2, theme.color("accent"))
            paint_icon(painter, "check", "on_accent", area, 12)
        else:
            ink = "accent" if self.underMouse() else "line_strong"
            surface(painter, area, area.width() / 2, theme.color("surface"), theme.color(ink), 1.5)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class TagLine(QWidget):
    """The tags of a résumé in one line: as many as fit, then how many more there are."""

    def __init__(self) -> None:
        super().__init__()
        self._tags: tuple[str, ...] = ()
        self.setFixedHeight(_TAG_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """None hides the line."""
        self._tags = tags
        self.setHidden(not tags)
        self.setAccessibleName(f"Tags: {', '.join(tags)}" if tags else "")
        self.setToolTip(plain_tip(", ".join(tags)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, _TAG_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        font = theme.font(Size.TINY)
        painter.setFont(font)
        metrics, left = QFontMetricsF(font), 0.0
        for at, tag in enumerate(self._tags):
            more = f"+{len(self._tags) - at}"
            last = at == len(self._tags) - 1
            room = self.width() - left - (0 if last else metrics.horizontalAdvance(more) + 2 * _TAG_PADDING)
            width = metrics.horizontalAdvance(tag) + 2 * _TAG_PADDING
            if width > room and at > 0:
                self._paint_word(painter, more, left, metrics.horizontalAdvance(more) + 2 * _TAG_PADDING)
                return
            shown = metrics.elidedText(tag, Qt.TextElideMode.ElideRight, room - 2 * _TAG_PADDING)
            width = min(width, room)
            self._paint_word(painter, shown, left, width)
            left += width + 4

    @staticmethod
    def _paint_word(painter: QPainter, word: str, left: float, width: float) -> None:
        theme, area = current_theme(), QRectF(left, 0, width, _TAG_HEIGHT)
        surface(painter, area, Radius.TAG, theme.color("sunken"))
        painter.setPen(theme.color("second"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), word)


class FirstPage(QWidget):
    """The top of the first page on a sunken ground; grey lines while it is being made."""

    def __init__(self) -> None:
        super().__init__()
        self._packed = b""
        self._unpacked: QImage | None = None
        self._scaled = QImage()
        self._state = ReadingState.READING
        self._problem = self._next_step = ""
        self._doubted = False
        self.setFixedHeight(PICTURE_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_card(self, card: ResumeCard) -> None:
        self._state = card.state
        self._problem, self._next_step = card.problem, card.next_step
        self._doubted = is_doubted(card)
        if self._packed != (card.thumbnail or b""):
            self._packed, self._unpacked, self._scaled = card.thumbnail or b"", None, QImage()
        self.update()

    def picture(self) -> QImage:
        """Unpacked when it is first painted: hundreds of cards that nobody scrolls to cost neither time nor memory."""
        if self._unpacked is None:
            self._unpacked = QImage.fromData(self._packed) if self._packed else QImage()
        return self._unpacked

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, picture = current_theme(), QPainter(self), self.picture()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        around = QPainterPath()
        around.addRoundedRect(area, Radius.CONTROL, Radius.CONTROL)
        painter.setClipPath(around)
        painter.fillRect(area, theme.color("sunken"))
        if self._doubted or (self._state is ReadingState.FAILED and picture.isNull()):
            self._paint_problem(painter, area)
            return
        page = QRectF(18, 16, area.width() - 36, (area.width() - 36) * 1.414)
        drop_shadow(painter, page, 1, 12, 3)
        painter.fillRect(page, QColor("white"))
        if picture.isNull():
            self._paint_lines(painter, page)
            return
        height = page.width() * picture.height() / max(picture.width(), 1)
        painter.drawImage(QRectF(page.left(), page.top(), page.width(), height), self._small(page.width(), picture))

    def _small(self, width: float, picture: QImage) -> QImage:
        """The picture as wide as it is painted, in pixels of the screen: the painter alone would leave out lines."""
        pixels = max(1, round(width * self.devicePixelRatioF()))
        if self._scaled.width() != pixels and picture.width() > pixels:
            self._scaled = picture.scaledToWidth(pixels, Qt.TransformationMode.SmoothTransformation)
        return self._scaled if self._scaled.width() == pixels else picture

    def _paint_problem(self, painter: QPainter, area: QRectF) -> None:
        """What happened and what to do, where the page would be."""
        theme = current_theme()
        words = area.adjusted(16, 52, -16, -12)
        paint_icon(painter, "warning", "amber", QRectF(area.left(), area.top() + 16, area.width(), 28), 24)
        wrap = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        painter.setFont(theme.font(Size.SMALL, Weight.MEDIUM))
        painter.setPen(theme.color("amber"))
        used = painter.boundingRect(words, wrap, self._problem)
        painter.drawText(words, wrap, self._problem)
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(theme.color("second"))
        painter.drawText(words.adjusted(0, used.height() + 8, 0, 0), wrap, self._next_step)

    @staticmethod
    def _paint_lines(painter: QPainter, page: QRectF) -> None:
        """Where the text will be; paper is white in both themes."""
        top = page.top() + 22
        for at, width in enumerate((0.42, 0.66, 0, 0.9, 0.84, 0.88, 0, 0.5, 0.9, 0.8, 0.86, 0, 0.4, 0.9)):
            if width:
                thick = 7 if at == 0 else 4
                place = QRectF(page.left() + 18, top, (page.width() - 36) * width, thick)
                surface(painter, place, thick / 2, QColor(LIGHT.line))
            top += 12
