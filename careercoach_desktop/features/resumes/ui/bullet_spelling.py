"""A wavy line under words the computer's dictionary does not know, and what may have been meant in their menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from careercoach_desktop.features.resumes.editing import values
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.ui.form_field import LongField, qt_length
from careercoach_desktop.foundation.uikit import Desk, MenuEntry, current_theme

if TYPE_CHECKING:
    from careercoach_desktop.foundation.spelling import Misspelling, Spelling

_REST_MS = 500
_NAMES_KEPT_S = 1.0
_LONGEST_NAME = 60
"""Characters of a value that can be a name, a title, a list of skills; longer ones are sentences."""


class SpellMarks(QObject):
    """``attend`` every field in which sentences are written. ``data`` is the résumé: its names are no mistakes."""

    def __init__(self, desk: Desk, spelling: Spelling, data: Callable[[], ResumeData], owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._spelling = spelling
        self._data = data
        self._owner = owner
        self._left_alone: set[str] = set()
        self._known: set[str] = set()
        self._named = float("-inf")

    def attend(self, field: LongField) -> None:
        """Look at this field now and whenever its writing rests."""
        rest = QTimer(field)
        rest.setSingleShot(True)
        rest.setInterval(_REST_MS)
        rest.timeout.connect(lambda: self._desk.start(self._look(field), owner=field))
        field.changed.connect(rest.start)
        field.offer(partial(self._entries, field))
        rest.start()

    async def _look(self, field: LongField) -> None:
        text, language = field.text(), self._data().language
        found = await self._desk.work(self._spelling.misspelt, language, text, self._names() | self._left_alone)
        if shiboken6.isValid(field) and field.text() == text:
            field.misspellings = found
            self._underline(field, found)

    def _names(self) -> set[str]:
        """The words of everything short that is no bullet; many fields ask for them at once, when a form is built."""
        now = monotonic()
        if now - self._named > _NAMES_KEPT_S:
            self._named = now
            self._known = {
                word.strip(".,;:()").casefold()
                for value in values(self._data())
                if len(value.text) <= _LONGEST_NAME and "." in value.path  # the path of a bullet has no dot
                for word in value.text.replace("/", " ").replace("-", " ").split()
            }
        return self._known

    def _underline(self, field: LongField, found: list[Misspelling]) -> None:
        text, marks = field.text(), []
        for each in found:
            mark = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
            look.setUnderlineColor(current_theme().color("red"))
            mark.format = look
            mark.cursor = _chosen(field, text, each)
            marks.append(mark)
        field.setExtraSelections(marks)

    def _entries(self, field: LongField, at: QPoint) -> list[MenuEntry]:
        """What the menu of a word that may be wrong begins with."""
        place, text = field.cursorForPosition(at).position(), field.text()
        for each in field.misspellings:
            start, end = qt_length(text[: each.start]), qt_length(text[: each.end])
            if start <= place <= end:
                word = text[each.start : each.end]
                offers = [MenuEntry(said, partial(self._write, field, each, said)) for said in each.suggestions]
                nothing = [MenuEntry("No suggestion", _nothing, enabled=False)]
                return [*(offers or nothing), MenuEntry(f"“{word}” is right", partial(self._leave, field, word))]
        return []

    def _write(self, field: LongField, wrong: Misspelling, said: str) -> None:
        cursor = _chosen(field, field.text(), wrong)
        cursor.insertText(said, cursor.charFormat())

    def _leave(self, field: LongField, word: str) -> None:
        """Until the application is left, this word is right."""
        self._left_alone.add(word.casefold())
        self._desk.start(self._look(field), owner=field)


def _chosen(field: LongField, text: str, wrong: Misspelling) -> QTextCursor:
    cursor = QTextCursor(field.document())
    cursor.setPosition(qt_length(text[: wrong.start]))
    cursor.setPosition(qt_length(text[: wrong.end]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _nothing() -> None:
    """What a line of a menu does that is only read."""
