"""A bullet to write in: its text stays plain, bold, italic and links stand beside it as marks.

Enter begins the next bullet, Backspace at the start joins it to the one before, several pasted lines become several
bullets; what that means for the résumé is the entry's business (``split``, ``join_requested``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)

from careercoach_desktop.features.resumes.editing import Edit, entry_with_id, written
from careercoach_desktop.features.resumes.emphasis import (
    Marked,
    Run,
    cut,
    joined,
    marks_of,
    pasted_html,
    pasted_text,
    runs,
)
from careercoach_desktop.features.resumes.model import Highlight, Mark
from careercoach_desktop.features.resumes.ui.form_field import FormField, LongField, is_step, qt_length
from careercoach_desktop.foundation.uikit import SEPARATOR, MenuEntry, Weight, current_theme, open_menu

_BOLD = Weight.BOLD
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier


class BulletField(LongField):
    """``splits`` says that Enter begins another bullet; where it does not (while checking), Enter goes on.

    ``split(pieces)``: the first piece is what stays here, the others follow as bullets of their own; the flag says
    whether they were pasted. ``link_wanted`` asks for somewhere to write the selection's link."""

    split = Signal(list, bool)
    join_requested = Signal()
    link_wanted = Signal()

    splits = False

    def __init__(self, name: str, *, on_remove: Callable[[], None] | None = None) -> None:
        super().__init__(name, on_remove=on_remove)
        current_theme().changed.connect(self._recolour)

    # --- text and marks ----------------------------------------------------------------------------------------

    def marked(self) -> Marked:
        """What is written, with its marks."""
        pieces: list[Run] = []
        block = self.document().begin()
        while block.isValid():
            if pieces or block.blockNumber():
                pieces.append(Run("\n"))
            for each in _parts(block):
                fragment = each.fragment()
                look = fragment.charFormat()
                pieces.append(Run(fragment.text(), look.fontWeight() >= _BOLD, look.fontItalic(), look.anchorHref()))
            block = block.next()
        return "".join(piece.text for piece in pieces), marks_of(pieces)

    def show_marked(self, text: str, marks: Iterable[Mark]) -> None:
        """Show a bullet that is already saved."""
        self.setText("")
        cursor = QTextCursor(self.document())
        self._write(cursor, runs(text, marks))
        self._committed = text
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def put_cursor(self, at: int) -> None:
        """Before character ``at`` of the text."""
        cursor = self.textCursor()
        cursor.setPosition(qt_length(self.text()[:at]))
        self.setTextCursor(cursor)

    # --- emphasis ----------------------------------------------------------------------------------------------

    def toggle_bold(self) -> None:
        """The selection (or what is typed next) becomes bold, or plain again when all of it is."""
        look = QTextCharFormat()
        look.setFontWeight(Weight.NORMAL if self._all(lambda run: run.bold) else _BOLD)
        self._merge(look)

    def toggle_italic(self) -> None:
        """The same for italic."""
        look = QTextCharFormat()
        look.setFontItalic(not self._all(lambda run: run.italic))
        self._merge(look)

    def look_here(self) -> Run:
        """How the selection, or the letter before the cursor, looks."""
        look = self.textCursor().charFormat()
        if self.textCursor().hasSelection():
            return Run("", self._all(lambda run: run.bold), self._all(lambda run: run.italic), self.link())
        return Run("", look.fontWeight() >= _BOLD, look.fontItalic(), look.anchorHref())

    def link(self) -> str:
        """Where the link leads that the selection or the cursor stands in; empty when in none."""
        cursor = self.textCursor()
        probe = QTextCursor(cursor)
        probe.setPosition(min(cursor.selectionStart() + 1, qt_length(self.text())))
        return probe.charFormat().anchorHref()

    def select_link(self) -> bool:
        """Select the whole link at the cursor, or the word; false when there is nothing that could carry a link."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return True
        url = self.link()
        if url:
            text, marks = self.marked()
            at = self._letters(cursor.position())
            for mark in marks:
                if mark.url == url and mark.start <= at <= mark.end:
                    cursor.setPosition(qt_length(text[: mark.start]))
                    cursor.setPosition(qt_length(text[: mark.end]), QTextCursor.MoveMode.KeepAnchor)
                    self.setTextCursor(cursor)
                    return True
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        if not cursor.hasSelection():
            return False
        self.setTextCursor(cursor)
        return True

    def set_link(self, url: str) -> None:
        """Let the selection lead to ``url``; nowhere when it is empty. Blanks at its ends stay outside a link."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        chosen = cursor.selectedText()
        if url and chosen.strip():
            start += qt_length(chosen) - qt_length(chosen.lstrip())
            end -= qt_length(chosen) - qt_length(chosen.rstrip())
        self._each_run(start, end, lambda run: Run(run.text, run.bold, run.italic, url))

    def _all(self, is_so: Callable[[Run], bool]) -> bool:
        """Whether all of the selection (without one: what is typed next) is so."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            look = self.currentCharFormat()
            return is_so(Run("", look.fontWeight() >= _BOLD, look.fontItalic(), look.anchorHref()))
        chosen = self._selected(cursor.selectionStart(), cursor.selectionEnd())
        return all(is_so(run) for run in chosen if run.text.strip())

    def _selected(self, start: int, end: int) -> tuple[Run, ...]:
        """The runs between two of Qt's positions."""
        first, last = self._letters(start), self._letters(end)
        text, marks = self.marked()
        inside = [
            mark.model_copy(update={"start": max(mark.start, first) - first, "end": min(mark.end, last) - first})
            for mark in marks
            if mark.start < last and mark.end > first
        ]
        return runs(text[first:last], inside)

    def _letters(self, units: int) -> int:
        """One of Qt's positions as a place in the text."""
        return len(self.toPlainText().encode("utf-16-le")[: 2 * units].decode("utf-16-le"))

    def _each_run(self, start: int, end: int, changed: Callable[[Run], Run]) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        at = start
        for run in self._selected(start, end):
            cursor.setPosition(at)
            at += qt_length(run.text)
            cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(_format(changed(run)))
        cursor.endEditBlock()

    def _merge(self, look: QTextCharFormat) -> None:
        self.mergeCurrentCharFormat(look)

    def _write(self, cursor: QTextCursor, pieces: Iterable[Run]) -> None:
        cursor.beginEditBlock()
        for run in pieces:
            cursor.insertText(run.text, _format(run))
        cursor.endEditBlock()

    def _recolour(self) -> None:
        """Links are painted in the theme's colour, which a text remembers."""
        if any(mark.url for mark in self.marked()[1]):
            self.blockSignals(True)  # noqa: FBT003 - Qt's own name for it
            self._each_run(0, qt_length(self.text()), lambda run: run)
            self.blockSignals(False)  # noqa: FBT003

    # --- typing ------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verbs = {Qt.Key.Key_B: self.toggle_bold, Qt.Key.Key_I: self.toggle_italic, Qt.Key.Key_K: self.link_wanted.emit}
        if event.modifiers() == _CONTROL and event.key() in verbs:
            verbs[Qt.Key(event.key())]()
        elif self.splits and event.key() in _ENTER and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
        ):  # fmt: skip
            self._split_here([])
        elif event.key() == Qt.Key.Key_Backspace and self.text() and self._is_at_start():
            self.join_requested.emit()
        elif is_step(event):
            event.ignore()
        else:
            self._step_out_of_link(event.text())
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """These keys mean something else in the rest of the window; here they belong to the text."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.ShortcutOverride:
            mine = event.modifiers() == _CONTROL and event.key() in (Qt.Key.Key_B, Qt.Key.Key_I, Qt.Key.Key_K)
            if mine:
                event.accept()
                return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._step_out_of_link(event.commitString())
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Bold, italic and links come along; every further line becomes a bullet of its own."""
        lines = pasted_html(source.html()) if source.hasHtml() else []
        plain = source.text() if source.hasText() else ""
        if not lines and len(plain.splitlines()) < 2:
            self._step_out_of_link(plain)
            self.textCursor().insertText(plain)
            return
        lines = lines or pasted_text(plain)
        if len(lines) > 1 and self._on_remove is not None:
            self._split_here(lines)
        elif lines:
            self._write(self.textCursor(), runs(*joined(*lines)))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Plain text: whoever receives it decides how it looks."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ensureCursorVisible()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        look = self.look_here()
        entries: list[Any] = [
            *self.usual_entries(event.pos()),
            SEPARATOR,
            MenuEntry("Bold", self.toggle_bold, icon="text-bolder", shortcut="Ctrl+B", checked=look.bold),
            MenuEntry("Italic", self.toggle_italic, icon="text-italic", shortcut="Ctrl+I", checked=look.italic),
            MenuEntry("Link…", self.link_wanted.emit, icon="link-simple", shortcut="Ctrl+K"),
        ]
        open_menu(self, [*entries, *self.last_entries(event.pos())], event.pos())

    def _is_at_start(self) -> bool:
        return self.textCursor().position() == 0 and not self.textCursor().hasSelection()

    def _split_here(self, lines: list[Marked]) -> None:
        """Cut the bullet at the cursor, with ``lines`` put into the cut."""
        cursor = self.textCursor()
        units = self.toPlainText().encode("utf-16-le")
        first, last = (
            len(units[: 2 * at].decode("utf-16-le")) for at in (cursor.selectionStart(), cursor.selectionEnd())
        )
        text, marks = self.marked()
        before, after = cut(text, marks, first)[0], cut(text, marks, last)[1]
        if not lines:
            self.split.emit([before, after], False)  # noqa: FBT003 - a signal takes no names
            return
        self.split.emit([joined(before, lines[0]), *lines[1:-1], joined(lines[-1], after)], True)  # noqa: FBT003

    def _step_out_of_link(self, typed: str) -> None:
        """What is written at the end of a link does not lengthen it."""
        cursor = self.textCursor()
        if not typed or cursor.hasSelection() or not self.currentCharFormat().anchorHref():
            return
        ahead = QTextCursor(cursor)
        ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
        inside = not cursor.atEnd() and ahead.charFormat().anchorHref() == cursor.charFormat().anchorHref()
        if not inside:
            look = cursor.charFormat()
            self.setCurrentCharFormat(_format(Run("", look.fontWeight() >= _BOLD, look.fontItalic())))


