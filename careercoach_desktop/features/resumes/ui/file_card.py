"""One résumé on the page: its first page small, its name, what there is to know and to do about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from careercoach_desktop.features.resumes.model import ReadingState, ResumeCard
from careercoach_desktop.features.resumes.ui.words import card_line, counted, is_doubted
from careercoach_desktop.foundation.uikit import (
    CARD_COLUMN,
    STRETCH,
    Bar,
    Button,
    ClickCard,
    IconButton,
    IconView,
    Radius,
    Size,
    Space,
    Text,
    Weight,
    current_theme,
    drop_shadow,
    holder,
    paint_icon,
    row,
    surface,
)
from careercoach_desktop.foundation.uikit.tokens import LIGHT

_PICTURE_HEIGHT = 214
_CARD_HEIGHT = 310
_BUTTONS_TAKE = 14
"""Pixels the picture gives to a row of buttons, which is higher than a line of text."""
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class FirstPage(QWidget):
    """The top of the first page on a sunken ground; grey lines while it is being made."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._state = ReadingState.READING
        self._problem = self._next_step = ""
        self._doubted = False
        self.setFixedHeight(_PICTURE_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_card(self, card: ResumeCard) -> None:
        self._state = card.state
        self._problem, self._next_step = card.problem, card.next_step
        self._doubted = is_doubted(card)
        self._image = QImage.fromData(card.thumbnail) if card.thumbnail else QImage()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        around = QPainterPath()
        around.addRoundedRect(area, Radius.CONTROL, Radius.CONTROL)
        painter.setClipPath(around)
        painter.fillRect(area, theme.color("sunken"))
        if self._doubted or (self._state is ReadingState.FAILED and self._image.isNull()):
            self._paint_problem(painter, area)
            return
        page = QRectF(18, 16, area.width() - 36, (area.width() - 36) * 1.414)
        drop_shadow(painter, page, 1, 12, 3)
        painter.fillRect(page, QColor("white"))
        if self._image.isNull():
            self._paint_lines(painter, page)
            return
        height = page.width() * self._image.height() / max(self._image.width(), 1)
        painter.drawImage(QRectF(page.left(), page.top(), page.width(), height), self._image)

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


class ResumeFileCard(ClickCard):
    """``asked(what)`` says what the person wants: ``open``, ``menu``, ``rename``, ``delete``, ``read``."""

    asked = Signal(str)
    arrow_pressed = Signal(int)

    def __init__(self, card: ResumeCard) -> None:
        super().__init__(card.title, padding=10, spacing=Space.XS)
        self.card = card
        self.setFixedSize(CARD_COLUMN, _CARD_HEIGHT)
        self._picture = FirstPage()
        self._title = Text("", weight=Weight.BOLD, elide=True)
        self._menu = IconButton("dots-three", "More", size=24)
        self._menu.clicked.connect(lambda: self.asked.emit("menu"))
        self._meta = Text("", size=Size.SMALL, tone="third", elide=True)
        primary = Text("Primary", size=Size.SMALL, tone="on_soft", weight=Weight.MEDIUM)
        star = row(IconView("star", "accent", size=14), primary, spacing=Space.XS, margins=(0, 0, Space.S, 0))
        self._star = holder(star)
        self._status_icon = IconView("circle-dashed", "third", size=14)
        self._status = Text("", size=Size.SMALL, tone="third", elide=True)
        self._bar = Bar(None, name="Reading")
        title_line = row(self._title, self._menu, spacing=Space.XS)
        title_line.setStretch(0, 1)
        status_line = row(self._star, self._status_icon, self._status, STRETCH, spacing=Space.XS)
        self._status_line = holder(status_line)
        self._failed_line, self._doubted_line = self._make_failed_line(), self._make_doubted_line()
        self.add(self._picture, 6, title_line, self._meta, self._bar, self._failed_line, self._doubted_line,
                 self._status_line, STRETCH)  # fmt: skip
        self.clicked.connect(self._on_clicked)
        self.opened.connect(lambda: self.asked.emit("open"))
        self.show_card(card)

    def menu_anchor(self) -> QWidget:
        """Where the menu opens when it was not asked for with the pointer."""
        return self._menu

    def show_card(self, card: ResumeCard) -> None:
        """Show the résumé as it is now."""
        self.card = card
        self._picture.show_card(card)
        self._title.setText(card.title)
        self.setAccessibleName(self._spoken(card))
        self._menu.setAccessibleName(f"More for {card.title}")
        reading, failed = card.state is ReadingState.READING, card.state is ReadingState.FAILED
        self._meta.setText("Could not be read" if failed else "Reading…" if reading else card_line(card))
        self._bar.setHidden(not reading)
        if reading:
            self._bar.set_value(None)
        self._failed_line.setHidden(not failed)
        self._doubted_line.setHidden(not is_doubted(card))
        asks = failed or is_doubted(card)
        self._picture.setFixedHeight(_PICTURE_HEIGHT - (_BUTTONS_TAKE if asks else 0))
        self._status_line.setHidden(reading or asks)
        self._star.setHidden(not card.is_primary)
        self._show_status(card)

    def show_progress(self, fraction: float | None, note: str) -> None:
        """How far the reading is, while it runs."""
        if self.card.state is ReadingState.READING:
            self._bar.set_value(fraction)
            self._meta.setText(f"{note}…" if note else "Reading…")

    def sizeHint(self) -> QSize:
        return QSize(CARD_COLUMN, _CARD_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {Qt.Key.Key_F2: "rename", Qt.Key.Key_Delete: "delete", Qt.Key.Key_Space: "open"}
        if event.key() in wanted:
            self.asked.emit(wanted[Qt.Key(event.key())])
            return
        if event.key() in _ARROWS:
            self.arrow_pressed.emit(event.key())  # the scroll area around the cards would only scroll
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.asked.emit("open")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the first click has opened it

    def _on_clicked(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _make_failed_line(self) -> QWidget:
        again = Button("Read again", compact=True)
        again.clicked.connect(lambda: self.asked.emit("read"))
        by_hand = Button("Type it in", "ghost", compact=True)
        by_hand.clicked.connect(lambda: self.asked.emit("open"))
        return holder(row(again, by_hand, STRETCH, spacing=Space.XS))

    def _make_doubted_line(self) -> QWidget:
        by_hand = Button("Type it in", compact=True)
        by_hand.clicked.connect(lambda: self.asked.emit("open"))
        away = Button("Delete", "ghost", compact=True)
        away.clicked.connect(lambda: self.asked.emit("delete"))
        return holder(row(by_hand, away, STRETCH, spacing=Space.XS))

    def _show_status(self, card: ResumeCard) -> None:
        if card.checked:
            icon, tone, words = "check-circle", "green", "Checked"
        elif card.doubtful:
            icon, tone, words = "warning", "amber", f"{counted(card.doubtful)} to check"
        else:
            icon, tone, words = "circle-dashed", "third", "Not checked yet"
        self._status_icon.set_icon(icon, tone)
        self._status.setText(words)
        self._status.set_tone(tone)

    @staticmethod
    def _spoken(card: ResumeCard) -> str:
        said = f"{card.problem} {card.next_step}" if card.problem else card_line(card)
        state = "being read" if card.state is ReadingState.READING else said
        parts = [card.title, "primary" if card.is_primary else "", state]
        return ", ".join(part.strip() for part in parts if part.strip())
