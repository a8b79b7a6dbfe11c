"""Who asks: the question bank on this computer, or Claude; each says what it takes and what is sent."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.practice.model import Asker
from careercoach_desktop.foundation.llm.faults import SETTINGS
from careercoach_desktop.foundation.llm.model import Estimate
from careercoach_desktop.foundation.llm.words import estimate_words, model_name, seconds_words
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Badge,
    Button,
    ClickCard,
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
)

_BANK = "Questions written for Career Coach that fit the posting. Free, at once, nothing leaves this computer."
_CLAUDE = "Asks what this employer would ask, and asks once more where an answer is thin."
_NO_KEY = "With a Claude key of your own, Claude asks what this employer would ask."
_NEEDS_KEY = "needs a key"


_SENT_LINES = 4
"""Lines of small print there is room for from the beginning, so that nothing moves when the price arrives."""


class AskerCard(ClickCard):
    """One of the two, with a ring around the one that is chosen; ``walked`` when an arrow key asks for the other. One
    that can't be chosen lies flat in the page."""

    walked = Signal()

    def __init__(self, icon: str, title: str) -> None:
        super().__init__(title)
        self._title = title
        self.price = Badge("", "neutral")
        self._can = True
        self.words = Text("", size=Size.SMALL, tone="second", wrap=True)
        self.sent = Text("", size=Size.TINY, tone="third", wrap=True)
        self._name = Text(title, weight=Weight.BOLD)
        head = row(IconView(icon, "second"), self._name, STRETCH, self.price, spacing=Space.S)
        self.add(head, self.words, self.sent)
        _keep_room(self.price, keep=True)
        self.sent.hide()

    @property
    def room(self) -> int:
        """Pixels for what is sent."""
        return _SENT_LINES * self.sent.fontMetrics().lineSpacing()

    def reserve(self, *, height: int) -> None:
        """Keep so much room for what is sent, before anybody knows it."""
        _keep_room(self.sent, keep=height > 0)
        self.sent.setMinimumHeight(height)
        self.sent.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    @property
    def can_be_chosen(self) -> bool:
        return self._can

    def set_can_be_chosen(self, *, can: bool) -> None:
        self._can = can
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if can else Qt.FocusPolicy.NoFocus)
        self._name.set_tone("text" if can else "second")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._can:
            super().paintEvent(event)
            return
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius.CARD, Radius.CARD)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._can:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._can:
            super().mouseDoubleClickEvent(event)

    def describe(self, words: str, price: str, sent: str = "") -> None:
        self.words.setText(words)
        self.price.setText(price)
        self.price.setVisible(bool(price))
        self.sent.setText(sent)
        self.sent.setVisible(bool(sent))
        self.setAccessibleName(". ".join(part for part in (self._title, price, words, sent) if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit()
            return
        super().keyPressEvent(event)


class AskerChoice(QWidget):
    """``changed`` when the other is chosen. Without a key the second card says what one would add."""

    changed = Signal()
    settings_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._value = Asker.BANK
        self._can = False
        self.bank = AskerCard("list-bullets", "The question bank")
        self.claude = AskerCard("sparkle", "Claude")
        self.bank.describe(_BANK, "free")
        self._settings = Button("Add a key in Settings", compact=True, icon="key")
        self._settings.clicked.connect(lambda: self.settings_wanted.emit(SETTINGS))
        self._key = holder(row(self._settings, STRETCH))
        self._key.setMinimumHeight(self.claude.room)
        self.claude.add(self._key)
        self.setLayout(column(self.bank, self.claude, spacing=Space.S))
        for asker, card in ((Asker.BANK, self.bank), (Asker.CLAUDE, self.claude)):
            card.clicked.connect(lambda asker=asker: self._choose(asker))
            card.opened.connect(lambda asker=asker: self._choose(asker))
            card.walked.connect(self._walk)
        self.show_claude(None, can=False)

    @property
    def has_price(self) -> bool:
        """Whether it is said what Claude would take."""
        return self._can and bool(self.claude.price.text())

    def value(self) -> Asker:
        return self._value

    def set_value(self, asker: Asker) -> None:
        """Choose without telling; Claude only where it can be asked."""
        self._value = asker if self._can else Asker.BANK
        self.bank.set_selected(self._value is Asker.BANK)
        self.claude.set_selected(self._value is Asker.CLAUDE)

    def show_claude(self, estimate: Estimate | None, *, can: bool, sends: str = "") -> None:
        """What Claude's questions take; None: nobody knows yet."""
        self._can = can
        self.claude.set_can_be_chosen(can=can)
        self._key.setVisible(not can)
        self.claude.reserve(height=self.claude.room if can else 0)
        if not can:
            self.claude.describe(_NO_KEY, _NEEDS_KEY)
        elif estimate is None:
            self.claude.describe(_CLAUDE, "", sends)
        else:
            about = ", ".join(part for part in (model_name(estimate.model), seconds_words(estimate.seconds)) if part)
            self.claude.describe(_CLAUDE, estimate_words(estimate), f"{about}. {sends}")
        self.set_value(self._value)

    def _choose(self, asker: Asker) -> None:
        if asker is not self._value and (asker is Asker.BANK or self._can):
            self.set_value(asker)
            self.changed.emit()

    def _walk(self) -> None:
        other = Asker.CLAUDE if self._value is Asker.BANK else Asker.BANK
        if other is Asker.BANK or self._can:
            self._choose(other)
            (self.claude if other is Asker.CLAUDE else self.bank).setFocus(Qt.FocusReason.TabFocusReason)


def _keep_room(widget: QWidget, *, keep: bool) -> None:
    """Whether its place stays free while it is hidden."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(keep)
    widget.setSizePolicy(policy)
