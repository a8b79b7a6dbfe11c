"""One remark with the words it rests on: a strength, a red flag, a tip."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.resumes.comparing import Segment, Tone, difference, merged
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    IconView,
    Size,
    Tag,
    Text,
    Theme,
    Weight,
    column,
    current_theme,
    row,
)

_ICON = 16
_LONGEST_QUOTE = 90


class PointRow(QWidget):
    """``title`` bold above ``text``, either may be empty; ``quote`` is what a posting says, ``places`` are words of a
    résumé one can be led to (``followed`` brings the path). ``mark`` stands at the right: who says it."""

    followed = Signal(str)

    def __init__(
        self,
        text: str,
        *,
        title: str = "",
        icon: str = "",
        color: str = "third",
        quote: str = "",
        places: Sequence[Quote] = (),
        mark: str = "",
    ) -> None:
        super().__init__()
        self.setAccessibleName(" ".join(part for part in (title, text, f"“{quote}”" if quote else "", mark) if part))
        words = column(spacing=3)
        if title:
            words.addWidget(Text(title, weight=Weight.MEDIUM, wrap=True))
        if text:
            words.addWidget(Text(text, size=Size.SMALL if title else Size.BODY, tone="second" if title else "text",
                                 wrap=True))  # fmt: skip
        if quote:
            words.addWidget(Text(f"“{quote}”", size=Size.SMALL, tone="third", wrap=True))
        for place in places:
            words.addLayout(row(self._link(place), STRETCH))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        if icon:
            sign = column(IconView(icon, color, size=_ICON), STRETCH, margins=(0, 2, 0, 0))
            line.addLayout(sign)
        line.addLayout(words, 1)
        if mark:
            side = column(Tag(mark), STRETCH)
            line.addLayout(side)

    def _link(self, place: Quote) -> Button:
        said = place.text if len(place.text) <= _LONGEST_QUOTE else f"{place.text[: _LONGEST_QUOTE - 1].rstrip()}…"
        button = Button(f"“{said}”", "link", name=f"Show me “{said}”")
        button.clicked.connect(lambda: self.followed.emit(place.path))
        return button


class WordChanges(QLabel):
    """A wording beside the one it would replace, as one text to read through: what goes is struck through, what comes
    is underlined."""

    def __init__(self, before: str, after: str) -> None:
        super().__init__()
        self._segments = merged(*difference(before, after)) if before else [Segment(after, Tone.ADDED)]
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"“{before}” becomes “{after}”" if before else f"Add “{after}”")
        theme = current_theme()
        self.setFont(theme.font(Size.BODY))
        theme.changed.connect(self._render)
        self._render()

    def _render(self) -> None:
        theme = current_theme()
        said = "".join(_span(segment, theme) for segment in self._segments)
        self.setText(f'<p style="line-height:124%; margin:0">{said}</p>')


def _span(segment: Segment, theme: Theme) -> str:
    text = escape(segment.text)
    if segment.tone is Tone.SAME:
        return text
    ink, line = ("red", "line-through") if segment.tone is Tone.REMOVED else ("green", "underline")
    look = f"color:{theme.hex(ink)}; background-color:{theme.hex(f'{ink}_soft')}; text-decoration:{line}"
    return f'<span style="{look}">{text}</span>'
