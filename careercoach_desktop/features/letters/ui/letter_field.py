"""One part of the letter, written where it stands: plain text on paper that grows with its words.

What is still to fill in and what nothing proves is marked over the text, not in it, so that marking never touches
what somebody is typing. While the letter is being written by a model the field only grows at its end: nothing is laid
out twice, the cursor and the selection stay.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from careercoach_desktop.features.letters.ui.places import Place, characters, units
from careercoach_desktop.foundation.uikit import Size, Weight, current_theme

_AROUND = 2 * (3 + 1)
"""Padding and border above and below, as the stylesheet has them."""
_LINE_PERCENT = 132
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LetterField(QTextEdit):
    """``typed`` after each change a person makes. ``split`` when Enter is pressed at a character (only where
    ``splits``), ``join_wanted`` when Backspace is pressed at the start, ``stepped`` when an arrow leaves it, ``moved``
    on Alt+arrow. ``on_tab(step)`` says whether it found somewhere to go; otherwise Tab goes to the next control."""

    typed = Signal()
    split = Signal(int)
    join_wanted = Signal()
    stepped = Signal(int)
    moved = Signal(int)
    focused = Signal()

    def __init__(
        self,
        name: str,
        *,
        placeholder: str = "",
        bold: bool = False,
        splits: bool = False,
        on_tab: Callable[[int], bool] | None = None,
    ) -> None:
        super().__init__()
        self._splits = splits
        self._on_tab = on_tab
        self._placeholder = placeholder
        self._gaps: Sequence[Place] = ()
        self._claims: Sequence[Place] = ()
        self._showing = False
        self.setProperty("kit", "paper")
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFont(current_theme().font(Size.LARGE, Weight.BOLD if bold else Weight.NORMAL))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)  # Ctrl+Z belongs to the window: what is typed is saved as one types
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._when_changed)
        current_theme().changed.connect(self._mark)
        self._space_lines()
        self._fit()

    # --- the text ----------------------------------------------------------------------------------------------

    def text(self) -> str:
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show what is stored. What only grew is written on at its end; the cursor stays where it was."""
        shown = self.text()
        if text == shown:
            return
        self._showing = True
        try:
            if shown and text.startswith(shown):
                end = QTextCursor(self.document())
                end.movePosition(QTextCursor.MoveOperation.End)
                end.insertText(text[len(shown) :])
            else:
                at = self.textCursor().position()
                self.setPlainText(text)
                self._space_lines()
                self._put_cursor(min(at, units(text)))
        finally:
            self._showing = False
        self._mark()

    def set_still(self, *, still: bool) -> None:
        """While somebody else writes in it, nobody can type."""
        if still != self.isReadOnly():
            self.setReadOnly(still)
            self.setPlaceholderText("" if still else self._placeholder)
            self.setProperty("kit", "still" if still else "paper")
            self.style().unpolish(self)
            self.style().polish(self)

    def at(self) -> int:
        """The character the cursor stands before."""
        return characters(self.text(), self.textCursor().position())

    def go_to(self, at: int) -> None:
        """Give it the keyboard, the cursor before this character."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._put_cursor(units(self.text()[:at]))

    def select(self, place: Place) -> None:
        """Give it the keyboard with these characters chosen, so that typing replaces them."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        text, cursor = self.text(), self.textCursor()
        cursor.setPosition(units(text[: place[0]]))
        cursor.setPosition(units(text[: place[1]]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def selection(self) -> Place:
        """From … to; both the same where nothing is chosen."""
        text, cursor = self.text(), self.textCursor()
        return characters(text, cursor.selectionStart()), characters(text, cursor.selectionEnd())

    def set_marks(self, gaps: Sequence[Place], claims: Sequence[Place]) -> None:
        """Mark what is to be filled in, and what nothing proves."""
        self._gaps, self._claims = gaps, claims
        self._mark()

    # --- Qt ----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(key) for key in undoes):
                event.ignore()  # the window's
                return True
        return super().event(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        if self._on_tab is not None and not self.isReadOnly() and self._on_tab(1 if is_next else -1):
            return True
        return super().focusNextPrevChild(is_next)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was chosen is let go of with the keyboard: two chosen places in one letter would say nothing."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = held == Qt.KeyboardModifier.NoModifier
        arrow = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if arrow is not None and held == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(arrow)
        elif arrow is not None and plain and self._is_at_edge(arrow):
            self.stepped.emit(arrow)
        elif event.key() in _ENTER and plain:
            if self._splits and not self.isReadOnly():
                self._replace_selection()
                self.split.emit(self.at())
            else:
                self.stepped.emit(1)
        elif event.key() == Qt.Key.Key_Backspace and plain and self._splits and self._is_at_start():
            if not self.isReadOnly():
                self.join_wanted.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted text comes without its look."""
        self.textCursor().insertText(source.text())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.height())

    # --- inside ------------------------------------------------------------------------------------------------

    def _when_changed(self) -> None:
        if not self._showing:
            self.typed.emit()

    def _replace_selection(self) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.removeSelectedText()
            self.setTextCursor(cursor)

    def _is_at_start(self) -> bool:
        cursor = self.textCursor()
        return not cursor.hasSelection() and cursor.position() == 0

    def _is_at_edge(self, step: int) -> bool:
        """Whether an arrow key has no line left to go to."""
        moved = self.textCursor()
        way = QTextCursor.MoveOperation.Down if step > 0 else QTextCursor.MoveOperation.Up
        return not moved.movePosition(way)

    def _put_cursor(self, at: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(at)
        self.setTextCursor(cursor)

    def _space_lines(self) -> None:
        look = QTextBlockFormat()
        look.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        was, self._showing = self._showing, True
        cursor.mergeBlockFormat(look)
        self._showing = was

    def _mark(self) -> None:
        theme = current_theme()
        gap, claim = QTextCharFormat(), QTextCharFormat()
        gap.setBackground(theme.color("soft"))
        gap.setForeground(theme.color("on_soft"))
        claim.setBackground(theme.color("amber_soft"))
        claim.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        claim.setUnderlineColor(theme.color("amber"))
        marked = [(place, claim) for place in self._claims] + [(place, gap) for place in self._gaps]
        self.setExtraSelections([self._extra(place, look) for place, look in marked])

    def _extra(self, place: Place, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        extra, text = QTextEdit.ExtraSelection(), self.text()
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(text[: place[0]]))
        cursor.setPosition(units(text[: place[1]]), QTextCursor.MoveMode.KeepAnchor)
        extra.cursor, extra.format = cursor, look
        return extra

    def _fit(self) -> None:
        line = QFontMetrics(self.font()).height()
        height = max(round(self.document().size().height()), line) + _AROUND
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)
