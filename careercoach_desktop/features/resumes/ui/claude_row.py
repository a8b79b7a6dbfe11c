"""One quiet line about Claude on the check screen: what it could do, does, found, or why not, and what to press."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from careercoach_desktop.foundation.uikit import COMPACT, Button, IconView, Size, Space, Spinner, Text, clear, row

_LEAST_WORDS = 210
"""Pixels the sentence wants beside the buttons."""


@dataclass(frozen=True, slots=True)
class RowAction:
    """A button: ``key`` is what ``acted`` brings; ``kind`` as a Button's."""

    key: str
    text: str
    kind: str = "secondary"
    icon: str = ""


@dataclass(frozen=True, slots=True)
class RowState:
    """``icon`` ``"spinner"`` turns; ``tone`` names the colour of icon and words."""

    text: str
    icon: str = "sparkle"
    tone: str = "second"
    actions: tuple[RowAction, ...] = ()


class ClaudeRow(QWidget):
    """Hidden while it has nothing to say. ``acted(key)`` tells which button was pressed."""

    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._state: RowState | None = None
        self._words = row(spacing=Space.S)
        self._buttons = row(spacing=Space.S)
        self._line = row(self._words, self._buttons, spacing=Space.S, margins=(Space.M, 0, 0, 0))
        self._line.setStretch(0, 1)
        self.setLayout(self._line)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def state(self) -> RowState | None:
        return self._state

    def show_state(self, state: RowState | None) -> None:
        """Say this instead; None hides the line. The keyboard stays on the line when it was there."""
        if state == self._state:
            return
        focused = self.window().focusWidget()
        had_focus = focused is not None and (focused is self or self.isAncestorOf(focused))
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # else Qt gives it to a field far down, and the form scrolls
        self._state = state
        clear(self._words)
        clear(self._buttons)
        if state is not None:
            self._fill(state)
        self.setVisible(state is not None)
        if had_focus and (button := self.findChild(Button)) is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def button(self, key: str) -> Button | None:
        """The button with this key; None when it is not offered now."""
        return self.findChild(Button, key)

    def _fill(self, state: RowState) -> None:
        sign: QWidget = Spinner(name=state.text) if state.icon == "spinner" else IconView(state.icon, state.tone)
        words = Text(state.text, size=Size.SMALL, tone=state.tone, wrap=True)
        self._words.addWidget(sign, 0)
        self._words.addWidget(words, 1)
        for action in state.actions:
            button = Button(action.text, action.kind, icon=action.icon, compact=True)
            button.setObjectName(action.key)
            button.clicked.connect(lambda _on=False, key=action.key: self.acted.emit(key))
            self._buttons.addWidget(button)
        self.setAccessibleName(state.text)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, COMPACT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Beside the words where those keep some room, else under them."""
        is_tight = self.width() - self._buttons.sizeHint().width() < _LEAST_WORDS
        direction = QBoxLayout.Direction.TopToBottom if is_tight else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(direction)
        self._line.setAlignment(self._buttons, Qt.AlignmentFlag.AlignRight)
