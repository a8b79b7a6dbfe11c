"""A session that was begun and not ended: it comes first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from careercoach_desktop.features.interviews.ui import TYPE_ICONS
from careercoach_desktop.features.practice.model import SessionLine
from careercoach_desktop.features.practice.ui.words import counted, minutes_words
from careercoach_desktop.foundation.uikit import (
    Button,
    Card,
    IconView,
    Size,
    Space,
    Text,
    Weight,
    column,
    moment_words,
    row,
)


class GoOnCard(Card):
    """``go_on_wanted`` brings the session’s id."""

    go_on_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(padding=Space.L)
        self._line: SessionLine | None = None
        self._icon = IconView("microphone", "accent", size=20)
        self._name = Text("", weight=Weight.BOLD, elide=True)
        self._words = Text("", size=Size.SMALL, tone="second", elide=True)
        self.button = Button("Go on", "primary", icon="play")
        self.button.clicked.connect(self._go_on)
        words = column(self._name, self._words, spacing=2)
        line = row(self._icon, words, self.button, spacing=Space.M)
        line.setStretch(1, 1)
        line.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        self.add(line)
        self.hide()

    def show_line(self, line: SessionLine | None, question: str = "") -> None:
        """None: everything is finished. ``question``: what the one that comes next is called; empty when none does."""
        self._line = line
        self.setVisible(line is not None)
        if line is None:
            return
        self._icon.set_icon(TYPE_ICONS[line.type])
        self._name.setText(line.title)
        parts = [
            f"{line.answered} of {counted(line.count, 'question')} answered",
            minutes_words(line.seconds) if line.seconds >= 60 else "",
            f"begun {moment_words(line.created)}",
        ]
        self._words.setText(" · ".join(part for part in parts if part))
        self.button.setText(f"Go on with question {question}" if question else "Go on")
        self.setAccessibleName(f"Not finished: {line.title}, {self._words.text()}")

    def _go_on(self) -> None:
        if self._line is not None:
            self.go_on_wanted.emit(self._line.id)
