"""What every section of the settings is made of: cards with labelled lines, and words about who decided a value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from careercoach_desktop.foundation.uikit import IconView, Scroll, Size, Space, Text, column, holder, row

WIDTH = 680
_LABEL = 128


def tr(text: str) -> str:
    """Ready for translation."""
    return QCoreApplication.translate("settings", text)


def stacked(*cards: QWidget, name: str) -> QWidget:
    """Cards under each other, as wide as is comfortable to read, scrolling when they are many."""
    line = QHBoxLayout()
    line.setContentsMargins(Space.XS, Space.XS, Space.XL, Space.XXL)
    line.addWidget(_Narrow(cards), 0, Qt.AlignmentFlag.AlignTop)
    line.addStretch(1)
    return Scroll(holder(line), name=name)


class _Narrow(QWidget):
    """As tall as its cards are at its width: Qt would guess from the narrowest they could be, which is far too tall."""

    def __init__(self, cards: Sequence[QWidget]) -> None:
        super().__init__()
        self._cards = column(*cards, spacing=Space.L)
        self.setLayout(self._cards)
        self.setFixedWidth(WIDTH)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Polish, QEvent.Type.Show):
            wraps = self._cards.hasHeightForWidth()
            self.setFixedHeight(
                self._cards.totalHeightForWidth(WIDTH) if wraps else self._cards.totalSizeHint().height()
            )
        return super().event(event)


def line(label: str, *fields: QWidget) -> QWidget:
    """A label and what belongs to it; text fields share the room, the rest keeps its size."""
    words = Text(label, tone="second")
    words.setFixedWidth(_LABEL)
    made = row(words, *fields, spacing=10)
    for at, field in enumerate(fields, start=1):
        made.setStretch(at, int(field.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding))
    # what is left when no field wants it, also after one was hidden; an item of its own, for a widget would be spaced
    made.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed))
    return holder(made)


def below(*widgets: QWidget) -> QWidget:
    """What stands under the fields of a line, indented as they are."""
    made = column(*widgets, spacing=Space.XS, margins=(_LABEL + 10, 0, 0, 0))
    return holder(made)


def small(text: str = "", tone: str = "third") -> Text:
    return Text(text, size=Size.SMALL, tone=tone, wrap=True)


class Said(QWidget):
    """A result said where it was asked for: a sentence with an icon, by meaning."""

    _LOOKS: ClassVar = {
        "good": ("check-circle", "green"),
        "warn": ("warning", "amber"),
        "bad": ("warning-circle", "red"),
        "neutral": ("info", "second"),
    }

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconView("info")
        self._words = Text("", size=Size.SMALL, wrap=True)
        made = row(self._icon, self._words, spacing=6)
        made.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        made.setStretch(1, 1)
        self.setLayout(made)
        self.hide()

    def text(self) -> str:
        return self._words.text() if not self.isHidden() else ""

    def say(self, words: str, tone: str = "neutral") -> None:
        """An empty text takes it away."""
        icon, ink = self._LOOKS[tone]
        self._icon.set_icon(icon, ink)
        self._words.set_tone("text" if tone == "neutral" else ink)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))


class Decided(Text):
    """Says that a variable of the environment has decided a value, so that the control beside it can't."""

    def __init__(self) -> None:
        super().__init__("", size=Size.SMALL, tone="third", wrap=True)
        self.hide()

    def show_for(self, variable: str | None, *controls: QWidget) -> None:
        """None: nobody has, and the controls are free."""
        for control in controls:
            control.setEnabled(variable is None)
        if variable is not None:
            self.setText(tr("Set by the variable {name} in the environment.").format(name=variable))
        self.setVisible(variable is not None)
