"""The left of the letter's page: the sheet that scrolls, and above it what its writing is doing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careercoach_desktop.features.letters.model import LetterDraft
from careercoach_desktop.features.letters.ui.letter_words import gap_count
from careercoach_desktop.features.letters.ui.paper import EDGE, WIDEST, LetterPaper
from careercoach_desktop.features.letters.ui.part_row import PartRow
from careercoach_desktop.features.letters.ui.writing_bar import WritingBar
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Banner,
    Button,
    Scroll,
    Space,
    column,
    current_theme,
    holder,
    row,
)

_NEAR_END = 40
_ABOVE = 24


class LetterSheet(QWidget):
    """``again_wanted`` asks for another try at a letter that was cut off, ``discard_wanted`` to throw it away."""

    again_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.paper = LetterPaper()
        self.bar = WritingBar()
        self._cut = Banner(
            "This letter is not finished: writing it was stopped. What had come by then is kept, and yours to edit.",
            "warn",
            action="Write it again",
        )
        self._cut.acted.connect(self.again_wanted)
        self._discard = Button("Throw it away", "link", compact=True)
        self._discard.clicked.connect(self.discard_wanted)
        self._hint = Banner("", "accent", icon="pencil-simple", action="Go to the first")
        self._hint.acted.connect(lambda: self.paper.go_to_gap(None, 1))
        for each in (self._cut, self._discard, self._hint):
            each.hide()
        said = holder(
            column(
                self.bar,
                self._cut,
                row(self._discard, STRETCH),
                self._hint,
                spacing=Space.S,
                margins=(EDGE, 0, EDGE, 0),
            )
        )
        said.setMaximumWidth(WIDEST)
        middle = column(_centred(said), _centred(self.paper), spacing=0)
        middle.setContentsMargins(Space.L, Space.M, Space.L, Space.XXL)
        middle.addStretch(1)
        self._scroll = Scroll(middle, "The letter")
        self._follows = False
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: bar.setValue(most) if self._follows else None)
        bar.valueChanged.connect(self._on_scrolled)
        self.setLayout(column(self._scroll, spacing=0))
        self.paper.entered.connect(self._bring_into_view)

    def show_draft(self, draft: LetterDraft, keep: set[str]) -> None:
        """A letter that is stored; ``keep`` names the parts somebody is typing in."""
        self._follows = False
        self.paper.show_draft(draft, keep=keep)
        self._cut.setVisible(not draft.complete)
        self._discard.setVisible(not draft.complete)
        left = gap_count(draft) if draft.complete else 0
        self._hint.setVisible(left > 0)
        if left:
            said = "One gap is" if left == 1 else f"{left} gaps are"
            self._hint.set_text(f"{said} left for your own words. Tab goes from one to the next.")

    def show_growing(self, draft: LetterDraft) -> None:
        """One that is being written. Who has not scrolled away sees its end."""
        bar = self._scroll.verticalScrollBar()
        if not self._follows:
            self._follows = bar.maximum() - bar.value() <= _NEAR_END
        for each in (self._cut, self._discard, self._hint):
            each.hide()
        if draft.words:
            self.bar.show_growing()
        self.paper.show_draft(draft, still=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(self.rect(), current_theme().color("sunken"))

    def _on_scrolled(self, value: int) -> None:
        if self._follows:
            self._follows = self._scroll.verticalScrollBar().maximum() - value <= _NEAR_END

    def _bring_into_view(self, part: str) -> None:
        shown: PartRow | None = self.paper.row(part)
        if shown is not None:
            self._scroll.ensureWidgetVisible(shown.field, 0, _ABOVE)


def _centred(widget: QWidget) -> QHBoxLayout:
    """As wide as there is room, and no wider than a sheet."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.addStretch(1)
    line.addWidget(widget, 1000)
    line.addStretch(1)
    return line
