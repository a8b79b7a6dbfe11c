"""What nothing proves in one paragraph, and the three things that can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.letters.model import Paragraph
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    FlowLayout,
    IconView,
    Radius,
    Size,
    Space,
    Text,
    Weight,
    column,
    current_theme,
    holder,
    row,
    surface,
)

BAR = 3.0
"""As wide as the bar beside the paragraph it is about."""


class ClaimCard(QWidget):
    """``shown_wanted`` asks for the words in the letter; the others say what to do with the claim (an index in
    ``paragraph.claims``) or the whole paragraph."""

    shown_wanted = Signal(int)
    evidence_wanted = Signal(int)
    removal_wanted = Signal(int)
    stand_wanted = Signal()

    def __init__(self, paragraph: Paragraph) -> None:
        super().__init__()
        self.part = paragraph.id
        self.buttons: list[Button] = []
        body = column(spacing=Space.M, margins=(Space.M, Space.M, Space.M, Space.M))
        for number in _in_order(paragraph):
            body.addWidget(self._claim(number, paragraph.claims[number]))
        stand = Button("Let it stand" if len(paragraph.claims) == 1 else "Let them stand", "ghost", compact=True)
        stand.setToolTip("You say it is true; nothing is marked any more")
        stand.clicked.connect(self.stand_wanted)
        self.buttons.append(stand)
        if len(paragraph.claims) == 1:
            self._flow.addWidget(stand)
        else:
            body.addLayout(row(stand, STRETCH))
        self.setLayout(body)
        self.setAccessibleName("Not proved: " + ", ".join(claim.text for claim in paragraph.claims))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        area = QRectF(self.rect())
        surface(painter, area, Radius.CARD, theme.color("surface"), theme.color("line"))
        surface(painter, QRectF(0, Radius.CARD, BAR, area.height() - 2 * Radius.CARD), BAR / 2, theme.color("amber"))

    def _claim(self, number: int, claim: Claim) -> QWidget:
        words = Button(f"“{claim.text}”", "link", name=f"Show “{claim.text}” in the letter")
        words.setMaximumWidth(250)
        words.setToolTip("Show it in the letter")
        words.clicked.connect(lambda: self.shown_wanted.emit(number))
        own = Button("Add as my evidence", compact=True, tip="Say in your own words how this is true")
        own.clicked.connect(lambda: self.evidence_wanted.emit(number))
        out = Button("Remove", "ghost", compact=True, tip="Take the sentence that says so out of the letter")
        out.clicked.connect(lambda: self.removal_wanted.emit(number))
        self.buttons += [words, own, out]
        head = row(IconView("warning", "amber"), words, spacing=6)
        head.addStretch(1)
        self._flow = FlowLayout(spacing=Space.XS)
        for button in (own, out):
            self._flow.addWidget(button)
        reason = Text(claim.reason or "Nothing of yours says so.", size=Size.SMALL, tone="second", wrap=True)
        return holder(column(head, reason, holder(self._flow), spacing=6))


def _in_order(paragraph: Paragraph) -> list[int]:
    """The claims as one comes upon them while reading; one that is part of another after the whole."""
    said = paragraph.text.casefold()
    at = [(said.find(claim.text.casefold()), -len(claim.text)) for claim in paragraph.claims]
    ends = [(place if place >= 0 else len(said), length) for place, length in at]
    return sorted(range(len(ends)), key=ends.__getitem__)


class StandingCard(QWidget):
    """A paragraph the person lets stand though nothing proves it; quiet, and can be taken back."""

    marked_again = Signal()

    def __init__(self, paragraph: Paragraph) -> None:
        super().__init__()
        said = ", ".join(f"“{claim.text}”" for claim in paragraph.claims)
        again = Button("Mark again", "link", compact=True, name=f"Mark again: {said}")
        again.clicked.connect(self.marked_again)
        line = row(
            IconView("shield-check", "third"),
            Text(f"You let {said} stand.", size=Size.SMALL, tone="second", wrap=True),
            again,
            spacing=Space.S,
        )
        line.setStretch(1, 1)
        self.setLayout(line)


class Requirement(QWidget):
    """What the posting asks for: answered by the letter, or not."""

    def __init__(self, term: str, *, answered: bool) -> None:
        super().__init__()
        icon, color = ("check-circle", "green") if answered else ("circle-dashed", "third")
        words = Text(term, size=Size.SMALL, weight=Weight.NORMAL, tone="text" if answered else "second", wrap=True)
        line = row(IconView(icon, color), words, spacing=Space.S)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setAccessibleName(f"{term}: {'in the letter' if answered else 'not in the letter'}")
