"""The line under the answer while it is spoken: that somebody listens, for how long, and how to end it."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.practice.listening.manner import clock
from careercoach_desktop.foundation.uikit import STRETCH, Bar, Button, IconView, Space, Text, row


class Voicing(Enum):
    """What goes on. ``LEFT``: a recording from before was never written down."""

    NOTHING = 0
    LISTENING = 1
    WRITING = 2
    LEFT = 3


class VoiceLine(QWidget):
    """Hidden while nothing goes on. What the bar shows is said in words too."""

    stop_wanted = Signal()
    cancel_wanted = Signal()
    write_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconView("microphone", "accent")
        self._words = Text("", tone="second")
        self._bar = Bar(0.0, name="How loud it is")
        self._bar.setMaximumWidth(160)
        self._stop = Button("Stop and write it down", icon="stop")
        self._cancel = Button("Cancel", "ghost")
        self._write = Button("Write it down", icon="pencil-simple")
        self._forget = Button("Delete the recording", "ghost")
        buttons = (self._stop, self._cancel, self._write, self._forget)
        line = row(self._icon, self._words, self._bar, STRETCH, *buttons, spacing=Space.S)
        self.setLayout(line)
        self._stop.clicked.connect(self.stop_wanted)
        self._cancel.clicked.connect(self.cancel_wanted)
        self._write.clicked.connect(self.write_wanted)
        self._forget.clicked.connect(self.forget_wanted)
        self._state: Voicing | None = None
        self.show_nothing()

    @property
    def state(self) -> Voicing:
        return self._state or Voicing.NOTHING

    def show_nothing(self) -> None:
        self._show(Voicing.NOTHING, "")

    def show_listening(self, seconds: float = 0.0, level: float = 0.0) -> None:
        """``level`` 0 to 1."""
        self._show(Voicing.LISTENING, f"Listening · {clock(seconds)}")
        self._bar.set_value(level)

    def show_writing(self, fraction: float | None = None) -> None:
        """``fraction`` 0 to 1, None while nobody knows."""
        self._show(Voicing.WRITING, "Writing it down on this computer …")
        self._bar.set_value(fraction)

    def show_left(self, seconds: float) -> None:
        """A recording is there whose words are not."""
        self._show(Voicing.LEFT, f"Your recording of {clock(seconds)} was not written down yet.")

    def _show(self, state: Voicing, words: str) -> None:
        if self._words.text() != words:
            self._words.setText(words)
        if state is self._state:
            return
        self._state = state
        self._bar.setVisible(state in (Voicing.LISTENING, Voicing.WRITING))
        self._stop.setVisible(state is Voicing.LISTENING)
        self._cancel.setVisible(state is Voicing.LISTENING)
        self._write.setVisible(state is Voicing.LEFT)
        self._forget.setVisible(state is Voicing.LEFT)
        self.setVisible(state is not Voicing.NOTHING)
        if state is Voicing.LISTENING:
            self._stop.setFocus()
