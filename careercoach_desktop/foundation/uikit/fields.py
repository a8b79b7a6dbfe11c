"""Fields to write in: one line, a search, several lines. Each can say that its content is good, doubtful or wrong."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy

from careercoach_desktop.foundation.uikit.buttons import IconButton
from careercoach_desktop.foundation.uikit.icons import paint_icon
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import Size

STATES: Final = ("plain", "good", "doubtful", "error")
_INKS = {"good": ("green", "check-circle"), "doubtful": ("amber", "warning"), "error": ("red", "warning-circle")}
_EDGE = 9
_WIDEST_BESIDE_NOTE = 160
"""Pixels of a value that a note leaves free; a longer value scrolls in what is left."""


class TextField(QLineEdit):
    """One line of text. ``committed`` brings the text when Enter is pressed or the field is left, if it changed."""

    committed = Signal(str)

    def __init__(self, name: str, *, text: str = "", placeholder: str = "") -> None:
        super().__init__(text)
        self._name = name
        self._state = "plain"
        self._note = ""
        self._committed = text
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFont(current_theme().font(Size.BODY))
        self.setMinimumWidth(64)
        self.editingFinished.connect(self._commit)

    @property
    def state(self) -> str:
        return self._state

    def setText(self, text: str | None) -> None:
        """Show a text that is already saved; ``committed`` is only for what a person changes."""
        self._committed = text or ""
        super().setText(self._committed)
        self.setCursorPosition(0)

    def set_state(self, state: str, note: str = "") -> None:
        """``good`` shows a green check, ``doubtful`` and ``error`` colour the field; ``note`` stands at its right end
        and is read out. Raises ValueError for another state."""
        if state not in STATES:
            raise ValueError(f"unknown state {state!r}")
        self._state, self._note = state, note
        self.setProperty("state", state)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setTextMargins(0, 0, round(self._note_width()), 0)
        said = {"plain": "", "good": "checked", "doubtful": "worth a look", "error": "needs a correction"}[state]
        self.setAccessibleDescription(", ".join(part for part in (said, note) if part))
        self.setToolTip(note if state == "error" else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._state == "plain":
            return
        ink, icon = _INKS[self._state]
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(0, 0, -_EDGE, 0)
        if not self._shows_note:
            paint_icon(painter, icon, ink, QRectF(area.right() - 18, area.top(), 18, area.height()))
            return
        painter.setFont(current_theme().font(Size.SMALL))
        painter.setPen(current_theme().color(ink))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setTextMargins(0, 0, round(self._note_width()), 0)

    @property
    def _shows_note(self) -> bool:
        """Whether value and note fit beside each other; the value comes first, the icon then stands for the note."""
        if not self._note:
            return False
        metrics = QFontMetricsF(current_theme().font(Size.SMALL))
        value = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return self.width() - metrics.horizontalAdvance(self._note) - 2 * _EDGE - 14 >= min(value, _WIDEST_BESIDE_NOTE)

    def _note_width(self) -> float:
        if self._state == "plain":
            return 0
        if not self._shows_note:
            return 24
        return QFontMetricsF(current_theme().font(Size.SMALL)).horizontalAdvance(self._note) + 10

    def _commit(self) -> None:
        if self.text() != self._committed:
            self._committed = self.text()
            self.committed.emit(self.text())


class SearchField(QLineEdit):
    """Search as you type: ``searched`` comes when the typing rests for ``delay`` ms, and at once on Enter or clearing.
    Escape clears."""

    searched = Signal(str)

    def __init__(self, name: str, *, placeholder: str = "", delay: int = 150) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder or name)
        self.setFont(current_theme().font(Size.BODY))
        self.setTextMargins(24, 0, 24, 0)
        self._told = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(delay)
        self._rest.timeout.connect(self._tell)
        self._clear = IconButton("x", "Clear the search", size=22)
        self._clear.setParent(self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.hide()
        self._clear.clicked.connect(self.clear)
        self.textChanged.connect(self._when_typed)
        self.returnPressed.connect(self._tell)

    def sizeHint(self) -> QSize:
        return QSize(240, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._clear.setGeometry(self.width() - 27, (self.height() - 22) // 2, 22, 22)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        area = QRectF(_EDGE, 0, 18, self.height())
        paint_icon(QPainter(self), "magnifying-glass", "second", area)

    def _when_typed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if text:
            self._rest.start()
        else:
            self._tell()

    def _tell(self) -> None:
        self._rest.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.searched.emit(self._told)


class TextArea(QPlainTextEdit):
    """Several lines; grows with its content between ``min_lines`` and ``max_lines``. Tab moves on to the next field.
    ``committed`` brings the text when the area is left or Ctrl+Enter is pressed, if it changed."""

    changed = Signal()
    committed = Signal(str)

    def __init__(
        self, name: str, *, text: str = "", placeholder: str = "", min_lines: int = 2, max_lines: int = 12
    ) -> None:
        super().__init__()
        self._least, self._most = min_lines, max_lines
        self._painted_width = 0
        self._committed = text
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFont(current_theme().font(Size.BODY))
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._when_changed)
        self.setPlainText(text)
        self._fit()

    def text(self) -> str:
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Show a text that is already saved."""
        self._committed = text
        self.setPlainText(text)

    def set_state(self, state: str, note: str = "") -> None:
        """As ``TextField.set_state``; the note becomes the tip. Raises ValueError for another state."""
        if state not in STATES:
            raise ValueError(f"unknown state {state!r}")
        self.setProperty("state", state)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setToolTip(note)
        self.setAccessibleDescription(note)
        self._painted_width = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._wrap_as_painted()
        super().paintEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._commit()
            event.ignore()  # a dialog takes it for yes
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _commit(self) -> None:
        if self.text() != self._committed:
            self._committed = self.text()
            self.committed.emit(self._committed)

    def _when_changed(self) -> None:
        self._fit()
        self.changed.emit()

    def _wrap_as_painted(self) -> None:
        """Lay the text out anew where its lines were measured for another width than there is to paint on.

        Qt does that when the viewport is resized, but not when style and margins change it back and forth before the
        first paint; then the last letters of a line are cut.
        """
        width, line = self.viewport().width(), self.document().begin().layout().lineAt(0)
        if width == self._painted_width or not line.isValid():
            return
        self._painted_width = width
        if abs(line.width() + 2 * self.document().documentMargin() - width) >= 1:
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
            self._fit()

    def _fit(self) -> None:
        # QPlainTextDocumentLayout measures its height in lines, wrapped ones included.
        lines = max(self._least, min(self._most, round(self.document().size().height())))
        around = 2 * (round(self.document().documentMargin()) + 7)
        height = lines * self.fontMetrics().lineSpacing() + around
        if self.height() != height:
            self.setFixedHeight(height)
