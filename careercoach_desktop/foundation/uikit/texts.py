"""Words on the screen: text in the type scale, headings, hairlines, key hints."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import Size, Weight

_HEADINGS = {
    1: (Size.PAGE, Weight.BOLD, "text"),
    2: (Size.TITLE, Weight.BOLD, "text"),
    3: (Size.SMALL, Weight.BOLD, "second"),
}


def plain_tip(text: str) -> str:
    """A tip that shows ``text`` as written: Qt would take anything that looks like markup for markup."""
    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>" if text else ""


class Text(QLabel):
    """A piece of text. ``tone`` is a colour name; ``wrap`` gives a paragraph with comfortable lines, ``elide`` cuts one
    line with an ellipsis (the whole is its tip). Never interprets what it shows as markup."""

    def __init__(
        self,
        text: str = "",
        *,
        size: int = Size.BODY,
        weight: int = Weight.NORMAL,
        tone: str = "text",
        wrap: bool = False,
        elide: bool = False,
        selectable: bool = False,
    ) -> None:
        super().__init__()
        self._plain = ""
        self._wraps = wrap
        self._elides = elide
        self.setFont(current_theme().font(size, weight))
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.RichText if wrap else Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.setText(text)

    def text(self) -> str:
        """What was set, whole and without markup."""
        return self._plain

    def setText(self, text: str) -> None:
        self._plain = text
        self.setAccessibleName(text)
        if self._wraps:
            lines = escape(text, quote=False).replace("\n", "<br>")
            super().setText(f'<p style="line-height:118%; margin:0">{lines}</p>' if text else "")
        else:
            super().setText(text)
        if self._elides:
            self.setToolTip("")
            self.updateGeometry()

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Left, right or centre; stays in the vertical middle unless the call says otherwise."""
        if not alignment & Qt.AlignmentFlag.AlignVertical_Mask:
            alignment |= Qt.AlignmentFlag.AlignVCenter
        super().setAlignment(alignment)

    def set_tone(self, tone: str) -> None:
        """Change the colour, by its name in the palette."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), 24), hint.height()) if self._elides else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect().width()
        if not self._elides or self.fontMetrics().horizontalAdvance(self._plain) <= room:
            super().paintEvent(event)
            return
        if self.toolTip() != (tip := plain_tip(self._plain)):
            self.setToolTip(tip)
        painter = QPainter(self)
        painter.setPen(current_theme().color(str(self.property("tone"))))
        shown = self.fontMetrics().elidedText(self._plain, Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.contentsRect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)


class Heading(Text):
    """A title: level 1 for the page, 2 for a drawer or dialog, 3 for a section."""

    def __init__(self, text: str, level: int = 1) -> None:
        size, weight, tone = _HEADINGS[level]
        super().__init__(text, size=size, weight=weight, tone=tone, elide=level < 3)


class Line(QFrame):
    """A hairline between things, one pixel thick."""

    def __init__(self, *, vertical: bool = False) -> None:
        super().__init__()
        self.setProperty("kit", "line")
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


_ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Return": "↵"}


def key_words(keys: str) -> str:
    """``Ctrl+K`` as the system writes it (``⌘K`` on a Mac); arrows and Enter as their signs."""
    *held, key = keys.split("+")
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    if key not in _ARROWS or native[-1:] in _ARROWS.values():
        return native or keys
    before = native.removesuffix(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)) if held else ""
    return before + _ARROWS[key]


class KeyHint(QLabel):
    """A key or a combination, as it is printed on the keyboard; ``keys`` as Qt writes them everywhere (``Ctrl+K``).
    ``words`` stand for several keys at once (``Arrows``)."""

    def __init__(self, keys: str, words: str = "") -> None:
        super().__init__(words or key_words(keys))
        self.setAccessibleName(keys.replace("+", " "))
        self.setProperty("kit", "key")
        self.setFont(current_theme().font(Size.TINY, Weight.MEDIUM))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
