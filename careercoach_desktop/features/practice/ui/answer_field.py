"""Where an answer is typed: as tall as there is room, larger letters, and the keys that hand it in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from careercoach_desktop.foundation.uikit import Size, Space, current_theme

_HELD = Qt.KeyboardModifier.ControlModifier
_LEAST = 120
_LINE_HEIGHT = 138.0
"""Per cent: what is written to be spoken wants air between its lines."""


class AnswerField(QTextEdit):
    """``typed`` after every letter somebody types (not when a text is shown); Tab moves on. Only plain text."""

    typed = Signal()
    hand_in_wanted = Signal()
    skip_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._showing = False
        self.setAcceptRichText(False)
        self.setAccessibleName("Your answer")
        self.setPlaceholderText("Answer as you would say it. Say what you did, how, and what came of it.")
        self.setFont(current_theme().font(Size.LARGE))
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(Space.M)
        self.textChanged.connect(self._on_changed)
        self.show_text("")

    def text(self) -> str:
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """What was kept; the cursor stands behind it, and there is nothing to undo."""
        self._showing = True
        document = self.document()
        document.setUndoRedoEnabled(False)
        self.setPlainText(text)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spaced)
        document.setUndoRedoEnabled(True)
        self._showing = False
        self.moveCursor(QTextCursor.MoveOperation.End)

    def put(self, text: str) -> None:
        """Add what was spoken behind what stands there, as if it had been typed."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        there = self.text()
        cursor.insertText(text if not there or there[-1].isspace() else f" {text}")
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & _HELD:
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.skip_wanted if shifted else self.hand_in_wanted).emit()
            return
        super().keyPressEvent(event)

    def _on_changed(self) -> None:
        if not self._showing:
            self.typed.emit()
