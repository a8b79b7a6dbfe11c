"""Adding a job: one place to paste a link or a posting's text, or to choose a saved page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.ui.intake import links_in, recognised
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import STRETCH, Button, Dialog, Size, Text, row
from careercoach_desktop.foundation.uikit.fields import TextArea

ADD, FILE, BY_HAND = "add", "file", "by-hand"


class AddDialog(Dialog):
    """Answers ``ADD`` (then ``text``), ``FILE``, ``BY_HAND`` or an empty string."""

    def __init__(self, parent: QWidget | None, *, title: str = "", by_text_only: bool = False) -> None:
        super().__init__(title or tr("Add a job"), parent, width=520)
        hint = tr("Paste the posting’s text") if by_text_only else tr("Paste a link or the posting’s text")
        self._area = TextArea(hint, placeholder=hint, min_lines=6, max_lines=16)
        self._area.installEventFilter(self)
        self._area.changed.connect(self._typed)
        self._seen = Text("", size=Size.SMALL, tone="third", elide=True)
        self.body.addWidget(self._area)
        self.body.addWidget(self._seen)
        if not by_text_only:
            file = Button(tr("Choose a saved page…"), "link", icon="file-text")
            file.clicked.connect(lambda: self._close_with(FILE))
            by_hand = Button(tr("Fill it in by hand"), "link", icon="pencil-simple")
            by_hand.clicked.connect(lambda: self._close_with(BY_HAND))
            self.body.addLayout(row(file, by_hand, STRETCH, spacing=16))
        self.add_button(tr("Cancel"), "")
        self._add = self.add_button(tr("Read it") if by_text_only else tr("Add job"), ADD, "primary")
        self._typed()
        self._area.setFocus()

    @property
    def text(self) -> str:
        return self._area.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter adds a link; in a text it is a new line, and Ctrl+Enter adds."""
        if watched is self._area and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if enter and self._add.isEnabled() and (control or links_in(self.text)):
                self._close_with(ADD)
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._seen.setText(recognised(self.text) or tr("Nothing is sent anywhere; a link is opened once, to read it."))
        self._add.setEnabled(bool(self.text.strip()))
