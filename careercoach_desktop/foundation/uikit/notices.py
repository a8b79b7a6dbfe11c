"""What the page says about itself: a banner above the content, an empty page that teaches."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from careercoach_desktop.foundation.uikit.buttons import Button
from careercoach_desktop.foundation.uikit.icons import paint_icon
from careercoach_desktop.foundation.uikit.layouts import STRETCH, column, row
from careercoach_desktop.foundation.uikit.painting import surface
from careercoach_desktop.foundation.uikit.texts import Text
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import TONES, Radius, Size, Space, Weight

_SENTENCE = 380


def hide_without_words(*widgets: Text | Button) -> None:
    """Hide those that have nothing to say. Never the other way round: showing a widget that has no parent yet would
    flash it as a window of its own."""
    for widget in widgets:
        if not widget.text():
            widget.hide()


class IconView(QWidget):
    """An icon that is only looked at; it follows the theme. With a ``name`` it is read out."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, icon: str, color: str = "second", *, size: int = 16, name: str = "") -> None:
        super().__init__()
        self._icon, self._color, self._size = icon, color, size
        self.setFixedSize(size, size)
        self.setAccessibleName(name)

    def set_icon(self, icon: str, color: str = "") -> None:
        self._icon, self._color = icon, color or self._color
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self._icon, self._color, QRectF(self.rect()), self._size)


class Banner(QWidget):
    """A line or two about the page, coloured by its meaning; ``acted`` when its link is followed."""

    accessible_role = QAccessible.Role.AlertMessage

    acted = Signal()

    def __init__(
        self, text: str, tone: str = "neutral", *, icon: str = "", action: str = "", trailing: str = ""
    ) -> None:
        super().__init__()
        self._ink, self._ground, usual_icon = TONES[tone]
        self._words = Text(text, size=Size.SMALL, tone=self._ink, wrap=True)
        self._trailing = Text(trailing, size=Size.SMALL, weight=Weight.BOLD, tone=self._ink)
        self._action = Button(action, "link")
        hide_without_words(self._trailing, self._action)
        self._action.clicked.connect(self.acted)
        line = row(IconView(icon or usual_icon, self._ink), self._words, self._trailing, self._action)
        line.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        return self._words.text()

    def set_text(self, text: str) -> None:
        self._words.setText(text)
        self.setAccessibleName(text)

    def set_trailing(self, text: str) -> None:
        self._trailing.setText(text)
        self._trailing.setVisible(bool(text))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 34)

    def paintEvent(self, _event: QPaintEvent) -> None:
        surface(QPainter(self), QRectF(self.rect()), Radius.CARD, current_theme().color(self._ground))


class EmptyState(QWidget):
    """An empty page: an icon, one sentence, one button, perhaps a second way as a link."""

    acted = Signal()
    link_followed = Signal()

    def __init__(self, icon: str, text: str, *, title: str = "", action: str = "", link: str = "") -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        words = column(spacing=Space.S)
        words.addWidget(IconView(icon, "third", size=36), 0, middle)
        words.addSpacing(Space.XS)
        if title:
            words.addWidget(Text(title, size=Size.LARGE, weight=Weight.BOLD), 0, middle)
        sentence = Text(text, tone="second", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        sentence.setFixedSize(_SENTENCE, sentence.heightForWidth(_SENTENCE))
        words.addWidget(sentence, 0, middle)
        words.addSpacing(Space.S)
        self.button = Button(action, "primary")
        self.button.clicked.connect(self.acted)
        words.addWidget(self.button, 0, middle)
        self.link = Button(link, "link")
        hide_without_words(self.button, self.link)
        self.link.clicked.connect(self.link_followed)
        words.addWidget(self.link, 0, middle)
        self.setLayout(column(STRETCH, words, STRETCH, margins=Space.XXL))
        self.setAccessibleName(title or text)