class BulletFormField(FormField):
    """A bullet of the form: text and marks are written together."""

    widget: BulletField

    def _make_widget(self, spoken: str) -> BulletField:
        return BulletField(spoken, on_remove=self._on_remove)

    @property
    def _said(self) -> str:
        return "changed a bullet"

    def _edits(self) -> list[Edit]:
        text, marks = self.widget.marked()
        if not text.strip() and self._on_remove:
            return []
        return written(self._data(), self.path, *cut(text, marks, len(text))[0])

    def _shows(self, text: str) -> bool:
        return self.widget.marked() == (text, self._bullet().marks)

    def _put(self, text: str) -> None:
        at = self.widget.textCursor().position()
        before = self.widget.text()
        super()._put(text)
        moved_to = self.widget.textCursor().position() if before != text else at
        self.widget.show_marked(text, self._bullet().marks)
        if self.widget.hasFocus():
            cursor = self.widget.textCursor()
            cursor.setPosition(min(moved_to, qt_length(text)))
            self.widget.setTextCursor(cursor)

    def _bullet(self) -> Highlight:
        found = entry_with_id(self._data(), self.path)
        if not isinstance(found, Highlight):
            raise KeyError(self.path)
        return found


def _parts(block: QTextBlock) -> Iterator[QTextBlock.iterator]:
    each = block.begin()
    while not each.atEnd():
        yield each
        each += 1


def _format(run: Run) -> QTextCharFormat:
    look = QTextCharFormat()
    if run.bold:
        look.setFontWeight(_BOLD)
    if run.italic:
        look.setFontItalic(True)
    if run.url:
        look.setAnchor(True)
        look.setAnchorHref(run.url)
        look.setForeground(current_theme().color("accent"))
        look.setFontUnderline(True)
    return look
