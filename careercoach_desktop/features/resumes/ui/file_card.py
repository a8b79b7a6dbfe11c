"""One résumé on the page: its first page small, its name, what there is to know and to do about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.model import ReadingState, ResumeCard
from careercoach_desktop.features.resumes.ui.card_parts import PICTURE_HEIGHT, FirstPage, PickMark, TagLine
from careercoach_desktop.features.resumes.ui.words import card_line, counted, is_doubted
from careercoach_desktop.foundation.uikit import (
    CARD_COLUMN,
    STRETCH,
    Bar,
    Button,
    ClickCard,
    IconButton,
    IconView,
    Size,
    Space,
    Text,
    Weight,
    holder,
    row,
)

_CARD_HEIGHT = 310
_TAGS_TAKE = 22
"""Pixels the picture gives to the line of tags."""
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class ResumeFileCard(ClickCard):
    """``asked(what)`` says what the person wants: ``open``, ``menu``, ``rename``, ``delete``, ``read``; ``toggle`` and
    ``extend`` are about the selection, ``click`` is a plain click. ``arrow_pressed`` brings the key and whether Shift
    is held."""

    asked = Signal(str)
    arrow_pressed = Signal(int, bool)

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
        self._tags = TagLine()
        self._selecting = False
        self._mark = PickMark(self)
        self._mark.move(14, 14)
        self._mark.clicked.connect(lambda: self.asked.emit("toggle"))
        title_line = row(self._title, self._menu, spacing=Space.XS)
        title_line.setStretch(0, 1)
        status_line = row(self._star, self._status_icon, self._status, STRETCH, spacing=Space.XS)
        self._status_line = holder(status_line)
        self._failed_line, self._doubted_line = self._make_failed_line(), self._make_doubted_line()
        self.add(self._picture, 6, title_line, self._meta, self._tags, self._bar, self._failed_line, self._doubted_line,
                 self._status_line, STRETCH)  # fmt: skip
        self.clicked.connect(self._on_clicked)
        self.opened.connect(lambda: self.asked.emit("open"))
        self._mark.raise_()
        self._show_mark()
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
        self._meta.setText("Reading…" if reading else card_line(card))
        self._bar.setHidden(not reading)
        if reading:
            self._bar.set_value(None)
        self._failed_line.setHidden(not failed)
        self._doubted_line.setHidden(not is_doubted(card))
        asks = failed or is_doubted(card)
        self._tags.show_tags(card.tags)
        self._mark.setAccessibleName(f"Select {card.title}")
        self._meta.setHidden(asks)  # the picture says it at length, and the buttons take the room: titles stay in line
        self._picture.setFixedHeight(PICTURE_HEIGHT - (_TAGS_TAKE if card.tags else 0))
        self._status_line.setHidden(reading or asks)
        said_by_nobody = not card.has_original and not card.doubtful  # nothing was read that could be checked
        for status in (self._status_icon, self._status):
            status.setHidden(said_by_nobody)
        self._star.setHidden(not card.is_primary)
        self._show_status(card)

    def show_progress(self, fraction: float | None, note: str) -> None:
        """How far the reading is, while it runs."""
        if self.card.state is ReadingState.READING:
            self._bar.set_value(fraction)
            self._meta.setText(f"{note}…" if note else "Reading…")

    def set_selected(self, selected: bool) -> None:
        super().set_selected(selected)
        self._mark.setChecked(selected)
        self._show_mark()

    def set_selecting(self, selecting: bool) -> None:
        """While anything is selected every card shows its mark: a click then selects."""
        self._selecting = selecting
        self._show_mark()

    def sizeHint(self) -> QSize:
        return QSize(CARD_COLUMN, _CARD_HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_mark()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_mark()

    def _show_mark(self) -> None:
        self._mark.setVisible(self._selecting or self.is_selected or self.underMouse())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {Qt.Key.Key_F2: "rename", Qt.Key.Key_Delete: "delete", Qt.Key.Key_Space: "toggle"}
        if event.key() in wanted:
            self.asked.emit(wanted[Qt.Key(event.key())])
            return
        if event.key() in _ARROWS:
            held = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.arrow_pressed.emit(event.key(), held)  # the scroll area around the cards would only scroll
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            held = event.modifiers()
            if held & Qt.KeyboardModifier.ControlModifier:
                self.asked.emit("toggle")
            elif held & Qt.KeyboardModifier.ShiftModifier:
                self.asked.emit("extend")
            else:
                self.asked.emit("click")

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
        tags = f"tagged {', '.join(card.tags)}" if card.tags else ""
        parts = [card.title, "primary" if card.is_primary else "", state, tags]
        return ", ".join(part.strip() for part in parts if part.strip())
