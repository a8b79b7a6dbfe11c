"""The head of the letter's page: whom it is for, where it stands, and what can be done with the whole of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.letters.model import Letter
from careercoach_desktop.features.letters.ui.handing_over import FORMATS
from careercoach_desktop.features.letters.ui.letter_words import standing
from careercoach_desktop.foundation.llm.words import model_name
from careercoach_desktop.foundation.uikit import Badge, Button, MenuEntry, PageHeader, Size, Text, open_menu

_STATES = {
    "saving": ("Saving…", "third"),
    "saved": ("Saved", "third"),
    "unsaved": ("Not saved yet; trying again", "amber"),
}
_ROOMY, _NARROW = 1180, 820


class LetterHeader(PageHeader):
    """``export_wanted`` brings the format."""

    copy_wanted = Signal()
    save_wanted = Signal()
    export_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("Letter", back=True, line=True)
        self.is_writing = False
        self._standing = Badge("", large=True)
        self._author = Text("", size=Size.SMALL, tone="second")
        self._state = Text("", size=Size.SMALL, tone="third")
        self._standing.hide()
        self.add_beside(self._standing, self._author, self._state)
        self._copy = Button("Copy", icon="copy", tip="Copy the letter as plain text (Ctrl+Shift+C)")
        self._copy.clicked.connect(self.copy_wanted)
        self._save = Button("Save version", icon="floppy-disk", tip="Keep this as a version in Documents (Ctrl+S)")
        self._save.clicked.connect(self.save_wanted)
        self._export = Button("Export", "primary", icon="download-simple", tip="Save it as a file (Ctrl+Shift+S)")
        self._export.clicked.connect(self.choose_format)
        self.add_action(self._copy, self._save, self._export)

    def show_job(self, posting: Posting) -> None:
        self.set_title(f"Letter for {', '.join(part for part in (posting.title, posting.company) if part)}")

    def show_letter(self, letter: Letter) -> None:
        words, tone = standing(letter.draft)
        self._standing.setText(words)
        self._standing.set_tone(tone)
        draft = letter.draft
        self._author.setText("Outlined on this computer" if draft.is_local else f"By {model_name(draft.engine)}")
        self._fit()

    def show_writing(self, *, on: bool, has_letter: bool) -> None:
        """While a letter is being written there is nothing to hand over yet."""
        self.is_writing = on
        self.show_actions(on=has_letter and not on)
        self._standing.setVisible(has_letter and not on)
        self._state.setText("")
        self._fit()

    def show_state(self, state: str) -> None:
        words, tone = _STATES[state]
        self._state.setText(words)
        self._state.set_tone(tone)

    def choose_format(self) -> None:
        """Open the menu of formats below the button."""
        if not self._export.isVisible():
            return
        entries = [MenuEntry(each[1], partial(self.export_wanted.emit, each[0]), icon=each[2]) for each in FORMATS]
        open_menu(self._export, entries, QPoint(0, self._export.height() + 4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What matters least gives way first."""
        self._author.setVisible(self.width() >= _ROOMY and self._standing.isVisibleTo(self))
        self._save.setText("Save version" if self.width() >= _NARROW else "Save")
